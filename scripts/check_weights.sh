#!/usr/bin/env bash
# Measures a sample of calls again, and says how far that is from the weights in the tree.
#
#   scripts/check_weights.sh [--tolerance PERCENT] [--steps N] [--repeat N] [--min-duration SECONDS]
#
# The exit status is 0 if the computation of every call is within the tolerance (10 % by default) of
# what the tree says, and 1 if not. Weights hold for the machine that they were measured on; on
# another, or on a busy one, expect other figures. FLARECHAIN_NODE names the node to measure with, as
# for benchmark_weights.sh.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/lib-weights.sh
source "$REPOSITORY/scripts/lib-weights.sh"

# Runtime, pallet and benchmark: transfers, batches, signatures, sessions, messages, and the hooks
# that every block has.
sample=(
	"relay pallet_balances transfer_keep_alive"
	"relay pallet_balances transfer_allow_death"
	"relay pallet_timestamp set"
	"relay pallet_utility batch"
	"relay pallet_multisig as_multi_create"
	"relay pallet_asf record_certificate"
	"relay pallet_validator_committee bond"
	"partition pallet_balances transfer_keep_alive"
	"partition pallet_assets transfer"
	"partition pallet_xcm transfer_assets"
)
tolerance=10
steps=50
repeat=20
min_duration_s=5

while [[ $# -gt 0 ]]; do
	case $1 in
	--help | -h)
		sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
		exit
		;;
	--tolerance | --steps | --repeat | --min-duration)
		[[ ${2:-} =~ ^[0-9]+$ ]] || fail "$1 needs a number"
		case $1 in
		--tolerance) tolerance=$2 ;;
		--steps) steps=$2 ;;
		--repeat) repeat=$2 ;;
		--min-duration) min_duration_s=$2 ;;
		esac
		shift
		;;
	*) fail "$1 is no option of this script" "scripts/check_weights.sh --help lists them" ;;
	esac
	shift
done

build_for_benchmarks "${RUNTIMES[@]}"
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
mkdir "$work/measured"
say "sample" >"$work/header"
outside=0

# Computation of a benchmark at its largest components, in picoseconds, as a file of weights says it.
computation() {
	read_weights "$1" | awk -v name="$2" '$1 == name { print $2 }'
}

# Measures one call of the sample and prints its row.
check() {
	local runtime=$1 pallet=$2 benchmark=$3 file before after verdict=within deviation
	file=$(weights_file "$runtime" "$pallet")
	before=$(computation "$file" "$benchmark")
	[[ -n $before ]] || fail "$file has no weight of $benchmark" \
		"measure it: scripts/benchmark_weights.sh --runtime $runtime --pallet $pallet"
	measure "$runtime" "$pallet" "$benchmark" "$work/measured" "$work/log" --header "$work/header" \
		--steps "$steps" --repeat "$repeat" --min-duration "$min_duration_s" ||
		fail "the benchmark $pallet::$benchmark of the $runtime runtime failed" "$(tail -n 3 "$work/log")"
	after=$(computation "$work/measured/$(basename -- "$file")" "$benchmark")
	deviation=$(awk -v a="$before" -v b="$after" 'BEGIN { printf "%+.1f", (b - a) * 100 / a }')
	if awk -v d="$deviation" -v t="$tolerance" 'BEGIN { exit d > t || -d > t ? 0 : 1 }'; then
		verdict=OUTSIDE
		outside=$((outside + 1))
	fi
	awk -v label="$runtime $pallet::$benchmark" -v a="$before" -v b="$after" -v d="$deviation" \
		-v v="$verdict" \
		'BEGIN { printf "%-52s %12.1f %12.1f %8s %%  %s\n", label, a / 1e6, b / 1e6, d, v }'
}

look_at_load
say "$(grep -m1 '^//! Measured on' "$(weights_file relay pallet_balances)" | sed 's,^//! M,The tree: m,')"
say "Now: steps: $steps, repeats: $repeat, with $(describe_node)."
printf '\n%-52s %12s %12s %10s\n' "computation at the largest components, us" "in the tree" measured deviation
for entry in "${sample[@]}"; do
	# shellcheck disable=SC2086 # Three words.
	check $entry
done
printf '\n'
if [[ $outside -gt 0 ]]; then
	fail "$outside of ${#sample[@]} are more than $tolerance % away from the tree" \
		"if nothing else ran and this is the machine of the weights, measure anew:" \
		"scripts/benchmark_weights.sh"
fi
say "all ${#sample[@]} are within $tolerance % of the tree"
