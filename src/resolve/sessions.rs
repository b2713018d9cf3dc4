//! Turns a service's opening times into the days on which it meets.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::holidays;
use crate::catalog::{Catalog, ServiceEntry};
use crate::model::{Attend, Closed, Division, Hours, Repeat, Schedule, Service, Time};

/// So many sessions stand on a service's page.
pub const SHOWN: usize = 3;

/// So far the search for sessions goes, in days, from where a schedule begins.
const FAR: i64 = 5 * 366;

/// So far back the last session is looked for.
const BACK: i64 = 366;

/// Who comes on so many days a week comes to meetings.
const FEW: usize = 2;

/// One meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session {
    pub day: Date,
    pub start: Time,
    pub end: Time,
    pub attend: Option<Attend>,
}

/// The sessions that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The day of the last one before them, so that "after" is true until the first of them is over.
    pub after: Option<Date>,
    pub sessions: Vec<Session>,
    /// The day on which other sessions will be the next ones.
    pub changes: Option<Date>,
}

/// When a service runs and when it does not.
#[derive(Clone, Copy, Debug)]
pub struct Times<'a> {
    pub when: &'a [Schedule],
    pub closed: &'a [Closed],
    /// Where its area lies, if in one part of the kingdom alone.
    pub division: Option<Division>,
}

impl<'a> Times<'a> {
    pub fn new(catalog: &Catalog, entry: &'a ServiceEntry) -> Self {
        let service = &entry.parsed.service;
        Self { division: division(catalog, entry), ..Self::of(service) }
    }

    fn of(service: &'a Service) -> Self {
        Self { when: &service.when, closed: &service.closed, division: None }
    }

    /// The next sessions on or after a day, where the opening times alone do not tell them; none where they do.
    pub fn next(&self, day: Date) -> Next {
        let told: Vec<&'a Schedule> = self.when.iter().filter(|line| self.needs_telling(line)).collect();
        let mut sessions = self.on(&told, day, SHOWN);
        sessions.truncate(SHOWN);
        if sessions.is_empty() {
            return Next { after: None, sessions, changes: None };
        }
        let back = day.saturating_sub(BACK.days());
        let last = told.iter().filter_map(|line| self.days(line, back).take_while(|&past| past < day).last()).max();
        let next = |date: Date| date.saturating_add(1.day());
        let few = (sessions.len() < SHOWN && told.iter().any(|line| line.until.is_none())).then(|| next(day));
        let forgotten = last.map(|last| last.saturating_add((BACK + 1).days()));
        let changes = sessions.first().map(|first| next(first.day)).into_iter().chain(few).chain(forgotten).min();
        Next { after: last, sessions, changes }
    }

    fn needs_telling(&self, line: &Schedule) -> bool {
        self.is_session(line) && (!is_every_week(line) || !self.closed.is_empty())
    }

    /// The lines that name single meetings, each with its place among all.
    pub fn sessions(&self) -> impl Iterator<Item = (usize, &'a Schedule)> + use<'a> {
        let times = *self;
        times.when.iter().enumerate().filter(move |(_, line)| times.is_session(line))
    }

    /// Whether a line names single meetings rather than the hours of an office: people come on one or two days a week, at
    /// a time that is said. An office may write its days in several lines.
    fn is_session(&self, line: &Schedule) -> bool {
        if line.appointment || !matches!(line.hours, Hours::Spans(_)) {
            return false;
        }
        match &line.repeat {
            Repeat::Weekly(_) if is_every_week(line) => self.week() <= FEW,
            Repeat::Weekly(days) => days.len() <= FEW || line.only_date().is_some(),
            Repeat::Fortnightly(_) | Repeat::Monthly(..) | Repeat::BankHolidays(_) => true,
        }
    }

    /// On so many days it is open in every week, to whoever comes.
    fn week(&self) -> usize {
        let lines = self.when.iter().filter(|line| is_every_week(line) && !line.appointment);
        let days = lines.flat_map(|line| if let Repeat::Weekly(days) = &line.repeat { days.as_slice() } else { &[] });
        days.fold(0u8, |week, day| week | 1 << day.to_monday_zero_offset()).count_ones() as usize
    }

    /// The first `few` days of each line with their hours, in order.
    fn on(&self, lines: &[&'a Schedule], day: Date, few: usize) -> Vec<Session> {
        let mut sessions = Vec::new();
        for line in lines {
            for day in self.days(line, day).take(few) {
                let of = |&(start, end): &(Time, Time)| Session { day, start, end, attend: line.attend };
                sessions.extend(line.hours.spans().iter().map(of));
            }
        }
        sessions.sort_unstable();
        sessions.dedup();
        sessions
    }

    /// The days on which a line holds, from a day on, without those on which the service is closed.
    pub fn days(&self, line: &'a Schedule, day: Date) -> impl Iterator<Item = Date> + use<'a> {
        let times = *self;
        times.listed(line, day).filter(move |&day| !times.is_closed(line, day))
    }

    /// The days that a line names, from a day on.
    pub fn listed(&self, line: &'a Schedule, day: Date) -> Box<dyn Iterator<Item = Date> + 'a> {
        let first = line.from.map_or(day, |from| from.max(day));
        let last = first.saturating_add(FAR.days());
        let last = line.until.map_or(last, |until| until.min(last));
        match &line.repeat {
            Repeat::Weekly(week) => Box::new(in_weeks((week, 7), first, first).take_while(move |&day| day <= last)),
            Repeat::Fortnightly(week) => {
                let from = line.from.unwrap_or(first);
                Box::new(in_weeks((week, 14), from, first).take_while(move |&day| day <= last))
            }
            Repeat::Monthly(nth, weekday) => {
                let months = first.first_of_month().series(1.month()).take_while(move |&month| month <= last);
                let found = months.filter_map(move |month| nth_day(month, *nth, *weekday));
                Box::new(found.filter(move |&day| first <= day && day <= last))
            }
            Repeat::BankHolidays(of) => {
                let division = of.or(self.division);
                let years = first.year()..=last.year();
                let found =
                    years.flat_map(move |year| division.map(|of| holidays::of_year(of, year)).unwrap_or_default());
                Box::new(found.filter(move |&day| first <= day && day <= last))
            }
        }
    }

    /// A line about bank holidays says more than `closed` does of them all.
    pub fn is_closed(&self, line: &Schedule, day: Date) -> bool {
        let of_holidays = matches!(line.repeat, Repeat::BankHolidays(_));
        self.closed.iter().any(|closed| match closed {
            Closed::Days(days) => days.first <= day && day <= days.last,
            Closed::BankHolidays(of) => {
                let division = of.or(self.division).filter(|_| !of_holidays);
                division.is_some_and(|of| holidays::of_year(of, day.year()).contains(&day))
            }
        })
    }
}

/// Whether a line says the same of each week, without an end.
fn is_every_week(line: &Schedule) -> bool {
    matches!(line.repeat, Repeat::Weekly(_)) && line.from.is_none() && line.until.is_none()
}

/// The part of the kingdom whose bank holidays a service keeps: that of its whole area.
pub fn division(catalog: &Catalog, entry: &ServiceEntry) -> Option<Division> {
    let of_place = |&place| Division::of_code(catalog.places.get(place).gss.as_str());
    let mut divisions = entry.area.iter().map(of_place);
    let first = divisions.next()??;
    divisions.all(|other| other == Some(first)).then_some(first)
}

fn nth_day(month: Date, nth: i8, weekday: Weekday) -> Option<Date> {
    month.nth_weekday_of_month(nth, weekday).into_iter().next()
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

/// Weekdays, Monday first, of every week or fortnight, counted from the week of one day, on or after another.
fn in_weeks((weekdays, every): (&[Weekday], i64), from: Date, first: Date) -> impl Iterator<Item = Date> + use<> {
    let start = monday(from);
    let gone = start.duration_until(first).as_hours() / 24 / every * every;
    let offsets: Vec<i64> = weekdays.iter().map(|day| i64::from(day.to_monday_zero_offset())).collect();
    let later = |day: Date, days: i64| day.checked_add(days.days()).into_iter().next();
    let weeks = std::iter::successors(later(start, gone.max(0)), move |&monday| later(monday, every));
    let days = weeks.flat_map(move |monday| offsets.clone().into_iter().flat_map(move |offset| later(monday, offset)));
    days.skip_while(move |&day| day < first)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_office_has_hours_and_no_sessions() {
        for (when, sessions) in [
            ("Tue, Thu 10:00-12:00", 1),
            ("Mon-Fri 10:00-12:00", 0),
            ("Mon-Thu 09:00-17:00; Fri 09:00-15:00", 0),
            ("Mon 09:00-17:00; Tue 09:00-16:00; Wed 10:00-16:00", 0),
            ("Mon-Thu 09:00-17:00; Fri 09:00-15:00; 2nd Wed of month 18:00-20:00", 1),
            ("Mon-Fri 09:00-17:00 by appointment; Sat 10:00-12:00", 1),
            ("Mon 16:00-17:30 from 2026-09-07 to 2027-07-12; Wed 18:00-20:00 from 2026-09-09 to 2027-07-14", 2),
        ] {
            let when: Vec<Schedule> = when.split("; ").map(|line| line.parse().unwrap()).collect();
            let times = Times { when: &when, closed: &[], division: None };
            assert_eq!(when.iter().filter(|line| times.is_session(line)).count(), sessions, "{when:?}");
        }
    }

    fn next(when: &[&str], closed: &[&str], day: Date) -> Next {
        let when: Vec<Schedule> = when.iter().map(|line| line.parse().unwrap()).collect();
        let closed: Vec<Closed> = closed.iter().map(|days| days.parse().unwrap()).collect();
        Times { when: &when, closed: &closed, division: Some(Division::EnglandAndWales) }.next(day)
    }

    fn said(next: &Next) -> String {
        let days: Vec<String> =
            next.sessions.iter().map(|session| format!("{} {}", session.day, session.start)).collect();
        days.join(", ")
    }

    #[test]
    fn sessions_that_the_times_do_not_tell_are_named() {
        let day = date(2026, 11, 22);
        for (when, closed, sessions) in [
            ("1st Tue of month 10:30-12:00", "", "2026-12-01 10:30, 2027-01-05 10:30, 2027-02-02 10:30"),
            (
                "last Fri of month 18:00-19:00",
                "2026-12-20..2027-01-02",
                "2026-11-27 18:00, 2027-01-29 18:00, 2027-02-26 18:00",
            ),
            (
                "every 2 weeks Thu 18:00-19:30 from 2026-11-12",
                "",
                "2026-11-26 18:00, 2026-12-10 18:00, 2026-12-24 18:00",
            ),
            ("Sun 10:00-11:00 until 2026-11-29", "", "2026-11-22 10:00, 2026-11-29 10:00"),
            ("Fri 10:00-12:00", "bank holidays", "2026-11-27 10:00, 2026-12-04 10:00, 2026-12-11 10:00"),
            (
                "Fri 10:00-12:00 from 2026-12-18",
                "bank holidays",
                "2026-12-18 10:00, 2027-01-08 10:00, 2027-01-15 10:00",
            ),
            ("bank holidays 9:00-12:00", "bank holidays", "2026-12-25 09:00, 2026-12-28 09:00, 2027-01-01 09:00"),
            ("2026-12-12 10:00-12:00, 13:00-15:00", "", "2026-12-12 10:00, 2026-12-12 13:00"),
            // The words alone tell these.
            ("Fri 10:00-12:00", "", ""),
            ("Mon-Fri 10:00-12:00", "bank holidays", ""),
            ("1st Tue of month by appointment", "", ""),
            ("Sun 10:00-11:00 until 2026-11-15", "", ""),
        ] {
            let closed: Vec<&str> = Some(closed).filter(|days| !days.is_empty()).into_iter().collect();
            assert_eq!(said(&next(&[when], &closed, day)), sessions, "{when}");
        }
    }

    #[test]
    fn the_page_stays_until_a_session_is_over() {
        let line = ["1st Tue of month 10:30-12:00"];
        let first = next(&line, &[], date(2026, 11, 22));
        assert_eq!((first.after, first.changes), (Some(date(2026, 11, 3)), Some(date(2026, 12, 2))));
        assert_eq!(next(&line, &[], date(2026, 12, 1)), first);
        assert_ne!(next(&line, &[], date(2026, 12, 2)), first);
    }

    /// What a person with a calendar does: looks at one day after the other.
    fn holds(line: &Schedule, closed: &[Closed], day: Date) -> bool {
        let holiday = || holidays::of_year(Division::EnglandAndWales, day.year()).contains(&day);
        let same = |other: &Date| other.month() == day.month() && other.weekday() == day.weekday();
        let month = || day.first_of_month().series(1.day()).take(31).filter(same).collect::<Vec<_>>();
        let on = match &line.repeat {
            Repeat::Weekly(week) => week.contains(&day.weekday()),
            Repeat::Fortnightly(week) => {
                let from = line.from.unwrap();
                let monday = from.series(-1.day()).find(|day| day.weekday() == Weekday::Monday).unwrap();
                let fortnights = monday.series(14.days()).take_while(|start| *start <= day);
                let start = fortnights.last().unwrap_or(day);
                week.contains(&day.weekday()) && start.series(1.day()).take(7).any(|other| other == day)
            }
            Repeat::Monthly(-1, weekday) => day.weekday() == *weekday && month().last() == Some(&day),
            Repeat::Monthly(nth, weekday) => {
                day.weekday() == *weekday && month().get(usize::try_from(*nth - 1).unwrap()) == Some(&day)
            }
            Repeat::BankHolidays(_) => holiday(),
        };
        let open = closed.iter().all(|closed| match closed {
            Closed::Days(days) => day < days.first || days.last < day,
            Closed::BankHolidays(_) => matches!(line.repeat, Repeat::BankHolidays(_)) || !holiday(),
        });
        on && open && line.from.is_none_or(|from| from <= day) && line.until.is_none_or(|until| day <= until)
    }

    fn day() -> impl Strategy<Value = Date> {
        (0i64..1500).prop_map(|days| date(2025, 1, 1).saturating_add(days.days()))
    }

    fn line() -> impl Strategy<Value = String> {
        let days = prop::sample::select(vec![
            "Mon",
            "Sat, Sun",
            "1st Tue of month",
            "4th Fri of month",
            "last Wed of month",
            "every 2 weeks Thu",
            "every 2 weeks Mon, Sun",
            "bank holidays",
        ]);
        (days, day(), prop::option::of(0i64..200)).prop_map(|(days, from, weeks)| {
            let until = weeks.map(|days| format!(" until {}", from.saturating_add(days.days()))).unwrap_or_default();
            format!("{days} 10:00-12:00 from {from}{until}")
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

        #[test]
        fn sessions_are_those_that_are_found_day_by_day(
            lines in prop::collection::vec(line(), 1..3),
            today in day(),
            (shut, long) in (day(), 0i64..60),
            holidays in any::<bool>(),
        ) {
            let when: Vec<Schedule> = lines.iter().map(|line| line.parse().unwrap()).collect();
            let last = shut.saturating_add(long.days());
            let mut closed = vec![format!("{shut}..{last}").parse().unwrap()];
            closed.extend(holidays.then_some(Closed::BankHolidays(None)));
            let times = Times { when: &when, closed: &closed, division: Some(Division::EnglandAndWales) };
            let mut slow = Vec::new();
            for day in today.series(1.day()).take(2200) {
                let here = when.iter().filter(|line| holds(line, &closed, day));
                slow.extend(here.map(|_| day));
                slow.dedup();
                if slow.len() >= SHOWN { break }
            }
            let fast = times.next(today);
            let mut days: Vec<Date> = fast.sessions.iter().map(|session| session.day).collect();
            days.dedup();
            slow.truncate(days.len().max(slow.len().min(SHOWN)));
            prop_assert_eq!(&days, &slow);
            if let Some(changes) = fast.changes {
                prop_assert!(today < changes);
                let eve = changes.yesterday().unwrap();
                prop_assert_eq!(times.next(eve), fast);
            }
        }

        #[test]
        fn no_date_breaks_the_search(year in -9999i16..=9999, month in 1i8..=12, line in line()) {
            let when = [line.parse().unwrap()];
            Times { when: &when, closed: &[], division: None }.next(date(year, month, 1));
        }
    }
}
