//! Turns the prints of a place in one language into a list of files to print, on a page of its own.

use std::borrow::Cow;

use super::leaf::{Frame, Head, Here, Leaf, Presence};
use super::prints::{Print, PrintCode, PrintSource};
use super::view::{Kind, PrintGroupView, PrintsBody};
use super::{Body, World};
use crate::load::Hasher;
use crate::model::{Edition, Language, LeafletId, PrintShape, Route};
use crate::parse::Document;
use crate::resolve::TreeIx;

/// Where the list lies below a tree.
pub const PATH: &str = "prints/";

/// The name of the file that holds all prints of a tree.
const ALL: &str = "all.zip";

/// The list of a tree's prints.
#[derive(Clone, Copy, Debug)]
pub struct PrintsLeaf;

/// The main content of the list. Pages and sizes are known once the prints are made.
#[derive(Clone, Debug)]
pub struct PrintList<'w> {
    pub tree: TreeIx,
    pub language: Language,
    /// Without its leaflets.
    pub view: PrintsBody<'w>,
    /// The leaflets of each group.
    pub groups: Vec<(PrintGroupView, Vec<Listed>)>,
    /// The link to the file that holds all.
    pub all: String,
}

/// One text with the prints of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub title: String,
    pub summary: Option<String>,
    pub page: Option<String>,
    pub files: Vec<ListedFile>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedFile {
    pub code: PrintCode,
    pub shape: PrintShape,
    pub href: String,
    /// Named where they are not those of the list alone.
    pub languages: Vec<Language>,
    /// For an office printer.
    pub booklet: Option<String>,
}

/// Where all prints of a tree lie in one file.
pub fn zip_route(world: &World<'_>, tree: TreeIx) -> Route {
    world.route(tree).under(PATH).file(ALL)
}

impl Leaf for PrintsLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        PATH.to_owned()
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let mut hasher = Hasher::default();
        let mut any = false;
        for print in world.prints.of_tree(tree) {
            any = true;
            hasher.update(print.code.as_str().as_bytes());
        }
        let language = world.tree(tree).language;
        any.then(|| Presence { content: hasher.hash(), language, frame: Frame::plain(Kind::Prints) })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let say = |key: &str| here.world.words.text(here.tree.language, key, &[]);
        let head = super::plain_head(say("prints-title"), super::home_crumb(here));
        Head { description: say("prints-explained"), ..head }
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let world = here.world;
        let language = here.tree.language;
        let say = |key: &str| world.words.text(language, key, &[]);
        let (mut composed, mut pages): (Vec<Listed>, Vec<Listed>) = (Vec::new(), Vec::new());
        let mut before: Option<&PrintSource> = None;
        for print in world.prints.of_tree(here.ix) {
            let list = match &print.source {
                PrintSource::Page(_) => &mut pages,
                PrintSource::Leaflet(_) => &mut composed,
            };
            if before != Some(&print.source) {
                list.push(listed(here, print));
            }
            before = Some(&print.source);
            let last = list.last_mut().expect("a text was added for its first print");
            last.files.push(file(here, print));
        }
        let group = |key: &str, leaflets: Vec<Listed>| {
            (!leaflets.is_empty()).then(|| (PrintGroupView { title: say(key), leaflets: Vec::new() }, leaflets))
        };
        let groups = [group("prints-composed", composed), group("prints-of-pages", pages)];
        let view = PrintsBody {
            s: world.strings(language),
            title: say("prints-title"),
            summary: say("prints-explained"),
            all: None,
            groups: Vec::new(),
        };
        Body::Prints(Box::new(PrintList {
            tree: here.ix,
            language,
            view,
            groups: groups.into_iter().flatten().collect(),
            all: here.link(&format!("{PATH}{ALL}")),
        }))
    }
}

fn listed(here: &Here<'_>, print: &Print) -> Listed {
    let world = here.world;
    match &print.source {
        PrintSource::Page(page) => {
            let shown = world.shown(here.ix, *page, Edition::Standard);
            let document = shown.map(|(_, document)| document);
            Listed {
                title: document.map(Document::title).unwrap_or_default().into_owned(),
                summary: document.and_then(Document::summary).map(Cow::into_owned),
                page: Some(here.link(world.catalog.paths.get(here.tree.language, *page))),
                files: Vec::new(),
            }
        }
        PrintSource::Leaflet(id) => {
            let (title, summary) = leaflet_words(here, id);
            Listed { title, summary, page: None, files: Vec::new() }
        }
    }
}

fn leaflet_words(here: &Here<'_>, id: &LeafletId) -> (String, Option<String>) {
    let world = here.world;
    let found = world.catalog.leaflets.get(&world.catalog.places, here.tree.place, id);
    let (_, record) = found.expect("a print is of a leaflet that its place has");
    let said = |text| world.text(here.tree, text).text;
    (said(&record.value.title), record.value.summary.as_ref().map(said))
}

fn file(here: &Here<'_>, print: &Print) -> ListedFile {
    let world = here.world;
    // A bilingual print lies in the tree of its first language.
    let from = world.route(here.ix).under(PATH);
    let link = |route: &Route| from.link_to(route);
    let languages: Vec<Language> = print.trees().map(|tree| world.tree(tree).language).collect();
    ListedFile {
        code: print.code.clone(),
        shape: print.shape,
        href: link(&print.route),
        booklet: print.booklet().map(|route| link(&route)),
        languages: if languages == [here.tree.language] { Vec::new() } else { languages },
    }
}
