//! Turns pages as they are made into findings on their weight: of each leaf, what weighs most.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::Job;
use crate::checks::weight::{Heavy, Load, Packer, Scales, compressed, luggage};
use crate::diag::{Finding, Place};
use crate::formats::{self, Made, Output};
use crate::model::{Edition, Luggage};
use crate::plan::{ImagePlan, Planned};

/// What pages are weighed with.
pub struct Weigher<'a> {
    job: &'a Job<'a>,
    scales: Scales<'a>,
    /// Those that no thread uses just now.
    packers: Mutex<Vec<Packer>>,
    /// Every image by its address on each host; weighed when a page first shows it.
    images: BTreeMap<String, Image<'a>>,
}

struct Image<'a> {
    plan: &'a ImagePlan,
    bytes: OnceLock<usize>,
}

/// The heaviest page of a leaf so far.
#[derive(Debug, Default)]
pub struct Heaviest {
    /// By body: a page differs from another with the same body by a few names only, so the longest stands for all.
    by_body: BTreeMap<usize, (Suspect, usize)>,
}

#[derive(Debug)]
struct Suspect {
    path: String,
    html: String,
    edition: Edition,
    images: usize,
    place: Option<Place>,
}

impl<'a> Weigher<'a> {
    pub fn new(job: &'a Job<'a>) -> Self {
        let hosts = job.world.hosts.list.iter();
        let images = hosts.flat_map(|host| job.images.iter().map(move |plan| (host.path(&plan.asset.route), plan)));
        let images = images.map(|(address, plan)| (address, Image { plan, bytes: OnceLock::new() }));
        let luggage = job.luggage.unwrap_or_else(|| luggage(job.theme.assets()));
        let scales = Scales::new(&job.world.catalog.portal.budgets, luggage);
        Self { job, scales, packers: Mutex::default(), images: images.collect() }
    }

    /// What every page brings of the theme.
    pub fn luggage(&self) -> Luggage {
        self.scales.luggage()
    }

    /// What is too heavy on every page.
    pub fn theme(&self) -> Vec<Finding> {
        self.scales.theme()
    }

    /// Looks at a page; nothing is compressed here.
    pub fn look(&self, planned: &Planned, made: &Made<'_, '_>, heaviest: &mut Heaviest) {
        let edition = if made.page.chrome.flags.easy { Edition::EasyRead } else { Edition::Standard };
        let images = made.images.iter().map(|address| self.image(address)).sum();
        if !self.scales.may_be_heavy(made.html.len(), (edition, images)) {
            return;
        }
        let known = heaviest.by_body.remove(&made.page.body);
        let pages = known.as_ref().map_or(0, |(_, pages)| *pages) + 1;
        let longest = known.map(|(suspect, _)| suspect).filter(|suspect| suspect.html.len() >= made.html.len());
        let suspect = longest.unwrap_or_else(|| Suspect {
            path: made.path.to_owned(),
            html: made.html.to_owned(),
            edition,
            images,
            place: self.place(planned, made),
        });
        heaviest.by_body.insert(made.page.body, (suspect, pages));
    }

    /// What is too heavy of a leaf.
    pub fn heavy(&self, heaviest: Heaviest) -> Vec<Heavy> {
        if heaviest.by_body.is_empty() {
            return Vec::new();
        }
        let packers = || self.packers.lock().unwrap_or_else(PoisonError::into_inner);
        let spare = packers().pop();
        let mut packer = spare.unwrap_or_default();
        let suspects = heaviest.by_body.into_values();
        let heavy = suspects.filter_map(|(suspect, pages)| {
            let Suspect { path, html, edition, images, place } = suspect;
            let load = Load { path: &path, html: &html, edition, images };
            self.scales.page(&load, (place, pages), &mut packer)
        });
        let heavy = heavy.collect();
        packers().push(packer);
        heavy
    }

    /// The bytes of an image as they travel.
    fn image(&self, address: &str) -> usize {
        let Some(image) = self.images.get(address) else { return 0 };
        *image.bytes.get_or_init(|| {
            let source = &self.job.sources.files[image.plan.source.as_str()];
            // An image that cannot be read is reported where it is published.
            formats::image(image.plan, source).map_or(0, |output| image_bytes(&output))
        })
    }

    /// The file that a page of Markdown is written in.
    fn place(&self, planned: &Planned, made: &Made<'_, '_>) -> Option<Place> {
        let edition = if made.page.chrome.flags.easy { Edition::EasyRead } else { Edition::Standard };
        let (_, document) = self.job.world.shown(made.page.tree, planned.leaf.page()?, edition)?;
        Some(Place::file(&document.path))
    }
}

/// Photographs are packed already; drawings are text.
fn image_bytes(output: &Output) -> usize {
    if output.path.ends_with(".svg") { compressed(&output.bytes) } else { output.bytes.len() }
}
