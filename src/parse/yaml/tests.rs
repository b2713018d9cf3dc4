//! Turns YAML with mistakes into the findings they give, as cases.
use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::config::Portal;
use crate::diag::Spot;
use crate::model::{FrontMatter, Localized, Service, Term, Venue};

fn file() -> Arc<str> {
    "content/a.yaml".into()
}

/// One line per finding: the code, the bytes it points at, the message and the help.
fn lines(source: &str, findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let at = match &finding.place.as_ref().expect("a finding about a file has a place").spot {
                Spot::Bytes(start, end) => &source[*start..*end],
                Spot::Whole | Spot::Key(_) => "",
            };
            format!("{} <{at}> {} | {}", finding.code.id(), finding.message, finding.help)
        })
        .collect()
}

fn check<T: DeserializeOwned>(source: &str, expected: &[&str]) {
    let read = read::<T>(&file(), source, 0..source.len());
    assert_eq!(lines(source, &read.findings), expected, "{source}");
}

const CAFE: &str = "name: Carers' café\norg: carers-bucks\nsummary: A drop-in.\narea: [uk]\n";

fn with(lines: &str) -> String {
    format!("{CAFE}{lines}")
}

#[test]
fn a_good_record_has_no_findings() {
    for source in [CAFE.to_owned(), format!("\u{feff}{CAFE}"), CAFE.replace('\n', "\r\n"), format!("---\n{CAFE}")] {
        let read = read::<Service>(&file(), &source, 0..source.len());
        assert_eq!(read.findings, []);
        assert_eq!(read.value.unwrap().name, "Carers' café");
    }
}

#[test]
fn texts_are_what_they_look_like() {
    let term = |word: &str| {
        let source = format!("word: {word}\nmeaning: m\n");
        read::<Term>(&file(), &source, 0..source.len()).value.unwrap().word
    };
    for word in ["no", "01234", "12:30", "1e3", "true", "0x1F", "2026-11-22", "83.30"] {
        assert_eq!(term(word), word);
    }
}

#[test]
fn texts_are_what_they_look_like_beside_a_mistake_too() {
    for word in ["no", "01234", "12:30", "1e3", "true", "0x1F", "2026-11-22", "83.30"] {
        check::<Term>(
            &format!("word: {word}\nmeaning: m\nallowd: [{word}]\n"),
            &[
                "Y003 <allowd> `allowd` is not a key here | did you mean `allowed`? the keys here are `word`, `meaning`, \
               `allowed`, `forbidden`, `typed`",
            ],
        );
    }
}

#[test]
fn an_empty_file_says_so() {
    for source in ["", "\u{feff}", " \n\n"] {
        check::<Service>(source, &["I007 <> there is nothing in this file | write its keys, or remove the file"]);
    }
}

#[test]
fn every_mistake_is_reported_in_one_run_in_order() {
    let source = "\
name: Carers' café
org: Carers Bucks
summry: A drop-in.
topics: [peer-support, Breaks!]
ages: eighteen
how: [drop-in, dropin]
contact:
  fone: 01632 960123
  phone: [a, b]
when:
  - Mon 10:00-12:00
  - Mon at ten
checked: 2026-13-01
area: uk
name: Again
";
    check::<Service>(
        source,
        &[
            "Y006 <org: Carers Bucks> `Carers Bucks` is not an id | use lower-case letters, digits and hyphens, for \
             example `carers-bucks`",
            "Y003 <summry> `summry` is not a key here | did you mean `summary`? the keys here are `name`, `org`, \
             `summary`, `about`, `topics`, `for`, `ages`, `area`, `eligibility`, `cost`, `how`, `attend`, `contact`, \
             `languages`, `when`, `closed`, `venues`, `status`, `checked`, `checked_by`, `in`, `easy`, `was`, `oruk_id`, \
             `extra`, `imported`",
            "Y006 <Breaks!> `Breaks!` is not an id | use lower-case letters, digits and hyphens, for example \
             `carers-allowance`",
            "Y006 <ages: eighteen> `eighteen` is no range of ages | write `18+`, `5-17`, `under 18` or `any`",
            "Y006 <dropin> item 2 of `how` cannot be `dropin` | did you mean `drop-in`? write one of `drop-in`, \
             `self-referral`, `professional-referral`, `appointment`, `membership`",
            "Y003 <fone> `fone` is not a key here | did you mean `phone`? the keys here are `phone`, `phone_note`, \
             `textphone`, `email`, `web`",
            "Y004 <phone: [a, b]> `phone` must be a text, not a list | write the text after the colon",
            "Y006 <at> `at` is not understood in `Mon at ten` | write the hours like `09:00-17:00`, `9am-12pm, 1pm-5pm`, \
             `24 hours` or `by appointment`",
            "Y006 <checked: 2026-13-01> `2026-13-01` is not a date | write year-month-day, like 2026-11-22",
            "Y004 <area: uk> `area` must be a list, not the text `uk` | write it as `[one, two]`, or each on a line of \
             its own after `- `",
            "Y002 <name> `name` is written twice | it stands on line 1 already: keep one of the two",
        ],
    );
}

#[test]
fn every_missing_key_is_reported() {
    check::<Venue>(
        "access: [step-free]\n",
        &[
            "Y005 <access: [step-free]> `address` is missing | add a line that starts with `address:`",
            "Y005 <access: [step-free]> `id` is missing | add a line that starts with `id:`",
            "Y005 <access: [step-free]> `locality` is missing | add a line that starts with `locality:`",
            "Y005 <access: [step-free]> `name` is missing | add a line that starts with `name:`",
            "Y005 <access: [step-free]> `postcode` is missing | add a line that starts with `postcode:`",
        ],
    );
    check::<Portal>(
        "name: Help\n",
        &[
            "Y005 <name: Help> `base_url` is missing | add a line that starts with `base_url:`",
            "Y005 <name: Help> `languages` is missing | add a line that starts with `languages:`",
            "Y005 <name: Help> `organisation` is missing | add a line that starts with `organisation:`",
        ],
    );
}

#[test]
fn a_record_keeps_what_is_right() {
    let source = with("topics: [breaks, Bad!]\ncolour: red\n");
    let read = read::<Service>(&file(), &source, 0..source.len());
    assert_eq!(read.findings.len(), 2);
    assert_eq!(read.value.unwrap().topics.len(), 1);
}

#[test]
fn values_of_the_wrong_kind_are_named() {
    for (line, expected) in [
        (
            "order: first",
            "Y004 <order: first> `order` must be a whole number, not the text `first` | write digits only",
        ),
        ("order: 1.5", "Y004 <order: 1.5> `order` must be a whole number, not the number 1.5 | write digits only"),
        (
            "topics: breaks",
            "Y004 <topics: breaks> `topics` must be a list, not the text `breaks` | write it as `[one, two]`, or each on a line of its own after `- `",
        ),
        ("draft: maybe", "Y006 <draft: maybe> `maybe` is not an answer | write `yes` or `no`"),
        (
            "slug: ../money",
            "Y006 <slug: ../money> `../money` is not an address | use lower-case letters, digits and hyphens, without `/` or `..`",
        ),
        (
            "slug: a/b",
            "Y006 <slug: a/b> `a/b` is not an address | use lower-case letters, digits and hyphens, without `/` or `..`",
        ),
        (
            "tested: yes",
            "Y004 <tested: yes> `tested` must be keys with values, not the text `yes` | write its keys below it, each indented by two spaces, as `key: value`",
        ),
        (
            "prints: [a4, b5]",
            "Y006 <b5> item 2 of `prints` cannot be `b5` | write one of `a4`, `large-print`, `easy-read`, `dl`, `a5`",
        ),
    ] {
        check::<FrontMatter>(&format!("title: Breaks\n{line}\n"), &[expected]);
    }
    check::<FrontMatter>("title:\n", &["Y006 <title> the text is missing | write it after the colon"]);
    check::<FrontMatter>(
        "just words\n",
        &[
            "Y004 <just words> this must be keys with values, not the text `just words` | write its keys below it, each \
           indented by two spaces, as `key: value`",
        ],
    );
    check::<Localized>(
        "2026",
        &[
            "Y004 <2026> this must be a text, or a text per language such as `{ en: Money, cy: Arian }`, not the number \
           2026 | put quotes around it",
        ],
    );
}

#[test]
fn yes_and_no_are_answers_in_any_form() {
    for (word, answer) in [("yes", true), ("No", false), ("true", true), ("FALSE", false), ("'yes'", true)] {
        let source = format!("title: a\ndraft: {word}\n");
        assert_eq!(read::<FrontMatter>(&file(), &source, 0..source.len()).value.unwrap().draft, answer, "{word}");
    }
}

#[test]
fn broken_yaml_says_what_was_probably_meant() {
    for (source, expected) in [
        (
            "title: a\ntopics:\n\t- breaks\n",
            "Y001 <- breaks> a tab stands at the start of this line | indent with spaces, not with tabs",
        ),
        (
            "title: \"Money\nsummary: More\n",
            "Y001 <title: \"Money> a quote is opened here and not closed as it should be | end the text with the same \
             quote; inside double quotes, write a backslash twice",
        ),
        (
            "title:Money\nsummary: More\n",
            "Y001 <title:Money> a space is missing after a colon | write a space between `title:` and its value",
        ),
        (
            "title: Money: more of it\n",
            "Y001 <title: Money: more of it> a colon stands where no key can be | put quotes around a text that holds \
             `: `, and begin each key of a record in the same column",
        ),
        (
            "title: Money\n summary: More\n",
            "Y001 <summary: More> a colon stands where no key can be | put quotes around a text that holds `: `, and \
             begin each key of a record in the same column",
        ),
        (
            "  title: Money\nsummary: More\n",
            "Y001 <summary: More> this line is not indented like the lines above it | begin each key of a record in \
             the same column, and check the quotes of the line above",
        ),
        (
            "topics: [a, b\ntitle: Money\n",
            "Y001 <topics: [a, b> a list that opens with `[` is not closed | close it with `]` and put commas between \
             its items",
        ),
        (
            "title: @home\n",
            "Y001 <title: @home> a value starts with a sign that means something else in YAML | put quotes around the \
             value",
        ),
        (
            "title: *home\n",
            "Y001 <title: *home> a value starts with `*` or `&`, which mean something else in YAML | put quotes around \
             the value",
        ),
        (
            "title: a\n---\ntitle: b\n",
            "Y001 <---> a line of three hyphens divides the file in two | remove the line: a file holds one record or \
             one list",
        ),
    ] {
        check::<FrontMatter>(source, &[expected]);
    }
}

#[test]
fn deep_and_exploding_texts_are_bounded() {
    let deep = "[".repeat(10_000);
    let deep_and_closed = format!("{deep}{}", "]".repeat(10_000));
    let bomb = (b'b'..=b'j').fold("a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned(), |text, name| {
        let (name, before) = (char::from(name), char::from(name - 1));
        let repeats = vec![format!("*{before}"); 9].join(", ");
        format!("{text}{name}: &{name} [{repeats}]\n")
    });
    for source in [&deep, &deep_and_closed, &bomb] {
        for findings in [
            read::<FrontMatter>(&file(), source, 0..source.len()).findings,
            read::<serde_yaml::Value>(&file(), source, 0..source.len()).findings,
        ] {
            assert_eq!(findings.len(), 1);
            assert!(matches!(findings[0].code, Code::TooDeep | Code::YamlSyntax), "{:?}", findings[0].message);
        }
        locate(source, 0..source.len(), &["a".into(), 0.into()]);
    }
}

#[test]
fn one_bad_record_does_not_hide_the_others() {
    let source = "- { word: a, meaning: b }\n- { word: c }\n- { word: d, meaning: e, meening: f }\n";
    let read = read_list::<Term>(&file(), source);
    let words: Vec<_> =
        read.value.iter().map(|read| (read.step.clone(), read.value.word.as_str(), read.whole)).collect();
    assert_eq!(words, [(Step::Item(0), "a", true), (Step::Item(2), "d", false)]);
    assert_eq!(
        lines(source, &read.findings),
        [
            "Y005 <{ word: c }> `meaning` is missing | add a line that starts with `meaning:`",
            "Y003 <meening> `meening` is not a key here | did you mean `meaning`? the keys here are `word`, `meaning`, \
             `allowed`, `forbidden`, `typed`",
        ]
    );
    let table = "a: { word: a, meaning: b }\nb: { word: c }\na: { word: d, meaning: e }\n";
    let read = read_table::<Term>(&file(), table);
    assert_eq!(read.value.len(), 1);
    assert_eq!(
        lines(table, &read.findings),
        [
            "Y005 <b: { word: c }> `meaning` is missing | add a line that starts with `meaning:`",
            "Y002 <a> `a` is written twice | it stands on line 1 already: keep one of the two",
        ]
    );
    assert_eq!(
        lines("word: a\n", &read_list::<Term>(&file(), "word: a\n").findings),
        [
            "Y004 <word: a> this must be a list, not keys with values | write it as `[one, two]`, or each on a line of its \
          own after `- `"
        ]
    );
}

#[test]
fn repeated_keys_are_found_at_any_level() {
    check::<FrontMatter>(
        "title: a\ntested:\n  with: b\n  date: 2026-01-01\n  with: c\n",
        &["Y002 <with> `with` is written twice | it stands on line 3 already: keep one of the two"],
    );
    check::<Localized>(
        "{ en: a, en: b }",
        &["Y002 <en> `en` is written twice | it stands on line 1 already: keep one of the two"],
    );
    check::<serde_yaml::Value>(
        "a: { b: 1, b: 2 }",
        &["Y002 <b> `b` is written twice | it stands on line 1 already: keep one of the two"],
    );
}

#[test]
fn nodes_are_found_behind_any_script() {
    let source = "\u{feff}# Tŷ, گھر, 🏠 # more\nname: { cy: Tŷ 🏠, ur: گھر, en: House } # گھر\nlist:\n  - 'گھر'\n  - cy: Tŷ\n    en: |\n      🏠\n\n  - \"🏠\\n\"\nlast: گھر 🏠 end # no\n";
    for (steps, found) in [
        (vec!["name".into()], "name: { cy: Tŷ 🏠, ur: گھر, en: House }"),
        (vec!["name".into(), "cy".into()], "cy: Tŷ 🏠"),
        (vec!["name".into(), "ur".into()], "ur: گھر"),
        (vec!["name".into(), "en".into()], "en: House"),
        (vec!["list".into()], "list"),
        (vec!["list".into(), 0.into()], "'گھر'"),
        (vec!["list".into(), 1.into()], "cy: Tŷ"),
        (vec!["list".into(), 1.into(), "en".into()], "en"),
        (vec!["list".into(), 2.into()], "\"🏠\\n\""),
        (vec!["list".into(), 7.into()], "list"),
        (vec!["last".into()], "last: گھر 🏠 end"),
        (vec!["none".into()], "# Tŷ, گھر, 🏠 # more"),
        (vec![], "# Tŷ, گھر, 🏠 # more"),
    ] {
        assert_eq!(&source[locate(source, 0..source.len(), &steps)], found, "{steps:?}");
    }
    let crlf = source.replace('\n', "\r\n");
    assert_eq!(&crlf[locate(&crlf, 0..crlf.len(), &["last".into()])], "last: گھر 🏠 end");
    assert_eq!(locate("", 0..0, &["a".into()]), 0..0);
    assert_eq!(locate("a: [\nb", 0..6, &["a".into()]), 0..4);
}

#[test]
fn front_matter_is_counted_in_its_file() {
    let source = "---\ntitle: گھر\nordr: 1\n---\nText\n";
    let read = read::<FrontMatter>(&file(), source, 4..source.find("---\nText").unwrap());
    assert!(
        lines(source, &read.findings)[0].starts_with("Y003 <ordr> `ordr` is not a key here | did you mean `order`?")
    );
}

/// Text that is often nearly YAML.
fn nearly_yaml() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        prop::sample::select(vec![
            "title",
            ": ",
            ":",
            "\n",
            "\n  ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            "\"",
            "|\n  ",
            "&a ",
            "*a",
            "!x ",
            "\t",
            "---\n",
            "# گھر",
            "🏠",
            "Tŷ",
            "2026-01-01",
            "name",
            "area",
            "? ",
            "\r\n",
            "\u{feff}",
            "...\n",
            "%",
            "when",
            "contact",
            "\\",
            "~",
            "<<",
            "\u{85}",
            "\u{2028}",
            "\r",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

#[derive(Debug, Deserialize)]
struct Loose {
    #[serde(rename = "title")]
    _title: Option<String>,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_text_breaks_the_reader(source in nearly_yaml()) {
        let findings = [
            read::<Service>(&file(), &source, 0..source.len()).findings,
            read::<FrontMatter>(&file(), &source, 0..source.len()).findings,
            read::<Loose>(&file(), &source, 0..source.len()).findings,
            read::<serde_yaml::Value>(&file(), &source, 0..source.len()).findings,
            read_list::<Term>(&file(), &source).findings,
            read_table::<Term>(&file(), &source).findings,
        ];
        for finding in findings.iter().flatten() {
            prop_assert!(!finding.message.is_empty());
        }
        lines(&source, &findings.concat());
        let place = locate(&source, 0..source.len(), &["title".into(), 0.into()]);
        prop_assert!(source.get(place).is_some());
    }

    #[test]
    fn a_node_is_found_wherever_it_stands(before in "[a-zŷگ🏠 #]{0,20}", word in "[a-zŷگ🏠]{1,12}") {
        let source = format!("first: '{before}' # {before}\nlist: ['{before}', {word}]\n");
        let place = locate(&source, 0..source.len(), &["list".into(), 1.into()]);
        prop_assert_eq!(&source[place], word.as_str());
    }
}
