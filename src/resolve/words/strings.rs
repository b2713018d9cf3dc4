//! Turns a Fluent file into strings that can be asked for by id, and its mistakes into findings.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Comment, Entry, Resource};
use fluent_syntax::parser::{self, ErrorKind, ParserError};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::formats::locale;
use super::uses::{Uses, uses_of};
use super::welsh;
use crate::diag::{Code, Diagnosed, Finding, Place};
use crate::model::Language;

/// One file of `locales/`, ready to be asked.
pub(super) struct Strings {
    pub(super) language: Language,
    pub(super) file: Arc<str>,
    bundle: FluentBundle<FluentResource>,
    messages: BTreeMap<String, Message>,
    /// Ids of strings that could not be read; they are reported once, not as missing too.
    broken: BTreeSet<String>,
}

/// What is known of a string without formatting it.
#[derive(Debug)]
pub(super) struct Message {
    /// Bytes of its id in the file.
    pub(super) at: Range<usize>,
    /// Values that it shows or chooses by, in itself or in strings that it refers to.
    pub(super) uses: Uses,
    /// Values that its comment names (`# $weekday: ...`): translations may use them too.
    pub(super) offered: BTreeSet<String>,
}

impl Strings {
    /// Reads a file of `locales/`. Strings with mistakes are left out, each with a finding.
    pub(super) fn parse(language: Language, file: &Arc<str>, text: &str) -> Diagnosed<Self> {
        let mut findings = Vec::new();
        // A byte order mark would be taken for the start of the first id.
        let body = text.trim_start_matches('\u{feff}');
        let reader = Reader { file, body, shift: text.len() - body.len() };
        let (resource, errors) = parser::parse(body).map_or_else(|found| found, |resource| (resource, Vec::new()));
        let mut broken = BTreeSet::new();
        for error in &errors {
            findings.push(reader.syntax(error));
            broken.extend(reader.broken_ids(error));
        }
        let (messages, unusable) = reader.messages(&resource, &mut findings);
        broken.extend(unusable);
        let bundle = bundle(language, body);
        Diagnosed::new(Self { language, file: file.clone(), bundle, messages, broken }, findings)
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = (&str, &Message)> {
        self.messages.iter().map(|(id, message)| (id.as_str(), message))
    }

    pub(super) fn get(&self, id: &str) -> Option<&Message> {
        self.messages.get(id)
    }

    pub(super) fn is_broken(&self, id: &str) -> bool {
        self.broken.contains(id)
    }

    /// The text of a string; none if the file does not have it.
    pub(super) fn format(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.messages.get(id).and_then(|_| self.bundle.get_message(id)?.value())?;
        // What can go wrong here was found when the file was read, but for a caller that leaves a value out: that shows.
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }
}

/// A file while it is being read; knows where its pieces lie.
struct Reader<'a> {
    file: &'a Arc<str>,
    body: &'a str,
    /// Bytes before `body`.
    shift: usize,
}

impl<'a> Reader<'a> {
    /// The strings that can be shown, and the ids of those that cannot be put together.
    fn messages(
        &self,
        resource: &Resource<&'a str>,
        findings: &mut Vec<Finding>,
    ) -> (BTreeMap<String, Message>, Vec<String>) {
        let (mut messages, mut unusable) = (BTreeMap::new(), Vec::new());
        let mut uses = uses_of(resource);
        let mut seen = BTreeSet::new();
        for (id, comment) in resource.body.iter().filter_map(entry) {
            let at = self.offset(id)..self.offset(id) + id.len();
            let mistake = |message: String, help: &str| {
                Finding::new(Code::StringSyntax, message).at(Place::bytes(self.file, at.clone())).help(help)
            };
            match uses.remove(id) {
                Some(Ok(uses)) => {
                    messages.insert(id.to_owned(), Message { at: at.clone(), uses, offered: offered(comment) });
                }
                Some(Err(why)) => {
                    findings.push(mistake(format!("the string `{id}` {why}"), &why.help()));
                    unusable.push(id.to_owned());
                }
                None if seen.contains(id) => {
                    findings.push(mistake(format!("the string `{id}` is written twice"), "keep one of them"));
                }
                // A string with attributes and no text: nobody asks for it.
                None => {}
            }
            seen.insert(id);
        }
        (messages, unusable)
    }

    fn syntax(&self, error: &ParserError) -> Finding {
        let start = self.body.floor_char_boundary(error.pos.start);
        let end = self.body.ceil_char_boundary(error.pos.end.min(self.body.len())).max(start);
        // A line break at the end would put the mark under the next line.
        let end = start + self.body[start..end].trim_end().len();
        Finding::new(Code::StringSyntax, explain(&error.kind))
            .at(Place::bytes(self.file, self.shift + start..self.shift + end))
            .help("write a string as `id = text`, and a value inside it as `{ $name }`")
    }

    /// What looks like ids in the lines that the parser passed over.
    fn broken_ids(&self, error: &ParserError) -> Vec<String> {
        let junk = error.slice.clone().and_then(|slice| self.body.get(slice)).unwrap_or_default();
        junk.lines().map(name).filter(|id| !id.is_empty()).map(str::to_owned).collect()
    }

    /// Where a piece of `body` that the parser handed out begins in the file.
    fn offset(&self, piece: &str) -> usize {
        self.shift + (piece.as_ptr() as usize - self.body.as_ptr() as usize)
    }
}

fn entry<'a, 'b>(entry: &'b Entry<&'a str>) -> Option<(&'a str, Option<&'b Comment<&'a str>>)> {
    match entry {
        Entry::Message(message) => Some((message.id.name, message.comment.as_ref())),
        _ => None,
    }
}

/// The values that a comment names: `# $weekday: mon, tue ...`.
fn offered(comment: Option<&Comment<&str>>) -> BTreeSet<String> {
    let lines = comment.into_iter().flat_map(|comment| &comment.content);
    lines.filter_map(|line| line.trim_start().strip_prefix('$')).map(|line| name(line).to_owned()).collect()
}

/// The id or name with which a line begins; empty if it begins otherwise.
fn name(line: &str) -> &str {
    let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
    &line[..end.unwrap_or(line.len())]
}

fn explain(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::ExpectedToken(token) => format!("`{token}` is missing here"),
        ErrorKind::ExpectedMessageField { entry_id } => format!("the string `{entry_id}` has no text"),
        ErrorKind::ExpectedTermField { entry_id } => format!("the term `-{entry_id}` has no text"),
        ErrorKind::MissingDefaultVariant => "none of the choices is marked with `*` as the one for all else".to_owned(),
        ErrorKind::MultipleDefaultVariants => "two of the choices are marked with `*`".to_owned(),
        ErrorKind::UnterminatedStringLiteral => "a text in quotes is not closed".to_owned(),
        ErrorKind::UnbalancedClosingBrace => "this `}` closes nothing".to_owned(),
        ErrorKind::MissingValue => "a text is missing here".to_owned(),
        ErrorKind::ExpectedInlineExpression => "the braces hold nothing that can be shown".to_owned(),
        ErrorKind::ForbiddenCallee => "the name of a function is written in capitals".to_owned(),
        _ => "this string is not written the way Fluent wants it".to_owned(),
    }
}

fn bundle(language: Language, body: &str) -> FluentBundle<FluentResource> {
    let tag = language.as_str().parse().expect("a language is a BCP 47 tag");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Marks are put around the values that need them, by whoever knows where the text will stand.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    bundle.add_function("NUMBER", fluent_bundle::builtins::NUMBER).expect("the bundle is new");
    bundle.add_function("SOFT", |values, _| soft(values)).expect("the bundle is new");
    // The mistakes that this would report are those that `Reader` found.
    let resource = FluentResource::try_new(body.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// `SOFT($day)`: the Welsh soft mutation of a value.
fn soft<'a>(values: &[FluentValue<'a>]) -> FluentValue<'a> {
    match values {
        [FluentValue::String(text)] => FluentValue::String(Cow::Owned(welsh::soften(text))),
        [other] => other.clone(),
        _ => FluentValue::Error,
    }
}

/// Numbers in the language's own grouping: `63,387`.
fn grouped(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if !number.options.use_grouping {
        return None;
    }
    let written = number.as_string();
    let Ok(decimal) = Decimal::try_from_str(&written) else { return None };
    let Ok(text) = memoizer.with_try_get::<Grouping, _, _>((), |grouping| grouping.0.format_to_string(&decimal));
    Some(text)
}

/// Lets Fluent keep a number formatter for each language beside its plural rules.
struct Grouping(DecimalFormatter);

impl Memoizable for Grouping {
    type Args = ();
    type Error = std::convert::Infallible;

    fn construct(tag: unic_langid::LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        let language: Language = tag.to_string().parse().expect("the tag was made from a language");
        let formatter = DecimalFormatter::try_new((&locale(language)).into(), Default::default());
        Ok(Self(formatter.expect("ICU's own data has a root for every language")))
    }
}
