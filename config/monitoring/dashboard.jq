# The Grafana dashboard. `scripts/monitoring.sh --rules` says if dashboard.json is older than this;
#   jq --tab -n -f config/monitoring/dashboard.jq > config/monitoring/dashboard.json
# makes it anew.
#
# A row is a title and its panels; a panel says what it shows, in which unit, and what to ask
# Prometheus. Three panels stand side by side. Of a query `$relay` is replaced with the selection of
# relay nodes, `$partitions` with that of partitions; both follow the lists at the top of the page.

# Grafana's grid is 24 wide; heights are in its units of about 30 pixels.
8 as $width | 8 as $height |

def query(expr; legend): {expr: expr, legend: legend};
def panel(title; unit; about; queries):
  {title: title, unit: unit, about: about, queries: queries, type: "timeseries"};
# One number for each series, coloured from a threshold on.
def number(title; unit; about; red; queries):
  panel(title; unit; about; queries) + {type: "stat", red: red};
def row(title; panels): {title: title, panels: panels};

[
  row("Chain"; [
    number("Nodes that answer"; "none"; "Nodes whose metrics can be read."; null; [
      query("sum by (job) (up{job=~\"relay|partitions\"})"; "{{job}}")]),
    number("Final block"; "none"; "The newest block that is Strong, on the node that is furthest."; null; [
      query("max by (chain) (substrate_block_height{$relay,status=\"finalized\"})"; "{{chain}}")]),
    number("Alerts"; "none"; "Alerts that are set off now. Prometheus shows them at /alerts."; 1; [
      query("count(ALERTS{alertstate=\"firing\"}) or on () vector(0)"; "firing")]),
    panel("Newest block"; "none"; "On each node. A line that is flat belongs to a node that stands."; [
      query("substrate_block_height{$relay,status=\"best\"}"; "{{instance}}")]),
    panel("Blocks a minute"; "none"; "Ten, with a block every six seconds."; [
      query("flarechain:blocks:changes1m{$relay}"; "{{instance}}")]),
    panel("Transactions in the newest own block"; "none"; "Of each validator. Three are inherents, which every block has."; [
      query("substrate_proposer_number_of_transactions{$relay}"; "{{instance}}")])
  ]),
  row("Finality"; [
    panel("Distance of the levels"; "none"; "Blocks from the newest block of each level to the newest of all, on the node that is worst."; [
      query("max by (level) (asf_level_distance_blocks{$relay})"; "{{level}}")]),
    panel("Time to Strong"; "s"; "From a block's import to its finality: the middle, and what 95 and 99 of 100 keep below."; [
      query("histogram_quantile(0.5, sum by (le) (rate(asf_seconds_to_strong_bucket{$relay}[5m])))"; "50 %"),
      query("histogram_quantile(0.95, sum by (le) (rate(asf_seconds_to_strong_bucket{$relay}[5m])))"; "95 %"),
      query("histogram_quantile(0.99, sum by (le) (rate(asf_seconds_to_strong_bucket{$relay}[5m])))"; "99 %")]),
    panel("Ballots a minute"; "none"; "Of each node's seat: two for each block, or more where rounds fail. Nothing while it holds none."; [
      query("sum by (instance) (rate(asf_votes_cast_total{$relay}[5m])) * 60"; "{{instance}}")]),
    panel("Seats"; "none"; "Seats of the panel, and how many of them the nodes watched here hold."; [
      query("max by (chain) (asf_panel_seats{$relay})"; "seats"),
      query("sum by (chain) (asf_holds_seat{$relay})"; "held here")]),
    panel("Timeouts a minute"; "none"; "Steps that ran out of time. A few happen when a proposer is down."; [
      query("sum by (step) (rate(asf_timeouts_total{$relay}[5m])) * 60 or on () vector(0)"; "{{step}}")]),
    panel("Messages a second"; "none"; "Of peers, over all nodes; and those that counted for nothing."; [
      query("sum by (kind) (rate(asf_messages_received_total{$relay}[1m]))"; "{{kind}}"),
      query("sum(rate(asf_messages_rejected_total{$relay}[1m])) or on () vector(0)"; "rejected")]),
    number("Equivocations"; "none"; "Seats seen to contradict themselves, since the node was started."; 1; [
      query("max(asf_equivocations_total{$relay})"; "seats")]),
    number("Safety violations"; "none"; "Certificates that contradict what is final. Anything but 0 is the end of trust."; 1; [
      query("max(asf_safety_violations_total{$relay})"; "certificates")]),
    panel("Certificate"; "bytes"; "Size of the newest one."; [
      query("asf_certificate_bytes{$relay}"; "{{instance}}")])
  ]),
  row("Node"; [
    panel("Peers"; "none"; "For blocks and transactions."; [
      query("flarechain:peers{$relay}"; "{{instance}}")]),
    panel("Network"; "Bps"; "Sent and received, of each node."; [
      query("sum by (instance) (rate(substrate_sub_libp2p_network_bytes_total{$relay,direction=\"out\"}[1m]))"; "{{instance}} out"),
      query("sum by (instance) (rate(substrate_sub_libp2p_network_bytes_total{$relay,direction=\"in\"}[1m]))"; "{{instance}} in")]),
    panel("Block import"; "s"; "Time to check and import a block: the middle, and what 95 of 100 keep below."; [
      query("histogram_quantile(0.5, sum by (le) (rate(substrate_block_verification_and_import_time_bucket{$relay}[5m])))"; "50 %"),
      query("histogram_quantile(0.95, sum by (le) (rate(substrate_block_verification_and_import_time_bucket{$relay}[5m])))"; "95 %")]),
    panel("Block authoring"; "s"; "Time to make a block, of 2 s that there are: the middle, and what 95 of 100 keep below."; [
      query("histogram_quantile(0.5, sum by (le) (rate(substrate_proposer_block_constructed_bucket{$relay}[5m])))"; "50 %"),
      query("histogram_quantile(0.95, sum by (le) (rate(substrate_proposer_block_constructed_bucket{$relay}[5m])))"; "95 %")]),
    panel("Transactions that wait"; "none"; "Ready for the next block, in each node's pool."; [
      query("substrate_ready_transactions_number{$relay}"; "{{instance}}")]),
    panel("Tasks"; "percentunit"; "Time that the node's own tasks keep processors busy: 100 % is one processor."; [
      query("sum by (instance) (rate(substrate_tasks_polling_duration_sum{$relay}[1m]))"; "{{instance}}")]),
    panel("Memory"; "bytes"; "Of the node's process."; [
      query("flarechain:memory:bytes{$relay}"; "{{instance}}")]),
    panel("Trie cache"; "bytes"; "State that is kept in memory, as `trie-cache-size` bounds it. The tables of children of its branches are not counted: in memory it may be twice that."; [
      query("substrate_state_cache_bytes{$relay}"; "{{instance}}")]),
    panel("Trie cache hits"; "percentunit"; "Reads of state that the shared cache answered, as a part of those that came to it."; [
      query("sum by (instance) (rate(trie_cache_shared_hits{$relay}[5m])) / sum by (instance) (rate(trie_cache_shared_fetch_attempts{$relay}[5m]))"; "{{instance}}")])
  ]),
  row("RPC"; [
    panel("Calls a second"; "none"; "By method, over all nodes; the ten that are called most."; [
      query("topk(10, sum by (method) (rate(substrate_rpc_calls_started{$relay}[1m])))"; "{{method}}")]),
    panel("Errors a second"; "none"; "Calls that were answered with an error."; [
      query("sum by (method) (rate(substrate_rpc_calls_finished{$relay,is_error=\"true\"}[1m])) or on () vector(0)"; "{{method}}")]),
    panel("Time of a call"; "µs"; "What 95 of 100 calls keep below, on each node."; [
      query("histogram_quantile(0.95, sum by (instance, le) (rate(substrate_rpc_calls_time_bucket{$relay}[5m])))"; "{{instance}}")])
  ]),
  row("Partitions"; [
    panel("Newest block"; "none"; "Of each partition."; [
      query("max by (chain) (substrate_block_height{$partitions,status=\"best\"})"; "{{chain}}")]),
    panel("Not final yet"; "none"; "Blocks of each partition whose relay block is not final yet."; [
      query("max by (chain) (substrate_block_height{$partitions,status=\"best\"}) - max by (chain) (substrate_block_height{$partitions,status=\"finalized\"})"; "{{chain}}")]),
    panel("Final blocks in two minutes"; "none"; "Of each partition. At 0 for three minutes there is an alert."; [
      query("flarechain:partition_final:changes2m{$partitions}"; "{{chain}}")])
  ]),
  row("Validation of partitions"; [
    panel("Statements a minute"; "none"; "With which a validator vouches for partitions' blocks."; [
      query("sum by (instance) (rate(polkadot_parachain_candidate_backing_signed_statements_total{$relay}[5m])) * 60"; "{{instance}}")]),
    panel("Execution"; "s"; "Time to check a partition's block: what 95 of 100 keep below."; [
      query("histogram_quantile(0.95, sum by (le) (rate(polkadot_pvf_execution_time_bucket{$relay}[5m])))"; "95 %")]),
    panel("Approval lag"; "none"; "Blocks whose partitions' blocks are not approved yet; finality waits for them."; [
      query("max by (instance) (polkadot_parachain_approval_checking_finality_lag{$relay})"; "{{instance}}")]),
    panel("No-shows a minute"; "none"; "Checks that were promised and did not come."; [
      query("sum by (instance) (rate(polkadot_parachain_approvals_no_shows_total{$relay}[5m])) * 60"; "{{instance}}")]),
    number("Disputes"; "none"; "Since the nodes were started. Each means that validators disagree about a partition's block."; 1; [
      query("max(polkadot_parachain_candidate_disputes_total{$relay})"; "disputes")]),
    panel("Availability"; "none"; "Signed bitfields that came in, a minute: what is said to be kept of partitions' blocks."; [
      query("sum by (instance) (rate(polkadot_parachain_received_availability_bitfields_total{$relay}[5m])) * 60"; "{{instance}}")])
  ]),
  row("Machines"; [
    panel("Processors"; "percentunit"; "Part of them that is busy."; [
      query("flarechain:machine_cpu:ratio5m"; "{{instance}}")]),
    panel("Memory"; "percentunit"; "Part of it that is in use."; [
      query("flarechain:machine_memory:ratio"; "{{instance}}")]),
    panel("Disks"; "percentunit"; "Part of each that is full."; [
      query("flarechain:machine_disk:ratio"; "{{instance}} {{mountpoint}}")])
  ])
]

| {type: "prometheus", uid: "${source}"} as $source

| def selected:
    gsub("\\$relay"; "job=\"relay\",chain=~\"$chain\",instance=~\"$node\"")
    | gsub("\\$partitions"; "chain=~\"pbc_.*\"");

  def target: . as $query | {
    datasource: $source,
    expr: ($query.expr | selected),
    legendFormat: $query.legend
  };

  # The panel as Grafana has it; its place comes later.
  def drawn: . as $panel | {
    type: $panel.type,
    title: $panel.title,
    description: $panel.about,
    datasource: $source,
    targets: [$panel.queries | to_entries[] | (.value | target) + {refId: ([65 + .key] | implode)}],
    fieldConfig: {
      defaults: ({unit: $panel.unit, min: 0} + (
        if $panel.red then {thresholds: {mode: "absolute", steps: [
          {color: "green", value: null}, {color: "red", value: $panel.red}]}}
        else {} end)),
      overrides: []
    },
    options: (if $panel.type == "stat" then {
      colorMode: (if $panel.red then "background" else "value" end),
      reduceOptions: {calcs: ["lastNotNull"], fields: "", values: false}
    } else {
      legend: {displayMode: "list", placement: "bottom", showLegend: true},
      tooltip: {mode: "multi", sort: "desc"}
    } end)
  };

  # Puts rows under each other and their panels side by side, from `y` on.
  reduce .[] as $row ({y: 0, id: 1, panels: []};
    .panels += [{
      id: .id, type: "row", title: $row.title, collapsed: false, panels: [],
      gridPos: {x: 0, y: .y, w: 24, h: 1}
    }]
    | .id += 1 | .y += 1
    | reduce ($row.panels | to_entries[]) as $entry (.;
        .panels += [($entry.value | drawn) + {
          id: .id,
          gridPos: {
            x: ($entry.key % 3 * $width), y: (.y + ($entry.key / 3 | floor) * $height),
            w: $width, h: $height
          }
        }]
        | .id += 1)
    | .y += (($row.panels | length) / 3 | ceil) * $height)

| {
    uid: "flarechain",
    title: "FlareChain",
    description: "Made from dashboard.jq.",
    tags: ["flarechain"],
    schemaVersion: 38,
    version: 1,
    editable: false,
    refresh: "15s",
    time: {from: "now-1h", to: "now"},
    templating: {list: [
      {name: "source", label: "Prometheus", type: "datasource", query: "prometheus"},
      {
        name: "chain", label: "Chain", type: "query", datasource: $source, refresh: 2,
        query: "label_values(asf_height, chain)", includeAll: true, allValue: ".*", multi: true, current: {text: "All", value: "$__all"}
      },
      {
        name: "node", label: "Node", type: "query", datasource: $source, refresh: 2,
        query: "label_values(asf_height{chain=~\"$chain\"}, instance)", includeAll: true, allValue: ".*", multi: true, current: {text: "All", value: "$__all"}
      }
    ]},
    panels: .panels
  }
