//! Turns a translation that was brought up to date into a file that says so: nothing but its front matter's note changes.

use jiff::civil::Date;

use super::Pair;
use crate::catalog::Catalog;
use crate::model::{TranslatedBy, Translation};
use crate::parse::markdown::block_hashes;
use crate::parse::{document, yaml};
use crate::pipeline::Failure;

/// The file with its new note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub path: String,
    pub text: String,
}

/// Notes in a translation that it is of its source as that is today. `by` is what it said before, if not given.
///
/// # Errors
/// `Usage`, if nobody says who made the translation; `Refused`, if its front matter is written in a way that cannot be
/// changed without changing more.
pub fn accept(catalog: &Catalog, pair: Pair, by: Option<TranslatedBy>, today: Date) -> Result<Accepted, Failure> {
    let translation = catalog.document(pair.translation);
    let before = translation.front.translation.as_ref();
    let Some(by) = by.or_else(|| before.map(|before| before.by)) else {
        return Err(Failure::Usage {
            message: format!("`{}` does not say who made the translation", translation.path),
            help: "add `--by human`, or `--by checked` for a machine's work that a person has checked".to_owned(),
        });
    };
    let of = block_hashes(catalog.document(pair.source).text());
    let after = Translation { of, by, date: Some(today) };
    let text = noted(&translation.text().source, &after).ok_or_else(|| {
        Failure::refused(
            format!("the `translation` of `{}` is written in a way that cannot be changed safely", translation.path),
            "remove its lines from the front matter, then do this again with `--by`",
        )
    })?;
    Ok(Accepted { path: translation.path.to_string(), text })
}

/// Notes in `text`, a new state of a translation that says who made it, that it is of its source as that is today.
///
/// # Errors
/// The front matter is written in a way that cannot be changed without changing more.
pub fn note(catalog: &Catalog, pair: Pair, (text, today): (&str, Date)) -> Result<Accepted, String> {
    let translation = catalog.document(pair.translation);
    let unsafe_note = || "its `translation` is written in a way that cannot be changed safely".to_owned();
    let by = translation.front.translation.as_ref().map(|before| before.by).ok_or_else(unsafe_note)?;
    let after = Translation { of: block_hashes(catalog.document(pair.source).text()), by, date: Some(today) };
    let text = noted(text, &after).ok_or_else(unsafe_note)?;
    Ok(Accepted { path: translation.path.to_string(), text })
}

fn noted(source: &str, after: &Translation) -> Option<String> {
    written(source, after).filter(|text| says(text, after))
}

fn written(source: &str, translation: &Translation) -> Option<String> {
    let yaml = document::front_matter(source)?;
    // Quoted, because some are all digits.
    let of: Vec<String> = translation.of.iter().map(|hash| format!("\"{hash}\"")).collect();
    let by = match translation.by {
        TranslatedBy::Human => "human",
        TranslatedBy::Machine => "machine",
        TranslatedBy::Checked => "checked",
    };
    let mut values = vec![("of", format!("[{}]", of.join(", "))), ("by", by.to_owned())];
    values.extend(translation.date.map(|date| ("date", date.to_string())));
    yaml::set(source, yaml, "translation", &values)
}

/// Whether a text says what it was meant to say.
fn says(text: &str, translation: &Translation) -> bool {
    #[derive(serde::Deserialize)]
    struct Note {
        translation: Translation,
    }
    let yaml = document::front_matter(text).unwrap_or_default();
    serde_yaml::from_str::<Note>(&text[yaml]).is_ok_and(|note| note.translation == *translation)
}
