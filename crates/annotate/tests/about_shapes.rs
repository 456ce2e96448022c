//! What short statements are about, in the shapes that publishers use: comments, agreements, incidents at sea, aid.

use chancery_annotate::{Context, annotate};
use chancery_model::Draft;

/// Language, title, text, the countries that it is about by code.
const STATEMENTS: [(&str, &str, &str, &str); 8] = [
    (
        "it",
        "Nota della Farnesina sulle proteste in Georgia",
        "L'Italia segue con preoccupazione la repressione delle proteste a Tbilisi. Le autorità georgiane devono liberare i \
         giornalisti arrestati e riprendere il dialogo con l'opposizione.\n\nLa posizione è condivisa da Francia, Germania e \
         Polonia.",
        "GE",
    ),
    (
        "pl",
        "Polska i Słowacja podpisały umowę o ochronie granic",
        "Ministrowie spraw wewnętrznych Polski i Słowacji podpisali w Krakowie umowę o wspólnych patrolach. Straże graniczne \
         obu państw wymienią oficerów łącznikowych. Podobną umowę Polska ma z Czechami.",
        "PL SK",
    ),
    (
        "ru",
        "МИД Казахстана: о ситуации на границе Кыргызстана и Таджикистана",
        "Казахстан призывает стороны прекратить огонь. По данным Бишкека, погибли двое пограничников; Душанбе сообщает об \
         обстреле села. Астана готова предоставить площадку для переговоров. Ранее посредничество предлагали Узбекистан и \
         Иран.",
        "KG TJ",
    ),
    (
        "tr",
        "Sudan'daki İnsani Durum Hakkında",
        "Türkiye, El Faşir'de sivillere yönelik saldırıları şiddetle kınamaktadır. Sudan'da tarafları ateşkese çağırıyoruz. \
         Mersin'den yola çıkan yardım gemimiz Port Sudan'a ulaşmıştır. Mısır ve Çad'a ev sahiplikleri için teşekkür ederiz.",
        "SD",
    ),
    (
        "ar",
        "الكويت تدين الهجوم على ناقلة نفط قبالة سواحل اليمن",
        "أعربت وزارة الخارجية الكويتية عن إدانة دولة الكويت للهجوم الذي شنته جماعة الحوثي على ناقلة ترفع علم بنما قبالة \
         الحديدة في اليمن. ودعت الكويت إلى حماية الملاحة، وأشادت بجهود سلطنة عمان.",
        "YE",
    ),
    (
        "zh",
        "外交部发言人就缅甸地震答记者问",
        "问：中方将向缅甸提供哪些援助？\n\n答：中方已向缅甸派出救援队，首批物资今天运抵仰光。中方赞赏泰国、老挝提供的过境便利。\
         我们相信缅甸人民一定能够重建家园。",
        "MM",
    ),
    (
        "ja",
        "北朝鮮による弾道ミサイル発射について（外務大臣談話）",
        "本日、北朝鮮は弾道ミサイルを日本海に向けて発射した。我が国は北朝鮮に対し厳重に抗議した。米国、韓国及びオーストラリアと\
         緊密に連携する。",
        "KP",
    ),
    (
        "ko",
        "외교부 대변인 논평: 니제르 정세",
        "정부는 니제르에서 발생한 군부의 정권 장악에 깊은 우려를 표한다. 니제르의 헌정 질서가 조속히 회복되기를 촉구한다. 우리 국민은 \
         나이지리아를 거쳐 대피하였으며, 프랑스와 베냉의 협조에 감사한다.",
        "NE",
    ),
];

fn about(lang: &str, title: &str, text: &str) -> String {
    let draft = Draft { title: title.into(), text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    let tags = annotate(&draft, &Context::default());
    let mut about: Vec<String> =
        tags.countries.iter().filter(|tag| tag.about).map(|tag| tag.code.to_string()).collect();
    about.sort();
    about.join(" ")
}

#[test]
fn short_statements_are_about_whom_they_answer() {
    let wrong: Vec<String> = STATEMENTS
        .iter()
        .map(|(lang, title, text, wanted)| (title, about(lang, title, text), wanted))
        .filter(|(_, found, wanted)| found != *wanted)
        .map(|(title, found, wanted)| format!("{title}: {found}, not {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
