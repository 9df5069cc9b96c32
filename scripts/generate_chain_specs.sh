#!/usr/bin/env bash
# Makes the spec of a chain from its operators' file of validators.
#
#   scripts/generate_chain_specs.sh [FILE [CHAIN [FOLDER]]]
#
# FILE defaults to config/validators.example.toml, CHAIN to staging, FOLDER to chain-specs. It writes
# ID.json and ID-raw.json, with the id that FILE gives the chain; a file that is wrong changes nothing.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

validators=${1:-$REPOSITORY/config/validators.example.toml}
chain=${2:-staging}
folder=${3:-$REPOSITORY/chain-specs}
[[ -r $validators ]] || fail "cannot read $validators" "give the file of validators as the first argument"

node=${FLARECHAIN_NODE:-${CARGO_TARGET_DIR:-$REPOSITORY/target}/debug/flarechain-node}
if [[ ! -x $node ]]; then
	set_up
	(cd "$REPOSITORY" && cargo build --workspace --locked --bins)
fi

mkdir -p -- "$folder"
work=$(mktemp -d -- "$folder/.generate.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
"$node" generate-spec --validators "$validators" --chain "$chain" --output "$work/plain.json"
# The raw one is made from the plain one, so that both are the same chain.
"$node" export-chain-spec --chain "$work/plain.json" --raw --output "$work/raw.json"
id=$(sed -n 's/^  "id": "\([a-z0-9_]*\)",$/\1/p' "$work/plain.json")
[[ -n $id ]] || fail "the spec of $validators has no id"
mv -- "$work/plain.json" "$folder/$id.json"
mv -- "$work/raw.json" "$folder/$id-raw.json"
say "wrote $folder/$id.json and $folder/$id-raw.json"
