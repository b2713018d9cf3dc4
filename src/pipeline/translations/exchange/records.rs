//! Turns records in all languages into their messages, and new texts into the records' files.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::super::Accepted;
use super::super::po::{Message, Problem};
use super::{Desk, News, Rule, Slot, Unit, is_new, waits};
use crate::model::Language;
use crate::parse::texts::{Text, Versions, texts};
use crate::parse::yaml;

/// A file of records, and the text that each of its messages stands for.
struct Records<'a> {
    path: &'a Arc<str>,
    source: &'a Arc<str>,
    language: Language,
    /// The language of a text that is written once for all.
    first: Language,
    texts: Vec<Text>,
    slots: Vec<Slot>,
}

/// Every file of records that holds a text to translate.
pub(super) fn units(desk: Desk<'_>) -> Vec<Box<dyn Unit + '_>> {
    let languages = &desk.catalog.portal.languages;
    let Some(&first) = languages.first() else { return Vec::new() };
    let mut order = desk.catalog.portal_chain(desk.language);
    order.extend(languages);
    let mut units: Vec<Box<dyn Unit + '_>> = Vec::new();
    for (path, source) in desk.sources.files.iter().filter_map(|(path, source)| Some((path, source.text()?))) {
        let found = texts(path, source, first).into_iter();
        let slot = |text: Text| Some((slot(path, &text, (desk.language, languages, &order))?, text));
        let (slots, texts): (Vec<Slot>, Vec<Text>) = found.filter_map(slot).unzip();
        if !slots.is_empty() {
            units.push(Box::new(Records { path, source, language: desk.language, first, texts, slots }));
        }
    }
    units
}

/// The message of a text; none where the language is the one that it was written in. `order` says from which language to
/// translate.
fn slot(path: &str, text: &Text, (language, all, order): (Language, &[Language], &[Language])) -> Option<Slot> {
    let (id, translation, more) = match &text.versions {
        Versions::Same(words) => {
            let is_original = all.first() == Some(&language);
            (!is_original).then_some((
                words.as_str(),
                words.as_str(),
                " The same in every language, until it is changed.",
            ))?
        }
        Versions::Each(each) => {
            let original = all.iter().find(|language| each.contains_key(language));
            let from = order.iter().filter(|other| **other != language).find_map(|other| each.get(other));
            let own = each.get(&language).map_or("", String::as_str);
            (original != Some(&language)).then_some((from?.as_str(), own, ""))?
        }
    };
    let message = Message {
        context: format!("{path} {}", text.name),
        about: format!("{}{more}", text.about).trim().to_owned(),
        at: format!("{path}:{}", text.line),
        id: id.to_owned(),
        text: translation.to_owned(),
        fuzzy: false,
    };
    let rule = if id.contains('\n') || text.is_markdown() { Rule::Markdown } else { Rule::Line };
    Some(Slot { message, rule })
}

impl Unit for Records<'_> {
    fn slots(&self) -> &[Slot] {
        &self.slots
    }

    fn with(&self, news: &[News<'_>], _: Date) -> Result<Option<Accepted>, Problem> {
        let mut file = self.source.to_string();
        let whole = self.whole(news);
        for ((text, news), is_whole) in self.texts.iter().zip(news).zip(whole) {
            if is_whole && is_new(news) {
                file = self.put(&file, text, &news.1.text).ok_or_else(|| Problem {
                    place: news.1.context.clone(),
                    what: format!("line {} is written in a way that cannot be changed safely", text.line),
                })?;
            }
        }
        Ok((file != **self.source).then(|| Accepted { path: self.path.to_string(), text: file }))
    }
}

impl Records<'_> {
    /// Whether each text may be written: a new term of the glossary waits until its word and its meaning are there.
    fn whole(&self, news: &[News<'_>]) -> Vec<bool> {
        let mut waiting: BTreeMap<&str, bool> = BTreeMap::new();
        let term = |text: &'_ Text| text.term().map(str::to_owned);
        let terms: Vec<Option<String>> = self.texts.iter().map(term).collect();
        for (term, (_, new)) in terms.iter().zip(news) {
            if let Some(term) = term {
                *waiting.entry(term).or_default() |= waits(new);
            }
        }
        terms.iter().map(|term| term.as_ref().is_none_or(|term| !waiting[term.as_str()])).collect()
    }

    fn put(&self, file: &str, text: &Text, words: &str) -> Option<String> {
        let steps = text.steps(self.language);
        match &text.versions {
            Versions::Same(same) => {
                yaml::put_each(file, &steps, &[(self.first.as_str(), same), (self.language.as_str(), words)])
            }
            Versions::Each(_) => yaml::put(file, &steps, words),
        }
    }
}
