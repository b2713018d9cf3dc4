//! Turns the fonts of a press into the scripts that they have the letters of.

use super::fonts::Typefaces;

/// Scripts and languages that are written in the United Kingdom, each with letters that only a font for it has all of.
const SCRIPTS: [(&str, &str); 18] = [
    ("Latin", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÂâÊêÎîÔôÛûŴŵŶŷĄąĆćĘęŁłŃńÓóŚśŹźŻżÇçĞğİıŞşÑñß"),
    ("Greek", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωάέήίόύώ"),
    ("Cyrillic", "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяІіЇїЄєҐґ"),
    ("Arabic", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
    ("Persian", "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
    ("Urdu", "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےۓ۔،؟"),
    ("Hebrew", "אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
    ("Bengali", "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহািীুূৃেৈ্ৎংঃঁ"),
    ("Gurmukhi", "ਅਆਇਈਉਊਏਐਓਔਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵਸਹੜਾਿੀੁੂੇੈੋੌ੍ੰੱ"),
    ("Gujarati", "અઆઇઈઉઊઋએઐઓઔકખગઘચછજઝટઠડઢણતથદધનપફબભમયરલવશષસહળાિીુૂેૈોૌ્ં"),
    ("Devanagari", "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौ्ंः"),
    ("Tamil", "அஆஇஈஉஊஎஏஐஒஓகஙசஞடணதநபமயரலவழளறனாிீுூெேை்"),
    ("Sinhala", "අආඇඉඊඋඌඑඒඔකඛගඝචජටඩණතථදධනපබභමයරලවශෂසහළාිීුූෙේ්"),
    ("Thai", "กขคงจชซญดตถทธนบปผพฟมยรลวศษสหอะาิีึืุูเแโใไ่้"),
    ("Ethiopic", "ሀለሐመሠረሰሸቀበተቸነአከወዐዘየደጀገጠጨጸፀፈፐ"),
    ("Armenian", "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"),
    ("Chinese (simplified)", "的一是不在人有我他这个们中来上大为和国地到以说时要就出会"),
    ("Chinese (traditional)", "的一是不在人有我他這個們中來上大為和國地到以說時要就出會"),
];

/// Each family with the scripts that it has all letters of, in the order of the families.
pub fn scripts(fonts: &Typefaces) -> Vec<(&str, Vec<&'static str>)> {
    let has = |family: &str, letters: &str| letters.chars().all(|letter| fonts.covers(family, letter));
    let of = |family: &str| SCRIPTS.iter().filter(|(_, letters)| has(family, letters)).map(|(name, _)| *name).collect();
    fonts.families.iter().map(|family| (family.as_str(), of(family))).collect()
}

/// The letters of a text that no font has, each once.
pub fn lacking(fonts: &Typefaces, text: &str) -> Vec<char> {
    let mut lacking: Vec<char> = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    lacking.sort_unstable();
    lacking.dedup();
    lacking.retain(|letter| !fonts.families.iter().any(|family| fonts.covers(family, *letter)));
    lacking
}
