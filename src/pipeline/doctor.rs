//! Turns a portal and the computer that it lies on into what a build can count on there, and what would stop it.

#[cfg(feature = "prints")]
mod letters;

use jiff::civil::Date;

#[cfg(not(feature = "prints"))]
use super::NOT_BUILT_IN;
use super::{Failure, Options, delivery, unreadable};
use crate::checks;
use crate::config::Portal;
use crate::diag::Finding;
use crate::io::{Files, ListedKind, Target};
use crate::load::{Hash, Known, Sources, is_of_fonts, load};
use crate::model::{Direction, Language};
use crate::parse::records::{self, Remembered};
use crate::publish::probe::{self, Exchange};
use crate::resolve::Words;

/// One thing that a build can count on, or not.
#[derive(Debug)]
pub enum Sign {
    Good(String),
    /// Builds go on without it.
    Lacks(String),
    Stops(Failure),
}

/// Looks at a portal: its settings, its languages, the day it is built for.
pub fn portal(files: &dyn Files, options: &Options) -> Vec<Sign> {
    let mut findings = Vec::new();
    let mut sources = match load(files, &Known::default()) {
        Ok(loaded) => loaded.take(&mut findings).sources,
        Err(error) => return vec![Sign::Stops(unreadable(error))],
    };
    if let Err(error) = sources.fetch(files, is_of_fonts) {
        return vec![Sign::Stops(unreadable(error))];
    }
    let records = records::parse(&sources, Remembered::default()).take(&mut findings);
    let Some(portal) = &records.portal else {
        return vec![Sign::Stops(Failure::Usage {
            message: "the portal's settings, `content/portal.yaml`, cannot be understood".to_owned(),
            help: "`fingerpost check` shows the line".to_owned(),
        })];
    };
    let pages = records.documents.len();
    let services = records.services.len();
    let mut signs = vec![
        Sign::Good(format!("the portal has {pages} files of pages and {services} of services")),
        Sign::Good(day(options, portal.as_of)),
    ];
    signs.extend(languages(portal, &sources));
    signs
}

fn day(options: &Options, pinned: Option<Date>) -> String {
    let day = options.day(pinned).strftime("%-d %B %Y");
    match pinned {
        Some(_) => format!("a build is for {day}, because `as_of` in `content/portal.yaml` says so"),
        None => format!("a build is for today, {day}"),
    }
}

fn languages(portal: &Portal, sources: &Sources) -> Vec<Sign> {
    let mut findings = Vec::new();
    let words = Words::build(sources, &portal.languages, &portal.fallback).take(&mut findings);
    let both = |&language: &Language| [Some(strings(language, &words, &findings)), rules(language)];
    let mut signs: Vec<Sign> = portal.languages.iter().flat_map(both).flatten().collect();
    signs.extend(letters(portal, sources, &words));
    signs
}

/// What prints can be written in.
#[cfg(feature = "prints")]
fn letters(portal: &Portal, sources: &Sources, words: &Words) -> Vec<Sign> {
    letters::signs(portal, sources, words)
}

#[cfg(not(feature = "prints"))]
fn letters(_: &Portal, _: &Sources, _: &Words) -> Vec<Sign> {
    vec![Sign::Lacks(format!("prints: {NOT_BUILT_IN}"))]
}

/// What the checks of words leave out in a language.
fn rules(language: Language) -> Option<Sign> {
    let without = checks::without_rules(language);
    (!without.is_empty()).then(|| {
        Sign::Lacks(format!("{language}: no rule on words holds, and nothing is checked, for {}", without.join(", ")))
    })
}

/// Whether a language has its own interface strings, and all of them.
fn strings(language: Language, words: &Words, findings: &[Finding]) -> Sign {
    let direction = match language.direction() {
        Direction::Ltr => "left to right",
        Direction::Rtl => "right to left",
    };
    let name = format!("{} ({language}), {direction}", words.autonym(language));
    let file = format!("locales/{language}.ftl");
    let own = findings.iter().find(|finding| finding.place.as_ref().is_some_and(|place| *place.file == *file));
    let chrome = words.chrome(language);
    match own {
        _ if chrome != language => Sign::Lacks(format!("{name}: has no `{file}`, so its interface is in `{chrome}`")),
        Some(finding) => Sign::Lacks(format!("{name}: in `{file}` {}", finding.message)),
        None => Sign::Good(format!("{name}: the interface is translated")),
    }
}

/// Looks at what builds write: the output folder and what they remember.
pub fn disk(target: &dyn Target, options: &Options) -> Vec<Sign> {
    let publishing = delivery::publish_options(options, Hash::of(b""), options.today);
    let out = options.out.display();
    let published = match probe::probe(target, &publishing) {
        Ok(Exchange::OneStep) => {
            Sign::Good(format!("a new site takes the place of the old one in `{out}` in one step"))
        }
        Ok(Exchange::TwoRenames) => Sign::Lacks(format!(
            "the disk of `{out}` cannot exchange folders: while a site is published it is missing for a moment"
        )),
        Err(failure) => Sign::Stops(failure),
    };
    [Some(published), memory(target, options)].into_iter().flatten().collect()
}

fn memory(target: &dyn Target, options: &Options) -> Option<Sign> {
    let folder = options.memory.as_ref()?;
    let tried = match target.kind(folder) {
        Ok(Some(ListedKind::Folder)) => probe::try_file(target, folder),
        Ok(Some(_)) => Err(std::io::ErrorKind::NotADirectory.into()),
        Ok(None) => probe::try_file(target, &options.portal),
        Err(error) => Err(error),
    };
    Some(match tried {
        Ok(()) => Sign::Good(format!("what a build learns is kept in `{}` for the next one", folder.display())),
        Err(error) => Sign::Lacks(format!(
            "every build begins from nothing: {}",
            Failure::environment(format!("`{}` cannot be written", folder.display()), error)
        )),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::io::{Fault, FaultyTarget, MemoryTarget};

    fn options() -> Options {
        Options {
            portal: "/portal".into(),
            home: None,
            as_of: None,
            today: "2026-11-22".parse().unwrap(),
            drafts: false,
            strict: false,
            afresh: false,
            jobs: None,
            only_languages: Vec::new(),
            only_localities: Vec::new(),
            out: "/portal/public".into(),
            memory: Some("/portal/.fingerpost".into()),
        }
    }

    fn told(target: &dyn Target) -> Vec<String> {
        let words = |sign| match sign {
            Sign::Good(words) => format!("good: {words}"),
            Sign::Lacks(words) => format!("lacks: {words}"),
            Sign::Stops(failure) => format!("stops: {failure}"),
        };
        disk(target, &options()).into_iter().map(words).collect()
    }

    fn empty() -> MemoryTarget {
        let target = MemoryTarget::default();
        target.make_folder(Path::new("/")).unwrap_or_default();
        target.make_folder(Path::new("/portal")).unwrap();
        target
    }

    #[test]
    fn a_good_disk_is_left_as_it_was() {
        let target = empty();
        assert_eq!(
            told(&target),
            [
                "good: a new site takes the place of the old one in `/portal/public` in one step",
                "good: what a build learns is kept in `/portal/.fingerpost` for the next one",
            ]
        );
        assert_eq!(target.list(Path::new("/portal")).unwrap(), []);
    }

    #[test]
    fn what_a_disk_cannot_do_is_told() {
        let mut target = FaultyTarget::new(empty(), Fault::None);
        target.exchanges = false;
        assert!(told(&target)[0].starts_with("lacks: the disk of `/portal/public` cannot exchange folders"));
        assert_eq!(target.disk.list(Path::new("/portal")).unwrap(), []);
        let full = FaultyTarget::new(empty(), Fault::Full(0));
        let told = told(&full);
        assert_eq!(told[0], "stops: `/portal`, where the output folder lies, cannot be written to: the disk is full");
        assert!(told[1].starts_with("lacks: every build begins from nothing"), "{told:?}");
    }

    #[test]
    fn files_that_are_not_ours_stop_a_build() {
        let target = empty();
        target.make_folder(Path::new("/portal/public")).unwrap();
        target.create(Path::new("/portal/public/thesis.txt"), b"x").unwrap();
        assert!(told(&target)[0].starts_with("stops: `/portal/public` holds files that Fingerpost did not make"));
    }
}
