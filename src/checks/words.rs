//! Turns the words of pages into findings: easy-read rules, and rules for standard pages.
//!
//! Each text is read once into sentences and words (`parse::prose`), and every rule of its edition looks at that. What
//! holds for a language only is in `speech`; where a language has no rule, `doctor` says so and nothing is guessed.
//! Thresholds are those of `rules:` in `portal.yaml`. Findings of one kind that are many on a page are told as one.
//!
//! The rules of easy read, with the documents that ask for them: DH = Department of Health, Making written information
//! easier to understand (2010); GOV = GOV.UK accessible communication formats; PIF = Patient Information Forum (2023);
//! IE = Inclusion Europe, Information for all; NOR = Norfolk County Council; DUD = Dudley; WID = Widgit; BW, BITV =
//! German rules; SEL = Selkokeskus; COGA = W3C, Making content usable; UKAAF = G003 clear print.
//!
//! | Row | Rule | Source | Kept by |
//! |--:|---|---|---|
//! | 1 | words in a sentence | GOV, DH, PIF | E001 |
//! | 2 | one idea in a sentence | GOV, NOR, BITV | E002, English and Welsh |
//! | 3 | one or two sentences in a row | WID | E003 |
//! | 4 | a picture for each row | DH, PIF | E004 |
//! | 5 | the picture at the start side | DH, PIF, DUD | layout: a test of the theme |
//! | 7 | one set of pictures in a document | practice | E018 |
//! | 8 | type size | DH, GOV, DUD | layout: a test of the theme, on screen and on paper |
//! | 9 | no italics, underline, capitals | IE, DUD, UKAAF | E005; Markdown has no underline, and HTML is M001; a test of the theme |
//! | 10 | emphasis by bold only | GOV | E005 |
//! | 11 | start-aligned, no hyphenation | BITV, UKAAF | layout: a test of the theme |
//! | 12 | length of lines | SEL | layout: a test of the theme |
//! | 13 | space between lines | practice | layout: a test of the theme |
//! | 14 | hard words | GOV, IE, NOR | E006, E007; a list of common words for English, the glossary for all |
//! | 15 | abbreviations | GOV, IE, NOR | E008 |
//! | 16 | contractions | NOR | E009, English: in Welsh they are the grammar (`mae'r`) |
//! | 17 | numerals | BW | E010, English, Welsh and Polish |
//! | 18 | percentages | BW, BITV | E011 |
//! | 19 | dates and times | BW, GOV.UK style | E012 |
//! | 20 | Roman numerals, special characters | COGA, BITV | E013 |
//! | 21 | passive voice | GOV, PIF | E014, English |
//! | 22 | double negatives | COGA | E015, English: in Welsh and Polish they are the grammar |
//! | 23 | the same word for the same thing | IE | W006, in both editions |
//! | 26 | length in print | DH, GOV | E017, by rows; a test of the theme counts the pages of prints |
//! | 27 | what this is about, the content, who to contact | PIF | E016 |
//! | 28 | glossary at the end | GOV | E006 makes a hard word a term, and the page's template lists its terms |
//! | 29 | page numbers, page size, background | UKAAF, DUD, PIF | layout: a test of the theme, on screen and on paper |

mod everyday;
mod glossary;
mod notes;
mod page;
mod spelling;
mod speech;
mod terms;
mod easy;
mod standard;
mod abbreviations;
mod synonyms;

use std::collections::BTreeMap;

use rayon::prelude::*;

use self::notes::Notes;
use self::page::{Desk, Page};
use self::terms::Terms;
use crate::catalog::DocIx;
use crate::diag::Finding;
use crate::model::{Edition, Language};
use crate::plan::World;

pub use glossary::loops;
pub use speech::without_rules;

/// One rule: what it looks at is one page in one language and edition.
type Rule = fn(&Page<'_>, &mut Notes<'_>);

/// Every rule of easy read, in the order of the codes.
const EASY_READ: &[Rule] = &[
    easy::sentences::check,
    easy::rows::check,
    easy::emphasis::check,
    easy::hard::check,
    abbreviations::easy_read,
    easy::contractions::check,
    easy::numbers::check,
    easy::dates::check,
    easy::characters::check,
    easy::passive::check,
    easy::negatives::check,
    easy::parts::check,
    easy::pictures::check,
    synonyms::check,
];

/// Every rule of standard pages, in the order of the codes.
const STANDARD: &[Rule] = &[
    standard::sentences::check,
    standard::readability::check,
    standard::headings::check,
    standard::links::check,
    abbreviations::standard,
    synonyms::check,
    standard::length::check,
    standard::parts::check,
];

/// E001 to E018 and W001 to W008: every document whose text was read.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let terms = terms(world);
    let documents = world.catalog.documents.par_iter().enumerate();
    let found: Vec<Vec<Finding>> = documents
        .map_init(Desk::default, |desk, (number, document)| {
            let Some(content) = document.content() else { return Vec::new() };
            let page = desk.open(world, (document, content), &terms[&document.language]);
            let rules = &world.catalog.portal.rules;
            let (table, off) = match document.edition {
                Edition::Standard => (STANDARD, &rules.standard.off),
                Edition::EasyRead => (EASY_READ, &rules.easy_read.off),
            };
            let mut notes = Notes::new(off);
            for rule in table {
                rule(&page, &mut notes);
            }
            let found = notes.grouped(&content.source);
            if found.is_empty() { found } else { reached(world, number, found) }
        })
        .collect();
    found.into_iter().flatten().collect()
}

/// The glossary of each language that a text was read in.
fn terms<'a>(world: &World<'a>) -> BTreeMap<Language, Terms<'a>> {
    let mut languages: BTreeMap<Language, bool> = BTreeMap::new();
    for document in world.catalog.documents.iter().filter(|document| document.content().is_some()) {
        *languages.entry(document.language).or_default() |= document.edition == Edition::EasyRead;
    }
    let one = |(language, easy)| {
        let terms = Terms::new(world, language);
        (language, if easy { terms.with_common_words(world, language) } else { terms })
    };
    languages.into_iter().map(one).collect()
}

/// In how many trees the document is shown.
fn reached(world: &World<'_>, number: usize, findings: Vec<Finding>) -> Vec<Finding> {
    let doc = DocIx(u32::try_from(number).expect("a portal has fewer documents than a number can tell"));
    let Some(scoped) = world.catalog.pages.scoped(doc) else { return findings };
    let edition = world.catalog.document(doc).edition;
    let shows = |tree: &_| world.resolved.choice(*tree, scoped.page, edition).is_some_and(|choice| choice.doc == doc);
    let reach = u32::try_from(world.resolved.all().filter(shows).count()).unwrap_or(u32::MAX);
    findings.into_iter().map(|finding| Finding { reach, ..finding }).collect()
}
