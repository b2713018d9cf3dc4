//! Turns pieces of text, one after the other, into words and sentences.

use super::{Marks, Prose, Sentence, Text, Unit, UnitKind, Word, abbreviations, letters};
use crate::model::Language;
use crate::parse::content::Str;

/// Where the reading of a text has come to.
pub struct Scan<'a> {
    prose: &'a mut Prose,
    text: Text<'a>,
    language: Language,
    marks: Marks,
    block: Option<u16>,
    row: Option<u16>,
    unit: Option<UnitKind>,
    /// The first word of the sentence, and the first sentence of the unit.
    first_word: usize,
    first_sentence: usize,
    word: Option<OpenWord>,
    /// Words that values of the sentence show beyond the first.
    more: usize,
    end: End,
    /// Whether white space has followed what ended.
    gap: bool,
}

/// A word that may go on.
struct OpenWord {
    word: Word,
    /// Whether it holds a letter or digit.
    counts: bool,
}

/// What the sentence may have ended with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum End {
    No,
    /// A full stop, which may also belong to an abbreviation.
    Dot,
    /// Any other mark.
    Stop,
    /// A mark of a script that writes no white space after it.
    Wide,
}

/// What a character does to words and sentences.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Letter,
    Space,
    End(End),
    Comma,
    Open,
    /// Quotes and brackets that close.
    Close,
    /// Joins letters or digits on both sides, and is nothing otherwise.
    Joint,
    /// Joins digits on both sides.
    Range,
    /// A sign that is neither: it counts as a word only beside letters.
    Sign,
}

impl<'a> Scan<'a> {
    pub fn new(prose: &'a mut Prose, text: Text<'a>, language: Language) -> Self {
        Self {
            prose,
            text,
            language,
            marks: Marks::default(),
            block: None,
            row: None,
            unit: None,
            first_word: 0,
            first_sentence: 0,
            word: None,
            more: 0,
            end: End::No,
            gap: false,
        }
    }

    pub fn mark(&mut self, mark: Marks) {
        self.marks = self.marks.with(mark);
    }

    pub fn unmark(&mut self, mark: Marks) {
        self.marks = self.marks.without(mark);
    }

    /// The blocks that the units from here on stand in.
    pub fn stands_in(&mut self, block: Option<u16>, row: Option<u16>) {
        self.end_unit();
        (self.block, self.row) = (block, row);
    }

    pub fn begin_unit(&mut self, kind: UnitKind) {
        // An item that holds paragraphs is those paragraphs.
        self.end_unit();
        self.unit = Some(kind);
    }

    pub fn end_unit(&mut self) {
        self.end_sentence();
        let (first, end) = (self.first_sentence, self.prose.sentences.len());
        if end > first {
            let kind = self.unit.unwrap_or(UnitKind::Paragraph);
            let (block, row) = (self.block, self.row);
            self.prose.units.push(Unit { kind, block, row, first: number(first), end: number(end) });
        }
        self.first_sentence = end;
        self.unit = None;
    }

    pub fn space(&mut self) {
        self.end_word();
        self.gap = true;
    }

    /// A value in braces, which shows so many words.
    pub fn value(&mut self, value: u16, at: Str, words: usize) {
        self.begin_word(at, '0');
        if let Some(open) = &mut self.word {
            open.word.value = Some(value);
            open.counts = true;
        }
        self.more += words.saturating_sub(1);
    }

    /// A piece of running text.
    pub fn piece(&mut self, piece: Str) {
        let text = self.text.str(&piece);
        let part = |from: usize, to: usize| Str { start: piece.start + number(from), end: piece.start + number(to) };
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            if byte == b' ' {
                self.space();
                at += 1;
                continue;
            }
            let letters = letters::at_start(&text[at..]);
            if letters > 0 {
                self.letters(part(at, at + letters), &text[at..]);
                at += letters;
            } else {
                at += self.other(&text[at..], part(at, at));
            }
        }
    }

    /// Letters and digits, with which `rest` begins.
    fn letters(&mut self, at: Str, rest: &str) {
        if self.word.is_some() {
            return self.grow(at);
        }
        if self.end == End::No && rest.as_bytes().get((at.end - at.start) as usize) == Some(&b' ') {
            return self.whole_word(at);
        }
        let first = if self.end == End::No { 'a' } else { rest.chars().next().unwrap_or('a') };
        self.begin_word(at, first);
    }

    /// The one character with which `rest` begins, and which is no letter. Says how many bytes it has.
    fn other(&mut self, rest: &str, at: Str) -> usize {
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { return 0 };
        let len = c.len_utf8();
        let at = Str { end: at.start + number(len), ..at };
        match class(c) {
            Class::Space => self.space(),
            Class::Sign => self.sign(at),
            class => {
                if self.word.is_some() && self.joins(class, chars.next().unwrap_or(' ')) {
                    self.grow(at);
                } else {
                    self.punctuation(class);
                }
            }
        }
        len
    }

    /// Whether a character after a word and before `next` belongs to the word.
    fn joins(&self, this: Class, next: char) -> bool {
        match this {
            // `://` stands in addresses.
            Class::Joint | Class::End(End::Dot) => {
                class(next) == Class::Letter || (this == Class::Joint && next == '/')
            }
            Class::Comma | Class::Range => next.is_ascii_digit() && self.ends_in_digit(),
            _ => false,
        }
    }

    fn punctuation(&mut self, class: Class) {
        self.end_word();
        match class {
            Class::End(end) => {
                // `?)` and `...` end as their first mark does.
                if self.end == End::No {
                    (self.end, self.gap) = (end, false);
                }
            }
            Class::Comma => {
                self.end = End::No;
                if let Some(last) = self.prose.words[self.first_word..].last_mut() {
                    last.marks = last.marks.with(Marks::COMMA);
                }
            }
            Class::Open => self.mark(Marks::BRACKET),
            Class::Close | Class::Joint | Class::Range | Class::Letter | Class::Space | Class::Sign => {}
        }
    }

    /// A letter or digit: begins a word, or goes on with one.
    fn begin_word(&mut self, at: Str, c: char) {
        if self.word.is_some() {
            return self.grow(at);
        }
        self.decide_end(c);
        let word = Word { at, marks: self.marks, value: None };
        self.unmark(Marks::BRACKET);
        self.word = Some(OpenWord { word, counts: true });
    }

    /// A word inside a sentence, which a space follows: most words are nothing else.
    fn whole_word(&mut self, at: Str) {
        self.prose.words.push(Word { at, marks: self.marks, value: None });
        self.unmark(Marks::BRACKET);
        self.gap = false;
    }

    /// A sign such as `£` may begin a word, and counts only with what follows.
    fn sign(&mut self, at: Str) {
        if self.word.is_some() {
            return self.grow(at);
        }
        let word = Word { at, marks: self.marks, value: None };
        self.word = Some(OpenWord { word, counts: false });
    }

    fn grow(&mut self, at: Str) {
        let aside = number(self.text.source.len());
        let Some(open) = &mut self.word else { return };
        let before_counts = open.counts;
        // What was written as an entity stands elsewhere: the word's place is then its part in the source.
        if (open.word.at.start < aside) == (at.start < aside) {
            open.word.at.end = at.end;
        } else if at.start < aside {
            open.word.at = at;
        }
        open.counts = true;
        if !before_counts {
            self.decide_end('0');
        }
    }

    fn ends_in_digit(&self) -> bool {
        let text = self.word.as_ref().map(|open| self.text.str(&open.word.at));
        text.is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit()))
    }

    fn end_word(&mut self) {
        if let Some(open) = self.word.take().filter(|open| open.counts) {
            self.prose.words.push(open.word);
        }
    }

    /// What ended a sentence is known for sure when the next word begins.
    fn decide_end(&mut self, next: char) {
        if self.end == End::No {
            self.gap = false;
            return;
        }
        // What is written as code keeps its small letters at the beginning of a sentence.
        let begins = self.gap && (!next.is_lowercase() || self.marks.has(Marks::CODE));
        let ends = match self.end {
            End::No => false,
            End::Wide => true,
            End::Stop => begins,
            End::Dot => begins && !self.is_abbreviated(),
        };
        if ends {
            let open = self.word.take();
            self.end_sentence();
            self.word = open;
        }
        self.end = End::No;
        self.gap = false;
    }

    fn is_abbreviated(&self) -> bool {
        let last = self.prose.words[self.first_word..].last();
        last.is_some_and(|word| abbreviations::is_one(self.text.str(&word.at), self.language))
    }

    fn end_sentence(&mut self) {
        self.end_word();
        let (first, end) = (self.first_word, self.prose.words.len());
        if end > first {
            let length = number(end - first + self.more);
            let unit = number(self.prose.units.len());
            self.prose.sentences.push(Sentence { first: number(first), end: number(end), length, unit });
        }
        self.first_word = end;
        self.more = 0;
        self.end = End::No;
        self.gap = false;
        self.unmark(Marks::BRACKET);
    }
}

/// Longer texts are refused when files are read.
fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a text has fewer bytes than a number can tell")
}

pub fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        ' ' | '\t' | '\n' | '\r' => Class::Space,
        '.' => Class::End(End::Dot),
        '!' | '?' | '۔' | '؟' | '।' | '॥' | '…' => Class::End(End::Stop),
        '。' | '！' | '？' => Class::End(End::Wide),
        ',' | ';' | '،' | '؛' | '、' | '，' => Class::Comma,
        '(' | '[' => Class::Open,
        '"' | ')' | ']' | '“' | '”' | '„' | '«' | '»' | '‘' => Class::Close,
        '\'' | '’' | '-' | '@' | ':' | '/' | '_' | '&' | '+' | '=' | '#' | '%' | '~' | '\u{ad}' | '\u{2010}'
        | '\u{2011}' => Class::Joint,
        '–' => Class::Range,
        '—' | '*' | '|' | '<' | '>' | '{' | '}' | '\\' | '^' | '`' => Class::Close,
        '$' | '£' | '€' => Class::Sign,
        c if c.is_ascii() => Class::Close,
        // Tables of all letters cost more than all else here: what is no sign of punctuation is taken for a letter or for
        // a mark on one, in any script.
        '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Class::Space,
        // Joiners are parts of words in scripts that need them.
        '\u{200c}' | '\u{200d}' => Class::Letter,
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '×' | '÷' => {
            Class::Close
        }
        '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3001}'..='\u{3020}' => {
            Class::Close
        }
        '\u{e000}'..='\u{f8ff}' | '\u{fd3e}' | '\u{fd3f}' | '\u{fe10}'..='\u{fe1f}' | '\u{fe30}'..='\u{fe6f}' => {
            Class::Close
        }
        '\u{ff01}'..='\u{ff0f}' | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => Class::Close,
        _ => Class::Letter,
    }
}
