//! Turns the bytes of pages and of the theme's files into findings where readers on slow networks would wait too long.

use std::io::Write as _;

use flate2::write::GzEncoder;
use flate2::{Compress, Compression, FlushCompress, Status};

use crate::config::{Budget, Budgets};
use crate::diag::{Code, Finding, Place};
use crate::model::{Edition, Luggage};
use crate::plan::{self, SCRIPTS};
use crate::theme::Asset;

/// The script of the search, which only its page loads, when a reader uses it.
const SEARCH: &str = "search.js";

/// So many bytes of a page are compressed at once to see whether it is light.
const PART: usize = 4 * 1024;

/// Compresses pages in haste, one after the other: to make one takes longer than to compress a page.
#[derive(Debug)]
pub struct Packer {
    compress: Compress,
    packed: Vec<u8>,
}

impl Default for Packer {
    fn default() -> Self {
        // What does not compress becomes a little longer.
        Self { compress: Compress::new(Compression::fast(), false), packed: Vec::with_capacity(2 * PART) }
    }
}

impl Packer {
    /// Forgets the page before.
    fn begin(&mut self) {
        self.compress.reset();
    }

    /// How many bytes the next part of a page becomes, of at most `PART`.
    fn pack(&mut self, part: &[u8]) -> Option<usize> {
        self.packed.clear();
        let before = self.compress.total_in();
        let status = self.compress.compress_vec(part, &mut self.packed, FlushCompress::Sync);
        let taken = self.compress.total_in() - before;
        let is_whole = usize::try_from(taken).is_ok_and(|taken| taken == part.len());
        (matches!(status, Ok(Status::Ok)) && is_whole).then_some(self.packed.len())
    }
}

/// Weighs what every page brings of a theme.
pub fn luggage(assets: &[Asset]) -> Luggage {
    let of = |endings: &[&str]| {
        let assets = assets.iter().filter(|asset| endings.iter().any(|ending| asset.name.ends_with(ending)));
        assets.map(|asset| compressed(&asset.bytes)).sum()
    };
    Luggage { css: of(&[".css"]), script: scripts(assets), fonts: of(&[".woff2", ".woff"]) }
}

/// Weighs pages against the portal's budgets.
#[derive(Clone, Copy, Debug)]
pub struct Scales<'a> {
    budgets: &'a Budgets,
    luggage: Luggage,
}

/// One page to weigh.
#[derive(Clone, Copy, Debug)]
pub struct Load<'a> {
    /// Its path in the output folder.
    pub path: &'a str,
    pub html: &'a str,
    pub edition: Edition,
    /// Of the images that it shows, compressed.
    pub images: usize,
}

/// A page that is too heavy, and by what it is compared with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heavy {
    pub bytes: usize,
    pub finding: Finding,
}

/// Leaves the heaviest page of each file; pages that no file is for, such as lists, count as one. The worst comes first.
pub fn heaviest(mut heavy: Vec<Heavy>) -> Vec<Finding> {
    let rank = |heavy: &Heavy| (!heavy.finding.is_error(), std::cmp::Reverse(heavy.bytes));
    heavy.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.finding.cmp(&b.finding)));
    let mut findings: Vec<Finding> = Vec::new();
    for Heavy { finding, .. } in heavy {
        match findings.iter_mut().find(|known| known.place == finding.place) {
            Some(known) => known.reach += finding.reach,
            None => findings.push(finding),
        }
    }
    findings
}

/// Where and on how many pages something heavy stands.
type Found = (Option<Place>, usize);

impl<'a> Scales<'a> {
    pub fn new(budgets: &'a Budgets, luggage: Luggage) -> Self {
        Self { budgets, luggage }
    }

    pub fn luggage(&self) -> Luggage {
        self.luggage
    }

    /// What is too heavy of the theme's own files, once for the whole site.
    pub fn theme(&self) -> Vec<Finding> {
        let Luggage { css, script, fonts } = self.luggage;
        let parts = [
            ("stylesheets", "css", css, self.budgets.css),
            ("scripts", "script", script, self.budgets.script),
            ("fonts", "fonts", fonts, self.budgets.fonts),
        ];
        let heavy = parts.into_iter().filter_map(|(what, key, bytes, budget)| {
            let (code, limit) = over(bytes, budget, [Code::HeavyTheme, Code::TooHeavyTheme])?;
            let message = format!("the theme's {what} are {} compressed; the budget is {limit} kB", kilobytes(bytes));
            let help = format!("make them smaller, or change `{key}` under `budgets` in `content/portal.yaml`");
            Some(Finding::new(code, message).help(help))
        });
        heavy.collect()
    }

    /// Whether a page of this many bytes may be over a budget at all. What is not compressed is never smaller.
    pub fn may_be_heavy(&self, bytes: usize, (edition, images): (Edition, usize)) -> bool {
        let (image_budget, total) = self.of(edition);
        let rest = self.rest(images);
        bytes > limit(self.budgets.html.warn) || images > limit(image_budget.warn) || bytes + rest > limit(total.warn)
    }

    /// What is too heavy of a page: at most one finding, of what matters most.
    pub fn page(&self, load: &Load<'_>, (place, pages): Found, packer: &mut Packer) -> Option<Heavy> {
        let (image_budget, total) = self.of(load.edition);
        if self.is_light(load, packer) {
            return None;
        }
        let html = compressed(load.html.as_bytes());
        let is_easy = load.edition == Edition::EasyRead;
        let key = |name: &str| if is_easy && name != "html" { format!("easy-read-{name}") } else { name.to_owned() };
        let address = load.path.strip_suffix("index.html").unwrap_or(load.path);
        let parts = [
            ("the page", "html", html, self.budgets.html, "divide it, or list less on it"),
            ("the images of the page", "images", load.images, image_budget, "use fewer or smaller images"),
            ("the page with all that it shows", "total", html + self.rest(load.images), total, "show less on it"),
        ];
        let heavy = parts.into_iter().filter_map(|(what, name, bytes, budget, advice)| {
            let (code, limit) = over(bytes, budget, [Code::HeavyPage, Code::TooHeavyPage])?;
            let verb = if name == "images" { "are" } else { "is" };
            let weight = kilobytes(bytes);
            let message = format!("{what} `{address}` {verb} {weight} compressed; the budget is {limit} kB");
            let help = format!("{advice}, or change `{}` under `budgets` in `content/portal.yaml`", key(name));
            Some(Heavy { bytes, finding: Finding::new(code, message).help(help) })
        });
        let mut heavy = heavy.min_by_key(|heavy| !heavy.finding.is_error())?;
        heavy.finding.place = place;
        heavy.finding.reach = u32::try_from(pages).unwrap_or(u32::MAX);
        Some(heavy)
    }

    /// Whether a page is within its budgets even when it is compressed in haste, which leaves more bytes. What follows is
    /// looked at only as long as it would be too much uncompressed.
    fn is_light(&self, load: &Load<'_>, packer: &mut Packer) -> bool {
        let (image_budget, total) = self.of(load.edition);
        let Some(most) = limit(total.warn).checked_sub(self.rest(load.images)) else { return false };
        let most = most.min(limit(self.budgets.html.warn));
        if load.images > limit(image_budget.warn) {
            return false;
        }
        packer.begin();
        let mut travels = 0;
        let mut rest = load.html.as_bytes();
        while travels + rest.len() > most {
            if travels > most || rest.is_empty() {
                return false;
            }
            let (part, after) = rest.split_at(rest.len().min(PART));
            let Some(packed) = packer.pack(part) else { return false };
            travels += packed + packed / 16;
            rest = after;
        }
        true
    }

    fn of(&self, edition: Edition) -> (Budget, Budget) {
        match edition {
            Edition::Standard => (self.budgets.images, self.budgets.total),
            Edition::EasyRead => (self.budgets.easy_read_images, self.budgets.easy_read_total),
        }
    }

    fn rest(&self, images: usize) -> usize {
        let Luggage { css, script, fonts } = self.luggage;
        css + script + fonts + images
    }
}

/// The scripts of the kind of page that brings most. Those of every page count, and those that the theme's own templates
/// may name; that of the search is brought by its page alone, when a reader uses it.
fn scripts(assets: &[Asset]) -> usize {
    let bytes = |asset: &&Asset| compressed(&asset.bytes);
    let of = |name: &str| assets.iter().find(|asset| asset.name == name).as_ref().map_or(0, bytes);
    let is_of_kinds = |asset: &&Asset| SCRIPTS.iter().any(|(name, _)| *name == asset.name);
    let scripts = assets.iter().filter(|asset| asset.name.ends_with(".js") && asset.name != SEARCH);
    let every: usize = scripts.filter(|asset| !is_of_kinds(asset)).map(|asset| bytes(&asset)).sum();
    let kinds = SCRIPTS.iter().flat_map(|(_, kinds)| kinds.iter());
    every + kinds.map(|&kind| plan::scripts(kind).map(of).sum::<usize>()).max().unwrap_or_default()
}

fn limit(kilobytes: u32) -> usize {
    usize::try_from(kilobytes).unwrap_or(usize::MAX).saturating_mul(1000)
}

/// The code and the limit that is broken, if one is; `codes` are those for warning and failing.
fn over(bytes: usize, budget: Budget, [warns, fails]: [Code; 2]) -> Option<(Code, u32)> {
    if bytes > limit(budget.fail) {
        return Some((fails, budget.fail));
    }
    (bytes > limit(budget.warn)).then_some((warns, budget.warn))
}

/// With one place behind the point, rounded up so that what is over a limit looks so.
fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

/// How many bytes travel, with gzip as most hosts use it.
pub fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Counter(0), Compression::default());
    let written = encoder.write_all(bytes);
    debug_assert!(written.is_ok(), "a counter takes all that is written to it");
    encoder.finish().map_or(bytes.len(), |counter| counter.0)
}

/// Counts what is written to it.
struct Counter(usize);

impl std::io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that do not become fewer by compressing.
    fn noise(bytes: usize) -> String {
        let mut state = 1_u32;
        let next = |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b' ' + u8::try_from(state >> 25).unwrap() % 95)
        };
        (0..bytes).map(next).collect()
    }

    fn page(html: &str, edition: Edition, images: usize) -> String {
        let budgets = Budgets::default();
        let scales = Scales::new(&budgets, Luggage::default());
        let load = Load { path: "en/", html, edition, images };
        let found = scales.page(&load, (None, 3), &mut Packer::default());
        assert!(found.is_none() || scales.may_be_heavy(html.len(), (edition, images)), "{found:?}");
        found.map_or_else(String::new, |found| format!("{} {}", found.finding.code.id(), found.finding.message))
    }

    #[test]
    fn a_page_is_weighed_as_it_travels() {
        assert_eq!(page(&"a".repeat(1_000_000), Edition::Standard, 0), "");
        assert!(page(&noise(30_000), Edition::Standard, 0).starts_with("B001 the page `en/` is 2"));
        assert!(page(&noise(60_000), Edition::Standard, 0).starts_with("B002 the page `en/` is "));
    }

    #[test]
    fn pictures_may_weigh_more_on_an_easy_read_page() {
        assert_eq!(page("", Edition::EasyRead, 80_000), "");
        assert_eq!(
            page("", Edition::Standard, 80_000),
            "B001 the images of the page `en/` are 80.0 kB compressed; the budget is 40 kB"
        );
        assert_eq!(
            page("", Edition::EasyRead, 150_001),
            "B002 the images of the page `en/` are 150.1 kB compressed; the budget is 150 kB"
        );
    }

    #[test]
    fn of_each_file_the_heaviest_page_is_named() {
        let budgets = Budgets::default();
        let scales = Scales::new(&budgets, Luggage::default());
        let heavy = |path: &str, images: usize, file: Option<&str>| {
            let load = Load { path, html: "", edition: Edition::Standard, images };
            scales.page(&load, (file.map(|file| Place::file(&file.into())), 2), &mut Packer::default()).unwrap()
        };
        let all = vec![heavy("a/", 50_000, None), heavy("b/", 70_000, None), heavy("c/", 90_000, Some("c.en.md"))];
        let named: Vec<(String, u32)> = heaviest(all)
            .into_iter()
            .map(|found| (found.message.split(" are ").next().unwrap().to_owned(), found.reach))
            .collect();
        let said = |page: &str| format!("the images of the page `{page}`");
        assert_eq!(named, [(said("c/"), 2), (said("b/"), 4)]);
    }

    #[test]
    fn the_theme_is_weighed_once() {
        let budgets = Budgets::default();
        let asset = |name: &str, bytes: usize| Asset {
            name: name.to_owned(),
            route_file: format!("assets/{name}"),
            bytes: noise(bytes).into_bytes().into(),
        };
        let codes = |assets: &[Asset]| -> Vec<&str> {
            Scales::new(&budgets, luggage(assets)).theme().iter().map(|finding| finding.code.id()).collect()
        };
        assert_eq!(codes(&[asset("site.css", 9_000), asset("site.js", 4_000), asset("a.svg", 90_000)]), [""; 0]);
        assert_eq!(
            codes(&[asset("site.css", 9_000), asset("more.css", 9_000), asset("a.woff2", 90_000)]),
            ["B003", "B004"]
        );
    }

    #[test]
    fn scripts_count_with_those_that_the_same_page_brings() {
        let asset = |name: &str, bytes: usize| Asset {
            name: name.to_owned(),
            route_file: format!("assets/{name}"),
            bytes: noise(bytes).into_bytes().into(),
        };
        let all = [asset("filters.js", 3_000), asset("finder.js", 4_000), asset("search.js", 9_000)];
        let apart = scripts(&all);
        assert_eq!(apart, compressed(&all[1].bytes));
        let more = [&all[..], &[asset("shortlist.js", 2_000), asset("own.js", 1_000)]].concat();
        let [filters, _, _, shortlist, own] = [0, 1, 2, 3, 4].map(|number| compressed(&more[number].bytes));
        assert_eq!(scripts(&more), own + filters + shortlist);
    }
}
