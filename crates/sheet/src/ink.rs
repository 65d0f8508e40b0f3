//! Putting things on a page: text, which is tagged, and lines, which are decoration to a screen reader.

use crate::{
    font::{Fonts, HALF_CAPITAL, Run, Style},
    paper::Paper,
    text::Paragraph,
};
use krilla::{
    color::luma,
    geom::{Path, PathBuilder, Point, Rect},
    num::NormalizedF32,
    paint::{Fill, FillRule, LineCap, Stroke, StrokeDash},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagKind},
};

/// The size of what is no part of the text, in points.
pub(crate) const MARGINAL: f32 = 11.0;

/// A page that is being written.
pub(crate) struct Ink<'p, 's> {
    pub(crate) fonts: &'p Fonts,
    pub(crate) surface: &'p mut Surface<'s>,
    pub(crate) paper: Paper,
}

/// A piece of structure with what stands in it.
pub(crate) fn group(tag: impl Into<TagKind>, children: impl IntoIterator<Item = Node>) -> Node {
    TagGroup::with_children(tag, children.into_iter().collect()).into()
}

impl Ink<'_, '_> {
    /// Writes one line, its capitals centred on `middle`, and returns its place in the structure.
    pub(crate) fn run(&mut self, x: f32, middle: f32, run: &Run) -> Node {
        self.glyphs(ContentTag::Span(SpanTag::empty()), x, middle, run)
            .into()
    }

    /// Writes one line of text.
    pub(crate) fn line(
        &mut self,
        x: f32,
        middle: f32,
        style: Style,
        size: f32,
        text: &str,
    ) -> Node {
        let run = self.fonts.run(style, size, text);
        self.run(x, middle, &run)
    }

    /// Writes one line of text that ends at `right`.
    pub(crate) fn line_to(
        &mut self,
        right: f32,
        middle: f32,
        style: Style,
        size: f32,
        text: &str,
    ) -> Node {
        let run = self.fonts.run(style, size, text);
        self.run(right - run.width, middle, &run)
    }

    /// Writes what is repeated at the top of a later page, which a screen reader passes over.
    pub(crate) fn running(&mut self, size: f32, text: &str) {
        let run = self.fonts.run(Style::Text, size, text);
        let header = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header));
        self.glyphs(header, Paper::left(), Paper::top() + size / 2.0, &run);
    }

    /// Writes the page's number in the bottom margin; screen readers have their own.
    pub(crate) fn page_number(&mut self, size: f32, text: &str) {
        let run = self.fonts.run(Style::Text, size, text);
        let footer = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer));
        let x = self.paper.right() - run.width;
        self.glyphs(footer, x, self.paper.bottom() + MARGINAL, &run);
    }

    fn glyphs(&mut self, tag: ContentTag<'_>, x: f32, middle: f32, run: &Run) -> Identifier {
        let at = Point::from_xy(x, middle + HALF_CAPITAL * run.size);
        let id = self.surface.start_tagged(tag);
        self.surface.set_fill(Some(black()));
        self.surface.set_stroke(None);
        self.surface.draw_glyphs(
            at,
            &run.glyphs,
            self.fonts.font(run.style),
            &run.text,
            run.size,
            false,
        );
        self.surface.end_tagged();
        id
    }

    /// Writes a paragraph below `top`.
    pub(crate) fn paragraph(&mut self, x: f32, top: f32, paragraph: &Paragraph) -> Vec<Node> {
        let mut middle = top - paragraph.leading / 2.0;
        paragraph
            .lines
            .iter()
            .map(|run| {
                middle += paragraph.leading;
                self.run(x, middle, run)
            })
            .collect()
    }

    /// Draws lines to write on, from left to right, each with its end.
    pub(crate) fn rules(&mut self, y: f32, spans: &[(f32, f32)]) {
        let mut path = PathBuilder::new();
        for (from, to) in spans {
            path.move_to(*from, y);
            path.line_to(*to, y);
        }
        self.stroke(path.finish(), 0.8, None);
    }

    /// Draws an upright line, as a mark.
    pub(crate) fn upright(&mut self, x: f32, from: f32, to: f32) {
        let mut path = PathBuilder::new();
        path.move_to(x, from);
        path.line_to(x, to);
        self.stroke(path.finish(), 0.8, None);
    }

    /// Draws where to fold: dashes, so that nobody cuts there.
    pub(crate) fn fold(&mut self, x: f32, y: f32, width: f32) {
        let mut path = PathBuilder::new();
        path.move_to(x, y);
        path.line_to(x + width, y);
        self.stroke(path.finish(), 0.8, Some(vec![5.0, 5.0]));
    }

    /// Draws a square to tick, left of `x + size`, centred on `middle`.
    pub(crate) fn tick_box(&mut self, x: f32, middle: f32, size: f32) {
        self.frame(x, middle - size / 2.0, size, size, 1.1);
    }

    /// Draws a rectangle.
    pub(crate) fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, weight: f32) {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            path.push_rect(rect);
        }
        self.stroke(path.finish(), weight, None);
    }

    /// Draws the perforation across the page, with scissors.
    pub(crate) fn perforation(&mut self, y: f32) {
        // Past the margins, as far as most printers reach, so that a tear starts straight.
        const EDGE: f32 = 20.0;
        const GAP: f32 = 12.0;
        let centre = self.paper.width() / 2.0;
        for (from, to) in [
            (centre - GAP, EDGE),
            (centre + GAP, self.paper.width() - EDGE),
        ] {
            let mut path = PathBuilder::new();
            path.move_to(from, y);
            path.line_to(to, y);
            self.stroke(path.finish(), 1.6, Some(vec![0.0, 4.5]));
        }
        self.scissors(centre, y);
    }

    /// Scissors, 16 points wide, cutting to the left.
    fn scissors(&mut self, x: f32, y: f32) {
        let mut blades = PathBuilder::new();
        for side in [1.0, -1.0] {
            blades.move_to(x + 3.2, y + side * 2.2);
            blades.line_to(x - 8.0, y - side * 3.0);
        }
        self.stroke(blades.finish(), 1.3, None);
        for side in [1.0, -1.0] {
            let ring = ellipse(x + 5.4, y + side * 3.1, 2.9, 2.1);
            self.stroke(ring, 1.2, None);
        }
    }

    fn stroke(&mut self, path: Option<Path>, width: f32, dash: Option<Vec<f32>>) {
        let Some(path) = path else { return };
        self.surface
            .start_tagged(ContentTag::Artifact(Artifact::with_kind(
                ArtifactType::Layout,
            )));
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke {
            paint: luma::Color::black().into(),
            width,
            line_cap: LineCap::Round,
            opacity: NormalizedF32::ONE,
            dash: dash.map(|array| StrokeDash { array, offset: 0.0 }),
            ..Stroke::default()
        }));
        self.surface.draw_path(&path);
        self.surface.end_tagged();
    }
}

fn ellipse(x: f32, y: f32, rx: f32, ry: f32) -> Option<Path> {
    // The usual four Bézier curves: 4/3·(√2 − 1) of the radius.
    const K: f32 = 0.552_284_8;
    let (kx, ky) = (rx * K, ry * K);
    let mut path = PathBuilder::new();
    path.move_to(x + rx, y);
    path.cubic_to(x + rx, y + ky, x + kx, y + ry, x, y + ry);
    path.cubic_to(x - kx, y + ry, x - rx, y + ky, x - rx, y);
    path.cubic_to(x - rx, y - ky, x - kx, y - ry, x, y - ry);
    path.cubic_to(x + kx, y - ry, x + rx, y - ky, x + rx, y);
    path.close();
    path.finish()
}

fn black() -> Fill {
    Fill {
        paint: luma::Color::black().into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}
