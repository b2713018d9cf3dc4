//! Turns small portals into findings, sites and stories, and compares each with what was promised.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that looks at the disk")]

#[path = "portal/small.rs"]
mod small;
#[path = "portal/run.rs"]
mod run;
#[path = "portal/tree.rs"]
mod tree;
#[path = "portal/golden.rs"]
mod golden;
#[path = "portal/cases.rs"]
mod cases;
#[path = "portal/bad_input.rs"]
mod bad_input;
#[path = "portal/bad_output.rs"]
mod bad_output;
#[path = "portal/same_bytes.rs"]
mod same_bytes;
#[path = "portal/killed.rs"]
mod killed;
#[path = "portal/places.rs"]
mod places;
#[path = "portal/act.rs"]
mod act;
#[path = "portal/any_portal.rs"]
mod any_portal;
#[path = "portal/minified.rs"]
mod minified;
#[path = "portal/pages.rs"]
mod pages;
#[path = "portal/matrix.rs"]
mod matrix;
#[path = "portal/facts.rs"]
mod facts;
#[path = "portal/services.rs"]
mod services;
#[path = "portal/schemas.rs"]
mod schemas;
#[path = "portal/stories.rs"]
mod stories;
#[path = "portal/images.rs"]
mod images;
#[path = "portal/paper.rs"]
mod paper;
#[path = "portal/recall.rs"]
mod recall;
#[path = "portal/translations.rs"]
mod translations;
#[path = "portal/exchange.rs"]
mod exchange;
#[path = "portal/open_data.rs"]
mod open_data;
#[path = "portal/bad_records.rs"]
mod bad_records;
#[path = "portal/words.rs"]
mod words;
#[path = "portal/curated.rs"]
mod curated;
#[path = "portal/verify.rs"]
mod verify;
