//! Turns each kind of finding into a stable code, a severity and a title: the one table of them.

/// How much a finding matters. An error means that nothing is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Severity {
    Error,
    Warning,
}

impl Severity {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $title:literal;)*) => {
        /// A kind of finding. The id (`F003`) is stable: editors and CI recipes refer to it.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize,
        )]
        pub enum Code { $($name),* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }

            /// What is wrong, in a few words that fit every finding of this code.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }
        }
    };
}

codes! {
    // Input: files as such.
    NotUtf8 "I001" Error "a file is not UTF-8 text";
    PrivateCharacter "I002" Error "a file holds a character that is reserved";
    LeavesPortal "I003" Error "a link on disk leads out of the portal";
    TooLarge "I004" Error "a file is too large";
    UnknownFile "I005" Warning "a file stands where the portal expects none";
    FileName "I006" Error "a file's name does not say which page and language it is";
    EmptyFile "I007" Error "a file is empty";
    MissingFile "I008" Error "a file that the portal needs is missing";
    NameNotText "I009" Error "a file's name cannot be read";
    BrokenLink "I010" Error "a link on disk leads nowhere";
    // YAML records and front matter.
    YamlSyntax "Y001" Error "the YAML cannot be read";
    DuplicateKey "Y002" Error "a key is written twice";
    UnknownKey "Y003" Error "a key is not known";
    WrongType "Y004" Error "a value is of the wrong kind";
    MissingKey "Y005" Error "a key is missing";
    BadValue "Y006" Error "a value does not have the right form";
    TooDeep "Y007" Error "the YAML is nested too deeply or repeats itself too often";
    // References and the shape of the portal.
    UnknownId "R001" Error "an id names nothing";
    DuplicateId "R002" Error "an id is used twice";
    TreeCycle "R003" Error "places that lie inside each other";
    AddressCollision "R004" Error "two pages would have the same address";
    ReservedAddress "R005" Error "an address is reserved";
    UndeclaredLanguage "R006" Error "a language is not one of the portal's";
    TwoSources "R007" Error "two files for one page";
    UnknownCode "R008" Error "a GSS code belongs to no place of the portal";
    OverlaySlug "R009" Error "an overlay changes an address";
    // Markdown.
    RawHtml "M001" Error "HTML in Markdown is shown as text";
    UnsafeLink "M002" Error "a link's address is not safe";
    BlockNotClosed "M003" Error "a block is not closed";
    UnknownBlock "M004" Error "a block is not known";
    BlockAttribute "M005" Error "a block's attribute is wrong";
    NoAltText "M006" Error "an image has no words for people who cannot see it";
    BadValueHole "M007" Error "a value in braces cannot be read";
    TooNested "M008" Error "Markdown is nested too deeply";
    DuplicateAnchor "M009" Error "an anchor is written twice";
    BlockPlace "M010" Error "a block stands where it cannot work";
    BadImage "M011" Error "an image cannot be used";
    HeadingLevel "M012" Warning "a heading in a text is as large as the page's title";
    HeadingAttribute "M013" Error "what stands in braces after a heading cannot be used";
    FootnotePair "M014" Error "a footnote's call and its text do not meet";
    TableShape "M015" Error "a table's row has more cells than its head";
    // Links.
    UnknownPage "L001" Error "a link leads to no page";
    UnknownAnchor "L002" Error "a link leads to no anchor";
    LinkNotHere "L003" Error "a link leads to a page that some readers do not have";
    UnknownStatic "L004" Error "a link leads to no file";
    LinkForm "L005" Error "a link is not written in a way that can be followed";
    // Conditions.
    NeverHolds "C001" Error "a condition can never hold";
    AlwaysHolds "C002" Warning "a condition always holds";
    // Facts, dates, provenance.
    FactOverlap "F001" Error "a fact has two values for one day";
    FactNation "F002" Error "a fact is used outside its nations";
    FactRanOut "F003" Warning "a fact has run out";
    FactNotYet "F004" Warning "a fact has no value yet";
    ReviewOverdue "D001" Warning "a page's review is overdue";
    DateOrder "D002" Error "dates are in the wrong order";
    DateFuture "D003" Error "a date that must be past lies in the future";
    // Translations, editions and interface strings.
    StaleTranslation "T001" Warning "a translation is older than its source";
    StringsMissing "T002" Warning "a language has no interface strings";
    StringMissing "T003" Warning "an interface string is missing";
    StringSyntax "T004" Error "an interface string cannot be read";
    StringArgument "T005" Error "an interface string uses a value that it is not given";
    EasyReadFar "T006" Warning "an easy-read page belongs to another standard page";
    EasyReadAlone "T007" Error "an easy-read page has no standard page";
    NotTranslated "T008" Warning "a record is not translated";
    StringUnknown "T009" Warning "an interface string is shown nowhere";
    ParityMissing "T010" Error "a page is there in one language only";
    ParityUnpublished "T011" Error "a page is published in one language only";
    ParityDiffers "T012" Error "a page says something else in another language";
    ParityText "T013" Error "a record's text is there in one language only";
    // Services.
    ServiceContact "S001" Error "a service gives no way to make contact";
    ServiceVenue "S002" Error "a service attends a venue but names none";
    ServiceUnchecked "S003" Warning "a service was last checked long ago";
    ServiceEnded "S005" Warning "a service's times have all ended";
    ServiceHidden "S006" Error "a hidden address is given away";
    ServicePlace "S007" Error "a service's coordinates lie outside the United Kingdom";
    ServiceQuery "S008" Warning "a list of services is empty";
    ServiceFewWays "S009" Warning "a service can be reached in one way only";
    PhoneDear "S010" Warning "a call to a number costs more than usual";
    PhoneForm "S011" Warning "a number cannot be dialled as it is written";
    NameForm "S012" Warning "a name is hard to read aloud";
    VenueAccess "S013" Warning "nothing is said about getting into a venue";
    ServiceTwice "S014" Warning "two services are probably the same";
    BankHolidays "S015" Error "it is not clear whose bank holidays are meant";
    ServiceEasy "S016" Warning "a service has no summary in easy read";
    // Services as open data.
    OpenDataId "O001" Error "two services have one id in open data";
    OpenDataOrganisation "O002" Warning "an organisation is not described in open data";
    // Leaflets that are put together, and who holds copies.
    LeafletEmpty "P050" Error "a leaflet has nothing in it";
    LeafletSection "P051" Error "a leaflet names a section that a page does not have";
    LeafletLanguages "P052" Error "a bilingual leaflet does not have two languages";
    LeafletServiceOut "P053" Warning "a service is left out of leaflets";
    LeafletPageOut "P054" Warning "a page is left out of a leaflet";
    LeafletNowhere "P055" Warning "a leaflet is not made in a language that it names";
    HolderCopies "P056" Warning "copies of something that is not printed";
    HolderContact "P057" Warning "a holder of copies cannot be told";
    PrintMade "P058" Error "a print that is made is said to be withdrawn";
    // Prints.
    PrintTooFull "P001" Error "a print does not fit its paper";
    PrintLetter "P002" Error "no font has a letter of a print";
    PrintShape "P003" Error "a page asks for a print that cannot be made of it";
    PrintUndated "P004" Error "a printed page does not say when it was reviewed";
    PrintSetting "P006" Error "a print cannot be set";
    // Accessibility of the pages as they are written.
    Accessibility "A001" Error "a page keeps some people out";
    // Easy read: the rules of the Department of Health, GOV.UK, the Patient Information Forum and others.
    EasySentence "E001" Warning "a sentence of an easy-read page is long";
    EasyIdeas "E002" Warning "a sentence of an easy-read page says more than one thing";
    EasyRow "E003" Error "a row of an easy-read page does not hold one or two sentences";
    EasyNoPicture "E004" Warning "a text of an easy-read page has no picture";
    EasyEmphasis "E005" Warning "words of an easy-read page are set off by other means than bold";
    HardWord "E006" Warning "an easy-read page uses a hard word without explaining it";
    HardWordShown "E007" Warning "a hard word is not bold, or not explained where it is used";
    EasyAbbreviation "E008" Warning "an easy-read page uses an abbreviation";
    Contraction "E009" Warning "an easy-read page uses a contraction";
    NumberWord "E010" Warning "an easy-read page writes a number as a word";
    Percentage "E011" Warning "an easy-read page gives a percentage";
    EasyDate "E012" Warning "an easy-read page writes a date or time in a short form";
    EasyCharacter "E013" Warning "an easy-read page uses a special character or a Roman numeral";
    Passive "E014" Warning "an easy-read page does not say who does something";
    DoubleNegative "E015" Warning "a sentence of an easy-read page says no twice";
    EasyParts "E016" Warning "an easy-read page lacks one of its three parts";
    EasyLength "E017" Warning "an easy-read page is long";
    PictureMix "E018" Warning "an easy-read page mixes pictures of several makers";
    // Pictures of easy read, and their records.
    PictureFile "K001" Error "a picture has no file that can be shown";
    PictureLarge "K002" Warning "a picture is large";
    PictureMeaning "K003" Warning "a picture does not say what it means in a language";
    PictureActive "K004" Error "a drawing holds more than shapes";
    // The words of standard pages, and of all pages.
    LongSentence "W001" Warning "a sentence is long";
    HardToRead "W002" Warning "a page is hard to read";
    HeadingOrder "W003" Warning "a heading skips a level";
    LinkText "W004" Warning "a link does not say where it leads";
    Abbreviation "W005" Warning "an abbreviation is not explained";
    ForbiddenWord "W006" Warning "a word is used that the glossary forbids";
    LongPage "W007" Warning "a page is long";
    PartMissing "W008" Warning "a page lacks a part that pages of its kind have";
    GlossaryLoop "W009" Warning "terms of the glossary explain each other";
    // Theme.
    Template "X001" Error "a template has a mistake";
    ThemeFile "X002" Error "a theme file cannot be used";
    LowContrast "X003" Error "two colours are too much alike to be read";
    UnknownColour "X004" Error "a colour is used that the theme does not have";
    UnpairedColour "X005" Warning "the contrast of a colour is not checked";
    // The accessibility statement, and what a web officer curates.
    StatementUntested "Q001" Warning "no accessibility test is recorded";
    StatementOld "Q002" Warning "the last accessibility test or review is over a year old";
    StatementPart "Q003" Warning "a part of the accessibility statement cannot be filled";
    IssueOverdue "Q004" Warning "a known accessibility issue was to be fixed by now";
    IssueIncomplete "Q005" Warning "a known accessibility issue does not say enough";
    OldStandard "Q006" Warning "a site was tested against an old standard";
    HomeElsewhere "Q007" Warning "a page that is not the home page says what home leads to";
    HomeNotHere "Q008" Warning "a home page leads to a page that some readers do not have";
    // Postcodes.
    BadPostcodes "Z001" Error "a table of postcodes cannot be read";
    // Bytes that travel.
    HeavyPage "B001" Warning "a page is heavy";
    TooHeavyPage "B002" Error "a page is too heavy";
    HeavyTheme "B003" Warning "the theme's files are heavy";
    TooHeavyTheme "B004" Error "the theme's files are too heavy";
}
