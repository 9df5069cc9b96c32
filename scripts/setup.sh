#!/usr/bin/env bash
# Installs what building and testing this tree needs, as far as it is missing. A second run
# changes nothing. On Debian and Ubuntu it installs packages; elsewhere it says what to install.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# A command that shows whether a need is met, and the Debian package that brings it.
readonly SYSTEM_NEEDS=(
	"cc build-essential"
	"make build-essential"
	"pkg-config pkg-config"
	"git git"
	"curl curl"
)
# Parts of the toolchain beyond the compiler: the cargo command and its rustup component.
readonly RUST_COMPONENTS=("clippy clippy" "fmt rustfmt")
# Compilation targets beyond the host's, by their rustup name.
readonly RUST_TARGETS=()

missing_packages() {
	local need
	for need in "${SYSTEM_NEEDS[@]}"; do
		command -v "${need%% *}" >/dev/null || say "${need#* }"
	done | sort -u
}

as_root() {
	if [[ $EUID -eq 0 ]]; then
		"$@"
	elif [[ -t 0 ]]; then
		sudo -- "$@"
	else
		# Nobody is there to type a password.
		sudo -n -- "$@"
	fi
}

install_packages() {
	local packages=()
	mapfile -t packages < <(missing_packages)
	if [[ ${#packages[@]} -eq 0 ]]; then
		say "system packages: nothing is missing"
		return
	fi
	local by_hand="as root: apt-get install ${packages[*]}"
	if ! command -v apt-get >/dev/null; then
		fail "missing: ${packages[*]} (names of Debian packages)" \
			"this system has no apt-get; install what brings these with its own package manager"
	fi
	if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
		fail "missing: ${packages[*]}" "no right to install them, and no sudo; $by_hand"
	fi
	say "system packages: installing ${packages[*]}"
	as_root apt-get update -qq || fail "apt-get update failed; see above, or $by_hand"
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends "${packages[@]}" ||
		fail "apt-get install failed; see above, or $by_hand"
	mapfile -t packages < <(missing_packages)
	[[ ${#packages[@]} -eq 0 ]] || fail "still missing after the installation: ${packages[*]}"
}

# The lowest version that the workspace declares to support.
required_rust() {
	sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$REPOSITORY/Cargo.toml"
}

check_compiler() {
	local required found
	required=$(required_rust)
	if ! command -v cargo >/dev/null || ! command -v rustc >/dev/null; then
		fail "Rust is missing; version $required or newer is needed. Install it with rustup:" \
			"curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh" \
			"then run this script again"
	fi
	found=$(rustc --version) || fail "rustc does not run; see above"
	found=${found#rustc }
	found=${found%% *}
	if [[ $(printf '%s\n' "$required" "${found%%-*}" | sort -V | head -n 1) != "$required" ]]; then
		fail "Rust $found is too old; version $required or newer is needed" \
			"with rustup: rustup update stable && rustup default stable"
	fi
	say "rust: $found, at least $required is needed"
}

add_with_rustup() {
	local kind=$1 name=$2
	if ! command -v rustup >/dev/null; then
		fail "the Rust toolchain lacks the $kind $name, and there is no rustup to add it" \
			"install it the way that rustc was installed"
	fi
	say "rust: adding the $kind $name"
	rustup "$kind" add "$name"
}

install_rust_parts() {
	local part target
	for part in "${RUST_COMPONENTS[@]}"; do
		cargo "${part%% *}" --version >/dev/null 2>&1 || add_with_rustup component "${part#* }"
	done
	for target in "${RUST_TARGETS[@]}"; do
		[[ -d $(rustc --print target-libdir --target "$target") ]] ||
			add_with_rustup target "$target"
	done
	say "rust: every component and target is there"
}

cd "$REPOSITORY"
install_packages
check_compiler
install_rust_parts
