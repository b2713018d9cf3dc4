//! Turns a leaflet's id into a record to fill.

use clap::Args;
use jiff::civil::Date;

use super::{bad_id, create, home, in_six_months, title};
use crate::io::Scaffold;
use crate::model::{LeafletId, LocalityId};
use crate::pipeline::Failure;

/// A leaflet that is put together from pages and services
#[derive(Args, Debug)]
pub struct Raw {
    /// The leaflet's id, such as coming-home-from-hospital
    #[arg(value_name = "LEAFLET")]
    id: String,
    /// The leaflet of one place only: its file lies in that place's folder
    #[arg(long, value_name = "PLACE")]
    local: Option<String>,
}

pub fn write(raw: &Raw, portal: &Scaffold, today: Date) -> Result<String, Failure> {
    let id = LeafletId::new(&raw.id).map_err(|bad| bad_id(&bad))?;
    let local = raw.local.as_deref().map(LocalityId::new).transpose().map_err(|bad| bad_id(&bad))?;
    let language = super::language(None, portal)?;
    let path = format!("{}prints/{id}.yaml", home(local.as_ref()));
    create(portal, path, &draft(&id, language.as_str(), today))
}

/// A record that makes a leaflet of the home page until somebody names others.
fn draft(id: &LeafletId, language: &str, today: Date) -> String {
    format!(
        "# Fill in what you know, and take out the lines that you do not need.\n\
         title: {{ {language}: {} }}\n\
         # summary: {{ {language}: One sentence below the title. }}\n\
         shapes: [a4]                      # a4, a5, dl, large-print, easy-read\n\
         # languages: [{language}]                 # all that the title is written in, where left out\n\
         # bilingual: yes                  # two languages in one print, Welsh first\n\
         # localities: []                  # ids of places that have it; all where left out\n\
         pages:\n  \
           - index                         # a whole page, by its id\n  \
           # - {{ page: money/grants, only: [rates] }}   # the sections under these headings: ## Rates {{#rates}}\n  \
           # - {{ page: breaks, brief: yes }}            # its title, summary and address\n\
         # services:\n\
         #   - {{ topic: breaks, for: adult-carers, limit: 6 }}\n\
         # prescription: {{ life_stage: hospital-discharge, condition: dementia-carers }}\n\
         # contact: yes                    # the contact of the reader's place in a box in the text, too\n\
         reviewed: {today}\n\
         review_by: {}\n",
        title(id.as_str()),
        in_six_months(today),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LeafletRecord;

    #[test]
    fn what_is_drafted_is_a_leaflet() {
        let text = draft(&LeafletId::new("where-to-start").unwrap(), "cy", "2026-11-22".parse().unwrap());
        let leaflet: LeafletRecord = serde_yaml::from_str(&text).unwrap();
        assert_eq!(leaflet.title.get(["cy".parse().unwrap()]).unwrap().0, "Where to start");
        assert_eq!(leaflet.pages[0].page.as_str(), "index");
    }
}
