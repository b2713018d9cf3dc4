//! Turns elements that must say what they are into faults where they say nothing.

use super::super::document::{Id, Space};
use super::super::focus;
use super::super::name::name;
use super::super::page::Page;
use super::super::role::is_presentational;
use super::{Fault, Found};

/// A fault where an element has no name.
fn named(page: &Page, id: Id, what: &str, help: &str) -> Option<Fault> {
    name(page, id).is_empty().then(|| Fault::new(id, format!("{what} {} says nothing", page.label(id)), help))
}

fn each(page: &Page, found: &mut Found, (what, help): (&str, &str), wanted: impl Fn(Id) -> bool) {
    for id in page.html().filter(|&id| page.is_exposed(id) && wanted(id)) {
        found.target(named(page, id, what, help));
    }
}

pub fn images(page: &Page, found: &mut Found) {
    for id in page.html().filter(|&id| page.is_exposed(id)) {
        let role = page.role(id);
        let is_image = page.document.tag(id) == "img";
        if !is_image && !matches!(page.role_name(id), "img" | "image") {
            continue;
        }
        let fault = if role.is_some_and(is_presentational) {
            None
        } else {
            named(page, id, "the image", "describe it in `alt`, or write `alt=\"\"` if it is only decoration")
        };
        found.target(fault);
    }
}

pub fn summaries(page: &Page, found: &mut Found) {
    let help = "write what opens, such as `Opening times`";
    each(page, found, ("the line that opens more text", help), |id| {
        focus::is_own_summary(&page.document, id) && page.roles.written(id).is_none_or(is_presentational)
    });
}

pub fn image_buttons(page: &Page, found: &mut Found) {
    let help = "say in `alt` what it does, such as `Search`";
    each(page, found, ("the picture button", help), |id| {
        page.document.tag(id) == "input" && page.document.keyword(id, "type").as_deref() == Some("image")
    });
}

pub fn drawings(page: &Page, found: &mut Found) {
    const ROLES: [&str; 3] = ["img", "graphics-document", "graphics-symbol"];
    for id in page.html_and_svg().filter(|&id| page.space(id) == Space::Svg && page.is_exposed(id)) {
        if page.roles.written(id).is_some_and(|role| ROLES.contains(&role.name)) {
            let help = "give it an `aria-label`, or a `<title>` as its first child";
            found.target(named(page, id, "the drawing", help));
        }
    }
}

pub fn objects(page: &Page, found: &mut Found) {
    let help = "give it an `aria-label` or a `title`";
    each(page, found, ("the embedded picture, sound or film", help), |id| {
        page.document.tag(id) == "object" && page.roles.written(id).is_none() && is_media(page, id)
    });
}

/// Whether an `object` shows a picture or plays something, by its `type` or the end of its address.
fn is_media(page: &Page, id: Id) -> bool {
    const ENDS: &str = "apng avif gif jpeg jpg png svg webp bmp ico aac flac m4a mp3 oga ogg wav mp4 m4v ogv webm mov";
    let Some(data) = page.document.attribute(id, "data") else { return false };
    match page.document.keyword(id, "type") {
        Some(kind) => ["image/", "audio/", "video/"].iter().any(|start| kind.starts_with(start)),
        None => {
            let path = data.split(['?', '#']).next().unwrap_or_default();
            let end = path.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
            end.is_some_and(|end| ENDS.split(' ').any(|known| known == end))
        }
    }
}

pub fn buttons(page: &Page, found: &mut Found) {
    let help = "write in the button what it does";
    each(page, found, ("the button", help), |id| {
        let is_image =
            page.document.tag(id) == "input" && page.document.keyword(id, "type").as_deref() == Some("image");
        page.role_name(id) == "button" && !is_image
    });
}

pub fn links(page: &Page, found: &mut Found) {
    let help = "write where it leads, or describe the picture in it";
    each(page, found, ("the link", help), |id| page.role(id).is_some_and(|role| role.inherits("link")));
}

pub fn frames(page: &Page, found: &mut Found) {
    let help = "say in `title` what it holds";
    each(page, found, ("the frame", help), |id| {
        page.document.tag(id) == "iframe" && focus::tabindex(&page.document, id).is_none_or(|index| index >= 0)
    });
}

pub fn fields(page: &Page, found: &mut Found) {
    const ROLES: &str = "checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton \
                         switch textbox";
    const KINDS: &str = "color date datetime-local file month password time week";
    let has = |words: &str, word: &str| words.split_ascii_whitespace().any(|one| one == word);
    let help = "add a `<label>` that says what to enter or choose";
    each(page, found, ("the field", help), |id| {
        let kind = page.document.keyword(id, "type").unwrap_or_default();
        let is_special = page.document.tag(id) == "input" && page.role(id).is_none() && has(KINDS, &kind);
        has(ROLES, page.role_name(id)) || is_special
    });
}

pub fn headings(page: &Page, found: &mut Found) {
    let help = "write the heading, or take it out";
    each(page, found, ("the heading", help), |id| page.role_name(id) == "heading");
}

pub fn menu_items(page: &Page, found: &mut Found) {
    let help = "write in the entry what it does";
    each(page, found, ("the menu entry", help), |id| page.role_name(id) == "menuitem");
}
