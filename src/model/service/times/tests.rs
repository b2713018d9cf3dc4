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
        ("Fri 9:00-12:00, 22:00-06:00 overnight", "Fri 09:00-12:00, 22:00-06:00 overnight"),
        ("Mon, Wed 9am-midday and 1pm-4:30pm", "Mon, Wed 09:00-12:00, 13:00-16:30"),
        ("Monday to Friday, 9am to 5pm", "Mon-Fri 09:00-17:00"),
        ("Mon 9am-11am, 1pm-3pm, 6pm-midnight", "Mon 09:00-11:00, 13:00-15:00, 18:00-24:00"),
        ("midnight-6am", "daily 00:00-06:00"),
        ("Mon by appointment", "Mon by appointment"),
        ("By appointment at home", "by appointment at home"),
        ("Mon 10:00-12:00 by telephone by appointment", "Mon 10:00-12:00 by appointment by phone"),
        ("2026-12-12 10:00-12:00 at the venue", "2026-12-12 10:00-12:00 at venue"),
        ("daily 10:00-12:00 from 2026-12-12 to 2026-12-12", "2026-12-12 10:00-12:00"),
        ("2026-12-12 all day", "2026-12-12 24 hours"),
        ("bank holidays 10:00-14:00", "bank holidays 10:00-14:00"),
        ("Bank holidays in England & Wales 24 hours", "bank holidays in England and Wales 24 hours"),
        ("bank holidays in northern ireland by appointment", "bank holidays in Northern Ireland by appointment"),
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
        ("Mon,Fru 10:00-12:00", "`fru` is not understood in `Mon,Fru 10:00-12:00`"),
        ("Mon-Fru 10:00-12:00", "`fru` is not understood in `Mon-Fru 10:00-12:00`"),
        ("Mon 25:00-26:00", "`25:00-26:00` is not understood in `Mon 25:00-26:00`"),
        ("Mon 10:00-12:61", "`12:61` is not understood in `Mon 10:00-12:61`"),
        ("Mon 24:00-12:00 overnight", "`24:00` is not understood in `Mon 24:00-12:00 overnight`"),
        (
            "Mon 14:00-16:00, 9:00-12:00",
            "`9:00-12:00` starts before the hours that stand in front of it, in `Mon 14:00-16:00, 9:00-12:00`",
        ),
        ("Mon 10:00-12:00, Tue 10:00-12:00", "`tue` is not understood in `Mon 10:00-12:00, Tue 10:00-12:00`"),
        ("bank holidays in Kent 10:00-12:00", "`kent` is not understood in `bank holidays in Kent 10:00-12:00`"),
        ("Mon 10:00-12:00 at noon", "`at` is not understood in `Mon 10:00-12:00 at noon`"),
        (
            "2026-12-12 10:00-12:00 until 2026-12-19",
            "`2026-12-19` comes after another date in `2026-12-12 10:00-12:00 until 2026-12-19`",
        ),
        ("Mon 10-12", "`10-12` is not understood in `Mon 10-12`"),
        ("1st Tue 10:00-12:00", "`10:00-12:00` is not understood in `1st Tue 10:00-12:00`"),
        ("5th Tue of month 10:00-12:00", "`5th`: not every month has a fifth week, in `5th Tue of month 10:00-12:00`"),
        ("Mon 12:00-10:00", "`Mon 12:00-10:00` ends before it starts"),
        ("Mon 10:00-10:00", "`Mon 10:00-10:00` ends before it starts"),
        ("Mon 10:00-12:00 overnight", "`overnight` does not fit the hours in `Mon 10:00-12:00 overnight`"),
        ("every 2 weeks Thu 18:00-19:30", "`every 2 weeks Thu 18:00-19:30` does not say which weeks"),
        ("Mon 10:00-12:00 from", "a date is missing after `from`"),
        ("Mon 10:00-12:00 from 1/2/2026", "`1/2/2026` is not a date"),
        ("Mon 10:00-12:00 online online", "`online` stands twice in `Mon 10:00-12:00 online online`"),
        (
            "Mon 10:00-12:00 from 2026-03-26 to 2026-01-08",
            "`2026-01-08` comes before `2026-03-26` in `Mon 10:00-12:00 from 2026-03-26 to 2026-01-08`",
        ),
    ] {
        let said = line.parse::<Schedule>().unwrap_err();
        assert!(said.starts_with(&format!("{message}: ")), "{line}\n{said}");
    }
}

fn days() -> impl Strategy<Value = Vec<Weekday>> {
    prop::sample::subsequence(WEEK.map(|(day, _)| day).to_vec(), 1..=7)
}

fn date() -> impl Strategy<Value = Date> {
    (1i16..=28, 1i8..=12, 2000i16..=2100)
        .prop_map(|(day, month, year)| jiff::civil::date(year, month, i8::try_from(day).unwrap()))
}

fn hours() -> impl Strategy<Value = Hours> {
    let spans = prop::collection::vec(0u16..1440, 1..4).prop_flat_map(|mut times| {
        times.sort_unstable();
        times.dedup();
        (Just(times), 0u16..=1440)
    });
    let spans = spans.prop_map(|(times, end)| {
        let starts = times.iter().enumerate().map(|(at, &start)| (start, times.get(at + 1).copied().unwrap_or(end)));
        Hours::Spans(starts.map(|(start, end)| (Time(start), Time(end))).collect())
    });
    prop_oneof![Just(Hours::AllDay), Just(Hours::Arranged), spans]
}

prop_compose! {
    fn schedule()(
        repeat in prop_oneof![
            days().prop_map(Repeat::Weekly),
            days().prop_map(Repeat::Fortnightly),
            (prop_oneof![Just(-1i8), 1i8..=4], prop::sample::select(WEEK.to_vec()))
                .prop_map(|(nth, (day, _))| Repeat::Monthly(nth, day)),
            prop::option::of(prop::sample::select(Division::ALL.to_vec())).prop_map(Repeat::BankHolidays),
        ],
        hours in hours(),
        (first, last) in (date(), date()),
        (starts, ends, appointment) in any::<(bool, bool, bool)>(),
        attend in prop::option::of(prop::sample::select(
            vec![Attend::Venue, Attend::Online, Attend::Phone, Attend::HomeVisit],
        )),
    ) -> Schedule {
        let starts = starts || matches!(repeat, Repeat::Fortnightly(_));
        Schedule {
            repeat,
            appointment: appointment || hours == Hours::Arranged,
            hours,
            from: starts.then_some(first.min(last)),
            until: ends.then_some(first.max(last)),
            attend,
        }
    }
}

/// Lines near to those that are read: words of the grammar in any order.
fn near_line() -> impl Strategy<Value = String> {
    const WORDS: [&str; 28] = [
        "Mon",
        "Tue-Fri",
        "mon,",
        "and",
        "to",
        "-",
        ",",
        "9am",
        "17:00",
        "10:00-12:00",
        "midday",
        "midnight",
        "24",
        "hours",
        "by",
        "appointment",
        "1st",
        "of month",
        "every 2 weeks",
        "from",
        "until",
        "2026-01-08",
        "overnight",
        "online",
        "bank holidays",
        "in",
        "England and Wales",
        "at home",
    ];
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..8).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_line_that_is_written_is_read_back(schedule in schedule()) {
        prop_assert_eq!(schedule.to_string().parse(), Ok(schedule));
    }

    #[test]
    fn no_line_breaks_the_reader(line in prop_oneof!["(?i)[a-z0-9:,. \\-–ıİß]{0,40}", near_line()]) {
        match line.parse::<Schedule>() {
            Ok(schedule) => prop_assert_eq!(schedule.to_string().parse(), Ok(schedule)),
            Err(message) => prop_assert!(message.contains(": ")),
        }
    }
}

#[test]
fn every_example_is_read() {
    for line in EXAMPLES {
        assert_eq!(line.parse::<Schedule>().unwrap().to_string(), line);
    }
}
