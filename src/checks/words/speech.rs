//! Turns a language into the words that rules look for in it. What a language has no words for here is not checked in
//! it, and `doctor` says so.

mod english;
mod others;
mod polish;
mod welsh;

use crate::model::Language;

/// What rules know of a language. An empty list means that the rule does not hold for it.
pub struct Speech {
    tag: &'static str,
    /// Words that join two ideas in a sentence.
    pub joins: &'static [&'static str],
    /// Contractions and what to write.
    pub contractions: &'static [(&'static str, &'static str)],
    /// Number words and their numerals.
    pub numbers: &'static [(&'static str, &'static str)],
    /// Words for per cent.
    pub percent: &'static [&'static str],
    /// Short names of months and the full ones.
    pub months: &'static [(&'static str, &'static str)],
    /// Whether times are said with am and pm.
    pub clock: Clock,
    /// Abbreviations in small letters, without the last stop, and what to write.
    pub abbreviations: &'static [(&'static str, &'static str)],
    pub passive: Option<&'static Passive>,
    /// Words that say no, of which one in a sentence is enough.
    pub negatives: &'static [&'static str],
    /// Texts of links that say nothing.
    pub vague_links: &'static [&'static str],
    /// Whether words are parted by white space, so that they can be counted.
    pub spaces: Spaces,
    pub formula: Option<Formula>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// 5pm.
    Twelve,
    /// 17:00.
    Any,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spaces {
    Between,
    None,
}

/// How the passive voice can be told.
pub struct Passive {
    /// Forms of "to be".
    pub be: &'static [&'static str],
    /// Words that may stand between.
    pub between: &'static [&'static str],
    /// Participles that do not end as others do.
    pub participles: &'static [&'static str],
    /// What looks like a participle and is none, or says what something is called.
    pub others: &'static [&'static str],
}

/// A formula of readability that was tested with readers of the language, and gives years of school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    FleschKincaid,
    PolishFog,
}

const NONE: Speech = Speech {
    tag: "",
    joins: &[],
    contractions: &[],
    numbers: &[],
    percent: &[],
    months: &[],
    clock: Clock::Any,
    abbreviations: &[],
    passive: None,
    negatives: &[],
    vague_links: &[],
    spaces: Spaces::Between,
    formula: None,
};

const ALL: [&Speech; 6] =
    [&english::SPEECH, &welsh::SPEECH, &polish::SPEECH, &others::URDU, &others::BENGALI, &others::PANJABI];

/// Languages that write no white space between words.
const WITHOUT_SPACES: [&str; 9] = ["zh", "yue", "ja", "th", "lo", "km", "my", "bo", "dz"];

static WIDE: Speech = Speech { spaces: Spaces::None, ..NONE };
static UNKNOWN: Speech = NONE;

pub fn of(language: Language) -> &'static Speech {
    let tag = language.as_str();
    let main = tag.split('-').next().unwrap_or(tag);
    let known = ALL.into_iter().find(|speech| speech.tag == tag);
    known.unwrap_or(if WITHOUT_SPACES.contains(&main) { &WIDE } else { &UNKNOWN })
}

/// What is not checked in a language because no rule is known for it.
pub fn without_rules(language: Language) -> Vec<&'static str> {
    let speech = of(language);
    let mut without = Vec::new();
    let mut lacks = |lacks: bool, what| {
        if lacks {
            without.push(what);
        }
    };
    lacks(speech.spaces == Spaces::None, "words in a sentence");
    lacks(super::everyday::CommonWords::of(language).is_none(), "hard words that are not in the glossary");
    lacks(speech.formula.is_none(), "readability");
    lacks(speech.joins.is_empty(), "ideas in a sentence");
    lacks(speech.contractions.is_empty(), "contractions");
    lacks(speech.numbers.is_empty(), "number words");
    lacks(speech.abbreviations.is_empty(), "short forms such as `eg`");
    lacks(speech.passive.is_none(), "the passive voice");
    lacks(speech.negatives.is_empty(), "double negatives");
    lacks(speech.vague_links.is_empty(), "the words of links");
    without
}
