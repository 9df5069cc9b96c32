// SPDX-License-Identifier: GPL-3.0-or-later
//! Measures the machine at start, when asked to.

use frame_benchmarking_cli::SUBSTRATE_REFERENCE_HARDWARE;
use sc_service::Configuration;
use sc_sysinfo::HwBench;
use sc_telemetry::TelemetryHandle;

/// Takes some seconds.
pub(super) fn measure(config: &Configuration) -> HwBench {
	let measured =
		sc_sysinfo::gather_hwbench(Some(&config.data_path), &SUBSTRATE_REFERENCE_HARDWARE);
	sc_sysinfo::print_hwbench(&measured);
	let is_validator = config.role.is_authority();
	if let Err(shortcomings) = SUBSTRATE_REFERENCE_HARDWARE.check_hardware(&measured, is_validator)
	{
		if is_validator {
			log::warn!("This machine is slower than a validator's should be: {shortcomings}");
		}
	}
	measured
}

/// Tells telemetry, if there is any.
pub(super) fn report(
	measured: HwBench,
	telemetry: Option<TelemetryHandle>,
	spawner: &sc_service::SpawnTaskHandle,
) {
	if let Some(telemetry) = telemetry {
		spawner.spawn(
			"telemetry-hwbench",
			Some("telemetry"),
			sc_sysinfo::initialize_hwbench_telemetry(telemetry, measured),
		);
	}
}
