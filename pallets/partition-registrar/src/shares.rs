// SPDX-License-Identifier: Apache-2.0

//! Who shares which core: arithmetic without state.

use alloc::vec::Vec;

/// The parts that the host divides a core into.
pub const PARTS_OF_A_CORE: u16 = 57_600;
/// Partitions on one core, at most. Each still gets whole parts.
pub const MAX_ON_A_CORE: u32 = 240;

/// Deals the partitions out to the cores like cards, beginning with the one whose `turn` it is if
/// they do not divide evenly. There are no more cores than partitions then, and none without one.
///
/// Every round of the cores serves each partition of a core once. So the block time of a partition
/// is that of the relay chain times the partitions on its core.
pub fn deal<Id: Copy>(partitions: &[Id], cores: usize, turn: usize) -> Vec<Vec<Id>> {
	let count = partitions.len();
	let cores = cores.min(count);
	if cores == 0 {
		return Vec::new();
	}
	let first = if count.is_multiple_of(cores) { 0 } else { turn % count };
	(0..cores)
		.map(|core| {
			let places = (core..count).step_by(cores);
			places.filter_map(|place| partitions.get((first + place) % count)).copied().collect()
		})
		.collect()
}

/// The parts of a core that each of so many get. Equal parts are what makes them take turns one by
/// one; the rest of the division is nobody's, and costs nothing: the host counts turns, not parts.
pub fn equal_parts(partitions: usize) -> u16 {
	let partitions = u16::try_from(partitions).unwrap_or(u16::MAX).max(1);
	(PARTS_OF_A_CORE / partitions).max(1)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn no_core_has_two_more_than_another() {
		for partitions in 0..=32usize {
			let ids: Vec<usize> = (0..partitions).collect();
			for cores in 0..=40 {
				for turn in [0, 1, 7, usize::MAX] {
					let shares = deal(&ids, cores, turn);
					assert_eq!(shares.len(), cores.min(partitions));
					let mut seen = shares.concat();
					seen.sort_unstable();
					if cores > 0 {
						assert_eq!(seen, ids);
					}
					let sizes = || shares.iter().map(Vec::len);
					assert!(sizes().max().unwrap_or(0) <= sizes().min().unwrap_or(0) + 1);
				}
			}
		}
	}

	#[test]
	fn places_move_on_only_if_they_are_uneven() {
		let ids = [1, 2, 3, 4];
		assert_eq!(deal(&ids, 2, 0), [[1, 3], [2, 4]]);
		assert_eq!(deal(&ids, 2, 1), deal(&ids, 2, 0));
		assert_eq!(deal(&ids, 3, 0), [vec![1, 4], vec![2], vec![3]]);
		assert_eq!(deal(&ids, 3, 1), [vec![2, 1], vec![3], vec![4]]);
		assert_eq!(deal(&ids, 3, 4), deal(&ids, 3, 0));
	}

	/// In as many sessions as there are partitions, all of them have had the same.
	#[test]
	fn a_round_of_sessions_is_fair() {
		for partitions in 1..=12u64 {
			let ids: Vec<u64> = (0..partitions).collect();
			for cores in 1..=5 {
				// Blocks in a session that every number of turns divides.
				let session = 27_720;
				let mut blocks = vec![0; ids.len()];
				for turn in 0..ids.len() {
					for share in deal(&ids, cores, turn) {
						for id in &share {
							let place = usize::try_from(*id).expect("is small");
							blocks[place] += session / share.len();
						}
					}
				}
				assert!(blocks.iter().all(|each| *each == blocks[0]), "{partitions} on {cores}");
			}
		}
	}

	#[test]
	fn parts_fit_a_core() {
		for partitions in 0..=MAX_ON_A_CORE as usize {
			let parts = equal_parts(partitions);
			assert!(parts > 0 && usize::from(parts) * partitions <= usize::from(PARTS_OF_A_CORE));
		}
	}
}
