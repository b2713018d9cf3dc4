//! Turns chromes of many localities into skeletons: as rendering each would, and with one rendering.

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, Token, Tokenizer};
use serde_json::Value;

use super::*;

/// A chrome with a text of its own wherever one may stand.
fn elsewhere(name: &str) -> Chrome {
    let said = |what: &str| text_in("cy", &format!("{what}: {name}"));
    Chrome {
        kind: Kind::Service,
        place: Some(text(name)),
        publisher: said("publisher"),
        alert: Some(said("alert")),
        report: Some(format!("mailto:{name}@example.org?subject=A%20b:%20")),
        contact: ContactView {
            name: Some(said("name")),
            phone: Some(format!("phone {name}")),
            tel: Some(format!("tel-{name}")),
            hours: Some(said("hours")),
            email: Some(format!("{name}@example.org")),
            address: Some(text(&format!("{name}\nHere"))),
            address_lines: vec![name.to_owned(), "Here".to_owned()],
            web: Some(format!("https://{name}.example.org/?a=b&c=d")),
        },
        ..chrome("en", ENGLISH)
    }
}

/// A page's tokens, which do not tell how an attribute was quoted.
fn tokens(skeleton: &Skeleton) -> Vec<Token> {
    let mut html = String::new();
    skeleton.fill(&values(), &mut html);
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(&html, emitter).flatten().collect()
}

fn build_with_layout(text: &str) -> Theme {
    build(&[("themes/default/templates/layout.html", text)]).unwrap()
}

#[test]
fn a_mould_gives_what_rendering_gives() {
    let theme = theme();
    let mut moulds = theme.moulds();
    let mut bare = elsewhere("Bare");
    bare.contact = ContactView { email: bare.contact.email, name: Some(text("")), ..ContactView::default() };
    (bare.report, bare.alert) = (None, None);
    let easy = Chrome { easy: true, ..elsewhere("Easy") };
    let sensitive = Chrome { sensitive: true, ..elsewhere("Quiet") };
    let everywhere = Chrome { place: None, ..elsewhere("All") };
    let welsh = Chrome { s: strings(WELSH), ..elsewhere("Cymru") };
    let welsh = Chrome { lang: language("cy"), ..welsh };
    let names = ["Leeds", "Bath & \"Avon\"", "<b>Ely's</b> =", "میرا شہر"].map(elsewhere);
    for chrome in names.into_iter().chain([bare, easy, sensitive, everywhere, welsh]).chain([elsewhere("York")]) {
        let expected = tokens(&theme.skeleton(&chrome).unwrap());
        let found = tokens(&moulds.skeleton(chrome).unwrap());
        let difference = found.iter().zip(&expected).find(|(found, expected)| found != expected);
        assert!(difference.is_none() && found.len() == expected.len(), "{difference:#?}");
    }
}

#[test]
fn localities_that_differ_in_their_texts_are_rendered_once() {
    let theme = theme();
    let mut moulds = theme.moulds();
    for name in ["Leeds", "York", "Bath & \"Avon\""] {
        moulds.skeleton(elsewhere(name)).unwrap();
    }
    assert_eq!(moulds.rendered(), 1);
    moulds.skeleton(Chrome { easy: true, ..elsewhere("Leeds") }).unwrap();
    assert_eq!(moulds.rendered(), 2);
}

#[test]
fn more_layouts_than_are_kept_are_still_right() {
    let theme = theme();
    let mut moulds = theme.moulds();
    for number in (0..80).chain([0, 79, 3]) {
        let name = format!("number-{number}");
        let chrome = Chrome { menu: vec![link(&name, &name)], ..elsewhere(&name) };
        let expected = tokens(&theme.skeleton(&chrome).unwrap());
        assert_eq!(tokens(&moulds.skeleton(chrome).unwrap()), expected);
    }
    assert!(moulds.rendered() < 80);
}

#[test]
fn a_layout_that_looks_into_a_text_is_rendered_for_each_locality() {
    let theme = build_with_layout(
        "<title>{{ page.title }}</title>{% if place.text == \"Leeds\" %}<p>Here</p>{% endif %}{{ page.body }}",
    );
    let mut moulds = theme.moulds();
    let mut page = |name: &str| {
        let mut html = String::new();
        moulds.skeleton(elsewhere(name)).unwrap().fill(&values(), &mut html);
        html.contains("Here")
    };
    assert_eq!([page("Leeds"), page("York")], [true, false]);
    assert_eq!(moulds.rendered(), 0);
}

#[test]
fn a_layout_without_a_place_for_the_body_is_found_with_moulds_too() {
    let theme = build_with_layout("<title>{{ page.title }}</title>{{ place | words }}");
    let found = theme.moulds().skeleton(elsewhere("Leeds")).map(|_| ()).unwrap_err();
    assert_eq!(found.message, "the layout has no place for `page.body`");
}

#[test]
fn the_paths_of_own_texts_are_those_that_are_given() {
    let mut marked = elsewhere("Leeds");
    for text in marked.own_texts() {
        *text = "own".to_owned();
    }
    let mut found = BTreeSet::new();
    collect(&serde_json::to_value(&marked).unwrap(), "", &mut found);
    let OwnTexts { views, plain, lists } = OWN_TEXTS;
    let views = views.iter().map(|path| format!("{path}.text"));
    let expected: BTreeSet<String> = views.chain(plain.iter().chain(lists).map(ToString::to_string)).collect();
    assert_eq!(found, expected);
}

/// The paths at which `own` stands, those of a list once.
fn collect(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text == "own" => _ = found.insert(path.to_owned()),
        Value::Array(list) => list.iter().for_each(|value| collect(value, path, found)),
        Value::Object(map) => {
            for (key, value) in map {
                collect(value, format!("{path}.{key}").trim_start_matches('.'), found);
            }
        }
        _ => {}
    }
}
