# shellcheck shell=bash
# How validate-performance.sh tells and counts what it finds. Source it after lib.sh.

quiet=false
count_passed=0
count_warned=0
count_failed=0

# Each takes what was looked at, what was found, and, unless all is well, what to do.
passed() {
	count_passed=$((count_passed + 1))
	$quiet || printf 'passed  %s (%s)\n' "$1" "$(short "$2")"
}

warned() {
	count_warned=$((count_warned + 1))
	printf 'warned  %s: %s\n        -> %s\n' "$1" "$(short "$2")" "$3"
}

failed() {
	count_failed=$((count_failed + 1))
	printf 'FAILED  %s: %s\n        -> %s\n' "$1" "$(short "$2")" "$3"
}

# when WHAT FOUND TO-DO COMMAND...: passed if the command succeeds, else failed.
when() {
	judge failed "$@"
}

# The same for what is no fault by itself.
warn_when() {
	judge warned "$@"
}

judge() {
	local otherwise=$1 what=$2 found=$3 todo=$4
	shift 4
	if "$@" >/dev/null 2>&1; then
		passed "$what" "$found"
	else
		"$otherwise" "$what" "$found" "$todo"
	fi
}

# A few lines of what was found, on one.
short() {
	local lines=() rest
	mapfile -t lines < <(head -n 4 <<<"$1" | sed 's/^[[:space:]]*//; s/[[:space:]]*$//')
	rest=$(($(wc -l <<<"$1") - ${#lines[@]}))
	printf '%s' "${lines[0]}"
	if [[ ${#lines[@]} -gt 1 ]]; then
		printf '; %s' "${lines[@]:1}"
	fi
	[[ $rest -le 0 ]] || printf '; and %d more' "$rest"
}

# The first source below these paths that is newer than a file; nothing if there is none. Tests and
# benchmarks do not count: they are in no program.
newer_source() {
	local file=$1
	shift
	find "$@" \( -name '*.rs' -o -name 'Cargo.*' \) ! -path '*/tests*' ! -name 'mock.rs' ! -name 'benchmark*' \
		-newer "$file" -print -quit
}

# A setting of the release profile, or its default.
release_setting() {
	sed -n '/^\[profile.release\]/,/^\[/{s/^'"$1"' = "\{0,1\}\([^"]*\)"\{0,1\}$/\1/p}' "$REPOSITORY/Cargo.toml" |
		grep . || echo "$2"
}

# Days since a day written as 2026-11-21.
days_since() {
	echo $((($(date +%s) - $(date -d "$1" +%s)) / 86400))
}

# What came of all, and the exit status.
summary() {
	# shellcheck disable=SC2034 # Of validate-performance.sh.
	told=yes
	printf '\n%d passed, %d warned, %d failed\n' "$count_passed" "$count_warned" "$count_failed"
	[[ $count_failed -eq 0 ]]
}
