//! Turns the default theme, and themes with mistakes, into templates, tokens and findings.

mod mistakes;
mod moulds;

use super::*;
use crate::load::SourceBody;
use crate::model::{Direction, Language};
use crate::plan::view::*;

macro_rules! embedded {
    ($($file:literal),* $(,)?) => { [$((concat!("themes/default/", $file), include_str!(concat!("../../themes/default/", $file)))),*] };
}

const DEFAULT: [(&str, &str); 38] = embedded![
    "assets/favicon.svg",
    "assets/plain.svg",
    "assets/site.css",
    "assets/site.js",
    "templates/bodies/areas.html",
    "templates/bodies/changes.html",
    "templates/bodies/index.html",
    "templates/bodies/not-found.html",
    "templates/bodies/outward.html",
    "templates/bodies/page.html",
    "templates/bodies/prints.html",
    "templates/bodies/privacy.html",
    "templates/bodies/search.html",
    "templates/bodies/service.html",
    "templates/bodies/services.html",
    "templates/bodies/shortlist.html",
    "templates/bodies/site-map.html",
    "templates/bodies/statement.html",
    "templates/bodies/topic.html",
    "templates/chooser.html",
    "templates/layout.html",
    "templates/parts/components.html",
    "templates/parts/contact-line.html",
    "templates/parts/contact.html",
    "templates/parts/crumbs.html",
    "templates/parts/dates.html",
    "templates/parts/editions.html",
    "templates/parts/exit.html",
    "templates/parts/languages.html",
    "templates/parts/menu.html",
    "templates/parts/notices.html",
    "templates/parts/picture.html",
    "templates/parts/service-card.html",
    "templates/parts/service-cards.html",
    "templates/parts/tools.html",
    "templates/print.html",
    "templates/redirect.html",
    "theme.yaml",
];

/// The default theme, with `own` laid over it.
fn sources(own: &[(&str, &str)]) -> Sources {
    let mut sources = Sources::default();
    for (path, text) in DEFAULT.iter().chain(own) {
        insert(&mut sources, path, text);
    }
    sources
}

fn insert(sources: &mut Sources, path: &str, text: &str) {
    let path: Arc<str> = path.into();
    let source = Source { path: path.clone(), body: SourceBody::Text(text.into()), hash: Hash::of(text.as_bytes()) };
    sources.files.insert(path, source);
}

fn build(own: &[(&str, &str)]) -> Result<Theme, Vec<Finding>> {
    let built = Theme::build(&sources(own), "default", &BTreeMap::new());
    match built.value {
        Some(theme) if built.findings.is_empty() => Ok(theme),
        _ => Err(built.findings),
    }
}

fn theme() -> Theme {
    build(&[]).unwrap()
}

/// Interface strings without arguments, read in the plainest way.
fn strings(ftl: &str) -> Strings {
    let texts: BTreeMap<String, &str> = ftl
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .filter(|(id, _)| !id.starts_with(['#', ' ']))
        .map(|(id, text)| (id.replace('-', "_"), text))
        .collect();
    Strings::from_serializable(&texts)
}

const ENGLISH: &str = include_str!("../../locales/en.ftl");
const WELSH: &str = include_str!("../../locales/cy.ftl");
const URDU: &str = include_str!("../../locales/ur.ftl");

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn text(text: &str) -> TextView {
    TextView { text: text.to_owned(), ..TextView::default() }
}

fn text_in(tag: &str, text: &str) -> TextView {
    let lang = language(tag);
    TextView { text: text.to_owned(), lang: Some(lang), dir: Some(lang.direction()) }
}

fn link(title: &str, href: &str) -> LinkView {
    LinkView { title: title.to_owned(), href: href.to_owned(), ..LinkView::default() }
}

fn current(title: &str) -> LinkView {
    LinkView { current: true, ..link(title, "./") }
}

fn contact() -> ContactView {
    ContactView {
        name: Some(text("Carers' line")),
        phone: Some("01632 960100".to_owned()),
        tel: Some("+441632960100".to_owned()),
        hours: Some(text("Monday to Friday, 9am to 5pm")),
        email: Some("help@carers.example.org".to_owned()),
        address: Some(text("1 High Street\nAylesbury")),
        address_lines: ["1 High Street", "Aylesbury"].map(str::to_owned).to_vec(),
        web: Some("https://carers.example.org".to_owned()),
    }
}

fn chrome(tag: &str, ftl: &str) -> Chrome {
    let lang = language(tag);
    Chrome {
        data: true,
        kind: Kind::Page,
        lang,
        dir: lang.direction(),
        s: strings(ftl),
        chrome_lang: None,
        chrome_dir: None,
        portal: text("Help for carers"),
        place: Some(text("Leicestershire")),
        publisher: text("County Carers"),
        sample: true,
        alert: Some(text("Lines are closed on 25 December")),
        contact: contact(),
        menu: vec![link("Money", "money/"), link("Breaks", "breaks/")],
        urgent: Some(link("", "emergency/")),
        search: Some("search/"),
        footer: vec![link("Accessibility", "accessibility/")],
        stylesheet: "/assets/site.css".to_owned(),
        script: Some("/assets/site.js".to_owned()),
        report: None,
        scripts: Vec::new(),
        icon: Some("/assets/favicon.svg".to_owned()),
        logo: None,
        areas: Some(AreasLink { href: "en/areas/".to_owned(), elsewhere: false }),
        foreign: false,
        easy: false,
        sensitive: false,
        noindex: false,
    }
}

fn page(theme: &Theme, chrome: &Chrome, values: &SlotValues<'_>) -> String {
    let mut page = String::new();
    theme.skeleton(chrome).unwrap().fill(values, &mut page);
    page
}

fn values() -> SlotValues<'static> {
    SlotValues {
        service: "cafe",
        data: "../../oruk/v3/services/1/index.json",
        title: "Carer's Allowance",
        description: "Money for carers",
        canonical: "https://carers.example.org/en/money/",
        address: "https://carers.example.org/leicestershire/en/money/",
        root: "../",
        site: "../../",
        crumbs: "<nav>crumbs</nav>",
        languages: "<nav>languages</nav>",
        editions: "<nav>editions</nav>",
        notices: "<p>notices</p>",
        body: "<h1>Carer's Allowance</h1>",
        dates: "<p>dates</p>",
        main_lang: "en",
        main_dir: "ltr",
    }
}

#[test]
fn a_page_has_all_its_parts_in_order() {
    let html = page(&theme(), &chrome("en", ENGLISH), &values());
    let parts = [
        "<!doctype html><html dir=ltr lang=en>",
        "<title>Carer&#39;s Allowance - Help for carers - Leicestershire</title>",
        "<meta content=\"Money for carers\" name=description>",
        "<link href=\"https://carers.example.org/en/money/\" rel=canonical>",
        "<header class=top><a class=skip href=#main>Skip to the main content</a>",
        "<a href=\"../\" class=brand>",
        "<a href=\"../../en/areas/\" class=areas>Change area</a>",
        "<nav>languages</nav>",
        "<a href=\"../emergency/\" class=urgent>Urgent help</a>",
        "<a href=\"../money/\">Money</a>",
        "<nav>crumbs</nav>",
        "<main id=main>",
        "<p>notices</p>",
        "<nav>editions</nav>",
        "<article data-pagefind-body><h1>Carer's Allowance</h1></article>",
        "<p>dates</p>",
        "<a href=\"sms:?&body=https://carers.example.org/leicestershire/en/money/\">Send by text message</a>",
        "</main>",
        "<aside aria-label=\"Get help\" class=help id=fp-contact>",
        "<a href=tel:+441632960100><bdi dir=ltr>01632 960100</bdi></a>",
        "<bdi>1 High Street</bdi><br><bdi>Aylesbury</bdi>",
        "<footer",
        "<a href=\"../accessibility/\">Accessibility</a>",
    ];
    let mut rest = &html[..];
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not where it belongs in\n{html}"));
        rest = &rest[at + part.len()..];
    }
    assert!(
        !html.contains(['\u{e010}', '\u{e020}']) && html.matches("<script").count() == 1 && !html.contains("style="),
        "{html}"
    );
}

#[test]
fn each_language_has_its_own_frame() {
    for (tag, ftl, dir, skip) in
        [("cy", WELSH, "ltr", "Neidio i'r prif gynnwys"), ("ur", URDU, "rtl", "سیدھے اصل مواد پر جائیں")]
    {
        let html = page(&theme(), &chrome(tag, ftl), &values());
        assert!(html.contains(&format!("<html dir={dir} lang={tag}>")), "{html}");
        assert!(html.contains(skip), "{html}");
    }
}

#[test]
fn a_fallback_page_says_which_language_its_text_is_in() {
    let html = page(&theme(), &Chrome { foreign: true, ..chrome("ur", URDU) }, &values());
    assert!(html.contains("<article dir=\"ltr\" lang=\"en\" data-pagefind-body>"), "{html}");
}

#[test]
fn words_of_the_frame_in_another_language_are_marked() {
    let chrome =
        Chrome { chrome_lang: Some(language("en")), chrome_dir: Some(Direction::Ltr), ..chrome("ur", ENGLISH) };
    let html = page(&theme(), &chrome, &values());
    assert!(html.contains("<html dir=rtl lang=ur>"), "{html}");
    assert!(html.contains("<body class=page dir=ltr lang=en>"), "{html}");
    assert!(html.contains("<article data-pagefind-body dir=rtl lang=ur>"), "{html}");
}

#[test]
fn a_sensitive_page_begins_with_the_way_out() {
    let html = page(&theme(), &Chrome { sensitive: true, ..chrome("en", ENGLISH) }, &values());
    let body = html.split_once("<body").unwrap().1;
    assert!(body.find("rel=\"nofollow noreferrer\"").unwrap() < body.find("skip").unwrap(), "{body}");
    assert!(html.contains("<title>Information and advice</title>"), "{html}");
    assert!(!html.contains("Money for carers") && !html.contains("sms:"), "{html}");
    assert!(html.contains("<meta content=no-referrer name=referrer>"), "{html}");
}

#[test]
fn the_list_of_areas_may_be_on_another_host() {
    let href = "https://carers.example.org/en/areas/".to_owned();
    let chrome = Chrome { areas: Some(AreasLink { href, elsewhere: true }), ..chrome("en", ENGLISH) };
    let html = page(&theme(), &chrome, &values());
    assert!(html.contains("<a class=areas href=https://carers.example.org/en/areas/>Change area</a>"), "{html}");
}

#[test]
fn an_unknown_page_has_no_address_of_its_own() {
    let html = page(&theme(), &Chrome { kind: Kind::NotFound, noindex: true, ..chrome("en", ENGLISH) }, &values());
    assert!(!html.contains("canonical") && html.contains("<meta content=noindex name=robots>"), "{html}");
}

fn cards() -> Vec<ServiceCard> {
    vec![
        ServiceCard {
            href: "../cafe/".to_owned(),
            name: text("Carers' café"),
            summary: text_in("en", "A monthly drop-in."),
            phone: Some("01632 960123".to_owned()),
            tel: Some("+441632960123".to_owned()),
            organisation: "Carers Bucks".to_owned(),
            paused: false,
            discreet: false,
            wider: None,
            found_by: None,
        },
        ServiceCard {
            href: "../line/".to_owned(),
            name: text_in("ur", "مدد"),
            summary: text("A phone line."),
            phone: None,
            tel: None,
            organisation: "Carers Bucks".to_owned(),
            paused: true,
            discreet: false,
            wider: None,
            found_by: None,
        },
    ]
}

fn service(s: &Strings) -> ServiceBody<'_> {
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    ServiceBody {
        s,
        id: "cafe",
        name: text("Carers' café, Aylesbury"),
        summary: text_in("en", "A monthly drop-in for anyone who looks after a family member or friend."),
        about: Some("<p>Meet other carers over a cup of tea.</p>".to_owned()),
        about_lang: Some(language("en")),
        about_dir: Some(Direction::Ltr),
        organisation: "Carers Bucks".to_owned(),
        phone: Some("01632 960123".to_owned()),
        tel: Some("+441632960123".to_owned()),
        phone_note: Some(text("Monday to Thursday, 9am to 5pm")),
        textphone: Some("18001 01632 960123".to_owned()),
        email: Some("hello@example.org".to_owned()),
        web: Some("https://example.org/cafe".to_owned()),
        times: vec!["First Tuesday of the month, 10:30am to midday"],
        next_title: "Next sessions".to_owned(),
        next: Vec::new(),
        calendar: None,
        closed: lines(&["25 December 2026 to 1 January 2027"]),
        cost: Some(text("Free")),
        ages: Some("18 and over".to_owned()),
        eligibility: Some(text("You look after someone.")),
        eligible_by: Some("This depends on where the carer lives.".to_owned()),
        how: lines(&["Just turn up", "Ask for it yourself"]),
        attend: lines(&["In person", "Online"]),
        languages: lines(&["English", "Welsh", "British Sign Language"]),
        areas: lines(&["Buckinghamshire"]),
        venues: vec![
            VenueView {
                name: "Aylesbury Library".to_owned(),
                address: lines(&["Walton Street", "Aylesbury"]),
                postcode: "HP20 1UU".to_owned(),
                access: lines(&["Step-free access", "Hearing loop"]),
                map: None,
                hidden: false,
            },
            VenueView { hidden: true, ..VenueView::default() },
        ],
        topics: vec![link("Peer support", "../topic/peer-support/")],
        audiences: vec![link("Parent carers", "../for/parent-carers/")],
        checked: Some(DateView { text: "12 October 2026".to_owned(), iso: "2026-10-12".to_owned() }),
        easy: Some(text("A place to meet other carers. It is free.")),
        relay: None,
        relay_tel: None,
        linked: None,
    }
}

fn part(template: Template, view: &impl Serialize) -> String {
    theme().part(template, view).unwrap()
}

#[test]
fn lists_of_links_show_the_current_one_as_text() {
    let s = &strings(ENGLISH);
    let urdu = LinkView { lang: Some(language("ur")), dir: Some(Direction::Rtl), ..link("اردو", "../ur/") };
    assert_eq!(
        part(Template::Languages, &LinksView { s, links: vec![current("English"), urdu.clone()] }),
        "<nav class=\"languages\" aria-label=\"Languages\"><ul><li><span aria-current=\"true\">English</span></li>\
         <li><a href=\"../ur/\" lang=\"ur\" dir=\"rtl\" hreflang=\"ur\">اردو</a></li></ul></nav>"
    );
    assert_eq!(part(Template::Languages, &LinksView { s, links: vec![current("English")] }), "");
    assert_eq!(
        part(Template::Crumbs, &LinksView { s, links: vec![link("Home", "../"), current("A & B")] }),
        "<nav class=\"crumbs\" aria-label=\"You are here\"><ol><li><a href=\"../\">Home</a></li>\
         <li><span aria-current=\"page\">A &amp; B</span></li></ol></nav>"
    );
}

#[test]
fn small_parts_hold_what_they_are_given() {
    let s = &strings(ENGLISH);
    let easy = Some("easy-read/".to_owned());
    assert!(
        part(Template::Editions, &EditionsView { s, standard: None, easy, prints: Vec::new() })
            .contains("<a href=\"easy-read/\">Easy read</a>")
    );
    assert_eq!(part(Template::Editions, &EditionsView { s, standard: None, easy: None, prints: Vec::new() }), "");
    let notices = vec![NoticeView { kind: "stale", text: "Old".to_owned() }];
    assert_eq!(part(Template::Notices, &NoticesView { s, notices }), "<p class=\"notice notice-stale\">Old</p>");
    let reviewed = Some(DateView { text: "12 October 2026".to_owned(), iso: "2026-10-12".to_owned() });
    assert_eq!(
        part(Template::Dates, &DatesView { s, reviewed, review_by: None, tested: Some("Not yet tested".to_owned()) }),
        "<div class=\"dates\"><p>Page last reviewed: <time datetime=\"2026-10-12\">12 October 2026</time></p>\
         <p>Not yet tested</p></div>"
    );
    let picture = PictureView { src: "../a.svg".to_owned(), alt: "A \"tea\" pot".to_owned() };
    assert!(part(Template::Picture, &picture).contains("alt=\"A &quot;tea&quot; pot\""));
    let contact = contact();
    let line = part(Template::ContactLine, &ContactLine { s, contact: &contact });
    assert!(line.contains("01632 960100") && line.contains("href=\"#fp-contact\""), "{line}");
}

#[test]
fn services_are_shown_with_their_languages() {
    let s = &strings(ENGLISH);
    let services = cards();
    let html = part(
        Template::ServiceCards,
        &ServiceCards { s, heading: "h3", services: &services, all: Some(link("All", "x/")) },
    );
    assert!(html.contains("<a href=\"../line/\"><span lang=\"ur\" dir=\"rtl\">مدد</span></a></h3>"), "{html}");
    assert!(html.contains("This service is closed for now"), "{html}");
    assert!(
        part(Template::ServiceCards, &ServiceCards { s, heading: "h3", services: &[], all: None })
            .contains("No services")
    );
    let html = part(Template::Service, &service(s));
    for expected in [
        "<h1>Carers&#39; café, Aylesbury</h1>",
        "<div class=\"content\" lang=\"en\" dir=\"ltr\"><p>Meet other carers over a cup of tea.</p></div>",
        "<a href=\"tel:+441632960123\"><bdi dir=\"ltr\">01632 960123</bdi></a>",
        "<bdi>Walton Street</bdi><br><bdi>Aylesbury</bdi><br><bdi dir=\"ltr\">HP20 1UU</bdi></address>",
        "The address is not published",
        "<time datetime=\"2026-10-12\">12 October 2026</time>",
    ] {
        assert!(html.contains(expected), "{expected} is not in {html}");
    }
}

fn home(s: &Strings) -> PageBody<'_> {
    PageBody {
        s,
        kind: Kind::Home,
        title: "Help".into(),
        summary: Some("For carers".into()),
        content: "<p>Text</p>",
        start: Vec::new(),
        all: None,
        children: vec![link("Money", "money/")],
        audiences: vec![link("Parents", "services/for/parents/")],
        urgent: Some("emergency/".to_owned()),
        notes: "",
        topics: vec![link("Breaks", "topics/breaks/")],
        words: vec![TermView { word: "Respite".to_owned(), meaning: "A break".to_owned(), lang: None }],
        credits: vec![CreditView { text: "OpenMoji, CC BY-SA 4.0".to_owned(), href: None }],
        length: None,
    }
}

#[test]
fn each_body_renders_with_one_heading_of_the_first_level() {
    let s = &strings(WELSH);
    let group = GroupView { title: "A".to_owned(), links: vec![link("Aylesbury", "a/")] };
    let theme = theme();
    let bodies = [
        theme.part(Template::Page, &home(s)),
        theme.part(
            Template::Services,
            &ServicesBody {
                s,
                title: "Breaks".to_owned(),
                summary: None,
                count: "12 gwasanaeth".to_owned(),
                cards: "<li>One</li>".to_owned(),
                pages: vec![current("1"), link("2", "page/2/")],
                groups: vec![group.clone()],
                filters: Vec::new(),
            },
        ),
        theme.part(
            Template::Topic,
            &TopicBody {
                s,
                title: "Breaks".to_owned(),
                summary: None,
                pages: vec![link("Day care", "../day-care/")],
                services: cards(),
                all: Some(link("All", "all/")),
            },
        ),
        theme.part(
            Template::Index,
            &IndexBody { s, kind: Kind::Areas, title: "Areas".to_owned(), summary: None, groups: vec![group] },
        ),
        theme.part(
            Template::NotFound,
            &NotFoundBody { s, home: "/en/".to_owned(), areas: Some("/en/areas/".to_owned()) },
        ),
        theme.part(Template::Service, &service(s)),
    ];
    for html in bodies {
        let html = html.unwrap();
        assert_eq!(html.matches("<h1>").count(), 1, "{html}");
        assert!(!html.contains("  ") && !html.contains('\n'), "{html}");
    }
}

#[test]
fn the_frame_has_the_same_words_in_every_language() {
    let ids = |ftl: &'static str| -> Vec<&str> {
        ftl.lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| !id.starts_with(['#', ' ']))
            .collect()
    };
    let frame = |ftl: &'static str| ids(ftl.split("# Dates and times").next().unwrap());
    assert_eq!(frame(WELSH), frame(ENGLISH));
    assert_eq!(frame(URDU), frame(ENGLISH));
    for (path, template) in DEFAULT.iter().filter(|(path, _)| path.ends_with(".html")) {
        let used = template
            .split(|c: char| !c.is_alphanumeric() && c != '.' && c != '_')
            .filter_map(|word| word.strip_prefix("s."));
        for word in used {
            assert!(ids(ENGLISH).contains(&word.replace('_', "-").as_str()), "`{word}` in {path}");
        }
    }
}

#[test]
fn the_chooser_speaks_each_language_in_itself() {
    let chooser = ChooserView {
        title: "Help for carers".to_owned(),
        lang: language("en"),
        dir: Direction::Ltr,
        stylesheet: "/assets/site.css".to_owned(),
        icon: None,
        sample: None,
        not_found: false,
        choices: vec![ChoiceView {
            lang: language("ur"),
            dir: Direction::Rtl,
            href: "ur/".to_owned(),
            autonym: "اردو".to_owned(),
            portal: text("دیکھ بھال"),
            place: Some(text_in("en", "Harborough")),
            words: None,
        }],
    };
    let html = theme().page_alone(Template::Chooser, &chooser).unwrap();
    assert!(html.contains("<li dir=rtl lang=ur><a href=ur/ hreflang=ur><span class=autonym>اردو</span>"), "{html}");
}

#[test]
fn a_moved_page_leads_on_by_itself_and_by_a_link() {
    let s = &strings(ENGLISH);
    let view = RedirectView {
        s,
        lang: language("en"),
        dir: Direction::Ltr,
        href: "../money/".to_owned(),
        canonical: "https://carers.example.org/en/money/".to_owned(),
    };
    let html = theme().page_alone(Template::Redirect, &view).unwrap();
    assert!(html.contains("<meta content=\"0; url=../money/\" http-equiv=refresh>"), "{html}");
    assert!(html.contains("<a href=../money/>Go to the new page</a>"), "{html}");
}

#[test]
fn the_stylesheet_begins_with_the_portals_colours() {
    let colours = BTreeMap::from([("link".to_owned(), "#004400".to_owned())]);
    let plain = theme();
    let theme = Theme::build(&sources(&[]), "default", &colours).value.unwrap();
    let asset = theme.assets().iter().find(|asset| asset.name == "site.css").unwrap();
    let css = std::str::from_utf8(&asset.bytes).unwrap();
    assert!(css.starts_with(":root{") && css.contains("--link:#004400;"), "{css}");
    assert_eq!(theme.asset("site.css"), Some(asset.route_file.as_str()));
    assert_ne!(plain.asset("site.css"), theme.asset("site.css"));
    assert_ne!(plain.hash, theme.hash);
}

/// The finding's message, and the text that it points at.
/// Only the quotes round slots and single spaces between blocks are left.
#[test]
fn a_finished_page_has_nothing_left_to_shorten() {
    let html = page(&theme(), &chrome("en", ENGLISH), &values());
    let left = html.len() - minify(&html).len();
    assert!(left * 50 < html.len(), "{left} of {} bytes", html.len());
}

#[test]
fn a_theme_is_laid_on_the_default_one() {
    let own = sources(&[("themes/plain/templates/parts/notices.html", "none")]);
    let built = Theme::build(&own, "plain", &BTreeMap::new());
    let s = &strings(ENGLISH);
    let notices = NoticesView { s, notices: vec![] };
    assert_eq!(built.value.unwrap().part(Template::Notices, &notices).unwrap(), "none");
    let built = Theme::build(&own, "plane", &BTreeMap::new());
    assert_eq!(built.findings[0].message, "there is no theme `plane`");
    let built = Theme::build(&Sources::default(), "default", &BTreeMap::new());
    assert!(built.value.is_none() && built.findings.len() == 1);
}
