// SPDX-License-Identifier: GPL-3.0-or-later

//! The pallets of the parachain host.

use super::Cost;
use core::marker::PhantomData;
use frame_support::weights::Weight;
use polkadot_runtime_parachains::{
	configuration, disputes, hrmp, inclusion, initializer, on_demand, paras, paras_inherent,
};

/// What calls of the parachain host cost, and the parts of its inherent.
pub struct ParachainsWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> configuration::WeightInfo for ParachainsWeight<T> {
	fn set_config_with_block_number() -> Weight {
		Cost::new(11_468_000, 1636, 3, 1).once::<T>()
	}
	fn set_config_with_u32() -> Weight {
		Cost::new(11_499_000, 1636, 3, 1).once::<T>()
	}
	fn set_config_with_option_u32() -> Weight {
		Cost::new(11_488_000, 1636, 3, 1).once::<T>()
	}
	fn set_hrmp_open_request_ttl() -> Weight {
		Cost::new(2_000_000_000_000, 0, 0, 0).once::<T>()
	}
	fn set_config_with_balance() -> Weight {
		Cost::new(11_416_000, 1636, 3, 1).once::<T>()
	}
	fn set_config_with_executor_params() -> Weight {
		Cost::new(13_612_000, 1636, 3, 1).once::<T>()
	}
	fn set_config_with_perbill() -> Weight {
		Cost::new(11_412_000, 1636, 3, 1).once::<T>()
	}
	fn set_node_feature() -> Weight {
		Cost::new(13_664_000, 1636, 3, 1).once::<T>()
	}
	fn set_config_with_scheduler_params() -> Weight {
		Cost::new(11_298_000, 1636, 3, 1).once::<T>()
	}
}

impl<T: frame_system::Config> disputes::WeightInfo for ParachainsWeight<T> {
	fn force_unfreeze() -> Weight {
		Cost::new(2_747_000, 0, 0, 1).once::<T>()
	}
}

impl<T: frame_system::Config> hrmp::WeightInfo for ParachainsWeight<T> {
	fn hrmp_init_open_channel() -> Weight {
		Cost::new(54_902_000, 3975, 10, 5).once::<T>()
	}
	fn hrmp_accept_open_channel() -> Weight {
		Cost::new(54_023_000, 4187, 7, 4).once::<T>()
	}
	fn hrmp_close_channel() -> Weight {
		Cost::new(55_429_000, 4300, 7, 4).once::<T>()
	}
	fn force_clean_hrmp(i: u32, e: u32) -> Weight {
		Cost::new(1_459_213_000, 3759, 2, 4)
			.once::<T>()
			.saturating_add(Cost::new(4_222_698, 2575, 2, 3).times::<T>(i))
			.saturating_add(Cost::new(4_358_958, 2575, 2, 3).times::<T>(e))
	}
	fn force_process_hrmp_open(c: u32) -> Weight {
		Cost::new(3_865_971, 1980, 1, 1)
			.once::<T>()
			.saturating_add(Cost::new(25_857_386, 5086, 7, 6).times::<T>(c))
	}
	fn force_process_hrmp_close(c: u32) -> Weight {
		Cost::new(2_042_224, 1828, 1, 1)
			.once::<T>()
			.saturating_add(Cost::new(15_766_725, 2600, 3, 5).times::<T>(c))
	}
	fn hrmp_cancel_open_request(c: u32) -> Weight {
		Cost::new(31_115_368, 4328, 3, 3)
			.once::<T>()
			.saturating_add(Cost::new(140_575, 15, 0, 0).times::<T>(c))
	}
	fn clean_open_channel_requests(c: u32) -> Weight {
		Cost::new(7_840_420, 1755, 1, 1)
			.once::<T>()
			.saturating_add(Cost::new(4_251_353, 2538, 1, 1).times::<T>(c))
	}
	fn force_open_hrmp_channel(c: u32) -> Weight {
		Cost::new(78_457_616, 6450, 16, 8)
			.once::<T>()
			.saturating_add(Cost::new(14_565_983, 235, 0, 0).times::<T>(c))
	}
	fn establish_system_channel() -> Weight {
		Cost::new(78_578_000, 6450, 16, 8).once::<T>()
	}
	fn poke_channel_deposits() -> Weight {
		Cost::new(16_347_000, 3761, 1, 1).once::<T>()
	}
	fn establish_channel_with_system() -> Weight {
		Cost::new(127_879_000, 6450, 23, 11).once::<T>()
	}
}

impl<T: frame_system::Config> inclusion::WeightInfo for ParachainsWeight<T> {
	fn enact_candidate(u: u32, h: u32, c: u32) -> Weight {
		Cost::new(69_678_364, 36_283, 4, 5)
			.once::<T>()
			.saturating_add(Cost::new(136_373_549, 20_798, 1, 3).times::<T>(u))
			.saturating_add(Cost::new(150_488_651, 7594, 3, 4).times::<T>(h))
			.saturating_add(Cost::new(65_201_475, 16_122, 9, 8).times::<T>(c))
	}
}

impl<T: frame_system::Config> initializer::WeightInfo for ParachainsWeight<T> {
	fn force_approve(d: u32) -> Weight {
		Cost::new(3_663_695, 0, 0, 0)
			.once::<T>()
			.saturating_add(Cost::new(959, 0, 0, 0).times::<T>(d))
	}
}

impl<T: frame_system::Config> on_demand::WeightInfo for ParachainsWeight<T> {
	fn place_order_keep_alive() -> Weight {
		Cost::new(32_540_668, 3733, 5, 4).once::<T>()
	}
	fn place_order_allow_death() -> Weight {
		Cost::new(32_303_760, 3733, 5, 4).once::<T>()
	}
	fn place_order_with_credits() -> Weight {
		Cost::new(9_355_231, 3767, 5, 4).once::<T>()
	}
}

impl<T: frame_system::Config> paras::WeightInfo for ParachainsWeight<T> {
	fn force_set_current_code(c: u32) -> Weight {
		Cost::new(35_086_000, 11_774, 4, 6)
			.once::<T>()
			.saturating_add(Cost::new(10_734, 0, 0, 0).times::<T>(c))
	}
	fn force_set_current_head(s: u32) -> Weight {
		Cost::new(7_232_000, 0, 0, 1)
			.once::<T>()
			.saturating_add(Cost::new(3618, 0, 0, 0).times::<T>(s))
	}
	fn force_set_most_recent_context() -> Weight {
		Cost::new(3_822_000, 0, 0, 1).once::<T>()
	}
	fn force_schedule_code_upgrade(c: u32) -> Weight {
		Cost::new(50_780_000, 11_917, 8, 7)
			.once::<T>()
			.saturating_add(Cost::new(10_685, 0, 0, 0).times::<T>(c))
	}
	fn force_note_new_head(s: u32) -> Weight {
		Cost::new(18_995_000, 3764, 2, 3)
			.once::<T>()
			.saturating_add(Cost::new(3645, 0, 0, 0).times::<T>(s))
	}
	fn force_queue_action() -> Weight {
		Cost::new(21_657_000, 7777, 2, 1).once::<T>()
	}
	fn add_trusted_validation_code(c: u32) -> Weight {
		Cost::new(86_779_000, 4148, 4, 3)
			.once::<T>()
			.saturating_add(Cost::new(10_226, 0, 0, 0).times::<T>(c))
	}
	fn poke_unused_validation_code() -> Weight {
		Cost::new(7_242_000, 3493, 1, 1).once::<T>()
	}
	fn include_pvf_check_statement() -> Weight {
		Cost::new(117_660_000, 30_171, 3, 1).once::<T>()
	}
	fn include_pvf_check_statement_finalize_upgrade_accept() -> Weight {
		Cost::new(717_725_000, 30_825, 5, 103).once::<T>()
	}
	fn include_pvf_check_statement_finalize_upgrade_reject() -> Weight {
		Cost::new(116_478_000, 30_803, 3, 1).once::<T>()
	}
	fn include_pvf_check_statement_finalize_onboarding_accept() -> Weight {
		Cost::new(588_058_000, 30_193, 5, 3).once::<T>()
	}
	fn include_pvf_check_statement_finalize_onboarding_reject() -> Weight {
		Cost::new(112_236_000, 30_171, 3, 1).once::<T>()
	}
	fn remove_upgrade_cooldown() -> Weight {
		Cost::new(107_759_000, 30_171, 3, 1).once::<T>()
	}
	fn authorize_force_set_current_code_hash() -> Weight {
		Cost::new(8_415_000, 0, 0, 1).once::<T>()
	}
	fn apply_authorized_force_set_current_code(c: u32) -> Weight {
		Cost::new(29_741_000, 3597, 3, 4)
			.once::<T>()
			.saturating_add(Cost::new(12_157, 0, 0, 0).times::<T>(c))
	}
}

impl<T: frame_system::Config> paras_inherent::WeightInfo for ParachainsWeight<T> {
	fn enter_empty() -> Weight {
		Cost::new(210_703_000, 46_225, 15, 3).once::<T>()
	}
	fn enter_variable_disputes(v: u32) -> Weight {
		Cost::new(889_822_933, 208_978, 26, 16)
			.once::<T>()
			.saturating_add(Cost::new(41_795_562, 0, 0, 0).times::<T>(v))
	}
	fn enter_bitfields() -> Weight {
		Cost::new(488_307_000, 82_006, 16, 4).once::<T>()
	}
	fn enter_backed_candidates_variable(v: u32) -> Weight {
		Cost::new(1_875_526_146, 82_665, 26, 14)
			.once::<T>()
			.saturating_add(Cost::new(6_190_851, 0, 0, 0).times::<T>(v))
	}
	fn enter_backed_candidate_code_upgrade() -> Weight {
		Cost::new(73_715_351_000, 82_678, 28, 14).once::<T>()
	}
}

impl<T: frame_system::Config> disputes::slashing::WeightInfo for ParachainsWeight<T> {
	/// Nobody publishes a measurement. The work is that of a report to BABE: one proof of key
	/// ownership, and one offence.
	fn report_dispute_lost_unsigned(validator_count: u32) -> Weight {
		<() as pallet_babe::WeightInfo>::report_equivocation(validator_count, 0)
	}
}
