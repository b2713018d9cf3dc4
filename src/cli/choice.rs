//! Turns the arguments that `build` and `check` share into the options of a run.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::session::Session;
use crate::model::{Language, LocalityId};
use crate::pipeline::{Failure, Options};

/// What to build, as it was typed.
#[derive(Args, Debug, Default)]
pub struct Choice {
    /// Take this day for today, such as 2026-12-24: shows what the site will say then
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Only these languages or places; may be given again: --only language=cy --only locality=harborough
    #[arg(long, value_name = "AXIS=VALUE")]
    only: Vec<String>,
    /// With the pages that say `draft: true`
    #[arg(long)]
    drafts: bool,
    /// Let warnings count as errors
    #[arg(long)]
    strict: bool,
    /// How many threads to use, instead of one for each core
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

impl Choice {
    /// Options that write to `out` and use the cache.
    ///
    /// # Errors
    /// `Failure::Usage` names the argument that makes no sense.
    pub fn options(&self, session: &Session, out: PathBuf) -> Result<Options, Failure> {
        let mut options = Options {
            portal: session.folder.clone(),
            home: session.home.clone(),
            as_of: self.as_of.as_deref().map(|text| date("--as-of", text)).transpose()?,
            today: session.today,
            drafts: self.drafts,
            strict: self.strict,
            afresh: false,
            jobs: self.jobs.map(NonZeroUsize::get),
            only_languages: Vec::new(),
            only_localities: Vec::new(),
            memory: Some(session.folder.join(".fingerpost")),
            out,
        };
        for text in &self.only {
            match only(text)? {
                Only::Language(language) => options.only_languages.push(language),
                Only::Locality(locality) => options.only_localities.push(locality),
            }
        }
        Ok(options)
    }
}

/// A day as the command line and the files write it.
///
/// # Errors
/// `Failure::Usage` shows the right form.
pub fn date(argument: &str, text: &str) -> Result<Date, Failure> {
    text.parse().map_err(|_reason: jiff::Error| Failure::Usage {
        message: format!("`{argument} {text}` does not name a day"),
        help: "write year, month and day, such as 2026-12-24".to_owned(),
    })
}

/// A language as the command line names it.
///
/// # Errors
/// `Failure::Usage` shows the right form.
pub fn language(text: &str) -> Result<Language, Failure> {
    text.parse().map_err(|message| usage(message, "the portal's languages stand in `content/portal.yaml`"))
}

/// A failure that says what was typed wrongly, and what to type.
pub fn usage(message: impl Into<String>, help: &str) -> Failure {
    Failure::Usage { message: message.into(), help: help.to_owned() }
}

/// One value of one axis.
enum Only {
    Language(Language),
    Locality(LocalityId),
}

fn only(text: &str) -> Result<Only, Failure> {
    match text.split_once('=') {
        Some(("language", value)) => language(value).map(Only::Language),
        Some(("locality", value)) => LocalityId::new(value)
            .map(Only::Locality)
            .map_err(|bad| usage(bad.to_string(), "the portal's places stand in `content/localities.yaml`")),
        _ => Err(usage(
            format!("`--only {text}` does not say what to choose by"),
            "write `--only language=cy` or `--only locality=harborough`",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(choice: &Choice) -> Result<Options, String> {
        let session = Session::for_tests("2026-11-22".parse().unwrap());
        choice.options(&session, "public".into()).map_err(|failure| match failure {
            Failure::Usage { message, .. } => message,
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn a_day_is_a_date() {
        let choice = |day: &str| Choice { as_of: Some(day.to_owned()), ..Choice::default() };
        assert_eq!(options(&choice("2026-12-24")).unwrap().as_of, Some("2026-12-24".parse().unwrap()));
        assert_eq!(options(&choice("24 December")).unwrap_err(), "`--as-of 24 December` does not name a day");
        assert_eq!(options(&choice("2026-02-30")).unwrap_err(), "`--as-of 2026-02-30` does not name a day");
    }

    #[test]
    fn only_names_an_axis_and_a_value() {
        let choice =
            |words: &[&str]| Choice { only: words.iter().map(ToString::to_string).collect(), ..Choice::default() };
        let chosen = options(&choice(&["language=cy", "locality=harborough", "language=ur"])).unwrap();
        assert_eq!(chosen.only_languages, ["cy", "ur"].map(|tag| tag.parse().unwrap()));
        assert_eq!(chosen.only_localities, [LocalityId::new("harborough").unwrap()]);
        assert_eq!(
            options(&choice(&["colour=red"])).unwrap_err(),
            "`--only colour=red` does not say what to choose by"
        );
        assert_eq!(
            options(&choice(&["language=welsh!"])).unwrap_err(),
            "`welsh!` is not a language tag: use one like `cy`, `ur` or `zh-Hans` (BCP 47)"
        );
    }
}
