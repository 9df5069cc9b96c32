#!/usr/bin/env bash
# Installs what building and testing this tree needs, as far as it is missing. A second run
# changes nothing. On Debian and Ubuntu it installs packages; elsewhere it says what to install.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# A command that shows whether a need is met, and the Debian packages that bring it.
readonly SYSTEM_NEEDS=(
	"cc build-essential"
	"make build-essential"
	"pkg-config pkg-config"
	"git git"
	"curl curl"
	"protoc protobuf-compiler"
	"clang clang libclang-dev"
	"cmake cmake"
	"shellcheck shellcheck"
	"jq jq"
	"prometheus prometheus"
	"promtool prometheus"
	"prometheus-node-exporter prometheus-node-exporter"
)
# Packages that bring a service of the same name. Tests and scripts start these programs themselves,
# on ports of their choice; as services they would only take 9090 and 9100.
readonly UNWANTED_SERVICES=(prometheus prometheus-node-exporter)
# What Debian's packages ask before they start a service.
readonly SERVICE_POLICY=/usr/sbin/policy-rc.d
# Parts of the toolchain beyond the compiler: the cargo command and its rustup component.
readonly RUST_COMPONENTS=("clippy clippy" "fmt rustfmt")
# What runtimes are compiled to.
readonly WASM_TARGET=wasm32v1-none
# Debian's own Rust for that target, for machines whose rustup cannot download it.
readonly WASM_PACKAGES=(rustc-web cargo-web rust-web-src rust-web-llvm lld-22)

missing_packages() {
	local need
	for need in "${SYSTEM_NEEDS[@]}"; do
		command -v "${need%% *}" >/dev/null || tr ' ' '\n' <<<"${need#* }"
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

apt_install() {
	local by_hand="as root: apt-get install $*"
	if ! command -v apt-get >/dev/null; then
		fail "missing: $* (names of Debian packages)" \
			"this system has no apt-get; install what brings these with its own package manager"
	fi
	if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
		fail "missing: $*" "no right to install them, and no sudo; $by_hand"
	fi
	say "system packages: installing $*"
	as_root apt-get update -qq || fail "apt-get update failed; see above, or $by_hand"
	without_starting_services as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends "$@" ||
		fail "apt-get install failed; see above, or $by_hand"
	disable_services "$@"
}

# Runs a command while no package may start a service. A machine that has a policy of its own keeps it.
without_starting_services() {
	if [[ -e $SERVICE_POLICY ]]; then
		"$@"
		return
	fi
	(
		trap 'as_root rm -f "$SERVICE_POLICY"' EXIT
		trap 'exit 130' INT TERM HUP
		# 101 is "not permitted".
		printf '#!/bin/sh\nexit 101\n' | as_root tee "$SERVICE_POLICY" >/dev/null
		as_root chmod 755 "$SERVICE_POLICY"
		"$@"
	)
}

# Keeps services of packages that were just installed from starting, also at the next boot. What was
# there before is left as it is: somebody may want it.
disable_services() {
	local service
	for service in "${UNWANTED_SERVICES[@]}"; do
		if [[ " $* " == *" $service "* ]]; then
			# Under a policy that permits it, it runs by now.
			as_root service "$service" stop >/dev/null 2>&1 || true
			as_root update-rc.d "$service" disable ||
				say "warning: could not disable the service $service; as root: systemctl disable --now $service"
		fi
	done
}

install_packages() {
	local packages=()
	mapfile -t packages < <(missing_packages)
	if [[ ${#packages[@]} -eq 0 ]]; then
		say "system packages: nothing is missing"
		return
	fi
	apt_install "${packages[@]}"
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

# The argument says what the toolchain lacks.
need_rustup() {
	command -v rustup >/dev/null ||
		fail "the Rust toolchain lacks the $1, and there is no rustup to add it" \
			"install it the way that rustc was installed"
}

install_rust_components() {
	local part
	for part in "${RUST_COMPONENTS[@]}"; do
		if ! cargo "${part%% *}" --version >/dev/null 2>&1; then
			need_rustup "component ${part#* }"
			rustup component add "${part#* }"
		fi
	done
	say "rust: every component is there"
}

# Whether the toolchain (a name for rustup, or none for the default one) has `core` for WASM.
has_wasm_target() {
	compgen -G "$(rustc "$@" --print target-libdir --target "$WASM_TARGET")/libcore-*.rlib" >/dev/null
}

# Debian brings a compiler with the target but not the target's libraries. They are built from
# Debian's own sources and put where every installed target has them; `embed-bitcode` lets the
# runtime's link-time optimisation see into them.
install_debian_wasm_toolchain() {
	apt_install "${WASM_PACKAGES[@]}"
	rustup toolchain link "$DEBIAN_WASM_TOOLCHAIN" /usr
	local build libraries
	build=$(mktemp -d)
	mkdir "$build/src"
	printf '#![no_std]\n' >"$build/src/lib.rs"
	printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' \
		>"$build/Cargo.toml"
	(
		cd "$build"
		CARGO_TARGET_DIR="$build/target" RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes" \
			cargo "+$DEBIAN_WASM_TOOLCHAIN" build --release --target "$WASM_TARGET" \
			-Zbuild-std=core,alloc
	) || fail "building the libraries of $WASM_TARGET failed; see above" "its files are in $build"
	libraries=$(rustc "+$DEBIAN_WASM_TOOLCHAIN" --print target-libdir --target "$WASM_TARGET")
	as_root mkdir -p "$libraries"
	as_root cp "$build/target/$WASM_TARGET/release/deps/"lib{core,alloc,compiler_builtins}-*.rlib \
		"$libraries/"
	rm -r "$build"
}

install_wasm_target() {
	if has_wasm_target 2>/dev/null; then
		say "rust: $WASM_TARGET is there"
		return
	fi
	need_rustup "target $WASM_TARGET"
	if has_wasm_target "+$DEBIAN_WASM_TOOLCHAIN" 2>/dev/null; then
		say "rust: $WASM_TARGET is there, in the toolchain $DEBIAN_WASM_TOOLCHAIN"
		return
	fi
	say "rust: adding $WASM_TARGET"
	if rustup target add "$WASM_TARGET"; then
		return
	fi
	say "rust: rustup cannot download the target; building it from Debian's packages"
	install_debian_wasm_toolchain
	has_wasm_target "+$DEBIAN_WASM_TOOLCHAIN" ||
		fail "the toolchain $DEBIAN_WASM_TOOLCHAIN still has no $WASM_TARGET"
}

cd "$REPOSITORY"
install_packages
check_compiler
install_rust_components
install_wasm_target
