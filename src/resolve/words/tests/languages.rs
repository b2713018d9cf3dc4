//! Turns dates, names, numbers and opening times into the words of languages.

use std::cmp::Ordering;

use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use super::super::*;
use super::*;
use crate::model::{Ages, Attend, Closed, Days, HowToJoin, LifeStage, LocalityKind, Unit};

#[test]
fn languages_have_names() {
    let words = words();
    let own = [
        ("en", "English"),
        ("cy", "Cymraeg"),
        ("ur", "اردو"),
        ("pl", "Polski"),
        ("bn", "বাংলা"),
        ("pa", "ਪੰਜਾਬੀ"),
        ("gu", "ગુજરાતી"),
        ("so", "Soomaali"),
        ("ro", "Română"),
        ("ar", "العربية"),
        ("zh-Hans", "简体中文"),
        ("pa-Arab", "پنجابی"),
        ("pnb", "پنجابی"),
        ("rom", "Romani"),
        ("xx", "xx"),
    ];
    for (tag, name) in own {
        assert_eq!(words.autonym(lang(tag)), name);
    }
    let others = [
        ("cy", "en", "Welsh"),
        ("en", "cy", "Saesneg"),
        ("pl", "ur", "پولش"),
        ("bfi", "en", "British Sign Language"),
        ("bfi", "cy", "Iaith Arwyddion Prydain"),
        ("bfi", "pl", "British Sign Language"),
        ("bn", "en", "Bengali"),
        ("pa", "pl", "pendżabski"),
        ("xx", "en", "xx"),
        ("cy", "xx", "Welsh"),
    ];
    for (of, language, name) in others {
        assert_eq!(words.language_name(lang(of), lang(language)), name, "{of} in {language}");
    }
}

#[test]
fn dates_are_in_words() {
    let words = words();
    let cases = [
        ("en", "12 October 2026"),
        ("cy", "12 Hydref 2026"),
        ("ur", "12 اکتوبر، 2026"),
        ("pl", "12 października 2026"),
        ("bn", "12 অক্টোবর, 2026"),
        ("ar", "12 أكتوبر 2026"),
        ("zh-Hans", "2026年10月12日"),
        ("ps", "12 اکتوبر 2026"),
        ("xx", "12 October 2026"),
        ("rom", "12 October 2026"),
        ("pnb", "12 اکتوبر، 2026"),
        ("pa-Arab", "12 اکتوبر، 2026"),
        ("de", "12 October 2026"), // not declared
    ];
    for (tag, text) in cases {
        assert_eq!(words.date(lang(tag), date(2026, 10, 12)), text, "{tag}");
    }
}

#[test]
fn times_of_day_are_said_the_way_of_the_language() {
    let words = words();
    let time = |tag, hour: u16, minute: u16| words.time(lang(tag), Time(hour * 60 + minute));
    let english = [
        (0, 0, "midnight"),
        (0, 30, "12:30am"),
        (9, 0, "9am"),
        (12, 0, "midday"),
        (12, 5, "12:05pm"),
        (16, 30, "4:30pm"),
        (24, 0, "midnight"),
    ];
    for (hour, minute, text) in english {
        assert_eq!(time("en", hour, minute), text);
    }
    assert_eq!(
        (time("cy", 12, 0), time("cy", 0, 0), time("cy", 17, 0)),
        ("hanner dydd".into(), "hanner nos".into(), "5pm".into())
    );
    assert_eq!((time("ur", 9, 30), time("ur", 17, 0)), ("صبح 9:30 بجے".into(), "شام 5 بجے".into()));
    assert_eq!((time("pl", 16, 30), time("xx", 16, 30)), ("16:30".into(), "16:30".into()));
}

#[test]
fn lists_end_with_and() {
    let words = words();
    let list = |tag| words.list(lang(tag), &["a", "b", "o"]);
    assert_eq!(
        [list("en"), list("cy"), list("ur"), list("pl")],
        ["a, b and o", "a, b ac o", "a، b، اور o", "a, b i o"]
    );
    assert_eq!((words.list(lang("en"), &[]), words.list(lang("en"), &["a"])), (String::new(), "a".to_owned()));
}

#[test]
fn names_are_sorted_and_filed_by_the_letters_of_the_language() {
    let words = words();
    let sorted = |tag, names: &str| {
        let mut names: Vec<&str> = names.split(' ').collect();
        let compare = words.compare(lang(tag));
        names.sort_by(|a, b| compare(a, b));
        assert!(names.is_sorted_by_key(|name| words.sort_key(lang(tag), name)), "{names:?}");
        names.join(" ")
    };
    assert_eq!(
        sorted("cy", "dydd chwarae cyw dde ffa fest lôn llan rhaw rwan"),
        "cyw chwarae dydd dde fest ffa lôn llan rwan rhaw"
    );
    assert_eq!(sorted("en", "dydd chwarae cyw Éire east"), "chwarae cyw dydd east Éire");
    assert_eq!(sorted("en", "Tea ‘Time’ Tin (Advice)"), "(Advice) Tea ‘Time’ Tin");
    assert_eq!(sorted("pl", "Łódź Lublin Mysz"), "Lublin Łódź Mysz");
    assert_eq!(words.compare(lang("en"))("a", "a"), Ordering::Equal);
    let cases = [
        ("en", "Llandudno", "L"),
        ("cy", "Llandudno", "Ll"),
        ("cy", "lamp", "L"),
        ("cy", "Chwarae", "Ch"),
        ("cy", "Ynys", "Y"),
        ("cy", "ŵyl", "W"),
        ("en", "Évora", "E"),
        ("en", "‘Time for you’", "T"),
        ("en", "24 hours", "0–9"),
        ("en", "—", ""),
        ("pl", "Łódź", "Ł"),
        ("ur", "پاکستان", "پ"),
        ("ur", "آرام", "آ"),
        ("ur", "گھر", "گ"),
        ("rom", "česko", "Č"),
        ("zh-Hans", "北京", "北"),
        ("so", "Afgooye", "A"),
    ];
    for (tag, name, letter) in cases {
        assert_eq!(words.initial(lang(tag), name), letter, "{name} in {tag}");
    }
}

#[test]
fn numbers_have_units() {
    let words = words();
    let cases = [
        ("en", "86.45", Unit::Gbp, "£86.45"),
        ("en", "1433530", Unit::Gbp, "£1,433,530"),
        ("pl", "1234.50", Unit::Gbp, "£1,234.50"),
        ("en", "-5", Unit::Gbp, "-£5"),
        ("en", "35", Unit::Hours, "35 hours"),
        ("en", "1", Unit::Hours, "1 hour"),
        ("cy", "35", Unit::Hours, "35 awr"),
        ("ur", "35", Unit::Hours, "35 گھنٹے"),
        ("en", "37.5", Unit::Hours, "37.5 hours"),
        ("en", "67", Unit::Percent, "67%"),
        ("en", "63387", Unit::Count, "63,387"),
        ("pl", "63387", Unit::Count, "63\u{a0}387"),
        ("bn", "163387", Unit::Count, "1,63,387"),
        ("ur", "63387", Unit::Count, "63,387"),
        ("en", "81.90", Unit::Count, "81.90"),
        ("en", "about ten", Unit::Count, "about ten"),
        ("en", " as written ", Unit::Text, "as written"),
    ];
    for (tag, value, unit, text) in cases {
        assert_eq!(words.number(lang(tag), value, unit), text, "{value} in {tag}");
    }
}

#[test]
fn opening_times_are_sentences() {
    let cases = [
        (
            weekly("12345"),
            "Monday to Friday, 9am to 5pm",
            "dydd Llun i ddydd Gwener, 9am i 5pm",
            "پیر سے جمعہ تک، صبح 9 بجے سے شام 5 بجے تک",
        ),
        (weekly("1234567"), "every day, 9am to 5pm", "bob dydd, 9am i 5pm", "ہر روز، صبح 9 بجے سے شام 5 بجے تک"),
        (
            weekly("14"),
            "every Monday and Thursday, 9am to 5pm",
            "bob dydd Llun a dydd Iau, 9am i 5pm",
            "ہر پیر اور جمعرات، صبح 9 بجے سے شام 5 بجے تک",
        ),
        (
            weekly("1235"),
            "Monday to Wednesday and Friday, 9am to 5pm",
            "dydd Llun i ddydd Mercher a dydd Gwener, 9am i 5pm",
            "پیر سے بدھ تک اور جمعہ، صبح 9 بجے سے شام 5 بجے تک",
        ),
        (
            Schedule {
                repeat: Repeat::Monthly(1, Weekday::Tuesday),
                hours: Hours::Spans(vec![(Time(630), Time(720))]),
                ..weekly("")
            },
            "first Tuesday of each month, 10:30am to midday",
            "dydd Mawrth cyntaf pob mis, 10:30am i hanner dydd",
            "ہر مہینے کا پہلا منگل، صبح 10:30 بجے سے دوپہر 12 بجے تک",
        ),
        (
            Schedule { repeat: Repeat::Monthly(-1, Weekday::Thursday), hours: Hours::AllDay, ..weekly("") },
            "last Thursday of each month, all day",
            "dydd Iau olaf pob mis, drwy'r dydd",
            "ہر مہینے کی آخری جمعرات، سارا دن",
        ),
    ];
    for (schedule, english, welsh, urdu) in cases {
        check_schedule(&schedule, [english, welsh, urdu]);
    }
}

#[test]
fn days_between_which_times_hold_are_said() {
    let cases = [
        (
            Schedule {
                repeat: Repeat::Fortnightly(vec![Weekday::Thursday]),
                hours: Hours::Spans(vec![(Time(1080), Time(1170))]),
                from: Some(date(2026, 1, 8)),
                until: None,
                attend: Some(Attend::Online),
                appointment: false,
            },
            "every second Thursday from 8 January 2026, 6pm to 7:30pm, online",
            "bob yn ail ddydd Iau o 8 Ionawr 2026, 6pm i 7:30pm, ar-lein",
            "ہر دو ہفتے بعد جمعرات کو، 8 جنوری، 2026 سے، شام 6 بجے سے شام 7:30 بجے تک، آن لائن",
        ),
        (
            Schedule {
                until: Some(date(2026, 3, 26)),
                hours: Hours::Spans(vec![(Time(22 * 60), Time(6 * 60))]),
                ..weekly("6")
            },
            "every Saturday until 26 March 2026, 10pm to 6am the next day",
            "bob dydd Sadwrn tan 26 Mawrth 2026, 10pm i 6am drannoeth",
            "ہر ہفتہ، 26 مارچ، 2026 تک، رات 10 بجے سے اگلے دن صبح 6 بجے تک",
        ),
        (
            Schedule {
                from: Some(date(2026, 1, 8)),
                until: Some(date(2026, 3, 26)),
                hours: Hours::Spans(vec![(Time(1080), Time(1440))]),
                ..weekly("7")
            },
            "every Sunday from 8 January 2026 to 26 March 2026, 6pm to midnight",
            "bob dydd Sul o 8 Ionawr 2026 tan 26 Mawrth 2026, 6pm i hanner nos",
            "ہر اتوار، 8 جنوری، 2026 سے 26 مارچ، 2026 تک، شام 6 بجے سے رات 12 بجے تک",
        ),
    ];
    for (schedule, english, welsh, urdu) in cases {
        check_schedule(&schedule, [english, welsh, urdu]);
    }
}

/// The sentences in English, Welsh and Urdu; in Polish, which has no words of its own, they are the English ones.
fn check_schedule(schedule: &Schedule, [english, welsh, urdu]: [&str; 3]) {
    let words = words();
    assert_eq!(words.schedule(lang("en"), schedule), english);
    assert_eq!(words.schedule(lang("cy"), schedule), welsh);
    assert_eq!(words.schedule(lang("ur"), schedule), urdu);
    assert_eq!(words.schedule(lang("pl"), schedule), english);
}

#[test]
fn closed_days_and_ages_are_words() {
    let words = words();
    let closed = |tag, first, last| words.closed(lang(tag), &Closed::Days(Days { first, last }));
    let (christmas, new_year) = (date(2026, 12, 25), date(2027, 1, 1));
    assert_eq!(closed("en", christmas, new_year), "25 December 2026 to 1 January 2027");
    assert_eq!(closed("cy", christmas, new_year), "25 Rhagfyr 2026 i 1 Ionawr 2027");
    assert_eq!(closed("en", christmas, christmas), "25 December 2026");
    let ages = |tag, from, to| words.ages(lang(tag), Ages { from, to });
    assert_eq!(ages("en", Some(18), None), "18 and over");
    assert_eq!(ages("en", None, Some(17)), "under 18");
    assert_eq!(ages("en", Some(0), Some(17)), "under 18");
    assert_eq!(ages("en", Some(5), Some(17)), "5 to 17");
    assert_eq!(ages("en", Some(18), Some(18)), "18");
    assert_eq!(ages("en", None, None), "any age");
    assert_eq!(ages("cy", None, Some(u8::MAX)), "dan 256 oed");
}

#[test]
fn kinds_have_names() {
    let words = words();
    assert_eq!(words.name(lang("en"), HowToJoin::DropIn), "Just turn up");
    assert_eq!(words.name(lang("cy"), Attend::HomeVisit), "Yn eich cartref");
    assert_eq!(words.name(lang("cy"), LifeStage::Turning18), "Troi'n 18 oed");
    assert_eq!(words.name(lang("ur"), LocalityKind::County), "کاؤنٹی");
    assert_eq!(words.access(lang("en"), "step-free"), "Step-free access");
    assert_eq!(words.access(lang("en"), "quiet-room"), "quiet room");
}

#[test]
fn one_copy_serves_all_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let words = words();
    shared(&words);
    shared(&words.compare(lang("en")));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Whatever an editor writes, each language says something or repeats it.
    #[test]
    fn nothing_panics(
        language in prop::sample::select(&LANGUAGES[..]),
        text in "\\PC{0,12}",
        minutes in any::<u16>(),
        day in -4000i32..4000,
        nth in any::<i8>(),
    ) {
        thread_local!(static WORDS: Words = words());
        WORDS.with(|words| {
            let language = lang(language);
            let day: Date = date(2026, 1, 1).checked_add(jiff::Span::new().days(day)).unwrap();
            prop_assert!(!words.date(language, day).is_empty());
            prop_assert!(!words.time(language, Time(minutes)).is_empty());
            let schedule = Schedule {
                repeat: Repeat::Monthly(nth, day.weekday()),
                hours: Hours::Spans(vec![(Time(minutes), Time(minutes / 2))]),
                from: Some(day), until: Some(day), attend: Some(Attend::Online), appointment: false,
            };
            prop_assert!(!words.schedule(language, &schedule).is_empty());
            for unit in [Unit::Gbp, Unit::Hours, Unit::Percent, Unit::Count, Unit::Text] {
                words.number(language, &text, unit);
            }
            words.initial(language, &text);
            words.list(language, &[&text, &text]);
            let keys = words.sort_key(language, &text).cmp(&words.sort_key(language, "Éa"));
            prop_assert_eq!(words.compare(language)(&text, "Éa"), keys);
            words.access(language, &text);
            words.text(language, &text, &[(&text, Arg::Text(&text))]);
            crate::model::phone::tel(&crate::model::phone::national(&text));
            if let Ok(other) = text.parse::<Language>() {
                words.language_name(other, language);
                words.date(other, day);
            }
            Ok(())
        })?;
    }
}
