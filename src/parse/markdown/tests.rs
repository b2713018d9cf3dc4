//! Turns small texts into findings and events.

pub mod hostile;

use std::sync::Arc;

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

/// The kinds of blocks, and where they open and close among words.
fn outline(text: &str) -> String {
    let content = read(text).value;
    let piece = |event: &Event| match event {
        Event::Open(Tag::Block(number)) => format!("<{number}>"),
        Event::Close(Tag::Block(number)) => format!("</{number}>"),
        Event::Text(text) => content.str(text).to_owned(),
        _ => String::new(),
    };
    content.events.iter().map(piece).collect()
}

#[test]
fn values_expand_in_text() {
    let content =
        clean("Get {fact:carers-allowance.weekly} a week. **{local:contact.phone}**{term:respite}{service:x.web}");
    assert_eq!(words(&content), "Get <0> a week. <1><2><3>");
    let Value::Fact(fact) = &content.values[0].value else { panic!("not a fact") };
    assert_eq!(fact.as_str(), "carers-allowance.weekly");
    assert_eq!(content.values[0].span, 4..34);
    assert!(content.events.contains(&Event::Open(Tag::Strong)), "emphasis works around a value");
}

#[test]
fn values_do_not_expand_in_code_and_after_a_backslash() {
    for (text, shown) in [
        ("`{fact:a.b}`", "{fact:a.b}"),
        ("`x\n{fact:a}`", "x {fact:a}"),
        ("```\n{fact:a.b}\n```", "{fact:a.b}\n"),
        ("    {fact:a.b}", "{fact:a.b}"),
        ("\\{fact:a.b}", "{fact:a.b}"),
        ("{note: words} {a} {} {http://x}", "{note: words} {a} {} {http://x}"),
    ] {
        let content = clean(text);
        assert_eq!(words(&content), shown, "{text}");
        assert_eq!(content.values, [], "{text}");
    }
    assert_eq!(words(&clean("\\\\{fact:a}")), "\\<0>", "an escaped backslash escapes no brace");
}

#[test]
fn what_looks_like_a_value_is_reported() {
    finds(
        "{facts:a.b}",
        &[
            "M007 {facts:a.b}: `{facts:a.b}` is not a value: there is no kind `facts`; did you mean `fact`?; for a plain brace write `\\{`",
        ],
    );
    finds("{fact: a}", &["M007 {fact: a}: the value `{fact: a}` cannot be read; write it without spaces: `{fact:a}`"]);
    finds(
        "{fact:Big Rate}",
        &[
            "M007 {fact:Big Rate}: the value `{fact:Big Rate}` cannot be read; `Big Rate` is not an id: use lower-case letters, digits and hyphens, for example `big-rate`",
        ],
    );
    finds(
        "{local:contact.fone}",
        &["M007 {local:contact.fone}: the value `{local:contact.fone}` cannot be read; did you mean `contact.phone`?"],
    );
    finds(
        "{service:x}",
        &[
            "M007 {service:x}: the value `{service:x}` cannot be read; say what of the service is meant: `{service:x.phone}`",
        ],
    );
    finds(
        "[a](tel:{local:contact.phone})",
        &[
            "M007 [a](tel:{local:contact.phone}): a value in braces stands in an address; write the address itself; values work in the text only",
        ],
    );
    finds("`{facts:a.b}`", &[]);
}

#[test]
fn blocks_are_read_with_their_attributes() {
    let content = clean(
        "::::only nations=wales,england languages=cy\n:::services topic=breaks for=young-carers limit=3\n:::\n::::\n\n\
         :::details title=\"How to claim\"\nText\n:::\n\n:::row picture=phone\nRing.\n:::\n",
    );
    let kinds: Vec<_> = content.blocks.iter().map(|block| &block.kind).collect();
    let BlockKind::Only(scope) = kinds[0] else { panic!("not a condition") };
    assert_eq!(scope.nations.iter().map(crate::model::LocalityId::as_str).collect::<Vec<_>>(), ["wales", "england"]);
    assert_eq!(scope.languages, ["cy".parse().unwrap()]);
    let BlockKind::Services(query) = kinds[1] else { panic!("not services") };
    assert_eq!((query.topic.as_ref().unwrap().as_str(), query.limit), ("breaks", Some(3)));
    assert_eq!(kinds[2], &BlockKind::Details { title: "How to claim".to_owned() });
    assert!(matches!(kinds[3], BlockKind::Row { picture } if picture.as_str() == "phone"));
}

#[test]
fn blocks_nest_and_stand_in_quotes_and_lists() {
    for (text, expected) in [
        (":::warning\na\n:::\nb", "<0>a</0>b"),
        ("a\n:::warning\nb\n:::\n", "a<0>b</0>"),
        ("::::warning\na\n:::contact\n:::\nb\n::::", "<0>a<1></1>b</0>"),
        ("1. a\n2. b\n:::contact\n:::\n", "ab<0></0>"),
        ("1. a\n\n   :::warning\n   b\n   :::\n2. c\n", "a<0>b</0>c"),
        ("- :::warning\n  a\n  :::\n", "<0>a</0>"),
        ("> :::warning\n> a\n> :::\n", "<0>a</0>"),
        (":::warning\r\na\r\n:::\r\n", "<0>a</0>"),
        ("| a |\n|---|\n| b |\n:::contact\n:::\n", "ab<0></0>"),
        ("``` \n:::warning\n```\n", ":::warning\n"),
        ("    :::warning\n", ":::warning\n"),
        ("a ::: b :::warning", "a ::: b :::warning"),
    ] {
        clean(text);
        assert_eq!(outline(text), expected, "{text:?}");
    }
}

#[test]
fn references_and_footnotes_work_across_blocks() {
    let content = clean(":::warning\n[a][x] b[^n]\n\n[^n]: note\n:::\n\n[x]: /money\n");
    assert!(matches!(&content.links[0].target, LinkTarget::Page(page, None) if page.as_str() == "money"));
    assert_eq!(words(&content), "a bnote");
}

#[test]
fn blocks_that_are_wrong_are_reported_and_their_text_shown() {
    finds(":::warnin\na\n:::", &["M004 warnin: there is no block `warnin`; did you mean `warning`?"]);
    assert_eq!(outline(":::warnin\na\n:::\nb"), "<0>a</0>b");
    finds(":::warning\na", &["M003 :::warning: the block `warning` is not closed; add a line `:::` where it ends"]);
    finds(
        "a\n\n:::",
        &[
            "M003 :::: this line closes no block; delete the line, or add the line that begins the block, such as `:::warning`",
        ],
    );
    finds(
        "::::warning\na\n:::",
        &[
            "M003 ::::warning: the block `warning` is not closed; add a line `::::` where it ends",
            "M003 :::: this line closes no block; the block `warning` ends with 4 colons, as it begins",
        ],
    );
    finds(
        ":::warning\n- a\n  :::\n:::",
        &["M003 :::: this line closes no block; `warning` began outside this list or quote: end it there"],
    );
    finds(
        ":::warning\n:::contact\n:::\n:::",
        &[
            "M003 :::warning: the block `warning` is not closed before the block `contact` begins; close it with a line `:::`; or, if `contact` belongs inside it, begin and end it with `::::`",
        ],
    );
    finds(
        "a\n    :::contact",
        &[
            "M010 :::contact: the line `:::contact` does not work here; begin the line at the margin, or as far in as the text of its list item",
        ],
    );
    finds(
        ":::steps\n- a\n:::",
        &[
            "M010 :::steps: the block `steps` holds no numbered list; write each step on a line that begins with `1.`, `2.` and so on",
        ],
    );
    finds(
        "<div>\n:::contact\n</div>",
        &[
            "M001 <div>: the HTML `<div>` is shown as text; write it in Markdown, such as `**bold**`; for a plain `<` write `\\<`",
            "M010 :::contact: the line `:::contact` does not work here; it stands inside HTML or a link: take it out",
        ],
    );
}

#[test]
fn attributes_that_are_wrong_are_reported() {
    for (line, expected) in [
        (
            "only",
            "M005 only: the block `only` does not say for whom; add `localities`, `nations` or `languages`, for example `:::only nations=wales`",
        ),
        ("only nation=wales", "M005 nation=wales: the block `only` has no attribute `nation`; did you mean `nations`?"),
        (
            "only nations=Wales",
            "M005 nations=Wales: `Wales` does not work as `nations` of the block `only`; `Wales` is not an id: use lower-case letters, digits and hyphens, for example `wales`",
        ),
        (
            "only languages=welsh!",
            "M005 languages=welsh!: `welsh!` does not work as `languages` of the block `only`; `welsh!` is not a language tag: use one like `cy`, `ur` or `zh-Hans` (BCP 47)",
        ),
        (
            "row",
            "M005 row: the block `row` names no picture; add the id of a picture of `pictures.yaml`: `:::row picture=phone`",
        ),
        (
            "details",
            "M005 details: the block `details` has no title; add the words to open it by: `:::details title=\"How to claim\"`",
        ),
        ("details title=\"a", "M005 title=\"a: the text of `title` does not end; close it with `\"`"),
        (
            "details title=\"{fact:a}\"",
            "M005 title=\"{fact:a}\": `{fact:a}` does not work as `title` of the block `details`; values in braces do not work in a title: write the words",
        ),
        ("contact now", "M005 now: `now` is not an attribute; write attributes as `key=value` or `key=\"some words\"`"),
        ("contact a=b", "M005 a=b: the block `contact` has no attribute `a`; delete it"),
        (
            "services limit=0",
            "M005 limit=0: `0` does not work as `limit` of the block `services`; write a whole number from 1 to 65535",
        ),
        (
            "services limit=1 limit=2",
            "M005 limit=2: `limit` is written twice; write `limit` once; a list is `limit=a,b`",
        ),
        ("services topic=", "M005 topic=: `topic` is empty; write what it is, or delete `topic=`"),
    ] {
        let found = findings(&format!(":::{line}\ntext\n:::"));
        assert_eq!(found.first().map(String::as_str), Some(expected));
    }
}

#[test]
fn links_name_pages_services_anchors_files_and_websites() {
    for (address, expected) in [
        ("/", "Page(PageId(\"index\"), None)"),
        ("/money/rates#now", "Page(PageId(\"money/rates\"), Some(\"now\"))"),
        ("/services/tea-club", "Service(ServiceId(\"tea-club\"))"),
        ("#rates", "Anchor(\"rates\")"),
        ("/forms/claim.pdf", "Static(\"/forms/claim.pdf\")"),
        ("https://www.gov.uk/x?a=b#c", "External(\"https://www.gov.uk/x?a=b#c\")"),
        ("HTTPS://gov.uk", "External(\"HTTPS://gov.uk\")"),
        ("tel:+441632960100", "External(\"tel:+441632960100\")"),
        ("mailto:a@b.example", "External(\"mailto:a@b.example\")"),
    ] {
        let content = clean(&format!("[a]({address} \"t\")"));
        assert_eq!(format!("{:?}", content.links[0].target), expected);
        assert_eq!(content.links[0].title.as_deref(), Some("t"));
    }
    let content = clean("<a@b.example> <https://b.example>");
    assert_eq!(content.links[0].target, LinkTarget::External("mailto:a@b.example".into()));
}

#[test]
fn unsafe_addresses_are_refused_in_any_disguise() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&Tab;script:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "javascript&colon;alert(1)",
        "<java script:alert(1)>",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "//evil.example",
        "/&#92;evil.example",
        "https:&#92;&#92;evil.example",
        "/&Tab;/evil.example",
        "https://www.gov.uk@evil.example",
        "/&#x202e;x",
    ] {
        let Diagnosed { value, findings } = read(&format!("[a]({address})"));
        assert_eq!(value.links[0].target, LinkTarget::Refused, "{address}");
        assert_eq!(findings[0].code.id(), "M002", "{address}");
    }
}

#[test]
fn a_link_that_does_not_say_where_it_begins_is_reported_with_the_right_form() {
    for (address, help) in [
        ("rates.md", "name it from the top: `/money/rates`"),
        ("../work/rights.easy.en.md#pay", "name it from the top: `/work/rights#pay`"),
        ("index.en.md", "name it from the top: `/money`"),
        ("../../../x", "name a page by its id, from the top: `/money/carers-allowance`"),
        ("www.gov.uk", "write `https://www.gov.uk`"),
        ("help@a.example", "write `mailto:help@a.example`"),
        ("01632960100", "for a phone number write `tel:01632960100`"),
        ("/money/rates.md", "name the page by its id: `/money/rates`"),
        ("/money/", "leave out the last `/`: `/money`"),
        ("https:gov.uk", "write it as your browser shows it: `https://www.example.org/page`"),
        ("", "write it between the brackets: `[text](/money)`"),
    ] {
        let Diagnosed { value, findings } = read(&format!("[a]({address})"));
        assert_eq!(value.links[0].target, LinkTarget::Refused, "{address}");
        assert_eq!((findings[0].code.id(), findings[0].help.as_str()), ("L005", help), "{address}");
    }
    finds(
        "[a][b]",
        &[
            "L005 [a][b]: `[a][b]` names an address that is not given anywhere; write the address in the link, `[text](/money)`, or add a line `[label]: /money`",
        ],
    );
    finds("[a] and [ ] are brackets", &[]);
}

#[test]
fn images_need_words() {
    let content = clean("![A *carer*](a.jpg) ![](/b/c.png \"decorative\")");
    assert_eq!((content.images[0].alt.as_str(), &*content.images[0].file), ("A carer", "a.jpg"));
    assert_eq!((content.images[1].alt.as_str(), &*content.images[1].file), ("", "/b/c.png"));
    for (text, code) in [
        ("![](a.jpg)", "M006"),
        ("![words](a.jpg \"decorative\")", "M006"),
        ("![words](a.jpg \"title\")", "M011"),
        ("![words](https://a.example/b.jpg)", "M011"),
        ("![words](data:image/png,x)", "M011"),
        ("![words](../b.jpg)", "M011"),
        ("![{fact:a}](b.jpg)", "M007"),
    ] {
        assert_eq!(read(text).findings[0].code.id(), code, "{text}");
    }
}

#[test]
fn html_is_shown_as_text_and_reported() {
    finds(
        "a <b>c</b>",
        &[
            "M001 <b>: the HTML `<b>` is shown as text; write it in Markdown, such as `**bold**`; for a plain `<` write `\\<`",
        ],
    );
    finds(
        "<!-- c -->",
        &[
            "M001 <!-- c -->: the HTML `<!-- c -->` is shown as text; delete it: notes to other editors would be read by everybody",
        ],
    );
    assert_eq!(words(&read("> <div>\n> x\n> </div>").value), "<div> x </div>");
    finds("a < b, \\<b>, `<b>`", &[]);
}

#[test]
fn headings_have_the_anchors_that_are_written() {
    let content = clean("## Rates {#rates}\n\n### Plain\n\n## Brace \\{x}");
    let headings = content.events.iter().filter(|event| matches!(event, Event::Open(_)));
    assert_eq!(
        headings.copied().collect::<Vec<_>>(),
        [
            Event::Open(Tag::Heading { level: 2, anchor: Some(0) }),
            Event::Open(Tag::Heading { level: 3, anchor: None }),
            Event::Open(Tag::Heading { level: 2, anchor: None }),
        ]
    );
    assert_eq!((&*content.anchors[0].id, content.anchors[0].span.clone()), ("rates", 11..16));
    finds(
        "# Title",
        &[
            "M012 # Title: a heading with one `#` stands in the text; begin it with `##`: the page's title, from the lines at the top of the file, is the only `#`",
        ],
    );
    finds(
        "## A {#a}\n## B {#a}",
        &[
            "M009 a: the anchor `a` is written twice; give each heading an anchor of its own: a link can lead to one only",
        ],
    );
    finds(
        "## A {#a .b}",
        &[
            "M013 {#a .b}: `{#a .b}` does not work after a heading; only an anchor may stand there, like `{#rates}`; for a plain brace write `\\{`",
        ],
    );
    finds(
        "## A {#B}",
        &[
            "M013 B: `B` cannot be an anchor; use lower-case letters, digits and hyphens, like `{#how-to-claim}`, and neither `main` nor `fn-` or `fp-` at the start",
        ],
    );
    for text in ["## A \\{x} ##\n", "A \\{x}\n---\n", "> - ## A \\{x}", "`A\n\\{x}`"] {
        assert!(words(&clean(text)).ends_with("{x}"), "{text}");
    }
    for text in ["## A {b}", "A {b}\n---", "## A {.b}"] {
        let Diagnosed { value, findings } = read(text);
        assert_eq!(words(&value).replace('.', ""), "A {b}", "braces without an anchor stay");
        assert_eq!(findings[0].code.id(), "M013", "{text}");
    }
}

#[test]
fn footnotes_stand_at_the_end_in_order_of_first_call() {
    let content = clean("a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X[^z]\n\n[^z]: Z\n");
    assert_eq!(words(&content), "a b cXYZ");
    let notes = content.events.iter().filter_map(|event| match event {
        Event::Open(Tag::Footnote { number, calls }) => Some((*number, *calls)),
        _ => None,
    });
    assert_eq!(notes.collect::<Vec<_>>(), [(1, 2), (2, 1), (3, 1)]);
}

#[test]
fn footnotes_that_do_not_meet_are_reported_and_kept() {
    finds(
        "a[^b]",
        &["M014 [^b]: the footnote `[^b]` has no text; add a line `[^b]: the text`; for plain brackets write `\\[`"],
    );
    finds(
        "a\n\n[^b]: c",
        &[
            "M014 [^b]: c: nothing refers to the footnote `[^b]: c`; write its label where it belongs, such as `[^1]`, or delete it",
        ],
    );
    finds(
        "a[^b]\n\n[^b]: c\n\n[^b]: d",
        &["M014 [^b]: d: the footnote `b` has two texts; give each footnote a label of its own"],
    );
    assert_eq!(words(&read("a[^b]\n\n[^b]: c\n\n[^b]: d\n\n[^e]: f").value), "acdf");
    finds("a\\[^b] `[^c]`", &[]);
}

#[test]
fn a_row_keeps_the_cells_that_the_table_has_no_column_for() {
    let text = "| a |\n|---|\n| b | c |\n";
    finds(
        text,
        &[
            "M015 c: this row has more cells than the table has columns; take the cell out, or add a column to the table's first two lines; `\\|` is a plain line",
        ],
    );
    assert_eq!(words(&read(text).value), "ab c");
    finds("| a | b |\n|---|---|\n| c |\n| d \\| e | |\n", &[]);
}

#[test]
fn each_block_of_the_source_has_a_hash() {
    let text = "Para one\nwrapped.\n\n- a\n\n- b\n\n::::only nations=wales\nInside.\n\n## Head\n::::\n\n***\n";
    let hashes = super::block_hashes(&clean(text));
    assert_eq!(hashes.len(), 6, "paragraph, list, opening line, paragraph, heading, rule");
    assert_eq!(hashes[0], blake3::hash(b"Para one wrapped.").to_hex()[..8]);
    assert_eq!(hashes[2], blake3::hash(b"::::only nations=wales").to_hex()[..8]);
    let wrapped = super::block_hashes(&clean(&text.replace("one\n", "one \r\n  ")));
    assert_eq!(wrapped, hashes, "wrapping changes nothing");
}

#[test]
fn characters_that_no_page_may_show_are_replaced() {
    let text = "a\u{0}b\u{E000}`c\u{7}`\u{E000}\n\n![\u{E000}](a.png) {fact:a}";
    let Diagnosed { value, findings } = read(text);
    assert_eq!(words(&value), "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD} <0>");
    assert_eq!(value.images[0].alt, "\u{FFFD}");
    assert_eq!(findings.len(), 5);
    assert_eq!(findings[1].message, "the invisible character U+E000 cannot be shown");
}

#[test]
fn a_body_has_its_place_in_its_file() {
    let source: Arc<str> = "---\ntitle: £\n---\n\u{FEFF}Hi {fact:a}".into();
    let content = parse(&FILE.into(), &source, 18..source.len()).value;
    assert_eq!(content.events[1], Event::Text(Str::new(21..24).into()));
    assert_eq!(&source[content.values[0].span.clone()], "{fact:a}");
}
