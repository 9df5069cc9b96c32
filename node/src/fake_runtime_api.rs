// SPDX-License-Identifier: GPL-3.0-or-later
//! The runtime as the node knows it: names of APIs, without any code behind them.
//!
//! The client needs a type that has the runtime's APIs, and calls the WASM on chain through it.
//! Nothing here ever runs, and so the node works with every runtime that has these APIs.

#![allow(clippy::unimplemented, reason = "never called: the client calls the WASM on chain")]
#![allow(missing_docs, reason = "the macro generates public items")]

use asf_primitives::substrate::{
	AuthorityId as AsfId, OpaqueKeyOwnershipProof, RecordedCertificate,
};
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use pallet_validator_committee::{Candidate, MemberInfo};
use polkadot_primitives::{
	runtime_api, slashing, AccountId, AuthorityDiscoveryId, Balance, Block, BlockNumber,
	CandidateCommitments, CandidateEvent, CandidateHash,
	CommittedCandidateReceiptV2 as CommittedCandidateReceipt, CoreState, DisputeState,
	ExecutorParams, GroupRotationInfo, Hash, Id as ParaId, InboundDownwardMessage,
	InboundHrmpMessage, Nonce, OccupiedCoreAssumption, PersistedValidationData, PvfCheckStatement,
	ScrapedOnChainVotes, SessionIndex, SessionInfo, ValidationCode, ValidationCodeHash,
	ValidatorId, ValidatorIndex, ValidatorSignature,
};
use sp_core::OpaqueMetadata;
use sp_runtime::{
	traits::Block as BlockT,
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, Weight,
};
use sp_version::RuntimeVersion;
use std::collections::BTreeMap;

#[allow(dead_code, reason = "only its API type is used")]
struct Runtime;

sp_api::impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			unimplemented!()
		}

		fn execute_block(_: <Block as BlockT>::LazyBlock) {
			unimplemented!()
		}

		fn initialize_block(_: &<Block as BlockT>::Header) -> sp_runtime::ExtrinsicInclusionMode {
			unimplemented!()
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			unimplemented!()
		}

		fn metadata_at_version(_: u32) -> Option<OpaqueMetadata> {
			unimplemented!()
		}

		fn metadata_versions() -> Vec<u32> {
			unimplemented!()
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(_: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			unimplemented!()
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			unimplemented!()
		}

		fn inherent_extrinsics(_: sp_inherents::InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			unimplemented!()
		}

		fn check_inherents(
			_: <Block as BlockT>::LazyBlock,
			_: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			unimplemented!()
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			_: TransactionSource,
			_: <Block as BlockT>::Extrinsic,
			_: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			unimplemented!()
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(_: &<Block as BlockT>::Header) {
			unimplemented!()
		}
	}

	impl runtime_api::ParachainHost<Block> for Runtime {
		fn validators() -> Vec<ValidatorId> {
			unimplemented!()
		}

		fn validator_groups() -> (Vec<Vec<ValidatorIndex>>, GroupRotationInfo<BlockNumber>) {
			unimplemented!()
		}

		fn availability_cores() -> Vec<CoreState<Hash, BlockNumber>> {
			unimplemented!()
		}

		fn persisted_validation_data(
			_: ParaId,
			_: OccupiedCoreAssumption,
		) -> Option<PersistedValidationData<Hash, BlockNumber>> {
			unimplemented!()
		}

		fn assumed_validation_data(
			_: ParaId,
			_: Hash,
		) -> Option<(PersistedValidationData<Hash, BlockNumber>, ValidationCodeHash)> {
			unimplemented!()
		}

		fn check_validation_outputs(_: ParaId, _: CandidateCommitments) -> bool {
			unimplemented!()
		}

		fn session_index_for_child() -> SessionIndex {
			unimplemented!()
		}

		fn validation_code(_: ParaId, _: OccupiedCoreAssumption) -> Option<ValidationCode> {
			unimplemented!()
		}

		fn candidate_pending_availability(_: ParaId) -> Option<CommittedCandidateReceipt<Hash>> {
			unimplemented!()
		}

		fn candidate_events() -> Vec<CandidateEvent<Hash>> {
			unimplemented!()
		}

		fn session_info(_: SessionIndex) -> Option<SessionInfo> {
			unimplemented!()
		}

		fn session_executor_params(_: SessionIndex) -> Option<ExecutorParams> {
			unimplemented!()
		}

		fn dmq_contents(_: ParaId) -> Vec<InboundDownwardMessage<BlockNumber>> {
			unimplemented!()
		}

		fn inbound_hrmp_channels_contents(
			_: ParaId,
		) -> BTreeMap<ParaId, Vec<InboundHrmpMessage<BlockNumber>>> {
			unimplemented!()
		}

		fn validation_code_by_hash(_: ValidationCodeHash) -> Option<ValidationCode> {
			unimplemented!()
		}

		fn on_chain_votes() -> Option<ScrapedOnChainVotes<Hash>> {
			unimplemented!()
		}

		fn submit_pvf_check_statement(_: PvfCheckStatement, _: ValidatorSignature) {
			unimplemented!()
		}

		fn pvfs_require_precheck() -> Vec<ValidationCodeHash> {
			unimplemented!()
		}

		fn validation_code_hash(_: ParaId, _: OccupiedCoreAssumption) -> Option<ValidationCodeHash> {
			unimplemented!()
		}

		fn disputes() -> Vec<(SessionIndex, CandidateHash, DisputeState<BlockNumber>)> {
			unimplemented!()
		}

		fn unapplied_slashes() -> Vec<(SessionIndex, CandidateHash, slashing::LegacyPendingSlashes)> {
			unimplemented!()
		}

		fn key_ownership_proof(_: ValidatorId) -> Option<slashing::OpaqueKeyOwnershipProof> {
			unimplemented!()
		}

		fn submit_report_dispute_lost(
			_: slashing::DisputeProof,
			_: slashing::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			unimplemented!()
		}
	}

	impl asf_primitives::substrate::AsfApi<Block> for Runtime {
		fn panel() -> asf_primitives::Panel {
			unimplemented!()
		}

		fn set_id() -> asf_primitives::SetId {
			unimplemented!()
		}

		fn last_certificate() -> Option<RecordedCertificate> {
			unimplemented!()
		}

		fn generate_key_ownership_proof(
			_: asf_primitives::SetId,
			_: AsfId,
		) -> Option<OpaqueKeyOwnershipProof> {
			unimplemented!()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			_: asf_primitives::EquivocationProof,
			_: OpaqueKeyOwnershipProof,
		) -> Option<()> {
			unimplemented!()
		}
	}

	impl pallet_validator_committee::runtime_api::ValidatorCommitteeApi<Block, AccountId, Balance>
		for Runtime
	{
		fn members() -> Vec<MemberInfo<AccountId, Balance>> {
			unimplemented!()
		}

		fn candidates() -> Vec<Candidate<AccountId, Balance>> {
			unimplemented!()
		}

		fn panel() -> Vec<Candidate<AccountId, Balance>> {
			unimplemented!()
		}

		fn next_panel() -> Vec<Candidate<AccountId, Balance>> {
			unimplemented!()
		}

		fn info(_: AccountId) -> Option<MemberInfo<AccountId, Balance>> {
			unimplemented!()
		}
	}

	impl sp_consensus_babe::BabeApi<Block> for Runtime {
		fn configuration() -> sp_consensus_babe::BabeConfiguration {
			unimplemented!()
		}

		fn current_epoch_start() -> sp_consensus_babe::Slot {
			unimplemented!()
		}

		fn current_epoch() -> sp_consensus_babe::Epoch {
			unimplemented!()
		}

		fn next_epoch() -> sp_consensus_babe::Epoch {
			unimplemented!()
		}

		fn generate_key_ownership_proof(
			_: sp_consensus_babe::Slot,
			_: sp_consensus_babe::AuthorityId,
		) -> Option<sp_consensus_babe::OpaqueKeyOwnershipProof> {
			unimplemented!()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			_: sp_consensus_babe::EquivocationProof<<Block as BlockT>::Header>,
			_: sp_consensus_babe::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			unimplemented!()
		}
	}

	impl sp_authority_discovery::AuthorityDiscoveryApi<Block> for Runtime {
		fn authorities() -> Vec<AuthorityDiscoveryId> {
			unimplemented!()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			_: Vec<u8>,
			_: Option<Vec<u8>>,
		) -> sp_session::OpaqueGeneratedSessionKeys {
			unimplemented!()
		}

		fn decode_session_keys(_: Vec<u8>) -> Option<Vec<(Vec<u8>, sp_core::crypto::KeyTypeId)>> {
			unimplemented!()
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(_: AccountId) -> Nonce {
			unimplemented!()
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
		for Runtime
	{
		fn query_info(_: <Block as BlockT>::Extrinsic, _: u32) -> RuntimeDispatchInfo<Balance> {
			unimplemented!()
		}

		fn query_fee_details(_: <Block as BlockT>::Extrinsic, _: u32) -> FeeDetails<Balance> {
			unimplemented!()
		}

		fn query_weight_to_fee(_: Weight) -> Balance {
			unimplemented!()
		}

		fn query_length_to_fee(_: u32) -> Balance {
			unimplemented!()
		}
	}
}
