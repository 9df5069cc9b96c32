// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts the version and the commit that `--version` prints into the environment of the build.

fn main() {
	substrate_build_script_utils::generate_cargo_keys();
	substrate_build_script_utils::rerun_if_git_head_changed();
}
