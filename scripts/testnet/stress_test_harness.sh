#!/usr/bin/env bash
# Builds what is needed and runs the load tests, all of them or those that are named, against a
# network of its own or, with --rpc, one that runs. Everything else goes to flarechain-load:
# `./scripts/testnet/stress_test_harness.sh --help` lists it.
#
#   ./scripts/testnet/stress_test_harness.sh                      # all, a minute each
#   TARGET_TPS=200 TEST_DURATION=10m ./scripts/testnet/stress_test_harness.sh transactions
#   RUN_LONG_TEST=true ./scripts/testnet/stress_test_harness.sh   # and 72 hours
#   ./scripts/testnet/stress_test_harness.sh blocks --rpc ws://10.0.0.1:9944
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../lib.sh"

# Options that take no value; all others do.
readonly FLAGS=" -h --help -V --version "

# Whether the arguments name a test: a word that is neither an option nor the value of one.
names_a_test() {
	local value_follows=false argument
	for argument in "$@"; do
		if $value_follows; then
			value_follows=false
		elif [[ $argument == -* ]]; then
			if [[ $argument != *=* && $FLAGS != *" $argument "* ]]; then
				value_follows=true
			fi
		else
			return 0
		fi
	done
	return 1
}

asks_for_help() {
	local argument
	for argument in "$@"; do
		[[ $FLAGS == *" $argument "* ]] && return 0
	done
	return 1
}

arguments=("$@")
if ! names_a_test "$@" && ! asks_for_help "$@"; then
	arguments+=(all)
fi

set_up
say "building; the first time takes half an hour or more on two cores, later ones are short"
profile=${LOAD_PROFILE:-dev}
# The whole workspace: with fewer packages Cargo would choose other features of what they share,
# and build that anew.
(cd -- "$REPOSITORY" && cargo build --workspace --locked --bins --profile "$profile")
folder=$profile
if [[ $profile == dev ]]; then
	folder=debug
	say "note: this is a development build; LOAD_PROFILE=release measures what a validator runs"
fi
exec "${CARGO_TARGET_DIR:-$REPOSITORY/target}/$folder/flarechain-load" "${arguments[@]}"
