//! Turns a page's id into a page to fill.

use clap::Args;
use jiff::civil::Date;

use super::{Target, create, in_six_months, language, title};
use crate::io::Scaffold;
use crate::model::{Edition, PageId};
use crate::pipeline::Failure;

/// A page, as a draft with the headings that a reader needs
#[derive(Args, Debug)]
pub struct Raw {
    #[command(flatten)]
    target: Target,
    /// The page's language, such as cy; otherwise the portal's first
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
}

pub fn write(raw: &Raw, portal: &Scaffold, today: Date) -> Result<String, Failure> {
    let files = raw.target.files()?;
    let language = language(raw.lang.as_deref(), portal)?;
    let path = files.new_path(portal, (Edition::Standard, language))?;
    create(portal, path, &draft(&files.page, today))
}

fn draft(page: &PageId, today: Date) -> String {
    format!(
        "---\n\
         title: {}\n\
         summary: Say in one sentence what the reader finds here.\n\
         owner: your-team\n\
         reviewed: {today}\n\
         review_by: {}\n\
         draft: true\n\
         ---\n\
         Begin with what the reader can do or get. Write short sentences and say `you`.\n\n\
         ## Who this is for\n\n\
         Say who can get this, and who cannot.\n\n\
         ## What to do\n\n\
         :::steps\n\
         1. Say the first thing to do.\n\
         2. Say what happens then.\n\
         :::\n\n\
         ## Who can help\n\n\
         :::contact\n\
         :::\n",
        title(page.name()),
        in_six_months(today),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::new::front::Page;

    #[test]
    fn a_new_page_is_a_draft_that_was_reviewed_today() {
        let text = draft(&PageId::new("money/carers-grants").unwrap(), "2026-11-22".parse().unwrap());
        assert_eq!(
            Page::of(&text).front,
            "title: Carers grants\n\
             summary: Say in one sentence what the reader finds here.\n\
             owner: your-team\n\
             reviewed: 2026-11-22\n\
             review_by: 2027-05-22\n\
             draft: true\n"
        );
    }
}
