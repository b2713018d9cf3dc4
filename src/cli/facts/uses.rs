//! Turns a fact into the pages that show it.

use std::collections::{BTreeMap, BTreeSet};

use clap::Args;
use serde::Serialize;

use super::{AsOf, amount, json, look, unknown};
use crate::cli::args::Format;
use crate::cli::choice::usage;
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::model::{Edition, FactId, Language};
use crate::pipeline::{Failure, Overview};
use crate::plan::lists::service_path;
use crate::resolve::page_route;
use crate::resolve::uses::{FactUses, Shows, Use};

/// Every page that shows a fact, with its languages and places, counted
///
/// The page of a service, whose own text shows the fact, counts as well: `services/` and the id of the service.
#[derive(Args, Debug)]
pub struct Raw {
    /// The fact's id, such as carers-allowance.weekly
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    as_of: AsOf,
}

/// One page of the site, as programs read it.
#[derive(Serialize)]
struct Line<'a> {
    page: String,
    edition: Edition,
    language: Language,
    locality: &'a str,
    address: String,
    /// The file whose value is shown.
    fact_file: &'a str,
}

pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    look(&raw.as_of, session, |overview| {
        let facts = &overview.catalog.facts;
        let help = "an id never changes; `fingerpost facts list` shows them all";
        let id = FactId::new(&raw.id).map_err(|bad| usage(bad.to_string(), help))?;
        if !facts.contains(&id) {
            return Err(unknown(&raw.id, facts.names(), "the portal"));
        }
        let all = FactUses::find(overview.catalog, overview.resolved);
        let records = facts.all().filter(|(known, ..)| **known == id);
        let mut uses: Vec<(Use<'_>, &str)> =
            records.flat_map(|(_, level, fact)| all.of(&id, level).iter().map(|at| (*at, &*fact.place.file))).collect();
        uses.sort();
        if session.console.format() == Format::Json {
            session.console.pieces(uses.iter().map(|at| json(&line(overview, at))))?;
        } else {
            session.console.pieces(told(overview, &uses).into_iter())?;
        }
        Ok(Exit::Done)
    })
}

fn line<'a>(overview: &Overview<'a>, (at, file): &(Use<'_>, &'a str)) -> Line<'a> {
    let tree = overview.resolved.tree(at.tree);
    let (page, edition, route) = match at.at {
        Shows::Page(page, edition) => {
            let id = overview.catalog.pages.get(page).id.to_string();
            (id, edition, page_route(overview.catalog, tree, page, edition))
        }
        Shows::Service(id) => {
            let path = service_path(id);
            let route = overview.resolved.route(at.tree).under(&path);
            (path.trim_end_matches('/').to_owned(), Edition::Standard, route)
        }
    };
    Line {
        page,
        edition,
        language: tree.language,
        locality: overview.catalog.places.get(tree.place).id.as_str(),
        address: format!("/{route}"),
        fact_file: file,
    }
}

/// A line for each page and edition with its places by language, then the count.
fn told(overview: &Overview<'_>, uses: &[(Use<'_>, &str)]) -> Vec<String> {
    let lines: Vec<Line<'_>> = uses.iter().map(|at| line(overview, at)).collect();
    let mut pages: BTreeMap<(&str, &str), BTreeMap<Language, Vec<&str>>> = BTreeMap::new();
    for line in &lines {
        let languages = pages.entry((line.page.as_str(), line.edition.as_str())).or_default();
        languages.entry(line.language).or_default().push(line.locality);
    }
    let one = |((page, edition), languages): (&(&str, &str), &BTreeMap<Language, Vec<&str>>)| {
        let languages: Vec<String> =
            languages.iter().map(|(language, places)| format!("{language} in {}", places.join(", "))).collect();
        format!("{page} ({edition}): {}\n", languages.join("; "))
    };
    let mut told: Vec<String> = pages.iter().map(one).collect();
    let distinct = |of: fn(&Line<'_>) -> String| lines.iter().map(of).collect::<BTreeSet<_>>().len();
    told.push(format!(
        "shown on {} of the site: {} in {} and {}\n",
        amount(lines.len(), "page"),
        amount(distinct(|line| line.page.clone()), "page"),
        amount(distinct(|line| line.language.to_string()), "language"),
        amount(distinct(|line| line.locality.to_owned()), "place"),
    ));
    told
}
