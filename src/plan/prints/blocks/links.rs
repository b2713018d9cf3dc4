//! Turns a link into the whole address that it leads to, for paper.

use super::Composer;
use crate::model::Route;
use crate::parse::content::LinkTarget;
use crate::plan::lists::service_path;
use crate::plan::prints::typed;

/// An address, and how people type it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub url: String,
    pub shown: String,
}

impl Composer<'_> {
    /// Where a link leads; none where it leads nowhere, or to another place of the same text.
    pub fn target(&self, number: usize) -> Option<Target> {
        self.fill.links.get(number)?.as_ref()?;
        let link = &self.content.links[number];
        match &link.target {
            LinkTarget::Page(_, anchor) => {
                let page = self.scoped?.links.get(number).copied().flatten()?;
                let path = self.world.catalog.paths.get(self.world.tree(self.tree).language, page);
                Some(self.inner(path, anchor.as_deref()))
            }
            LinkTarget::Service(id) => Some(self.inner(&service_path(id), None)),
            LinkTarget::Static(path) => {
                let file = Route::root().under(path.trim_start_matches('/'));
                let host = self.world.hosts.of(self.world.tree(self.tree).place);
                let url = host.base.url(&file);
                Some(Target { shown: typed(&url), url })
            }
            LinkTarget::External(address) => Some(Target { url: address.to_string(), shown: typed(address) }),
            LinkTarget::Anchor(_) | LinkTarget::Refused => None,
        }
    }

    /// A page of the same tree. People type the letters of an address, not their codes.
    fn inner(&self, path: &str, anchor: Option<&str>) -> Target {
        let route = self.world.route(self.tree).under(path);
        let host = self.world.hosts.of(self.world.tree(self.tree).place);
        let front = host.base.url(&Route::root());
        let hash = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
        let shown = typed(&format!("{front}{}", host.inside(&route)));
        Target { url: format!("{}{hash}", host.url(&route)), shown }
    }
}
