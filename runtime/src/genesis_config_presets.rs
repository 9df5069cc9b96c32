// SPDX-License-Identifier: GPL-3.0-or-later

//! The genesis of networks, all made by [`relay_genesis`].
//!
//! | preset | validators | epochs | sudo | for |
//! | --- | --- | --- | --- | --- |
//! | `development` | Alice | 2 minutes | Alice | one node on one machine |
//! | `local_testnet` | Alice to Dave | 2 minutes | Alice | a network on one machine |
//! | `staging` | Alice to Dave | 4 hours | none | rehearsing production parameters |
//!
//! A preset has no partitions. The node adds them: it knows their genesis heads and their code.
//!
//! Everybody knows the keys of these validators. **No preset is fit to carry value**, `staging`
//! neither: a production network is made from its operators' own keys, with the same helper.

use crate::{
	configs::{committee::TreasuryAccount, consensus::BABE_GENESIS_EPOCH_CONFIG},
	constants::{
		committee::{DEV_SLASH_DEFER_SESSIONS, SLASH_DEFER_SESSIONS},
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		partitions::{
			CHANNEL_CAPACITY, CHANNEL_MESSAGE_BYTES, MAX_PARTITIONS, UPWARD_MESSAGE_BYTES,
		},
		time::{DAYS, DEV_EPOCH_SLOTS, EPOCH_SLOTS, HOURS},
	},
	BabeConfig, BalancesConfig, ChainParametersConfig, ConfigurationConfig,
	PartitionRegistrarConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, SudoConfig,
	ValidatorCommitteeConfig,
};
use alloc::{vec, vec::Vec};
use asf_primitives::substrate::AuthorityId as AsfId;
use frame_support::build_struct_json_patch;
use pallet_partition_registrar::GenesisPartition;
use pallet_validator_committee::Role;
use polkadot_primitives::{
	node_features::FeatureIndex, vstaging::SchedulerParams, AccountId, ApprovalVotingParams,
	AssignmentId, Balance, BlockNumber, ExecutorParam, ExecutorParams, HeadData, Id as ParaId,
	NodeFeatures, PvfExecKind, PvfPrepKind, ValidationCode, ValidatorId, MAX_CODE_SIZE,
	MAX_POV_SIZE,
};
use polkadot_runtime_parachains::configuration::HostConfiguration;
use sp_authority_discovery::AuthorityId as AuthorityDiscoveryId;
use sp_consensus_babe::AuthorityId as BabeId;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_staking::SessionIndex;

/// The preset with production parameters and well-known keys.
pub const STAGING_RUNTIME_PRESET: &str = "staging";

/// What each well-known account has.
const DEV_ENDOWMENT: Balance = 1_000_000 * UNITS;
/// What each well-known validator bonds of it.
const DEV_BOND: Balance = 1_000 * UNITS;
/// What the well-known endowed accounts are: enough for seven validators.
const DEV_ACCOUNTS: [Sr25519Keyring; 7] = [
	Sr25519Keyring::Alice,
	Sr25519Keyring::Bob,
	Sr25519Keyring::Charlie,
	Sr25519Keyring::Dave,
	Sr25519Keyring::Eve,
	Sr25519Keyring::Ferdie,
	Sr25519Keyring::One,
];

/// A validator of the first panels: who it is, what it bonds, and what it signs with.
#[derive(Clone, Debug)]
pub struct ValidatorKeys {
	/// Holds the bond.
	pub stash: AccountId,
	/// Authors blocks.
	pub babe: BabeId,
	/// Votes on finality.
	pub asf: AsfId,
	/// States what it thinks of parachain candidates.
	pub para_validator: ValidatorId,
	/// Is assigned to check candidates.
	pub para_assignment: AssignmentId,
	/// Signs its addresses.
	pub authority_discovery: AuthorityDiscoveryId,
	/// The role it bonds under.
	pub role: Role,
	/// What it bonds. The stash has to be endowed with more.
	pub bond: Balance,
}

impl ValidatorKeys {
	/// The validator whose keys a well-known seed makes, as `--alice` and the like have them.
	pub fn well_known(account: Sr25519Keyring, asf: Ed25519Keyring) -> Self {
		let sr25519 = account.public();
		Self {
			stash: account.to_account_id(),
			babe: sr25519.into(),
			asf: asf.public().into(),
			para_validator: sr25519.into(),
			para_assignment: sr25519.into(),
			authority_discovery: sr25519.into(),
			role: Role::ValidityNode,
			bond: DEV_BOND,
		}
	}

	/// What it registers with the session pallet.
	pub fn session_keys(&self) -> SessionKeys {
		SessionKeys {
			babe: self.babe.clone(),
			asf: self.asf.clone(),
			para_validator: self.para_validator.clone(),
			para_assignment: self.para_assignment.clone(),
			authority_discovery: self.authority_discovery.clone(),
		}
	}
}

/// What a network runs at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
	/// One machine, perhaps a slow one: short epochs, and time for parachain code to compile and
	/// run on a processor that all validators share.
	Development,
	/// Validators with a machine each.
	Production,
}

impl Pace {
	/// The length of an epoch, and so of a session, in slots.
	pub const fn epoch_slots(self) -> u64 {
		match self {
			Pace::Development => DEV_EPOCH_SLOTS,
			Pace::Production => EPOCH_SLOTS,
		}
	}

	/// Whole sessions in which governance can cancel a slash.
	pub const fn slash_defer_sessions(self) -> SessionIndex {
		match self {
			Pace::Development => DEV_SLASH_DEFER_SESSIONS,
			Pace::Production => SLASH_DEFER_SESSIONS,
		}
	}

	fn executor_params(self) -> ExecutorParams {
		match self {
			Pace::Development => ExecutorParams::from(DEV_EXECUTOR_PARAMS.as_slice()),
			Pace::Production => ExecutorParams::default(),
		}
	}
}

/// Four times the defaults, in milliseconds.
const DEV_EXECUTOR_PARAMS: [ExecutorParam; 4] = [
	ExecutorParam::PvfPrepTimeout(PvfPrepKind::Precheck, 240_000),
	ExecutorParam::PvfPrepTimeout(PvfPrepKind::Prepare, 1_440_000),
	ExecutorParam::PvfExecTimeout(PvfExecKind::Backing, 8_000),
	ExecutorParam::PvfExecTimeout(PvfExecKind::Approval, 48_000),
];

/// A partition that runs from the first session on.
#[derive(Clone, Debug)]
pub struct PartitionGenesis {
	/// Its para id.
	pub id: ParaId,
	/// The header of its own first block, encoded.
	pub head: HeadData,
	/// The code with which validators check its blocks.
	pub code: ValidationCode,
}

/// What a network is made of.
#[derive(Clone, Debug)]
pub struct GenesisParams {
	/// The first committee. The panel is elected from it.
	pub validators: Vec<ValidatorKeys>,
	/// Accounts and what they have, the validators' stashes among them.
	pub endowed: Vec<(AccountId, Balance)>,
	/// Who acts as root, if anyone.
	pub sudo: Option<AccountId>,
	/// The partitions. Each has a channel to each other.
	pub partitions: Vec<PartitionGenesis>,
	/// How fast it runs.
	pub pace: Pace,
}

/// How many other validators check each parachain block before the chain may be finalized past it.
///
/// A checker must not have backed the block. With one validator nobody is left to check, and with
/// two there is one.
pub const fn needed_approvals(validators: u32) -> u32 {
	match validators {
		0 | 1 => 0,
		2 => 1,
		_ => 2,
	}
}

/// The parachain host's configuration for a network of this many validators.
pub fn host_configuration(validators: u32, pace: Pace) -> HostConfiguration<BlockNumber> {
	let (rotation, retention) = match pace {
		Pace::Development => (20, 2 * HOURS),
		// Longer than what disputes reach back to: six sessions, a day.
		Pace::Production => (10, 2 * DAYS),
	};
	let features = [
		FeatureIndex::EnableAssignmentsV2,
		FeatureIndex::ElasticScalingMVP,
		FeatureIndex::CandidateReceiptV2,
	];
	HostConfiguration {
		max_code_size: MAX_CODE_SIZE,
		max_head_data_size: 32 * 1024,
		max_upward_queue_count: 8,
		max_upward_queue_size: 1024 * 1024,
		max_upward_message_size: UPWARD_MESSAGE_BYTES,
		max_upward_message_num_per_candidate: 5,
		max_downward_message_size: CHANNEL_MESSAGE_BYTES,
		max_pov_size: MAX_POV_SIZE,
		hrmp_max_message_num_per_candidate: 5,
		hrmp_channel_max_capacity: CHANNEL_CAPACITY,
		hrmp_channel_max_total_size: 256 * 1024,
		hrmp_channel_max_message_size: CHANNEL_MESSAGE_BYTES,
		// One for each other partition there can be.
		hrmp_max_parachain_inbound_channels: MAX_PARTITIONS,
		hrmp_max_parachain_outbound_channels: MAX_PARTITIONS,
		validation_upgrade_cooldown: 2,
		validation_upgrade_delay: 2,
		minimum_validation_upgrade_delay: 5,
		code_retention_period: retention,
		dispute_period: 6,
		no_show_slots: 2,
		n_delay_tranches: 25,
		needed_approvals: needed_approvals(validators),
		// Validators that check a candidate at once, in the mean: enough that hardly any waits for
		// those who are drawn for later.
		relay_vrf_modulo_samples: 6,
		minimum_backing_votes: 1,
		// A checker that may put several approvals into one message waits six seconds for more of
		// them, and finality with it.
		approval_voting_params: ApprovalVotingParams { max_approval_coalesce_count: 1 },
		node_features: features.into_iter().fold(NodeFeatures::EMPTY, with_feature),
		executor_params: pace.executor_params(),
		scheduler_params: SchedulerParams {
			lookahead: 5,
			group_rotation_frequency: rotation,
			paras_availability_period: 4,
			// Without this, a few validators make one group that backs everything, and nobody is
			// left to approve.
			max_validators_per_core: Some(1),
			// As many as there are validators, then, whatever the panel's size: more would have no
			// validators behind them. The registrar shares them.
			num_cores: 0,
			..Default::default()
		},
		..Default::default()
	}
}

fn with_feature(mut features: NodeFeatures, feature: FeatureIndex) -> NodeFeatures {
	let index = feature as usize;
	if features.len() <= index {
		features.resize(index + 1, false);
	}
	features.set(index, true);
	features
}

/// The genesis of a network, as a patch of the default one.
///
/// The treasury is endowed with what keeps its account alive. Bonds are taken from the endowments.
pub fn relay_genesis(params: GenesisParams) -> serde_json::Value {
	let GenesisParams { validators, endowed, sudo, partitions, pace } = params;
	let count = u32::try_from(validators.len()).unwrap_or(u32::MAX);
	let treasury = (TreasuryAccount::get(), EXISTENTIAL_DEPOSIT);

	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig {
			balances: endowed.into_iter().chain([treasury]).collect::<Vec<_>>(),
		},
		babe: BabeConfig { epoch_config: BABE_GENESIS_EPOCH_CONFIG },
		chain_parameters: ChainParametersConfig {
			epoch_slots: pace.epoch_slots(),
			slash_defer_sessions: pace.slash_defer_sessions(),
		},
		validator_committee: ValidatorCommitteeConfig {
			members: validators
				.iter()
				.map(|validator| (validator.stash.clone(), validator.role, validator.bond))
				.collect::<Vec<_>>(),
		},
		session: SessionConfig {
			keys: validators
				.iter()
				.map(|validator| {
					let stash = validator.stash.clone();
					(stash.clone(), stash, validator.session_keys())
				})
				.collect::<Vec<_>>(),
		},
		configuration: ConfigurationConfig { config: host_configuration(count, pace) },
		partition_registrar: registrar_genesis(partitions),
		sudo: SudoConfig { key: sudo },
	})
}

/// The registrar's genesis. It holds each code once: most often there is only one.
fn registrar_genesis(partitions: Vec<PartitionGenesis>) -> PartitionRegistrarConfig {
	let mut codes: Vec<ValidationCode> = Vec::new();
	let partitions = partitions
		.into_iter()
		.map(|PartitionGenesis { id, head, code }| {
			let place = codes.iter().position(|known| *known == code).unwrap_or_else(|| {
				codes.push(code);
				codes.len() - 1
			});
			let code = u32::try_from(place).unwrap_or(u32::MAX);
			GenesisPartition { id, genesis_head: head, code }
		})
		.collect();
	PartitionRegistrarConfig { codes, partitions, ..Default::default() }
}

fn well_known_validators() -> [ValidatorKeys; 4] {
	[
		(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
		(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
		(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
		(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
	]
	.map(|(account, asf)| ValidatorKeys::well_known(account, asf))
}

fn well_known(validators: usize, sudo: bool, pace: Pace) -> GenesisParams {
	GenesisParams {
		validators: well_known_validators().into_iter().take(validators).collect(),
		endowed: DEV_ACCOUNTS.map(|account| (account.to_account_id(), DEV_ENDOWMENT)).to_vec(),
		sudo: sudo.then(|| Sr25519Keyring::Alice.to_account_id()),
		partitions: Vec::new(),
		pace,
	}
}

/// What the preset of this name is made of. It has no partitions: their genesis heads and code are
/// not this runtime's to know.
pub fn preset_params(name: &str) -> Option<GenesisParams> {
	match name {
		DEV_RUNTIME_PRESET => Some(well_known(1, true, Pace::Development)),
		LOCAL_TESTNET_RUNTIME_PRESET => Some(well_known(4, true, Pace::Development)),
		STAGING_RUNTIME_PRESET => Some(well_known(4, false, Pace::Production)),
		_ => None,
	}
}

/// The preset of this name, as JSON.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	serde_json::to_vec(&relay_genesis(preset_params(id.as_ref())?)).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![
		PresetId::from(DEV_RUNTIME_PRESET),
		PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET),
		PresetId::from(STAGING_RUNTIME_PRESET),
	]
}
