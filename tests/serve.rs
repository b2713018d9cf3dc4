//! Turns edits of a portal into what a browser is shown of it, by the program itself over a connection.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that looks at the disk")]

#[path = "portal/run.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod run;
#[path = "portal/small.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod small;
#[path = "portal/tree.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod tree;

#[path = "serve/browser.rs"]
mod browser;
#[path = "serve/dashboard.rs"]
mod dashboard;
#[path = "serve/edits.rs"]
mod edits;
#[path = "serve/outputs.rs"]
mod outputs;
#[path = "serve/requests.rs"]
mod requests;
#[path = "serve/rough.rs"]
mod rough;
#[path = "serve/words.rs"]
mod words;
