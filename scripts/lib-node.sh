# shellcheck shell=bash
# What the scripts that start a node for production share. Source it after lib.sh.

# Files and connections that a busy node has open at once, at least.
readonly OPEN_FILES=65536

# The node to run: $FLARECHAIN_NODE, else an optimized build of this tree, else what is installed.
production_node() {
	local target=${CARGO_TARGET_DIR:-$REPOSITORY/target} candidate
	if [[ -n ${FLARECHAIN_NODE:-} ]]; then
		[[ -x $FLARECHAIN_NODE ]] || fail "FLARECHAIN_NODE=$FLARECHAIN_NODE is no program"
		printf '%s\n' "$FLARECHAIN_NODE"
		return
	fi
	for candidate in "$target/production/flarechain-node" "$target/release/flarechain-node" \
		"$(command -v flarechain-node || true)"; do
		if [[ -n $candidate && -x $candidate ]]; then
			printf '%s\n' "$candidate"
			return
		fi
	done
	fail "there is no optimized build of the node, and none is installed" \
		"build one: cargo build --release --locked -p flarechain-node" \
		"or name the program: FLARECHAIN_NODE=/path/to/flarechain-node"
}

# What slows a node down or makes it fail, as far as it can be seen and is not for the node to tell.
look_at_machine() {
	local governor limit
	limit=$(ulimit -Hn)
	if [[ $limit != unlimited && $limit -lt $OPEN_FILES ]]; then
		say "warning: at most $limit files can be open here, and a busy node needs $OPEN_FILES" \
			"(limits.conf, or LimitNOFILE= of a service)"
		ulimit -Sn "$limit"
	else
		ulimit -Sn "$OPEN_FILES"
	fi
	governor=$(cat /sys/devices/system/cpu/cpu0/cpufreq/scaling_governor 2>/dev/null || true)
	if [[ $governor == powersave ]]; then
		say "warning: processors save power; 'cpupower frequency-set -g performance' lets them run at full speed"
	fi
	if command -v timedatectl >/dev/null &&
		[[ $(timedatectl show -p NTPSynchronized --value 2>/dev/null) == no ]]; then
		say "warning: the clock is not synchronized; blocks that are made at a wrong time are refused" \
			"(install chrony or systemd-timesyncd)"
	fi
}

# Runs a node with a file of config/production and further options of the node, which win.
# A `--config` among them replaces the file.
start_production() {
	local file=$REPOSITORY/config/production/$1 node argument
	shift
	node=$(production_node)
	for argument in "$@"; do
		case $argument in
		--config | --config=*) file= ;;
		esac
	done
	look_at_machine
	say "starting $node"
	exec "$node" ${file:+--config "$file"} "$@"
}
