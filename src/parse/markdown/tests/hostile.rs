//! Turns deep, long and random texts into proof that nothing breaks.

use std::ops::Range;

use proptest::prelude::*;

use super::{clean, read, words};
use crate::diag::{Diagnosed, Spot};
use crate::parse::Content;
use crate::parse::content::Event;

#[test]
fn deep_nesting_is_flattened_and_reported_once() {
    for text in [
        format!("{}deep", ">".repeat(10_000)),
        format!("{}deep", "- ".repeat(10_000)),
        format!("{}deep{}", "*a _b ".repeat(5_000), "_ *".repeat(5_000)),
        format!("{}deep{}", "[".repeat(10_000), "]".repeat(10_000)),
        (3..103).rev().map(|colons| format!("{}warning\n", ":".repeat(colons))).collect::<String>() + "deep",
    ] {
        let Diagnosed { value, findings } = read(&text);
        assert!(words(&value).contains("deep"));
        assert!(findings.iter().filter(|finding| finding.code.id() == "M008").count() <= 1);
        assert!(deepest(&value) <= 100, "{} levels", deepest(&value));
    }
    assert_eq!(read(&format!("{}a", ">".repeat(33))).findings[0].code.id(), "M008");
    clean(&format!("{}a", ">".repeat(32)));
}

#[test]
fn hostile_texts_are_read_in_linear_time_and_bounded_memory() {
    for piece in [
        "a",
        "a *b* ",
        "[",
        "![",
        "<b>",
        "{fact:a}",
        "\\{a}",
        "a \\{a} ##\n",
        "{",
        ":::",
        ":::warning\n",
        "[^a]",
        "`",
        "a|",
        "<!--",
        "\\",
        "&amp;",
        "|",
        "[a](b) ",
    ] {
        let text = piece.repeat(5_000_000 / piece.len() / if piece.len() > 1 { 10 } else { 1 });
        let Diagnosed { value, findings } = read(&text);
        assert!(findings.len() <= 501);
        check_form(&value, &text);
    }
}

fn deepest(content: &Content) -> usize {
    let mut depth = 0_usize;
    let depths = content.events.iter().map(|event| {
        match event {
            Event::Open(_) => depth += 1,
            Event::Close(_) => depth -= 1,
            _ => {}
        }
        depth
    });
    depths.max().unwrap_or(0)
}

/// What holds of every content, whatever the text.
fn check_form(content: &Content, text: &str) {
    let mut open = Vec::new();
    for event in &content.events {
        match event {
            Event::Open(tag) => open.push(*tag),
            Event::Close(tag) => assert_eq!(open.pop(), Some(*tag)),
            Event::Text(text) | Event::Code(text) => {
                let text = content.str(text);
                assert!(!text.contains(['\u{E000}', '\0']));
            }
            _ => {}
        }
    }
    assert_eq!(open, []);
    let spans = content.links.iter().map(|link| &link.span);
    let spans = spans.chain(content.images.iter().map(|image| &image.span));
    let spans = spans.chain(content.values.iter().map(|value| &value.span));
    let spans = spans.chain(content.blocks.iter().map(|block| &block.span));
    let spans = spans.chain(content.anchors.iter().map(|anchor| &anchor.span));
    assert!(spans.into_iter().all(|span: &Range<usize>| text.get(span.clone()).is_some()));
}

/// Texts made of what Markdown and we give a meaning to, and of anything.
pub fn markdown() -> impl Strategy<Value = String> {
    const PIECES: [&str; 48] = [
        ":::warning\n",
        ":::\n",
        "::::only nations=wales\n",
        "::::\n",
        ":::row picture=a\n",
        ":::details title=\"é\"\n",
        ":::nothing\n",
        ":::steps\n",
        ":::services topic=a\n",
        "{fact:a.b}",
        "{fact:é}",
        "{local:name}",
        "\\",
        "{",
        "}",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "    ",
        "> ",
        "- ",
        "1. ",
        "- [x] ",
        "# ",
        "## A {#a}\n",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "[a](/b)",
        "[a](javascript:b)",
        "[",
        "](",
        "]",
        "![a](b.png)",
        "<b>",
        "<script>",
        "[^a]",
        "[^a]: ",
        "| a | b |\n|---|:-:|\n| c | d | e |\n",
        "> [!NOTE]\n",
        "Term\n: ",
        "<div>\n",
        "\u{E000}",
    ];
    let piece = prop_oneof![
        6 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => "[a-zé ]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_gives_a_well_formed_content(text in markdown()) {
        let Diagnosed { value, findings } = read(&text);
        check_form(&value, &text);
        for finding in findings {
            if let Some(Spot::Bytes(start, end)) = finding.place.map(|place| place.spot) {
                prop_assert!(text.get(start..end).is_some(), "{:?} in {:?}", start..end, text);
            }
        }
    }

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        check_form(&read(&text).value, &text);
    }
}
