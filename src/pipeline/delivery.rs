//! Turns rendered outputs into a published site, and remembers beside it what it was made from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;

use super::paper::{self, Paper};
use super::{Extent, Failure, Keys, Options, Outlet, Progress, Report, Taken, keys};
use crate::diag::Finding;
use crate::formats::search;
use crate::io::{DiskTarget, Files};
use crate::load::{Hash, Source, Sources};
use crate::manifest::{PrintRecord, Scope};
use crate::memory::{self, Made, MadePage};
use crate::model::{Luggage, PageId};
use crate::publish::{Closeness, NotWhole, PublishOptions, Published, Publisher, Reuse, state_folder};
use crate::render::{self, Job, Rendered, Sink, Stop};

/// The site in the output folder.
pub struct Delivery<'a> {
    files: &'a dyn Files,
    options: &'a Options,
    progress: &'a dyn Progress,
    cancel: &'a AtomicBool,
    /// What is known of the published site.
    made: Option<Made>,
    /// What sitemaps say of each page, once it is rendered.
    entries: BTreeMap<PageId, Hash>,
    /// What they bring of the theme.
    luggage: Luggage,
    /// What is to be done about copies of prints.
    paper: Paper,
    /// It holds the lock.
    publisher: Option<Publisher<'a>>,
}

const NOTE: &str = "made";

/// So many edited pages at most begin with a quick look at the published site: a closer one follows if more is moved.
const FEW: usize = 4;

impl<'a> Delivery<'a> {
    pub fn new(
        files: &'a dyn Files,
        options: &'a Options,
        (progress, cancel): (&'a dyn Progress, &'a AtomicBool),
    ) -> Self {
        let made = if options.afresh || options.memory.is_none() { None } else { recall(options) };
        Self {
            files,
            options,
            progress,
            cancel,
            made,
            entries: BTreeMap::new(),
            luggage: Luggage::default(),
            paper: Paper::default(),
            publisher: None,
        }
    }

    /// Takes nothing of the published site for granted.
    pub fn forget(&mut self) {
        self.made = None;
        self.publisher = None;
    }

    /// The site that is to be made from what has this key, after a look at the one that is there.
    fn begin(&mut self, (key, day): (Hash, Date), closeness: Closeness) -> Result<&mut Publisher<'a>, Failure> {
        // It holds the lock, so the one before must be gone.
        self.publisher = None;
        let options = PublishOptions { closeness, ..publish_options(self.options, key, day) };
        Ok(self.publisher.insert(Publisher::begin(&DiskTarget, &options, self.cancel)?))
    }

    fn commit(&mut self) -> Result<Published, Failure> {
        let publisher = self.publisher.take().expect("a site is committed after it was begun");
        publisher.commit()
    }

    /// Whether sitemaps would say of the edited pages what they say.
    fn has_same_entries(&self, pages: &BTreeSet<PageId>) -> bool {
        let before = |page: &PageId| self.made.as_ref()?.pages.get(page).map(|page| page.entries);
        pages.iter().all(|page| before(page) == self.entries.get(page).copied())
    }
}

impl Outlet for Delivery<'_> {
    fn made(&self) -> Option<&Made> {
        self.made.as_ref()
    }

    fn unchanged(&mut self, sources: &Sources, found: &[Finding]) -> Result<Option<(Made, Published)>, Failure> {
        let Some(made) = &self.made else { return Ok(None) };
        let (site, day) = (made.site, self.options.day(made.as_of));
        if keys::site((sources, found), (self.options, day)) != site {
            return Ok(None);
        }
        let publisher = self.begin((site, day), Closeness::Quick)?;
        if !publisher.is_made_from(site) || publisher.keep_others() == Err(NotWhole) {
            return Ok(None);
        }
        let published = self.commit()?;
        Ok(self.made.take().map(|made| (made, published)))
    }

    fn extent(&mut self, keys: &Keys) -> Result<Extent, Failure> {
        let Some(made) = self.made.as_ref().filter(|made| made.world == keys.world) else { return Ok(Extent::Whole) };
        let edit = keys.edit_since(&made.pages);
        let before = made.site;
        let closeness = if edit.pages.len() <= FEW { Closeness::Quick } else { Closeness::Thorough };
        let publisher = self.begin((keys.site, keys.day), closeness)?;
        let stays = publisher.is_made_from(before) && publisher.keep_others() == Ok(());
        Ok(if stays { Extent::Pages(edit) } else { Extent::Whole })
    }

    fn take(&mut self, job: &Job<'_>, keys: &Keys) -> Result<Taken, Stop> {
        let (progress, cancel, files) = (self.progress, self.cancel, self.files);
        let step = |done: usize| {
            progress.step(done, job.plan.outputs);
            if progress.interrupted() {
                cancel.store(true, Ordering::SeqCst);
            }
        };
        if job.plan.is_whole() {
            self.begin((keys.site, keys.day), Closeness::Thorough)?;
        }
        let before = paper::list_of_prints(self.options);
        let publisher = self.publisher.as_ref().expect("an edit of some pages begins with a look at the site");
        let Rendered { entries, findings, luggage } = render::render(job, &Staging { publisher, files }, &step)?;
        if self.options.strict && !findings.is_empty() {
            return Err(Stop::Findings(findings));
        }
        let of_page = |(page, hash)| (job.world.catalog.pages.get(page).id.clone(), hash);
        self.luggage = luggage;
        self.entries = entries.into_iter().map(of_page).collect();
        if !job.plan.is_whole() {
            let pages = self.entries.keys().cloned().collect();
            if !self.has_same_entries(&pages) {
                return Err(Stop::Wider);
            }
        }
        let published = self.commit()?;
        self.paper = paper::look(self.options, job, before.as_deref());
        Ok(Taken { published, findings })
    }

    fn paper(&self) -> Paper {
        self.paper
    }

    fn note(&mut self, keys: Keys, report: &Report, as_of: Option<Date>) {
        if self.options.memory.is_none() {
            return;
        }
        let before = self.made.take().map(|made| made.pages).unwrap_or_default();
        let page = |(page, files): (PageId, Vec<(_, Hash)>)| {
            let sources = files.into_iter().map(|(_, hash)| hash).collect();
            let entries = self.entries.get(&page).copied().or_else(|| before.get(&page).map(|page| page.entries))?;
            Some((page, MadePage { sources, entries }))
        };
        let made = Made {
            site: keys.site,
            world: keys.world,
            pages: keys.pages.into_iter().filter_map(page).collect(),
            findings: report.findings.clone(),
            luggage: self.luggage,
            as_of,
            next_change: report.next_change,
        };
        // Nobody need be told: without the note the next build makes everything.
        let _kept = state_folder(&DiskTarget, &self.options.out)
            .map(|folder| memory::write(&DiskTarget, &folder.join(NOTE), |bytes| made.write(bytes)));
    }
}

/// What was noted of the published site, if there is one.
fn recall(options: &Options) -> Option<Made> {
    // A folder that cannot be reached is reported when the site is begun there.
    let Ok(folder) = state_folder(&DiskTarget, &options.out) else { return None };
    memory::Note::read(&DiskTarget, &folder.join(NOTE)).and_then(|note| Made::from_bytes(note.payload()))
}

pub(super) fn publish_options(options: &Options, key: Hash, day: Date) -> PublishOptions {
    let partial = !options.only_languages.is_empty() || !options.only_localities.is_empty();
    PublishOptions {
        out: options.out.clone(),
        portal: options.portal.clone(),
        home: options.home.clone(),
        scope: if partial { Scope::Partial } else { Scope::Full },
        reuse: if options.afresh { Reuse::Nothing } else { Reuse::Unchanged },
        generator: concat!("fingerpost ", env!("CARGO_PKG_VERSION")).to_owned(),
        day,
        key: Some(key),
        closeness: Closeness::Thorough,
        is_aid: search::is_words,
    }
}

struct Staging<'a, 'p> {
    publisher: &'a Publisher<'p>,
    files: &'a dyn Files,
}

impl Sink for Staging<'_, '_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.publisher.put(path, bytes)
    }

    fn copy(&self, path: &str, source: &Source) -> Result<(), Failure> {
        self.publisher.copy(path, source, self.files)
    }

    fn published(&self, path: &str) -> Option<Vec<u8>> {
        self.publisher.published(path)
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.publisher.read(path)
    }

    fn keep_print(&self, paths: &[&str], key: Hash) -> Result<Option<(PrintRecord, u64)>, Failure> {
        self.publisher.keep_print(paths, key)
    }

    fn note_print(&self, path: &str, record: PrintRecord) {
        self.publisher.note_print(path, record);
    }
}
