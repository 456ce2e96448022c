//! Names of months, zones and halves of the day.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Month names by language, January first: forms of up to three letters count as they stand, longer ones also as the
/// beginning of an inflected form. Source: month names of Unicode's CLDR, wide and abbreviated, format and standalone.
const MONTHS: &[[&str; 12]] = &[
    // English, German, Dutch, French, Spanish, Italian, Portuguese, Romanian, Catalan and the Nordic languages.
    [
        "jan janu janv jann jänn ene enero gen genn ian ianu gene",
        "feb febr febb feve fév févr fev febre",
        "mar march mars märz marz maerz mrz maart mrt marzo março marca marec mart març",
        "apr apri abr abri avr avri aprí",
        "may mai maj maja mei mayo maio mag magg maíj maig",
        "jun june juni juin junh junio giu giug iun iuni juny",
        "jul july juli juil julh julio lug lugl iul iuli",
        "aug augu ago agos aoû août aou aout agost",
        "sep sept set sett setem setiem setembre",
        "oct octob octub okt okto ott otto out outu ottob",
        "nov novem novie nove noi noie novemb",
        "dec decem déc déce dez deze dic dici dicie des desem decembr",
    ],
    // Ukrainian.
    [
        "січ січень січня січні",
        "лют лютий лютого лютому",
        "бер берез",
        "квіт",
        "трав травень травня травні",
        "черв",
        "лип липень липня липні",
        "серп серпень серпня серпні",
        "вер верес",
        "жовт",
        "лист листоп",
        "груд",
    ],
    // Russian, Bulgarian, Serbian and Macedonian in Cyrillic.
    [
        "янв янва јан јану јануар",
        "фев февр феб фебр",
        "мар март марта марте",
        "апр апре",
        "май мая мае мај маја",
        "июн июня июнь июне юни јун јуни јуна",
        "июл июля июль июле юли јул јули јула",
        "авг авгу",
        "сен сент сеп септ",
        "окт октя окто",
        "ноя нояб ное ноем нов нове",
        "дек дека деке дец деце",
    ],
    // Belarusian.
    [
        "студз",
        "лютага",
        "сакав",
        "красав",
        "мая",
        "чэрв",
        "ліпен ліпен ліпеня",
        "жнів",
        "верас",
        "кастр",
        "лістап",
        "снеж",
    ],
    // Polish, Czech, Slovak, Slovene, Croatian.
    [
        "sty stycz leden ledna siječ",
        "lut luty lutego lutym únor února velja",
        "mar marzec marca březen března ožuj",
        "kwi kwie duben dubna travanj travnja",
        "maj maja květen května máj mája svib",
        "cze czerw červen června jún júna lipanj lipnja",
        "lip lipiec lipca lipcu červenec července júl júla srpanj srpnja",
        "sie sierp srpen srpna august kolov",
        "wrz wrzes wrześ září rujan rujna",
        "paź paźdz pazdz říjen října október listopada",
        "lis listop november",
        "gru grud prosin december",
    ],
    // Turkish, Azerbaijani.
    [
        "oca ocak",
        "şub şubat subat",
        "mart",
        "nis nisan",
        "mayıs mayis",
        "haz haziran",
        "tem temmuz",
        "ağu ağus agus",
        "eyl eylül eylul",
        "eki ekim",
        "kas kasım kasim",
        "ara aral",
    ],
    // Hungarian, Finnish, Estonian, Latvian, Lithuanian.
    [
        "január tammi jaan sausi",
        "február helmi veeb vasar",
        "márc márci maalis märts kovo",
        "ápr ápri huhti aprill balan",
        "máj máju touko gegu",
        "jún júni kesä juuni jūn birž",
        "júl júli heinä juuli jūl liepos liepa",
        "elok rugpj",
        "szept syys rugs",
        "loka spal",
        "marras lapkr",
        "joulu dets gruod",
    ],
    // Greek.
    [
        "ιαν ιανο",
        "φεβ φεβρ φεύ",
        "μαρ μαρτ μάρ μάρτ",
        "απρ απρι",
        "μαΐ μαΐο μάι μάιο μαι μαϊ μαϊο",
        "ιουν ιούν ιουνί ιούνι ιον",
        "ιουλ ιούλ ιουλί ιούλι ιολ",
        "αυγ αυγο αύγ αύγο",
        "σεπ σεπτ",
        "οκτ οκτω",
        "νοε νοέ νοεμ νοέμ",
        "δεκ δεκε",
    ],
    // Arabic, Persian, Hebrew.
    [
        "يناير كانون ینایر ژانویه ינואר",
        "فبراير شباط فوریه פברואר",
        "مارس آذار מרץ",
        "أبريل ابريل نيسان آوریل אפריל",
        "مايو أيار مه מאי",
        "يونيو حزيران ژوئن יוני",
        "يوليو تموز ژوئیه יולי",
        "أغسطس اغسطس آب اوت אוגוסט",
        "سبتمبر أيلول سپتامبر ספטמבר",
        "أكتوبر اكتوبر اکتبر אוקטובר",
        "نوفمبر نوامبر נובמבר",
        "ديسمبر دسامبر דצמבר",
    ],
];

/// The forms of all months: the languages that have a form, in their order, with the month that it names there.
static FORMS: LazyLock<HashMap<&'static str, (usize, u32)>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for (language, names) in MONTHS.iter().enumerate() {
        for (month, forms) in (1..).zip(names) {
            for form in forms.split(' ') {
                known.entry(form).or_insert((language, month));
            }
        }
    }
    known
});

/// Returns the month (1 to 12) that a word names: by a form that it is, or by a longer one that it begins with, of the
/// first language that has one.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    // Hebrew writes "in" at one with the month.
    let word = word.strip_prefix('ב').unwrap_or(&word);
    let beginnings = word.char_indices().skip(4).map(|(at, _)| &word[..at]);
    let known = beginnings.chain([word]).filter_map(|form| FORMS.get(form));
    known.min().map(|(_, month)| *month)
}

/// Returns seconds east of Greenwich for the names that feeds write. `IST` is India's, the commonest in feeds of
/// governments; military letters but `Z` are not zones (RFC 2822 4.3 calls them unreliable).
pub(super) fn zone(word: &str) -> Option<i32> {
    let hours = |h: f64| Some((h * 3600.0) as i32);
    match word.to_ascii_uppercase().as_str() {
        "Z" | "UT" | "UTC" | "GMT" | "WET" => hours(0.0),
        "BST" | "CET" | "MET" | "MEZ" | "WEST" => hours(1.0),
        "CEST" | "MEST" | "MESZ" | "EET" | "SAST" => hours(2.0),
        "EEST" | "MSK" => hours(3.0),
        "MSD" => hours(4.0),
        "IST" => hours(5.5),
        "PKT" => hours(5.0),
        "SGT" | "HKT" | "AWST" | "PHT" => hours(8.0),
        "JST" | "KST" => hours(9.0),
        "AEST" => hours(10.0),
        "AEDT" => hours(11.0),
        "NZST" => hours(12.0),
        "NZDT" => hours(13.0),
        "AST" | "EDT" => hours(-4.0),
        "EST" | "ET" | "CDT" => hours(-5.0),
        "CST" | "CT" | "MDT" => hours(-6.0),
        "MST" | "MT" | "PDT" => hours(-7.0),
        "PST" | "PT" | "AKDT" => hours(-8.0),
        "AKST" => hours(-9.0),
        "HST" => hours(-10.0),
        "BRT" | "ART" => hours(-3.0),
        _ => None,
    }
}

/// Returns whether a word is the second half of the day (`Some(true)`), the first, or neither.
pub(super) fn half(word: &str) -> Option<bool> {
    match word.to_lowercase().replace('.', "").as_str() {
        "am" | "오전" | "上午" | "午前" => Some(false),
        "pm" | "오후" | "下午" | "午後" => Some(true),
        _ => None,
    }
}
