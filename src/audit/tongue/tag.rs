//! Turns the value of `lang` into whether its language is one of the registry of BCP 47.

/// The two-letter subtags of the IANA registry.
const TWO: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io \
    is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo \
    mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk \
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Three-letter codes of ISO 639-2 whose language has a two-letter one, so that the registry does not hold them.
const NOT_THREE: &str = "aar abk ave afr aka amh arg ara asm ava aym aze bak bel bul bih bis bam ben bod tib bre bos cat \
    che cha cos cre ces cze chu chv cym wel dan deu ger div dzo ewe ell gre eng epo spa est eus baq fas per ful fin fij \
    fao fra fre fry gle gla glg grn guj glv hau heb hin hmo hrv hat hun hye arm her ina ind ile ibo iii ipk ido isl ice \
    ita iku jpn jav kat geo kon kik kua kaz kal khm kan kor kau kas kur kom cor kir lat ltz lug lim lin lao lit lub lav \
    mlg mah mri mao mkd mac mal mon mar msa may mlt mya bur nau nob nde nep ndo nld dut nno nor nbl nav nya oci oji orm \
    ori oss pan pli pol pus por que roh run ron rum rus kin san srd snd sme sag sin slk slo slv smo sna som sqi alb srp \
    ssw sot sun swe swa tam tel tgk tha tir tuk tgl tsn ton tur tso tat twi tah uig ukr urd uzb ven vie vol wln wol xho \
    yid yor zha zho chi zul";

/// Whether the first subtag is a language. What follows it is not looked at.
pub fn is_valid(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let has = |words: &str| words.split_ascii_whitespace().any(|word| word == primary);
    let is_word = primary.bytes().all(|byte| byte.is_ascii_lowercase());
    match primary.len() {
        2 => has(TWO),
        3 => is_word && !has(NOT_THREE),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn only_languages_of_the_registry_are_valid() {
        for tag in ["en", "FR", "en-US-GB", "zh-Hans", "yue", "pnb", "bfi"] {
            assert!(is_valid(tag), "{tag}");
        }
        for tag in ["", " ", "em-US", "eng", "i-lux", "english", "e", "#!", "en_GB", "12", " en"] {
            assert!(!is_valid(tag), "{tag}");
        }
    }
}
