//! Turns the pages that search engines should know into sitemaps: the one carrier of alternates.

use std::iter::Peekable;
use std::sync::Arc;

use quick_xml::escape::escape;

use super::Output;
use crate::model::{Language, Route};
use crate::plan::{Alternates, Host, SitemapEntry};

/// So many pages may stand in one sitemap (sitemaps.org protocol, "Sitemap file size").
const MAX_URLS: usize = 50_000;

/// Far less than the protocol allows (50 MB): a sitemap is held in memory while it is written.
const MAX_BYTES: usize = 2_000_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
const FOOT: &str = "</urlset>\n";

/// Hands a host's `sitemap.xml` to `sink`; where one would be too large, numbered sitemaps and an index, each as soon as
/// it is written.
///
/// # Errors
/// What `sink` returns.
pub fn sitemaps<'a, E>(
    host: &Host,
    entries: impl IntoIterator<Item = &'a SitemapEntry>,
    mut sink: impl FnMut(&Output) -> Result<(), E>,
) -> Result<(), E> {
    let mut writer = Writer { entries: entries.into_iter().peekable(), alternates: None };
    let first = writer.sitemap();
    if writer.entries.peek().is_none() {
        return sink(&output(&host.folder.file("sitemap.xml"), first));
    }
    let mut names = Vec::new();
    let mut next = Some(first);
    while let Some(text) = next.take() {
        let name = host.folder.file(&format!("sitemap-{}.xml", names.len() + 1));
        sink(&output(&name, text))?;
        names.push(name);
        next = writer.entries.peek().is_some().then(|| writer.sitemap());
    }
    sink(&output(&host.folder.file("sitemap.xml"), index_xml(host, &names)))
}

/// What is still to be written.
struct Writer<'a, I: Iterator<Item = &'a SitemapEntry>> {
    entries: Peekable<I>,
    /// The alternates of the entry before, written: pages of one place have the same.
    alternates: Option<(&'a Alternates, String)>,
}

impl<'a, I: Iterator<Item = &'a SitemapEntry>> Writer<'a, I> {
    /// As many entries as one sitemap holds.
    fn sitemap(&mut self) -> String {
        let mut xml = HEAD.to_owned();
        let mut urls = 0;
        while let Some(entry) = self.entries.next_if(|_| urls < MAX_URLS && xml.len() < MAX_BYTES) {
            xml.push_str("<url><loc>");
            xml.push_str(&escape(&entry.url));
            xml.push_str("</loc>");
            xml.push_str(self.alternates_of(entry));
            xml.push_str("</url>\n");
            urls += 1;
        }
        xml + FOOT
    }

    fn alternates_of(&mut self, entry: &'a SitemapEntry) -> &str {
        let same = self.alternates.take().filter(|(before, _)| Arc::ptr_eq(before, &entry.alternates));
        let written = same.unwrap_or_else(|| (&entry.alternates, alternates_xml(&entry.alternates)));
        &self.alternates.insert(written).1
    }
}

fn alternates_xml(alternates: &[(Language, String)]) -> String {
    let mut xml = String::with_capacity(128 * (alternates.len() + 1));
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
    use std::convert::Infallible;

    use super::*;
    use crate::catalog::PlaceIx;
    use crate::model::BaseUrl;

    fn host() -> Host {
        Host { base: BaseUrl::new("https://a.example/x").unwrap(), folder: Route::root(), place: PlaceIx(0) }
    }

    fn written(entries: &[SitemapEntry]) -> Vec<Output> {
        let mut files = Vec::new();
        let done: Result<(), Infallible> = sitemaps(&host(), entries, |file| {
            files.push(file.clone());
            Ok(())
        });
        done.unwrap();
        files
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
        let files = written(&[entry]);
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
        let files = written(&vec![entry; MAX_URLS + 1]);
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let index = String::from_utf8(files[2].bytes.clone()).unwrap();
        assert!(index.contains("<loc>https://a.example/x/sitemap-2.xml</loc>"), "{index}");
    }

    #[test]
    fn none_grows_far_beyond_what_is_held_in_memory() {
        let url = format!("https://a.example/x/en/{}/", "long-".repeat(40));
        let entry = SitemapEntry { url, host: Route::root(), alternates: Arc::default() };
        let files = written(&vec![entry; MAX_BYTES / 100]);
        assert_eq!(files.len(), 4, "two are full, one has the rest, and there is an index");
        assert!(files.iter().all(|file| file.bytes.len() < MAX_BYTES + 1000));
        let urls: usize = files.iter().map(|file| String::from_utf8_lossy(&file.bytes).matches("<url>").count()).sum();
        assert_eq!(urls, MAX_BYTES / 100);
    }
}
