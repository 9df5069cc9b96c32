#!/usr/bin/env bash
# Sets up, then runs every check and test of the tree. The first step that fails ends it.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
cd "$REPOSITORY"

timings=()
current_step=
step_started_s=0

# Runs a command as a named step and notes the time it took.
step() {
	current_step=$1
	shift
	step_started_s=$SECONDS
	printf '\n=== %s\n' "$current_step"
	"$@"
	timings+=("$(printf '%5d s  %s' $((SECONDS - step_started_s)) "$current_step")")
	current_step=
}

# Also reached when a step fails or is interrupted; `current_step` then still names it.
summary() {
	local status=$?
	printf '\n=== time per step\n'
	if [[ ${#timings[@]} -gt 0 ]]; then
		printf '%s\n' "${timings[@]}"
	fi
	if [[ -n $current_step ]]; then
		printf '%5d s  %s (failed)\n' $((SECONDS - step_started_s)) "$current_step"
	fi
	printf '%5d s  in total\n' "$SECONDS"
	if [[ $status -eq 0 ]]; then
		printf '\nall steps passed\n'
	else
		printf '\nFAILED: %s (exit status %d)\n' "${current_step:-$0}" "$status" >&2
	fi
}
trap summary EXIT

lint_scripts() {
	local scripts=()
	mapfile -t scripts < <(find scripts tools -name '*.sh')
	shellcheck --external-sources "${scripts[@]}" .ci/run
}

# Clippy compiles our crates, so that they are linted, built and tested in one build, and the
# dependencies not checked a second time. A warning is an error.
export RUSTC_WORKSPACE_WRAPPER="$REPOSITORY/scripts/clippy-rustc.sh"
export CLIPPY_ARGS="-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__"
if [[ ${CI:-} == true ]]; then
	# Each clone is built once.
	export CARGO_INCREMENTAL=0
fi

step "setup" set_up
step "shell scripts" lint_scripts
# Needs no network: the rules are run on made-up figures.
step "monitoring rules" scripts/monitoring.sh --rules
step "formatting" cargo fmt --all --check
# Always the whole workspace: another choice of packages would be another choice of features of
# the dependencies, and another build of them.
step "build and lints" cargo build --workspace --all-targets --locked
step "tests" cargo test --workspace --locked
