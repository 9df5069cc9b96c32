#!/usr/bin/env bash
# Runs the tests of real node processes by themselves, and prints a summary table. Arguments select
# tests by name: four_validators, crashes, partitions, twin, partition_chains, collators, …
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

cd "$REPOSITORY"
results=$(mktemp)
trap 'rm -f -- "$results"' EXIT

set_up
# The node and its workers, with the features that they have in the whole workspace.
cargo build --workspace --locked --bins

status=0
# Nodes are real processes that share this machine: the tests take their turns by themselves.
FLARECHAIN_TESTS_RESULTS=$results cargo test --workspace --locked --test processes -- \
	--nocapture "$@" || status=$?

printf '\n%-20s %-8s %8s\n' "network" "outcome" "seconds"
while IFS=$'\t' read -r name outcome seconds; do
	printf '%-20s %-8s %8s\n' "$name" "$outcome" "$seconds"
done <"$results"
[[ -s $results ]] || say "no test ran"
exit "$status"
