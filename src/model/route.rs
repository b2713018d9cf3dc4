//! Turns what a page is into its address: the only maker of addresses.

use std::fmt;
use std::sync::Arc;

use memchr::{memchr_iter, memrchr};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Edition;

/// First segments below a language that belong to the generator.
pub const RESERVED: [&str; 13] = [
    "services",
    "shortlist",
    "topics",
    "place",
    "page",
    "areas",
    "easy-read",
    "prints",
    "print",
    "search",
    "oruk",
    "assets",
    "topic",
];

/// One segment of an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Checks a text that an editor wrote.
    ///
    /// # Errors
    /// Says what an address is made of. Letters of any script are welcome.
    pub fn new(text: &str) -> Result<Self, String> {
        let good = !text.is_empty()
            && text.len() <= 200
            && !text.starts_with('-')
            && !text.ends_with('-')
            && text.chars().all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || c == '-' || is_mark(c));
        if good {
            Ok(Self(text.into()))
        } else {
            Err(format!("`{text}` is not an address: use lower-case letters, digits and hyphens, without `/` or `..`"))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Vowel signs belong to the letters of Indic and Arabic scripts.
fn is_mark(c: char) -> bool {
    use icu::properties::{CodePointMapData, props::GeneralCategory};
    matches!(
        CodePointMapData::<GeneralCategory>::new().get(c),
        GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
    )
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// The address of one output inside its site: segments with `/`, ending in `/` for a page (`en/money/`) and in a
/// file's name for anything else (`sitemap.xml`). The site's front page is the empty route.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize)]
pub struct Route(Arc<str>);

impl Route {
    pub fn root() -> Self {
        Self::default()
    }

    /// The page below this one.
    #[must_use]
    pub fn join(&self, segment: &str) -> Self {
        debug_assert!(self.is_page(), "only a page has pages below it");
        Self(format!("{}{segment}/", self.0).into())
    }

    /// The output at `path` below this page: a page (empty, or ends in `/`) or a file.
    #[must_use]
    pub fn under(&self, path: &str) -> Self {
        debug_assert!(self.is_page(), "only pages have outputs below them");
        if path.is_empty() { self.clone() } else { Self([&self.0, path].concat().into()) }
    }

    /// A file in this page's folder.
    #[must_use]
    pub fn file(&self, name: &str) -> Self {
        debug_assert!(self.is_page(), "only a page has files in its folder");
        Self(format!("{}{name}", self.0).into())
    }

    /// The same page in another edition.
    #[must_use]
    pub fn edition(&self, edition: Edition) -> Self {
        edition.segment().map_or_else(|| self.clone(), |segment| self.join(segment))
    }

    /// The same output counted from a folder that it lies in.
    #[must_use]
    pub fn without(&self, folder: &Self) -> Self {
        let rest = self.0.strip_prefix(&*folder.0).filter(|rest| rest.len() < self.0.len());
        rest.map_or_else(|| self.clone(), |rest| Self(rest.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_page(&self) -> bool {
        self.0.is_empty() || self.0.ends_with('/')
    }

    /// How many folders lie between the site's front page and this one.
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|&b| b == b'/').count()
    }

    /// The file that holds the output, with `/`.
    pub fn path(&self) -> String {
        if self.is_page() { [&*self.0, "index.html"].concat() } else { self.0.to_string() }
    }

    /// The shortest relative link from this page to `target`; `./` for itself. Segments are percent-encoded.
    pub fn link_to(&self, target: &Self) -> String {
        self.link_to_path(&target.0)
    }

    /// As `link_to`, for an address that is at hand as text only.
    pub fn link_to_path(&self, target: &str) -> String {
        let folder = |path: &[u8]| memrchr(b'/', path).map_or(0, |slash| slash + 1);
        let here = &self.0.as_bytes()[..folder(self.0.as_bytes())];
        let alike = here.iter().zip(target.as_bytes()).take_while(|(a, b)| a == b).count();
        let shared = folder(&here[..alike]);
        let ups = memchr_iter(b'/', &here[shared..]).count();
        let rest = &target[shared..];
        let mut link = String::with_capacity(3 * ups + rest.len() + 2);
        for _ in 0..ups {
            link.push_str("../");
        }
        push_encoded(&mut link, rest);
        if link.is_empty() {
            link.push_str("./");
        }
        link
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Route {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Bytes that stand for themselves in a path (RFC 3986, section 3.3), and `/`.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let this = byte as u8;
        plain[byte] = this.is_ascii_alphanumeric() || matches!(this, b'/' | b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    plain
};

/// Percent-encodes everything that is not plain in a path.
fn push_encoded(into: &mut String, path: &str) {
    let is_plain = |byte: u8| PLAIN[usize::from(byte)];
    let digit = |bits: u8| char::from(b"0123456789ABCDEF"[usize::from(bits)]);
    let plain = path.bytes().position(|byte| !is_plain(byte)).unwrap_or(path.len());
    into.push_str(&path[..plain]);
    for byte in path[plain..].bytes() {
        if is_plain(byte) {
            into.push(char::from(byte));
        } else {
            into.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

/// Where a site stands on the web: `https://carers.example.org` or `https://council.example/carers`, without a last `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    url: String,
    path_at: usize,
}

impl BaseUrl {
    /// Checks an address that an editor wrote.
    ///
    /// # Errors
    /// Says what the address must look like.
    pub fn new(text: &str) -> Result<Self, String> {
        let url = text.trim_end_matches('/');
        let host_at =
            ["https://", "http://"].iter().find(|scheme| url.starts_with(**scheme)).map(|scheme| scheme.len());
        let good = host_at.is_some_and(|at| {
            url.len() > at && !url[at..].starts_with('/') && !url.contains(['?', '#', ' ', '"', '<', '>', '\\'])
        });
        match host_at {
            Some(at) if good => {
                let path_at = url[at..].find('/').map_or(url.len(), |slash| at + slash);
                Ok(Self { url: url.to_owned(), path_at })
            }
            _ => Err(format!(
                "`{text}` is not a web address: it starts with `https://`, like `https://carers.example.org`"
            )),
        }
    }

    /// The name of the machine, with a port if there is one.
    pub fn host(&self) -> &str {
        self.url[..self.path_at].trim_start_matches("https://").trim_start_matches("http://")
    }

    /// Whether the same pages stand there, however the host's name is written.
    pub fn is_same(&self, other: &Self) -> bool {
        self.host().eq_ignore_ascii_case(other.host()) && self.url[self.path_at..] == other.url[other.path_at..]
    }

    /// The absolute address of an output.
    pub fn url(&self, route: &Route) -> String {
        below(&self.url, route)
    }

    /// The path of an output from the host's root, for what cannot be relative.
    pub fn path(&self, route: &Route) -> String {
        below(&self.url[self.path_at..], route)
    }
}

fn below(front: &str, route: &Route) -> String {
    let mut address = String::with_capacity(front.len() + 1 + route.as_str().len());
    address.push_str(front);
    address.push('/');
    push_encoded(&mut address, route.as_str());
    address
}

impl<'de> Deserialize<'de> for BaseUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_as_short_as_they_can_be() {
        let en = Route::root().join("leicestershire").join("en");
        let money = en.join("money");
        let rates = money.join("rates");
        let home = en.join("home");
        for (from, to, link) in [
            (&money, &rates, "rates/"),
            (&rates, &money, "../"),
            (&rates, &home, "../../home/"),
            (&rates, &rates, "./"),
            (&Route::root(), &rates, "leicestershire/en/money/rates/"),
            (&rates, &Route::root(), "../../../../"),
            (&en.join("mon"), &money, "../money/"),
        ] {
            assert_eq!(from.link_to(to), link, "from {from} to {to}");
        }
    }

    #[test]
    fn a_base_url_may_have_a_path() {
        let base = BaseUrl::new("https://council.example/carers/").unwrap();
        let route = Route::root().join("cy").join("cymorth");
        assert_eq!(base.url(&route), "https://council.example/carers/cy/cymorth/");
        assert_eq!(base.path(&route), "/carers/cy/cymorth/");
        assert_eq!(BaseUrl::new("https://a.example").unwrap().path(&route), "/cy/cymorth/");
        assert!(BaseUrl::new("carers.example.org").is_err());
        assert!(BaseUrl::new("https://").is_err());
    }

    #[test]
    fn a_slug_is_one_segment() {
        assert!(Slug::new("lwfans-gofalwr").is_ok());
        assert!(Slug::new("مدد").is_ok());
        for bad in ["a/b", "..", "", "-a", "A", "a b"] {
            assert!(Slug::new(bad).is_err(), "{bad}");
        }
    }
}
