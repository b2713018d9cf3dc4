//! Turns what is known of finished prints into the lists that name them, and into the pages at their short addresses.

use std::collections::BTreeMap;

use super::{Output, Parts, Renderer};
use crate::diag::Finding;
use crate::model::{Language, PrintShape, Route};
use crate::plan::World;
use crate::plan::print_list::{Listed, ListedFile, PrintList};
use crate::plan::print_page::{Leads, ShortAddress, others, view};
use crate::plan::prints::{Print, PrintCode, Printed, Trace};
use crate::plan::view::{FileView, LeafletView, PrintGroupView, PrintView, PrintsBody};
use crate::resolve::TreeIx;
use crate::theme::Template;

/// What is known of prints once they are made.
#[derive(Clone, Debug, Default)]
pub struct Finished {
    pub prints: BTreeMap<PrintCode, MadePrint>,
    /// How large the file is that holds all prints of a tree.
    pub zips: BTreeMap<TreeIx, u64>,
}

/// A print that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadePrint {
    pub trace: Trace,
    /// None while it is only composed: in a preview nobody waits until all prints of a list are made.
    pub printed: Option<Printed>,
}

/// The list of a tree's prints.
///
/// # Errors
/// A mistake in the template.
pub fn list(parts: &Parts<'_, '_>, list: PrintList<'_>) -> Result<String, Finding> {
    let renderer = parts.renderer;
    let PrintList { tree, language, view, groups, all } = list;
    let words = renderer.world.words;
    let bytes = renderer.finished.zips.get(&tree);
    let zip = FileView {
        href: all,
        title: words.text(language, "prints-all", &[]),
        facts: bytes.map(|&bytes| size(renderer.world, language, bytes)).into_iter().collect(),
    };
    let leaflet = |listed: Listed| LeafletView {
        title: listed.title,
        summary: listed.summary,
        page: listed.page,
        files: listed.files.iter().flat_map(|file| files(renderer, language, file)).collect(),
    };
    let groups = groups
        .into_iter()
        .map(|(group, listed)| PrintGroupView { leaflets: listed.into_iter().map(leaflet).collect(), ..group });
    renderer.theme.part(Template::Prints, &PrintsBody { all: Some(zip), groups: groups.collect(), ..view })
}

/// A print, and its booklet for an office printer, if it has one.
fn files(renderer: &Renderer<'_>, language: Language, file: &ListedFile) -> Vec<FileView> {
    let world = renderer.world;
    let made = renderer.finished.prints.get(&file.code);
    let mut facts = named(world, language, &file.languages);
    facts.extend(made.into_iter().flat_map(|made| facts_of(world, language, made)));
    let own = FileView { href: file.href.clone(), title: shape(world, language, file.shape), facts };
    let booklet = file.booklet.as_ref().map(|href| FileView {
        href: href.clone(),
        title: world.words.text(language, "print-booklet", &[]),
        facts: Vec::new(),
    });
    [Some(own), booklet].into_iter().flatten().collect()
}

fn shape(world: &World<'_>, language: Language, shape: PrintShape) -> String {
    world.words.text(language, &format!("print-{}", shape.as_str()), &[])
}

/// The names of languages, if they are to be named.
fn named(world: &World<'_>, language: Language, languages: &[Language]) -> Vec<String> {
    let names: Vec<String> = languages.iter().map(|&of| world.words.language_name(of, language)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if names.is_empty() { Vec::new() } else { vec![world.words.list(language, &names)] }
}

fn facts_of(world: &World<'_>, language: Language, made: &MadePrint) -> Vec<String> {
    let mut facts = Vec::new();
    if let Some(printed) = &made.printed {
        let pages = usize::try_from(printed.pages).unwrap_or(usize::MAX);
        facts.push(world.words.text(language, "print-count-pages", &[("count", pages.into())]));
        facts.push(size(world, language, printed.bytes));
    }
    let date = world.words.date(language, made.trace.issued);
    facts.push(world.words.text(language, "print-issued", &[("date", date.as_str().into())]));
    facts
}

fn size(world: &World<'_>, language: Language, bytes: u64) -> String {
    let size = usize::try_from(bytes.div_ceil(1000)).unwrap_or(usize::MAX);
    world.words.text(language, "print-size", &[("size", size.into())])
}

/// The page at a short address.
///
/// # Errors
/// A mistake in the template.
pub fn short_address(renderer: &Renderer<'_>, address: &ShortAddress) -> Result<Output, Finding> {
    let world = renderer.world;
    let mut page = view(world, address);
    if let Leads::Print(at) = address.leads {
        let print = &world.prints.all()[at];
        add(renderer, (address, print), &mut page);
    }
    let html = renderer.theme.page_alone(Template::Print, &page)?;
    Ok(Output { path: address.route.path(), bytes: html.into_bytes() })
}

/// Adds what is known only once the print is made.
fn add(renderer: &Renderer<'_>, (address, print): (&ShortAddress, &Print), page: &mut PrintView<'_>) {
    let world = renderer.world;
    let language = world.tree(print.tree).language;
    let file = |print: &Print, languages: &[Language]| {
        let made = renderer.finished.prints.get(&print.code);
        let mut facts = named(world, language, languages);
        facts.extend(made.into_iter().flat_map(|made| facts_of(world, language, made)));
        FileView { href: link(&address.route, &print.route), title: shape(world, language, print.shape), facts }
    };
    page.file = Some(file(print, &[]));
    page.others = others(world, print)
        .into_iter()
        .map(|other| {
            let languages: Vec<Language> = other.trees().map(|tree| world.tree(tree).language).collect();
            file(other, if languages == [language] { &[] } else { &languages })
        })
        .collect();
    if let Some(made) = renderer.finished.prints.get(&print.code) {
        let date = world.words.date(language, made.trace.issued);
        let args = [("version", made.trace.version.as_str().into()), ("date", date.as_str().into())];
        page.newest = Some(world.words.text(language, "print-is-newest", &args));
        page.title = made.trace.title.clone();
    }
}

fn link(from: &Route, to: &Route) -> String {
    from.link_to(to)
}

/// What was published of all prints: for the day on which copies must be pulled.
pub fn traces(finished: &Finished) -> Output {
    let list: Vec<&Trace> = finished.prints.values().map(|made| &made.trace).collect();
    Output { path: TRACES.to_owned(), bytes: crate::plan::prints::to_json(&list) }
}

/// Where `traces` lies, from the front of the site.
pub const TRACES: &str = "print/prints.json";
