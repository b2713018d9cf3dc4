//! Turns a leaflet into Typst code: calls of the theme's functions, with all words as texts in quotes.

mod blocks;
mod text;

use std::fmt::Write as _;

use super::FormatsPanel;
use super::fonts::Typefaces;
use super::qr::Qr;
use crate::diag::Place;
use crate::model::{Direction, Language, PrintShape};
use crate::plan::prints::{Inline, Leaflet, Text, inline};
use crate::theme::{Colours, PrintTheme};

use text::{Samples, list, longest_word, quoted, says_contact};

/// How a leaflet is set, whatever it says.
pub struct Manner<'a> {
    pub theme: &'a PrintTheme,
    pub formats: FormatsPanel,
    pub qr: &'a Qr,
}

/// Typst code, and which piece of the leaflet each part of it comes from.
#[derive(Clone)]
pub struct Script {
    pub text: String,
    /// From which byte on the code is that of a place; sorted.
    places: Vec<(usize, Option<Place>)>,
}

impl Script {
    pub fn of(leaflet: &Leaflet, fonts: &Typefaces, manner: &Manner<'_>) -> Self {
        let mut writer = Writer::default();
        writer.leaflet(leaflet, fonts, manner);
        Self { text: writer.out, places: writer.places }
    }

    /// The piece of the leaflet that a byte of the code belongs to.
    pub fn place(&self, byte: usize) -> Option<&Place> {
        let at = self.places.partition_point(|(start, _)| *start <= byte).checked_sub(1)?;
        self.places[at].1.as_ref()
    }
}

/// Code so far.
#[derive(Default)]
struct Writer {
    out: String,
    places: Vec<(usize, Option<Place>)>,
    /// The innermost piece that is being written.
    place: Option<Place>,
}

impl Writer {
    fn push(&mut self, code: &str) {
        self.out.push_str(code);
    }

    fn add(&mut self, code: std::fmt::Arguments<'_>) {
        self.out.write_fmt(code).expect("a string takes all that is written");
    }

    /// Writes what comes from a place.
    fn of(&mut self, place: Option<&Place>, write: impl FnOnce(&mut Self)) {
        let before = self.place.clone();
        if place.is_some() {
            self.place = place.cloned();
            self.places.push((self.out.len(), self.place.clone()));
        }
        write(self);
        if place.is_some() {
            self.places.push((self.out.len(), before.clone()));
            self.place = before;
        }
    }

    fn leaflet(&mut self, leaflet: &Leaflet, fonts: &Typefaces, manner: &Manner<'_>) {
        self.add(format_args!(
            "#import \"/print/{}.typ\": sheet\n#import \"/print/blocks.typ\": *\n",
            leaflet.shape.as_str()
        ));
        self.fonts(leaflet, fonts);
        let Manner { theme, formats, qr } = manner;
        self.add(format_args!("#let inks = ({})\n", inks(manner)));
        self.push("#let (boxed, contact) = (boxed.with((inks: inks)), contact.with((inks: inks)))\n");
        self.push("#sheet((\n");
        self.add(format_args!("title: {},\n", quoted(&leaflet.title())));
        self.add(format_args!("inks: inks,\nbleed: {},\n", theme.settings.bleed));
        self.add(format_args!("formats-first: {},\n", *formats == FormatsPanel::First));
        self.add(format_args!("url: {}, short: {},\n", quoted(&leaflet.url), quoted(&leaflet.short)));
        self.add(format_args!("qr: {:.3},\n", qr.width_mm));
        self.add(format_args!("credits: {},\n", list(leaflet.credits.iter().map(|credit| quoted(credit)))));
        self.push("formats: (\n");
        for one in &leaflet.formats {
            self.push("(");
            self.voice(one.language);
            let reach = one.reach.as_deref().map_or_else(|| "none".to_owned(), quoted);
            self.add(format_args!("text: {}, reach: {reach}),\n", quoted(&one.text)));
        }
        self.push("),\ntexts: (\n");
        for text in &leaflet.texts {
            self.text(text, leaflet.shape);
        }
        self.push("),\n))\n");
    }

    /// The families of each language, by its tag.
    fn fonts(&mut self, leaflet: &Leaflet, fonts: &Typefaces) {
        let mut samples = Samples::new();
        for text in &leaflet.texts {
            samples.entry(text.language).or_default().push_str(&text.title);
            text::sample(&text.blocks, text.language, &mut samples);
            text::sample_contact(&text.contact, text.language, &mut samples);
        }
        for one in &leaflet.formats {
            samples.entry(one.language).or_default().push_str(&one.text);
        }
        self.push("#let families = (\n");
        for (language, sample) in &samples {
            let families = list(fonts.families_for(sample).into_iter().map(quoted));
            self.add(format_args!("{}: {families},\n", quoted(language.as_str())));
        }
        self.push(")\n");
    }

    /// `lang`, `dir` and `fonts` of a language.
    fn voice(&mut self, language: Language) {
        self.add(format_args!(
            "lang: {}, dir: {}, fonts: families.at({}), ",
            quoted(&tag(language)),
            direction(language),
            quoted(language.as_str())
        ));
    }

    fn text(&mut self, text: &Text, shape: PrintShape) {
        self.push("(");
        self.voice(text.language);
        let said = [
            ("title", Some(&text.title)),
            ("summary", text.summary.as_ref()),
            ("portal", Some(&text.portal)),
            ("place", text.place.as_ref()),
        ];
        for (name, words) in said {
            self.add(format_args!("{name}: "));
            match words {
                Some(words) => self.words(words, text.language),
                None => self.push("none"),
            }
            self.push(",\n");
        }
        let phone = text.contact.phone.as_deref().map_or_else(|| "none".to_owned(), quoted);
        self.add(format_args!("publisher: {}, phone: {phone},\n", quoted(&text.publisher)));
        // A text that says how to reach the publisher need not be followed by it. The back of a folded leaflet is seen
        // without what is inside.
        if shape != PrintShape::Dl && says_contact(&text.blocks, &text.contact) {
            self.push("contact: none");
        } else {
            self.push("contact: {");
            self.contact(&text.contact);
            self.push("}");
        }
        self.add(format_args!(", longest: {}", quoted(&longest_word(&text.contact))));
        self.push(",\ncontrol: (");
        for part in &text.control {
            self.words(part, text.language);
            self.push(", ");
        }
        self.push("),\n");
        let words = &text.words;
        let words = [
            ("page", &words.page),
            ("contact", &words.contact),
            ("phone", &words.phone),
            ("newest", &words.newest),
            ("credits", &words.credits),
            ("qr", &words.qr),
        ];
        self.push("words: (");
        for (name, word) in words {
            self.add(format_args!("{name}: {}, ", quoted(word)));
        }
        self.push("),\nbody: {\n[]\n");
        self.blocks(&text.blocks);
        self.push("},\n),\n");
    }

    /// A text in quotes; in a script from right to left, one with numbers is a line in which they keep their order.
    fn words(&mut self, words: &str, language: Language) {
        match inline::text(words, language) {
            Inline::Text(words) => self.push(&quoted(&words)),
            pieces => self.line(&[pieces]),
        }
    }
}

/// The theme's colours by name. Without any, all is black.
fn inks(manner: &Manner<'_>) -> String {
    let theme = manner.theme;
    let of = |(name, colour): (&String, &String)| format!("{}: rgb({}), ", quoted(name), quoted(colour));
    match theme.settings.colours {
        Colours::All if !theme.inks.is_empty() => theme.inks.iter().map(of).collect(),
        _ => ":".to_owned(),
    }
}

/// What Typst takes for a language: the first part of a tag.
fn tag(language: Language) -> String {
    language.as_str().split('-').next().unwrap_or_default().to_owned()
}

fn direction(language: Language) -> &'static str {
    match language.direction() {
        Direction::Ltr => "\"ltr\"",
        Direction::Rtl => "\"rtl\"",
    }
}
