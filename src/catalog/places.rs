//! Turns the lines of `localities.yaml` into the tree of places.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnosed, Finding, Place};
use crate::model::{Gss, Locality, LocalityId, LocalityKind};
use crate::parse::records::Located;

/// A place by its position in `localities.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceIx(pub u16);

/// The tree of places. There is exactly one root, which stands for "everywhere".
#[derive(Debug)]
pub struct Places {
    nodes: Vec<Located<Locality>>,
    parents: Vec<Option<PlaceIx>>,
    children: Vec<Vec<PlaceIx>>,
    ids: BTreeMap<LocalityId, PlaceIx>,
    codes: BTreeMap<Gss, PlaceIx>,
    root: PlaceIx,
}

impl Places {
    /// Builds the tree. `None` if it has no single root or goes round in circles.
    pub fn build(nodes: Vec<Located<Locality>>) -> Diagnosed<Option<Self>> {
        let mut findings = Vec::new();
        let ids = index_ids(&nodes, &mut findings);
        let parents: Vec<_> = nodes.iter().map(|node| find_parent(node, &ids, &mut findings)).collect();
        report_cycles(&nodes, &parents, &mut findings);
        let root = single_root(&nodes, &parents, &mut findings);
        let codes = index_codes(&nodes, &mut findings);
        let Some(root) = root.filter(|_| !findings.iter().any(Finding::is_error)) else {
            return Diagnosed::new(None, findings);
        };
        let mut children = vec![Vec::new(); nodes.len()];
        for (child, parent) in parents.iter().enumerate() {
            if let Some(parent) = parent {
                children[parent.0 as usize].push(ix(child));
            }
        }
        Diagnosed::new(Some(Self { nodes, parents, children, ids, codes, root }), findings)
    }

    pub fn root(&self) -> PlaceIx {
        self.root
    }

    pub fn get(&self, place: PlaceIx) -> &Locality {
        &self.nodes[place.0 as usize].value
    }

    /// Where the place stands in `localities.yaml`.
    pub fn at(&self, place: PlaceIx) -> &Place {
        &self.nodes[place.0 as usize].place
    }

    pub fn find(&self, id: &str) -> Option<PlaceIx> {
        self.ids.get(id).copied()
    }

    /// The place with this code, or the one that covers it.
    pub fn by_code(&self, code: &str) -> Option<PlaceIx> {
        self.codes.iter().find(|(gss, _)| gss.as_str() == code).map(|(_, place)| *place)
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(LocalityId::as_str)
    }

    pub fn all(&self) -> impl Iterator<Item = PlaceIx> {
        (0..self.nodes.len()).map(ix)
    }

    pub fn children(&self, place: PlaceIx) -> &[PlaceIx] {
        &self.children[place.0 as usize]
    }

    pub fn parent(&self, place: PlaceIx) -> Option<PlaceIx> {
        self.parents[place.0 as usize]
    }

    /// The place, then all that it lies in, up to the root.
    pub fn chain(&self, place: PlaceIx) -> impl Iterator<Item = PlaceIx> {
        std::iter::successors(Some(place), |&at| self.parents[at.0 as usize])
    }

    /// Whether `inner` is `outer` or lies in it.
    pub fn contains(&self, outer: PlaceIx, inner: PlaceIx) -> bool {
        self.chain(inner).any(|at| at == outer)
    }

    /// Whether one of the two lies in the other, or they are the same.
    pub fn related(&self, a: PlaceIx, b: PlaceIx) -> bool {
        self.contains(a, b) || self.contains(b, a)
    }

    /// The nation a place lies in; none above the nations.
    pub fn nation(&self, place: PlaceIx) -> Option<PlaceIx> {
        self.chain(place).find(|&at| self.get(at).kind == LocalityKind::Nation)
    }

    /// Places with pages of their own: the root first, whatever its `site`, then the others in the order of the file.
    pub fn sites(&self) -> Vec<PlaceIx> {
        let others = self.all().filter(|&at| at != self.root && self.get(at).site);
        std::iter::once(self.root).chain(others).collect()
    }
}

fn ix(position: usize) -> PlaceIx {
    PlaceIx(u16::try_from(position).expect("a portal has fewer than 65,536 places: checked when ids are indexed"))
}

fn index_ids(nodes: &[Located<Locality>], findings: &mut Vec<Finding>) -> BTreeMap<LocalityId, PlaceIx> {
    let mut ids = BTreeMap::new();
    for (position, node) in nodes.iter().enumerate().take(usize::from(u16::MAX)) {
        if ids.insert(node.value.id.clone(), ix(position)).is_some() {
            let message = format!("the place `{}` is listed twice", node.value.id);
            findings
                .push(Finding::new(Code::DuplicateId, message).at(node.place.clone()).help("remove one of the two"));
        }
    }
    ids
}

fn find_parent(
    node: &Located<Locality>,
    ids: &BTreeMap<LocalityId, PlaceIx>,
    findings: &mut Vec<Finding>,
) -> Option<PlaceIx> {
    let parent = node.value.parent.as_ref()?;
    let found = ids.get(parent).copied();
    if found.is_none() {
        let known = ids.keys().map(LocalityId::as_str);
        findings.push(super::references::unknown("place", parent.as_str(), known, node.place.clone()));
    }
    found
}

fn report_cycles(nodes: &[Located<Locality>], parents: &[Option<PlaceIx>], findings: &mut Vec<Finding>) {
    for (position, node) in nodes.iter().enumerate() {
        let mut seen = vec![position];
        let mut at = parents[position];
        while let Some(next) = at {
            let next = next.0 as usize;
            if next == position {
                let round: Vec<_> = seen.iter().map(|&at| nodes[at].value.id.as_str()).collect();
                let message = format!("`{}` lies inside itself: {} > {}", node.value.id, round.join(" > "), round[0]);
                let help = "give one of these places a `parent` outside the circle";
                findings.push(Finding::new(Code::TreeCycle, message).at(node.place.clone()).help(help));
                break;
            }
            if seen.contains(&next) {
                break;
            }
            seen.push(next);
            at = parents[next];
        }
    }
}

fn single_root(
    nodes: &[Located<Locality>],
    parents: &[Option<PlaceIx>],
    findings: &mut Vec<Finding>,
) -> Option<PlaceIx> {
    let mut roots = (0..nodes.len()).filter(|&at| parents[at].is_none() && nodes[at].value.parent.is_none());
    let first = roots.next();
    for other in roots {
        let node = &nodes[other];
        let message = format!("`{}` has no `parent`, but the tree of places has its root already", node.value.id);
        let help = "only one place, usually `uk`, has no `parent`";
        findings.push(Finding::new(Code::TreeCycle, message).at(node.place.clone()).help(help));
    }
    // A file that is missing or cannot be read has its finding already.
    if first.is_none() && !nodes.is_empty() && !findings.iter().any(Finding::is_error) {
        findings.push(
            Finding::new(Code::MissingFile, "`localities.yaml` names no place without a `parent`")
                .at(Place::file(&nodes[0].place.file))
                .help("add the place that holds all others, for example `- { id: uk, kind: country, gss: K02000001, name: United Kingdom, site: false }`"),
        );
    }
    first.map(ix)
}

fn index_codes(nodes: &[Located<Locality>], findings: &mut Vec<Finding>) -> BTreeMap<Gss, PlaceIx> {
    let mut codes: BTreeMap<Gss, PlaceIx> = BTreeMap::new();
    for (position, node) in nodes.iter().enumerate() {
        for gss in std::iter::once(&node.value.gss).chain(&node.value.covers) {
            if let Some(other) = codes.insert(gss.clone(), ix(position)) {
                let other = &nodes[other.0 as usize].value.id;
                let message =
                    format!("the code `{}` of `{}` already belongs to `{other}`", gss.as_str(), node.value.id);
                let help = "each authority has one code; correct it in `gss` or `covers`";
                findings.push(Finding::new(Code::DuplicateId, message).at(node.place.clone()).help(help));
            }
        }
    }
    codes
}
