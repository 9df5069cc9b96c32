// SPDX-License-Identifier: GPL-3.0-or-later
//! Lines through points.

/// A point: seconds since the start, and a value.
pub(crate) type Point = (f64, f64);

/// The straight line of the least squares: its value at 0 and what it gains a second. `None` unless
/// there are two different times.
pub(crate) fn line(points: &[Point]) -> Option<(f64, f64)> {
	let count = points.len() as f64;
	let (sum_t, sum_v) = points.iter().fold((0.0, 0.0), |(t, v), point| (t + point.0, v + point.1));
	let (mean_t, mean_v) = (sum_t / count, sum_v / count);
	let (mut spread, mut together) = (0.0, 0.0);
	for (t, v) in points {
		spread += (t - mean_t) * (t - mean_t);
		together += (t - mean_t) * (v - mean_v);
	}
	// Also false for the NaN of no points.
	if spread > 0.0 {
		let slope = together / spread;
		Some((mean_v - slope * mean_t, slope))
	} else {
		None
	}
}

/// What a value gains in an hour, as a share of what it was at the first point.
pub(crate) fn growth_an_hour(points: &[Point]) -> Option<f64> {
	const HOUR_S: f64 = 3600.0;
	let (at_zero, slope) = line(points)?;
	let start = at_zero + slope * points.first()?.0;
	(start > 0.0).then(|| slope * HOUR_S / start)
}

/// The values' mean, and how many there are.
pub(crate) fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
	let (sum, count) = values.into_iter().fold((0.0, 0u32), |(sum, n), value| (sum + value, n + 1));
	(count > 0).then(|| sum / f64::from(count))
}

/// The smallest value that at least this share of the values do not exceed.
pub(crate) fn quantile(values: &mut [f64], share: f64) -> Option<f64> {
	values.sort_by(f64::total_cmp);
	let wanted = share * values.len() as f64;
	let index = (0..values.len()).find(|index| (*index + 1) as f64 >= wanted)?;
	values.get(index).copied()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_line_is_found() {
		let points: Vec<_> = (0..10u32).map(|t| (f64::from(t), 3.0 + 2.0 * f64::from(t))).collect();
		let (at_zero, slope) = line(&points).expect("there are many");
		assert!((at_zero - 3.0).abs() < 1e-9 && (slope - 2.0).abs() < 1e-9);
		assert_eq!(line(&points[..1]), None);
		assert_eq!(line(&[]), None);
	}

	#[test]
	fn growth_counts_from_the_first_point() {
		// From 200 at 100 s, a hundredth of it a minute.
		let points: Vec<_> =
			(0..5u32).map(|n| (100.0 + 60.0 * f64::from(n), 200.0 + 2.0 * f64::from(n))).collect();
		let growth = growth_an_hour(&points).expect("there are many");
		assert!((growth - 0.6).abs() < 1e-9, "{growth}");
		assert_eq!(growth_an_hour(&[(0.0, 0.0), (1.0, 0.0)]), None);
	}

	#[test]
	fn means_and_quantiles() {
		assert_eq!(mean([1.0, 2.0, 6.0]), Some(3.0));
		assert_eq!(mean([]), None);
		let mut values = [3.0, 1.0, 2.0, 4.0];
		assert_eq!(quantile(&mut values, 0.5), Some(2.0));
		assert_eq!(quantile(&mut values, 0.95), Some(4.0));
		assert_eq!(quantile(&mut values, 0.0), Some(1.0));
		assert_eq!(quantile(&mut [], 0.5), None);
	}
}
