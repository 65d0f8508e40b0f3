//! The operator's logo: an SVG file of flat shapes, drawn in greys.
//!
//! Paper is black on white, so colours become greys. What a printer or a reader could make something else of is refused by
//! name: pictures, text, gradients, filters, scripts, and anything that lies outside of the file.

use crate::ink::{Ink, group};
use krilla::{
    color::luma,
    geom::{Path, PathBuilder, Transform},
    num::NormalizedF32,
    paint::{Fill, FillRule, LineCap, LineJoin, Stroke},
    tagging::{self, ContentTag, Tag},
};
use std::fmt;
use usvg::{
    Group, Options, Paint, Tree,
    roxmltree::{Document, Node, ParsingOptions},
    tiny_skia_path::{self, PathSegment},
};

/// The largest file, in bytes.
const LARGEST: usize = 64 * 1024;
/// The most elements.
const ELEMENTS: usize = 1_000;
/// How deep elements may stand in each other.
const DEPTH: usize = 32;
/// The longest side is at most so many times the shortest.
const LONGEST_TO_SHORTEST: f32 = 8.0;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements that are shapes, or say nothing to a printer.
const ALLOWED: [&str; 13] = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs",
    "title", "desc", "metadata",
];

/// A logo that was read.
pub struct Logo {
    shapes: Vec<Shape>,
    width: f32,
    height: f32,
}

struct Shape {
    path: Path,
    fill: Option<(u8, FillRule)>,
    /// Grey, width, ends, corners.
    stroke: Option<(u8, f32, LineCap, LineJoin)>,
}

/// Why a logo can't be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Larger than 64 KiB.
    #[error("the file is larger than 64 KiB")]
    TooLarge,
    /// Not SVG, or with a document type of its own.
    #[error("the file is not SVG: {0}")]
    NotSvg(String),
    /// An element that is no flat shape.
    #[error("<{0}> can't be printed: turn it into paths with flat colours")]
    Element(String),
    /// An attribute that runs something, or points out of the file.
    #[error("the attribute {0} is not allowed: it runs a script or points to something else")]
    Attribute(String),
    /// A look that paper doesn't have.
    #[error("{0} can't be printed: use flat, opaque colours")]
    Effect(&'static str),
    /// More than 1000 elements, or more than 32 in each other.
    #[error("the drawing is too complicated: at most 1000 elements, at most 32 within each other")]
    TooComplicated,
    /// Nothing to see, or a shape that would be a line on paper.
    #[error("the drawing is empty, or more than eight times as long as it is wide")]
    NoShape,
}

impl Logo {
    /// Reads an SVG file. Every part of it that can't be printed as it looks is an error.
    ///
    /// # Errors
    /// [`LogoError`], naming what is wrong with it.
    pub fn read(svg: &str) -> Result<Self, LogoError> {
        if svg.len() > LARGEST {
            return Err(LogoError::TooLarge);
        }
        let options = ParsingOptions {
            allow_dtd: false,
            ..ParsingOptions::default()
        };
        let document = Document::parse_with_options(svg, options)
            .map_err(|error| LogoError::NotSvg(error.to_string()))?;
        look_through(&document)?;
        let tree = Tree::from_xmltree(&document, &Options::default())
            .map_err(|error| LogoError::NotSvg(error.to_string()))?;
        let (width, height) = (tree.size().width(), tree.size().height());
        let mut shapes = Vec::new();
        collect(tree.root(), &mut shapes)?;
        let long = width.max(height) > LONGEST_TO_SHORTEST * width.min(height);
        if shapes.is_empty() || long {
            return Err(LogoError::NoShape);
        }
        Ok(Self {
            shapes,
            width,
            height,
        })
    }

    /// Width and height when it is as large as it can be in that much room, in points.
    pub(crate) fn fitted(&self, width: f32, height: f32) -> (f32, f32) {
        let scale = (width / self.width).min(height / self.height);
        (self.width * scale, self.height * scale)
    }

    /// Draws it into a place that [`Self::fitted`] measured, with its top left corner there.
    pub(crate) fn draw(
        &self,
        ink: &mut Ink<'_, '_>,
        (x, y): (f32, f32),
        size: (f32, f32),
        description: String,
    ) -> tagging::Node {
        let scale = size.0 / self.width;
        let id = ink.surface.start_tagged(ContentTag::Other);
        let place = Transform::from_row(scale, 0.0, 0.0, scale, x, y);
        ink.surface.push_transform(&place);
        for shape in &self.shapes {
            ink.surface.set_fill(shape.fill.map(|(grey, rule)| Fill {
                paint: luma::Color::new(grey).into(),
                opacity: NormalizedF32::ONE,
                rule,
            }));
            ink.surface.set_stroke(
                shape
                    .stroke
                    .map(|(grey, width, line_cap, line_join)| Stroke {
                        paint: luma::Color::new(grey).into(),
                        width,
                        line_cap,
                        line_join,
                        opacity: NormalizedF32::ONE,
                        ..Stroke::default()
                    }),
            );
            ink.surface.draw_path(&shape.path);
        }
        ink.surface.pop();
        ink.surface.end_tagged();
        group(Tag::Figure(Some(description)), [id.into()])
    }
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Logo")
            .field("shapes", &self.shapes.len())
            .finish_non_exhaustive()
    }
}

/// Refuses what isn't a flat shape before anything is made of it. Without `use` nothing is drawn twice, so a drawing is never
/// larger than its file says.
fn look_through(document: &Document<'_>) -> Result<(), LogoError> {
    let elements = document.descendants().filter(Node::is_element);
    for (count, element) in elements.enumerate() {
        if count >= ELEMENTS || element.ancestors().take(DEPTH + 1).count() > DEPTH {
            return Err(LogoError::TooComplicated);
        }
        let name = element.tag_name();
        // Drawing programs leave notes of their own in other name spaces; they draw nothing.
        if name.namespace() == Some(SVG) && !ALLOWED.contains(&name.name()) {
            return Err(LogoError::Element(name.name().to_owned()));
        }
        for attribute in element.attributes() {
            let runs = attribute.name().starts_with("on");
            let points = attribute.name() == "href" || attribute.value().contains("url(");
            if runs || points {
                return Err(LogoError::Attribute(attribute.name().to_owned()));
            }
        }
    }
    Ok(())
}

fn collect(group: &Group, shapes: &mut Vec<Shape>) -> Result<(), LogoError> {
    if group.opacity().get() < 1.0 {
        return Err(LogoError::Effect("opacity"));
    }
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => collect(group, shapes)?,
            usvg::Node::Path(path) if path.is_visible() => shapes.push(shape(path)?),
            usvg::Node::Path(_) => {}
            usvg::Node::Image(_) => return Err(LogoError::Element("image".into())),
            usvg::Node::Text(_) => return Err(LogoError::Element("text".into())),
        }
    }
    Ok(())
}

fn shape(path: &usvg::Path) -> Result<Shape, LogoError> {
    let fill = path
        .fill()
        .map(|fill| {
            let rule = match fill.rule() {
                usvg::FillRule::NonZero => FillRule::NonZero,
                usvg::FillRule::EvenOdd => FillRule::EvenOdd,
            };
            Ok((grey(fill.paint(), fill.opacity().get())?, rule))
        })
        .transpose()?;
    let transform = path.abs_transform();
    let stroke = path
        .stroke()
        .map(|stroke| {
            if stroke.dasharray().is_some() {
                return Err(LogoError::Effect("stroke-dasharray"));
            }
            let (across, along) = transform.get_scale();
            let cap = match stroke.linecap() {
                usvg::LineCap::Butt => LineCap::Butt,
                usvg::LineCap::Round => LineCap::Round,
                usvg::LineCap::Square => LineCap::Square,
            };
            let join = match stroke.linejoin() {
                usvg::LineJoin::Round => LineJoin::Round,
                usvg::LineJoin::Bevel => LineJoin::Bevel,
                usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            };
            let width = stroke.width().get() * f32::midpoint(across, along);
            let grey = grey(stroke.paint(), stroke.opacity().get())?;
            Ok((grey, width, cap, join))
        })
        .transpose()?;
    let placed = path.data().clone().transform(transform);
    let path = placed
        .and_then(|path| outline(&path))
        .ok_or(LogoError::NoShape)?;
    Ok(Shape { path, fill, stroke })
}

/// How dark a colour is on a printer that has only black: its luminance (ITU-R BT.709 weights).
fn grey(paint: &Paint, opacity: f32) -> Result<u8, LogoError> {
    if opacity < 1.0 {
        return Err(LogoError::Effect("opacity"));
    }
    match paint {
        Paint::Color(color) => {
            let sum = 2126 * u32::from(color.red)
                + 7152 * u32::from(color.green)
                + 722 * u32::from(color.blue);
            Ok(u8::try_from(sum / 10_000).unwrap_or(u8::MAX))
        }
        _ => Err(LogoError::Effect("a gradient or pattern")),
    }
}

fn outline(path: &tiny_skia_path::Path) -> Option<Path> {
    let mut outline = PathBuilder::new();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => outline.move_to(to.x, to.y),
            PathSegment::LineTo(to) => outline.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => outline.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(from, by, to) => {
                outline.cubic_to(from.x, from.y, by.x, by.y, to.x, to.y);
            }
            PathSegment::Close => outline.close(),
        }
    }
    outline.finish()
}
