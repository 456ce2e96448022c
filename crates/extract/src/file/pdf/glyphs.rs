//! The glyphs of a sheet, where they stand and how large they are.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt as _, interpret_page,
};

/// Widths and sizes of fonts are in thousandths.
const UNITS: f64 = 1000.0;

/// One glyph that stands upright; lengths are in points, from the upper left corner of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// What it says, one letter or several.
    pub(super) text: String,
    /// Where it begins.
    pub(super) left: f64,
    /// Where the next one would begin.
    pub(super) right: f64,
    /// Its base line, from above.
    pub(super) y: f64,
    /// The size of its font.
    pub(super) size: f64,
}

/// A sheet of paper.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its glyphs, in the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// How high it is.
    pub(super) height: f64,
}

impl Sheet {
    /// Reads a sheet. What is drawn invisibly is read too: so stands the text that was recognised in a picture.
    pub(super) fn of(page: &Page<'_>, pdf: &Pdf) -> Self {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let cache = InterpreterCache::new();
        let whole = Rect::new(0.0, 0.0, width, height);
        let upright = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(upright, whole, &cache, pdf.xref(), InterpreterSettings::default());
        let mut sheet = Sheet { height, ..Sheet::default() };
        interpret_page(page, &mut context, &mut sheet);
        sheet
    }

    fn take(&mut self, glyph: &Drawn<'_>, to_sheet: Affine) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => in_order(text),
            None => return,
        };
        let [a, b, c, d, ..] = to_sheet.as_coeffs();
        if b.abs() > a.abs() {
            return;
        }
        let advance = match glyph {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(drawn) => drawn.advance_width(),
        };
        let (start, end) =
            (to_sheet * Point::ZERO, to_sheet * Point::new(advance.unwrap_or_default().into(), 0.0));
        let glyph = Glyph { text, left: start.x, right: end.x, y: start.y, size: c.hypot(d) * UNITS };
        if glyph.left.is_finite() && glyph.right.is_finite() && glyph.y.is_finite() && glyph.size.is_finite()
        {
            self.glyphs.push(glyph);
        }
    }
}

/// Puts the bytes of a ligature's letters in order: some programs write them the wrong way round, and *fi* reads 昀椀.
fn in_order(text: String) -> String {
    let swapped = |c: char| {
        let [high, low] = u16::try_from(u32::from(c)).ok()?.to_be_bytes();
        (low == 0 && high.is_ascii_alphabetic()).then_some(char::from(high))
    };
    let letters: Option<String> = text.chars().map(swapped).collect();
    letters.filter(|_| text.chars().nth(1).is_some()).unwrap_or(text)
}

impl<'a> Device<'a> for Sheet {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for placed in run.glyphs() {
            self.take(placed, props.transform * placed.transform());
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
