#!/usr/bin/env bash
# Runs a validator with config/production/validator.toml. Arguments are options of the node, and win:
#
#   scripts/start-validator-optimized.sh --chain chain-spec.json --base-path /var/lib/flarechain --name anna
#
# FLARECHAIN_NODE names another program. As a service: config/systemd.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/lib-node.sh
source "$REPOSITORY/scripts/lib-node.sh"

start_production validator.toml "$@"
