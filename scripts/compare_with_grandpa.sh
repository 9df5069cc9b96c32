#!/usr/bin/env bash
# Compares FlareChain with the relay chain's node of polkadot-sdk, which makes blocks with BABE as well
# and finalizes them with GRANDPA: the same load on this machine, one after the other, in turns.
#
#   scripts/compare_with_grandpa.sh [--rounds N] [--validators N] [--duration TIME] [--out FOLDER]
#                                   [--no-build]
#
# Three rounds of four validators by default, each measured for 60 s. A round is the lag of finality on
# an idle network, then as many transfers as the network takes, then memory. The node that is compared
# with has the published runtime of Westend, without parachains and without BEEFY, and the same options.
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
out=comparison-results
build=true
readonly NAMES=(Alice Bob Charlie Dave Eve Ferdie)
readonly TESTS=(finality transactions memory)
# Of Westend: a unit has 12 places, as ours has. Too large a number for jq.
readonly ENDOWMENT=1000000000000000000

while [[ $# -gt 0 ]]; do
	case $1 in
	--help | -h)
		sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
		exit
		;;
	--no-build) build=false ;;
	--rounds | --validators | --duration | --out)
		[[ $# -ge 2 ]] || fail "$1 needs a value"
		case $1 in
		--rounds) rounds=$2 ;;
		--validators) validators=$2 ;;
		--duration) duration=$2 ;;
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
	printf '0x%s' "$(xxd -p "$stock_wasm" | tr -d '\n')" >"$work/code"
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

# measure ROUND NAME NODE ARGUMENT...
measure_node() {
	local folder=$out/round-$1/$2 node=$3 status=0
	shift 3
	say "$(basename -- "$(dirname -- "$folder")"), $(basename -- "$folder")"
	# Status 1 says that a target was missed: what is asked here is how much there is.
	FLARECHAIN_NODE=$node "$load" "${TESTS[@]}" --validators "$validators" --duration "$duration" \
		--tps 0 --out "$folder" "$@" >"$work/load.log" 2>&1 || status=$?
	[[ $status -le 1 ]] || fail "the load test of $(basename -- "$folder") did not run" \
		"$(tail -n 20 "$work/load.log")"
}

# The median over the rounds of what a jq program finds in one test's results.
median() {
	jq -s "map($3 | select(. != null)) | sort | if length == 0 then null else .[length / 2 | floor] end" \
		"$out"/round-*/"$1/$2.json"
}

# row LABEL TEST PROGRAM DIGITS
row() {
	local ours stock
	ours=$(median flarechain "$2" "$3")
	stock=$(median stock "$2" "$3")
	awk -v l="$1" -v a="$ours" -v b="$stock" -v d="$4" 'BEGIN {
		printf "%-52s %14s %14s %8s\n", l, (a == "null" ? "-" : sprintf("%.*f", d, a)),
			(b == "null" ? "-" : sprintf("%.*f", d, b)),
			(a + 0 == 0 || b + 0 == 0 ? "-" : sprintf("%.2f", a / b)) }'
}

mean_of() {
	printf '[.figures | to_entries[] | select(.key | endswith("%s")) | .value%s] | add / length' "$1" "$2"
}

write_table() {
	printf '%-52s %14s %14s %8s\n' "medians of $rounds rounds, $validators validators" FlareChain GRANDPA ratio
	row "transfers a second at saturation" transactions '.figures["transfers a second in Strong blocks"]' 1
	row "processor seconds of all nodes for 1,000 transfers" transactions \
		'.figures["processor seconds of all nodes for 1000 transfers"]' 2
	row "ms from submission to a final block, p50" transactions '.figures["latency to Strong"].p50_ms' 0
	row "ms from a block's arrival to its finality, idle, p50" finality \
		"$(mean_of 'arrival to final' .p50_ms)" 0
	row "ms from a block's arrival to its finality, idle, p99" finality \
		"$(mean_of 'arrival to final' .p99_ms)" 0
	row "blocks that finality is behind, idle, mean" finality "$(mean_of 'mean lag in blocks' '')" 2
	row "MB of a node after the load" memory "$(mean_of 'MB at last' '')" 0
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
