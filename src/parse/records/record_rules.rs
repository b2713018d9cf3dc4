//! Turns short records (settings, places, organisations, venues, facts, pictures) into findings about themselves.

use jiff::civil::Date;

use super::rules::{self, Record, Rule};
use crate::config::Portal;
use crate::diag::{Code, Finding, Step};
use crate::model::{Contact, Edition, Fact, Language, Locality, Organisation, Picture, Postcode, Unit, Venue};

pub const PORTAL: &[Rule<Portal>] = &[languages, fallback, parity, editions, portal_contact, theme];
pub const LOCALITY: &[Rule<Locality>] = &[locality_languages, locality_contact];
pub const ORGANISATION: &[Rule<Organisation>] = &[ways];
pub const VENUE: &[Rule<Venue>] = &[address, coordinates];
pub const FACT: &[Rule<Fact>] = &[values, figures, dates, overlaps, source];
pub const PICTURE: &[Rule<Picture>] = &[picture_file];

fn languages(portal: &Record<'_, Portal>, findings: &mut Vec<Finding>) {
    let languages = &portal.value.languages;
    rules::once(portal, "languages", languages, findings);
    if languages.is_empty() {
        findings.push(
            Finding::new(Code::MissingKey, "the portal has no language")
                .at(portal.at(["languages"]))
                .help("write its languages in reading order, like `[en, cy]`"),
        );
    }
}

fn fallback(portal: &Record<'_, Portal>, findings: &mut Vec<Finding>) {
    let known = |language: &Language| portal.value.languages.contains(language);
    for (language, chain) in portal.value.fallback.iter() {
        let steps = || [Step::from("fallback"), language.as_str().into()];
        let strangers = std::iter::once(language).chain(chain).filter(|language| !known(language));
        findings.extend(strangers.map(|stranger| {
            Finding::new(Code::UndeclaredLanguage, format!("`{stranger}` is not a language of this portal"))
                .at(portal.at(steps()))
                .help("add it to `languages`, or take it out here")
        }));
        if chain.contains(language) {
            findings.push(
                Finding::new(Code::BadValue, format!("`{language}` falls back on itself"))
                    .at(portal.at(steps()))
                    .help("name only other languages"),
            );
        }
    }
}

fn parity(portal: &Record<'_, Portal>, findings: &mut Vec<Finding>) {
    let parity = &portal.value.parity;
    rules::once(portal, "parity", parity, findings);
    let strangers = parity.iter().enumerate().filter(|(_, language)| !portal.value.languages.contains(language));
    findings.extend(strangers.map(|(at, stranger)| {
        Finding::new(Code::UndeclaredLanguage, format!("`{stranger}` is not a language of this portal"))
            .at(portal.at([Step::from("parity"), at.into()]))
            .help("add it to `languages`, or take it out here")
    }));
    if parity.len() == 1 {
        findings.push(
            Finding::new(Code::BadValue, "one language alone always says the same")
                .at(portal.at(["parity"]))
                .help("name at least two languages, like `[en, cy]`"),
        );
    }
}

fn editions(portal: &Record<'_, Portal>, findings: &mut Vec<Finding>) {
    if !portal.value.editions.contains(&Edition::Standard) {
        findings.push(
            Finding::new(Code::MissingKey, "the portal leaves out the `standard` edition")
                .at(portal.at(["editions"]))
                .help("write `[standard]` or `[standard, easy-read]`"),
        );
    }
}

fn portal_contact(portal: &Record<'_, Portal>, findings: &mut Vec<Finding>) {
    contact(portal, &portal.value.contact, findings);
}

fn theme(portal: &Record<'_, Portal>, findings: &mut Vec<Finding>) {
    rules::file(&portal.value.theme, portal.at(["theme"]), findings);
    if let Some(logo) = &portal.value.logo {
        rules::file(logo, portal.at(["logo"]), findings);
    }
}

fn locality_languages(locality: &Record<'_, Locality>, findings: &mut Vec<Finding>) {
    rules::once(locality, "languages", &locality.value.languages, findings);
}

fn locality_contact(locality: &Record<'_, Locality>, findings: &mut Vec<Finding>) {
    contact(locality, &locality.value.contact, findings);
}

fn contact<T>(record: &Record<'_, T>, contact: &Contact, findings: &mut Vec<Finding>) {
    rules::phone(contact.phone.as_ref(), record.at(["contact", "phone"]), findings);
    rules::email(contact.email.as_ref(), record.at(["contact", "email"]), findings);
    rules::web(contact.web.as_ref(), record.at(["contact", "web"]), findings);
}

fn ways(organisation: &Record<'_, Organisation>, findings: &mut Vec<Finding>) {
    rules::phone(organisation.value.phone.as_ref(), organisation.at(["phone"]), findings);
    rules::email(organisation.value.email.as_ref(), organisation.at(["email"]), findings);
    rules::web(organisation.value.web.as_ref(), organisation.at(["web"]), findings);
}

fn address(venue: &Record<'_, Venue>, findings: &mut Vec<Finding>) {
    let written = &venue.value.postcode;
    match Postcode::new(written) {
        Err(problem) => findings.push(Finding::worded(Code::BadValue, &problem).at(venue.at(["postcode"]))),
        Ok(postcode) if postcode.as_str() != written => findings.push(
            Finding::new(Code::BadValue, format!("`{written}` is not written as postcodes are"))
                .at(venue.at(["postcode"]))
                .help(format!("write `{postcode}`")),
        ),
        Ok(_) => {}
    }
    if venue.value.address.iter().all(|line| line.trim().is_empty()) {
        findings.push(
            Finding::new(Code::MissingKey, "the venue has no address")
                .at(venue.at(["address"]))
                .help("write its lines without the postcode, like `[Lantern Hall, 1 Main Street, Loughborough]`"),
        );
    }
}

/// North and east of these the United Kingdom has no land (Ordnance Survey; Rockall left out), in degrees.
const LATITUDES: std::ops::RangeInclusive<f64> = 49.8..=60.9;
const LONGITUDES: std::ops::RangeInclusive<f64> = -8.7..=1.8;

fn coordinates(venue: &Record<'_, Venue>, findings: &mut Vec<Finding>) {
    let both = "write both or neither".to_owned();
    let (code, key, message, help) = match (venue.value.lat, venue.value.lon) {
        (Some(lat), Some(lon)) if in_the_kingdom(lat, lon) => return,
        (Some(lat), Some(lon)) if in_the_kingdom(lon, lat) => {
            let help = format!("write `lat: {lon}` and `lon: {lat}`");
            (Code::ServicePlace, "lat", "`lat` and `lon` are the wrong way round".to_owned(), help)
        }
        (Some(lat), Some(lon)) => {
            let help = "copy the place again from a map: `lat` is about 50 to 60, `lon` about -8 to 2".to_owned();
            (Code::ServicePlace, "lat", format!("{lat}, {lon} does not lie in the United Kingdom"), help)
        }
        (Some(_), None) => (Code::MissingKey, "lat", "`lon` is missing beside `lat`".to_owned(), both),
        (None, Some(_)) => (Code::MissingKey, "lon", "`lat` is missing beside `lon`".to_owned(), both),
        (None, None) => return,
    };
    findings.push(Finding::new(code, message).at(venue.at([key])).help(help));
}

pub fn in_the_kingdom(lat: f64, lon: f64) -> bool {
    LATITUDES.contains(&lat) && LONGITUDES.contains(&lon)
}

fn values(fact: &Record<'_, Fact>, findings: &mut Vec<Finding>) {
    if fact.value.values.is_empty() {
        findings.push(
            Finding::new(Code::MissingKey, "the fact has no value")
                .at(fact.at(["values"]))
                .help("write at least one, like `- { value: 81.90, from: 2024-04-08 }`"),
        );
    }
}

fn figures(fact: &Record<'_, Fact>, findings: &mut Vec<Finding>) {
    if fact.value.unit == Unit::Text {
        return;
    }
    for (position, value) in fact.value.values.iter().enumerate() {
        let text = value.value.0.trim();
        let bare = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = bare.split_once('.').unwrap_or((bare, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) {
            findings.push(
                Finding::new(Code::BadValue, format!("`{text}` is not a number"))
                    .at(fact.at([Step::from("values"), position.into(), "value".into()]))
                    .help("write digits and one point at most, without `£`, `%` or commas, like `1234.50`"),
            );
        }
    }
}

fn dates(fact: &Record<'_, Fact>, findings: &mut Vec<Finding>) {
    for (position, value) in fact.value.values.iter().enumerate() {
        if let (Some(from), Some(until)) = (value.from, value.until)
            && from > until
        {
            findings.push(
                Finding::new(Code::DateOrder, format!("the value ends on {until}, before it starts on {from}"))
                    .at(fact.at([Step::from("values"), position.into()]))
                    .help("correct one of the two dates"),
            );
        }
    }
}

/// Two values for one day: compared by their days, both ends included; no end is for ever.
fn overlaps(fact: &Record<'_, Fact>, findings: &mut Vec<Finding>) {
    let mut spans: Vec<_> =
        fact.value.values.iter().enumerate().map(|(at, value)| (value.from, value.until, at)).collect();
    spans.sort_by_key(|(from, _, at)| (*from, *at));
    let mut last: Option<Option<Date>> = None;
    for (from, until, position) in spans {
        let overlaps = match (last, from) {
            (None, _) => false,
            (Some(Some(last)), Some(from)) => from <= last,
            (Some(_), _) => true,
        };
        if overlaps {
            findings.push(
                Finding::new(Code::FactOverlap, "the fact has two values for one day")
                    .at(fact.at([Step::from("values"), position.into()]))
                    .help("end the earlier value with `until`, on the day before this one starts"),
            );
        }
        last = Some(last.map_or(until, |last| last.zip(until).map(|(last, until)| last.max(until))));
    }
}

fn source(fact: &Record<'_, Fact>, findings: &mut Vec<Finding>) {
    rules::web(Some(&fact.value.source), fact.at(["source"]), findings);
}

fn picture_file(picture: &Record<'_, Picture>, findings: &mut Vec<Finding>) {
    rules::file(&picture.value.file, picture.at(["file"]), findings);
    rules::web(picture.value.source.as_ref(), picture.at(["source"]), findings);
}
