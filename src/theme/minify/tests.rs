//! Turns HTML into shorter HTML that says the same, and shows that it does.

use std::fmt::Write as _;

use proptest::prelude::*;
use scraper::node::Node;
use scraper::{ElementRef, Html};

use super::minify;

#[test]
fn a_space_between_words_stays() {
    for (html, short) in [
        ("<div><b>Call</b> <b>now</b></div>", "<div><b>Call</b> <b>now</b></div>"),
        ("<div>\n <p>a</p>\n <p>b</p>\n</div>", "<div><p>a</p><p>b</p></div>"),
        ("<nav>\n<a href=\"x\">a</a>\n<a href=\"y\">b</a>\n</nav>", "<nav><a href=x>a</a> <a href=y>b</a></nav>"),
        ("<div>a<!-- b --> <i>c</i></div>", "<div>a <i>c</i></div>"),
        ("<p>a<label> b </label>c</p>", "<p>a<label> b </label>c</p>"),
        ("<pre><b>a</b>\n\n  <i>b</i></pre>", "<pre><b>a</b>\n\n  <i>b</i></pre>"),
        ("<p>a  \n b</p>", "<p>a b</p>"),
    ] {
        assert_eq!(minify(html), short);
    }
}

#[test]
fn attributes_that_matter_stay() {
    for (html, short) in [
        ("<p lang=\"\">a</p>", "<p lang=\"\">a</p>"),
        ("<p class=\"x\" lang = ''>a</p>", "<p class=x lang=\"\">a</p>"),
        ("<img src=\"a.svg\" alt=\"\">", "<img alt src=a.svg>"),
        ("<p lang>a</p>", "<p lang>a</p>"),
        ("<iframe sandbox=\"allow-forms\"></iframe>", "<iframe sandbox=\"allow-forms\"></iframe>"),
        ("<div hidden=\"until-found\">a</div>", "<div hidden=\"until-found\">a</div>"),
        ("<input type=\"text\">", "<input type=text>"),
    ] {
        assert_eq!(minify(html), short);
    }
}

#[test]
fn a_line_that_follows_a_comment_in_literal_text_stays() {
    let html = "<pre><!-- note -->\na</pre>";
    assert_eq!(minify(html), html);
}

#[test]
fn what_is_minified_stays_as_it_is() {
    let html = "<!doctype html><html lang=en><head><title>a  b</title></head><body><p>Call <b>us</b> <b>now</b></body>";
    let once = minify(html);
    assert_eq!(minify(&once), once);
}

/// A small tree of elements, as text.
fn inline() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[a-z &;<>\"'\n\u{e9}]{0,8}".prop_map(|text| escape(&text)),
        Just(" ".to_owned()),
        Just("\n  ".to_owned()),
        Just("<!-- note -->".to_owned()),
        Just("<br>".to_owned()),
        attributes().prop_map(|attributes| format!("<img{attributes}>")),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        (
            prop::sample::select(vec!["b", "span", "em", "bdi", "label", "time", "code", "output"]),
            attributes(),
            prop::collection::vec(inner, 0..4),
        )
            .prop_map(|(tag, attributes, children)| element(tag, &attributes, &children))
    })
}

fn block() -> impl Strategy<Value = String> {
    let leaf = (
        prop::sample::select(vec!["p", "h2", "pre", "div", "nav", "dt", "figcaption", "summary", "address"]),
        attributes(),
        prop::collection::vec(inline(), 0..5),
    )
        .prop_map(|(tag, attributes, children)| element(tag, &attributes, &children));
    leaf.prop_recursive(3, 24, 4, |inner| {
        let child = prop_oneof![inner, inline(), Just("\n\n  ".to_owned())];
        (
            prop::sample::select(vec!["div", "section", "main", "aside", "blockquote", "ul", "figure", "details"]),
            attributes(),
            prop::collection::vec(child, 0..5),
        )
            .prop_map(|(tag, attributes, children)| element(tag, &attributes, &children))
    })
}

fn attributes() -> impl Strategy<Value = String> {
    let names = ["lang", "alt", "aria-label", "href", "data-x", "id"];
    prop::collection::btree_map(prop::sample::select(names.to_vec()), "[a-z =>&\"'`/\u{e9}]{0,6}", 0..3).prop_map(
        |attributes| {
            attributes.iter().filter(|(name, value)| **name != "id" || !value.is_empty()).fold(
                String::new(),
                |mut html, (name, value)| {
                    write!(html, " {name}=\"{}\"", escape(value)).unwrap();
                    html
                },
            )
        },
    )
}

fn element(tag: &str, attributes: &str, children: &[String]) -> String {
    format!("<{tag}{attributes}>{}</{tag}>", children.concat())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What a browser shows: tags with their attributes, and text whose white space is collapsed in a line and dropped at
/// the edges of blocks.
#[derive(Default)]
struct Seen {
    text: String,
    /// White space waits to be shown before whatever comes next in the line.
    gap: bool,
    /// Something stands in the line already.
    line: bool,
}

impl Seen {
    fn of(html: &str) -> String {
        let mut seen = Self::default();
        seen.children(Html::parse_document(html).root_element());
        seen.text
    }

    fn children(&mut self, element: ElementRef<'_>) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) if element.value().name() == "pre" => self.text.push_str(text),
                Node::Text(text) => self.words(text),
                Node::Element(_) => self.element(ElementRef::wrap(child).unwrap()),
                _ => {}
            }
        }
    }

    fn words(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.gap = true;
            } else {
                self.show();
                self.text.push(c);
            }
        }
    }

    /// Something is shown in the line, after the white space that waits.
    fn show(&mut self) {
        if self.gap && self.line {
            self.text.push(' ');
        }
        (self.gap, self.line) = (false, true);
    }

    fn element(&mut self, element: ElementRef<'_>) {
        let name = element.value().name();
        let inline = ["b", "span", "em", "bdi", "label", "time", "code", "output", "img"].contains(&name);
        if name == "img" {
            self.show();
        }
        if !inline {
            self.edge();
        }
        let mut attributes: Vec<_> = element.value().attrs().collect();
        attributes.sort_unstable();
        write!(self.text, "<{name}{attributes:?}>").unwrap();
        self.children(element);
        if !inline {
            self.edge();
        }
        write!(self.text, "</{name}>").unwrap();
    }

    /// Space at the edge of a block is not seen.
    fn edge(&mut self) {
        (self.gap, self.line) = (false, false);
    }
}

proptest! {
    #[test]
    fn a_reader_sees_the_same(blocks in prop::collection::vec(block(), 1..4)) {
        let html = format!("<!doctype html><html lang=en><head><title>A  b</title></head><body>\n{}</body></html>", blocks.join("\n"));
        prop_assert_eq!(Seen::of(&html), Seen::of(&minify(&html)), "{}\n{}", &html, minify(&html));
    }
}
