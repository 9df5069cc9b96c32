// SPDX-License-Identifier: GPL-3.0-or-later
//! Plots over time, as SVG.

use crate::{
	error::{write, Error, Result},
	figures::trend::Point,
};
use plotters::prelude::*;
use serde_json::{json, Value};
use std::{ops::Range, path::Path};

/// Width of a plot, in pixels.
const WIDTH: u32 = 1_000;
/// Height of each panel, in pixels.
const PANEL_HEIGHT: u32 = 260;
/// Height of the title, in pixels.
const TITLE_HEIGHT: u32 = 40;
/// Points of a line that are drawn, at most: more than pixels cannot be seen.
const MAX_POINTS: usize = 2_000;
/// Of a panel that shows fewer than so many units, the labels have a decimal.
const FEW: f64 = 10.0;
/// One colour for each line, from the start again after the last.
const COLOURS: [RGBColor; 7] = [
	RGBColor(31, 119, 180),
	RGBColor(214, 39, 40),
	RGBColor(44, 160, 44),
	RGBColor(255, 127, 14),
	RGBColor(148, 103, 189),
	RGBColor(140, 86, 75),
	RGBColor(23, 190, 207),
];

/// Values over time.
#[derive(Clone, Debug)]
struct Line {
	name: String,
	points: Vec<Point>,
}

/// Lines that share their axes.
#[derive(Clone, Debug)]
pub(crate) struct Panel {
	unit: String,
	lines: Vec<Line>,
}

impl Panel {
	/// Without lines; `unit` says what its values are.
	pub(crate) fn new(unit: &str) -> Self {
		Self { unit: unit.to_owned(), lines: Vec::new() }
	}

	/// Adds a line.
	pub(crate) fn line(&mut self, name: &str, points: Vec<Point>) -> &mut Self {
		self.lines.push(Line { name: name.to_owned(), points });
		self
	}

	fn points(&self) -> impl Iterator<Item = &Point> {
		self.lines.iter().flat_map(|line| &line.points)
	}

	/// From the lowest to the highest value that is shown: from 0, unless that would leave most of
	/// the panel empty.
	fn values(&self) -> Range<f64> {
		let largest = self.points().map(|point| point.1).fold(1.0, f64::max);
		let smallest = self.points().map(|point| point.1).fold(largest, f64::min);
		let from = if smallest > largest / 2.0 { smallest - (largest - smallest) } else { 0.0 };
		let from = from.max(0.0);
		from..largest + (largest - from).max(1.0) * 0.05
	}
}

/// Panels above each other.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
	title: String,
	panels: Vec<Panel>,
}

impl Chart {
	/// Without panels.
	pub(crate) fn new(title: &str) -> Self {
		Self { title: title.to_owned(), panels: Vec::new() }
	}

	/// Adds a panel.
	pub(crate) fn panel(&mut self, panel: Panel) {
		self.panels.push(panel);
	}

	/// Every point, for the JSON file.
	pub(crate) fn series(&self) -> Value {
		let series = |panel: &Panel| {
			let lines: Vec<_> = panel
				.lines
				.iter()
				.map(|line| json!({ "name": line.name, "points": line.points }))
				.collect();
			json!({ "unit": panel.unit, "lines": lines })
		};
		self.panels.iter().map(series).collect()
	}
}

/// Draws a chart into a file.
pub(crate) fn draw(chart: &Chart, path: &Path) -> Result<()> {
	write(path, svg(chart)?)
}

/// A chart as SVG.
fn svg(chart: &Chart) -> Result<String> {
	let failed = |error: &dyn std::fmt::Display| Error::Plot(error.to_string());
	let mut svg = String::new();
	let panels = u32::try_from(chart.panels.len()).unwrap_or(u32::MAX).max(1);
	let height = TITLE_HEIGHT.saturating_add(PANEL_HEIGHT.saturating_mul(panels));
	{
		let root = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
		root.fill(&WHITE).map_err(|error| failed(&error))?;
		let below =
			root.titled(&chart.title, ("sans-serif", 22)).map_err(|error| failed(&error))?;
		let areas = below.split_evenly((chart.panels.len().max(1), 1));
		let last_s = chart.panels.iter().flat_map(Panel::points).map(|point| point.0);
		let last_s = last_s.fold(1.0, f64::max);
		for (panel, area) in chart.panels.iter().zip(&areas) {
			draw_panel(panel, last_s, area).map_err(|error| Error::Plot(error.to_string()))?;
		}
		root.present().map_err(|error| failed(&error))?;
	}
	Ok(svg)
}

type DrawResult<'a> =
	std::result::Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

fn draw_panel<'a>(
	panel: &Panel,
	last_s: f64,
	area: &DrawingArea<SVGBackend<'a>, plotters::coord::Shift>,
) -> DrawResult<'a> {
	let values = panel.values();
	let fine = values.end - values.start < FEW;
	let mut chart = ChartBuilder::on(area)
		.margin(12)
		.x_label_area_size(34)
		.y_label_area_size(70)
		.build_cartesian_2d(0.0..last_s, values)?;
	chart
		.configure_mesh()
		.x_desc("seconds")
		.y_desc(&*panel.unit)
		.x_label_formatter(&|seconds| format!("{seconds:.0}"))
		.y_label_formatter(&|value| {
			if fine {
				format!("{value:.1}")
			} else {
				format!("{value:.0}")
			}
		})
		.light_line_style(WHITE.mix(0.0))
		.label_style(("sans-serif", 13))
		.draw()?;
	for (line, colour) in panel.lines.iter().zip(COLOURS.iter().cycle().copied()) {
		chart
			.draw_series(LineSeries::new(thinned(&line.points), colour.stroke_width(2)))?
			.label(&line.name)
			.legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], colour.stroke_width(2)));
	}
	if panel.lines.iter().any(|line| !line.name.is_empty()) {
		chart
			.configure_series_labels()
			.position(SeriesLabelPosition::LowerRight)
			.background_style(WHITE.mix(0.8))
			.label_font(("sans-serif", 13))
			.draw()?;
	}
	Ok(())
}

/// At most [`MAX_POINTS`] of the points, evenly chosen, the last one among them.
fn thinned(points: &[Point]) -> Vec<Point> {
	let step = points.len().div_ceil(MAX_POINTS).max(1);
	points.iter().rev().step_by(step).rev().copied().collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_chart_has_its_title_its_units_and_its_lines() -> Result<()> {
		let mut chart = Chart::new("Blocks & more");
		let mut rate = Panel::new("transfers a second");
		rate.line("submitted", vec![(0.0, 0.0), (30.0, 900.0)]).line("Strong", vec![(6.0, 400.0)]);
		chart.panel(rate);
		let mut lag = Panel::new("blocks");
		lag.line("alice", vec![(0.0, 1.0), (60.0, 0.0)]);
		chart.panel(lag);
		let svg = svg(&chart)?;
		for text in ["<svg", "Blocks &amp; more", "transfers a second", "Strong", "alice", "</svg>"]
		{
			assert!(svg.contains(text), "no {text} in {svg}");
		}
		assert_eq!(chart.series()[0]["lines"][0]["points"][1], json!([30.0, 900.0]));
		Ok(())
	}

	#[test]
	fn a_panel_begins_at_nothing_or_little_below_its_values() {
		let values = |low: f64, high: f64| {
			let mut panel = Panel::new("");
			panel.line("", vec![(0.0, low), (1.0, high)]);
			panel.values()
		};
		assert_eq!(values(10.0, 100.0), 0.0..105.0);
		assert_eq!(values(900.0, 1_000.0), 800.0..1_010.0);
		assert_eq!(values(0.0, 0.0), 0.0..1.05);
		let same = values(500.0, 500.0);
		assert!(same.start < 500.5 && same.end > 500.0, "{same:?}");
	}

	#[test]
	fn nothing_can_be_drawn_too() -> Result<()> {
		let mut chart = Chart::new("nothing");
		assert!(svg(&chart)?.contains("</svg>"));
		chart.panel(Panel::new("blocks"));
		assert!(svg(&chart)?.contains("</svg>"));
		Ok(())
	}

	#[test]
	fn many_points_are_thinned() {
		let points: Vec<_> = (0..10_001u32).map(|t| (f64::from(t), 0.0)).collect();
		let thin = thinned(&points);
		assert!(thin.len() <= MAX_POINTS && thin.len() > MAX_POINTS / 2);
		assert_eq!(thin.last(), points.last());
		assert_eq!(thinned(&points[..3]), &points[..3]);
	}
}
