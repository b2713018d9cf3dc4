//! Turns small texts into findings and events, and random ones into proof that nothing breaks.

use std::ops::Range;
use std::sync::Arc;

use proptest::prelude::*;

use super::parse;
use crate::diag::{Diagnosed, Finding, Spot};
use crate::parse::Content;
use crate::parse::content::{BlockKind, Event, LinkTarget, Str, Tag, Value};

const FILE: &str = "content/pages/money/carers-allowance.en.md";

fn read(text: &str) -> Diagnosed<Content> {
    parse(&FILE.into(), &text.into(), 0..text.len())
}

/// Each finding as `M001 place: message; help`.
fn findings(text: &str) -> Vec<String> {
    let line = |finding: &Finding| {
        let place = match finding.place.as_ref().map(|place| &place.spot) {
            Some(Spot::Bytes(start, end)) => &text[*start..*end],
            _ => "",
        };
        format!("{} {place}: {}; {}", finding.code.id(), finding.message, finding.help)
    };
    read(text).findings.iter().map(line).collect()
}

#[track_caller]
fn finds(text: &str, expected: &[&str]) {
    assert_eq!(findings(text), expected, "in {text:?}");
}

#[track_caller]
fn clean(text: &str) -> Content {
    let Diagnosed { value, findings } = read(text);
    assert_eq!(findings, [], "in {text:?}");
    value
}

/// The text of all events, without markup.
fn words(content: &Content) -> String {
    let piece = |event: &Event| match event {
        Event::Text(text) | Event::Code(text) => content.str(text).to_owned(),
        Event::SoftBreak | Event::HardBreak => " ".to_owned(),
        Event::Value(number) => format!("<{number}>"),
        _ => String::new(),
    };
    content.events.iter().map(piece).collect()
}
#[test]
fn dump() {
    for t in [
        "Hello {fact:carers-allowance.weekly} and `{fact:a}` \\{x} {note: hi} {facts:a.b} {fact: a}.\n\n## Rates {#rates}\n",
        ":::warning\nCall.\n:::\n\n::::only nations=wales,Scotland languages=cy\n:::services topic=breaks limit=0\n:::\n::::\n\n:::warnin\nx\n:::\n:::\n",
        ":::details title=“x”\n:::steps\n- a\n:::\n\n:::row\n",
        "[a](carers.md) [b](javascript:alert) [c](java&#9;script:x) [d](//x.y) [e](www.a.b) [f](../work/x.md#a) [g](/a/b.md) [h](/a/) [i](/s#A) [j](<a b>) [k](/services/x#y) [l][m]",
        "x[^a] y[^b] z[^a]\n\n[^a]: one[^c]\n[^c]: three\n[^d]: four\n[^a]: again\n",
        "![](a.png) ![x](http://a.b/c.png) ![](b.png \"decorative\") ![x](c.png \"t\") ![a {fact:b} c](../d.png)",
        "<b>x</b> <!-- c -->\n\n<div>\n:::warning\n</div>\n\n- a\n    :::x\n\n# One {.x}\n\n| a |\n|-|\n| b | c |\n",
        "a\u{0}b \u{E000} c\u{85}",
        "> :::warning\n> x\n> :::\n\n- :::steps\n  1. x\n  :::\n\n:::contact\n- x\n  :::\n:::\n",
        ":::warning\na\n\n:::emergency\nb\n:::\n:::\n",
    ] {
        println!("=== {t}");
        let d = read(t);
        println!("{:?}\n{:?}", words(&d.value), d.value.events);
        for f in findings(t) {
            println!("   {f}");
        }
    }
}
