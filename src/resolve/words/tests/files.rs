//! Turns files of strings, right and wrong, into words and findings.

use jiff::civil::{Weekday, date};
use proptest::prelude::*;

use super::super::kinds::NAMES;
use super::super::*;
use super::*;
use crate::model::Attend;

#[test]
fn embedded_strings_are_complete_and_without_mistakes() {
    let files = sources(&[("locales/en.ftl", REFERENCE), ("locales/cy.ftl", CY), ("locales/ur.ftl", UR)]);
    let built = Words::build(&files, &["en", "cy", "ur"].map(lang), &BTreeMap::new());
    assert_eq!(built.findings, []);
    for id in NAMES.iter().chain(&times::PATTERNS).chain(&times::TIME_PATTERNS) {
        assert!(built.value.has(lang("en"), id), "{id}");
    }
    for language in ["en", "cy", "ur"].map(lang) {
        assert_eq!((built.value.chrome(language), built.value.times_language(language)), (language, language));
    }
}

#[test]
fn a_string_that_cannot_be_read_is_found() {
    let reference = "first = First\nlast = Last\n";
    let help = "write a string as `id = text`, and a value inside it as `{ $name }`";
    let cases = [
        ("first Cyntaf\nlast = Olaf\n", format!("locales/cy.ftl:6-7 error[T004] `=` is missing here ({help})")),
        (
            "\u{feff}first = Cyntaf { \nlast = Olaf\n",
            format!("locales/cy.ftl:26-27 error[T004] `}}` is missing here ({help})"),
        ),
        ("first =\nlast = Olaf\n", format!("locales/cy.ftl:0-7 error[T004] the string `first` has no text ({help})")),
        (
            "first = Cyntaf }\nlast = Olaf\n",
            format!("locales/cy.ftl:15-16 error[T004] this `}}` closes nothing ({help})"),
        ),
        (
            "first = { $n ->\n [one] â\n }\nlast = Olaf\n",
            format!(
                "locales/cy.ftl:27-28 error[T004] none of the choices is marked with `*` as the one for all else ({help})"
            ),
        ),
    ];
    for (welsh, expected) in cases {
        assert_eq!(findings(reference, welsh), [expected], "{welsh}");
    }
    assert_eq!(findings(reference, "\u{feff}first = Cyntaf\r\nlast = Olaf\r\n"), [""; 0]);
}

#[test]
fn a_string_that_cannot_be_put_together_is_found() {
    let reference = "a = A\nb = B\n";
    let cases = [
        (
            "a = { -brand }\nb = B\n",
            "locales/cy.ftl:0-1 error[T004] the string `a` refers to the term `-brand`, which this file does not have \
             (write the words themselves, or add it to this file)",
        ),
        (
            "a = { c }\nb = B\n",
            "locales/cy.ftl:0-1 error[T004] the string `a` refers to the string `c`, which this file does not have \
             (write the words themselves, or add it to this file)",
        ),
        (
            "a = A\nb = { DATETIME(a) }\n",
            "locales/cy.ftl:6-7 error[T004] the string `b` uses the function `DATETIME`, which is not known \
             (the functions are `NUMBER`, `SOFT`)",
        ),
        (
            "a = A\na = Again\nb = B\n",
            "locales/cy.ftl:6-7 error[T004] the string `a` is written twice (keep one of them)",
        ),
    ];
    for (welsh, expected) in cases {
        assert_eq!(findings(reference, welsh), [expected], "{welsh}");
    }
    let circle = findings(reference, "a = { b }\nb = { a }\n");
    assert_eq!(circle.len(), 2);
    assert!(circle.iter().all(|finding| finding.contains("refers to itself, perhaps by way of others")));
    assert_eq!(
        findings(reference, "-brand = Brand\na = { -brand }\nb = { a } { NUMBER(3) } { SOFT(\"dydd\") }\n"),
        [""; 0]
    );
}

#[test]
fn strings_that_refer_to_each_other_many_times_end() {
    let doubling = (0..40).map(|n| format!("a{n} = {{ a{next} }}{{ a{next} }}\n", next = n + 1)).collect::<String>();
    let built = small("a40 = A\n", &format!("{doubling}a40 = A\n"));
    assert!(built.value.text(lang("cy"), "a0", &[]).len() < 10_000);
}

#[test]
fn missing_strings_are_one_finding_and_english_is_shown() {
    let reference = "first = First\nsecond = Second\nthird = Third { $x }\n";
    assert_eq!(
        findings(reference, "second = Ail\n"),
        [
            "locales/cy.ftl warning[T003] 2 strings are missing: `first`, `third` (translate them from `locales/en.ftl`; \
          until then readers see the words of another language)"
        ]
    );
    let words = small(reference, "second = Ail\n").value;
    assert_eq!(words.text(lang("cy"), "first", &[]), "First");
    assert_eq!(words.text_plain(lang("cy"), "third", &[("x", "x".into())]), "Third x");
    assert_eq!(words.table(lang("cy")).to_string(), r#"{"first":"First","second":"Ail"}"#);
    assert_eq!(words.text(lang("cy"), "nobody", &[]), "nobody");
    assert_eq!(findings(reference, "first = A\nsecond = B\nthird = C { $x }\n"), [""; 0]);
}

#[test]
fn a_language_without_a_file_speaks_its_fallback() {
    let files = sources(&[("locales/en.ftl", REFERENCE), ("locales/cy.ftl", CY)]);
    let fallback = BTreeMap::from([(lang("pl"), vec![lang("cy"), lang("en")])]);
    let built = Words::build(&files, &[lang("pl")], &fallback);
    assert_eq!(built.findings.len(), 1);
    assert_eq!(built.findings[0].code, Code::StringsMissing);
    let message = "the language `pl` has no interface strings, so its menus speak another language";
    assert_eq!(built.findings[0].message, message);
    assert_eq!(built.value.chrome(lang("pl")), lang("cy"));
    assert_eq!(built.value.name(lang("pl"), Attend::Online), "Ar-lein");
    let sunday = Schedule { repeat: Repeat::Weekly(vec![Weekday::Sunday]), ..weekly("") };
    assert_eq!(built.value.schedule(lang("pl"), &sunday), "bob dydd Sul, 9am i 5pm");
    assert_eq!(built.value.times_language(lang("pl")), lang("cy"));
    assert_eq!(built.value.date(lang("pl"), date(2026, 10, 12)), "12 października 2026");
}

#[test]
fn strings_that_nobody_shows_are_found_with_the_nearest_name() {
    let reference = "services-count = Services\n";
    assert_eq!(
        findings(reference, "services-count = A\nservices-cuont = B\nzebra = Z\nlanguage-xx = Xx\n"),
        [
            "locales/cy.ftl:19-33 warning[T009] the string `services-cuont` is shown nowhere \
             (did you mean `services-count`?)",
            "locales/cy.ftl:38-43 warning[T009] the string `zebra` is shown nowhere \
             (remove it, or look up its name in `locales/en.ftl`)",
        ]
    );
}

#[test]
fn values_are_compared_with_the_original() {
    let reference = "# $day: mon or tue\nat = { $half ->\n [am] A\n *[pm] P\n } { $hour }\n";
    let choose = |value: &str, a: &str, b: &str| format!("at = {{ ${value} ->\n [a] {a}\n *[b] {b}\n }}\n");
    assert_eq!(
        findings(reference, "at = { $number } { $hour }\n"),
        ["locales/cy.ftl:0-2 error[T005] the string `at` uses `$number`, which it is not given \
          (it is given `$day`, `$half`, `$hour`)"]
    );
    assert_eq!(
        findings(reference, &choose("half", "A", "B")),
        ["locales/cy.ftl:0-2 warning[T005] the string `at` leaves out `$hour`, so readers do not see it \
          (put `{ $hour }` where it belongs)"]
    );
    let by_way_of = format!("{}other = {{ $hour }}\n", choose("day", "A", "{ other }"));
    assert_eq!(findings(reference, &by_way_of).len(), 1, "`other` is shown nowhere, but the values are right");
    assert_eq!(findings(reference, &choose("day", "{ $hour }", "B")), [""; 0]);
    assert_eq!(findings(reference, "at = { $hour }\n"), [""; 0]);
}

#[test]
fn plurals_are_those_of_the_language() {
    let welsh = "dogs = { $count ->\n [zero] { $count } cŵn\n [one] { $count } ci\n [two] { $count } gi\n \
                 [few] { $count } chi\n [many] { $count } chi (6)\n *[other] { $count } ci (mwy)\n }\n";
    let words = small("dogs = { $count ->\n [one] { $count } dog\n *[other] { $count } dogs\n }\n", welsh).value;
    let dogs = |tag, count: usize| words.text(lang(tag), "dogs", &[("count", count.into())]);
    let expected = [
        (0, "0 cŵn"),
        (1, "1 ci"),
        (2, "2 gi"),
        (3, "3 chi"),
        (6, "6 chi (6)"),
        (4, "4 ci (mwy)"),
        (1234, "1,234 ci (mwy)"),
    ];
    for (count, text) in expected {
        assert_eq!(dogs("cy", count), text);
    }
    assert_eq!((dogs("en", 1), dogs("en", 0), dogs("xx", 2)), ("1 dog".into(), "0 dogs".into(), "2 dogs".into()));
}

#[test]
fn marks_keep_a_value_from_the_text_around_it() {
    let words = small("by = By { $name }\nkind = { $kind ->\n [a] A\n *[b] B\n }\n", "by = Gan { $name }\n").value;
    let args = [("name", Arg::Text("اردو"))];
    assert_eq!(words.text(lang("cy"), "by", &args), "Gan \u{2068}اردو\u{2069}");
    assert_eq!(words.text_plain(lang("cy"), "by", &args), "Gan اردو");
    assert_eq!(words.text(lang("cy"), "kind", &[("kind", Arg::Key("a"))]), "A");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// A file of strings may hold anything.
    #[test]
    fn any_file_of_strings_is_read(text in "([a-c] = |\\{|\\}|\\$[ab]|->|\\*?\\[[ab]\\]|\"|[a-c]|-|\n ?|é|\u{feff}){0,30}") {
        let built = small("a = A\nb = { $a }\n", &text);
        for finding in &built.findings {
            if let Some(Place { spot: crate::diag::Spot::Bytes(start, end), .. }) = finding.place {
                prop_assert!(text.get(start..end).is_some(), "{start}..{end} of {text:?}");
            }
        }
        built.value.text(lang("cy"), "a", &[("a", "x".into())]);
    }
}
