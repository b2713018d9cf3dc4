//! Turns what is known of every postcode's authority into a table of the portal's own places.
//!
//! A table knows outward codes (`LE16`), sectors (`LE16 7`) and units (`LE16 7ZZ`), because every second outward code lies
//! in more than one authority. Readers' browsers look a postcode up in it; nothing that they type is sent anywhere.

mod sheet;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value, json};

use crate::catalog::{Catalog, PlaceIx};
use crate::diag::{Code, Diagnosed, Finding, Place};
use crate::load::{Sources, fingerprint_of};
use crate::model::{LocalityKind, Route};

use sheet::{Row, Sheet};

/// See LICENCE.txt beside it.
const GREAT_BRITAIN: &str = include_str!("postcodes/great-britain.txt");

/// A portal's own postcodes, which win over those that come with the program; mostly those of Northern Ireland.
const OWN: &str = "content/postcodes.txt";

/// The postcodes of a portal. They are cut to its places at the first question: an edit of one page asks none.
#[derive(Debug, Default)]
pub struct Postcodes {
    own: Option<Arc<str>>,
    cut: OnceLock<Cut>,
}

/// A table, and as the file that browsers read.
#[derive(Debug)]
pub struct Cut {
    pub table: Table,
    /// From the front of the portal's host.
    pub route: Route,
    pub bytes: Vec<u8>,
}

/// Which of a portal's places each postcode lies in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// By number.
    places: Vec<PlaceIx>,
    /// By outward code; none that lies in no place at all.
    rows: BTreeMap<String, Outward>,
}

/// A place by its number in the table; none outside of all places.
type Number = Option<usize>;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Outward {
    usual: Number,
    /// By digit, where it is not all as usual.
    sectors: BTreeMap<String, Sector>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Sector {
    usual: Number,
    /// The last two letters of each postcode that is elsewhere, all in one text.
    others: BTreeMap<Number, String>,
}

/// The outward codes of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutwardCodes {
    pub whole: Vec<String>,
    /// Those that lie in other places too.
    pub part: Vec<String>,
}

impl Postcodes {
    /// Reads the portal's own postcodes.
    pub fn read(sources: &Sources) -> Diagnosed<Self> {
        let own = sources.files.get(OWN).and_then(|source| source.text()).cloned();
        let mistake = own.as_ref().and_then(|text| sheet::read(text).err());
        let findings = mistake.map(|mistake| {
            Finding::new(Code::BadPostcodes, mistake.message)
                .at(Place::bytes(&OWN.into(), mistake.range))
                .help("write it like the table that comes with the program: `fingerpost guide Z001` shows one")
        });
        Diagnosed::new(Self { own, cut: OnceLock::new() }, findings.into_iter().collect())
    }

    /// The table for a portal's places; none where no postcode lies in any.
    pub fn cut(&self, catalog: &Catalog) -> Option<&Cut> {
        let cut = self.cut.get_or_init(|| {
            let mut table = Table::default();
            for text in [Some(GREAT_BRITAIN), self.own.as_deref()].into_iter().flatten() {
                // A mistake in the portal's own was reported when it was read.
                if let Ok(sheet) = sheet::read(text) {
                    table.add(&sheet, catalog);
                }
            }
            let bytes = table.json(catalog).into_bytes();
            let route = Route::root().under(&format!("assets/postcodes.{}.json", fingerprint_of(&bytes)));
            Cut { table, route, bytes }
        });
        (!cut.table.rows.is_empty()).then_some(cut)
    }
}

impl Table {
    fn add(&mut self, sheet: &Sheet<'_>, catalog: &Catalog) {
        let places: Vec<Number> = sheet.codes.iter().map(|code| Some(self.number(place_of(catalog, code)?))).collect();
        for row in &sheet.rows {
            let outward = Outward::of(row, &places);
            if outward.numbers().iter().any(Option::is_some) {
                self.rows.insert(row.outward.to_owned(), outward);
            } else {
                self.rows.remove(row.outward);
            }
        }
    }

    fn number(&mut self, place: PlaceIx) -> usize {
        self.places.iter().position(|known| *known == place).unwrap_or_else(|| {
            self.places.push(place);
            self.places.len() - 1
        })
    }

    /// What the browser reads: `a` has the ids of the places; `o` has of each outward code the number of its place, or of
    /// its usual place (`*`) and of each sector that differs; -1 is outside.
    fn json(&self, catalog: &Catalog) -> String {
        let ids: Vec<&str> = self.places.iter().map(|place| catalog.places.get(*place).id.as_str()).collect();
        let rows: Map<String, Value> = self.rows.iter().map(|(outward, row)| (outward.clone(), row.json())).collect();
        json!({ "a": ids, "o": rows }).to_string()
    }

    /// The outward codes of a place, sorted as people count: LE2 before LE10.
    pub fn outward_codes(&self, place: PlaceIx) -> OutwardCodes {
        let mut codes = OutwardCodes::default();
        let Some(number) = self.places.iter().position(|known| *known == place) else { return codes };
        for (outward, row) in &self.rows {
            let numbers = row.numbers();
            if numbers.contains(&Some(number)) {
                if numbers.len() == 1 { &mut codes.whole } else { &mut codes.part }.push(outward.clone());
            }
        }
        codes.whole.sort_by_cached_key(|code| counted(code));
        codes.part.sort_by_cached_key(|code| counted(code));
        codes
    }
}

/// The letters of an outward code, its number, and what follows.
fn counted(outward: &str) -> (String, u32, String) {
    let start = outward.find(|c: char| c.is_ascii_digit()).unwrap_or(outward.len());
    let end = outward[start..].find(|c: char| !c.is_ascii_digit()).map_or(outward.len(), |len| start + len);
    let number = outward[start..end].bytes().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    (outward[..start].to_owned(), number, outward[end..].to_owned())
}

/// The nearest place with pages of its own that an authority lies in; that of its nation where the tree does not know it.
fn place_of(catalog: &Catalog, code: &str) -> Option<PlaceIx> {
    let places = &catalog.places;
    let nation = |place: &PlaceIx| {
        let of = places.get(*place);
        of.kind == LocalityKind::Nation && of.gss.as_str().starts_with(&code[..1])
    };
    let known = places.by_code(code).or_else(|| places.all().find(nation))?;
    places.chain(known).find(|&place| places.get(place).site && place != places.root())
}

impl Outward {
    fn of(row: &Row<'_>, places: &[Number]) -> Self {
        let usual = places[row.usual];
        let sectors = row.sectors.iter().filter_map(|sector| {
            let own = places[sector.usual];
            let mut others: BTreeMap<Number, String> = BTreeMap::new();
            for (code, units) in &sector.others {
                if places[*code] != own {
                    others.entry(places[*code]).or_default().push_str(units);
                }
            }
            (own != usual || !others.is_empty()).then(|| (sector.digit.to_owned(), Sector { usual: own, others }))
        });
        Self { usual, sectors: sectors.collect() }
    }

    /// Every number that it names, each once.
    fn numbers(&self) -> BTreeSet<Number> {
        let sectors = self.sectors.values();
        let named = sectors.flat_map(|sector| std::iter::once(sector.usual).chain(sector.others.keys().copied()));
        std::iter::once(self.usual).chain(named).collect()
    }

    fn json(&self) -> Value {
        if self.sectors.is_empty() {
            return signed(self.usual);
        }
        let mut row: Map<String, Value> = self.sectors.iter().map(|(digit, own)| (digit.clone(), own.json())).collect();
        row.insert("*".to_owned(), signed(self.usual));
        Value::Object(row)
    }
}

impl Sector {
    fn json(&self) -> Value {
        if self.others.is_empty() {
            return signed(self.usual);
        }
        let named = |(number, units): (&Number, &String)| (signed(*number).to_string(), json!(units));
        json!([signed(self.usual), self.others.iter().map(named).collect::<Map<_, _>>()])
    }
}

fn signed(number: Number) -> Value {
    number.map_or(json!(-1), |number| json!(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "E07000131 E07000130 W06000002\nLE1 1\nLE16 0 7:1:0=ZZZY 8:2\nLE2 2\n";

    fn cut(places: &[Number]) -> BTreeMap<String, Value> {
        let sheet = sheet::read(SHEET).unwrap();
        sheet.rows.iter().map(|row| (row.outward.to_owned(), Outward::of(row, places).json())).collect()
    }

    #[test]
    fn rows_are_cut_to_the_places_of_a_portal() {
        let all = cut(&[Some(0), Some(1), None]);
        assert_eq!(all["LE1"], json!(1));
        assert_eq!(all["LE16"], json!({ "*": 0, "7": [1, { "0": "ZZZY" }], "8": -1 }));
        assert_eq!(all["LE2"], json!(-1));
        let county = cut(&[Some(0), Some(0), None]);
        assert_eq!(county["LE16"], json!({ "*": 0, "8": -1 }), "what lies in one county is one place");
    }

    #[test]
    fn the_table_of_great_britain_has_no_northern_ireland() {
        let sheet = sheet::read(GREAT_BRITAIN).unwrap();
        assert!(sheet.rows.len() > 2900 && sheet.codes.len() == 350);
        assert!(sheet.rows.iter().all(|row| !row.outward.starts_with("BT")));
        assert!(sheet.codes.iter().all(|code| !code.starts_with('N')));
    }

    #[test]
    fn outward_codes_are_in_the_order_of_their_numbers() {
        let mut codes = ["LE10", "W1A", "LE2", "W1", "NPT", "L1"];
        codes.sort_by_cached_key(|code| counted(code));
        assert_eq!(codes, ["L1", "LE2", "LE10", "NPT", "W1", "W1A"]);
    }
}
