//! Turns the files of `locales/` into strings, each when something is first asked of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::check;
use super::strings::Strings;
use crate::diag::{Diagnosed, Finding};
use crate::load::Sources;
use crate::model::Language;

/// The files of some languages, and the reference.
pub(super) struct Library {
    files: BTreeMap<Language, File>,
    reference: File,
}

struct File {
    language: Language,
    path: Arc<str>,
    text: Arc<str>,
    parsed: OnceLock<Diagnosed<Arc<Strings>>>,
}

impl Library {
    pub(super) fn new(reference: (Language, &str), sources: &Sources, languages: &BTreeSet<Language>) -> Self {
        let file = |&language: &Language| {
            let source = sources.files.get(format!("locales/{language}.ftl").as_str())?;
            Some((language, File::new(language, &source.path, source.text()?)))
        };
        let (language, text) = reference;
        let reference = File::new(language, &format!("locales/{language}.ftl").into(), &text.into());
        Self { files: languages.iter().filter_map(file).collect(), reference }
    }

    /// The strings of a language; none if it has no file.
    pub(super) fn get(&self, language: Language) -> Option<&Arc<Strings>> {
        self.files.get(&language).map(|file| &file.parsed().value)
    }

    pub(super) fn reference(&self) -> &Arc<Strings> {
        &self.reference.parsed().value
    }

    /// What is wrong with the strings of all files.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut findings = self.reference.parsed().findings.clone();
        for file in self.files.values() {
            let parsed = file.parsed();
            findings.extend_from_slice(&parsed.findings);
            findings.extend(check::compare(&parsed.value, self.reference()));
        }
        findings
    }
}

impl File {
    fn new(language: Language, path: &Arc<str>, text: &Arc<str>) -> Self {
        Self { language, path: path.clone(), text: text.clone(), parsed: OnceLock::new() }
    }

    fn parsed(&self) -> &Diagnosed<Arc<Strings>> {
        self.parsed.get_or_init(|| {
            let Diagnosed { value, findings } = Strings::parse(self.language, &self.path, &self.text);
            Diagnosed { value: Arc::new(value), findings }
        })
    }
}
