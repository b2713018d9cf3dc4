//! Turns the types that read what is written by rules of their own (ids, dates, ages, opening times) into JSON Schemas.
//!
//! A schema says no more than the type's `Deserialize` does: what the program takes, it takes as well.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::leaflet::PartOfPage;
use super::{
    Ages, Alert, Amount, AudienceId, BaseUrl, Closed, Cost, Criterion, Decimal, Eligibility, EligibleBy, FactId, Gss,
    HolderId, Language, LeafletId, LocalityId, Localized, OrganisationId, PageId, PagePart, PictureId, Schedule,
    ServiceId, Slug, TIMES_EXAMPLES, Table, TermId, TopicId, VenueId,
};

/// `yes` or `no`, as `written::yes_or_no` reads it.
#[derive(Debug)]
pub struct Answer;

/// Gives types their schemas, each a constant.
macro_rules! schemas {
    ($($name:ident $schema:tt;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

/// Lower-case letters, digits and hyphens.
const ID: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
const FACT_ID: &str = r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$";
const PAGE_ID: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(/[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$";
const TAG: &str = "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$";
const CLOSED: &str = concat!(
    r"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2}(\s*\.\.\s*[0-9]{4}-[0-9]{2}-[0-9]{2})?",
    r"|[Bb][Aa][Nn][Kk]\s+[Hh][Oo][Ll][Ii][Dd][Aa][Yy][Ss](\s+[Ii][Nn]\s.*)?)\s*$",
);

schemas! {
    Answer { "anyOf": [
        { "enum": ["yes", "no", true, false] },
        { "type": "string", "pattern": "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$" },
    ] };
    AudienceId { "type": "string", "pattern": ID };
    HolderId { "type": "string", "pattern": ID };
    LeafletId { "type": "string", "pattern": ID };
    LocalityId { "type": "string", "pattern": ID };
    OrganisationId { "type": "string", "pattern": ID };
    PictureId { "type": "string", "pattern": ID };
    ServiceId { "type": "string", "pattern": ID };
    TermId { "type": "string", "pattern": ID };
    TopicId { "type": "string", "pattern": ID };
    VenueId { "type": "string", "pattern": ID };
    FactId { "type": "string", "pattern": FACT_ID };
    PageId { "type": "string", "pattern": PAGE_ID };
    Slug { "type": "string", "pattern": "^[^-\\s/.A-Z]([^\\s/.A-Z]*[^-\\s/.A-Z])?$" };
    Language { "type": "string", "minLength": 2, "pattern": TAG, "examples": ["en", "cy", "ur"] };
    Gss { "type": "string", "minLength": 9, "pattern": "^[EWSNK][0-9]{8}$", "examples": ["E06000001"] };
    BaseUrl {
        "type": "string",
        "minLength": 8,
        "pattern": "^https?://[^/?# \"<>\\\\][^?# \"<>\\\\]*$",
        "examples": ["https://carers.example.org"],
    };
    Criterion {
        "description": "The number of a success criterion of WCAG 2.2, such as `1.4.10`.",
        "type": "string",
        "pattern": "^[1-4]\\.[1-5]\\.[0-9]{1,2}$",
        "examples": ["1.3.1", "2.4.11"],
    };
    Decimal { "type": ["string", "number"], "pattern": "\\S" };
    Ages {
        "type": ["string", "null"],
        "minLength": 2,
        "pattern": "[^0-9]",
        "examples": ["18+", "5-17", "under 18", "any"],
    };
    Schedule {
        "description": "Days, then hours, then the dates between which that holds and where.",
        "type": "string",
        "minLength": 1,
        "examples": TIMES_EXAMPLES,
    };
    Closed {
        "description": "A day, the first and the last of several, or `bank holidays`.",
        "type": "string",
        "pattern": CLOSED,
        "examples": ["2026-12-25", "2026-12-24..2027-01-02", "bank holidays", "bank holidays in Scotland"],
    };
}

impl<K: Ord + JsonSchema, V: JsonSchema> JsonSchema for Table<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}By{}", V::schema_name(), K::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<K>(),
            "additionalProperties": generator.subschema_for::<V>(),
        })
    }
}

impl JsonSchema for Localized {
    fn schema_name() -> Cow<'static, str> {
        "Localized".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let each = generator.subschema_for::<Table<Language, String>>();
        json_schema!({
            "description": "A text, or a text for each language such as `{ en: Money, cy: Arian }`.",
            "anyOf": [words(0), each],
        })
    }
}

impl JsonSchema for Alert {
    fn schema_name() -> Cow<'static, str> {
        "Alert".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let each = json_schema!({
            "type": "object",
            "properties": {
                "until": { "type": "string", "format": "date", "description": "The last day on which it is shown." },
            },
            "patternProperties": { TAG: { "type": "string" } },
            "additionalProperties": false,
            "anyOf": [{ "minProperties": 2 }, { "minProperties": 1, "not": { "required": ["until"] } }],
        });
        json_schema!({
            "description": "A text, or a text for each language such as `{ en: Closed on Monday, until: 2026-12-26 }`.",
            "anyOf": [words(0), each],
        })
    }
}

impl JsonSchema for Eligibility {
    fn schema_name() -> Cow<'static, str> {
        "Eligibility".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let parts = json_schema!({
            "type": "object",
            "properties": {
                "text": generator.subschema_for::<Option<Localized>>(),
                "by": generator.subschema_for::<Option<EligibleBy>>(),
            },
            "additionalProperties": false,
        });
        json_schema!({
            "description": "`none`, a text, or `{ text: ..., by: carer-home }` where `by` says whose address counts.",
            "anyOf": [{ "type": "null" }, words(0), parts],
        })
    }
}

impl JsonSchema for Cost {
    fn schema_name() -> Cow<'static, str> {
        "Cost".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let each = generator.subschema_for::<Table<Language, String>>();
        let amounts = json_schema!({
            "type": "array", "minItems": 1, "items": generator.subschema_for::<Amount>(),
        });
        json_schema!({
            "description": "`free`, a text such as `£3 a session`, or a list of `{ for: ..., amount: 3.50 }`.",
            "anyOf": [words(1), each, amounts],
        })
    }
}

impl JsonSchema for PagePart {
    fn schema_name() -> Cow<'static, str> {
        "PagePart".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The id of a page, or `{ page: money/carers-allowance, only: [rates] }`.",
            "anyOf": [generator.subschema_for::<PageId>(), generator.subschema_for::<PartOfPage>()],
        })
    }
}

/// A text of at least so many characters where a number or an answer would not do: they need quotes.
fn words(least: u8) -> Schema {
    json_schema!({ "type": "string", "minLength": least })
}
