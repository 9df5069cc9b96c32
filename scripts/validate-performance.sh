#!/usr/bin/env bash
# Looks at everything that FlareChain's performance rests on: what was built, weights, configuration,
# load results, profiling, monitoring, documents. Each check looks at the real thing and says passed,
# warned or FAILED, and what to do. The exit status is 1 if a check failed.
#
#   scripts/validate-performance.sh                   all sections
#   scripts/validate-performance.sh weights docs      some: build weights config load profiling monitoring docs
#
# --results FOLDER  where load results are, `load-results` otherwise (docs/load-testing.md)
# --quiet           leaves out what passed
#
# The node is $FLARECHAIN_NODE, else the optimized build of this tree, else what is installed.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/lib-node.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib-node.sh"
# shellcheck source=scripts/lib-validate.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib-validate.sh"
cd "$REPOSITORY"

readonly SECTIONS=(build weights config load profiling monitoring docs)
# What upgrades have to fit in: a preimage, as governance hands it in; and what the parachain host
# takes as validation code.
readonly MAX_RELAY_WASM_KIB=4096 MAX_PARTITION_WASM_KIB=5120
# A measurement of weights takes at least so many steps and repeats.
readonly LEAST_STEPS=50 LEAST_REPEATS=20
# Older measurements are of another program, most likely.
readonly OLD_WEIGHTS_DAYS=180 OLD_RESULTS_DAYS=30
# A program that writes its layout anew says so with another number.
readonly RESULTS_FORMAT=1
readonly LOAD_TESTS=(health blocks finality transactions memory partition)
readonly NO_SPECIFICATION="it makes none"
readonly BUILD_NODE="cargo build --release --locked -p flarechain-node"
readonly MEASURE="scripts/benchmark_weights.sh"
readonly LOAD="LOAD_PROFILE=release scripts/testnet/stress_test_harness.sh"

results="load-results"
selected=()
while [[ $# -gt 0 ]]; do
	case $1 in
	--results)
		[[ -n ${2:-} ]] || fail "--results takes a folder"
		results=$2
		shift
		;;
	--quiet) quiet=true ;;
	-h | --help)
		sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
		exit
		;;
	*)
		[[ " ${SECTIONS[*]} " == *" $1 "* ]] || fail "unknown section or option $1" "$0 --help lists them"
		selected+=("$1")
		;;
	esac
	shift
done
[[ ${#selected[@]} -gt 0 ]] || selected=("${SECTIONS[@]}")

for command in jq readelf git promtool; do
	command -v "$command" >/dev/null || fail "$command is missing" "scripts/setup.sh installs it"
done
# A check that fails by itself must not look like the end.
trap '[[ -n ${told:-} ]] || printf "error: ended in the middle of section %s\n" "${section:-none}" >&2' EXIT
node=$(production_node 2>/dev/null) || node=
readonly target=${CARGO_TARGET_DIR:-$REPOSITORY/target}

# --- build: programs and runtimes ---

check_build() {
	local version worker workers newer optimized written
	if [[ -z $node ]]; then
		failed "an optimized build of the node" "there is none" "$BUILD_NODE"
		return
	fi
	when "an optimized build of the node" "$node" "$BUILD_NODE" test "${node/\/debug\//}" = "$node"
	version=$("$node" --version 2>/dev/null) || version=
	when "the node runs" "${version:-it does not say its version}" "$BUILD_NODE" test -n "$version"
	newer=$(newer_source "$node" node consensus runtime pallets primitives Cargo.lock)
	warn_when "the node is as new as its sources" "${newer:-nothing is newer}" "$BUILD_NODE" test -z "$newer"
	workers=$(dirname -- "$node")
	for worker in flarechain-prepare-worker flarechain-execute-worker; do
		when "$worker is of the same version" "$("$workers/$worker" --version 2>/dev/null || echo none)" \
			"build and copy the three programs together: $BUILD_NODE" same_version "$workers/$worker" "$version"
	done
	optimized=$(release_setting opt-level 3)
	when "the release profile is optimized" "opt-level $optimized" \
		"leave opt-level out of [profile.release] in Cargo.toml" test "$optimized" = 3
	check_collators "$workers"
	check_wasm relay flarechain-runtime "$MAX_RELAY_WASM_KIB" runtime pallets primitives
	check_wasm partition partition-runtime "$MAX_PARTITION_WASM_KIB" pbc-collators/runtime pallets primitives
	written=$(specification)
	when "the node writes a specification" "$written" "run by hand: $node build-spec --chain local" \
		test "$written" != "$NO_SPECIFICATION"
}

# A worker says its version; the node adds the commit to it.
same_version() {
	local own
	own=$("$1" --version 2>/dev/null) && [[ -n $own && ${2##* } == "${own##* }"* ]]
}

# A collator for each partition that has a folder.
check_collators() {
	local manifest name missing=() count=0
	for manifest in pbc-collators/*/Cargo.toml; do
		name=$(sed -n 's/^name = "\(.*-pbc-collator\)"$/\1/p' "$manifest" | head -n 1)
		[[ -n $name ]] || continue
		count=$((count + 1))
		[[ -x $1/$name ]] || missing+=("$name")
	done
	warn_when "a collator for each of $count partitions" "missing: ${missing[*]:-none}" \
		"cargo build --release --locked --workspace --bins" test ${#missing[@]} -eq 0
}

check_wasm() {
	local kind=$1 name=$2 most_kib=$3 folder file whole size newer
	shift 3
	folder=$(dirname -- "$node")/wbuild/$name
	[[ -d $folder ]] || folder=$target/release/wbuild/$name
	file=$folder/${name//-/_}.compact.compressed.wasm
	whole=${file/.compressed/}
	if [[ ! -f $file ]]; then
		failed "the $kind runtime's WASM" "no $file" "$BUILD_NODE, without SKIP_WASM_BUILD and the like"
		return
	fi
	size=$(($(stat -c %s "$file") / 1024))
	when "the $kind runtime's WASM is small enough" "$size KiB of at most $most_kib" \
		"look for what grew: wasm-opt, twiggy" test "$size" -le "$most_kib"
	# The eight bytes that compressed code begins with.
	when "the $kind runtime's WASM is compressed" "$(head -c 8 "$file" | od -An -tx1)" "$BUILD_NODE" \
		test "$(head -c 8 "$file" | od -An -tx1 | tr -d ' \n')" = 52bc537646db8e05
	when "the $kind runtime's WASM is without benchmarks" "$(basename -- "$whole")" \
		"build it without the feature runtime-benchmarks: $BUILD_NODE" without_benchmarks "$whole"
	newer=$(newer_source "$file" "$@")
	warn_when "the $kind runtime's WASM is as new as its sources" "${newer:-nothing is newer}" \
		"$BUILD_NODE" test -z "$newer"
}

without_benchmarks() {
	[[ -f $1 ]] && ! grep -q Benchmark_dispatch_benchmark "$1"
}

# The size of a specification that the node makes; or why it makes none.
specification() {
	local size
	size=$("$node" build-spec --chain local --disable-default-bootnode 2>/dev/null | jq -e '.genesis' |
		wc -c) || size=0
	if [[ $size -gt 1024 ]]; then
		echo "$((size / 1024)) KiB"
	else
		echo "$NO_SPECIFICATION"
	fi
}

# --- weights ---

check_weights() {
	check_runtime_weights relay runtime
	check_runtime_weights partition pbc-collators/runtime
	local pallet name measured changed stale=()
	for pallet in pallets/*/; do
		name=$(basename -- "$pallet")
		changed=$(git log -1 --format=%as -- "$pallet/src" ":!$pallet/src/tests*" ":!$pallet/src/mock.rs")
		measured=$(find runtime/src pbc-collators/runtime/src -path "*/weights/pallet_${name//-/_}.rs" \
			-exec cat {} + | measured_on | sort | head -n 1)
		[[ -n $measured && ! $measured < $changed ]] || stale+=("$name (${measured:-never}, changed $changed)")
	done
	warn_when "own pallets were measured after their last change" "${stale[*]:-all}" "$MEASURE" \
		test ${#stale[@]} -eq 0
}

check_runtime_weights() {
	local kind=$1 folder=$2/src/weights configs=$2/src/configs wrong files=() measured=() unknown=()
	local file oldest cpus
	wrong=$(grep -rnE 'WeightInfo = \(\)' "$configs" || true)
	when "$kind: no pallet is free of charge" "${wrong:-no WeightInfo = ()}" \
		"give each of these measured weights: $MEASURE" test -z "$wrong"
	wrong=$(grep -rnoE '(Estimated|Test)Weight(Info)?\b' "$configs" || true)
	when "$kind: no weights are estimates" "${wrong:-none}" "$MEASURE" test -z "$wrong"
	wrong=$(grep -rnoE 'WeightInfo = [a-z_:]+::(SubstrateWeight|HostConfigWeight)[^;]*' "$configs" || true)
	warn_when "$kind: no weights are those of the SDK's machine" "${wrong:-none}" "$MEASURE" test -z "$wrong"
	wrong=$(grep -rnE 'weights::constants::.*(BlockExecution|ExtrinsicBase|RocksDb|ParityDb)Weight' \
		"$configs/system.rs" "$folder" || true)
	warn_when "$kind: blocks, transactions and the database were measured" "${wrong:-all}" \
		"$MEASURE --pallet overhead --pallet database" test -z "$wrong"
	mapfile -t files < <(grep -rlE 'Weight::from_parts\(' "$folder" 2>/dev/null || true)
	if [[ ${#files[@]} -eq 0 ]]; then
		failed "$kind: files of measured weights" "none in $folder" "$MEASURE"
		return
	fi
	for file in "${files[@]}"; do
		if [[ -n $(measured_on <"$file") ]]; then
			measured+=("$file")
		elif [[ ${file##*/} != mod.rs ]] && ! by_hand "$file"; then
			unknown+=("$file")
		fi
	done
	when "$kind: each file of weights says when it was measured" "${#measured[@]} do; not: ${unknown[*]:-none}" \
		"$MEASURE, or say in $folder/mod.rs that it is written by hand" test ${#unknown[@]} -eq 0
	[[ ${#measured[@]} -gt 0 ]] || return 0
	wrong=$(shallow "${measured[@]}")
	when "$kind: with $LEAST_STEPS steps and $LEAST_REPEATS repeats" "${wrong:-all}" "$MEASURE, without --quick" \
		test -z "$wrong"
	wrong=$(grep -lE '^//! .*debug build' "${measured[@]}" || true)
	when "$kind: measured with an optimized node" "${wrong:-all}" "$MEASURE, without FLARECHAIN_NODE" \
		test -z "$wrong"
	oldest=$(cat "${measured[@]}" | measured_on | sort | head -n 1)
	warn_when "$kind: the oldest weights are not old" "$oldest" "$MEASURE" \
		test "$(days_since "$oldest")" -le "$OLD_WEIGHTS_DAYS"
	# shellcheck disable=SC2016 # Quotes of the header, not of the shell.
	cpus=$(sed -nE 's/.*CPU: `?([^`,]*).*/\1/p' "${measured[@]}" | sort -u)
	warn_when "$kind: all measured on one kind of machine" "${cpus//$'\n'/; }" "$MEASURE on one machine" \
		test "$(wc -l <<<"$cpus")" -eq 1
}

# Whether the module's head names the file as one that nothing measures: [`xcm`].
by_hand() {
	local name=${1##*/}
	grep -q "^//! .*\[\`${name%.rs}\`\]" "${1%/*}/mod.rs"
}

# The day on which the weights in the input were measured, as their header says.
measured_on() {
	sed -nE 's@^//! .*(Measured on|DATE:|Date:) *`?([0-9]{4}-[0-9]{2}-[0-9]{2}).*@\2@p'
}

# Files whose measurement took fewer steps or repeats.
shallow() {
	local file steps repeats least
	for file in "$@"; do
		steps=$(grep -m 1 -oiE 'steps: *`?[0-9]+' "$file" | tr -dc 0-9 || true)
		repeats=$(grep -m 1 -oiE 'repeats?: *`?[0-9]+' "$file" | tr -dc 0-9 || true)
		least=("$LEAST_STEPS" "$LEAST_REPEATS")
		case ${file##*/} in
		# Each sets up a lot.
		*_parachain_system.rs | *_collator_selection.rs | *_inclusion.rs | *_paras.rs | *_paras_inherent.rs) least=(20 5) ;;
		# Nothing varies in it.
		overhead.rs) least=(0 "$LEAST_REPEATS") ;;
		# It has neither: the keys of a large state are the samples.
		database.rs) least=(0 0) ;;
		esac
		if [[ ${steps:-0} -lt ${least[0]} || ${repeats:-0} -lt ${least[1]} ]]; then
			echo "$file (${steps:-0} and ${repeats:-0})"
		fi
	done
}

# --- configuration, and the machine that it is for ---

check_config() {
	local file caches_mib memory_mib service wrong
	for file in validator archive rpc; do
		check_config_file "$file" "${node:-}"
	done
	check_config_file collator "${node:+$(dirname -- "$node")/btc-pbc-collator}"
	memory_mib=$(($(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) / 1024))
	for file in validator archive rpc collator; do
		caches_mib=$(cache_mib "config/production/$file.toml")
		warn_when "the caches of $file.toml leave half of this machine's memory" \
			"$caches_mib MiB of $memory_mib" "give trie-cache-size and db-cache less" \
			test $((caches_mib * 2)) -le "$memory_mib"
	done
	for service in config/systemd/*.service; do
		if ! command -v systemd-analyze >/dev/null; then
			warned "$(basename -- "$service") is a valid unit" "systemd-analyze is missing" "look where systemd runs"
			continue
		fi
		# Programs are not installed where they are built.
		wrong=$(systemd-analyze verify "$service" 2>&1 | grep -v 'is not executable: No such file' || true)
		when "$(basename -- "$service") is a valid unit" "${wrong:-nothing to say}" \
			"see systemd.exec(5)" test -z "$wrong"
	done
	check_machine
}

# The file is accepted if the first thing that is wrong is the specification, which is none.
check_config_file() {
	local file=config/production/$1.toml said none=/nonexistent/chain-spec.json
	if [[ -z $2 || ! -x $2 ]]; then
		failed "$file is accepted" "no program to ask" "cargo build --release --locked --workspace --bins"
		return
	fi
	said=$("$2" --config "$file" --chain "$none" 2>&1 | tail -n 1 || true)
	if [[ $said == *"$none"* ]]; then
		passed "$file is accepted" "$(basename -- "$2") asks for the specification next"
	else
		failed "$file is accepted" "$said" "correct it; docs/operators.md says how such files are written"
	fi
}

# What a file of config/production, with database.toml that all include, gives to caches, in MiB. A trie
# cache may take twice what it is given: it does not count the tables of children of its branches.
cache_mib() {
	local trie_bytes db_mib
	trie_bytes=$(config_number trie-cache-size "$1")
	db_mib=$(config_number db-cache "$1")
	echo $((2 * trie_bytes / 1024 / 1024 + db_mib))
}

config_number() {
	cat config/production/database.toml "$2" | sed -n "s/^$1 = \([0-9_]*\).*/\1/p" | tail -n 1 |
		tr -d _ | grep . || echo 0
}

check_machine() {
	local limit governor synchronized
	limit=$(ulimit -Hn)
	warn_when "$OPEN_FILES files can be open" "$limit" "limits.conf, or LimitNOFILE= of a service" \
		test "${limit/unlimited/$OPEN_FILES}" -ge "$OPEN_FILES"
	governor=$(cat /sys/devices/system/cpu/cpu0/cpufreq/scaling_governor 2>/dev/null || echo unknown)
	warn_when "processors do not save power" "governor: $governor" "cpupower frequency-set -g performance" \
		test "$governor" != powersave
	synchronized=$(timedatectl show -p NTPSynchronized --value 2>/dev/null || echo unknown)
	warn_when "the clock is synchronized" "$synchronized" "install chrony or systemd-timesyncd" \
		test "$synchronized" = yes
}

# --- load results ---

check_load() {
	local test own
	if [[ ! -f $results/summary.json ]]; then
		failed "load results" "no $results/summary.json" "$LOAD --out $results, or --results FOLDER"
		return
	fi
	passed "load results" "$results, $(jq -r '.network.node // "an unknown node"' "$results/summary.json")"
	when "they have the known layout" "format $(jq .format "$results/summary.json")" \
		"take the script and flarechain-load of one build" \
		test "$(jq .format "$results/summary.json")" = "$RESULTS_FORMAT"
	for test in "${LOAD_TESTS[@]}"; do
		check_load_result "$test" failed
	done
	check_load_result long warned "RUN_LONG_TEST=true "
	check_load_result faults warned
	if [[ -n $node ]]; then
		own=$("$node" --version) && own=${own##* }
		# shellcheck disable=SC2016 # A variable of jq.
		warn_when "they are of the node that was built" \
			"$(jq -r '.network.node' "$results/summary.json"), and $own was built" "$LOAD --out $results" \
			jq -e --arg own "$own" '.network.node | endswith(" " + $own)' "$results/summary.json"
	fi
}

# One result; the second argument is what its absence means.
check_load_result() {
	local test=$1 absent=$2 file=$results/$1.json again="${3:-}$LOAD $1 --out $results" outcome age
	if ! jq -e .outcome "$file" >/dev/null 2>&1; then
		"$absent" "$test was run" "no $file" "$again"
		return
	fi
	outcome=$(jq -r .outcome "$file")
	case $outcome in
	passed) passed "$test met its targets" "$(jq -r '.checks | length' "$file") checks" ;;
	not_judged) warned "$test met its targets" "too little to judge by" "${again/ $1/ $1 --duration 15m}" ;;
	*) failed "$test met its targets" \
		"$(jq -r '[.checks[] | select(.outcome == "failed") | "\(.what): \(.measured), not \(.target)"] | join("; ")' "$file")" \
		"see $results/$test.txt and .svg" ;;
	esac
	age=$((($(date +%s) - $(jq .startedUnixSeconds "$file")) / 86400))
	warn_when "$test was run lately" "$age days ago" "$again" test "$age" -le "$OLD_RESULTS_DAYS"
	warn_when "$test has a plot" "$results/$test.svg" "$again" test -s "$results/$test.svg"
}

# shellcheck source=scripts/lib-validate-docs.sh
source "$REPOSITORY/scripts/lib-validate-docs.sh"

for section in "${selected[@]}"; do
	printf '\n=== %s\n' "$section"
	"check_$section"
done
summary
