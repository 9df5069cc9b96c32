#!/usr/bin/env bash
# Sets up, builds, and runs a network of validators and partitions on this machine until Ctrl-C.
# Arguments go to flarechain-network: `./scripts/network.sh --help` lists them.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

set_up
say "building; the first time takes half an hour or more on two cores, later ones are short"
# The whole workspace: with fewer packages Cargo would choose other features of what they share,
# and build that anew.
(cd -- "$REPOSITORY" && cargo build --workspace --locked --bins)
exec "${CARGO_TARGET_DIR:-$REPOSITORY/target}/debug/flarechain-network" "$@"
