#!/usr/bin/env bash
# Compares FlareChain with the relay chain's node of polkadot-sdk, which makes blocks with BABE as well
# and finalizes them with GRANDPA: the same load on this machine, one after the other, in turns.
#
#   scripts/compare_with_grandpa.sh [--rounds N] [--validators N] [--duration TIME]
#                                   [--max-waiting N,...] [--out FOLDER] [--no-build]
#
# Three rounds of four validators by default, each measured for 60 s. A round is the lag of finality on
# an idle network, then as many transfers as the network takes, then memory. The node that is compared
# with has the published runtime of Westend, without parachains and without BEEFY, and the same options.
#
# How many transfers a network takes depends on how many may wait for a block: too few leave blocks
# empty, too many fill the pools, which keep what is in blocks until it is final. So the transfers are
# repeated on a new network for each of --max-waiting (2500,4500,6500), and each node is judged by its
# own best.
# FOLDER (comparison-results) gets all results, and table.txt with the medians of the rounds.
#
# It builds both nodes optimized; --no-build takes what was built before.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/lib-weights.sh
source "$REPOSITORY/scripts/lib-weights.sh"

rounds=3
validators=4
duration=60s
levels=(2500 4500 6500)
out=comparison-results
build=true
readonly NAMES=(Alice Bob Charlie Dave Eve Ferdie)
# Of Westend: a unit has 12 places, as ours has. Too large a number for jq.
readonly ENDOWMENT=1000000000000000000
# What the levels are compared by.
readonly RATE='.figures["transfers a second in Strong blocks"]'

while [[ $# -gt 0 ]]; do
	case $1 in
	--help | -h)
		sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
		exit
		;;
	--no-build) build=false ;;
	--rounds | --validators | --duration | --max-waiting | --out)
		[[ $# -ge 2 ]] || fail "$1 needs a value"
		case $1 in
		--rounds) rounds=$2 ;;
		--validators) validators=$2 ;;
		--duration) duration=$2 ;;
		--max-waiting) IFS=, read -ra levels <<<"$2" ;;
		--out) out=$2 ;;
		esac
		shift
		;;
	*) fail "$1 is no option of this script" "scripts/compare_with_grandpa.sh --help lists them" ;;
	esac
	shift
done
[[ $rounds =~ ^[1-9][0-9]?$ ]] || fail "--rounds $rounds is no number from 1 to 99"
[[ $validators =~ ^[1-6]$ ]] || fail "--validators $validators is no number from 1 to 6"
[[ ${#levels[@]} -gt 0 ]] || fail "--max-waiting names no number"
for level in "${levels[@]}"; do
	[[ $level =~ ^[1-9][0-9]{0,5}$ ]] || fail "--max-waiting $level is no number from 1 to 999999"
done
# Its rounds would be taken for rounds of this one.
[[ ! -e $out/round-1 ]] || fail "$out has another comparison" "move it away, or name another --out"

bin=${CARGO_TARGET_DIR:-$REPOSITORY/target}/release
if $build; then
	set_up
	say "building both nodes, optimized; the first time takes an hour or more on two cores"
	# The whole workspace: with fewer packages Cargo would choose other features of what they share,
	# and build that anew.
	(cd -- "$REPOSITORY" && BENCHMARK_RUNTIMES=stock \
		cargo build --release --locked --workspace --bins --features stock-node/node)
fi
ours=$bin/flarechain-node
stock=$bin/stock-node
load=$bin/flarechain-load
for program in "$ours" "$stock" "$load" "$bin/benchmark-runtimes"; do
	[[ -x $program ]] || fail "$program is missing" "leave out --no-build"
done
stock_wasm=$("$bin/benchmark-runtimes" | sed -n 's/^stock //p')
[[ -r $stock_wasm ]] || fail "the runtime to compare with was not built" "leave out --no-build"
mkdir -p "$out"
out=$(realpath -- "$out")
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

public_key() {
	"$ours" key inspect --scheme "$1" --output-type json "//$2" | jq -r .ss58PublicKey
}

# The genesis of a validator: its account, twice, and its session keys.
validator() {
	local sr25519 ed25519 ecdsa
	sr25519=$(public_key sr25519 "$1")
	ed25519=$(public_key ed25519 "$1")
	ecdsa=$(public_key ecdsa "$1")
	jq -n --arg sr "$sr25519" --arg ed "$ed25519" --arg ec "$ecdsa" '[$sr, $sr, {
		babe: $sr, grandpa: $ed, para_validator: $sr, para_assignment: $sr,
		authority_discovery: $sr, beefy: $ec }]'
}

# The specification of the chain to compare with.
write_spec() {
	local index
	for ((index = 0; index < validators; index++)); do
		validator "${NAMES[index]}"
	done | jq -s . >"$work/validators.json"
	printf '0x%s' "$(od -An -v -tx1 "$stock_wasm" | tr -d ' \n')" >"$work/code"
	jq -n --rawfile code "$work/code" --slurpfile validators "$work/validators.json" \
		'{
		name: "Stock", id: "westend_compared", chainType: "Local", bootNodes: [],
		telemetryEndpoints: null, protocolId: "stock", properties: null, codeSubstitutes: {},
		genesis: { runtimeGenesis: { code: $code, patch: {
			balances: { balances: [$validators[0][] | [.[0], "endowment"]] },
			session: { keys: $validators[0] },
			babe: { epochConfig: { c: [1, 4], allowed_slots: "PrimaryAndSecondaryVRFSlots" } },
			stakingAhClient: { operatingMode: "Buffered", validatorSetAppliedAt: 0 }
		} } } }' | sed "s/\"endowment\"/$ENDOWMENT/" >"$work/plain.json"
	"$stock" build-spec --chain "$work/plain.json" --disable-default-bootnode --raw \
		>"$work/stock.json" 2>"$work/log" ||
		fail "the specification to compare with cannot be made" "$(tail -n 5 "$work/log")"
}

# It looks for workers under the names that its own releases give them.
link_workers() {
	mkdir -p "$work/workers"
	ln -s "$bin/flarechain-prepare-worker" "$work/workers/polkadot-prepare-worker"
	ln -s "$bin/flarechain-execute-worker" "$work/workers/polkadot-execute-worker"
}

# measure_node ROUND NAME NODE ARGUMENT...
measure_node() {
	local round=$1 name=$2 node=$3 level tests=(finality transactions memory) status
	shift 3
	for level in "${levels[@]}"; do
		say "round-$round, $name, at most $level waiting"
		status=0
		# Status 1 says that a target was missed: what is asked here is how much there is.
		FLARECHAIN_NODE=$node "$load" "${tests[@]}" --validators "$validators" \
			--duration "$duration" --tps 0 --max-waiting "$level" --out "$out/round-$round/$name/$level" "$@" \
			>"$work/load.log" 2>&1 || status=$?
		[[ $status -le 1 ]] || fail "the load test of $name did not run" "$(tail -n 20 "$work/load.log")"
		# The others do not depend on the level.
		tests=(transactions)
	done
}

# median NAME LEVEL TEST PROGRAM: over the rounds, of what a jq program finds in one test's results.
median() {
	jq -s "map($4 | select(. != null)) | sort | if length == 0 then null
		else (.[(length - 1) / 2 | floor] + .[length / 2 | floor]) / 2 end" "$out"/round-*/"$1/$2/$3.json"
}

# The level at which a node took most.
best_level() {
	local level
	for level in "${levels[@]}"; do
		printf '%s %s\n' "$(median "$1" "$level" transactions "$RATE")" "$level"
	done | sort -gr | head -n 1 | cut -d ' ' -f 2
}

# row LABEL TEST PROGRAM DIGITS OUR_LEVEL THEIR_LEVEL
row() {
	local ours stock
	ours=$(median flarechain "$5" "$2" "$3")
	stock=$(median stock "$6" "$2" "$3")
	awk -v l="$1" -v a="$ours" -v b="$stock" -v d="$4" 'BEGIN {
		printf "%-52s %14s %14s %8s\n", l, (a == "null" ? "-" : sprintf("%.*f", d, a)),
			(b == "null" ? "-" : sprintf("%.*f", d, b)),
			(a + 0 == 0 || b + 0 == 0 ? "-" : sprintf("%.2f", a / b)) }'
}

mean_of() {
	printf '[.figures | to_entries[] | select(.key | endswith("%s")) | .value%s | select(. != null)] |
		if length == 0 then null else add / length end' "$1" "$2"
}

write_table() {
	local level first=${levels[0]} best
	best=("$(best_level flarechain)" "$(best_level stock)")
	printf '%-52s %14s %14s %8s\n' "medians of $rounds rounds, $validators validators" FlareChain GRANDPA ratio
	for level in "${levels[@]}"; do
		row "transfers a second, at most $level waiting" transactions "$RATE" 1 "$level" "$level"
	done
	printf '%-52s %14s %14s\n' "the most is taken with so many waiting" "${best[@]}"
	row "transfers a second, each at its best" transactions "$RATE" 1 "${best[@]}"
	row "processor seconds of all nodes for 1,000 transfers" transactions \
		'.figures["processor seconds of all nodes for 1000 transfers"]' 2 "${best[@]}"
	row "ms from submission to a final block, p50" transactions '.figures["latency to Strong"].p50_ms' 0 \
		"${best[@]}"
	row "ms from a block's arrival to its finality, idle, p50" finality \
		"$(mean_of 'arrival to final' .p50_ms)" 0 "$first" "$first"
	row "ms from a block's arrival to its finality, idle, p99" finality \
		"$(mean_of 'arrival to final' .p99_ms)" 0 "$first" "$first"
	row "blocks that finality is behind, idle, mean" finality "$(mean_of 'mean lag in blocks' '')" 2 \
		"$first" "$first"
	row "MB of a node after the first load" memory "$(mean_of 'MB at last' '')" 0 "$first" "$first"
}

look_at_load
write_spec
link_workers
for ((round = 1; round <= rounds; round++)); do
	measure_node "$round" flarechain "$ours"
	measure_node "$round" stock "$stock" --chain "$work/stock.json" --node-arg=--no-beefy \
		--node-arg="--workers-path=$work/workers" --node-arg=--disable-worker-version-check
done
write_table | tee "$out/table.txt"
