//! Turns lines about times into what they mean, as cases.

use proptest::prelude::*;

use super::*;

#[test]
fn every_form_of_a_line_is_read_and_written_in_its_usual_form() {
    for (line, written) in [
        ("Mon 10:00-12:00", "Mon 10:00-12:00"),
        ("monday 9:00 – 17:00", "Mon 09:00-17:00"),
        ("Mon-Fri 09:00-17:00", "Mon-Fri 09:00-17:00"),
        ("Mon - Fri 9am-5.30pm", "Mon-Fri 09:00-17:30"),
        ("weekdays 12pm-11:59pm", "Mon-Fri 12:00-23:59"),
        ("Wed, Mon 10:00-12:00", "Mon, Wed 10:00-12:00"),
        ("Tuesdays and Thursdays 10:00-12:00", "Tue, Thu 10:00-12:00"),
        ("Fri-Mon 10:00-24:00", "Mon, Fri-Sun 10:00-24:00"),
        ("Sat,Sun 10:00-12:00 online", "Sat, Sun 10:00-12:00 online"),
        ("1st Tue of month 10:30-12:00", "1st Tue of month 10:30-12:00"),
        ("LAST friday of the month 10:30-12:00", "last Fri of month 10:30-12:00"),
        ("every 2 weeks Thu 18:00-19:30 from 2026-01-08", "every 2 weeks Thu 18:00-19:30 from 2026-01-08"),
        (
            "fortnightly Thu 18:00-19:30 online from 2026-01-08 to 2026-03-26",
            "every 2 weeks Thu 18:00-19:30 from 2026-01-08 until 2026-03-26 online",
        ),
        ("daily 08:00-20:00", "daily 08:00-20:00"),
        ("Mon-Sun 08:00-20:00", "daily 08:00-20:00"),
        ("24 hours", "24 hours"),
        ("Sat 24 hours until 2026-03-26", "Sat 24 hours until 2026-03-26"),
        ("Fri 22:00-06:00 overnight", "Fri 22:00-06:00 overnight"),
    ] {
        assert_eq!(line.parse::<Schedule>().map(|schedule| schedule.to_string()), Ok(written.to_owned()), "{line}");
    }
}

#[test]
fn what_is_not_understood_is_named() {
    for (line, message) in [
        ("", "the times are missing"),
        ("Mon", "`Mon` says no hours"),
        ("Mon at ten", "`at` is not understood in `Mon at ten`"),
        ("Mun 10:00-12:00", "`mun` is not understood in `Mun 10:00-12:00`"),
        ("Mon 25:00-26:00", "`25:00-26:00` is not understood in `Mon 25:00-26:00`"),
        ("Mon 10:00-12:61", "`10:00-12:61` is not understood in `Mon 10:00-12:61`"),
        ("Mon 24:00-12:00 overnight", "`24:00-12:00` is not understood in `Mon 24:00-12:00 overnight`"),
        ("Mon 10-12", "`10-12` is not understood in `Mon 10-12`"),
        ("1st Tue 10:00-12:00", "`10:00-12:00` is not understood in `1st Tue 10:00-12:00`"),
        ("5th Tue of month 10:00-12:00", "not every month has a fifth week, in `5th Tue of month 10:00-12:00`"),
        ("Mon 12:00-10:00", "`Mon 12:00-10:00` ends before it starts"),
        ("Mon 10:00-10:00", "`Mon 10:00-10:00` ends before it starts"),
        ("Mon 10:00-12:00 overnight", "`Mon 10:00-12:00 overnight` does not run overnight"),
        ("every 2 weeks Thu 18:00-19:30", "`every 2 weeks Thu 18:00-19:30` does not say which weeks"),
        ("Mon 10:00-12:00 from", "a date is missing after `from`"),
        ("Mon 10:00-12:00 from 1/2/2026", "`1/2/2026` is not a date"),
        ("Mon 10:00-12:00 online online", "`online` stands twice in `Mon 10:00-12:00 online online`"),
        (
            "Mon 10:00-12:00 from 2026-03-26 to 2026-01-08",
            "`Mon 10:00-12:00 from 2026-03-26 to 2026-01-08` ends on a day before it starts",
        ),
    ] {
        let said = line.parse::<Schedule>().unwrap_err();
        assert!(said.starts_with(&format!("{message}: ")), "{line}\n{said}");
    }
}

#[test]
fn closed_days_are_one_or_a_span() {
    for written in ["2026-05-25", "2026-12-25..2027-01-01"] {
        assert_eq!(written.parse::<Days>().unwrap().to_string(), written);
    }
    assert_eq!(
        "2027-01-01..2026-12-25".parse::<Days>().unwrap_err(),
        "the days `2027-01-01..2026-12-25` are the wrong way round: write `2026-12-25..2027-01-01`"
    );
    assert!("Christmas".parse::<Days>().is_err());
}

fn days() -> impl Strategy<Value = Vec<Weekday>> {
    prop::sample::subsequence(WEEK.map(|(day, _)| day).to_vec(), 1..=7)
}

fn date() -> impl Strategy<Value = Date> {
    (1i16..=28, 1i8..=12, 2000i16..=2100)
        .prop_map(|(day, month, year)| jiff::civil::date(year, month, i8::try_from(day).unwrap()))
}

prop_compose! {
    fn schedule()(
        repeat in prop_oneof![
            days().prop_map(Repeat::Weekly),
            days().prop_map(Repeat::Fortnightly),
            (prop_oneof![Just(-1i8), 1i8..=4], prop::sample::select(WEEK.to_vec()))
                .prop_map(|(nth, (day, _))| Repeat::Monthly(nth, day)),
        ],
        hours in prop::option::of((0u16..1440, 0u16..=1440)),
        (first, last) in (date(), date()),
        (starts, ends, online) in any::<(bool, bool, bool)>(),
    ) -> Schedule {
        let starts = starts || matches!(repeat, Repeat::Fortnightly(_));
        Schedule {
            repeat,
            hours: hours.map(|(start, end)| (Time(start), Time(end))),
            from: starts.then_some(first.min(last)),
            until: ends.then_some(first.max(last)),
            online,
        }
    }
}

proptest! {
    #[test]
    fn a_line_that_is_written_is_read_back(schedule in schedule()) {
        prop_assert_eq!(schedule.to_string().parse(), Ok(schedule));
    }

    #[test]
    fn no_line_breaks_the_reader(line in "(?i)[a-z0-9:,. \\-–ıİß]{0,40}") {
        match line.parse::<Schedule>() {
            Ok(schedule) => prop_assert_eq!(schedule.to_string().parse(), Ok(schedule)),
            Err(message) => prop_assert!(message.contains(": ")),
        }
    }
}
