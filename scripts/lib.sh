# shellcheck shell=bash
# What the scripts share. Source it; it does not run by itself.

if ((BASH_VERSINFO[0] < 4 || (BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] < 4))); then
	printf 'error: bash 4.4 or newer is needed, this is %s\n' "$BASH_VERSION" >&2
	exit 1
fi

# shellcheck disable=SC2034 # Used by what sources this.
REPOSITORY=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

# Shells that read no profile (services, CI) do not see what rustup installed.
if ! command -v cargo >/dev/null && [[ -x ${HOME:-}/.cargo/bin/cargo ]]; then
	PATH="$HOME/.cargo/bin:$PATH"
fi

# The toolchain that setup.sh links where rustup cannot download the target of runtimes.
readonly DEBIAN_WASM_TOOLCHAIN=flarechain-wasm

# A shared folder outside of the clone lets a fresh clone start from what the last one built.
if [[ -z ${CARGO_TARGET_DIR:-} && -n ${HOME:-} ]]; then
	if [[ ${CI:-} == true || -d $HOME/.cache/flarechain ]]; then
		export CARGO_TARGET_DIR="$HOME/.cache/flarechain/target"
	fi
fi

# Installs what is missing, and lets builds use the toolchain that this may have linked.
set_up() {
	"$REPOSITORY/scripts/setup.sh"
	if [[ -z ${WASM_BUILD_TOOLCHAIN:-} ]] && command -v rustup >/dev/null &&
		rustup toolchain list | grep -q "^$DEBIAN_WASM_TOOLCHAIN"; then
		export WASM_BUILD_TOOLCHAIN=$DEBIAN_WASM_TOOLCHAIN
	fi
}

say() {
	printf '%s\n' "$*"
}

# The first argument says what is wrong, the others what to do about it.
fail() {
	printf 'error: %s\n' "$1" >&2
	shift
	if [[ $# -gt 0 ]]; then
		printf '  %s\n' "$@" >&2
	fi
	exit 1
}
