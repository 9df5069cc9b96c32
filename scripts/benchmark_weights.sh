#!/usr/bin/env bash
# Measures what the calls of the runtimes cost, and writes it to their weights folders.
#
#   scripts/benchmark_weights.sh [--runtime relay|partition] [--pallet P]... [--quick]
#                                [--steps N] [--repeat N] [--min-duration SECONDS]
#
# Without --runtime and --pallet it measures every pallet of both runtimes, what blocks and
# transactions cost beside calls (--pallet overhead), and what it costs to read and to write a state
# of 750,000 accounts (--pallet database, for which by itself no runtime is built). --quick only
# looks whether the benchmarks run: it takes few samples, prints the table, and changes no file.
#
# A component is measured at 50 values, each 20 times; in pallets whose benchmarks set up a lot each
# time, at 20 values, each 5 times. Each file says in its head how many there were.
#
# It builds the optimized node and both runtimes with their benchmarks; FLARECHAIN_NODE names another
# node to measure with. At the end a table compares what was measured with what was in the tree.
# A benchmark that fails is named, its pallet keeps the file it had, and the exit status is 1.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/lib-weights.sh
source "$REPOSITORY/scripts/lib-weights.sh"

steps=
repeat=
# Beyond its steps and repeats, each benchmark is measured again until this many seconds are over.
min_duration_s=5
quick=false
runtimes=()
pallets=()

usage() {
	sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
}

while [[ $# -gt 0 ]]; do
	case $1 in
	--quick) quick=true steps=${steps:-10} repeat=${repeat:-1} min_duration_s=0 ;;
	--help | -h) usage && exit ;;
	--runtime | --pallet | --steps | --repeat | --min-duration)
		[[ $# -ge 2 ]] || fail "$1 needs a value"
		case $1 in
		--runtime) weights_folder "$2" >/dev/null && runtimes+=("$2") ;;
		--pallet) pallets+=("$2") ;;
		--steps) steps=$2 ;;
		--repeat) repeat=$2 ;;
		--min-duration) min_duration_s=$2 ;;
		esac
		shift
		;;
	*) fail "$1 is no option of this script" "scripts/benchmark_weights.sh --help lists them" ;;
	esac
	shift
done
for number in "${steps:-50}" "${repeat:-20}" "$min_duration_s"; do
	[[ $number =~ ^[0-9]+$ ]] || fail "$number is no number"
done
[[ ${steps:-50} -ge 2 && ${repeat:-20} -ge 1 ]] || fail "at least 2 steps and 1 repeat are needed"
if [[ ${#runtimes[@]} -eq 0 ]]; then
	runtimes=("${RUNTIMES[@]}")
fi

needed=("${runtimes[@]}")
# The database is measured without a runtime.
[[ ${pallets[*]} != database ]] || needed=()
build_for_benchmarks "${needed[@]}"
logs=${CARGO_TARGET_DIR:-$REPOSITORY/target}/benchmark-runtimes/logs
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
mkdir -p "$logs" "$work/measured"
failed=()
: >"$work/table"

# The pallets to measure in a runtime: all, or those of them that were asked for.
select_pallets() {
	local all pallet
	[[ -n ${wasm[$1]:-} ]] || return 0
	all=$("$node" benchmark pallet --runtime "${wasm[$1]}" --genesis-builder runtime --list=pallets \
		--no-csv-header 2>/dev/null) || fail "cannot list the benchmarks of the $1 runtime"
	for pallet in $all; do
		if [[ ${#pallets[@]} -eq 0 || " ${pallets[*]} " == *" $pallet "* ||
			" ${pallets[*]} " == *" ${pallet##*::} "* ]]; then
			printf '%s\n' "$pallet"
		fi
	done
}

# What stands at the head of a file of weights, under the template's own line.
write_header() {
	printf "//! Made by \`scripts/benchmark_weights.sh --runtime %s --pallet %s\`\\n" "$1" "$2"
	printf '//! with %s.' "$(describe_node)"
}

# Says that a pallet could not be measured, and what the log tells.
note_failure() {
	failed+=("$1 $2")
	say "  FAILED: see $3"
	grep -E '^- .*::|Benchmark .* failed|^Error|^error' "$3" | sed 's/^/    /' || tail -n 3 "$3"
}

# Adds a new file of weights to the table, and puts it in place unless this is only a look.
take_file() {
	local pallet=$1 new=$2 file=$3
	read_weights "$file" >"$work/old"
	read_weights "$new" >"$work/new"
	compare_weights "$pallet" "$work/old" "$work/new" >>"$work/table"
	if [[ $quick == false ]]; then
		mv -- "$new" "$file"
	fi
}

measure_pallet() {
	local runtime=$1 pallet=$2 started_s=$SECONDS samples=(50 20)
	local file log=$logs/$1-${2//::/_}.log new
	file=$(weights_file "$runtime" "$pallet")
	new=$work/measured/$(basename -- "$file")
	if [[ " ${SLOW_PALLETS[*]} " == *" $pallet "* ]]; then
		samples=(20 5)
	fi
	say "$runtime $pallet"
	write_header "$runtime" "$pallet" >"$work/header"
	if measure "$runtime" "$pallet" '*' "$work/measured" "$log" --header "$work/header" \
		--steps "${steps:-${samples[0]}}" --repeat "${repeat:-${samples[1]}}" \
		--min-duration "$min_duration_s" && [[ -s $new ]]; then
		take_file "$pallet" "$new" "$file"
		say "  $(wc -l <"$work/new") benchmarks in $((SECONDS - started_s)) s"
	else
		note_failure "$runtime" "$pallet" "$log"
	fi
}

# Blocks and transactions beside calls.
measure_blocks() {
	local runtime=$1 started_s=$SECONDS log=$logs/$1-overhead.log rounds=(--warmup 10 --repeat 100)
	if [[ $quick == true ]]; then
		rounds=(--warmup 1 --repeat 5)
	fi
	say "$runtime overhead"
	if measure_overhead "$runtime" "$work" "$log" "${rounds[@]}"; then
		overhead_file "$work" "$(write_header "$runtime" overhead)" >"$work/measured/overhead.rs"
		take_file overhead "$work/measured/overhead.rs" "$(weights_file "$runtime" overhead)"
		say "  blocks and transactions in $((SECONDS - started_s)) s"
	else
		note_failure "$runtime" overhead "$log"
	fi
}

# The database, in the same state for every runtime.
measure_state() {
	local runtime=$1 started_s=$SECONDS log=$logs/$1-database.log accounts=750000
	if [[ $quick == true ]]; then
		accounts=20000
	fi
	say "$runtime database"
	if [[ ! -e $work/large.json ]]; then
		large_spec "$accounts" >"$work/large.json" ||
			fail "a specification with $accounts accounts cannot be made" \
				"see whether $node export-chain-spec --chain local works"
	fi
	# What was measured before wrote to it.
	rm -rf -- "$work/large"
	{ write_header "$runtime" database && printf '\n//! The state had %s accounts.' "$accounts"; } \
		>"$work/header"
	if measure_database "$runtime" "$work/large.json" "$work/large" "$work/measured/database.rs" \
		"$log" --header "$work/header"; then
		take_file database "$work/measured/database.rs" "$(weights_file "$runtime" database)"
		say "  reads and writes in $((SECONDS - started_s)) s"
	else
		note_failure "$runtime" database "$log"
	fi
}

# Whether something that is no pallet is to be measured.
is_asked_for() {
	[[ ${#pallets[@]} -eq 0 || " ${pallets[*]} " == *" $1 "* ]]
}

look_at_load
for runtime in "${runtimes[@]}"; do
	# Not `mapfile < <(…)`: that a listing failed would be lost.
	list=$(select_pallets "$runtime") || exit 1
	selected=()
	[[ -z $list ]] || mapfile -t selected <<<"$list"
	printf '\n=== %s\n' "$runtime" >>"$work/table"
	if is_asked_for overhead; then
		measure_blocks "$runtime"
	fi
	if is_asked_for database; then
		measure_state "$runtime"
	fi
	for pallet in "${selected[@]}"; do
		measure_pallet "$runtime" "$pallet"
	done
done
grep -q :: "$work/table" || [[ ${#failed[@]} -gt 0 ]] ||
	fail "no runtime has a pallet named ${pallets[*]} with benchmarks"

printf '\n'
compare_head
cat "$work/table"
printf '\n'
if [[ $quick == true ]]; then
	say "This was a look: the figures are of too few samples to keep, and no file was changed."
fi
if [[ ${#failed[@]} -gt 0 ]]; then
	fail "${#failed[@]} pallets could not be measured and keep the weights they had" "${failed[@]}"
fi
say "all benchmarks ran, in $SECONDS s"
