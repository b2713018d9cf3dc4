//! Turns the name of an `aria-` attribute into which values it takes: WAI-ARIA 1.2 and three names of 1.3.

/// What a state or property takes.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    pub name: &'static str,
    pub takes: Takes,
    /// Every role has it (WAI-ARIA 1.2, 6.4).
    pub global: bool,
}

#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// Anything, and ids of other elements: whether one must be there is another matter.
    Text,
    Integer,
    Number,
    /// One of these words.
    Word(&'static str),
    /// Some of these words.
    Words(&'static str),
}

const BOOLEAN: Takes = Takes::Word("true false");
const MAYBE: Takes = Takes::Word("true false undefined");
const THREE: Takes = Takes::Word("true false mixed undefined");

const fn global(name: &'static str, takes: Takes) -> Property {
    Property { name, takes, global: true }
}

const fn special(name: &'static str, takes: Takes) -> Property {
    Property { name, takes, global: false }
}

const ALL: &[Property] = &[
    special("aria-activedescendant", Takes::Text),
    global("aria-atomic", BOOLEAN),
    special("aria-autocomplete", Takes::Word("inline list both none")),
    global("aria-braillelabel", Takes::Text),
    global("aria-brailleroledescription", Takes::Text),
    global("aria-busy", BOOLEAN),
    special("aria-checked", THREE),
    special("aria-colcount", Takes::Integer),
    special("aria-colindex", Takes::Integer),
    special("aria-colindextext", Takes::Text),
    special("aria-colspan", Takes::Integer),
    global("aria-controls", Takes::Text),
    global("aria-current", Takes::Word("page step location date time true false")),
    global("aria-describedby", Takes::Text),
    global("aria-description", Takes::Text),
    global("aria-details", Takes::Text),
    global("aria-disabled", BOOLEAN),
    global("aria-dropeffect", Takes::Words("copy execute link move none popup")),
    global("aria-errormessage", Takes::Text),
    special("aria-expanded", MAYBE),
    global("aria-flowto", Takes::Text),
    global("aria-grabbed", MAYBE),
    global("aria-haspopup", Takes::Word("false true menu listbox tree grid dialog")),
    global("aria-hidden", MAYBE),
    global("aria-invalid", Takes::Word("grammar false spelling true")),
    global("aria-keyshortcuts", Takes::Text),
    global("aria-label", Takes::Text),
    global("aria-labelledby", Takes::Text),
    special("aria-level", Takes::Integer),
    global("aria-live", Takes::Word("assertive off polite")),
    special("aria-modal", BOOLEAN),
    special("aria-multiline", BOOLEAN),
    special("aria-multiselectable", BOOLEAN),
    special("aria-orientation", Takes::Word("horizontal undefined vertical")),
    global("aria-owns", Takes::Text),
    special("aria-placeholder", Takes::Text),
    special("aria-posinset", Takes::Integer),
    special("aria-pressed", THREE),
    special("aria-readonly", BOOLEAN),
    global("aria-relevant", Takes::Words("additions all removals text")),
    special("aria-required", BOOLEAN),
    global("aria-roledescription", Takes::Text),
    special("aria-rowcount", Takes::Integer),
    special("aria-rowindex", Takes::Integer),
    special("aria-rowindextext", Takes::Text),
    special("aria-rowspan", Takes::Integer),
    special("aria-selected", MAYBE),
    special("aria-setsize", Takes::Integer),
    special("aria-sort", Takes::Word("ascending descending none other")),
    special("aria-valuemax", Takes::Number),
    special("aria-valuemin", Takes::Number),
    special("aria-valuenow", Takes::Number),
    special("aria-valuetext", Takes::Text),
];

/// What the standard says of an attribute; none where it does not know it.
pub fn property(name: &str) -> Option<&'static Property> {
    ALL.iter().find(|property| property.name == name)
}

impl Property {
    /// All names, for "did you mean".
    pub fn names() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|property| property.name)
    }

    pub fn allows(&self, value: &str) -> bool {
        let has = |words: &str, value: &str| words.split(' ').any(|word| word.eq_ignore_ascii_case(value));
        let value = value.trim();
        match self.takes {
            Takes::Text => true,
            Takes::Integer => value.parse::<i64>().is_ok(),
            Takes::Number => value.parse::<f64>().is_ok_and(f64::is_finite),
            Takes::Word(words) => has(words, value),
            Takes::Words(words) => value.split_ascii_whitespace().all(|value| has(words, value)),
        }
    }

    /// The values in words, for a message.
    pub fn wanted(&self) -> String {
        match self.takes {
            Takes::Text => "text".to_owned(),
            Takes::Integer => "a whole number".to_owned(),
            Takes::Number => "a number".to_owned(),
            Takes::Word(words) => format!("one of: {}", words.replace(' ', ", ")),
            Takes::Words(words) => format!("some of: {}", words.replace(' ', ", ")),
        }
    }
}
