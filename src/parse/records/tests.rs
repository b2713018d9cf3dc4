//! Turns small portals into records and findings, as cases.

use super::*;
use crate::load::{Hash, SourceBody};

const SMALL_PORTAL: &str = SMALLEST_PORTAL;

fn sources(files: &[(&str, &str)]) -> Sources {
    let files = files.iter().map(|(path, text)| {
        let path: Arc<str> = (*path).into();
        let source =
            Source { path: path.clone(), body: SourceBody::Text((*text).into()), hash: Hash::of(text.as_bytes()) };
        (path, source)
    });
    Sources { files: files.collect() }
}

/// A portal of the smallest settings and these files.
fn portal_of(files: &[(&str, &str)]) -> Diagnosed<Records> {
    let mut all = vec![(PORTAL, SMALL_PORTAL), (LOCALITIES, SMALLEST_LOCALITIES)];
    all.retain(|(path, _)| files.iter().all(|(other, _)| other != path));
    all.extend(files);
    parse(&sources(&all), Remembered::default())
}

/// `S001 content/a.yaml contact.phone: message`.
fn lines(findings: &[Finding]) -> Vec<String> {
    let step = |step: &Step| match step {
        Step::Key(key) => key.clone(),
        Step::Item(item) => item.to_string(),
    };
    let line = |finding: &Finding| {
        let place = finding.place.as_ref().expect("a finding about a file has a place");
        let spot = match &place.spot {
            crate::diag::Spot::Key(steps) => steps.iter().map(step).collect::<Vec<_>>().join("."),
            _ => String::new(),
        };
        format!("{} {} {spot}: {}", finding.code.id(), place.file, finding.message)
    };
    findings.iter().map(line).collect()
}

/// Checks what is said about one file; `expected` leaves out its path.
fn check(path: &str, text: &str, expected: &[&str]) {
    let said = lines(&portal_of(&[(path, text)]).findings);
    let said: Vec<String> = said.iter().map(|line| line.replacen(&format!("{path} "), "", 1)).collect();
    assert_eq!(said, expected, "{text}");
}

const SERVICE: &str = "\
name: Carers' café
org: carers-bucks
summary: A drop-in.
area: [uk]
contact: { phone: 01632 960123, email: hello@example.org }
";

/// Checks what is said about a service with these lines in place of those with the same keys.
fn check_service(lines: &str, expected: &[&str]) {
    let key = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    let replaced: Vec<String> = lines.lines().map(key).collect();
    let kept: String = SERVICE.split_inclusive('\n').filter(|line| !replaced.contains(&key(line))).collect();
    check("content/services/cafe.yaml", &format!("{kept}{lines}\n"), expected);
}

#[test]
fn the_smallest_portal_is_sound() {
    let read = portal_of(&[]);
    assert_eq!(lines(&read.findings), [""; 0]);
    assert!(read.value.portal.is_some());
    assert_eq!(read.value.localities[0].value.id.as_str(), "uk");
}

#[test]
fn a_missing_file_says_what_the_smallest_one_looks_like() {
    let read = parse(&Sources::default(), Remembered::default());
    assert_eq!(
        lines(&read.findings),
        [
            "I008 content/portal.yaml : there is no `content/portal.yaml`",
            "I008 content/localities.yaml : there is no `content/localities.yaml`",
        ]
    );
    assert!(read.findings[1].help.ends_with(SMALLEST_LOCALITIES));
}

#[test]
fn records_know_their_place_and_overlay() {
    let fact = "a.b:\n  what: a\n  unit: GBP\n  source: https://www.gov.uk\n  values: [{ value: 81.90 }]\n";
    let read = portal_of(&[
        ("content/facts.yaml", fact),
        ("content/local/harborough/facts.yaml", fact),
        ("content/services/cafe.yaml", SERVICE),
        ("content/glossary.yaml", "en: { respite: { word: respite, meaning: A break. } }\n"),
        ("content/topics.yaml", "- { id: a, name: A }\n- { id: b, name: B }\n"),
    ]);
    assert_eq!(lines(&read.findings), [""; 0]);
    let records = read.value;
    let overlays: Vec<_> = records.facts.iter().map(|fact| fact.overlay.as_ref().map(LocalityId::as_str)).collect();
    assert_eq!(overlays, [None, Some("harborough")]);
    assert_eq!(records.facts[0].value.1.values[0].value.0, "81.90");
    assert_eq!(records.facts[0].place, Place::key(&"content/facts.yaml".into(), ["a.b".into()]));
    assert_eq!(records.topics[1].place, Place::key(&"content/topics.yaml".into(), [1.into()]));
    assert_eq!(records.services[0].value.id.as_str(), "cafe");
    assert_eq!(records.glossary.len(), 1);
}

#[test]
fn findings_come_in_the_order_of_the_files() {
    let read = portal_of(&[
        ("content/venues.yaml", ""),
        ("content/topics.yaml", "- { id: a, name: A, nme: B }\n"),
        ("content/services/Cafe.yaml", SERVICE),
        ("content/portal.yml", ""),
        ("content/facts.yaml", "# none yet\n"),
    ]);
    assert_eq!(
        lines(&read.findings),
        [
            "I005 content/portal.yml : `content/portal.yml` is not used",
            "I006 content/services/Cafe.yaml : `Cafe` is not an id",
            "Y003 content/topics.yaml : `nme` is not a key here",
            "I007 content/venues.yaml : there is nothing in this file",
        ]
    );
}

#[test]
fn a_service_can_be_reached() {
    check_service("contact: {}", &["S001 contact: there is no way to make contact"]);
    check_service("contact:", &["S001 contact: there is no way to make contact"]);
    check_service("contact: { phone: 01632 960123 }", &["S009 contact: the only way to make contact is a phone"]);
    check_service("contact: { web: https://example.org }", &["S009 contact: there is no phone number"]);
    check_service("contact: { phone: 01632 960123, web: https://example.org }", &[]);
    check_service(
        "contact: { phone: call us, email: hello, web: www.example.org }",
        &[
            "Y006 contact.phone: `call us` is not a telephone number",
            "Y006 contact.email: `hello` is not an email address",
            "Y006 contact.web: `www.example.org` is not a web address",
        ],
    );
    check_service(
        "contact: { phone: 0845 960 1234, web: https://example.org }",
        &["S010 contact.phone: a call to `0845 960 1234` costs more than one to a landline"],
    );
    check_service(
        "contact: { phone: +44 (0)1632 960123, web: https://example.org }",
        &["S011 contact.phone: `+44 (0)1632 960123` cannot be dialled as it is written"],
    );
}

#[test]
fn a_service_says_who_checked_it() {
    check_service("checked: 2026-10-12", &["Y005 checked: `checked_by` is missing beside `checked`"]);
    check_service("checked: 2026-10-12\nchecked_by: carers@council.example", &[]);
    check_service("checked: 2026-10-12\nchecked_by: Ann", &["Y006 checked_by: `Ann` is not an email address"]);
}

#[test]
fn a_service_names_its_venues_and_area() {
    check_service("attend: [venue]", &["S002 attend: people attend at a venue, but none is named"]);
    check_service("attend: [venue]\nvenues: [{ at: library }]", &[]);
    check_service("attend: [phone]", &[]);
    check_service("venues: [{ access: [step-free] }]", &["S002 venues.0: this venue has no place"]);
    check_service("area: []", &["Y005 area: the service names no area"]);
    check_service("area: [uk, E06000001, harborough]", &[]);
    check_service(
        "area: [Market Harborough]",
        &["Y006 area.0: `Market Harborough` is neither a locality nor a GSS code"],
    );
}

#[test]
fn a_name_can_be_read_aloud() {
    check_service(
        "name: CARERS' CAFÉ | AYLESBURY",
        &[
            "S012 name: the name `CARERS' CAFÉ | AYLESBURY` is all in capitals, which is hard to read and may be read aloud \
         letter by letter",
        ],
    );
    check_service(
        "name: Café | Aylesbury",
        &["S012 name: the name `Café | Aylesbury` holds a `|`, which is read aloud as a word"],
    );
    check_service("name: ADHD UK", &[]);
    check_service("name: NHS", &[]);
    check_service("name: کیئررز کا گھر", &[]);
}

#[test]
fn a_hidden_address_stays_hidden() {
    let hidden = "venues: [{ address: hidden }]";
    check_service(hidden, &[]);
    check_service(
        "venues: [{ address: hidden, at: library }]",
        &["S006 venues.0: the address is hidden, but the venue `library` gives it away"],
    );
    for (text, sign) in [
        ("Near LE16 7ZZ.", "the postcode `LE16 7ZZ`"),
        ("near le167zz", "the postcode `le167zz`"),
        ("At 52.4780, -0.9205", "the place `52.4780, -0.9205`"),
        ("See https://maps.app.goo.gl/x", "a link to a map"),
    ] {
        let expected = format!("S006 summary: the address is hidden, but {sign} gives it away");
        check_service(&format!("{hidden}\nsummary: \"{text}\""), &[&expected]);
        check_service(&format!("summary: \"{text}\""), &[]);
    }
    check_service(&format!("{hidden}\nsummary: Call 01632 960123 from 9am to 5pm, for 2 or 3 people."), &[]);
    check_service(
        &format!("{hidden}\nin: {{ cy: {{ summary: \"Ger LE16 7ZZ\" }} }}"),
        &["S006 in.cy.summary: the address is hidden, but the postcode `LE16 7ZZ` gives it away"],
    );
}

#[test]
fn a_record_with_a_mistake_is_still_looked_at() {
    let lines = "contact: { phone: call us, fax: 1 }\nattend: [venue]\nvenues: none";
    check_service(
        lines,
        &[
            "Y003 : `fax` is not a key here",
            "Y004 : `venues` must be a list, not the text `none`",
            "Y006 contact.phone: `call us` is not a telephone number",
        ],
    );
    let venue = |id: &str, more: &str| {
        format!("- {{ id: {id}, name: A, locality: uk, address: [1 Main Street], postcode: LE16{more} }}\n")
    };
    check(
        "content/venues.yaml",
        &(venue("a", ", lat: 52.4, lon: here") + &venue("b", "") + &venue("c", " 7ZZ, colour: red")),
        &[
            "Y004 : `lon` must be a number, not the text `here`",
            "Y003 : `colour` is not a key here",
            "Y006 0.postcode: `LE16` is not a postcode",
            "Y006 1.postcode: `LE16` is not a postcode",
        ],
    );
}

fn check_venue(fields: &str, expected: &[&str]) {
    let text = format!("- {{ id: a, name: A, locality: uk, address: [1 Main Street], {fields} }}\n");
    check("content/venues.yaml", &text, expected);
}

#[test]
fn a_venue_lies_in_the_kingdom() {
    check_venue("postcode: LE16 7ZZ, lat: 52.4, lon: -0.9", &[]);
    check_venue("postcode: LE16 7ZZ, lat: -0.9, lon: 52.4", &["S007 0.lat: `lat` and `lon` are the wrong way round"]);
    check_venue(
        "postcode: LE16 7ZZ, lat: 48.8, lon: 2.3",
        &["S007 0.lat: 48.8, 2.3 does not lie in the United Kingdom"],
    );
    check_venue("postcode: LE16 7ZZ, lat: 52.4", &["Y005 0.lat: `lon` is missing beside `lat`"]);
    check_venue("postcode: le167zz", &["Y006 0.postcode: `le167zz` is not written as postcodes are"]);
    check_venue("postcode: Harborough", &["Y006 0.postcode: `Harborough` is not a postcode"]);
}

fn check_fact(values: &str, expected: &[&str]) {
    let text = format!("a:\n  what: a\n  unit: GBP\n  source: https://www.gov.uk\n  values: [{values}]\n");
    check("content/facts.yaml", &text, expected);
}

#[test]
fn a_facts_values_follow_each_other() {
    check_fact("{ value: 1.50, until: 2025-04-06 }, { value: 2, from: 2025-04-07 }", &[]);
    check_fact("{ value: 2, from: 2025-04-07 }, { value: 1.50, until: 2025-04-06 }", &[]);
    check_fact(
        "{ value: 1, from: 2024-04-06, until: 2025-04-06 }, { value: 2, from: 2025-04-06 }",
        &["F001 a.values.1: the fact has two values for one day"],
    );
    check_fact(
        "{ value: 1, from: 2024-04-06 }, { value: 2, from: 2025-04-06 }",
        &["F001 a.values.1: the fact has two values for one day"],
    );
    check_fact(
        "{ value: 1, from: 2025-04-07, until: 2024-04-06 }",
        &["D002 a.values.0: the value ends on 2024-04-06, before it starts on 2025-04-07"],
    );
    check_fact("{ value: £81.90 }", &["Y006 a.values.0.value: `£81.90` is not a number"]);
    check_fact("", &["Y005 a.values: the fact has no value"]);
}

#[test]
fn settings_agree_with_themselves() {
    let with = |lines: &str| format!("name: Help\nbase_url: https://a.example\norganisation: a\n{lines}\n");
    let check = |lines: &str, expected: &[&str]| check(PORTAL, &with(lines), expected);
    check("languages: [en, cy]\nfallback: { cy: [en] }\nalert: { en: Closed, until: 2026-12-26 }", &[]);
    check("languages: []", &["Y005 languages: the portal has no language"]);
    check("languages: [en, en]", &["Y006 languages.1: `en` stands twice in `languages`"]);
    check("languages: [en]\nfallback: { cy: [en] }", &["R006 fallback.cy: `cy` is not a language of this portal"]);
    check("languages: [en]\nfallback: { en: [en] }", &["Y006 fallback.en: `en` falls back on itself"]);
    check("languages: [en]\neditions: [easy-read]", &["Y005 editions: the portal leaves out the `standard` edition"]);
    check("languages: [en]\ntheme: ../../etc", &["Y006 theme: `../../etc` is not the path of a file of this portal"]);
    check("languages: [en]\nalert: { until: 2026-12-26 }", &["Y006 : the alert has no text"]);
    check("languages: [en]\nalert: { en: Closed, until: soon }", &["Y006 : `soon` is not a date"]);
}
