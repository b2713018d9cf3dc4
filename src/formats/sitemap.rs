//! Turns the pages that search engines should know into sitemaps: the one carrier of alternates.

use std::sync::Arc;

use quick_xml::escape::escape;

use super::Output;
use crate::model::{Language, Route};
use crate::plan::{Host, SitemapEntry};

/// The limits of one sitemap (sitemaps.org protocol, "Sitemap file size").
const MAX_URLS: usize = 50_000;
const MAX_BYTES: usize = 50_000_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
const FOOT: &str = "</urlset>\n";

/// What the sitemap of one host says of some pages, one to a line.
#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize)]
pub struct Listing {
    pub host: Route,
    xml: String,
}

/// Writes entries down as soon as they are known: a line takes a fraction of an entry's room.
pub fn listings(entries: &[SitemapEntry]) -> Vec<Listing> {
    let mut listings: Vec<Listing> = Vec::new();
    let mut before: Option<(&SitemapEntry, String)> = None;
    for entry in entries {
        // Pages of one place have the same alternates.
        let same = before.take().filter(|(before, _)| Arc::ptr_eq(&before.alternates, &entry.alternates));
        let alternates = same.map_or_else(|| alternates_xml(&entry.alternates), |(_, xml)| xml);
        if listings.last().is_none_or(|last| last.host != entry.host) {
            listings.push(Listing { host: entry.host.clone(), xml: String::new() });
        }
        let xml = &mut listings.last_mut().expect("there is one for this host").xml;
        xml.reserve(entry.url.len() + alternates.len() + 64);
        xml.push_str("<url><loc>");
        xml.push_str(&escape(&entry.url));
        xml.push_str("</loc>");
        xml.push_str(&alternates);
        xml.push_str("</url>\n");
        before = Some((entry, alternates));
    }
    listings.iter_mut().for_each(|listing| listing.xml.shrink_to_fit());
    listings
}

fn alternates_xml(alternates: &[(Language, String)]) -> String {
    let mut xml = String::new();
    let default = alternates.first().map(|(_, url)| ("x-default", url));
    for (language, url) in alternates.iter().map(|(language, url)| (language.as_str(), url)).chain(default) {
        xml.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
        xml.push_str(language);
        xml.push_str("\" href=\"");
        xml.push_str(&escape(url.as_str()));
        xml.push_str("\"/>");
    }
    xml
}

/// A host's `sitemap.xml`; an index and numbered sitemaps where one would be too large.
pub fn sitemaps(host: &Host, listings: &[&Listing]) -> Vec<Output> {
    let bytes: usize = listings.iter().map(|listing| listing.xml.len()).sum();
    let mut first = String::with_capacity((HEAD.len() + bytes + FOOT.len()).min(MAX_BYTES));
    first.push_str(HEAD);
    let mut files = vec![first];
    let mut urls = 0;
    for xml in listings.iter().flat_map(|listing| listing.xml.split_inclusive('\n')) {
        let last = files.last().expect("there is always a file to write to");
        if urls == MAX_URLS || last.len() + xml.len() + FOOT.len() > MAX_BYTES {
            files.push(HEAD.to_owned());
            urls = 0;
        }
        files.last_mut().expect("there is always a file to write to").push_str(xml);
        urls += 1;
    }
    for file in &mut files {
        file.push_str(FOOT);
    }
    if files.len() == 1 {
        return vec![output(&host.folder.file("sitemap.xml"), files.remove(0))];
    }
    let names: Vec<Route> =
        (1..=files.len()).map(|number| host.folder.file(&format!("sitemap-{number}.xml"))).collect();
    let index = output(&host.folder.file("sitemap.xml"), index_xml(host, &names));
    std::iter::once(index).chain(names.iter().zip(files).map(|(name, file)| output(name, file))).collect()
}

fn output(route: &Route, text: String) -> Output {
    Output { path: route.path(), bytes: text.into_bytes() }
}

fn index_xml(host: &Host, names: &[Route]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".to_owned();
    for name in names {
        xml.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", escape(host.url(name))));
    }
    xml + "</sitemapindex>\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::PlaceIx;
    use crate::model::BaseUrl;

    fn host() -> Host {
        Host { base: BaseUrl::new("https://a.example/x").unwrap(), folder: Route::root(), place: PlaceIx(0) }
    }

    #[test]
    fn alternates_stand_in_the_sitemap_with_a_default() {
        let entry = SitemapEntry {
            url: "https://a.example/x/en/a&b/".to_owned(),
            host: Route::root(),
            alternates: Arc::new([
                ("en".parse().unwrap(), "https://a.example/x/en/a&b/".to_owned()),
                ("cy".parse().unwrap(), "https://a.example/x/cy/a/".to_owned()),
            ]),
        };
        let files = sitemaps(&host(), &[&listings(&[entry])[0]]);
        assert_eq!(files.len(), 1);
        let text = String::from_utf8(files[0].bytes.clone()).unwrap();
        assert!(text.contains("<loc>https://a.example/x/en/a&amp;b/</loc>"), "{text}");
        assert!(text.contains("hreflang=\"cy\" href=\"https://a.example/x/cy/a/\""), "{text}");
        assert!(text.contains("hreflang=\"x-default\" href=\"https://a.example/x/en/a&amp;b/\""), "{text}");
    }

    #[test]
    fn too_many_pages_make_an_index() {
        let entry =
            SitemapEntry { url: "https://a.example/x/en/".to_owned(), host: Route::root(), alternates: Arc::default() };
        let listing = &listings(&[entry])[0];
        let files = sitemaps(&host(), &vec![listing; MAX_URLS + 1]);
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        let index = String::from_utf8(files[0].bytes.clone()).unwrap();
        assert!(index.contains("<loc>https://a.example/x/sitemap-2.xml</loc>"), "{index}");
    }
}
