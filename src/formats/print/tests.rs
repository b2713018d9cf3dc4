//! Turns small leaflets into pages, and reads what stands where.

use std::collections::BTreeMap;

use super::proof::{Panel, Proof};
use super::{FormatsPanel, Pictures, Press};
use crate::io::MemoryFiles;
use crate::load::{Known, Sources, load};
use crate::model::{Language, PrintShape};
use crate::plan::prints::{At, Block, BlockKind, Contact, Formats, Inline, Leaflet, Text, Version, Words};
use crate::theme::Theme;

fn sources() -> Sources {
    load(&MemoryFiles::default(), &Known::default()).unwrap().value.sources
}

fn theme(sources: &Sources) -> Theme {
    Theme::build(sources, "default", &BTreeMap::new()).value.unwrap()
}

fn block(kind: BlockKind) -> Block {
    Block { kind, at: At::default() }
}

fn paragraph(text: &str) -> Block {
    block(BlockKind::Paragraph(vec![Inline::text(text)]))
}

fn leaflet(shape: PrintShape, tag: &str, blocks: Vec<Block>) -> Leaflet {
    let language: Language = tag.parse().unwrap();
    let rtl = tag == "ur";
    let word = |ltr: &str, urdu: &str| if rtl { urdu.to_owned() } else { ltr.to_owned() };
    let text = Text {
        language,
        title: word("Title", "عنوان"),
        summary: Some(word("Summary", "خلاصہ")),
        portal: word("Portal", "پورٹل"),
        publisher: "Publisher".to_owned(),
        place: None,
        contact: Contact {
            name: None,
            lines: vec![(word("Phone", "فون"), vec![Inline::Ltr("01632 960100".to_owned())])],
            phone: Some("01632 960100".to_owned()),
        },
        blocks,
        control: vec![word("Control", "کنٹرول")],
        words: Words {
            page: "{n} / {all}".to_owned(),
            contact: word("Contact", "رابطہ"),
            newest: word("Newest", "تازہ"),
            phone: word("Phone", "فون"),
            credits: word("Pictures", "تصویریں"),
            qr: "{url}".to_owned(),
            ..Words::default()
        },
    };
    let formats = Formats { language, text: word("Formats", "فارمیٹ"), reach: Some("01632 960100".to_owned()) };
    Leaflet {
        code: serde_json::from_str("\"h4kd7cr\"").unwrap(),
        version: Version::default(),
        shape,
        texts: vec![text],
        issued: "2026-11-01".parse().unwrap(),
        review: None,
        url: "https://carers.example.org/print/h4kd7cr/".to_owned(),
        short: "carers.example.org/print/h4kd7cr".to_owned(),
        formats: vec![formats],
        credits: Vec::new(),
        at: At::default(),
    }
}

/// What is found on the pages of a leaflet, and what is read from them.
fn proof<T>(leaflet: &Leaflet, read: impl FnOnce(&Proof<'_>) -> T) -> T {
    let sources = sources();
    let theme = theme(&sources);
    let press = Press::new(&theme.print, Pictures::new(&[], &sources, theme.print.settings.colours));
    read(&press.proof(leaflet, FormatsPanel::Last).unwrap())
}

fn found(leaflet: &Leaflet) -> Vec<String> {
    proof(leaflet, |proof| proof.findings().into_iter().map(|finding| finding.message).collect())
}

/// Everything that is written, in the order in which it is read.
fn written(leaflet: &Leaflet) -> String {
    proof(leaflet, |proof| proof.runs().iter().map(|run| run.item.text.to_string()).collect())
}

fn rectangles(panels: &[Panel]) -> Vec<String> {
    let side = |panel: &Panel| {
        let Panel { name, page, x, y, width, height, .. } = panel;
        format!("{name}: side {page}, {x:.0} {y:.0}, {width:.0} x {height:.0}")
    };
    panels.iter().map(side).collect()
}

/// The names of the panels in the order in which their first words are read.
fn order(proof: &Proof<'_>) -> Vec<String> {
    let panels = proof.panels();
    let mut names: Vec<String> = Vec::new();
    for run in proof.runs() {
        let holds = |panel: &&Panel| {
            panel.page == i64::try_from(run.page).unwrap()
                && run.x >= panel.x - 1.0
                && run.x + run.width <= panel.x + panel.width + 1.0
        };
        let panel = panels.iter().find(holds).unwrap_or_else(|| panic!("`{}` stands in no panel", run.item.text));
        if names.last() != Some(&panel.name) {
            names.push(panel.name.clone());
        }
    }
    names
}

fn long(word: &str, paragraphs: usize) -> Vec<Block> {
    (0..paragraphs).map(|_| paragraph(&format!("{word} ").repeat(30))).collect()
}

#[test]
fn a_folded_leaflet_has_its_panels_in_their_places_and_is_read_in_order() {
    let expected = [
        "front: side 1, 205 10, 84 x 190",
        "flap: side 1, 8 10, 81 x 190",
        "back: side 1, 105 10, 84 x 190",
        "inside 1: side 2, 10 10, 80 x 190",
        "inside 2: side 2, 109 10, 80 x 190",
        "inside 3: side 2, 208 10, 80 x 190",
    ];
    let mirrored = [
        "front: side 1, 8 10, 84 x 190",
        "flap: side 1, 208 10, 81 x 190",
        "back: side 1, 108 10, 84 x 190",
        "inside 1: side 2, 207 10, 80 x 190",
        "inside 2: side 2, 108 10, 80 x 190",
        "inside 3: side 2, 9 10, 80 x 190",
    ];
    for (tag, word, expected) in [("en", "word", expected), ("ur", "لفظ", mirrored)] {
        let blocks = long(word, if tag == "en" { 14 } else { 26 });
        proof(&leaflet(PrintShape::Dl, tag, blocks), |proof| {
            assert_eq!(proof.findings(), [], "{tag}");
            assert_eq!(rectangles(&proof.panels()), expected, "{tag}");
            assert_eq!(order(proof), ["front", "flap", "back", "inside 1", "inside 2", "inside 3"], "{tag}");
        });
    }
}

fn section(name: &str, paragraphs: Vec<Block>) -> Vec<Block> {
    let heading = block(BlockKind::Heading { level: 2, text: vec![Inline::text(name)] });
    std::iter::once(heading).chain(paragraphs).collect()
}

/// The panels that the headings of sections stand in, on the inner side.
fn panels_of_sections(leaflet: &Leaflet, names: &[&str]) -> Vec<String> {
    proof(leaflet, |proof| {
        assert_eq!(proof.findings(), []);
        let (runs, panels) = (proof.runs(), proof.panels());
        let panel = |name: &&str| {
            let run = runs.iter().find(|run| run.page == 2 && run.item.text.trim() == *name).unwrap();
            let holds = |panel: &&Panel| panel.page == 2 && run.x > panel.x - 1.0 && run.x < panel.x + panel.width;
            panels.iter().find(holds).unwrap().name.clone()
        };
        names.iter().map(panel).collect()
    })
}

#[test]
fn sections_are_shared_out_to_the_panels_of_a_folded_leaflet() {
    for (tag, word, names) in [("en", "word", ["One", "Two", "Three"]), ("ur", "لفظ", ["ایک", "دو", "تین"])]
    {
        let text = |sizes: [usize; 3]| {
            let sections = names.iter().zip(sizes).flat_map(|(name, size)| section(name, long(word, size)));
            leaflet(PrintShape::Dl, tag, long(word, 1).into_iter().chain(sections).collect())
        };
        let expected = ["inside 1", "inside 2", "inside 3"];
        assert_eq!(panels_of_sections(&text([1, 2, 1]), &names), expected, "{tag}");
        // Two short ones share a panel: otherwise the long one would stand with one of them.
        let fourth = |sizes: [usize; 3]| {
            let mut leaflet = text(sizes);
            leaflet.texts[0].blocks.extend(section("4", long(word, 3)));
            leaflet
        };
        let four = [names[0], names[1], names[2], "4"];
        let shared = ["inside 1", "inside 2", "inside 2", "inside 3"];
        assert_eq!(panels_of_sections(&fourth([2, 1, 1]), &four), shared, "{tag}");
        // One that is longer than a panel goes on in the next.
        let on = panels_of_sections(&text([1, if tag == "en" { 8 } else { 14 }, 1]), &names);
        assert_eq!(on[..2], ["inside 1", "inside 1"], "{tag}");
    }
}

#[test]
fn a_text_that_is_too_long_for_its_panels_says_by_how_much() {
    let found = found(&leaflet(PrintShape::Dl, "en", long("word", 30)));
    let [message] = &found[..] else { panic!("{found:?}") };
    let (before, after) = message.split_once(" mm: ").unwrap();
    assert_eq!(after, "from here on it does not fit into the panel `inside 3`");
    let over = before.strip_prefix("the text is too long for the panels of the `dl` print in `en` by ").unwrap();
    assert!((150..500).contains(&over.parse::<u32>().unwrap()), "{over}");
}

#[test]
fn the_back_of_a_folded_leaflet_says_how_to_reach_its_publisher_again() {
    let says = |shape: PrintShape| {
        let mut leaflet = leaflet(shape, "en", Vec::new());
        let contact = leaflet.texts[0].contact.clone();
        leaflet.texts[0].blocks.push(block(BlockKind::Contact(contact)));
        written(&leaflet).matches("Contact").count()
    };
    assert_eq!((says(PrintShape::A4), says(PrintShape::Dl)), (0, 1));
}

#[test]
fn pages_are_numbered_in_their_language() {
    let mut bilingual = leaflet(PrintShape::A4, "cy", Vec::new());
    let mut english = leaflet(PrintShape::A4, "en", Vec::new()).texts;
    bilingual.texts[0].words.page = "Tudalen {n} o {all}".to_owned();
    english[0].words.page = "Page {n} of {all}".to_owned();
    bilingual.texts.append(&mut english);
    let said = proof(&bilingual, |proof| {
        let last = |page: usize| proof.runs().iter().rfind(|run| run.page == page).map(|run| run.item.text.to_string());
        [last(1), last(2)]
    });
    assert_eq!(said.map(Option::unwrap), ["Tudalen 1 o 2", "Page 2 of 2"]);
}

#[test]
fn a_panel_of_a_fixed_size_says_by_how_much_it_is_too_full() {
    let mut full = leaflet(PrintShape::Dl, "en", Vec::new());
    full.texts[0].summary = Some("word ".repeat(150));
    let found = found(&full);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("the panel `front` is too full by "), "{found:?}");
}

#[test]
fn a_word_that_is_too_wide_is_named() {
    let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    let found = found(&leaflet(PrintShape::Dl, "en", vec![paragraph(word)]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("is too wide for the panel `inside 1` by "), "{found:?}");
    assert_eq!(self::found(&leaflet(PrintShape::A4, "en", vec![paragraph(word)])), [""; 0]);
}

#[test]
fn a_letter_without_a_font_is_named() {
    let found = found(&leaflet(PrintShape::A4, "en", vec![paragraph("A smile: \u{1f600}")]));
    assert_eq!(found, ["no font has the letter `\u{1f600}` (U+1F600)"]);
    for (tag, text) in [("cy", "Ŵŷ ŵ"), ("pl", "Zażółć gęślą jaźń"), ("en", "اردو বাংলা ਪੰਜਾਬੀ ગુજરાતી हिन्दी £ € – “x” •")]
    {
        assert_eq!(self::found(&leaflet(PrintShape::A4, tag, vec![paragraph(text)])), [""; 0], "{text}");
    }
}

#[test]
fn signs_of_typst_are_letters_like_all_others() {
    let text = r##"#let x = "1" \ @name $x$ *a* _b_ `c` <d> //e /* = "##;
    for shape in PrintShape::ALL {
        // Lines end between words.
        let written = written(&leaflet(shape, "en", vec![paragraph(text)])).replace(' ', "");
        assert!(written.contains(&text.replace(' ', "")), "{shape:?}: {written}");
    }
}

#[test]
fn a_table_of_twelve_columns_becomes_a_list() {
    let row = |word: &str| (0..12).map(|n| vec![Inline::text(format!("{word}{n:02}withletters"))]).collect::<Vec<_>>();
    let table = BlockKind::Table { head: row("head"), rows: vec![row("cell")] };
    let leaflet = leaflet(PrintShape::A4, "en", vec![block(table)]);
    assert_eq!(found(&leaflet), [""; 0]);
    let text = written(&leaflet);
    let (head, cell) = (text.find("head11withletters").unwrap(), text.find("cell11withletters").unwrap());
    assert!(head < cell && text.find("cell00withletters").unwrap() < head, "{text}");
}

#[test]
fn an_empty_page_is_a_print_of_what_stands_on_every_one() {
    for shape in PrintShape::ALL {
        let text = written(&leaflet(shape, "en", Vec::new()));
        for part in ["Title", "carers.example.org/print/h4kd7cr", "01632 960100", "Control", "Formats"] {
            assert!(text.contains(part), "{shape:?} {part}: {text}");
        }
    }
}

#[test]
fn the_same_leaflet_is_the_same_bytes() {
    let sources = sources();
    let theme = theme(&sources);
    let pictures = || Pictures::new(&[], &sources, theme.print.settings.colours);
    let leaflet = leaflet(PrintShape::A5, "ur", long("لفظ", 20));
    let first = Press::new(&theme.print, pictures()).press(&leaflet).unwrap();
    super::forget();
    let again = Press::new(&theme.print, pictures()).press(&leaflet).unwrap();
    assert!(first.pdf == again.pdf && first.booklet == again.booklet);
    assert!(first.booklet.is_some() && first.pages > 1);
}

/// Between Urdu letters the groups of a telephone number would change places.
#[test]
fn a_number_in_urdu_stays_whole_wherever_it_stands() {
    let mut leaflet = leaflet(PrintShape::A4, "ur", Vec::new());
    let words = || "مدد 01632 960220 پر".to_owned();
    let text = &mut leaflet.texts[0];
    (text.title, text.summary, text.portal, text.place) = (words(), Some(words()), words(), Some(words()));
    text.control = vec![words()];
    let whole = |proof: &Proof<'_>| proof.runs().iter().filter(|run| run.item.text == "01632 960220").count();
    assert_eq!(proof(&leaflet, whole), 5, "{}", written(&leaflet));
}

/// Readers take a word that begins with a letter of no width for two.
#[test]
fn lam_and_alef_have_a_width_each() {
    for strong in [false, true] {
        let word = vec![Inline::text("والا")];
        let word = if strong { vec![Inline::Strong(word)] } else { word };
        proof(&leaflet(PrintShape::A4, "ur", vec![block(BlockKind::Paragraph(word))]), |proof| {
            let run = proof.runs().into_iter().find(|run| run.item.text.trim() == "والا").unwrap();
            let widths = run.item.glyphs.iter().map(|glyph| glyph.x_advance.get());
            assert!(widths.clone().all(|width| width > 0.15), "{:?}", widths.collect::<Vec<_>>());
        });
    }
}

#[test]
fn a_letter_and_its_mark_are_one_run() {
    let leaflet = leaflet(PrintShape::A4, "ur", vec![paragraph("مثلاً")]);
    proof(&leaflet, |proof| {
        let joined = super::join::join(&proof.document);
        let whole =
            Proof { document: joined, leaflet: proof.leaflet, setting: proof.setting.clone(), fonts: proof.fonts };
        assert!(whole.runs().iter().any(|run| run.item.text.trim() == "مثلاً"), "split");
        assert!(whole.runs().len() < proof.runs().len());
    });
}
