//! Turns the steps of a person at work into changes on disk: edits, and all else that happens between two builds.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use fingerpost::pipeline::Options;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::desk::{Desk, STRANGE, Wrong};
use super::edit::{self, Edit};

/// Days around those on which the portal changes by itself.
const DAYS: [Date; 6] =
    [date(2024, 6, 1), date(2026, 11, 22), date(2026, 12, 1), date(2026, 12, 27), date(2027, 2, 1), date(2027, 6, 1)];

/// Which one of several, whatever their number.
type Which = u16;

/// What happens before a build.
#[derive(Clone)]
pub enum Step {
    /// Makes an edit of `edits.txt`, or undoes it.
    Edit(&'static Edit),
    /// A file gets the time of now, and is the same.
    Touch(Which),
    /// A file is written anew with the same bytes, as programs do that write beside it and rename.
    SaveAgain(Which),
    Day(Date),
    Drafts,
    Threads,
    /// A build for which warnings are errors.
    Strict,
    Check,
    /// A build into another folder.
    Elsewhere,
    /// A build of one language into another folder.
    Part,
    ForgetMemory,
    /// Bytes of a file of the memory change, or its end is cut off.
    DamageMemory(Which, Damage),
    /// The same in the lists beside the site.
    DamageLists(Which, Damage),
    RemoveSite,
    RemoveOutput(Which),
    /// A file of the site changes, of another length or of the same.
    AlterOutput(Which),
    /// Somebody puts a file of their own into the site.
    AddStranger(Which),
}

#[derive(Clone, Copy, Debug)]
pub enum Damage {
    Byte(Which, u8),
    Cut(Which),
    Empty,
}

/// A step as a failing case prints it: an edit by its name.
impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edit(edit) => write!(f, "Edit({:?})", edit.name),
            Self::Touch(which) => write!(f, "Touch({which})"),
            Self::SaveAgain(which) => write!(f, "SaveAgain({which})"),
            Self::Day(day) => write!(f, "Day({day})"),
            Self::Drafts => f.write_str("Drafts"),
            Self::Threads => f.write_str("Threads"),
            Self::Strict => f.write_str("Strict"),
            Self::Check => f.write_str("Check"),
            Self::Elsewhere => f.write_str("Elsewhere"),
            Self::Part => f.write_str("Part"),
            Self::ForgetMemory => f.write_str("ForgetMemory"),
            Self::DamageMemory(which, damage) => write!(f, "DamageMemory({which}, {damage:?})"),
            Self::DamageLists(which, damage) => write!(f, "DamageLists({which}, {damage:?})"),
            Self::RemoveSite => f.write_str("RemoveSite"),
            Self::RemoveOutput(which) => write!(f, "RemoveOutput({which})"),
            Self::AlterOutput(which) => write!(f, "AlterOutput({which})"),
            Self::AddStranger(which) => write!(f, "AddStranger({which})"),
        }
    }
}

/// Mostly edits.
pub fn any_step(edits: &'static [Edit]) -> impl Strategy<Value = Step> {
    prop_oneof![
        16 => (0..edits.len()).prop_map(|number| Step::Edit(&edits[number])),
        2 => any_switch(),
        2 => any_other_run(),
        1 => any::<Which>().prop_map(Step::Touch),
        1 => any::<Which>().prop_map(Step::SaveAgain),
        2 => any_damage(),
    ]
}

fn any_switch() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => prop::sample::select(&DAYS[..]).prop_map(Step::Day),
        1 => Just(Step::Drafts),
        1 => Just(Step::Threads),
    ]
}

fn any_other_run() -> impl Strategy<Value = Step> {
    prop_oneof![Just(Step::Strict), Just(Step::Check), Just(Step::Elsewhere), Just(Step::Part)]
}

fn any_damage() -> impl Strategy<Value = Step> {
    let damage = || {
        prop_oneof![
            4 => (any::<Which>(), 1..=u8::MAX).prop_map(|(at, bits)| Damage::Byte(at, bits)),
            1 => any::<Which>().prop_map(Damage::Cut),
            1 => Just(Damage::Empty),
        ]
    };
    prop_oneof![
        2 => Just(Step::ForgetMemory),
        4 => (any::<Which>(), damage()).prop_map(|(which, damage)| Step::DamageMemory(which, damage)),
        1 => (any::<Which>(), damage()).prop_map(|(which, damage)| Step::DamageLists(which, damage)),
        1 => Just(Step::RemoveSite),
        1 => any::<Which>().prop_map(Step::RemoveOutput),
        1 => any::<Which>().prop_map(Step::AlterOutput),
        1 => any::<Which>().prop_map(Step::AddStranger),
    ]
}

impl Step {
    /// Does what the step says. Builds within it are compared with clean ones.
    pub fn take(&self, desk: &mut Desk) -> Result<(), Wrong> {
        match self {
            Self::Edit(edit) => edit.make(&desk.portal(), &desk.base),
            Self::Touch(which) => {
                if let Some(path) = source(desk, *which) {
                    edit::set_time(&path, now());
                }
            }
            Self::SaveAgain(which) => {
                if let Some(path) = source(desk, *which) {
                    let beside = path.with_extension("saving");
                    fs::copy(&path, &beside).unwrap();
                    fs::rename(&beside, &path).unwrap();
                }
            }
            Self::Day(day) => desk.day = *day,
            Self::Drafts => desk.drafts = !desk.drafts,
            Self::Threads => desk.jobs = 3 - desk.jobs,
            Self::Strict => drop(desk.build_into("public", |options| options.strict = true)?),
            Self::Check => desk.check()?,
            Self::Elsewhere => drop(desk.build_into("elsewhere", |_| {})?),
            Self::Part => drop(desk.build_into("part", only_welsh)?),
            _ => self.tamper(desk),
        }
        Ok(())
    }

    fn tamper(&self, desk: &mut Desk) {
        let outputs = files_below(&desk.out());
        match self {
            Self::ForgetMemory => desk.memory().iter().for_each(|path| fs::remove_file(path).unwrap()),
            Self::DamageMemory(which, damage) => damage_one(&desk.memory(), *which, *damage),
            Self::DamageLists(which, damage) => {
                let lists = ["live.json", "sibling.json"].map(|name| desk.path(".public.fingerpost").join(name));
                let lists: Vec<PathBuf> = lists.into_iter().filter(|list| list.exists()).collect();
                damage_one(&lists, *which, *damage);
                desk.tampered = true;
            }
            Self::RemoveSite if desk.out().exists() => fs::remove_dir_all(desk.out()).unwrap(),
            Self::RemoveOutput(which) => {
                if let Some(path) = pick(&outputs, *which) {
                    fs::remove_file(path).unwrap();
                }
            }
            Self::AlterOutput(which) => {
                if let Some(path) = pick(&outputs, *which) {
                    let mut bytes = fs::read(path).unwrap();
                    let last = bytes.pop();
                    bytes.extend(if which % 2 == 0 { &b"?!"[..] } else { b"?" });
                    // The site before may share the file by a link; it is replaced, as editors do.
                    assert_ne!(last, Some(b'?'));
                    fs::remove_file(path).unwrap();
                    fs::write(path, bytes).unwrap();
                }
            }
            Self::AddStranger(which) => {
                if let Some(path) = pick(&outputs, *which) {
                    fs::write(path.with_extension(&STRANGE[1..]), "mine").unwrap();
                    desk.tampered = true;
                }
            }
            _ => {}
        }
    }
}

fn only_welsh(options: &mut Options) {
    options.only_languages = vec!["cy".parse().unwrap()];
}

#[expect(clippy::disallowed_methods, reason = "a touched file has the time of now")]
fn now() -> SystemTime {
    SystemTime::now()
}

fn source(desk: &Desk, which: Which) -> Option<PathBuf> {
    let paths: Vec<PathBuf> = desk.sources().keys().map(|path| desk.portal().join(path)).collect();
    pick(&paths, which).cloned()
}

fn pick(paths: &[PathBuf], which: Which) -> Option<&PathBuf> {
    paths.get(usize::from(which) % paths.len().max(1))
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    super::tree::read(folder).keys().map(|path| folder.join(path)).collect()
}

fn damage_one(paths: &[PathBuf], which: Which, damage: Damage) {
    let Some(path) = pick(paths, which) else { return };
    let mut bytes = fs::read(path).unwrap();
    let place = |at: Which| usize::from(at) * bytes.len() / (usize::from(Which::MAX) + 1);
    match damage {
        Damage::Byte(at, bits) => {
            let at = place(at);
            bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= bits);
        }
        Damage::Cut(at) => bytes.truncate(place(at)),
        Damage::Empty => bytes.clear(),
    }
    fs::write(path, bytes).unwrap();
}
