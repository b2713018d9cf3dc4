//! Turns 500 leaflets of two pages into PDFs in one of three ways, for whoever measures what the process cost:
//! `ours` as a build does, `bare` by Typst alone from the same sources, `none` by writing the sources only.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use fingerpost::formats::{LEAFLETS_REMEMBERED, Pictures, Press, forget};
use fingerpost::io::MemoryFiles;
use fingerpost::load::{Known, load};
use fingerpost::model::PrintShape;
use fingerpost::plan::prints::{At, Block, BlockKind, Contact, Formats, Inline, Leaflet, Steps, Text, Version, Words};
use fingerpost::theme::{FontBytes, Theme};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

const LEAFLETS: usize = 500;

fn main() {
    // Whoever runs all benchmarks names no way.
    let way = std::env::args().nth(1).unwrap_or_default();
    let sources = load(&MemoryFiles::default(), &Known::default()).expect("nothing is read").value.sources;
    let theme =
        Theme::build(&sources, "default", &std::collections::BTreeMap::new()).value.expect("the theme is whole");
    let press = Press::new(&theme.print, Pictures::new(&[], &sources, theme.print.settings.colours));
    let bare = Bare::new(&theme);
    let bytes = each(|number| match way.as_str() {
        "ours" => {
            let pressed = press.press(&leaflet(number)).expect("a leaflet is printed");
            assert_eq!(pressed.pages, 2, "each leaflet has two pages");
            pressed.pdf.len()
        }
        "bare" => bare.pdf(press.sources(&leaflet(number)).expect("a leaflet has sources")).len(),
        _ => press.sources(&leaflet(number)).expect("a leaflet has sources").len(),
    });
    assert!(bytes > 0, "something is made");
}

/// Makes all leaflets, with what Typst remembers kept small, and gives the sum of what is made.
fn each(make: impl Fn(usize) -> usize + Sync) -> usize {
    let (next, bytes) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= LEAFLETS {
                        return;
                    }
                    bytes.fetch_add(make(number), Ordering::Relaxed);
                    if number % LEAFLETS_REMEMBERED == LEAFLETS_REMEMBERED - 1 {
                        forget();
                    }
                }
            });
        }
    });
    bytes.into_inner()
}

/// Typst alone.
struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: HashMap<FileId, Source>,
}

/// What it sees of one leaflet.
struct Seen<'a> {
    bare: &'a Bare,
    main: Source,
    files: HashMap<FileId, Bytes>,
}

fn id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).expect("a path inside")).intern()
}

impl Bare {
    fn new(theme: &Theme) -> Self {
        let bytes = |font: &FontBytes| match font {
            FontBytes::Carried(bytes) => Bytes::new(*bytes),
            FontBytes::Own(bytes) => Bytes::new(bytes.clone()),
        };
        let fonts: Vec<Font> = theme.print.fonts.iter().flat_map(|font| Font::iter(bytes(&font.bytes))).collect();
        let templates = theme.print.templates.iter().map(|(name, (_, text))| {
            let id = id(&format!("/print/{name}"));
            (id, Source::new(id, text.to_string()))
        });
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            templates: templates.collect(),
            fonts,
        }
    }

    fn pdf(&self, sources: Vec<(String, Vec<u8>)>) -> Vec<u8> {
        let mut files: HashMap<FileId, Bytes> =
            sources.into_iter().map(|(path, bytes)| (id(&path), Bytes::new(bytes))).collect();
        let main = id("/main.typ");
        let text = files.remove(&main).expect("a leaflet has a main source");
        let main = Source::new(main, text.as_str().expect("sources are text").to_owned());
        let seen = Seen { bare: self, main, files };
        let document = typst::compile::<PagedDocument>(&seen).output.expect("Typst can set it");
        let date = Datetime::from_ymd_hms(2026, 11, 1, 0, 0, 0);
        let options = PdfOptions {
            ident: Smart::Custom(seen.main.text().to_owned()),
            timestamp: date.map(Timestamp::new_utc),
            standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).expect("these go together"),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).expect("Typst can write it")
    }
}

impl World for Seen<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.bare.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.bare.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.bare.templates.get(&id).cloned().ok_or_else(|| FileError::NotFound("no such source".into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| FileError::NotFound("no such file".into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.bare.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Words that differ from leaflet to leaflet, as those of a portal do.
fn words(number: usize, start: usize, count: usize) -> String {
    const WORDS: [&str; 17] = [
        "carer", "help", "call", "home", "rest", "money", "the", "and", "council", "nurse", "plan", "week", "ask",
        "friend", "letter", "hospital", "break",
    ];
    let word = |at: usize| WORDS[(number * 7 + at * at + at * (number % 13 + 1)) % WORDS.len()];
    (start..start + count).map(word).collect::<Vec<_>>().join(" ")
}

fn block(kind: BlockKind) -> Block {
    Block { kind, at: At::default() }
}

fn blocks(number: usize) -> Vec<Block> {
    let line = |start, count| vec![Inline::text(words(number, start, count))];
    let mut blocks = Vec::new();
    for part in 0..3 {
        blocks.push(block(BlockKind::Heading { level: 2, text: line(part * 100, 4) }));
        blocks.push(block(BlockKind::Paragraph(line(part * 100 + 10, 40))));
        let items = (0..3).map(|item| vec![block(BlockKind::Paragraph(line(part * 100 + 60 + item * 9, 9)))]).collect();
        blocks.push(block(BlockKind::List { start: None, steps: Steps::No, items }));
    }
    let rows = (0..3).map(|row| vec![line(row * 11, 2), line(row * 13, 3)]).collect();
    blocks.push(block(BlockKind::Table { head: vec![line(1, 1), line(2, 2)], rows }));
    blocks
}

fn leaflet(number: usize) -> Leaflet {
    let word = |word: &str| word.to_owned();
    let language = "en".parse().expect("a language");
    let text = Text {
        language,
        title: format!("{} {number}", words(number, 0, 4)),
        summary: Some(words(number, 5, 10)),
        portal: word("Help for carers"),
        publisher: word("Carers' Signpost"),
        place: Some(format!("Place {}", number % 40)),
        contact: Contact {
            name: None,
            lines: vec![(word("Phone"), vec![Inline::Ltr(word("01632 960100"))])],
            phone: Some(word("01632 960100")),
        },
        blocks: blocks(number),
        control: vec![words(number, 0, 4), format!("Document {number}"), word("Issued 1 November 2026")],
        words: Words {
            page: word("Page {n} of {all}"),
            contact: word("Contact us"),
            newest: word("The newest copy of this leaflet"),
            phone: word("Phone"),
            credits: word("Pictures"),
            qr: word("QR code that leads to {url}"),
            ..Words::default()
        },
    };
    let formats = ["en", "cy", "pl", "ur", "bn", "pa"].into_iter().zip([
        "Ask us for large print, easy read, audio or Braille.",
        "Gofynnwch i ni am brint bras, fersiwn hawdd ei deall, sain neu Braille.",
        "Poproś nas o duży druk, tekst łatwy do czytania, nagranie lub alfabet Braille'a.",
        "بڑے حروف، آسان زبان، آڈیو یا بریل کے لیے ہم سے کہیں۔",
        "বড় হরফ, সহজ ভাষা, অডিও বা ব্রেইলের জন্য আমাদের বলুন।",
        "ਵੱਡੇ ਅੱਖਰਾਂ, ਸੌਖੀ ਭਾਸ਼ਾ, ਆਡੀਓ ਜਾਂ ਬ੍ਰੇਲ ਲਈ ਸਾਨੂੰ ਕਹੋ।",
    ]);
    let formats = formats.map(|(tag, text)| Formats {
        language: tag.parse().expect("a language"),
        text: word(text),
        reach: Some(word("01632 960100")),
    });
    Leaflet {
        code: serde_json::from_str("\"h4kd7cr\"").expect("a code"),
        version: Version::default(),
        shape: PrintShape::A4,
        texts: vec![text],
        issued: "2026-11-01".parse().expect("a day"),
        review: None,
        url: format!("https://carers.example.org/print/{number}/"),
        short: format!("carers.example.org/print/{number}"),
        formats: formats.collect(),
        credits: Vec::new(),
        at: At::default(),
    }
}
