//! Turns edits, one by one and in random sequences, into builds that equal clean ones to the byte.
//!
//! `FINGERPOST_SEQUENCES=500` tries that many sequences.

use std::cell::RefCell;
use std::fs;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use super::desk::{Clean, Desk, Wrong};
use super::edit::{self, Edit, Effect};
use super::step::{Step, any_step};

const SEQUENCES: u32 = 60;

/// The most steps of a sequence.
const LONGEST: usize = 12;

fn edits() -> &'static [Edit] {
    static EDITS: OnceLock<Vec<Edit>> = OnceLock::new();
    EDITS.get_or_init(edit::all)
}

/// Takes all steps, with a build before the first and one after each.
fn live_through(desk: &mut Desk, steps: &[Step]) -> Result<(), Wrong> {
    desk.tidy();
    desk.build()?;
    for (number, step) in steps.iter().enumerate() {
        desk.mend();
        let at = |wrong: Wrong| format!("after step {} of {steps:#?}:\n{wrong}", number + 1);
        step.take(desk).map_err(at)?;
        desk.build().map_err(at)?;
    }
    Ok(())
}

fn effect(before: &Clean, after: &Clean) -> Effect {
    match after.failed {
        true => Effect::Error,
        false if before.site == after.site && before.findings == after.findings => Effect::Nothing,
        false => Effect::Change,
    }
}

/// Makes an edit and undoes it, with a build before, between and after.
fn live_with(desk: &mut Desk, edit: &Edit) -> Result<(), Wrong> {
    desk.tidy();
    let before = desk.build()?;
    assert!(!desk.memory().is_empty(), "the program remembers nothing, so there is nothing to prove");
    edit.make(&desk.portal(), &desk.base);
    let after = desk.build()?;
    edit.make(&desk.portal(), &desk.base);
    desk.build()?;
    match effect(&before, &after) {
        found if found == edit.effect => Ok(()),
        found => {
            let messages: Vec<&str> = after.findings.iter().map(|finding| finding.message.as_str()).collect();
            Err(format!("it has the effect {found:?}: {messages:#?}"))
        }
    }
}

/// Each edit has the effect that stands beside it: otherwise it would prove nothing.
#[test]
fn a_build_after_each_edit_is_like_a_clean_one() {
    let mut desk = Desk::new();
    let one = |edit| live_with(&mut desk, edit).err().map(|wrong| format!("`{}`: {wrong}", edit.name));
    let wrong: Vec<Wrong> = edits().iter().filter_map(one).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What somebody puts into the folder of a page is never removed, and refused when the whole site is made.
#[test]
fn a_stranger_beside_a_page_stays_until_it_is_refused() {
    let mut desk = Desk::new();
    desk.tidy();
    desk.build().unwrap();
    let name = "en/breaks/away/stranger.mine";
    let stranger = desk.out().join(name);
    fs::write(&stranger, "mine").unwrap();
    let edit = |name: &str| edits().iter().find(|edit| edit.name == name).unwrap();
    desk.build_in("public").unwrap();
    assert!(stranger.exists(), "a build without a change looks quickly");
    for change in ["a sentence", "a title"] {
        edit(change).make(&desk.portal(), &desk.base);
        let refused = desk.build_in("public").unwrap_err().to_string();
        assert!(refused.contains(name), "{refused}");
        assert!(stranger.exists());
    }
}

/// A build that stops for an error comes not as far as to weigh pages.
#[test]
fn weights_are_not_repeated_where_an_error_stands() {
    let names = ["budgets that many pages break", "a page is gone", "a heading and a link to it"];
    let edit = |name: &str| edits().iter().find(|edit| edit.name == name).unwrap();
    let steps: Vec<Step> = names.into_iter().map(|name| Step::Edit(edit(name))).collect();
    live_through(&mut Desk::new(), &steps).unwrap();
}

#[test]
fn a_build_after_all_edits_is_like_a_clean_one() {
    let mut desk = Desk::new();
    let harmless = edits().iter().filter(|edit| edit.effect != Effect::Error);
    let steps: Vec<Step> = harmless.map(Step::Edit).collect();
    if let Err(wrong) = live_through(&mut desk, &steps) {
        panic!("{wrong}");
    }
}

#[test]
fn a_build_after_any_sequence_of_edits_is_like_a_clean_one() {
    let cases = std::env::var("FINGERPOST_SEQUENCES").map_or(SEQUENCES, |number| number.parse().unwrap());
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 300, ..Config::default() };
    let desk = RefCell::new(Desk::new());
    let steps = prop::collection::vec(any_step(edits()), 1..=LONGEST);
    let tried = TestRunner::new(config)
        .run(&steps, |steps| live_through(&mut desk.borrow_mut(), &steps).map_err(TestCaseError::fail));
    if let Err(failure) = tried {
        panic!("{failure}");
    }
}
