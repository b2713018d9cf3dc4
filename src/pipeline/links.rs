//! Turns a portal into its links to other sites, for whoever checks that those still answer.

use serde::Serialize;

use super::findings::placed;
use super::open::{Opened, open};
use super::{Failure, Options, Report};
use crate::catalog::{Catalog, deeper};
use crate::diag::{Place, Spot, Step};
use crate::io::Files;
use crate::load::{Source, Sources};
use crate::parse::content::{Content, LinkTarget};
use crate::plan::standing::OTHER_SITES;

/// A link as programs read it; the names of these fields are a promise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LinkRow {
    pub address: String,
    /// The page that shows it, by its id, or `services/` and the id of a service; `*` for one that every page of a place
    /// may show.
    pub page: String,
    /// Where it is written; none where the program itself brings it.
    pub file: Option<String>,
    pub line: Option<usize>,
}

/// Reads a portal, and lists its links by address. None where the portal's settings or places cannot be read; the report
/// says why.
///
/// # Errors
/// What the disk does.
pub fn links(files: &dyn Files, options: &Options) -> Result<(Option<Vec<LinkRow>>, Report), Failure> {
    let Opened { catalog, report, .. } = open(files, options)?;
    let rows = catalog.map(|catalog| {
        let mut finder = Finder { sources: &report.sources, rows: Vec::new() };
        finder.pages(&catalog);
        finder.services(&catalog);
        finder.settings(&catalog);
        let mut rows = finder.rows;
        rows.extend(of_program(&catalog));
        rows.sort();
        rows.dedup();
        rows
    });
    Ok((rows, report))
}

struct Finder<'a> {
    sources: &'a Sources,
    rows: Vec<LinkRow>,
}

impl Finder<'_> {
    fn pages(&mut self, catalog: &Catalog) {
        for document in &catalog.documents {
            for (address, span) in document.content().into_iter().flat_map(outside) {
                self.add(address, document.page.as_str(), Place::bytes(&document.path, span));
            }
        }
    }

    fn services(&mut self, catalog: &Catalog) {
        for (id, _, entry) in catalog.services.all() {
            let page = format!("services/{id}");
            if let Some(web) = &entry.parsed.service.contact.web {
                self.add(web, &page, Place::key(&entry.place.file, ["contact".into(), "web".into()]));
            }
            for (language, about) in entry.parsed.about().into_iter().flatten() {
                for (address, _) in outside(about) {
                    self.add(address, &page, entry.about_place(*language));
                }
            }
        }
    }

    /// What stands in the records of the portal and its places.
    fn settings(&mut self, catalog: &Catalog) {
        let contact = |place: &Place| deeper(place, ["contact".into(), "web".into()]);
        if let Some(web) = &catalog.portal.contact.web {
            self.add(web, "*", contact(&Place::key(&"content/portal.yaml".into(), [])));
        }
        for place in catalog.places.all() {
            if let Some(web) = &catalog.places.get(place).contact.web {
                self.add(web, "*", contact(catalog.places.at(place)));
            }
        }
        for (_, _, fact) in catalog.facts.all() {
            self.add(&fact.value.source, "*", deeper(&fact.place, [Step::from("source")]));
        }
        for audit in &catalog.audits {
            if let Some(report) = &audit.value.report {
                self.add(report, "accessibility-statement", deeper(&audit.place, [Step::from("report")]));
            }
        }
    }

    fn add(&mut self, address: &str, page: &str, place: Place) {
        let place = placed(place, self.sources);
        let text = self.sources.files.get(&place.file).and_then(Source::text);
        let line = text.zip(match place.spot {
            Spot::Bytes(start, _) => Some(start),
            Spot::Whole | Spot::Key(_) => None,
        });
        self.rows.push(LinkRow {
            address: address.to_owned(),
            page: page.to_owned(),
            file: Some(place.file.to_string()),
            line: line.map(|(text, at)| 1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count()),
        });
    }
}

/// The links of a text to other sites, and where they stand.
fn outside(content: &Content) -> Vec<(&str, std::ops::Range<usize>)> {
    let is_web = |address: &str| address.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"));
    let links = content.links.iter().filter_map(|link| match &link.target {
        LinkTarget::External(address) if is_web(address) => Some((&**address, link.span.clone())),
        _ => None,
    });
    links.collect()
}

/// What pages that the program makes lead to.
fn of_program(catalog: &Catalog) -> impl Iterator<Item = LinkRow> + '_ {
    let made = OTHER_SITES
        .iter()
        .filter(|(page, _)| !catalog.portal.without.contains(page) && catalog.pages.find(&page.page()).is_none());
    made.map(|(page, address)| LinkRow {
        address: (*address).to_owned(),
        page: page.id().to_owned(),
        file: None,
        line: None,
    })
}
