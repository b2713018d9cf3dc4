//! Turns choosers of languages and moved pages into whole pages without chrome.

use super::{Output, Renderer};
use crate::diag::Finding;
use crate::plan::view::RedirectView;
use crate::plan::{Alone, Redirect, chooser_view};
use crate::theme::Template;

/// The front of a place, or a host's own 404 page.
///
/// # Errors
/// A mistake in the template.
pub fn chooser(renderer: &Renderer<'_>, alone: &Alone) -> Result<Output, Finding> {
    let html = renderer.theme.page_alone(Template::Chooser, &chooser_view(renderer.world, alone))?;
    Ok(Output { path: alone.route.path(), bytes: html.into_bytes() })
}

/// A page at a former address that leads to the new one.
///
/// # Errors
/// A mistake in the template.
pub fn redirect(renderer: &Renderer<'_>, redirect: &Redirect) -> Result<Output, Finding> {
    let world = renderer.world;
    let tree = world.tree(redirect.tree);
    let view = RedirectView {
        s: world.strings(tree.language),
        lang: tree.language,
        dir: tree.language.direction(),
        href: redirect.from.link_to(&redirect.to),
        canonical: world.hosts.of(tree.place).url(&redirect.to),
    };
    let html = renderer.theme.page_alone(Template::Redirect, &view)?;
    Ok(Output { path: redirect.from.path(), bytes: html.into_bytes() })
}
