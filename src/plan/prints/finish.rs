//! Turns a draft into a leaflet: adds what stands on every print.

use super::blocks::contact_block;
use super::leaflet::{Formats, Text, Words};
use super::{Draft, DraftText, Leaflet, Print, Version, code_route};
use crate::model::Language;
use crate::plan::{World, chrome};
use crate::resolve::Tree;

/// Where the version stands among the parts of a control line: after the title and the code.
const VERSION_AT: usize = 2;

/// Adds the publisher, the contact, the short address, the panel of other formats and the control line.
pub fn finish(world: &World<'_>, print: &Print, draft: Draft) -> Leaflet {
    let host = world.hosts.of(world.tree(print.tree).place);
    let url = host.url(&code_route(world, print));
    let Draft { mut texts, issued, review, credits, at } = draft;
    // Welsh is treated no less favourably than English: on a bilingual print it comes first.
    texts.sort_by_key(|text| text.language.as_str() != "cy");
    let dates = (issued, review);
    let mut leaflet = Leaflet {
        code: print.code.clone(),
        version: Version::default(),
        shape: print.shape,
        texts: texts.into_iter().map(|text| finish_text(world, print, (text, dates))).collect(),
        issued,
        review,
        short: typed(&url),
        url,
        formats: formats(world, print),
        credits,
        at,
    };
    leaflet.version = Version::of(&leaflet);
    for text in &mut leaflet.texts {
        let version = say(world, text.language, "print-version", &[("version", leaflet.version.as_str())]);
        text.control.insert(VERSION_AT, version);
    }
    leaflet
}

/// An address as people type it.
pub fn typed(url: &str) -> String {
    let bare = ["https://", "http://", "mailto:", "tel:", "sms:"].iter().find_map(|scheme| url.strip_prefix(scheme));
    bare.unwrap_or(url).trim_end_matches('/').to_owned()
}

fn say(world: &World<'_>, language: Language, key: &str, args: &[(&str, &str)]) -> String {
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
    world.words.text_plain(language, key, &args)
}

fn finish_text(
    world: &World<'_>,
    print: &Print,
    (text, (issued, review)): (DraftText, (jiff::civil::Date, Option<jiff::civil::Date>)),
) -> Text {
    let DraftText { language, title, summary, blocks } = text;
    let tree = Tree { language, ..world.tree(print.tree) };
    let portal = world.text(tree, &world.catalog.portal.name).text;
    let publisher = chrome::publisher(world, tree).text;
    let place = (!world.is_everywhere(tree)).then(|| world.place_name(tree, tree.place).text);
    let day = |key, date| say(world, language, key, &[("date", &world.words.date(language, date))]);
    let mut control = vec![
        title.clone(),
        say(world, language, "print-document", &[("code", print.code.as_str())]),
        day("print-issued", issued),
    ];
    control.extend(review.map(|review| day("print-review", review)));
    control.push(publisher.clone());
    control.extend(place.clone());
    let contact = contact_block(world, tree);
    Text { language, title, summary, portal, publisher, place, contact, blocks, control, words: words(world, language) }
}

fn words(world: &World<'_>, language: Language) -> Words {
    let word = |key: &str| say(world, language, key, &[]);
    Words {
        page: say(world, language, "print-page-number", &[("page", "{n}"), ("pages", "{all}")]),
        contact: word("contact-us"),
        phone: word("phone"),
        email: word("email"),
        web: word("website"),
        address: word("address"),
        hours: word("opening-times"),
        newest: word("print-newest"),
        links: word("print-links"),
        notes: word("footnotes"),
        hard_words: word("hard-words"),
        credits: word("picture-credits"),
        qr: say(world, language, "print-qr", &[("url", "{url}")]),
    }
}

/// One line for each language of the portal, in its own words and script.
fn formats(world: &World<'_>, print: &Print) -> Vec<Formats> {
    let place = world.tree(print.tree).place;
    let reach = crate::resolve::contact::contact(world.catalog, place);
    let reach = reach.phone.as_deref().map(crate::model::phone::national).or(reach.email);
    let mut formats: Vec<Formats> = Vec::new();
    for &language in &world.catalog.portal.languages {
        // A language without interface strings would say the same as the one that it falls back to.
        let language = world.words.chrome(language);
        if formats.iter().all(|other| other.language != language) {
            let text = say(world, language, "print-other-formats", &[]);
            formats.push(Formats { language, text, reach: reach.clone() });
        }
    }
    formats
}
