//! Turns recorded audits and known issues into the accessibility statement of a tree, in the parts and words of the model
//! statement (GDS; some of them are fixed by the regulations of 2018, which follow Commission Decision (EU) 2018/1523).

use super::super::World;
use super::super::chrome::{contact_view, publisher};
use super::super::leaf::Here;
use super::super::view::{
    EnforcementView, FixedView, IssueView, LinkView, ReasonView, StatementBody, TestView, TextView,
};
use super::page_link;
use crate::audit::RULES;
use crate::catalog::PlaceIx;
use crate::load::Hasher;
use crate::model::{Audit, Compliance, IssueReason, KnownIssue, Localized, Method, Standard};
use crate::resolve::compliance::{Due, Known, known};
use crate::resolve::words::Arg;
use crate::resolve::{TreeIx, contact};

pub const ADVICE: &str = "https://mcmw.abilitynet.org.uk/";
pub const EASS: &str = "https://www.equalityadvisoryservice.com/";
pub const ECNI: &str = "https://www.equalityni.org/";

/// The code of Northern Ireland, where another body enforces the regulations.
const NORTHERN_IRELAND: &str = "N92000002";

/// The statement names the place, its address and its contact: no two places say the same.
pub fn digest(world: &World<'_>, tree: TreeIx, state: &mut Hasher) {
    state.update(b"statement");
    state.update(&world.tree(tree).place.0.to_le_bytes());
}

pub fn body<'w>(here: &Here<'w>, title: String) -> StatementBody<'w> {
    let world = here.world;
    let say = Say(here);
    let known = known(world.catalog, world.moment.day);
    let who = publisher(world, here.tree).text;
    let who = [("who", who.as_str().into())];
    let contact = contact::contact(world.catalog, here.tree.place);
    let portal = &world.catalog.portal;
    let days = portal.statement.reply_days.map(|days| say.with("statement-reply", &[("days", number(days))]));
    StatementBody {
        s: world.strings(here.tree.language),
        title,
        applies: applies(here),
        run_by: say.with("statement-run-by", &who),
        advice: outside(say.plain("statement-advice"), ADVICE),
        known: known.open.iter().map(|issue| say.text(&issue.what)).collect(),
        contact: contact_view(world, here.tree, &contact),
        reply: days,
        enforcement: enforcement(here),
        committed: say.with("statement-committed", &who),
        status: status(&say, &known),
        reasons: reasons(&say, &known),
        checks: say.with("statement-checks", &[("count", RULES.len().into())]),
        improving: portal.statement.improving.as_ref().map(|text| say.text(text)),
        fixed: known
            .fixed
            .iter()
            .map(|(issue, date)| FixedView { what: say.text(&issue.what), when: say.dated("issue-fixed", *date) })
            .collect(),
        prepared: known.dates.map(|(first, last)| {
            let [first, last] = [first, last].map(|date| world.words.date(here.tree.language, date));
            say.with("statement-prepared", &[("date", first.as_str().into()), ("reviewed", last.as_str().into())])
        }),
        test: known.test.map(|test| test_view(here, &say, test)),
    }
}

/// Says things in the words of a tree.
struct Say<'a, 'w>(&'a Here<'w>);

impl Say<'_, '_> {
    fn plain(&self, key: &str) -> String {
        self.with(key, &[])
    }

    fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.0.world.words.text(self.0.tree.language, key, args)
    }

    fn dated(&self, key: &str, date: jiff::civil::Date) -> String {
        let date = self.0.world.words.date(self.0.tree.language, date);
        self.with(key, &[("date", date.as_str().into())])
    }

    fn text(&self, text: &Localized) -> TextView {
        self.0.world.text(self.0.tree, text)
    }

    fn issue(&self, issue: &KnownIssue) -> IssueView {
        let numbers: Vec<&str> = issue.wcag.iter().map(|criterion| criterion.number()).collect();
        let numbers = self.0.world.words.list(self.0.tree.language, &numbers);
        let args = [
            ("version", Standard::Wcag22.version().into()),
            ("criteria", numbers.as_str().into()),
            ("count", issue.wcag.len().into()),
        ];
        IssueView {
            what: self.text(&issue.what),
            fails: (!issue.wcag.is_empty()).then(|| self.with("issue-fails", &args)),
            criteria: issue.wcag.iter().map(|criterion| criterion.name()).collect(),
            why: issue.why.as_ref().map(|text| self.text(text)),
            instead: issue.instead.as_ref().map(|text| self.text(text)),
            when: when(self, issue),
        }
    }
}

fn number(number: u32) -> Arg<'static> {
    Arg::Number(u64::from(number))
}

fn outside(title: String, address: &str) -> LinkView {
    LinkView { title, href: address.to_owned(), ..LinkView::default() }
}

fn applies(here: &Here<'_>) -> String {
    let world = here.world;
    let portal = world.text(here.tree, &world.catalog.portal.name).text;
    let everywhere = world.is_everywhere(here.tree);
    let place = (!everywhere).then(|| world.place_name(here.tree, here.tree.place).text);
    let site = place.map_or_else(|| portal.clone(), |place| format!("{portal}: {place}"));
    let address = world.hosts.of(here.tree.place).url(world.route(here.ix));
    let args = [("site", site.as_str().into()), ("address", address.as_str().into())];
    world.words.text(here.tree.language, "statement-applies", &args)
}

/// The Equality and Human Rights Commission in Great Britain, the Equality Commission in Northern Ireland.
fn enforcement(here: &Here<'_>) -> Vec<EnforcementView> {
    let places = &here.world.catalog.places;
    let place = here.tree.place;
    let is_northern_ireland = |at: &PlaceIx| places.get(*at).gss.as_str() == NORTHERN_IRELAND;
    let inside = places.chain(place).any(|at| is_northern_ireland(&at));
    let around = inside || places.all().filter(is_northern_ireland).any(|at| places.contains(place, at));
    let say = Say(here);
    let one = |text: &str, name: &str, address: &str| EnforcementView {
        text: say.plain(text),
        link: outside(say.plain(name), address),
    };
    let britain = (!inside).then(|| one("statement-enforcement", "statement-eass", EASS));
    let ireland = around.then(|| one("statement-enforcement-ni", "statement-ecni", ECNI));
    britain.into_iter().chain(ireland).collect()
}

fn status(say: &Say<'_, '_>, known: &Known<'_>) -> String {
    let standard = known.test.map_or(Standard::Wcag22, |test| test.standard);
    let due = match known.due() {
        Due::Issues => "issues",
        Due::Exemptions => "exemptions",
        Due::Both => "both",
        Due::Unnamed => "unnamed",
    };
    let args = [("version", standard.version().into()), ("due", Arg::Key(due))];
    match known.verdict() {
        None => say.with("statement-untested", &args[..1]),
        Some(Compliance::Full) => say.with("statement-full", &args[..1]),
        Some(Compliance::Partial) => say.with("statement-partial", &args),
        Some(Compliance::Not) => say.with("statement-not", &args),
    }
}

fn reasons(say: &Say<'_, '_>, known: &Known<'_>) -> Vec<ReasonView> {
    let one = |reason: IssueReason| {
        let of_reason = known.open.iter().filter(|issue| issue.reason == reason);
        let issues: Vec<IssueView> = of_reason.map(|issue| say.issue(issue)).collect();
        let title = match reason {
            IssueReason::NonCompliance => "statement-non-compliance",
            IssueReason::DisproportionateBurden => "statement-burden",
            IssueReason::OutOfScope => "statement-out-of-scope",
        };
        (!issues.is_empty()).then(|| ReasonView { title: say.plain(title), issues })
    };
    IssueReason::ALL.into_iter().filter_map(one).collect()
}

/// Since when an open issue is known, and when it is to be fixed, or was to be.
fn when(say: &Say<'_, '_>, issue: &KnownIssue) -> Vec<String> {
    let today = say.0.world.moment.day;
    let fix = issue.fix_by.map(|date| say.dated(if date < today { "issue-late" } else { "issue-fix-by" }, date));
    std::iter::once(say.dated("issue-since", issue.since)).chain(fix).collect()
}

fn test_view(here: &Here<'_>, say: &Say<'_, '_>, test: &Audit) -> TestView {
    let date = here.world.words.date(here.tree.language, test.date);
    let args = [("date", date.as_str().into()), ("version", test.standard.version().into())];
    let method = |method: &Method| {
        say.plain(match method {
            Method::Automatic => "method-automatic",
            Method::Keyboard => "method-keyboard",
            Method::ScreenReader => "method-screen-reader",
            Method::Zoom => "method-zoom",
            Method::Speech => "method-speech",
            Method::DisabledPeople => "method-disabled-people",
        })
    };
    let count = |key: &str, count: Option<u32>| count.map(|count| say.with(key, &[("count", number(count))]));
    let pages = test.pages.iter().filter_map(|page| here.world.catalog.pages.find(page));
    TestView {
        tested: say.with("statement-tested", &args),
        by: say.text(&test.by),
        sample: test.sample.as_ref().map(|text| say.text(text)),
        pages: pages.filter_map(|page| page_link(here, page)).collect(),
        methods: test.methods.iter().map(method).collect(),
        counts: [count("problems-found", test.found), count("problems-fixed", test.fixed)]
            .into_iter()
            .flatten()
            .collect(),
        report: test.report.clone(),
    }
}
