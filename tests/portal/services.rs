//! Turns services into pages, calendars and lists of what is to be checked.

use jiff::civil::{Date, date};

use super::run::{TODAY, build, fingerpost, try_build};
use super::small::Small;
use super::tree::{self, Tree};

/// A service with sessions, some of them on days on which it is closed.
const CAFE: &str = "\
--- content/services/cafe.yaml
name: Carers' café, Market Harborough
org: county-carers
summary: A cup of tea for carers; everyone is welcome.
area: [harborough]
eligibility: { by: cared-for-home }
attend: [venue]
languages: [en, bfi]
venues: [{ at: hall }]
when: [1st Fri of month 10:30-12:00, Tue 18:00-20:00 online]
closed: [2026-12-22..2027-01-05, bank holidays]
contact: { phone: 01632 960102, email: cafe@carers.example.org }
checked: 2026-11-01
checked_by: team@carers.example.org
was: tea-for-carers
";

fn built(day: Date, over: &str) -> Tree {
    let folder = tempfile::tempdir().unwrap();
    Small::base().with(CAFE).with(over).on_disk(folder.path());
    let site = folder.path().join("public");
    let report = try_build(folder.path(), &site, |options| options.as_of = Some(day)).unwrap();
    assert!(!report.failed(), "{:?}", report.findings);
    tree::read(&site)
}

fn text<'a>(site: &'a Tree, path: &str) -> &'a str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("{path} is not there"))).unwrap()
}

const PAGE: &str = "harborough/en/services/cafe/index.html";
const CALENDAR: &str = "harborough/en/services/cafe/sessions.ics";

#[test]
fn the_next_sessions_stand_on_the_page_until_one_is_over() {
    let site = built(TODAY, "");
    let page = text(&site, PAGE).replace(['\u{2068}', '\u{2069}'], "");
    for said in [
        "first Friday of each month, 10:30am to midday",
        "every Tuesday, 6pm to 8pm, online",
        "22 December 2026 to 5 January 2027",
        "bank holidays",
        "Next sessions after 17 November 2026",
        "Tuesday 24 November 2026, 6pm to 8pm, online",
        "Friday 4 December 2026, 10:30am to midday",
        "The person you care for must live in the area",
        "British Sign Language",
        "href=\"sessions.ics\"",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert_eq!(text(&built(date(2026, 11, 24), ""), PAGE), text(&site, PAGE));
    assert!(text(&built(date(2026, 11, 25), ""), PAGE).contains("Next sessions after \u{2068}24 November 2026"));
}

#[test]
fn the_calendar_holds_what_repeats_and_leaves_out_what_is_closed() {
    let site = built(TODAY, "");
    let calendar = text(&site, CALENDAR);
    assert_eq!(calendar, text(&built(date(2026, 12, 24), ""), CALENDAR), "a calendar does not depend on the day");
    let unfolded = calendar.replace("\r\n ", "");
    for line in [
        "DTSTAMP:20261101T000000Z",
        "UID:cafe-1-1@carers.example.org",
        "SUMMARY:Carers' café\\, Market Harborough",
        "DESCRIPTION:A cup of tea for carers\\; everyone is welcome.",
        "LOCATION:Lantern Hall\\, 1 Main Street\\, Market Harborough\\, LE16 7AG",
        "URL:https://carers.example.org/harborough/en/services/cafe/",
        "DTSTART:20261106T103000",
        "DTEND:20261106T120000",
        "RRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20271101T235959",
        "EXDATE:20270101T103000",
        "UID:cafe-2-1@carers.example.org",
        "DTSTART:20261103T180000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20271101T235959",
        "EXDATE:20261222T180000",
        "EXDATE:20261229T180000",
        "EXDATE:20270105T180000",
    ] {
        assert!(unfolded.lines().any(|found| found == line), "{line}\n{unfolded}");
    }
    assert_eq!(unfolded.lines().filter(|line| line.starts_with("EXDATE")).count(), 4, "{unfolded}");
    assert_eq!(unfolded.lines().filter(|line| line.starts_with("LOCATION")).count(), 1, "not of the one online");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "lines are folded");
}

#[test]
fn a_service_that_is_closed_or_was_never_checked_has_no_calendar() {
    for over in ["+status: paused\n", "-checked: 2026-11-01\n-checked_by: team@carers.example.org\n"] {
        let site = built(TODAY, &format!("--- content/services/cafe.yaml (changed)\n{over}"));
        assert!(!site.contains_key(CALENDAR), "{over}");
        assert!(!text(&site, PAGE).contains("sessions.ics"), "{over}");
    }
    let ended = built(TODAY, "--- content/services/cafe.yaml (changed)\n+status: ended\n");
    assert!(!ended.keys().any(|path| path.contains("cafe")));
}

#[test]
fn a_hidden_address_is_in_no_output() {
    let over = "--- content/services/cafe.yaml (changed)\n-venues: [{ at: hall }]\n+venues: [{ address: hidden }]\n\
                --- content/venues.yaml\n\
                - { id: hall, name: Refuge Hall, address: [9 Secret Lane], postcode: ZE1 0AG, locality: harborough, \
                lat: 52.4775, lon: -0.9205, access: [step-free] }\n\
                --- content/portal.yaml (changed)\n\
                -organisation: county-carers\n\
                +organisation: county-carers\n\
                +open_data: yes\n";
    let site = built(TODAY, over);
    assert!(text(&site, PAGE).contains("The address is not published"));
    assert!(site.contains_key(CALENDAR));
    let record =
        site.iter().find(|(path, bytes)| path.starts_with("oruk/v3/services/") && holds(bytes, "Carers' café"));
    assert!(record.is_some_and(|(_, bytes)| holds(bytes, "The address is not published")));
    // No place of the portal has this postcode, so that no table of postcodes has it for another reason.
    for (path, bytes) in &site {
        let bytes = String::from_utf8_lossy(bytes);
        for secret in ["Refuge Hall", "Secret Lane", "ZE1", "0AG", "52.4775", "0.9205"] {
            assert!(!bytes.contains(secret), "{secret} in {path}");
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(text)
}

#[test]
fn the_page_of_a_hidden_address_takes_reports_that_name_nothing() {
    let site = built(
        TODAY,
        "--- content/services/cafe.yaml (changed)\n-venues: [{ at: hall }]\n+venues: [{ address: hidden }]\n",
    );
    let page = text(&site, PAGE);
    // The subject and the text of a message stay in the mail program, where others may look.
    assert!(page.contains("href=\"mailto:help@carers.example.org\">Report a problem with this page</a>"), "{page}");
    assert!(!page.contains("mailto:?body") && !page.contains("sms:"), "{page}");
    let open = built(TODAY, "");
    assert!(text(&open, PAGE).contains("mailto:help@carers.example.org?subject="));
}

#[test]
fn a_portals_own_postcodes_are_in_its_table() {
    let table = |over: &str| -> serde_json::Value {
        let site = built(TODAY, over);
        let (_, bytes) = site.iter().find(|(path, _)| path.starts_with("assets/postcodes.")).unwrap();
        serde_json::from_slice(bytes).unwrap()
    };
    let (before, after) = (table(""), table("--- content/postcodes.txt\nE07000131 W06000002\nBT1 0\nLE16 1\n"));
    let codes = |table: &serde_json::Value| -> Vec<String> {
        let all = table.as_object().unwrap().values().filter_map(serde_json::Value::as_object).flatten();
        all.map(|(code, _)| code.clone()).collect()
    };
    assert!(!codes(&before).contains(&"BT1".to_owned()) && codes(&after).contains(&"BT1".to_owned()), "{after}");
    assert_ne!(before, after);
}

#[test]
fn a_former_id_leads_to_the_service() {
    let site = built(TODAY, "");
    assert!(text(&site, "harborough/en/services/tea-for-carers/index.html").contains("../cafe/"));
    assert!(text(&site, "_redirects").contains("/harborough/cy/services/tea-for-carers/"));
    assert!(!site.keys().any(|path| path.starts_with("gwynedd/en/services/tea")), "Gwynedd does not have it");
}

#[test]
fn services_are_due_by_who_checks_them() {
    let folder = tempfile::tempdir().unwrap();
    let new = "--- content/services/new.yaml\nname: New line\norg: county-carers\nsummary: A line.\narea: [uk]\n\
               contact: { phone: 01632 960103, email: new@carers.example.org }\n";
    Small::base().with(CAFE).with(new).on_disk(folder.path());
    let due = |words: &[&str]| {
        let ran = fingerpost(folder.path(), &[&["services", "due", "--as-of", "2026-11-22"], words].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        ran.stdout
    };
    assert_eq!(due(&[]), "county-carers\n  never checked  New line  (content/services/new.yaml)\n");
    assert_eq!(
        due(&["--by", "2027-05-02"]),
        "county-carers\n  never checked  New line  (content/services/new.yaml)\n\
         team@carers.example.org\n  due 2027-05-02     Carers' café, Market Harborough  (content/services/cafe.yaml)\n  \
         due 2027-05-02     Listening line  (content/services/listening-line.yaml)\n"
    );
    assert!(!due(&["--by", "2027-05-01"]).contains("café"));
    let table = due(&["--format", "csv", "--by", "2027-05-02"]);
    assert!(table.starts_with("owner,due,service,name,org,checked,left_out,file\r\ncounty-carers,,new,"), "{table}");
    let json = due(&["--format", "json", "--by", "2027-05-02"]);
    let last: serde_json::Value = serde_json::from_str(json.lines().last().unwrap()).unwrap();
    assert_eq!((last["due"].as_str(), last["left_out"].as_str()), (Some("2027-05-02"), Some("2027-11-02")));
}

#[test]
fn the_build_says_when_sessions_change_the_site() {
    let folder = tempfile::tempdir().unwrap();
    Small::base().with(CAFE).on_disk(folder.path());
    let report = build(folder.path(), &folder.path().join("public"));
    assert_eq!(report.next_change, Some(date(2026, 11, 25)));
}

/// The site of services that differ in their texts alone, with a template of its own, and what is found.
fn alike(template: &str) -> (Tree, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let texts = [
        ("one", "Tea", "Come in."),
        ("two", "Tea & \"cake\", it's <b>free</b>", "{{ name }} {% if %}"),
        ("three", "چائے", "—"),
        ("four", "Tea", "Come  in."),
    ];
    let file = |(id, name, summary): (&str, &str, &str)| {
        let of = CAFE.replace("services/cafe", &format!("services/{id}")).replace("was: tea-for-carers\n", "");
        let of = of.replace("name: Carers' café, Market Harborough", &format!("name: '{}'", name.replace('\'', "''")));
        of.replace("A cup of tea for carers; everyone is welcome.", &format!("'{summary}'"))
    };
    let services: String = texts.map(file).concat();
    let portal = Small::base().with(&services).file("themes/default/templates/bodies/service.html", template);
    portal.on_disk(folder.path());
    let report = try_build(folder.path(), &folder.path().join("public"), |options| options.jobs = Some(1)).unwrap();
    let findings = report.findings.iter().map(|finding| format!("{} {}", finding.code.id(), finding.message));
    (tree::read(&folder.path().join("public")), findings.collect())
}

/// Pages are copied from one another where the template allows it: they must be as if each were rendered, and judged.
#[test]
fn a_template_that_looks_into_texts_makes_the_same_pages() {
    let usual = include_str!("../../themes/default/templates/bodies/service.html");
    let whole_record = format!("{usual}<p>{{{{ summary }}}}</p>");
    let empty_heading = format!("{usual}<h2>{{{{ easy }}}}</h2>");
    for (template, empty_headings) in [(usual.to_owned(), 0), (whole_record, 0), (empty_heading, 8)] {
        let (copied, found) = alike(&template);
        let (rendered, as_rendered) = alike(&format!("{template}{{% if name.text == \"Tea\" %}}{{% endif %}}"));
        assert_eq!(found, as_rendered);
        assert_eq!(found.iter().filter(|finding| finding.contains("the heading")).count(), empty_headings, "{found:?}");
        assert_eq!(tree::differences(&copied, &rendered), [""; 0]);
        // A page with a fault keeps the site from being written.
        assert_eq!(copied.contains_key("en/services/two/index.html"), empty_headings == 0);
    }
}
