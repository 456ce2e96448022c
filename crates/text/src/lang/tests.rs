//! Languages, told and left untold.

use super::*;

#[track_caller]
fn check(text: &str, expected: Option<&str>) {
    assert_eq!(guess_lang(text).as_ref().map(Lang::as_str), expected, "{text}");
}

#[test]
fn tells_the_languages_of_statements() {
    check(
        "The ministers agreed on Tuesday to extend the restrictive measures for another six months.",
        Some("en"),
    );
    check("Les ministres ont décidé mardi de prolonger les mesures restrictives pour six mois.", Some("fr"));
    check(
        "Los ministros decidieron el martes prorrogar las medidas restrictivas por seis meses.",
        Some("es"),
    );
    check("Die Minister beschlossen am Dienstag, die Maßnahmen um sechs Monate zu verlängern.", Some("de"));
    check("Ministrowie postanowili we wtorek przedłużyć środki ograniczające o sześć miesięcy.", Some("pl"));
    check(
        "I ministri hanno deciso martedì di prorogare le misure restrittive per altri sei mesi.",
        Some("it"),
    );
    check(
        "Os ministros decidiram na terça-feira prorrogar as medidas restritivas por seis meses.",
        Some("pt"),
    );
    check("Bakanlar salı günü kısıtlayıcı önlemleri altı ay daha uzatmaya karar verdiler.", Some("tr"));
    check("Північної Кореї", Some("uk"));
    check("Министры решили продлить ограничительные меры", Some("ru"));
    check("فرض عقوبات جديدة على إيران", Some("ar"));
    check("وزارت خارجه ایران این بیانیه را محکوم کرد", Some("fa"));
    check("对朝鲜实施制裁措施", Some("zh"));
    check("北朝鮮による発射", Some("ja"));
    check("북한이 러시아에 파병", Some("ko"));
}

#[test]
fn a_neighbour_is_told_as_itself() {
    check(
        "De ministers van de lidstaten hebben met het besluit ingestemd en zijn van plan om de maatregelen te verlengen",
        Some("nl"),
    );
    check("Министрите се съгласиха да удължат санкциите срещу Русия с още шест месеца.", Some("bg"));
    check("Міністры дамовіліся падоўжыць санкцыі супраць Расіі яшчэ на паўгода.", Some("be"));
    check("Министри су се сложили да се санкције против Русије продуже за још шест месеци.", Some("sr"));
    check("Ministři se shodli na prodloužení sankcí vůči Rusku o dalších šest měsíců.", Some("cs"));
    check("Ministri sa zhodli na predĺžení sankcií voči Rusku o ďalších šesť mesiacov.", Some("sk"));
    check(
        "Ministri so se strinjali, da bodo sankcije proti Rusiji podaljšali še za šest mesecev.",
        Some("sl"),
    );
    check("وزراء نے پابندیوں میں مزید چھ ماہ کی توسیع پر اتفاق کیا ہے۔", Some("ur"));
    check("Miniștrii au convenit să prelungească măsurile restrictive pentru încă șase luni.", Some("ro"));
    check(
        "A miniszterek megállapodtak abban, hogy további hat hónappal meghosszabbítják az intézkedéseket.",
        Some("hu"),
    );
    check(
        "Ministrarna enades om att förlänga de restriktiva åtgärderna med ytterligare sex månader.",
        Some("sv"),
    );
    check("Οι υπουργοί συμφώνησαν να παρατείνουν τα περιοριστικά μέτρα.", Some("el"));
    check("השרים הסכימו להאריך את הסנקציות בחצי שנה נוספת.", Some("he"));
    check("मंत्रियों ने प्रतिबंधों को छह महीने के लिए बढ़ाने पर सहमति जताई है।", Some("hi"));
}

#[test]
fn gives_no_guess_where_it_would_be_one() {
    check("", None);
    check("1718 (2006)", None);
    check("Iran", None);
    check("санкции", None);
    check("中国外交部", None);
    check("Міністр said that сьогодні they would", None);
    check("The ministers met on Monday. Les ministres se sont réunis lundi avec leurs homologues.", None);
}

#[test]
fn what_the_publisher_states_decides_a_doubt_and_nothing_else() {
    let lang = |text: &str, stated: &[u8; 2]| {
        detect_lang(text, Some(Lang::new(stated))).map(|detected| detected.lang.to_string())
    };
    assert_eq!(lang("Iran", b"fr").as_deref(), Some("fr"));
    assert_eq!(lang("санкции", b"ru").as_deref(), Some("ru"));
    assert_eq!(lang("санкции", b"en"), None);
    assert_eq!(lang("Министры решили продлить ограничительные меры", b"uk").as_deref(), Some("ru"));
    assert_eq!(lang("中国外交部", b"ja").as_deref(), Some("ja"));
    assert_eq!(lang("", b"pl").as_deref(), Some("pl"));
}

#[test]
fn a_clear_text_is_more_certain_than_a_stated_one() {
    let text = "The ministers agreed on Tuesday to extend the measures for another six months.";
    assert!(detect_lang(text, None).is_some_and(|detected| detected.confidence > 0.9));
    assert!(detect_lang("Iran", Some(Lang::new(b"fr"))).is_some_and(|detected| detected.confidence <= 0.5));
}

#[test]
fn a_stretch_in_another_language_is_told_apart() {
    let whole = Some(Lang::new(b"uk"));
    let words = "Slava Ukraini, and thank you for everything that you have done for us";
    assert_eq!(other_lang(words, whole).as_ref().map(Lang::as_str), Some("en"));
    assert_eq!(other_lang("Ми поруч доти, доки це потрібно", whole), None);
    assert_eq!(other_lang("OK", whole), None);
}
