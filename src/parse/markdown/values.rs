//! Turns `{fact:...}` and its kin into values.

use std::ops::Range;

use memchr::memchr;

use super::mask::Fence;
use super::report::{did_you_mean, nearest, quote};
use crate::model::{FactId, ServiceId, TermId};
use crate::parse::content::{LocalField, ServiceField, Value};

/// The kinds of values, by the word before the colon.
const KINDS: [&str; 4] = ["fact", "local", "service", "term"];
const LOCAL_FIELDS: [(&str, LocalField); 7] = [
    ("name", LocalField::Name),
    ("contact.name", LocalField::ContactName),
    ("contact.phone", LocalField::Phone),
    ("contact.email", LocalField::Email),
    ("contact.hours", LocalField::Hours),
    ("contact.address", LocalField::Address),
    ("contact.web", LocalField::Web),
];
const SERVICE_FIELDS: [(&str, ServiceField); 4] = [
    ("name", ServiceField::Name),
    ("phone", ServiceField::Phone),
    ("email", ServiceField::Email),
    ("web", ServiceField::Web),
];
/// Longer than any id; bounds the search for the closing brace.
const MAX_BYTES: usize = 300;

/// Something in braces that CommonMark must not see.
#[derive(Debug)]
pub struct Candidate {
    pub span: Range<usize>,
    pub reading: Reading,
}

/// What an author meant by braces.
#[derive(Debug)]
pub enum Reading {
    Value(Value),
    /// It looks like a value.
    Mistake(Mistake),
    /// `\{words}` at the end of a heading, where CommonMark's extension would take it for attributes.
    Escaped,
}

/// Why it is none, in plain words.
#[derive(Debug)]
pub struct Mistake {
    pub message: String,
    pub help: String,
}

/// Every value of `source[body]` outside the `:::` lines, and what looks like one. `\{` is a brace.
pub fn find(source: &str, body: &Range<usize>, fences: &[Fence]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut fences = fences.iter().peekable();
    let mut at = body.start;
    while let Some(found) = memchr(b'{', &source.as_bytes()[at..body.end]) {
        let start = at + found;
        at = start + 1;
        while fences.next_if(|fence| fence.span.end <= start).is_some() {}
        let in_fence = fences.peek().is_some_and(|fence| fence.span.start <= start);
        let Some(inner) = inner(&source[at..body.end]).filter(|_| !in_fence) else { continue };
        let end = at + inner.len() + 1;
        let (start, reading) = if is_escaped(&source.as_bytes()[body.start..start]) {
            (start - 1, ends_heading(&source[..body.end], end).then_some(Reading::Escaped))
        } else {
            (start, read(inner).map(|value| value.map_or_else(Reading::Mistake, Reading::Value)))
        };
        if let Some(reading) = reading {
            at = end;
            candidates.push(Candidate { span: start..end, reading });
        }
    }
    candidates
}

/// Whether byte `end` is the end of a heading: a line that begins with `#`, or one that is underlined.
fn ends_heading(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches([' ', '\t', '#']).trim_start_matches('\r');
    if !rest.is_empty() && !rest.starts_with('\n') {
        return false;
    }
    let line = &text[text[..end].rfind('\n').map_or(0, |newline| newline + 1)..end];
    let is_mark = |c: char| matches!(c, '>' | '-' | '+' | '*' | '.' | ')' | ' ' | '\t' | '0'..='9');
    let next = rest.trim_start_matches(['\n', '>', ' ', '\t']);
    line.trim_start_matches(is_mark).starts_with('#') || next.starts_with(['=', '-'])
}

/// Whether a text holds a value, or what looks like one.
pub fn is_value(text: &str) -> bool {
    !find(text, &(0..text.len()), &[]).is_empty()
}

fn is_escaped(before: &[u8]) -> bool {
    before.iter().rev().take_while(|&&b| b == b'\\').count() % 2 == 1
}

/// What stands before the closing brace, on one line.
fn inner(text: &str) -> Option<&str> {
    let end = text.bytes().take(MAX_BYTES).position(|b| matches!(b, b'{' | b'}' | b'\n' | b'\r' | b'`'))?;
    (text.as_bytes()[end] == b'}').then(|| &text[..end])
}

/// None if the braces hold plain words.
fn read(inner: &str) -> Option<Result<Value, Mistake>> {
    let (kind, name) = inner.split_once(':')?;
    let is_word = !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
    if !is_word || name.starts_with("//") {
        return None;
    }
    Some(match kind {
        _ if KINDS.contains(&kind) && name.trim() != name => Err(spaces(inner, kind, name)),
        "fact" => FactId::new(name).map(Value::Fact).map_err(|bad| mistake(inner, bad.to_string())),
        "term" => TermId::new(name).map(Value::Term).map_err(|bad| mistake(inner, bad.to_string())),
        "local" => local(inner, name),
        "service" => service(inner, name),
        _ => Err(unknown_kind(inner, kind, name)?),
    })
}

/// Words with a colon and white space are prose, unless the first is nearly one of ours.
fn unknown_kind(inner: &str, kind: &str, name: &str) -> Option<Mistake> {
    let prose = name.is_empty() || name.contains(|c: char| c.is_whitespace());
    if prose && nearest(kind, KINDS).is_none() {
        return None;
    }
    let message = format!("`{{{}}}` is not a value: there is no kind `{}`", quote(inner), quote(kind));
    Some(Mistake { message, help: format!("{}; for a plain brace write `\\{{`", did_you_mean(kind, &KINDS)) })
}

fn spaces(inner: &str, kind: &str, name: &str) -> Mistake {
    mistake(inner, format!("write it without spaces: `{{{kind}:{}}}`", quote(name.trim())))
}

fn mistake(inner: &str, help: String) -> Mistake {
    Mistake { message: format!("the value `{{{}}}` cannot be read", quote(inner)), help }
}

fn local(inner: &str, name: &str) -> Result<Value, Mistake> {
    field(&LOCAL_FIELDS, name).map(Value::Local).map_err(|help| mistake(inner, help))
}

fn service(inner: &str, name: &str) -> Result<Value, Mistake> {
    let Some((id, name)) = name.rsplit_once('.') else {
        return Err(mistake(inner, format!("say what of the service is meant: `{{service:{}.phone}}`", quote(name))));
    };
    let id = ServiceId::new(id).map_err(|bad| mistake(inner, bad.to_string()))?;
    let field = field(&SERVICE_FIELDS, name).map_err(|help| mistake(inner, help))?;
    Ok(Value::Service(id, field))
}

fn field<T: Copy>(fields: &[(&str, T)], name: &str) -> Result<T, String> {
    let names: Vec<_> = fields.iter().map(|&(name, _)| name).collect();
    fields.iter().find(|field| field.0 == name).map(|field| field.1).ok_or_else(|| did_you_mean(name, &names))
}
