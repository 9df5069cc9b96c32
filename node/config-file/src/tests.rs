// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use clap::Parser;
use std::fs;

/// One option of each shape, and some that exclude each other.
#[derive(Debug, Parser)]
#[command(name = "node")]
struct Sample {
	#[command(subcommand)]
	subcommand: Option<Sub>,
	#[arg(long)]
	config: Option<PathBuf>,
	#[arg(long, default_value_t = 7)]
	max_peers: u32,
	#[arg(long)]
	name: Option<String>,
	#[arg(long)]
	validator: bool,
	#[arg(long, num_args = 1..)]
	bootnodes: Vec<String>,
	#[arg(long)]
	indexing: Option<bool>,
	#[arg(long, num_args = 0..=1, default_missing_value = "soft", value_parser = ["soft", "hard"])]
	warm_up: Option<String>,
	#[arg(long, value_parser = parse_pruning)]
	pruning: Option<Pruning>,
	#[arg(short = 'd', long, conflicts_with = "tmp")]
	base_path: Option<PathBuf>,
	#[arg(long)]
	tmp: bool,
	#[arg(long, requires = "validator")]
	strict: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Sub {
	Purge,
}

/// What only its own parser understands, as numbers and as words.
#[derive(Clone, Debug, PartialEq)]
struct Pruning(Option<u32>);

fn parse_pruning(text: &str) -> Result<Pruning, String> {
	match text {
		"archive" => Ok(Pruning(None)),
		number => number.parse().map(|n| Pruning(Some(n))).map_err(|_| "no pruning mode".into()),
	}
}

/// A folder with these files; the first is the one to start from.
fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
	let folder = tempfile::tempdir().expect("a temporary folder can be made");
	for (name, text) in files {
		let path = folder.path().join(name);
		fs::create_dir_all(path.parent().expect("it is in a folder")).expect("can be made");
		fs::write(path, text).expect("a temporary file can be written");
	}
	let first = folder.path().join(files[0].0);
	(folder, first)
}

fn sample() -> Command {
	use clap::CommandFactory;
	Sample::command().args_conflicts_with_subcommands(true)
}

/// What the program sees when started with these arguments and this file.
fn started(files: &[(&str, &str)], typed: &[&str]) -> Result<Sample, ConfigError> {
	let (_folder, first) = folder(files);
	let mut arguments: Vec<OsString> = vec!["node".into(), "--config".into(), first.into()];
	arguments.extend(typed.iter().map(OsString::from));
	let completed = complete(sample(), arguments)?;
	Ok(Sample::try_parse_from(completed).expect("what is completed is checked"))
}

/// The error, with the temporary folder's name cut out.
fn error(files: &[(&str, &str)]) -> String {
	let text = started(files, &[]).expect_err("is refused").to_string();
	text.split(std::env::temp_dir().to_str().expect("is text"))
		.map(|part| {
			part.strip_prefix("/.tmp").and_then(|p| p.split_once('/')).map_or(part, |p| p.1)
		})
		.collect()
}

#[test]
fn every_shape_of_value_is_read() {
	let text = r#"
		max-peers = 1_000
		name = "-anna"   # a value may look like an option
		validator = true
		bootnodes = ["/a", "/b"]
		indexing = true
		warm-up = true
		pruning = 0x10
		base-path = "data"
	"#;
	let node = started(&[("node.toml", text)], &[]).expect("is right");
	assert_eq!(node.max_peers, 1_000);
	assert_eq!(node.name.as_deref(), Some("-anna"));
	assert!(node.validator);
	assert_eq!(node.bootnodes, ["/a", "/b"]);
	assert_eq!(node.indexing, Some(true));
	assert_eq!(node.warm_up.as_deref(), Some("soft"));
	assert_eq!(node.pruning, Some(Pruning(Some(16))));
	assert_eq!(node.base_path, Some("data".into()));
	let text = "validator = false\nwarm-up = \"hard\"\npruning = \"archive\"\nbootnodes = \"/a\"";
	let node = started(&[("node.toml", text)], &[]).expect("is right");
	assert!(!node.validator);
	assert_eq!(node.warm_up.as_deref(), Some("hard"));
	assert_eq!(node.pruning, Some(Pruning(None)));
	assert_eq!(node.bootnodes, ["/a"]);
	let node = started(&[("node.toml", "# nothing\nwarm-up = false")], &[]).expect("is right");
	assert_eq!((node.max_peers, node.warm_up), (7, None));
}

#[test]
fn what_is_typed_wins() {
	let text =
		"max-peers = 1\nbootnodes = [\"/a\", \"/b\"]\nbase-path = \"/data\"\nname = \"file\"";
	let node =
		started(&[("node.toml", text)], &["--max-peers=2", "--bootnodes", "/c", "-d", "/other"])
			.expect("is right");
	assert_eq!(node.max_peers, 2);
	assert_eq!(node.bootnodes, ["/c"]);
	assert_eq!(node.base_path, Some("/other".into()));
	assert_eq!(node.name.as_deref(), Some("file"));
	// It wins as well if it excludes what the file says, whichever of the two says so.
	let node = started(&[("node.toml", text)], &["--tmp"]).expect("is right");
	assert!(node.tmp && node.base_path.is_none());
	let node = started(&[("node.toml", "tmp = true")], &["-d", "/x"]).expect("is right");
	assert!(!node.tmp && node.base_path.is_some());
}

#[test]
fn included_files_give_way_to_the_file_itself() {
	let files = [
		("sub/node.toml", "name = \"own\"\ninclude = [\"../db.toml\", \"more.toml\"]"),
		("db.toml", "name = \"db\"\nmax-peers = 1\nvalidator = true"),
		("sub/more.toml", "max-peers = 2\ninclude = [\"../db.toml\"]\nvalidator = false"),
	];
	let node = started(&files, &[]).expect("is right");
	assert_eq!(node.name.as_deref(), Some("own"));
	assert_eq!(node.max_peers, 2, "a later one replaces an earlier one");
	assert!(!node.validator);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
	for (text, message) in [
		("\nmax-peers = \"many\"", "node.toml:2: `max-peers` takes a whole number, and this is text"),
		("max-peers = 1.5", "node.toml:1: `max-peers` takes a whole number, and this is a number with a fraction"),
		("max-peers = [1]", "node.toml:1: `max-peers` takes a whole number, and this is a list"),
		("max-peers = -1", "node.toml:1: invalid value '-1' for '--max-peers <MAX_PEERS>': -1 is not in 0..=4294967295"),
		("name = 5", "node.toml:1: `name` takes text in quotes, and this is a whole number"),
		("name = true", "node.toml:1: `name` takes text in quotes, and this is a truth value"),
		("validator = \"yes\"", "node.toml:1: `validator` takes `true` or `false`, and this is text"),
		("validator = 1979-05-27", "node.toml:1: `validator` takes `true` or `false`, and this is a date or time"),
		("bootnodes = [\n\"/a\",\n3\n]", "node.toml:3: `bootnodes` takes text in quotes or a list of such, and this is a whole number"),
		("indexing = 1", "node.toml:1: `indexing` takes `true` or `false`, and this is a whole number"),
		("warm-up = \"no\"", "node.toml:1: invalid value 'no' for '--warm-up [<WARM_UP>]'\n  [possible values: soft, hard]"),
		("pruning = \"some\"", "node.toml:1: invalid value 'some' for '--pruning <PRUNING>': no pruning mode"),
		("[network]\nname = \"x\"", "node.toml:1: `network` is no option of node; `node --help` lists them"),
		("name.first = \"x\"", "node.toml:1: `name` takes text in quotes, and this is a table (options stand alone, without `[sections]` and dots)"),
		("\n\nmax_peers = 1", "node.toml:3: `max_peers` is no option of node; did you mean `max-peers`?"),
		("validators = true", "node.toml:1: `validators` is no option of node; did you mean `validator`?"),
		("help = true", "node.toml:1: `help` is no option of node; `node --help` lists them"),
		("config = \"x\"", "node.toml:1: `config` is no option of node: a file names others with `include = [\"FILE\"]`"),
		("include = \"x\"", "node.toml:1: `include` takes a list of the names of files, in quotes, and this is text"),
		("include = [1]", "node.toml:1: `include` takes a list of the names of files, in quotes, and this is a whole number"),
		("include = [\n \"node.toml\"]", "node.toml:2: node.toml is being read already, and would include itself"),
	] {
		assert_eq!(error(&[("node.toml", text)]), message, "{text}");
	}
}

#[test]
fn broken_toml_is_told_with_its_line() {
	for (text, line) in
		[("name = \"x\"\nname = \"y\"", 2), ("\n\nname = ", 3), ("name \"x\"", 1), ("a = 1\n]", 2)]
	{
		let message = error(&[("node.toml", text)]);
		assert!(message.starts_with(&format!("node.toml:{line}: ")), "{message}");
	}
}

#[test]
fn what_is_wrong_in_an_included_file_is_told_with_both_lines() {
	let files = [("node.toml", "\ninclude = [\"db.toml\"]"), ("db.toml", "\n\nnme = \"x\"")];
	assert_eq!(
		error(&files),
		"db.toml:3: `nme` is no option of node; did you mean `name`?\n  \
		 (included at node.toml:2)"
	);
	let message = error(&[("node.toml", "include = [\"none.toml\"]")]);
	assert!(message.starts_with("cannot read the configuration none.toml: No such"), "{message}");
	assert!(message.ends_with("(included at node.toml:1)"), "{message}");
	let files =
		[("a.toml", "include = [\"b.toml\"]"), ("b.toml", "name = \"b\"\ninclude = [\"a.toml\"]")];
	let message = error(&files);
	assert!(message.starts_with("b.toml:2: a.toml is being read already"), "{message}");
}

#[test]
fn includes_are_bounded() {
	let chain = |files: usize| -> Vec<(String, String)> {
		let next = |i| {
			if i + 1 < files {
				format!("include = [\"{}.toml\"]", i + 1)
			} else {
				"".into()
			}
		};
		(0..files).map(|i| (format!("{i}.toml"), next(i))).collect()
	};
	let borrow = |files: &[(String, String)], typed: &[&str]| {
		let files: Vec<_> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
		started(&files, typed).map(|_| ())
	};
	borrow(&chain(MAX_DEPTH), &[]).expect("is deep enough");
	let refused = borrow(&chain(MAX_DEPTH + 1), &[]);
	assert!(matches!(refused, Err(ConfigError::Included { .. } | ConfigError::TooMany(_))));
	let many = |files: usize| {
		let list = vec!["\"leaf.toml\""; files - 1].join(", ");
		vec![("node.toml".into(), format!("include = [{list}]")), ("leaf.toml".into(), "".into())]
	};
	borrow(&many(MAX_FILES), &[]).expect("are not too many");
	assert!(matches!(borrow(&many(MAX_FILES + 1), &[]), Err(ConfigError::TooMany(_))));
	let large = format!("# {}", "x".repeat(usize::try_from(MAX_FILE_BYTES).expect("fits")));
	assert!(matches!(started(&[("node.toml", &large)], &[]), Err(ConfigError::TooLarge(_))));
}

#[test]
fn options_that_do_not_go_together_are_refused() {
	let message = error(&[("node.toml", "base-path = \"x\"\ntmp = true")]);
	assert!(message.starts_with("the options of node.toml do not go together"), "{message}");
	assert!(message.contains("'--base-path <BASE_PATH>' cannot be used with"), "{message}");
	let message = error(&[("node.toml", "strict = true")]);
	assert!(message.contains("--validator"), "{message}");
	// What one of them needs may come from the other side.
	started(&[("node.toml", "strict = true")], &["--validator"]).expect("go together");
}

#[test]
fn the_option_can_be_taken_from_here() {
	let (_folder, file) = folder(&[("node.toml", "name = \"x\"")]);
	let command = || Command::new("other").arg(Arg::new("name").long("name"));
	let typed: Vec<OsString> = vec!["other".into(), "--config".into(), file.into()];
	let completed = complete(command().arg(argument()), typed.clone()).expect("is right");
	assert_eq!(completed[1], "--name=x");
	// A program without it has no file.
	let typed = &typed[..1];
	assert_eq!(complete(command(), typed.to_vec()).expect("is left alone"), typed);
}

#[test]
fn what_was_completed_is_complete() {
	let (_folder, file) =
		folder(&[("node.toml", "validator = true\nbootnodes = [\"/a\"]\nwarm-up = true")]);
	let typed = vec!["node".into(), "--config".into(), file.into(), "--tmp".into()];
	let once = complete(sample(), typed).expect("is right");
	assert_eq!(complete(sample(), once.clone()).expect("is right"), once);
}

#[test]
fn without_a_file_nothing_changes() {
	for typed in [
		&["node", "--name", "x"][..],
		&["node", "purge"],
		// Told by whoever parses it in the end.
		&["node", "--no-such-option"],
		&["node", "--help"],
		&["node", "--config"],
		&["node", "--config", "x.toml", "purge"],
		&[],
	] {
		let typed: Vec<OsString> = typed.iter().map(OsString::from).collect();
		assert_eq!(complete(sample(), typed.clone()).expect("is left alone"), typed);
	}
}
