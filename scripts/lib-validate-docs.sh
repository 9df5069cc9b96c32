# shellcheck shell=bash
# The sections of validate-performance.sh about profiling, monitoring and documents.

# Documents that an operator or a developer needs.
readonly DOCUMENTS=(load-testing metrics monitoring operators performance reliability rpc runtime-development testing validators)
# Where metrics of finality are made.
readonly METRICS_SOURCE=consensus/asf/client/src/metrics.rs
# Figures in documents that are older need a new measurement.
readonly OLD_FIGURES_DAYS=90

# --- profiling ---

check_profiling() {
	local paranoid tool
	when "release builds keep line tables, so that profiles have names" "debug = $(release_setting debug 0)" \
		"debug = 1 in [profile.release] of Cargo.toml" test "$(release_setting debug 0)" != 0
	if [[ -n ${node:-} ]]; then
		when "the node that was built has them" "$node" "$BUILD_NODE, and no strip" has_line_tables
	else
		failed "the node that was built has them" "there is none" "$BUILD_NODE"
	fi
	for tool in perf valgrind; do
		warn_when "$tool is installed" "$(command -v "$tool" || echo no)" \
			"on Debian, as root: apt-get install linux-perf valgrind" command -v "$tool"
	done
	paranoid=$(cat /proc/sys/kernel/perf_event_paranoid 2>/dev/null || echo 4)
	warn_when "perf may watch this user's programs" "perf_event_paranoid $paranoid" \
		"as root: sysctl kernel.perf_event_paranoid=1" may_watch "$paranoid"
	when "the figures name the largest costs of a saturated node" "docs/performance.md" \
		"profile it under 'flarechain-load transactions --tps 0' and write the costs down" \
		grep -qiE 'flame|callgrind|perf record' docs/performance.md
}

has_line_tables() {
	readelf -SW "$node" | grep '\.debug_line' >/dev/null
}

may_watch() {
	[[ $EUID -eq 0 || $1 -le 2 ]]
}

# --- monitoring ---

check_monitoring() {
	local wrong tool
	for tool in prometheus promtool prometheus-node-exporter; do
		when "$tool is installed" "$(command -v "$tool" || echo no)" "scripts/setup.sh" command -v "$tool"
	done
	wrong=$(scripts/monitoring.sh --rules 2>&1 | grep -v '^ok\|^---\|^all checks passed' || true)
	when "rules, their tests and the dashboard" "${wrong:-scripts/monitoring.sh --rules}" \
		"scripts/monitoring.sh --rules says more" test -z "$wrong"
	wrong=$(comm -3 <(alerts_of_rules) <(alerts_of_docs))
	when "docs/monitoring.md has every alert and no other" "${wrong:-$(alerts_of_rules | wc -l) alerts}" \
		"bring its table of alerts up to date" test -z "$wrong"
	wrong=$(comm -23 <(made_metrics) <(words docs/metrics.md))
	when "docs/metrics.md has every metric of finality" "${wrong:-$(made_metrics | wc -l) metrics}" \
		"describe these there" test -z "$wrong"
	wrong=$(comm -13 <(made_metrics) <(grep -hvE '^ *(summary|action):' config/monitoring/{alerts.yml,dashboard.jq} |
		words | sed -E 's/_(bucket|sum|count)$//' | sort -u))
	when "alerts and dashboard ask for metrics that there are" "${wrong:-all}" \
		"correct their names, or $METRICS_SOURCE" test -z "$wrong"
	when "each severity has a rule for whom to wake" "$(severities)" \
		"docs/monitoring.md says what critical and warning mean" test "$(severities)" = "critical warning"
	warn_when "scripts/test.sh runs the rules" scripts/test.sh "add scripts/monitoring.sh --rules" \
		grep -q 'monitoring.sh --rules' scripts/test.sh
}

alerts_of_rules() {
	sed -n 's/^ *- alert: //p' config/monitoring/alerts.yml | sort
}

alerts_of_docs() {
	sed -n '/^## Alerts/,$s/^| `\([A-Za-z]*\)` |.*/\1/p' docs/monitoring.md | sort
}

# Names of metrics of finality, as they are registered and as files have them.
made_metrics() {
	grep -oE '"asf_[a-z_]+"' "$METRICS_SOURCE" | tr -d '"' | sort -u
}

words() {
	grep -ohE '\basf_[a-z_]+' "$@" | sort -u
}

severities() {
	grep -oE 'severity: [a-z]+' config/monitoring/alerts.yml | sed 's/.* //' | sort -u | xargs
}

# --- documents ---

check_docs() {
	local name wrong newest
	for name in "${DOCUMENTS[@]}"; do
		when "docs/$name.md" "$(find docs -name "$name.md" -printf '%s bytes')" "write it" \
			test -s "docs/$name.md"
	done
	wrong=$(broken_links)
	when "links in documents lead to files" "${wrong:-all}" "correct them" test -z "$wrong"
	wrong=$(missing_scripts)
	when "scripts that documents name are there" "${wrong:-all}" "correct their names" test -z "$wrong"
	check_documented_options
	newest=$(grep -ohE '\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b' docs/performance.md | sort | tail -n 1 || true)
	warn_when "docs/performance.md says when its newest figures were measured" "${newest:-no date}" \
		"give figures their date" test -n "$newest"
	if [[ -n $newest ]]; then
		warn_when "and they are not old" "$newest" "measure again: docs/performance.md has the commands" \
			test "$(days_since "$newest")" -le "$OLD_FIGURES_DAYS"
	fi
	warn_when "docs/performance.md compares with GRANDPA" docs/performance.md \
		"run the same load against a stock node, and write both down" grep -q GRANDPA docs/performance.md
}

# Options of the load harness that its document names, as far as it has been built.
check_documented_options() {
	local load wrong
	# shellcheck disable=SC2154 # Of validate-performance.sh.
	for load in "$target"/{release,debug}/flarechain-load; do
		[[ -x $load ]] && break
	done
	if [[ ! -x $load ]]; then
		warned "options in docs/load-testing.md" "flarechain-load is not built" "cargo build --locked --workspace --bins"
		return
	fi
	# Those of `partition` are the node's.
	wrong=$(comm -23 <(sed '/^`partition` needs/,$d' docs/load-testing.md | grep -oE '(^|[ `(])--[a-z][a-z-]+' | tr -d ' `(' | sort -u) \
		<({ "$load" --help | grep -oE -- '--[a-z][a-z-]+'; printf '%s\n' --rpc-methods; } | sort -u))
	when "options in docs/load-testing.md are options" "${wrong:-all}" "correct them" test -z "$wrong"
}

# Relative links whose file is missing, with the document.
broken_links() {
	local document link
	for document in README.md docs/*.md; do
		while read -r link; do
			[[ -e $(dirname -- "$document")/$link ]] || echo "$document: $link"
		done < <(grep -oE '\]\([^)#:]+(#[^)]*)?\)' "$document" | sed -E 's/^\]\(//; s/(#.*)?\)$//' | grep . || true)
	done
}

missing_scripts() {
	local script
	while read -r script; do
		[[ -e $script ]] || echo "$script"
	done < <(grep -ohE '\bscripts/[A-Za-z0-9_/-]+\.sh' README.md docs/*.md | sort -u)
}
