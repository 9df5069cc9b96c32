#!/usr/bin/env bash
# Watches the local network with a real Prometheus, and checks config/monitoring against it.
#
#   scripts/monitoring.sh           watches the network of scripts/network.sh until Ctrl-C
#   scripts/monitoring.sh --once    ends after the checks
#   scripts/monitoring.sh --test    the same, with a network of its own on other ports
#   scripts/monitoring.sh --rules   only checks the files: no network, no Prometheus
#
# --port-offset N  as for network.sh: nodes have 9615 + i + N and 9715 + n + N; Prometheus has
#                  9090 + N and the exporter of the machine's own figures 9100 + N.
#
# The checks: the rules' own tests pass, the dashboard is what its source makes, and every panel and
# every alert's figure has data here. The exit status says whether all of them passed.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly MONITORING=$REPOSITORY/config/monitoring
# Longest waits, in seconds. Figures over five minutes have their first value after two samples.
readonly READY_S=30 NETWORK_S=300 DATA_S=240
# Samples in the checks come sooner than in production, so that they end sooner.
readonly SCRAPE=5s
# Where `--test` puts its network: between the ports of network.sh, and below those that the system
# gives to connections.
readonly TEST_OFFSET=725

mode=watch
offset=
while [[ $# -gt 0 ]]; do
	case $1 in
	--once | --test | --rules) mode=${1#--} ;;
	--port-offset)
		[[ ${2:-} =~ ^[0-9]{1,5}$ ]] || fail "--port-offset takes a number"
		offset=$2
		shift
		;;
	-h | --help)
		sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
		exit
		;;
	*) fail "unknown option $1" "$0 --help lists them" ;;
	esac
	shift
done
if [[ -z $offset ]]; then
	[[ $mode == test ]] && offset=$TEST_OFFSET || offset=0
fi
readonly PROMETHEUS=127.0.0.1:$((9090 + offset)) EXPORTER=127.0.0.1:$((9100 + offset))

work=
pids=()
failures=0

# Ends what was started here, the newest first, and removes what it wrote.
clean_up() {
	local status=$? i
	trap - EXIT
	for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
		kill "${pids[i]}" 2>/dev/null || true
		wait "${pids[i]}" 2>/dev/null || true
	done
	[[ -z $work ]] || rm -rf -- "$work"
	exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

need() {
	local command
	for command in "$@"; do
		command -v "$command" >/dev/null ||
			fail "$command is missing" "scripts/setup.sh installs it"
	done
}

passed() {
	say "ok      $*"
}

failed() {
	say "FAILED  $*"
	failures=$((failures + 1))
}

# Runs a command; its output is told only if it fails.
check() {
	local name=$1 output
	shift
	if output=$("$@" 2>&1); then
		passed "$name"
	else
		failed "$name"
		printf '%s\n' "$output"
	fi
}

alerts() {
	sed -n 's/^ *- alert: //p' "$MONITORING/alerts.yml"
}

# Each alert compares one figure with a number, so that the figure can be looked at by itself.
alerts_compare_figures() {
	local wrong
	wrong=$(sed -n '/^ *- alert: /{s///;N;s/\n *expr: /\t/;p}' "$MONITORING/alerts.yml" |
		grep -Ev $'\t''(up|flarechain:[a-z0-9_:]+) (==|>|<) [0-9.]+$' || true)
	[[ -z $wrong ]] || fail "not a figure and a number:" "$wrong"
}

alerts_are_tested() {
	local alert
	for alert in $(alerts); do
		grep -Eq "alertname: $alert(\$|, exp_alerts: \[\{)" "$MONITORING/alerts_test.yml" ||
			fail "$alert is set off in no test of alerts_test.yml"
	done
}

dashboard_is_new() {
	diff <(jq --tab -n -f "$MONITORING/dashboard.jq") "$MONITORING/dashboard.json" >/dev/null ||
		fail "dashboard.json is not what dashboard.jq makes" \
			"jq --tab -n -f config/monitoring/dashboard.jq > config/monitoring/dashboard.json"
}

check_files() {
	say "--- files"
	check "prometheus.yml and alerts.yml are valid" promtool check config "$MONITORING/prometheus.yml"
	check "every alert compares a figure with a number" alerts_compare_figures
	check "every alert is set off in a test" alerts_are_tested
	check "the tests of the alerts pass" promtool test rules "$MONITORING/alerts_test.yml"
	check "the dashboard is what its source makes" dashboard_is_new
}

answers() {
	curl -sf --max-time 5 -o "${2:-/dev/null}" "http://$1"
}

# Waits until the command works, at most so many seconds; fails if a process of ours ends before.
wait_for() {
	local end=$((SECONDS + $1)) pid
	shift
	until "$@"; do
		for pid in "${pids[@]}"; do
			kill -0 "$pid" 2>/dev/null || return 1
		done
		((SECONDS < end)) || return 1
		sleep 1
	done
}

start_network() {
	local port binary=${CARGO_TARGET_DIR:-$REPOSITORY/target}/debug/flarechain-network
	binary=${FLARECHAIN_NETWORK:-$binary}
	[[ -x $binary ]] || fail "$binary is not there" "build it: cargo build --workspace --locked --bins"
	ensure_free "127.0.0.1:$((9615 + offset))" "the first node's port for metrics"
	say "--- starting a network; its log is shown if it does not come up"
	"$binary" --partitions btc --port-offset "$offset" >"$work/network.log" 2>&1 </dev/null &
	pids+=($!)
	for port in 9615 9715; do
		wait_for "$NETWORK_S" has_block "$port" || {
			tail -n 20 "$work/network.log"
			fail "the network ended, or there is no block at $((port + offset)) after $NETWORK_S s"
		}
	done
}

# Whether the node with this port for metrics, the offset left out, has a block beside the first.
has_block() {
	answers "127.0.0.1:$(($1 + offset))/metrics" "$work/metrics" &&
		grep -q '^substrate_block_height{status="best".*} [1-9]' "$work/metrics"
}

# Writes who is to be read: those of the ports from the second argument on that answer.
write_targets() {
	local file=$1 first=$2 count=$3 port found=0
	printf -- '- targets:\n' >"$file"
	for ((port = first; port < first + count; port++)); do
		if answers "127.0.0.1:$port/metrics"; then
			printf '    - 127.0.0.1:%d\n' "$port" >>"$file"
			found=$((found + 1))
		fi
	done
	[[ $found -gt 0 ]] || printf '[]\n' >"$file"
	echo "$found"
}

ensure_free() {
	if (exec 3<>"/dev/tcp/${1%:*}/${1#*:}") 2>/dev/null; then
		fail "something listens on $1 already, where $2 is to be" "stop it, or give --port-offset N"
	fi
}

start_prometheus() {
	mkdir "$work/targets" "$work/data"
	sed "s/_interval: 15s/_interval: $SCRAPE/" "$MONITORING/prometheus.yml" >"$work/prometheus.yml"
	cp "$MONITORING/alerts.yml" "$work/"
	relay=$(write_targets "$work/targets/relay.yml" $((9615 + offset)) 7)
	partitions=$(write_targets "$work/targets/partitions.yml" $((9715 + offset)) 12)
	printf -- '- targets: ["%s"]\n' "$EXPORTER" >"$work/targets/machines.yml"
	if [[ $relay -eq 0 ]]; then
		fail "no node answers at 127.0.0.1:$((9615 + offset))" \
			"start the network in another terminal: ./scripts/network.sh" \
			"or give --test, which starts one itself"
	fi
	ensure_free "$PROMETHEUS" Prometheus
	ensure_free "$EXPORTER" "the exporter of the machine's figures"
	prometheus-node-exporter --web.listen-address="$EXPORTER" >"$work/exporter.log" 2>&1 &
	pids+=($!)
	prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" \
		--web.listen-address="$PROMETHEUS" >"$work/prometheus.log" 2>&1 &
	pids+=($!)
	wait_for "$READY_S" answers "$PROMETHEUS/-/ready" || {
		tail -n 5 "$work/prometheus.log" "$work/exporter.log"
		fail "Prometheus did not get ready in $READY_S s"
	}
	say "--- Prometheus reads $relay relay nodes and $partitions collators"
}

# How many series of a query have a number.
numbers() {
	curl -sf --max-time 10 --data-urlencode "query=$1" "http://$PROMETHEUS/api/v1/query" |
		jq '[.data.result[] | select(.value[1] != "NaN")] | length' 2>/dev/null || echo 0
}

# What has to have data: a name and a query in a line.
queries() {
	jq -r '.panels[] | select(.targets) | .title as $title | .targets[]
		| "panel \($title): \(.legendFormat)\t\(.expr | gsub("\\$(chain|node)"; ".*"))"' \
		"$MONITORING/dashboard.json"
	sed -n '/^ *- alert: /{s//alert /;N;s/\n *expr: \(up\|[^ ]*\) .*/\t\1/;p}' "$MONITORING/alerts.yml"
}

# Whether a query is about partitions, and none runs.
idle() {
	[[ $partitions -eq 0 && $1 =~ pbc_|partition_|polkadot_pvf_ ]]
}

check_data() {
	local -A missing=()
	local name query end=$((SECONDS + DATA_S)) asked=0
	say "--- data; the last of it takes two minutes to come"
	while IFS=$'\t' read -r name query; do
		if idle "$query"; then
			say "skipped $name (no partition runs)"
		else
			missing[$name]=$query
			asked=$((asked + 1))
		fi
	done < <(queries)
	while [[ ${#missing[@]} -gt 0 ]] && ((SECONDS < end)); do
		for name in "${!missing[@]}"; do
			[[ $(numbers "${missing[$name]}") -eq 0 ]] || unset "missing[$name]"
		done
		[[ ${#missing[@]} -eq 0 ]] || sleep 2
	done
	passed "$((asked - ${#missing[@]})) of $asked queries of panels and alerts have data"
	for name in "${!missing[@]}"; do
		failed "$name has no data: ${missing[$name]}"
	done
}

rules_are_healthy() {
	local wrong
	wrong=$(curl -sf --max-time 10 "http://$PROMETHEUS/api/v1/rules" |
		jq -r '.data.groups[].rules[] | select(.health != "ok") | "\(.name): \(.health) \(.lastError // "")"') ||
		fail "Prometheus does not say how its rules are"
	[[ -z $wrong ]] || fail "rules that do not work:" "$wrong"
}

# A network that is well sets off no alert about chains. What the machine says is its own affair.
chain_is_quiet() {
	local alerts
	alerts=$(curl -sf --max-time 10 "http://$PROMETHEUS/api/v1/rules?type=alert" |
		jq -r '.data.groups[] | select(.name == "chain") | .rules[].alerts[]
			| select(.state == "firing") | .annotations.summary') ||
		fail "Prometheus does not say which alerts are set off"
	[[ -z $alerts ]] || fail "alerts that are set off:" "$alerts"
}

need promtool jq
check_files
if [[ $mode != rules ]]; then
	need prometheus prometheus-node-exporter curl
	work=$(mktemp -d "${TMPDIR:-/tmp}/flarechain-monitoring.XXXXXX")
	[[ $mode != test ]] || start_network
	start_prometheus
	check_data
	check "every rule works" rules_are_healthy
	check "no alert about chains is set off" chain_is_quiet
fi
[[ $failures -eq 0 ]] || fail "$failures checks failed"
say "all checks passed"
if [[ $mode == watch ]]; then
	say "Prometheus: http://$PROMETHEUS (Ctrl-C ends it), the dashboard for Grafana: $MONITORING/dashboard.json"
	trap 'say ""; exit 0' INT TERM HUP
	while kill -0 "${pids[-1]}" 2>/dev/null; do
		sleep 1
	done
	tail -n 5 "$work/prometheus.log"
	fail "Prometheus ended by itself"
fi
