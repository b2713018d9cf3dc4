//! Turns the nodes that a reader made into a document that rules ask: elements in order, ids, text.

use std::collections::HashMap;

/// The number of a node in its document.
pub type Id = usize;

/// What an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    Html,
    Svg,
    Other,
}

/// An element with its attributes in the order of the source.
#[derive(Clone, Debug)]
pub struct Element {
    pub name: html5ever::LocalName,
    pub space: Space,
    pub attributes: Vec<(html5ever::LocalName, String)>,
    /// The byte of the source where its tag begins. An element that the reader added stands where it was needed.
    pub at: usize,
}

#[derive(Clone, Debug)]
pub enum Kind {
    /// The document itself, or what a `template` holds.
    Root,
    Element(Element),
    Text(String),
    Other,
}

#[derive(Clone, Debug)]
pub struct Node {
    pub kind: Kind,
    pub parent: Option<Id>,
    pub first: Option<Id>,
    pub last: Option<Id>,
    pub before: Option<Id>,
    pub after: Option<Id>,
}

impl Node {
    pub fn new(kind: Kind) -> Self {
        Self { kind, parent: None, first: None, last: None, before: None, after: None }
    }
}

/// A page as a browser without scripts has it.
#[derive(Clone, Debug)]
pub struct Document {
    pub nodes: Vec<Node>,
    /// All elements in the order of the page; what a `template` holds is not among them.
    pub elements: Vec<Id>,
    /// The first element with each id.
    ids: HashMap<String, Id>,
    /// An SVG picture or the like is no page of HTML.
    pub is_html: bool,
}

impl Document {
    /// The first node is the document.
    pub fn new(nodes: Vec<Node>, is_html: bool) -> Self {
        let mut document = Self { nodes, elements: Vec::new(), ids: HashMap::new(), is_html };
        let elements: Vec<Id> = document.inside(0).filter(|&id| document.element(id).is_some()).collect();
        for &id in &elements {
            if let Some(name) = document.attribute(id, "id").filter(|name| !name.is_empty()) {
                let name = name.to_owned();
                document.ids.entry(name).or_insert(id);
            }
        }
        document.elements = elements;
        document
    }

    pub fn element(&self, id: Id) -> Option<&Element> {
        match &self.nodes[id].kind {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }

    pub fn text(&self, id: Id) -> Option<&str> {
        match &self.nodes[id].kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The name of an HTML element; empty for anything else.
    pub fn tag(&self, id: Id) -> &str {
        match self.element(id) {
            Some(element) if element.space == Space::Html => &element.name,
            _ => "",
        }
    }

    pub fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let element = self.element(id)?;
        element.attributes.iter().find(|(own, _)| &**own == name).map(|(_, value)| value.as_str())
    }

    /// An attribute without the case and the white space that mean nothing in a keyword.
    pub fn keyword(&self, id: Id, name: &str) -> Option<String> {
        self.attribute(id, name).map(|value| value.trim().to_ascii_lowercase())
    }

    pub fn by_id(&self, name: &str) -> Option<Id> {
        self.ids.get(name).copied()
    }

    /// The elements that a list of ids names.
    pub fn referred<'a>(&'a self, id: Id, attribute: &str) -> impl Iterator<Item = Id> + 'a {
        self.attribute(id, attribute).unwrap_or_default().split_ascii_whitespace().filter_map(|name| self.by_id(name))
    }

    pub fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id].parent
    }

    /// The nodes that hold this one, the closest first.
    pub fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.parent(id), |&id| self.parent(id))
    }

    /// The node itself, then those that hold it.
    pub fn line(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(Some(id), |&id| self.parent(id))
    }

    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.nodes[id].first, |&id| self.nodes[id].after)
    }

    /// Every node inside a node, in the order of the page.
    pub fn inside(&self, top: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.nodes[top].first, move |&id| {
            let node = &self.nodes[id];
            node.first.or(node.after).or_else(|| {
                let mut above = node.parent;
                while let Some(id) = above.filter(|&id| id != top) {
                    if let Some(after) = self.nodes[id].after {
                        return Some(after);
                    }
                    above = self.nodes[id].parent;
                }
                None
            })
        })
    }

    /// The first HTML element of a name inside a node.
    pub fn find(&self, top: Id, tag: &str) -> Option<Id> {
        self.inside(top).find(|&id| self.tag(id) == tag)
    }

    /// The closest HTML element of a name that holds this one.
    pub fn closest(&self, id: Id, tag: &str) -> Option<Id> {
        self.ancestors(id).find(|&id| self.tag(id) == tag)
    }

    /// The `html` element.
    pub fn page(&self) -> Option<Id> {
        self.children(0).find(|&id| self.tag(id) == "html").filter(|_| self.is_html)
    }

    /// The byte of the source where an element begins.
    pub fn at(&self, id: Id) -> usize {
        self.element(id).map_or(0, |element| element.at)
    }

    /// All text inside a node as it stands.
    pub fn all_text(&self, id: Id) -> String {
        self.inside(id).filter_map(|id| self.text(id)).collect()
    }
}
