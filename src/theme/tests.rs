use super::*;
use crate::load::SourceBody;
use crate::model::{Direction, Language};
use crate::plan::view::*;

macro_rules! embedded {
    ($($file:literal),* $(,)?) => { [$((concat!("themes/default/", $file), include_str!(concat!("../../themes/default/", $file)))),*] };
}

const DEFAULT: [(&str, &str); 22] = embedded![
    "assets/favicon.svg",
    "assets/site.css",
    "templates/bodies/index.html",
    "templates/bodies/not-found.html",
    "templates/bodies/page.html",
    "templates/bodies/service.html",
    "templates/bodies/services.html",
    "templates/bodies/topic.html",
    "templates/chooser.html",
    "templates/layout.html",
    "templates/parts/components.html",
    "templates/parts/contact.html",
    "templates/parts/crumbs.html",
    "templates/parts/dates.html",
    "templates/parts/editions.html",
    "templates/parts/languages.html",
    "templates/parts/notices.html",
    "templates/parts/picture.html",
    "templates/parts/service-card.html",
    "templates/parts/service-cards.html",
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
        name: Some("Carers' line".to_owned()),
        phone: Some("01632 960100".to_owned()),
        tel: Some("+441632960100".to_owned()),
        hours: Some(text("Monday to Friday, 9am to 5pm")),
        email: Some("help@carers.example.org".to_owned()),
        address: Some(text("1 High Street\nAylesbury")),
        web: Some("https://carers.example.org".to_owned()),
    }
}

fn chrome(tag: &str, ftl: &str) -> Chrome {
    let lang = language(tag);
    Chrome {
        kind: Kind::Page,
        lang,
        dir: lang.direction(),
        s: strings(ftl),
        chrome_lang: None,
        chrome_dir: None,
        portal: "Help for carers".to_owned(),
        place: Some("Leicestershire".to_owned()),
        publisher: "County Carers".to_owned(),
        sample: true,
        alert: Some("Lines are closed on 25 December".to_owned()),
        contact: contact(),
        menu: vec![link("Money", "money/"), link("Breaks", "breaks/")],
        footer: vec![link("Accessibility", "accessibility/")],
        stylesheet: "/assets/site.css".to_owned(),
        icon: Some("/assets/favicon.svg".to_owned()),
        logo: None,
        areas: Some("en/areas/".to_owned()),
        foreign: false,
        easy: false,
        sensitive: false,
        noindex: false,
    }
}

fn page(theme: &Theme, chrome: &Chrome, values: &SlotValues<'_>) -> String {
    let mut page = Vec::new();
    theme.skeleton(chrome).unwrap().fill(values, &mut page);
    String::from_utf8(page).unwrap()
}

fn values() -> SlotValues<'static> {
    SlotValues {
        title: "Carer's Allowance",
        description: "Money for carers",
        canonical: "https://carers.example.org/en/money/",
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
        "<title>Carer&#39;s Allowance - Help for carers, Leicestershire</title>",
        "<meta content=\"Money for carers\" name=description>",
        "<link href=\"https://carers.example.org/en/money/\" rel=canonical>",
        "<a class=skip href=#main>Skip to the main content</a>",
        "<header",
        "<a class=brand href=\"../\">",
        "<nav>languages</nav>",
        "<a href=\"../money/\">Money</a>",
        "<a href=\"../../en/areas/\">Change area</a>",
        "<nav>crumbs</nav>",
        "<main id=main>",
        "<p>notices</p>",
        "<nav>editions</nav>",
        "<article><h1>Carer's Allowance</h1></article>",
        "<p>dates</p></main>",
        "<aside aria-label=\"Get help\" class=help>",
        "<a href=tel:+441632960100><bdi dir=ltr>01632 960100</bdi></a>",
        "<footer",
        "<a href=\"../accessibility/\">Accessibility</a>",
    ];
    let mut rest = &html[..];
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not where it belongs in\n{html}"));
        rest = &rest[at + part.len()..];
    }
    assert!(
        !html.contains(['\u{e010}', '\u{e020}']) && !html.contains("<script") && !html.contains("style="),
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
    assert!(html.contains("<article dir=\"ltr\" lang=\"en\">"), "{html}");
}

#[test]
fn words_of_the_frame_in_another_language_are_marked() {
    let chrome =
        Chrome { chrome_lang: Some(language("en")), chrome_dir: Some(Direction::Ltr), ..chrome("ur", ENGLISH) };
    let html = page(&theme(), &chrome, &values());
    assert!(html.contains("<html dir=rtl lang=ur>"), "{html}");
    assert!(html.contains("<body class=page dir=ltr lang=en>"), "{html}");
    assert!(html.contains("<article dir=rtl lang=ur>"), "{html}");
}

#[test]
fn a_sensitive_page_begins_with_the_way_out() {
    let html = page(&theme(), &Chrome { sensitive: true, ..chrome("en", ENGLISH) }, &values());
    let body = html.split_once("<body").unwrap().1;
    assert!(body.find("rel=\"nofollow noreferrer\"").unwrap() < body.find("skip").unwrap(), "{body}");
    assert!(html.contains("<title>Help for carers</title>"), "{html}");
    assert!(html.contains("<meta content=no-referrer name=referrer>"), "{html}");
}

#[test]
fn an_unknown_page_has_no_address_of_its_own() {
    let html = page(&theme(), &Chrome { kind: Kind::NotFound, noindex: true, ..chrome("en", ENGLISH) }, &values());
    assert!(!html.contains("canonical") && html.contains("<meta content=noindex name=robots>"), "{html}");
}
