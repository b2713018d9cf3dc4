//! Turns sequences of edits into proof that a build after each gives what a clean build of the same files gives.
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

#[path = "edits/edit.rs"]
mod edit;
#[path = "edits/desk.rs"]
mod desk;
#[path = "edits/step.rs"]
mod step;
#[path = "edits/sequences.rs"]
mod sequences;
