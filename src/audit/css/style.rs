//! Turns rules, `style` attributes and what browsers do by themselves into the style of each element.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::document::{Document, Id};
use super::colour::Colour;
use super::sheet::{self, Declaration, Rule};
use super::{Sure, value};

/// What is painted over an element's background colour.
#[derive(Clone, Debug, PartialEq)]
pub enum Backdrop {
    Nothing,
    Gradient(Vec<Colour>),
    Unknown,
}

/// Whether an element is there for anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// It or what holds it has `display: none`.
    pub gone: Sure,
    /// `visibility` says that it is not seen.
    pub unseen: Sure,
}

/// What an element looks like. None where that cannot be said.
#[derive(Clone, Debug)]
pub struct Style {
    pub shown: Shown,
    pub colour: Option<Colour>,
    pub background: Option<Colour>,
    pub backdrop: Backdrop,
    pub opacity: Option<f32>,
    /// Of its text, in pixels.
    pub size: Option<f32>,
    pub bold: Option<bool>,
    pub shadow: bool,
    /// It stands elsewhere than where the page's order puts it, or is painted in a way of its own.
    pub placed: bool,
    variables: Rc<HashMap<String, String>>,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            shown: Shown { gone: Sure::No, unseen: Sure::No },
            colour: Some(Colour::BLACK),
            background: Some(Colour::CLEAR),
            backdrop: Backdrop::Nothing,
            opacity: Some(1.0),
            size: Some(16.0),
            bold: Some(false),
            shadow: false,
            placed: false,
            variables: Rc::default(),
        }
    }
}

/// The style of every element, by its node.
#[derive(Debug)]
pub struct Styles(Vec<Style>);

impl Styles {
    pub fn of(&self, id: Id) -> &Style {
        &self.0[id]
    }
}

/// The values that win, by property; none where it cannot be said which one does.
type Won = HashMap<String, Option<String>>;

pub fn cascade(document: &Document, rules: &[Rule]) -> Styles {
    let mut styles = Styles(vec![Style::default(); document.nodes.len()]);
    let mut page_size = 16.0;
    for &id in &document.elements {
        let parent = document.parent(id).unwrap_or_default();
        let won = winners(document, id, rules);
        let mut style = inherited(&styles.0[parent]);
        by_itself(document, id, &mut style);
        apply(&won, (&styles.0[parent], page_size), &mut style);
        if parent == 0 {
            page_size = style.size.unwrap_or(16.0);
        }
        styles.0[id] = style;
    }
    styles
}

fn inherited(parent: &Style) -> Style {
    Style {
        background: Some(Colour::CLEAR),
        backdrop: Backdrop::Nothing,
        opacity: Some(1.0),
        placed: false,
        ..parent.clone()
    }
}

/// What browsers do where nobody says anything.
fn by_itself(document: &Document, id: Id, style: &mut Style) {
    let tag = document.tag(id);
    let has = |name: &str| document.attribute(id, name).is_some();
    let is_gone = match tag {
        "head" | "title" | "meta" | "link" | "style" | "script" | "template" | "noscript" | "datalist" | "param"
        | "source" | "track" | "base" | "rp" | "noframes" | "colgroup" => true,
        "dialog" => !has("open"),
        "input" => document.keyword(id, "type").as_deref() == Some("hidden"),
        _ => false,
    };
    if is_gone || has("hidden") {
        style.shown.gone = Sure::Yes;
    }
    let times = |size: Option<f32>, factor: f32| size.map(|size| size * factor);
    match tag {
        "h1" => style.size = times(style.size, 2.0),
        "h2" => style.size = times(style.size, 1.5),
        "h3" => style.size = times(style.size, 1.17),
        "h5" => style.size = times(style.size, 0.83),
        "h6" => style.size = times(style.size, 0.67),
        "small" | "sub" | "sup" => style.size = times(style.size, 1.0 / 1.2),
        "a" if has("href") => style.colour = Colour::parse("#0000ee", None),
        "mark" => (style.colour, style.background) = (Some(Colour::BLACK), Colour::parse("yellow", None)),
        "button" => {
            (style.colour, style.background) = (Some(Colour::BLACK), Colour::parse("#efefef", None));
            style.size = Some(13.333);
        }
        "textarea" | "select" => (style.colour, style.background) = (Some(Colour::BLACK), Some(Colour::WHITE)),
        _ => {}
    }
    if matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "b" | "strong" | "th") {
        style.bold = Some(true);
    }
}

/// How much a declaration weighs against others of its name.
type Weight = (bool, bool, (u32, u32, u32), usize);

fn winners(document: &Document, id: Id, rules: &[Rule]) -> Won {
    let inline = document.attribute(id, "style").map(sheet::declarations).unwrap_or_default();
    if rules.is_empty() && inline.is_empty() {
        return Won::new();
    }
    let mut all: Vec<(Weight, Sure, &Declaration)> = Vec::new();
    for (order, rule) in rules.iter().enumerate() {
        let matching = rule.selectors.iter().map(|selector| (selector.matches(document, id), selector.weight));
        let Some((sure, weight)) = matching.filter(|(sure, _)| *sure != Sure::No).max() else { continue };
        let sure = sure.and(rule.applies);
        let own = rule.declarations.iter();
        all.extend(own.map(|one| ((one.important, !rule.layered, weight, order), sure, one)));
    }
    let weight = (u32::MAX, 0, 0);
    all.extend(inline.iter().map(|one| ((one.important, true, weight, usize::MAX), Sure::Yes, one)));
    all.sort_by_key(|(weight, ..)| *weight);
    let mut won = Won::new();
    for (_, sure, one) in all {
        for (name, value) in longhands(one) {
            let known = won.get(&name);
            let same = known.is_some_and(|known| known.as_ref() == Some(&value));
            won.insert(name, (sure == Sure::Yes || same).then_some(value));
        }
    }
    won
}

/// A declaration as the ones that are looked at.
fn longhands(one: &Declaration) -> Vec<(String, String)> {
    let own = |name: &str| (name.to_owned(), one.value.clone());
    match one.name.as_str() {
        "background" | "background-color" | "background-image" => vec![own(&one.name), own("background-last")],
        "font" => vec![own("font")],
        name => vec![own(name)],
    }
}

/// A property's value with its variables filled in: none where nothing is said, `Some(None)` where it cannot be known.
struct Said<'a> {
    won: &'a Won,
    variables: &'a HashMap<String, String>,
}

impl Said<'_> {
    fn get(&self, name: &str) -> Option<Option<String>> {
        let won = self.won.get(name)?;
        Some(won.as_ref().and_then(|value| value::with_variables(value, self.variables)))
    }
}

fn apply(won: &Won, (parent, page_size): (&Style, f32), style: &mut Style) {
    let own: Vec<_> = won.iter().filter(|(name, _)| name.starts_with("--")).collect();
    if !own.is_empty() {
        let mut variables = (*style.variables).clone();
        for (name, value) in own {
            match value {
                Some(value) => variables.insert(name.clone(), value.clone()),
                None => variables.remove(name),
            };
        }
        style.variables = Rc::new(variables);
    }
    let variables = style.variables.clone();
    let said = Said { won, variables: &variables };
    shown(&said, &mut style.shown);
    text(&said, (parent, page_size), style);
    paint(&said, style);
}

fn shown(said: &Said<'_>, shown: &mut Shown) {
    match said.get("display") {
        Some(Some(value)) if value == "none" => shown.gone = Sure::Yes,
        Some(None) => shown.gone = shown.gone.or(Sure::Maybe),
        _ => {}
    }
    match said.get("visibility") {
        Some(Some(value)) if value == "hidden" || value == "collapse" => shown.unseen = Sure::Yes,
        Some(Some(value)) if value == "visible" => shown.unseen = Sure::No,
        Some(None) => shown.unseen = Sure::Maybe,
        _ => {}
    }
    if said.get("content-visibility").flatten().as_deref() == Some("hidden") {
        shown.gone = shown.gone.or(Sure::Maybe);
    }
}

fn text(said: &Said<'_>, (parent, page_size): (&Style, f32), style: &mut Style) {
    if let Some(value) = said.get("color") {
        style.colour = match value.as_deref() {
            Some("inherit" | "unset") => parent.colour,
            Some(value) => Colour::parse(value, parent.colour),
            None => None,
        };
    }
    if said.get("font").is_some() {
        (style.size, style.bold) = (None, None);
    }
    if let Some(value) = said.get("font-size") {
        let sizes = (parent.size.unwrap_or(16.0), page_size);
        style.size = value.and_then(|value| value::font_size(&value, sizes));
    }
    if let Some(value) = said.get("font-weight") {
        style.bold = match value.as_deref() {
            Some("bold" | "bolder") => Some(true),
            Some("normal" | "lighter") => Some(false),
            Some("inherit") => parent.bold,
            Some(value) => value.parse().map(|weight: f32| weight >= 700.0).map_or(None, Some),
            None => None,
        };
    }
    if let Some(value) = said.get("text-shadow") {
        style.shadow = value.as_deref() != Some("none");
    }
    // Text that is filled or blended otherwise has another colour than `color` says.
    if ["-webkit-text-fill-color", "-webkit-background-clip", "background-clip"]
        .iter()
        .any(|name| said.get(name).is_some())
    {
        style.colour = None;
    }
}

fn paint(said: &Said<'_>, style: &mut Style) {
    let current = style.colour;
    for name in ["background", "background-color", "background-image"] {
        let Some(value) = said.get(name) else { continue };
        let (colour, backdrop) = match &value {
            Some(value) => value::background(value, current),
            None => (None, Backdrop::Unknown),
        };
        if name != "background-image" {
            style.background = colour;
        }
        if name != "background-color" {
            style.backdrop = backdrop;
        }
    }
    if let Some(value) = said.get("opacity") {
        style.opacity = value.and_then(|value| match value.strip_suffix('%') {
            Some(part) => part.trim().parse().map(|part: f32| part / 100.0).map_or(None, Some),
            None => value.parse().map_or(None, Some),
        });
    }
    let moves = ["transform", "translate", "filter", "backdrop-filter", "mix-blend-mode", "clip-path", "mask", "clip"];
    let is = |name: &str, words: &[&str]| match said.get(name) {
        Some(Some(value)) => words.contains(&value.as_str()),
        Some(None) => true,
        None => false,
    };
    style.placed = is("position", &["absolute", "fixed", "sticky"])
        || moves.iter().any(|name| said.get(name).is_some_and(|value| value.as_deref() != Some("none")))
        || ["margin-left", "margin-top", "text-indent"]
            .iter()
            .any(|name| said.get(name).flatten().is_some_and(|value| value.starts_with('-')));
}
