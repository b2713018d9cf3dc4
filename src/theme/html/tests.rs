//! Turns small texts into HTML, and random ones into proof that it is well formed and safe.

use std::collections::BTreeSet;

use proptest::prelude::*;
use scraper::{Html, Node};

use super::{BlockFill, Fill, Words, write};
use crate::model::Direction;
use crate::parse::Content;
use crate::parse::content::{Event, LinkTarget};
use crate::parse::markdown::{self, tests::hostile::markdown as any_markdown};

fn content(text: &str) -> Content {
    markdown::parse(&"content/pages/a.en.md".into(), &text.into(), 0..text.len()).value
}

/// Fills every hole so that it can be seen.
fn fill(content: &Content) -> Fill<'static> {
    let href = |target: &LinkTarget| match target {
        LinkTarget::Page(page, anchor) => {
            Some(format!("../{page}/{}", anchor.as_ref().map_or_else(String::new, |id| format!("#{id}"))))
        }
        LinkTarget::Service(id) => Some(format!("../services/{id}/")),
        LinkTarget::Anchor(id) => Some(format!("#{id}")),
        LinkTarget::Static(file) => Some(file.to_string()),
        LinkTarget::External(url) => Some(url.to_string()),
        LinkTarget::Refused => None,
    };
    Fill {
        links: content.links.iter().map(|link| href(&link.target)).collect(),
        values: (0..content.values.len()).map(|number| format!("<b>value {number}</b>")).collect(),
        images: content.images.iter().map(|image| format!("<img src=\"{}\">", image.file)).collect(),
        blocks: Vec::new(),
        words: std::borrow::Cow::Owned(Words {
            note: "Note".into(),
            tip: "Tip".into(),
            important: "Important".into(),
            warning: "Warning".into(),
            caution: "Caution".into(),
            emergency: "Emergency".into(),
            footnotes: "Notes".into(),
            table: "Table".into(),
            footnote_back: "Back to call {n}".into(),
            done: "Done".into(),
            not_done: "To do".into(),
        }),
        direction: Direction::Ltr,
    }
}

fn html(text: &str) -> String {
    let content = content(text);
    write(&content, &fill(&content))
}

/// With the first block filled as a variant would.
fn html_with(text: &str, block: BlockFill) -> String {
    let content = content(text);
    write(&content, &Fill { blocks: vec![block], ..fill(&content) })
}

#[test]
fn text_and_inline_markup() {
    for (text, expected) in [
        ("One\ntwo  \nthree", "<p>One\ntwo<br>three</p>"),
        ("a & b < c > \"d\" &lt; &nbsp;e", "<p>a &amp; b &lt; c &gt; \"d\" &lt; \u{A0}e</p>"),
        ("*a* **b** ~~c~~ `d<e`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;e</code></p>"),
        ("A\n\nB\n\n---", "<p>A</p><p>B</p><hr>"),
        ("{fact:a} now", "<p><b>value 0</b> now</p>"),
        ("![A](b.png)", "<p><img src=\"b.png\"></p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("<div onclick=\"x\">\n</div>", "<p>&lt;div onclick=\"x\"&gt;\n&lt;/div&gt;</p>"),
        ("```rust\na < b\n\n c\n```", "<pre tabindex=\"0\"><code>a &lt; b\n\n c\n</code></pre>"),
        ("> a\n> b", "<blockquote><p>a\nb</p></blockquote>"),
        ("a\r\nb\r\n", "<p>a\nb</p>"),
    ] {
        assert_eq!(html(text), expected);
    }
}

#[test]
fn links() {
    for (text, expected) in [
        ("[a](/b#c)", "<p><a href=\"../b/#c\">a</a></p>"),
        (
            "[a](https://b.example/?c=d&e=\"f\" 'g \"h\"')",
            "<p><a href=\"https://b.example/?c=d&amp;e=&quot;f&quot;\" title=\"g &quot;h&quot;\">a</a></p>",
        ),
        ("[a *b*](javascript:c)", "<p>a <em>b</em></p>"),
        ("<https://b.example>", "<p><a href=\"https://b.example\">https://b.example</a></p>"),
        ("[![A](b.png)](/c)", "<p><a href=\"../c/\"><img src=\"b.png\"></a></p>"),
    ] {
        assert_eq!(html(text), expected);
    }
}

#[test]
fn headings_lists_and_definitions() {
    for (text, expected) in [
        ("## A {#a}\n\n### B", "<h2 id=\"a\">A</h2><h3>B</h3>"),
        ("# A", "<h2>A</h2>"),
        ("- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("3. a\n\n4. b", "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>"),
        (
            "- [x] a\n- [ ] b",
            "<ul class=\"tasks\"><li><span class=\"task-done\">Done</span> a</li><li><span class=\"task-open\">To do</span> b</li></ul>",
        ),
        ("Term\n: What it is", "<dl><dt>Term</dt><dd>What it is</dd></dl>"),
    ] {
        assert_eq!(html(text), expected);
    }
}

#[test]
fn tables() {
    assert_eq!(
        html("| | a | b |\n|---|:-:|--:|\n| c | d | e |\n"),
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>\
         <thead><tr><td></td><th scope=\"col\" class=\"c\">a</th><th scope=\"col\" class=\"e\">b</th></tr></thead>\
         <tbody><tr><td>c</td><td class=\"c\">d</td><td class=\"e\">e</td></tr></tbody></table></div>"
    );
    assert_eq!(
        html("## Rates {#rates}\n\n| | | |\n|---|---|---|\n"),
        "<h2 id=\"rates\">Rates</h2><div class=\"table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"rates\"><table>\
         <thead><tr><td></td><td></td><td></td></tr></thead></table></div>"
    );
    assert_eq!(html("| a |\n|---|\n"), "<table><thead><tr><th scope=\"col\">a</th></tr></thead></table>");
}

#[test]
fn alerts() {
    assert_eq!(
        html("> [!CAUTION]\n> Hot."),
        "<div class=\"alert alert-caution\" role=\"note\"><p class=\"alert-label\">Caution</p><p>Hot.</p></div>"
    );
}

#[test]
fn footnotes_have_a_way_back() {
    assert_eq!(
        html("a[^x] b[^x]\n\n[^x]: One.\n\n    Two.\n"),
        "<p>a<sup><a href=\"#fn-1\" id=\"fnref-1-1\" role=\"doc-noteref\">1</a></sup> \
         b<sup><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\">1</a></sup></p>\
         <section class=\"footnotes\" role=\"doc-endnotes\"><h2>Notes</h2><ol><li id=\"fn-1\"><p>One.</p><p>Two. \
         <a href=\"#fnref-1-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Back to call 1\">\u{21A9}\u{FE0E}</a> \
         <a href=\"#fnref-1-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Back to call 2\">\u{21A9}\u{FE0E}</a></p></li></ol></section>"
    );
}

#[test]
fn footnotes_of_hidden_blocks_are_hidden_and_the_others_numbered_anew() {
    let text = ":::only nations=wales\na[^x]\n:::\n\nb[^y] c[^x]\n\n[^x]: X\n\n[^y]: Y[^z]\n\n[^z]: Z\n";
    let ids = |html: &str| {
        let html = Html::parse_fragment(html);
        let notes = html
            .select(&scraper::Selector::parse("li").unwrap())
            .map(|note| note.text().collect::<String>())
            .collect::<Vec<_>>();
        notes.join(" ")
    };
    assert_eq!(ids(&html_with(text, BlockFill::Hidden)), "Y3 \u{21A9}\u{FE0E} X \u{21A9}\u{FE0E} Z \u{21A9}\u{FE0E}");
    assert_eq!(html_with(":::only nations=wales\na[^x]\n:::\n\n[^x]: X\n", BlockFill::Hidden), "");
}

#[test]
fn blocks() {
    for (text, expected) in [
        (
            ":::emergency\nRing 999.\n:::",
            "<div class=\"emergency\" role=\"note\"><p class=\"emergency-label\">Emergency</p><p>Ring 999.</p></div>",
        ),
        (
            ":::warning\na\n:::",
            "<div class=\"warning\" role=\"note\"><p class=\"warning-label\">Warning</p><p>a</p></div>",
        ),
        (
            ":::steps\n1. a\n   1. b\n:::\n\n1. c",
            "<ol class=\"steps\"><li>a<ol><li>b</li></ol></li></ol><ol><li>c</li></ol>",
        ),
        (":::details title=\"A & B\"\nc\n:::", "<details><summary>A &amp; B</summary><p>c</p></details>"),
        (":::only nations=wales\na\n:::", "<p>a</p>"),
        (":::unknown\na\n:::", "<p>a</p>"),
    ] {
        assert_eq!(html(text), expected);
    }
}

#[test]
fn blocks_as_a_variant_fills_them() {
    let only = "a\n\n:::only nations=wales\nb\n:::\nc";
    assert_eq!(html_with(only, BlockFill::Shown), "<p>a</p><p>b</p><p>c</p>");
    assert_eq!(html_with(only, BlockFill::Hidden), "<p>a</p><p>c</p>");
    assert_eq!(
        html_with(only, BlockFill::Labelled("Wales & co".into())),
        "<p>a</p><div class=\"nations\"><h2>Wales &amp; co</h2><p>b</p></div><p>c</p>"
    );
    assert_eq!(
        html_with("### a\n:::only nations=wales\n#### b\n:::", BlockFill::Labelled("W".into())),
        "<h3>a</h3><div class=\"nations\"><h4>W</h4><h4>b</h4></div>",
        "its heading skips no level"
    );
    let both = content("## a\n:::only nations=england\n### b\n:::\n:::only nations=wales\nc\n:::");
    let blocks = ["E", "W"].map(|nation| BlockFill::Labelled(nation.into())).into();
    assert_eq!(
        write(&both, &Fill { blocks, ..fill(&both) }),
        "<h2>a</h2><div class=\"nations\"><h3>E</h3><h3>b</h3></div><div class=\"nations\"><h3>W</h3><p>c</p></div>",
        "nations stand side by side"
    );
    assert_eq!(
        html_with(":::row picture=p\nRing us.\n:::", BlockFill::Html("<img src=\"p.svg\">".into())),
        "<div class=\"row\"><img src=\"p.svg\"><div class=\"row-text\"><p>Ring us.</p></div></div>"
    );
    assert_eq!(
        html_with(":::contact\nOr write.\n:::", BlockFill::Html("<p>01632</p>".into())),
        "<p>01632</p><p>Or write.</p>"
    );
}

#[test]
fn holes_without_a_filling_are_empty() {
    let content = content("[a](/b) {fact:c} ![d](e.png)");
    assert_eq!(write(&content, &Fill::default()), "<p>a  </p>");
}

/// Elements that have no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Reads tags as they stand: html5ever mends what is wrong, and this must not.
fn assert_nested(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "in {html}"),
            None => {
                let name = tag.split(' ').next().expect("a split yields at least one part");
                if !VOID.contains(&name) {
                    open.push(name);
                }
            }
        }
    }
    assert!(open.is_empty(), "{open:?} in {html}");
}

fn assert_safe(html: &str) {
    let tree = Html::parse_fragment(html);
    let mut ids = BTreeSet::new();
    for element in tree.tree.values().filter_map(Node::as_element) {
        assert!(!["script", "style", "iframe", "form", "input"].contains(&element.name()), "{html}");
        for (name, value) in element.attrs() {
            assert!(!name.starts_with("on") && name != "style", "{html}");
            assert!(!value.trim().to_ascii_lowercase().starts_with("javascript:"), "{html}");
            assert!(name != "id" || ids.insert(value.to_owned()), "{html}");
        }
    }
}

/// Text without white space.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn any_text_gives_safe_html_that_holds_all_of_it(text in any_markdown()) {
        let content = content(&text);
        let html = write(&content, &Fill { words: std::borrow::Cow::default(), values: Vec::new(), ..fill(&content) });
        assert_nested(&html);
        assert_safe(&html);
        let shown: String = Html::parse_fragment(&html).root_element().text().collect();
        let called = |event: &&Event| !matches!(event, Event::Value(_) | Event::Image(_));
        for event in content.events.iter().filter(called) {
            if let Event::Text(text) | Event::Code(text) = event {
                prop_assert!(squeezed(&shown).contains(&squeezed(content.str(text))), "{} in {}", content.str(text), html);
            }
        }
    }
}

#[test]
fn numbers_keep_their_direction_where_the_text_runs_the_other_way() {
    let content = content("فون 01632 960220، 999.\n");
    let with = |direction| write(&content, &Fill { direction, ..fill(&content) });
    assert_eq!(with(Direction::Rtl), "<p>فون <bdi dir=\"ltr\">01632 960220</bdi>، 999.</p>");
    assert_eq!(with(Direction::Ltr), "<p>فون 01632 960220، 999.</p>");
}
