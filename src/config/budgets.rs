//! Turns `budgets:` of `portal.yaml` into limits for the bytes that readers have to fetch.

use serde::Deserialize;

/// How much a first visit to a page may weigh, compressed, in kilobytes (1,000 bytes).
///
/// At 0.26 megabits a second, which is what a phone gets at the edge of a network, 100 kB take 3.1 seconds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Budgets {
    /// The page itself.
    pub html: Budget,
    /// All stylesheets of the theme.
    pub css: Budget,
    /// All scripts of the theme.
    pub script: Budget,
    /// All fonts of the theme.
    pub fonts: Budget,
    /// The images that a page shows.
    pub images: Budget,
    /// The same for an easy-read page, which has a picture for each sentence or two.
    pub easy_read_images: Budget,
    /// All of the above.
    pub total: Budget,
    /// The same for an easy-read page.
    pub easy_read_total: Budget,
}

/// Two limits in kilobytes: over `warn` is a warning, over `fail` an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Over this, the build says so.
    pub warn: u32,
    /// Over this, nothing is published.
    pub fail: u32,
}

impl Default for Budgets {
    fn default() -> Self {
        let budget = |warn, fail| Budget { warn, fail };
        Self {
            html: budget(20, 40),
            css: budget(10, 20),
            script: budget(5, 15),
            fonts: budget(0, 60),
            images: budget(40, 80),
            easy_read_images: budget(80, 150),
            total: budget(60, 100),
            easy_read_total: budget(120, 200),
        }
    }
}
