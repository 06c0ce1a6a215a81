#!/bin/sh
# How fast procc is, beside its peers and beside what we aim at, as one table.
#
#   sh src/test/bench/table.sh [SECTION...]
#
# Sections: lint plan versions apply growth memory editor; all of them, if none is named. What a
# section finds is printed as it comes and written to src/site/markdown/performance.md, where the
# others stay as they were measured: each can be measured again alone. ROUNDS (9) is how often each command runs, by turns with what it is held against; BIG
# (100000) the jobs of the largest project. `procc` is target/procc/bin/procc, or $PROCC. terraform and yamllint come from the
# path, yamllint else from PyPI, `yaml` with `ajv` from npm, into target/bench. A peer that cannot be had is left
# out, and the page says so.
set -eu

top=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
emulator=
finish() {
  [ -z "$emulator" ] || kill "$emulator" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM
. "$top/src/test/bench/fixtures.sh"
rounds=${ROUNDS:-9}
big=${BIG:-100000}
all='lint plan versions apply growth memory editor'
[ $# -gt 0 ] || set -- $all
page=/dev/null
peers=$top/target/bench
document=$top/src/site/markdown/performance.md

# say LINE...
say() { printf '%s\n' "$@" | tee -a "$page"; }

# verdict VALUE AIM: whether a value is at most its aim
verdict() { awk -v v="$1" -v a="$2" 'BEGIN { print (v <= a ? "reached" : "**missed**") }'; }

# at_least VALUE AIM
at_least() { awk -v v="$1" -v a="$2" 'BEGIN { print (v >= a ? "reached" : "**missed**") }'; }

number() { printf '%.*f' "$2" "$1"; }

# ---- peers

have_terraform=
command -v terraform >/dev/null && have_terraform=1
yamllint=
node=

install_peers() {
  mkdir -p "$peers"
  yamllint=$(command -v yamllint || true)
  if [ -z "$yamllint" ] && [ ! -x "$peers/venv/bin/yamllint" ]; then
    { python3 -m venv "$peers/venv" && "$peers/venv/bin/pip" install -q yamllint; } \
      >"$peers/log" 2>&1 || echo "no yamllint: see $peers/log" >&2
  fi
  [ -n "$yamllint" ] || [ ! -x "$peers/venv/bin/yamllint" ] || yamllint=$peers/venv/bin/yamllint
  if [ ! -d "$peers/node_modules/ajv" ]; then
    (cd "$peers" && npm install --silent --no-audit --no-fund yaml ajv) >>"$peers/log" 2>&1 \
      || echo "no yaml and ajv: see $peers/log" >&2
  fi
  if [ -d "$peers/node_modules/ajv" ]; then
    node=$peers/check.cjs
    "$PROCC" schema >"$peers/schema.json"
    cat >"$node" <<'JS'
const fs = require('fs');
const Ajv = require('ajv/dist/2020');
const validate = new Ajv({ strict: false, validateFormats: false })
  .compile(JSON.parse(fs.readFileSync(__dirname + '/schema.json', 'utf8')));
const document = require('yaml').parse(fs.readFileSync(process.argv[2], 'utf8'));
if (!validate(document)) { console.error(validate.errors.slice(0, 3)); process.exit(1); }
JS
  fi
}

# ---- sections

lint() (cd "$here/procc" && exec "$PROCC" lint)
validate() (cd "$here/terraform" && exec terraform validate)
by_yamllint() (cd "$here/procc" && exec "$yamllint" -d relaxed bench.process.yaml)
by_node() (cd "$here/procc" && exec node "$node" bench.process.yaml)

section_lint() {
  install_peers
  say '## A cold lint' '' \
    '| jobs | procc | terraform validate | ratio | aim | | yamllint | Node, yaml and ajv |' \
    '|---|---|---|---|---|---|---|---|'
  for row in 10:1.0 300:0.6 3000:0.2; do
    n=${row%:*} aim=${row#*:}
    here=$work/lint$n
    mkdir -p "$here/procc" "$here/terraform"
    definition "$n" >"$here/procc/bench.process.yaml"
    set -- lint
    if [ -n "$have_terraform" ]; then
      resources "$n" >"$here/terraform/main.tf"
      (cd "$here/terraform" && terraform init -no-color >/dev/null 2>&1)
      set -- lint validate
    fi
    for one in "$@"; do "$one" >"$work/out" 2>&1; done
    race "$here/rounds" "$@"
    ratio=- reached=-
    if [ -n "$have_terraform" ]; then
      ratio=$(number "$(column "$here/rounds" '$1 / $3')" 2)
      reached=$(verdict "$ratio" "$aim")
    fi
    others=
    for peer in yamllint node; do
      cell=-
      if [ "$peer" = yamllint ] && [ -n "$yamllint" ] || [ "$peer" = node ] && [ -n "$node" ]; then
        keep=$rounds
        rounds=3
        race "$here/peer" "by_$peer"
        rounds=$keep
        cell=$(both "$here/peer" 1)
      fi
      others="$others $cell |"
    done
    cell=-
    [ -z "$have_terraform" ] || cell=$(both "$here/rounds" 3)
    say "| $n | $(both "$here/rounds" 1) | $cell | $ratio | $aim | $reached |$others"
  done
  say ''
}

# both FILE COLUMN: the median wall time, and that of processors
both() {
  wall=$(column "$1" "\$$2")
  cpu=$(column "$1" "\$$(($2 + 1))")
  echo "$(number "$wall" 0) ms ($(number "$cpu" 0))"
}

# start_emulator: an empty one, so that no section finds the processes of another
start_emulator() {
  [ -z "$emulator" ] || kill "$emulator"
  : >"$work/url"
  "$PROCC" emulate --port 0 --now 2024-09-01 >"$work/url" 2>/dev/null &
  emulator=$!
  until grep -q listening "$work/url"; do sleep 0.1; done
  PROCC_API_URL=$(sed 's/^listening on //' "$work/url")
  PROCC_TOKEN=bench PROCC_AS_OF=2024-09-01
  export PROCC_API_URL PROCC_TOKEN PROCC_AS_OF
}

plan() (cd "$here/procc" && exec "$PROCC" plan)
tfplan() (cd "$here/terraform" && exec terraform plan -no-color -input=false)

# predicted COMMAND PATTERN: ends the bench where the last plan does not say what it must
predicted() {
  "$1" >"$work/out" 2>&1 && grep -q "$2" "$work/out" || {
    cat "$work/out" >&2
    echo "$1: no \"$2\" in it: what would be measured is not what it says" >&2
    exit 1
  }
}

# plan_row WORK AIM: both plans as they are now
plan_row() {
  if [ -n "$have_terraform" ]; then
    race "$here/rounds" plan tfplan
    times=$(number "$(column "$here/rounds" '$3 / $1')" 1)
    reached=$(at_least "$times" "$2")
    say "| $1 | $(both "$here/rounds" 1) | $(both "$here/rounds" 3) | $times times | $2 | $reached |"
  else
    race "$here/rounds" plan
    say "| $1 | $(both "$here/rounds" 1) | - | - | $2 | - |"
  fi
}

section_plan() {
  start_emulator
  say '## A cold plan' '' '| work | procc | terraform plan | as fast | aim | |' '|---|---|---|---|---|---|'
  for n in 300 3000; do
    here=$work/plan$n
    mkdir -p "$here/procc" "$here/terraform"
    definition "$n" | sed "s/^name: Bench/name: Bench $n/" >"$here/procc/bench.process.yaml"
    predicted plan '1 to create'
    if [ -n "$have_terraform" ]; then
      resources "$n" >"$here/terraform/main.tf"
      (cd "$here/terraform" && terraform init -no-color >/dev/null 2>&1)
      predicted tfplan "Plan: $n to add, 0 to change"
    fi
    [ "$n" = 300 ] || plan_row "$n jobs, all new" 10
    (cd "$here/procc" && "$PROCC" apply --yes >/dev/null)
    predicted plan '^No changes'
    [ -z "$have_terraform" ] || { state "$n" >"$here/terraform/terraform.tfstate"; predicted tfplan '^No changes'; }
    swap 's/Reconcile account 7$/Reconcile account seven/' "$here/procc/bench.process.yaml"
    predicted plan '1 to change in place'
    if [ -n "$have_terraform" ]; then
      swap 's/"Reconcile account 7"/"Reconcile account seven"/' "$here/terraform/main.tf"
      predicted tfplan 'Plan: 0 to add, 1 to change'
    fi
    plan_row "$n jobs, one title changed" "$([ "$n" = 300 ] && echo 3 || echo 8)"
  done
  say ''
}

# swap SCRIPT FILE...: edits files where they stand
swap() {
  script=$1
  shift
  for file in "$@"; do
    sed "$script" "$file" >"$work/swapped"
    cat "$work/swapped" >"$file"
  done
}

committed() {
  git init -q .
  git add .
  git -c user.name=bench -c user.email=bench@example.com commit -qm bench
}

lint_here() (cd "$here" && exec "$PROCC" lint)
diff_here() (cd "$here" && exec "$PROCC" diff --base HEAD)
impact_here() (cd "$here" && exec "$PROCC" impact --base HEAD)

section_versions() {
  say '## Two versions: 300 processes of 100 jobs' '' \
    '| work | procc | lint of one side | in processor time | aim | |' '|---|---|---|---|---|---|'
  here=$work/versions
  mkdir -p "$here"
  (cd "$here" && project 300 100 && committed)
  keep=$rounds
  rounds=$(((rounds + 2) / 3))
  for state in 'nothing changed:1.5' 'one title of each process:3'; do
    [ "${state%:*}" = 'nothing changed' ] \
      || swap 's/Reconcile account 7$/Reconcile account seven/' "$here"/b*.process.yaml
    race "$here.rounds" diff_here impact_here lint_here
    for row in diff:1 impact:3; do
      at=${row#*:}
      ratio=$(number "$(column "$here.rounds" "\$$((at + 1)) / \$6")" 2)
      cells="$(both "$here.rounds" "$at") | $(both "$here.rounds" 5) | $ratio times | ${state#*:}"
      say "| ${row%:*}, ${state%:*} | $cells | $(verdict "$ratio" "${state#*:}") |"
    done
  done
  rounds=$keep
  say ''
}

apply_here() (cd "$here" && exec "$PROCC" apply --yes)

section_apply() {
  start_emulator
  say '## Apply of 200 processes of 10 jobs, each answer after 200 ms' '' \
    '| work | procc | aim | |' '|---|---|---|---|'
  here=$work/apply
  mkdir -p "$here"
  (cd "$here" && project 200 10)
  delay=$PROCC_API_URL/_emulator/faults
  curl -fsS -X PUT "$delay" -H 'Content-Type: application/json' \
    -d '{"faults": [{"on": "*", "do": "delay", "millis": 200, "times": 0}]}' >/dev/null
  for row in create 'change in place' replace; do
    case $row in
      change*) swap 's/^name: Bench \(.*\)/name: Year end \1/' "$here"/b*.process.yaml ;;
      replace) swap 's/dueDate: start + 17bd/dueDate: start + 18bd/' "$here"/b*.process.yaml ;;
    esac
    took=$(ms apply_here | awk '{ printf "%.1f", $1 / 1000 }')
    grep -q '^200 processes changed' "$work/out" || { cat "$work/out" >&2; exit 1; }
    say "| $row | $took s | 45 s | $(verdict "$took" 45) |"
  done
  curl -fsS -X PUT "$delay" -H 'Content-Type: application/json' -d '{"faults": []}' >/dev/null
  say ''
}

render_here() (cd "$here" && exec "$PROCC" render)
plan_here() (cd "$here" && exec "$PROCC" plan)
fmt_here() (cd "$here" && exec "$PROCC" fmt --check)

section_growth() {
  start_emulator
  say "## Growth: processor time a job, in files of 100 jobs" '' \
    "| command | 1,000 jobs | $((big / 10)) jobs | $big jobs | beside 1,000 | aim | | one more job |" \
    '|---|---|---|---|---|---|---|---|'
  for n in 1000 $((big / 10)) "$big"; do
    mkdir -p "$work/growth$n"
    (cd "$work/growth$n" && project $((n / 100)) 100 && "$PROCC" fmt >/dev/null 2>&1 && committed \
      && swap 's/Reconcile account 7$/Reconcile account seven/' b*.process.yaml)
  done
  for command in lint render plan impact diff fmt; do
    cells=
    for n in 1000 $((big / 10)) "$big"; do
      here=$work/growth$n
      took=$(ms "${command}_here" | awk -v n="$n" '{ printf "%.4f", $2 / n }')
      [ "$n" != 1000 ] || first=$took
      [ "$n" != $((big / 10)) ] || middle=$took
      cells="$cells $(number "$took" 3) ms |"
    done
    ratio=$(awk -v a="$took" -v b="$first" 'BEGIN { printf "%.2f", a / b }')
    more=$(awk -v a="$first" -v b="$middle" -v c="$took" -v n="$big" 'BEGIN {
      printf "%.2f", (c * n - b * n / 10) / (n * 0.9) / ((b * n / 10 - a * 1000) / (n / 10 - 1000))
    }')
    say "| $command |$cells $ratio times | 1.2 | $(verdict "$ratio" 1.2) | $more times |"
  done
  say '' 'One more job: what each costs from the middle on, beside each up to there, without the start.' ''
}

# peak COMMAND...: the most memory that a command had, in MiB
peak() {
  (cd "$here" && exec "$PROCC" "$@" >"$work/out" 2>&1) &
  child=$!
  most=0
  while kill -0 "$child" 2>/dev/null; do
    now=$(sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$child/status" 2>/dev/null || true)
    [ -z "$now" ] || most=$now
    sleep 0.02
  done
  wait "$child" || { cat "$work/out" >&2; exit 1; }
  echo $((most / 1024))
}

section_memory() {
  start_emulator
  say '## Memory: 30,000 jobs in 300 files' '' '| command | peak | aim | |' '|---|---|---|---|'
  here=$work/memory
  mkdir -p "$here"
  (cd "$here" && project 300 100 && "$PROCC" fmt >/dev/null 2>&1 && committed)
  [ -d /proc/self ] || { say '| | only where there is /proc | | |' ''; return 0; }
  for command in lint render plan 'fmt --check' 'diff --base HEAD' 'impact --base HEAD' \
    'diff --base HEAD, one title of each' 'impact --base HEAD, one title of each'; do
    case $command in
      diff*title*) swap 's/Reconcile account 7$/Reconcile account seven/' "$here"/b*.process.yaml ;;
    esac
    most=$(peak ${command%%,*})
    say "| $command | $most MiB | 512 MiB | $(verdict "$most" 512) |"
  done
  say '' 'That 10,000 processes without a change take 15 requests at most is a test, `ScaleTest`.' ''
}

section_editor() {
  say '## The editor, typing replayed key by key' '' '```'
  (cd "$top" && sh src/test/bench/editor.sh) 2>&1 | tee -a "$page"
  say '```' '' 'Aims: findings p99 50 ms, completion 30, hover 20; a calendar of 100 processes 500.' ''
}

processors() { getconf _NPROCESSORS_ONLN 2>/dev/null || echo '?'; }

model() { sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1; }

# stamp: when, at which commit and how busy the machine was
stamp() {
  echo "$(date -u +%Y-%m-%d) at commit $(git -C "$top" rev-parse --short HEAD 2>/dev/null || echo '?')," \
    "load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo '?') at its start"
}

# phases: where a lint of ten jobs spends its time
phases() {
  here=$work/ten
  mkdir -p "$here"
  definition 10 >"$here/bench.process.yaml"
  say '## Where the time of a lint of 10 jobs goes' '' '```'
  (cd "$here" && PROCC_TIMINGS=1 "$PROCC" lint 2>&1 >/dev/null) | tee -a "$page"
  say '```' ''
}

for section in "$@"; do
  page=$work/$section.part
  measured=$(stamp)
  : >"$page"
  "section_$section"
  [ "$section" != lint ] || phases
  { cat "$page"; echo "Measured on $measured, medians of $rounds by turns."; echo; } >"$work/$section.new"
done

{
  printf '%s\n' '# Performance' '' \
    "By \`sh src/test/bench/table.sh\` on $(processors) processors ($(uname -sm), $(model))," \
    "beside $([ -n "$have_terraform" ] && terraform version 2>/dev/null | sed -n 's/^Terraform v/Terraform /p' || echo 'no Terraform, which was not there')." \
    'Milliseconds on the clock, those of processors in parentheses, which neighbours on a machine' \
    'change less. What is missed, where its time goes, what was tried and what comes next:' \
    '[speed](decisions/speed.md).' ''
  for section in $all; do
    echo "<!-- $section -->"
    if [ -f "$work/$section.new" ]; then
      cat "$work/$section.new"
    else
      awk -v mark="<!-- $section -->" '/^<!-- / { inside = $0 == mark; next } inside' "$document"
    fi
  done
} >"$work/document"
cat "$work/document" >"$document"
