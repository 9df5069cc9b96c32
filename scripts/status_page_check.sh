#!/usr/bin/env bash
# Looks at the status page of a network with a real browser: headless Chromium shows the rows of
# nodes and partitions, keeps to the page's rules, and renews the page by itself.
#
#   scripts/status_page_check.sh        with a network of its own on other ports, which it ends
#   scripts/status_page_check.sh URL    the page of a network that runs, http://127.0.0.1:9600/
#
# --screenshot FILE  keeps a picture of the page
#
# Needs Debian's `chromium`. The tests do without it: it brings 400 MB that nothing else needs, and
# tests/processes/network_command.rs checks what the page says.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# Longest waits, in seconds.
readonly NETWORK_S=300 BROWSER_S=60 RENEWED_S=60
# Where a network of its own is: not in the way of network.sh, nor of tests that run at the time.
readonly OFFSET=875
readonly STATUS_PORT=9600

url=
screenshot=
while [[ $# -gt 0 ]]; do
	case $1 in
	--screenshot)
		[[ -n ${2:-} ]] || fail "--screenshot takes the name of a file"
		screenshot=$2
		shift
		;;
	-h | --help)
		sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
		exit
		;;
	http://*) url=$1 ;;
	*) fail "unknown option $1" "$0 --help lists them" ;;
	esac
	shift
done

work=
pids=()

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

# Waits until the command works, at most so many seconds; fails if a process of ours ends before.
wait_for() {
	local end=$((SECONDS + $1)) pid
	shift
	until "$@"; do
		for pid in "${pids[@]}"; do
			kill -0 "$pid" 2>/dev/null || return 1
		done
		((SECONDS < end)) || return 1
		sleep 0.5
	done
}

start_network() {
	local binary=${CARGO_TARGET_DIR:-$REPOSITORY/target}/debug/flarechain-network
	binary=${FLARECHAIN_NETWORK:-$binary}
	[[ -x $binary ]] || fail "$binary is not there" "build it: cargo build --workspace --locked --bins"
	say "starting a network of one validator and one partition"
	TMPDIR=$work "$binary" --validators 1 --partitions btc --port-offset "$OFFSET" \
		>"$work/network.log" 2>&1 </dev/null &
	pids+=($!)
	url=http://127.0.0.1:$((STATUS_PORT + OFFSET))/
	wait_for "$NETWORK_S" has_rows || {
		tail -n 20 "$work/network.log"
		fail "the network ended, or its page has no Strong block after $NETWORK_S s"
	}
}

# Whether the page, as curl gets it, has a Strong block and a partition.
has_rows() {
	curl -sf --max-time 5 -o "$work/page" "$url" &&
		grep -q '<title>FlareChain #[1-9]' "$work/page" && grep -q '<tr><td>BTC' "$work/page"
}

# Chromium with a profile of its own. Its sandbox wants rights that containers and root lack; it sees
# no page but ours.
browse() {
	timeout "$BROWSER_S" chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
		--user-data-dir="$work/profile-$RANDOM" --no-first-run --window-size=1280,720 "$@"
}

# The page as the browser understood it: blocks, levels, lag, seat and peers of a node, its metrics.
check_rows() {
	local row node number='<td>[0-9]+</td>' known='<td>([0-9]+|–)</td>'
	node="<tr><td>alice</td>$number($known){2}$number$known<td[^>]*>[0-9]+</td>$known"
	browse --dump-dom "$url" >"$work/dom" 2>"$work/browser.log" || {
		tail -n 5 "$work/browser.log"
		fail "chromium does not show $url"
	}
	for row in '<h2>Relay chain</h2>' "$node<td class=\"text\">[^<]+</td>" \
		'<td class="text"><a href="http://127.0.0.1:[0-9]+/metrics">'; do
		grep -Eq "$row" "$work/dom" || fail "the browser's page has no $row:" "$(cat "$work/dom")"
	done
	if grep -q '<h2>Partitions</h2>' "$work/dom"; then
		grep -Eq "<tr><td>[A-Z-]+</td>($number){3}" "$work/dom" ||
			fail "the browser's page has no row of a partition:" "$(cat "$work/dom")"
	fi
	say "ok      the browser shows nodes and partitions"
}

# The title has the newest Strong block; the browser tells the titles of its pages.
title() {
	curl -sf --max-time 5 "http://127.0.0.1:$debugging_port/json/list" |
		jq -er '.[] | select(.type == "page") | .title' 2>/dev/null | grep -m 1 'FlareChain #'
}

new_title() {
	local now
	now=$(title) && [[ $now != "$first_title" ]]
}

# One page stays open, and nobody touches it.
check_renewal() {
	local profile=$work/profile-open
	timeout $((BROWSER_S + RENEWED_S)) chromium --headless --no-sandbox --disable-gpu \
		--disable-dev-shm-usage --user-data-dir="$profile" --no-first-run \
		--remote-debugging-port=0 "$url" >"$work/open.log" 2>&1 &
	pids+=($!)
	wait_for "$BROWSER_S" test -s "$profile/DevToolsActivePort" || fail "chromium does not start"
	debugging_port=$(head -n 1 "$profile/DevToolsActivePort")
	wait_for "$BROWSER_S" title >/dev/null || fail "the browser has no page with a Strong block"
	first_title=$(title)
	wait_for "$RENEWED_S" new_title || fail "the page still says '$first_title' after $RENEWED_S s"
	say "ok      it went from '$first_title' to '$(title)' by itself"
}

for command in chromium curl jq; do
	command -v "$command" >/dev/null ||
		fail "$command is missing" "on Debian, as root: apt-get install --no-install-recommends $command"
done
work=$(mktemp -d "${TMPDIR:-/tmp}/flarechain-status-page.XXXXXX")
[[ -n $url ]] || start_network
check_rows
check_renewal
if [[ -n $screenshot ]]; then
	browse --screenshot="$(realpath -m -- "$screenshot")" "$url" 2>"$work/browser.log" ||
		fail "no picture was taken:" "$(tail -n 3 "$work/browser.log")"
	say "ok      a picture is in $screenshot"
fi
say "all checks passed"
