//! Turns short texts into sentences and words, as a reader would count them.

use std::sync::Arc;

use super::*;
use crate::parse::markdown;

fn content(text: &str) -> Content {
    let source: Arc<str> = text.into();
    let len = source.len();
    markdown::parse(&"page.md".into(), &source, 0..len).value
}

/// Each sentence as its words, between bars; units apart by `/`.
fn read(language: &str, text: &str) -> String {
    let content = content(text);
    let mut prose = Prose::default();
    let shows = |value: &Value| if matches!(value, Value::Term(_)) { 2 } else { 1 };
    prose.read(&content, Reader { language: language.parse().unwrap(), shows: &shows });
    let text = Text::from(&content);
    let sentence =
        |at: &Sentence| prose.words[at.range()].iter().map(|word| text.str(&word.at)).collect::<Vec<_>>().join(" ");
    let unit = |unit: &Unit| prose.sentences[unit.range()].iter().map(sentence).collect::<Vec<_>>().join("|");
    prose.units.iter().map(unit).collect::<Vec<_>>().join("/")
}

#[test]
fn sentences_end_where_readers_pause() {
    for (text, expected) in [
        ("You can call. We help.", "You can call|We help"),
        ("See Dr. Patel. Ask!", "See Dr Patel|Ask"),
        ("Mrs. J. Smith is here.", "Mrs J Smith is here"),
        ("Use food, e.g. Bread.", "Use food e.g Bread"),
        ("It costs 9.30 a day. Go", "It costs 9.30 a day|Go"),
        ("Really?! \"Yes.\" (No.) Go", "Really|Yes|No|Go"),
        ("He asked why? and left", "He asked why and left"),
        ("One: two; three", "One two three"),
        ("It ended... Then more", "It ended|Then more"),
        ("Use `a`. `b` too, e.g. `c` or `d`.", "Use a|b too e.g c or d"),
        ("well-known carer's 1,000 4–5 a—b", "well-known carer's 1,000 4–5 a b"),
        ("It costs £20. £5 is less.", "It costs £20|£5 is less"),
        ("Write to a.b@c.org or https://x.org/a?b. Then", "Write to a.b@c.org or https://x.org/a b|Then"),
        ("one\ntwo  \nthree", "one two three"),
    ] {
        assert_eq!(read("en", text), expected, "{text}");
    }
}

#[test]
fn other_scripts_have_stops_of_their_own() {
    assert_eq!(read("ur", "ابھی فون کریں۔ کیا ہے؟ ہاں"), "ابھی فون کریں|کیا ہے|ہاں");
    assert_eq!(read("bn", "এখন ফোন করুন। কী হলো?"), "এখন ফোন করুন|কী হলো");
    assert_eq!(read("pa", "ਫ਼ੋਨ ਕਰੋ। ਠੀਕ"), "ਫ਼ੋਨ ਕਰੋ|ਠੀਕ");
    assert_eq!(read("zh", "请打电话。我们帮助。"), "请打电话|我们帮助");
    assert_eq!(read("pl", "Przy ul. Długiej, np. rano. Zadzwoń."), "Przy ul Długiej np rano|Zadzwoń");
    assert_eq!(read("cy", "Ffoniwch, e.e. Ann. Mae'n dda."), "Ffoniwch e.e Ann|Mae'n dda");
}

#[test]
fn right_to_left_and_left_to_right_stand_in_one_line() {
    assert_eq!(
        read("ur", "GOV.UK پر Carer's Allowance دیکھیں۔ 999 ملائیں۔"),
        "GOV.UK پر Carer's Allowance دیکھیں|999 ملائیں"
    );
}

#[test]
fn units_end_sentences() {
    assert_eq!(
        read("en", "## Head {#a}\n\nYou can:\n\n- call\n- write **to** us\n\n| A | B |\n|---|---|\n| c d | e |\n"),
        "Head/You can/call/write to us/A/B/c d/e"
    );
    assert_eq!(read("en", "- one\n\n  two\n"), "one/two");
    assert_eq!(read("en", "```\nno words\n```\n\n`some` words"), "some words");
}

#[test]
fn values_are_words_and_may_show_several() {
    let content = content("The **{term:council}** pays {fact:rate} a week. {local:name}'s line.");
    let mut prose = Prose::default();
    prose.read(&content, Reader { language: "en".parse().unwrap(), shows: &|_| 3 });
    assert_eq!(prose.sentences.iter().map(|sentence| sentence.length).collect::<Vec<_>>(), [10, 4]);
    assert!(prose.words[1].marks.has(Marks::BOLD) && prose.words[1].value == Some(0));
    assert_eq!(Text::from(&content).str(&prose.words[6].at), "{local:name}'s");
}

#[test]
fn marks_and_blocks_are_known() {
    let content = content(":::row picture=phone\n*Call* [us](/a) (NHS), now.\n:::\n\nOut.\n");
    let mut prose = Prose::default();
    prose.read(&content, Reader { language: "en".parse().unwrap(), shows: &|_| 1 });
    let has = |word: usize, mark| prose.words[word].marks.has(mark);
    assert!(has(0, Marks::ITALIC) && has(1, Marks::LINK) && has(2, Marks::BRACKET) && has(2, Marks::COMMA));
    assert!(!has(3, Marks::BRACKET) && !has(1, Marks::ITALIC));
    assert_eq!(prose.units.iter().map(|unit| unit.row).collect::<Vec<_>>(), [Some(0), None]);
}
