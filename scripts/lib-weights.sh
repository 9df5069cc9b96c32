# shellcheck shell=bash
# What the scripts that measure weights share. Source it after lib.sh.

# The runtimes that have weights, in the order in which they are measured.
readonly RUNTIMES=(relay partition)
# Pallets with benchmarks that set up hundreds of validators or collators and what they said each time,
# or handle megabytes of code or messages.
# shellcheck disable=SC2034 # Of those that source this.
readonly SLOW_PALLETS=(cumulus_pallet_parachain_system pallet_collator_selection
	polkadot_runtime_parachains::inclusion polkadot_runtime_parachains::paras
	polkadot_runtime_parachains::paras_inherent)
# The para id under which a partition is measured.
readonly FIRST_PARTITION_ID=2000
# Where System.Account begins in the state: twox_128 of both words.
readonly ACCOUNT_PREFIX=26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9
# Keys that the database is asked about before the root is computed, as at the end of a block: what a
# full one may write is of this order.
readonly KEYS_OF_A_BLOCK=10000
# What `build_for_benchmarks` leaves: the node, and where each runtime is by its name.
node=
declare -A wasm=()

# Where a runtime keeps its weights.
weights_folder() {
	case $1 in
	relay) printf '%s\n' "$REPOSITORY/runtime/src/weights" ;;
	partition) printf '%s\n' "$REPOSITORY/pbc-collators/runtime/src/weights" ;;
	*) fail "there is no runtime named $1" "the runtimes are: ${RUNTIMES[*]}" ;;
	esac
}

# The file of the weights of a pallet.
weights_file() {
	local name=${2//::/_}
	printf '%s/%s.rs\n' "$(weights_folder "$1")" "$name"
}

# Builds these runtimes, if any, with their benchmarks, and the optimized node unless $FLARECHAIN_NODE
# names one.
build_for_benchmarks() {
	local name path profile=release target=${CARGO_TARGET_DIR:-$REPOSITORY/target}
	local requested
	requested=$(IFS=, && printf '%s' "$*")
	set_up
	cd "$REPOSITORY" || return
	# Always of the whole workspace: another choice of packages would be another choice of features of
	# the dependencies, and another build of them.
	if [[ -n ${FLARECHAIN_NODE:-} ]]; then
		[[ -x $FLARECHAIN_NODE ]] || fail "FLARECHAIN_NODE=$FLARECHAIN_NODE is no program"
		node=$FLARECHAIN_NODE
		[[ $# -gt 0 ]] || return 0
		profile=debug
		BENCHMARK_RUNTIMES=$requested cargo build --locked --workspace --bin benchmark-runtimes
	else
		node=$target/release/flarechain-node
		BENCHMARK_RUNTIMES=$requested cargo build --release --locked --workspace \
			--bin flarechain-node --bin benchmark-runtimes
	fi
	while read -r name path; do
		wasm[$name]=$path
	done < <("$target/$profile/benchmark-runtimes")
	for name in "$@"; do
		[[ -r ${wasm[$name]:-} ]] || fail "benchmark-runtimes did not build the $name runtime"
	done
}

# Which node measures, for the header of a file of weights.
describe_node() {
	local folder
	folder=$(basename -- "$(dirname -- "$(realpath -- "$node")")")
	printf '%s, %s build\n' "$("$node" --version)" "$folder"
}

# measure RUNTIME PALLET EXTRINSIC FOLDER LOG OPTION...
# Runs benchmarks, and leaves the file of weights in FOLDER.
measure() {
	local runtime=$1 pallet=$2 extrinsic=$3 folder=$4 log=$5 proof=()
	shift 5
	# Nobody records proofs of the relay chain's blocks.
	if [[ $runtime == relay ]]; then
		proof=(--disable-proof-recording)
	fi
	"$node" benchmark pallet --runtime "${wasm[$runtime]}" --genesis-builder runtime \
		--pallet "$pallet" --extrinsic "$extrinsic" \
		--template "$REPOSITORY/scripts/weights.hbs" --output "$folder" \
		--runtime-log error --quiet "${proof[@]}" "$@" >"$log" 2>&1
}

# What a file of weights says, one benchmark a line, each with its components at their largest:
# name, picoseconds of computation, reads, writes, bytes of proof. Nothing if there is no file.
read_weights() {
	[[ -r $1 ]] || return 0
	awk '
		function digits(text) {
			gsub(/[^0-9]/, "", text)
			return text + 0
		}
		# What the line is to be multiplied with.
		function factor(line, parts) {
			if (line !~ /saturating_mul\(/) {
				return 1
			}
			split(line, parts, /saturating_mul\(/)
			sub(/\.into.*/, "", parts[2])
			return largest[parts[2]]
		}
		/^\tpub const .*Weight::from_parts\(/ {
			split($0, call, /Weight::from_parts\(/)
			split(call[2], arguments, /[,)]/)
			sub(/:/, "", $3)
			printf "%s %.0f 0 0 %.0f\n", $3, digits(arguments[1]), digits(arguments[2])
			next
		}
		/^\t\/\/\/ The range of component `/ {
			split($0, words, "`")
			split(words[4], range, ",")
			largest[words[2]] = digits(range[2])
		}
		/^\tfn / {
			name = $2
			sub(/\(.*/, "", name)
			time = proof = reads = writes = 0
		}
		/Weight::from_parts\(/ {
			split($0, call, /Weight::from_parts\(/)
			split(call[2], arguments, /[,)]/)
			time += digits(arguments[1]) * factor($0)
			proof += digits(arguments[2]) * factor($0)
		}
		/get\(\)\.reads\(/ {
			split($0, call, /reads\(/)
			split(call[2], arguments, /[_)]/)
			reads += digits(arguments[1]) * factor($0)
		}
		/get\(\)\.writes\(/ {
			split($0, call, /writes\(/)
			split(call[2], arguments, /[_)]/)
			writes += digits(arguments[1]) * factor($0)
		}
		/^\t}$/ {
			printf "%s %.0f %.0f %.0f %.0f\n", name, time, reads, writes, proof
			split("", largest)
		}
	' "$1"
}

# Two files of `read_weights`, the old and the new, as rows of a table.
compare_weights() {
	awk -v pallet="$1" '
		function percent(old, new) {
			if (old == new) {
				return "="
			}
			return old > 0 ? sprintf("%+.0f %%", (new - old) * 100 / old) : "new"
		}
		function micros(time) {
			return time == "" ? "-" : sprintf("%.1f", time / 1000000)
		}
		function count(number) {
			return number == "" ? "-" : sprintf("%.0f", number)
		}
		FNR == NR && FILENAME == ARGV[1] {
			time[$1] = $2
			accesses[$1] = $3 + $4
			proof[$1] = $5
			next
		}
		{
			label = pallet "::" $1
			sub(/^polkadot_runtime_parachains::/, "", label)
			printf "%-62s %12s %12s %9s %8s %8s %9s %9s %9s\n", label, micros(time[$1]),
				micros($2), percent(time[$1], $2), count(accesses[$1]), $3 + $4,
				count(proof[$1]), $5, percent(proof[$1], $5)
		}
	' "$2" "$3"
}

# The head of that table.
compare_head() {
	printf '%-62s %12s %12s %9s %8s %8s %9s %9s %9s\n' "largest components; time in us" \
		"time before" after change "accesses" after "proof" after change
}

# Says so when something else uses the processors: what is measured then is wrong.
look_at_load() {
	local before after busy
	before=$(head -n 1 /proc/stat)
	sleep 3
	after=$(head -n 1 /proc/stat)
	# The fourth and fifth number are the time in which nothing ran.
	busy=$(awk 'NR == 1 { for (i = 2; i <= NF; i++) { all -= $i } idle -= $5 + $6 }
		NR == 2 { for (i = 2; i <= NF; i++) { all += $i } idle += $5 + $6 }
		END { printf "%.0f", (all > 0 ? (all - idle) * 100 / all : 0) }' <<<"$before"$'\n'"$after")
	if [[ $busy -gt 10 ]]; then
		say "warning: the processors are busy ($busy %), and figures measured now are too large;" \
			"wait until nothing else runs"
	fi
}

# measure_overhead RUNTIME FOLDER LOG OPTION...
# Measures an empty block and an empty transaction, and leaves block_weights.rs and
# extrinsic_weights.rs in FOLDER as the node's own template has them.
measure_overhead() {
	local runtime=$1 folder=$2 log=$3 para=()
	shift 3
	if [[ $runtime == partition ]]; then
		para=(--para-id "$FIRST_PARTITION_ID")
	fi
	"$node" benchmark overhead --runtime "${wasm[$runtime]}" --genesis-builder runtime "${para[@]}" \
		--weight-path "$folder" "$@" >"$log" 2>&1
}

# overhead_file FOLDER HEADER
# What `measure_overhead` left in FOLDER, as a file of weights of ours.
overhead_file() {
	awk -v header="$2" '
		function value(text) {
			sub(/^.*: */, "", text)
			return text
		}
		/^\/\/! DATE/ { date = value($0) }
		/^\/\/! HOSTNAME/ { cpu = value($0); gsub(/`/, "", cpu) }
		/^\/\/! WARMUPS/ { split($0, words, "`"); warmups = words[2]; repeats = words[4] }
		/Min, Max:/ { range = value($0); sub(/,.*/, "", range) }
		/Average:/ { average = value($0) }
		/Median:/ { median = value($0) }
		/Std-Dev:/ { deviation = value($0) }
		/pub const .*Weight: Weight/ { name = $3; sub(/:/, "", name) }
		/saturating_mul\(/ {
			time = $0
			sub(/.*saturating_mul\(/, "", time)
			proof = time
			sub(/\).*/, "", time)
			sub(/[^,]*, */, "", proof)
			sub(/\).*/, "", proof)
			what = "An empty block"
			if (name == "ExtrinsicBaseWeight") {
				what = "A transaction beside its call"
			}
			body = body sprintf("\t/// %s, on the average. In nanoseconds: least %s, median %s, standard deviation %s.\n", what, range, median, deviation)
			body = body sprintf("\tpub const %s: Weight = Weight::from_parts(%s_000, %s);\n", name, time, proof)
		}
		END {
			print "// SPDX-License-Identifier: GPL-3.0-or-later\n"
			print "//! What blocks and transactions cost beside calls: measured, never written by hand.\n//!"
			print header
			printf "//! Measured on %s, CPU: %s, warm-ups: %s, repeats: %s.\n\n", date, cpu, warmups, repeats
			print "#![cfg_attr(rustfmt, rustfmt_skip)]\n"
			print "use frame_support::{parameter_types, weights::Weight};\n"
			printf "parameter_types! {\n%s}\n", body
		}
	' "$1/block_weights.rs" "$1/extrinsic_weights.rs"
}

# large_spec ACCOUNTS
# A chain with so many accounts, whose names and balances are random: 332 bytes each, of the 256 MiB that
# the node takes.
large_spec() {
	# The random part of a key has 48 bytes, an account 80.
	"$node" export-chain-spec --chain local --partitions none --raw | awk -v prefix="$ACCOUNT_PREFIX" \
		-v random="od -An -v -tx1 -w128 -N $((128 * $1)) /dev/urandom" -v accounts="$1" '
		{ print }
		/"top": {/ {
			while ((random | getline bytes) > 0) {
				gsub(/ /, "", bytes)
				printf "\"0x%s%s\": \"0x%s\",\n", prefix, substr(bytes, 1, 96), substr(bytes, 97)
				written++
			}
		}
		END { exit written != accounts }'
}

# measure_database RUNTIME SPEC BASE_PATH FILE LOG OPTION...
# Measures reads and writes in the genesis of a chain, and leaves the file of weights.
measure_database() {
	local runtime=$1 spec=$2 base_path=$3 file=$4 log=$5 proof=()
	shift 5
	# Nobody records proofs of the relay chain's blocks.
	if [[ $runtime == relay ]]; then
		proof=(--disable-pov-recorder)
	fi
	"$node" benchmark storage --chain "$spec" --base-path "$base_path" --state-version 1 \
		--batch-size "$KEYS_OF_A_BLOCK" --template-path "$REPOSITORY/scripts/database.hbs" \
		--weight-path "$file" "${proof[@]}" "$@" >"$log" 2>&1
}
