//! Turns a record of Open Referral UK in its normal form into the keys of a service.
//!
//! What is not taken here, or not as it is written there, is kept in `extra` by who calls this: nothing may be lost, so
//! a key is taken only where the portal can say the same.

use serde_json::{Map, Value, json};

use super::give::{self, Desk};
use super::{schedules, texts, tongues};
use crate::model::{Ages, Attend, HowToJoin, Language, Phone, web, written};

type Record = Map<String, Value>;

/// No service is called more than that.
const LONGEST_NAME: usize = 300;

/// A page of more would weigh more than a page may.
const LONGEST_DESCRIPTION: usize = 30_000;

/// What cannot be taken at all: where in the record, what, and what to do.
pub struct Refusal {
    pub path: &'static str,
    pub what: String,
    pub help: String,
}

/// A remark on a record that was taken.
pub struct Remark {
    pub path: String,
    pub what: String,
    pub help: &'static str,
}

/// The keys of a service that come from the record alone: all but organisation, area and venues.
pub fn keys(desk: &Desk<'_>, record: &Record, remarks: &mut Vec<Remark>) -> Result<Record, Refusal> {
    let mut made = Record::new();
    let name =
        text(record, "name").ok_or_else(|| refusal("name", "the name is missing", "give it a name at its source"))?;
    if name.contains('|') || name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase) {
        remarks.push(remark("name", "the name has a `|` or is all in capitals", "write a name that people can read"));
    }
    made.insert("name".to_owned(), json!(name));
    let description = text(record, "description")
        .ok_or_else(|| refusal("description", "the description is missing", "describe the service at its source"))?;
    for (path, text, longest) in [("name", name, LONGEST_NAME), ("description", description, LONGEST_DESCRIPTION)] {
        let letters = text.chars().count();
        if letters > longest {
            let what = format!("the {path} has {letters} letters, more than a page can show");
            return Err(refusal(path, &what, "shorten it at its source"));
        }
    }
    let (summary, about) = texts::texts(description);
    made.insert("summary".to_owned(), json!(summary));
    if let Some(about) = about {
        made.insert("about".to_owned(), json!(about));
    }
    terms(desk, record, &mut made);
    ages(record, &mut made, remarks);
    if let Some(words) = text(record, "eligibility_description") {
        made.insert("eligibility".to_owned(), json!(words));
    }
    cost(record, &mut made);
    attendance(record, &mut made);
    contact(record, &mut made, remarks);
    languages(record, &mut made);
    times(record, &mut made, remarks);
    if let Some(status) = status(record)? {
        made.insert("status".to_owned(), json!(status));
    }
    checked((record, desk.today), &mut made, remarks);
    Ok(made)
}

pub fn text<'r>(record: &'r Record, key: &str) -> Option<&'r str> {
    record.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

/// The records of a list; a single one counts as a list of one.
pub fn records<'r>(record: &'r Record, key: &str) -> impl Iterator<Item = (usize, &'r Record)> {
    let list = match record.get(key) {
        Some(Value::Array(items)) => items.as_slice(),
        Some(one @ Value::Object(_)) => std::slice::from_ref(one),
        _ => &[],
    };
    list.iter().enumerate().filter_map(|(at, item)| item.as_object().map(|item| (at, item)))
}

pub fn refusal(path: &'static str, what: &str, help: &str) -> Refusal {
    Refusal { path, what: what.to_owned(), help: help.to_owned() }
}

pub fn remark(path: impl Into<String>, what: impl Into<String>, help: &'static str) -> Remark {
    Remark { path: path.into(), what: what.into(), help }
}

/// Topics and audiences by the address of their term, its name or its id.
fn terms(desk: &Desk<'_>, record: &Record, made: &mut Record) {
    let (mut topics, mut audiences) = (Vec::new(), Vec::new());
    for (_, attribute) in records(record, "attributes") {
        let Some(term) = attribute.get("taxonomy_term").and_then(Value::as_object) else { continue };
        let catalog = desk.catalog;
        let is = |id: &str, name: &crate::model::Localized| {
            let by_name =
                text(term, "name").is_some_and(|text| text.eq_ignore_ascii_case(desk.text(name)) || text == id);
            by_name || text(term, "term_uri").is_some_and(|uri| uri.rsplit('/').next() == Some(id))
        };
        if let Some(topic) = catalog.topics.iter().find(|topic| is(topic.id.as_str(), &topic.name)) {
            push(&mut topics, topic.id.as_str());
        } else if let Some(audience) = catalog.audiences.iter().find(|one| is(one.id.as_str(), &one.name)) {
            push(&mut audiences, audience.id.as_str());
        }
    }
    list(made, "topics", &topics);
    list(made, "for", &audiences);
}

fn push(list: &mut Vec<String>, text: &str) {
    if !list.iter().any(|known| known == text) {
        list.push(text.to_owned());
    }
}

fn list(made: &mut Record, key: &str, items: &[String]) {
    if !items.is_empty() {
        made.insert(key.to_owned(), json!(items));
    }
}

/// 0 and nothing mean that nobody knows.
fn ages(record: &Record, made: &mut Record, remarks: &mut Vec<Remark>) {
    let age = |key: &str| {
        let value = record.get(key)?;
        let number =
            value.as_f64().or_else(|| value.as_str()?.trim().parse().map_or(None, |n: f64| n.is_finite().then_some(n)));
        number.filter(|age| (1.0..=120.0).contains(age)).map(|age| age.floor() as u8)
    };
    let ages = Ages { from: age("minimum_age"), to: age("maximum_age") };
    if ages.from.zip(ages.to).is_some_and(|(from, to)| from > to) {
        let help = "set them right at their source; the portal says nothing of ages until then";
        remarks.push(remark("minimum_age", "the lowest age is above the highest", help));
    } else if ages != Ages::default() {
        made.insert("ages".to_owned(), json!(ages.to_string()));
    }
}

fn cost(record: &Record, made: &mut Record) {
    let options: Vec<&Record> = records(record, "cost_options").map(|(_, option)| option).collect();
    let amount = |option: &Record| option.get("amount").filter(|amount| amount.is_number()).cloned();
    let cost = match text(record, "fees") {
        Some(fees) if fees.eq_ignore_ascii_case("free") => json!("free"),
        Some(fees) => json!(fees),
        None if options.is_empty() => return,
        None if options.iter().all(|option| amount(option).and_then(|amount| amount.as_f64()) == Some(0.0)) => {
            json!("free")
        }
        None => {
            let each =
                options.iter().map(|option| Some(json!({ "for": text(option, "option")?, "amount": amount(option)? })));
            match each.collect::<Option<Vec<Value>>>() {
                Some(amounts) => json!(amounts),
                None => return,
            }
        }
    };
    made.insert("cost".to_owned(), cost);
}

/// `how` and `attend`, from attributes or the words of version 1.0.
fn attendance(record: &Record, made: &mut Record) {
    let names: Vec<&str> = records(record, "attributes")
        .filter_map(|(_, attribute)| text(attribute.get("taxonomy_term")?.as_object()?, "name"))
        .collect();
    let (access, attending) = (text(record, "attending_access"), text(record, "attending_type"));
    let said = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let how = [
        (HowToJoin::DropIn, "drop-in"),
        (HowToJoin::SelfReferral, ""),
        (HowToJoin::ProfessionalReferral, "referral"),
        (HowToJoin::Appointment, "appointment"),
        (HowToJoin::Membership, "membership"),
    ];
    let how = how.into_iter().filter(|(how, old)| said(give::how_name(*how).1) || access == Some(*old));
    list(made, "how", &how.map(|(how, _)| give::how_name(how).0.to_owned()).collect::<Vec<_>>());
    let attend = [Attend::Venue, Attend::Online, Attend::Phone, Attend::HomeVisit].map(give::attend_name);
    let old = |name: &str| attending.is_some_and(|old| old.eq_ignore_ascii_case(name));
    let attend = attend.into_iter().filter(|(_, name)| said(name) || old(name));
    list(made, "attend", &attend.map(|(id, _)| id.to_owned()).collect::<Vec<_>>());
}

fn contact(record: &Record, made: &mut Record, remarks: &mut Vec<Remark>) {
    let mut contact = Record::new();
    let inner = records(record, "contacts").flat_map(|(at, contact)| {
        records(contact, "phones").map(move |(nth, phone)| (format!("contacts.{at}.phones.{nth}"), phone))
    });
    let phones = records(record, "phones").map(|(at, phone)| (format!("phones.{at}"), phone)).chain(inner);
    for (path, phone) in phones {
        let Some(number) = text(phone, "number") else { continue };
        let Ok(read) = Phone::parse(number) else {
            let help = "one number, without words, can be called; it is kept in `extra`";
            remarks.push(remark(format!("{path}.number"), format!("`{number}` is not a telephone number"), help));
            continue;
        };
        let shown = read.national();
        let by_text = shown.starts_with("18001 ") || matches!(text(phone, "type"), Some("textphone" | "tty"));
        let key = if by_text { "textphone" } else { "phone" };
        if contact.contains_key(key) || matches!(text(phone, "type"), Some("fax")) {
            continue;
        }
        contact.insert(key.to_owned(), json!(shown));
        if let Some(note) = text(phone, "description").filter(|_| !by_text) {
            contact.insert("phone_note".to_owned(), json!(note));
        }
    }
    for (from, to, check) in [("email", "email", web::check_email as fn(&str) -> _), ("url", "web", web::check_web)] {
        let person = || records(record, "contacts").find_map(|(_, person)| text(person, from));
        match text(record, from).or_else(person) {
            Some(text) if check(text).is_ok() => drop(contact.insert(to.to_owned(), json!(text))),
            Some(text) => {
                let help = "write a whole address at its source; until then it is kept in `extra`";
                remarks.push(remark(from, format!("`{text}` is not an address"), help));
            }
            None => {}
        }
    }
    if contact.is_empty() {
        let help = "add `phone`, `email` or `web` under `contact` by hand; what you write there stays";
        remarks.push(remark("contacts", "the record gives no way to make contact", help));
    } else {
        made.insert("contact".to_owned(), Value::Object(contact));
    }
}

fn languages(record: &Record, made: &mut Record) {
    let mut found = Vec::new();
    for (_, language) in records(record, "languages") {
        let known = ["code", "name"].iter().filter_map(|key| text(language, key));
        let code = known.filter_map(|word| {
            let tag = || word.parse::<Language>().map_or(None, |tag| (word.len() <= 3).then(|| tag.to_string()));
            tongues::code(word).map(str::to_owned).or_else(tag)
        });
        code.take(1).for_each(|code| push(&mut found, &code));
    }
    list(made, "languages", &found);
}

fn times(record: &Record, made: &mut Record, remarks: &mut Vec<Remark>) {
    let mut lines = Vec::new();
    for (at, schedule) in records(record, "schedules") {
        match schedules::take(schedule) {
            Some(line) => push(&mut lines, &line.to_string()),
            None => {
                let help = "write it at `when` by hand, if people need it; as it came it is kept in `extra`";
                let (what, path) = (why_not(schedule), format!("schedules.{at}"));
                remarks.push(remark(path, what, help));
            }
        }
    }
    list(made, "when", &lines);
}

fn why_not(schedule: &Record) -> String {
    let far = |key: &&str| text(schedule, key).is_some_and(|day| !("1990".."2101").contains(&day));
    if let Some(key) = ["dtstart", "until"].iter().find(|key| far(key)) {
        return format!("no service {key}s on `{}`", text(schedule, key).unwrap_or(""))
            .replace("dtstarts", "starts")
            .replace("untils", "ends");
    }
    let missing = ["freq", "byday", "opens_at", "closes_at"].into_iter().find(|key| !schedule.contains_key(*key));
    match missing {
        Some("freq" | "byday") => "the opening times name no days".to_owned(),
        Some(_) => "the opening times name no hours".to_owned(),
        None => "the opening times are more than one line can say".to_owned(),
    }
}

/// Nothing for a service that runs: that is what a record without the key says.
fn status(record: &Record) -> Result<Option<&'static str>, Refusal> {
    match text(record, "status").map(str::to_ascii_lowercase).as_deref() {
        None | Some("active") => Ok(None),
        Some("inactive" | "temporarily closed") => Ok(Some("paused")),
        Some("defunct") => Ok(Some("ended")),
        Some(other) => Err(refusal(
            "status",
            &format!("nobody knows what the status `{other}` means"),
            "say `active`, `inactive`, `temporarily closed` or `defunct` at its source",
        )),
    }
}

/// Only a day and a person that the record itself names; nothing stands in for them.
fn checked((record, today): (&Record, Option<jiff::civil::Date>), made: &mut Record, remarks: &mut Vec<Remark>) {
    let (Some(day), by) = (text(record, "assured_date"), text(record, "assurer_email")) else { return };
    let read = written::parse_date(day.get(..10).unwrap_or(day));
    let is_past = |read: jiff::civil::Date| read.year() >= 1990 && today.is_none_or(|today| read <= today);
    let by = by.filter(|by| web::check_email(by).is_ok());
    match (read, by) {
        (Ok(read), Some(by)) if is_past(read) => {
            made.insert("checked".to_owned(), json!(read.to_string()));
            made.insert("checked_by".to_owned(), json!(by));
        }
        (Ok(read), None) if is_past(read) => {
            let help = "check the service, then write `checked` and `checked_by` by hand";
            remarks.push(remark("assurer_email", "the record says when it was checked, but not by whom", help));
        }
        _ => {
            let help = "check the service, then write `checked` and `checked_by` by hand";
            remarks.push(remark("assured_date", format!("nobody checked it on `{day}`"), help));
        }
    }
}
