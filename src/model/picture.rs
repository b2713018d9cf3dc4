//! Turns the record of an easy-read picture into a type that knows its file and its licence.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

use super::{Localized, PictureId, written};

/// An easy-read pictogram with its licence.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// The id of the picture.
    pub id: PictureId,
    /// The file in the folder `pictures/` beside the list: SVG, PNG, JPEG, WebP or GIF.
    #[serde(deserialize_with = "written::text")]
    pub file: String,
    /// What it shows, for people who cannot see it.
    pub means: Localized,
    /// Other words by which it may be looked for.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The licence under which it may be used.
    #[serde(deserialize_with = "written::text")]
    pub licence: String,
    /// Who made it: the set that it belongs to. Pages name it.
    #[serde(deserialize_with = "written::text")]
    pub credit: String,
    /// Who drew it, if that is somebody among the makers of a set.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub author: Option<String>,
    /// The address of the page that it comes from.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub source: Option<String>,
    /// Where the folder of its file is; set by who reads the list.
    #[serde(skip)]
    #[schemars(skip)]
    pub folder: String,
}

impl Picture {
    /// The picture of a list in the file `list`, whose pictures lie in the folder of the same name.
    pub fn of(self, list: &str) -> Self {
        Self { folder: list.trim_end_matches(".yaml").to_owned(), ..self }
    }

    /// The file's path in the portal.
    pub fn path(&self) -> String {
        format!("{}/{}", self.folder, self.file)
    }

    /// Whether it came with the theme.
    pub fn is_of_theme(&self) -> bool {
        self.folder.starts_with("themes/")
    }

    /// The address of the licence's text, for the licences of Creative Commons, as `CC BY-SA 4.0` or `CC0-1.0`.
    pub fn licence_address(&self) -> Option<String> {
        let name = self.licence.to_ascii_lowercase().replace([' ', '_'], "-");
        let (kind, version) = name.rsplit_once('-')?;
        let is_version = version.len() == 3 && version.split('.').all(|part| part.parse::<u8>().is_ok());
        let path = match kind.strip_prefix("cc")? {
            "0" => "publicdomain/zero",
            "-by" => "licenses/by",
            "-by-sa" => "licenses/by-sa",
            "-by-nd" => "licenses/by-nd",
            "-by-nc" => "licenses/by-nc",
            "-by-nc-sa" => "licenses/by-nc-sa",
            "-by-nc-nd" => "licenses/by-nc-nd",
            _ => return None,
        };
        is_version.then(|| format!("https://creativecommons.org/{path}/{version}/"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(licence: &str) -> Picture {
        let yaml = format!("{{ id: phone, file: phone.svg, means: Phone, licence: {licence}, credit: Someone }}");
        serde_yaml::from_str(&yaml).unwrap()
    }

    #[test]
    fn the_text_of_a_known_licence_has_an_address() {
        for (licence, address) in [
            ("CC BY-SA 4.0", Some("https://creativecommons.org/licenses/by-sa/4.0/")),
            ("CC BY 4.0", Some("https://creativecommons.org/licenses/by/4.0/")),
            ("CC0-1.0", Some("https://creativecommons.org/publicdomain/zero/1.0/")),
            ("cc-by-nc-nd-3.0", Some("https://creativecommons.org/licenses/by-nc-nd/3.0/")),
            ("CC BY", None),
            ("CC BY soon", None),
            ("CC WHAT 4.0", None),
            ("our own", None),
        ] {
            assert_eq!(picture(licence).licence_address().as_deref(), address, "{licence}");
        }
    }

    #[test]
    fn a_picture_lies_in_the_folder_named_like_its_list() {
        let own = picture("CC0-1.0").of("content/pictures.yaml");
        assert_eq!((own.path().as_str(), own.is_of_theme()), ("content/pictures/phone.svg", false));
        let themes = picture("CC0-1.0").of("themes/default/pictures.yaml");
        assert_eq!((themes.path().as_str(), themes.is_of_theme()), ("themes/default/pictures/phone.svg", true));
    }
}
