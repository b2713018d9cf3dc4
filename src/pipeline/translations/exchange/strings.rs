//! Turns the interface strings of two languages into their messages, and new texts into the language's file.
//!
//! A string that chooses between whole sentences is a message for each of them: for each form that numbers have in the
//! language, with numbers that take it. PO has plurals of its own, but they know whole numbers only (Polish has a form
//! for 1.5), count forms instead of naming them, and cannot choose by anything else; so programs such as Poedit would
//! show some of our strings and lose others, where single messages are shown alike by all.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::Accepted;
use super::super::po::{Message, Problem};
use super::fluent::{self, Choice, Form, Keeps, Phrase, Variant};
use super::{Desk, News, Rule, Slot, Unit, is_new};
use crate::resolve::words::{PluralForm, plurals};

/// The file of a language, and what each of its messages stands for.
struct Strings<'a> {
    path: String,
    source: &'a str,
    parts: Vec<Part>,
    slots: Vec<Slot>,
}

/// A string, or one sentence of it.
struct Part {
    id: String,
    /// The choice that it is a sentence of, as it stands, and its place in it.
    of: Option<(Choice, usize)>,
}

/// The language's strings, if those that they are made from can be read.
pub(super) fn units(desk: Desk<'_>) -> Vec<Box<dyn Unit + '_>> {
    let Some(&first) = desk.catalog.portal.languages.first() else { return Vec::new() };
    if desk.language == first {
        return Vec::new();
    }
    let text = |path: &str| desk.sources.files.get(path).and_then(|source| source.text()).map(|text| &**text);
    let from = format!("locales/{first}.ftl");
    let from = if text(&from).is_some() { from } else { "locales/en.ftl".to_owned() };
    let path = format!("locales/{}.ftl", desk.language);
    let source = text(&path).unwrap_or_default();
    let (Some(there), Some(here)) = (text(&from).and_then(fluent::phrases), fluent::phrases(source)) else {
        return Vec::new();
    };
    let forms = plurals(desk.language);
    let (parts, slots) = there
        .iter()
        .flat_map(|phrase| {
            let own = here.iter().find(|own| own.id == phrase.id);
            Pair { from: &from, phrase, own, forms: &forms }.slots()
        })
        .unzip();
    vec![Box::new(Strings { path, source, parts, slots })]
}

/// A string and its translation, if there is one.
struct Pair<'a> {
    from: &'a str,
    phrase: &'a Phrase<'a>,
    own: Option<&'a Phrase<'a>>,
    forms: &'a [PluralForm],
}

impl Pair<'_> {
    fn slots(&self) -> Vec<(Part, Slot)> {
        match (&self.phrase.form, self.own.map(|own| &own.form)) {
            (Form::Choice(there), Some(Form::Choice(here))) if there.by == here.by => self.sentences(there, Some(here)),
            (Form::Choice(there), None) => self.sentences(there, None),
            (_, own) => {
                let text = |form: &Form| match form {
                    Form::Plain(text) => text.clone(),
                    Form::Choice(choice) => choice.text(),
                };
                let words = (text(&self.phrase.form), own.map(text).unwrap_or_default());
                let part = Part { id: self.phrase.id.clone(), of: None };
                vec![(part, self.slot(&self.phrase.id, "", words))]
            }
        }
    }

    /// A message for each sentence of a choice.
    fn sentences(&self, there: &Choice, here: Option<&Choice>) -> Vec<(Part, Slot)> {
        let default = there.variants.iter().find(|variant| variant.is_default);
        let now = self.choice(there, here);
        let slot = |(at, variant): (usize, &Variant)| {
            let own = there.variants.iter().find(|other| other.key == variant.key).or(default);
            let name = format!("{} [{}]", self.phrase.id, variant.key);
            let words = (own.map_or("", |own| &own.text).to_owned(), variant.text.clone());
            let part = Part { id: self.phrase.id.clone(), of: Some((now.clone(), at)) };
            (part, self.slot(&name, &self.about(there, &variant.key), words))
        };
        now.variants.iter().enumerate().map(slot).collect()
    }

    /// The sentences that the language has or should have: those of its own; each form of its numbers; else each of the
    /// original's, which is said with the language's default so far.
    fn choice(&self, there: &Choice, here: Option<&Choice>) -> Choice {
        let default = |choice: &Choice| choice.variants.iter().find(|variant| variant.is_default).cloned();
        let own: &[Variant] = here.map_or(&[], |here| &here.variants);
        let keys: Vec<&str> = if is_plural(there) {
            self.forms.iter().map(|form| form.name).collect()
        } else {
            there.variants.iter().map(|variant| variant.key.as_str()).collect()
        };
        let usual = here.and_then(default).filter(|_| !is_plural(there)).map(|usual| usual.text);
        let last = here.and_then(default).or_else(|| default(there)).map(|usual| usual.key).unwrap_or_default();
        let mut variants: Vec<Variant> = own.iter().filter(|variant| !variant.is_default).cloned().collect();
        for key in keys.into_iter().filter(|key| *key != last) {
            if variants.iter().all(|variant| variant.key != key) {
                let text = usual.clone().unwrap_or_default();
                variants.push(Variant { key: key.to_owned(), text, is_default: false });
            }
        }
        let text = here.and_then(default).map(|usual| usual.text).unwrap_or_default();
        variants.push(Variant { key: last, text, is_default: true });
        Choice { by: there.by.clone(), variants }
    }

    fn about(&self, there: &Choice, key: &str) -> String {
        let form = self.forms.iter().find(|form| form.name == key && is_plural(there));
        match form.map(|form| form.examples.join(", ")) {
            Some(numbers) if !numbers.is_empty() => format!("Where {} is a number such as {numbers}.", there.by),
            _ => format!("Where {} is {key}.", there.by),
        }
    }

    fn slot(&self, name: &str, more: &str, (id, text): (String, String)) -> Slot {
        let offered = self.own.map(|own| own.values.clone()).unwrap_or_default();
        let rule = Rule::Fluent(Keeps::new(self.phrase, (&id, &text), &offered));
        let message = Message {
            context: format!("{} {name}", self.from),
            about: format!("{}\n{more}", self.phrase.comment).trim().to_owned(),
            at: format!("{}:{}", self.from, self.phrase.line),
            id,
            text,
            fuzzy: false,
        };
        Slot { message, rule }
    }
}

/// Whether a value chooses by how many there are.
fn is_plural(choice: &Choice) -> bool {
    const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    choice.variants.iter().all(|variant| FORMS.contains(&&*variant.key) || variant.key.parse::<f64>().is_ok())
}

impl Unit for Strings<'_> {
    fn slots(&self) -> &[Slot] {
        &self.slots
    }

    fn with(&self, news: &[News<'_>], _: Date) -> Result<Option<Accepted>, Problem> {
        let mut file = self.source.to_owned();
        let changed: BTreeSet<&str> =
            self.parts.iter().zip(news).filter(|(_, news)| is_new(news)).map(|(part, _)| part.id.as_str()).collect();
        // In the order of the strings, which is that of new ones in the file.
        let mut done = BTreeSet::new();
        for part in self.parts.iter().filter(|part| changed.contains(part.id.as_str())) {
            if !done.insert(part.id.as_str()) {
                continue;
            }
            let all = self.parts.iter().zip(news).filter(|(other, _)| other.id == part.id);
            let Some(text) = whole(all.map(|(part, (slot, new))| (part, *slot, *new)).collect::<Vec<_>>().as_slice())
            else {
                continue;
            };
            file = fluent::put(&file, &part.id, &text).ok_or_else(|| Problem {
                place: format!("{} {}", self.path, part.id),
                what: "the string is written in a way that cannot be changed safely".to_owned(),
            })?;
        }
        Ok((file != self.source).then(|| Accepted { path: self.path.clone(), text: file }))
    }
}

/// The new text of a whole string; none while its default is not translated. A sentence that waits stays as it is.
fn whole(parts: &[(&Part, &Slot, &Message)]) -> Option<String> {
    let &(first, slot, new) = parts.first()?;
    let said =
        |slot: &Slot, new: &Message| if is_new(&(slot, new)) { new.text.clone() } else { slot.message.text.clone() };
    let Some((choice, _)) = &first.of else { return Some(said(slot, new)) };
    let mut choice = choice.clone();
    let mut stays = vec![true; choice.variants.len()];
    for (part, slot, new) in parts {
        let Some((_, at)) = part.of else { continue };
        choice.variants[at].text = said(slot, new);
        stays[at] = !choice.variants[at].text.is_empty();
    }
    let usual = choice.variants.iter().find(|variant| variant.is_default)?.text.clone();
    let mut stays = stays.into_iter();
    choice.variants.retain(|_| stays.next().unwrap_or(true));
    (!usual.is_empty()).then(|| choice.text())
}
