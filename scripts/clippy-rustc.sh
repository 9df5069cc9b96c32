#!/usr/bin/env bash
# Stands in for rustc in builds of our crates (RUSTC_WORKSPACE_WRAPPER), so that one build lints and
# compiles. Cargo calls it with the compiler and its arguments.
#
# A runtime's WASM may be built by another toolchain, whose libraries the linter cannot read; its
# code is linted where it is compiled natively. Not for sh, which may drop variables that Cargo sets
# for tests (CARGO_BIN_EXE_flarechain-network is no name to it).
case " $* " in
*" --target wasm32"*) exec "$@" ;;
esac
exec clippy-driver "$@"
