//! PDF documents of several kinds and programs, made for this: two columns with a running head on two sheets (ReportLab),
//! words divided at the ends of lines (Typst), Arabic as a shaper leaves it (WeasyPrint), a Chinese font that is named and
//! not embedded (ReportLab), two that are encrypted (pypdf), and a picture of a page (Pillow).

use chancery_extract::{PageFacts, PageForm, Why, read_file};

#[track_caller]
fn read(name: &str) -> Result<PageFacts, Why> {
    let path = format!("{}/tests/fixtures/pdf/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("the fixture is there");
    read_file(name, &bytes, None).page().cloned()
}

#[track_caller]
fn check(name: &str, title: &str, day: &str, beginning: &str, end: &str) {
    let page = read(name).expect("it holds a text");
    assert_eq!((page.form, page.title.as_str()), (PageForm::Pdf, title));
    assert_eq!(page.published.map(|published| published.when.stated_form()).as_deref(), Some(day));
    assert!(page.text.starts_with(beginning), "{}", page.text);
    assert!(page.text.ends_with(end), "{}", page.text);
}

#[test]
fn columns_follow_each_other_without_running_heads() {
    check(
        "columns.pdf",
        "Statement on further restrictive measures",
        "2024-10-24",
        "The Council of the European Union today decided to impose restrictive measures on a further fourteen individuals",
        "Implementation of Security Council resolution 1718 (2006) will be examined at the next meeting.",
    );
    let text = read("columns.pdf").expect("it holds a text").text;
    assert_eq!(text.split("\n\n").count(), 18, "three paragraphs, six times over");
    assert!(!text.contains("S/2024/766"), "{text}");
}

#[test]
fn divided_words_are_joined() {
    let text = "На осіб, включених до переліку, поширюється заморожування активів, а громадянам і компаніям заборонено";
    check("hyphens.pdf", "Заява про заходи", "2024-10-24", text, "територію державчленів.");
    assert_eq!(read("hyphens.pdf").expect("it holds a text").authors, ["Пресслужба"]);
}

#[test]
fn arabic_is_read_leftward_with_its_numbers() {
    let text =
        "أدان مجلس الأمن بأشد العبارات الهجوم الذي وقع في 22 أكتوبر 2024 ودعا جميع الأطراف إلى ضبط النفس";
    check("arabic.pdf", "بيان بشأن الهجوم الأخير", "2024-10-24", text, "Press release 812/24");
}

#[test]
fn a_font_that_is_not_embedded_still_has_letters() {
    let text = "2024年10月24日\n\n外交部发言人表示，中方一贯反对没有国际法依据、未经安理会授权的单边制裁。各方应当通过对话协商解决分歧";
    let page = read("chinese.pdf").expect("it holds a text");
    assert!(page.text.contains(text), "{}", page.text);
    assert_eq!(page.title, "外交部发言人谈单边制裁问题");
}

#[test]
fn what_only_its_owner_may_change_is_read_and_what_is_locked_says_so() {
    assert_eq!(
        read("owned.pdf").expect("it holds a text").title,
        "Statement on further restrictive measures"
    );
    let why = read("locked.pdf").expect_err("it is locked").to_string();
    assert_eq!(why, "locked.pdf is protected by a password: save a copy without one.");
}

#[test]
fn a_picture_of_a_page_says_what_to_do() {
    assert!(matches!(read("picture.pdf"), Err(Why::NoPages { .. })));
}
