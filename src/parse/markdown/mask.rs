//! Turns a text into the copy that CommonMark reads, with our own notation masked by as many bytes.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use memchr::memchr;

use super::report::Report;
use super::values::{self, Candidate};
use crate::diag::Code;

/// Stands for a value in the copy. A letter to CommonMark, so that emphasis around values works; refused in texts.
pub const MARK: char = '\u{E000}';

/// Whether a text beside the running text holds a value.
pub fn holds_value(text: &str) -> bool {
    !text.is_ascii() && text.contains(MARK)
}

/// A `:::` line, from its first colon to its last character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    pub span: Range<usize>,
    pub colons: usize,
}

/// The masked copy, and what was masked, in order. Spans count in the whole source.
pub struct Mask<'a> {
    pub source: &'a Arc<str>,
    /// Where the copy begins in the source.
    pub base: usize,
    pub text: Cow<'a, str>,
    pub fences: Vec<Fence>,
    pub values: Vec<Candidate>,
    /// Some characters must not be shown as they are: see `clean`.
    pub dirty: bool,
}

impl<'a> Mask<'a> {
    pub fn new(source: &'a Arc<str>, body: Range<usize>, report: &mut Report) -> Self {
        let dirty = report_characters(source, &body, report);
        let fences = fences(source, &body);
        let values = values::find(source, &body, &fences);
        let mut mask =
            Self { source, base: body.start, text: Cow::Borrowed(&source[body.clone()]), fences, values, dirty };
        if dirty || !mask.fences.is_empty() || !mask.values.is_empty() {
            mask.text = Cow::Owned(mask.copy(body));
        }
        mask
    }

    fn copy(&self, body: Range<usize>) -> String {
        let mut copy = String::with_capacity(body.len());
        let mut at = body.start;
        let (mut fences, mut values) = (self.fences.iter().peekable(), self.values.iter().peekable());
        loop {
            let fence = fences.peek().map_or(usize::MAX, |fence| fence.span.start);
            let value = values.peek().map_or(usize::MAX, |value| value.span.start);
            let span = if fence < value { fences.next().map(|f| &f.span) } else { values.next().map(|v| &v.span) };
            let Some(span) = span else { break };
            self.push_text(&mut copy, at..span.start);
            if fence < value {
                push_fence(&mut copy, span.len());
            } else {
                push_value(&mut copy, span.len());
            }
            at = span.end;
        }
        self.push_text(&mut copy, at..body.end);
        debug_assert_eq!(copy.len(), body.len(), "the copy is as long as the text");
        copy
    }

    /// The author's own `MARK` becomes a replacement character, which is as long.
    fn push_text(&self, copy: &mut String, range: Range<usize>) {
        let text = &self.source[range];
        if self.dirty { copy.push_str(&text.replace(MARK, "\u{FFFD}")) } else { copy.push_str(text) }
    }

    /// Where `part`, a slice of the copy, lies in the source; none if it is no slice of it.
    pub fn locate(&self, part: &str) -> Option<Range<usize>> {
        let start = part.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        let end = start + part.len();
        let range = self.base + start..self.base + end;
        (end <= self.text.len() && self.source.get(range.clone()).is_some()).then_some(range)
    }

    /// The values that begin inside `range`.
    pub fn values_in(&self, range: &Range<usize>) -> &[Candidate] {
        if self.values.is_empty() {
            return &[];
        }
        let first = self.values.partition_point(|value| value.span.start < range.start);
        let rest = &self.values[first..];
        &rest[..rest.iter().take_while(|value| value.span.start < range.end).count()]
    }

    /// The number of the `:::` line that begins at `at`.
    pub fn fence_at(&self, at: usize) -> Option<usize> {
        self.fences.binary_search_by_key(&at, |fence| fence.span.start).ok()
    }

    /// A text that is no slice of the copy, as the author wrote it: the values of `range` stand in it again.
    pub fn restore(&self, text: &str, range: &Range<usize>) -> String {
        let mut restored = String::with_capacity(text.len());
        let mut rest = text;
        for value in self.values_in(range) {
            let Some((before, after)) = rest.split_once(MARK) else { break };
            restored.push_str(before);
            restored.push_str(&self.source[value.span.clone()]);
            rest = after.get(value.span.len() - MARK.len_utf8()..).unwrap_or_default();
        }
        restored.push_str(rest);
        if self.dirty || restored.contains(MARK) { clean(&restored) } else { restored }
    }
}

/// `<?>` is the shortest line that CommonMark takes for a processing instruction (HTML block, kind 3).
fn push_fence(copy: &mut String, len: usize) {
    copy.push_str("<?");
    copy.extend(std::iter::repeat_n(' ', len.saturating_sub(4)));
    copy.push_str(if len > 3 { "?>" } else { ">" });
}

fn push_value(copy: &mut String, len: usize) {
    copy.push(MARK);
    copy.extend(std::iter::repeat_n('x', len - MARK.len_utf8()));
}

/// Every line that looks like `:::name` or `:::`, possibly inside quotes and lists. Lines that turn out to be code or
/// HTML do no harm: only those count that CommonMark gives back as blocks.
fn fences(source: &str, body: &Range<usize>) -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut at = body.start;
    // One colon is found faster than three, and texts have few.
    while let Some(found) = memchr(b':', &source.as_bytes()[at..body.end]) {
        let start = at + found;
        let colons = source[start..body.end].bytes().take_while(|&b| b == b':').count();
        at = start + colons;
        if colons < 3 || !begins_line(&source.as_bytes()[body.start..start]) {
            continue;
        }
        let rest = &source[at..body.end];
        let line = rest.find(['\n', '\r']).map_or(rest, |end| &rest[..end]).trim_end_matches([' ', '\t']);
        let name = line.trim_start_matches([' ', '\t']);
        if name.is_empty() || name.starts_with(|c: char| c.is_alphabetic()) {
            at += line.len();
            fences.push(Fence { span: start..at, colons });
        }
    }
    fences
}

/// Whether only white space and the marks of quotes and lists stand before.
fn begins_line(before: &[u8]) -> bool {
    let is_mark = |b: &u8| matches!(b, b' ' | b'\t' | b'>' | b'-' | b'+' | b'*' | b'.' | b')' | b'0'..=b'9');
    matches!(before.iter().rev().find(|b| !is_mark(b)), None | Some(b'\n' | b'\r'))
}

/// Characters that no page may show: ours, and those that HTML and XML forbid.
fn is_forbidden(c: char) -> bool {
    matches!(c, MARK | '\u{FFFE}' | '\u{FFFF}') || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// The text with a replacement character for each forbidden one (as CommonMark 2.3 does for U+0000).
pub fn clean(text: &str) -> String {
    text.replace(is_forbidden, "\u{FFFD}")
}

/// Whether a text holds bytes that forbidden characters begin with: a look that takes a fraction of reading all
/// characters, with neither branches nor state, so that many bytes are looked at in one step.
fn may_be_forbidden(text: &[u8]) -> bool {
    let one = text.iter().fold(false, |found, &byte| {
        let control = (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r');
        found | control | (byte == 0x7F) | (byte == 0xEE)
    });
    let after = text.get(1..).unwrap_or_default();
    text.iter()
        .zip(after)
        .fold(one, |found, (&byte, &next)| found | ((byte == 0xC2) & (next < 0xA0)) | ((byte == 0xEF) & (next >= 0xBF)))
}

fn report_characters(source: &str, body: &Range<usize>, report: &mut Report) -> bool {
    let text = &source[body.clone()];
    if !may_be_forbidden(text.as_bytes()) {
        return false;
    }
    let mut dirty = false;
    for (at, c) in text.char_indices().filter(|&(_, c)| is_forbidden(c)) {
        dirty = true;
        let at = body.start + at;
        report.add(
            Code::PrivateCharacter,
            at..at + c.len_utf8(),
            format!("the invisible character U+{:04X} cannot be shown", u32::from(c)),
            "delete it; it often comes with text that is pasted from another program",
        );
    }
    dirty
}
