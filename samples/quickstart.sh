#!/bin/sh
# The main job, end to end, against a local Processes API: lint, render, plan, apply, an empty
# second plan, an edit planned as one PATCH and one batchUpdates, validate, run, status.
# Needs a JDK 25 and Maven the first time; no account, no token, no network but Maven Central.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
if [ -z "${PROCC:-}" ]; then
  PROCC=$top/target/procc/bin/procc
  if [ ! -x "$PROCC" ]; then
    echo "building procc (once)..."
    (cd "$top" && mvn -B -q -DskipTests package)
  fi
fi

work=$(mktemp -d)
server=
cleanup() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

title() { printf '\n== %s\n' "$1"; }

fail() {
  printf 'quickstart: %s\n' "$1" >&2
  exit 1
}

# run EXIT COMMAND...: shows the command and what it prints, and holds its exit code to EXIT.
run() {
  want=$1
  shift
  printf '$ procc %s\n' "$*"
  got=0
  "$PROCC" "$@" >"$work/out" 2>"$work/err" || got=$?
  cat "$work/out" "$work/err"
  [ "$got" -eq "$want" ] || fail "procc $1 ended with $got, $want was expected"
}

# expect TEXT: the last output holds this text.
expect() {
  cat "$work/out" "$work/err" | grep -qF -e "$1" || fail "the output does not say: $1"
}

# count NUMBER PATTERN FILE
count() {
  n=$(grep -cE -e "$2" "$3" || true)
  [ "$n" -eq "$1" ] || fail "$3 has $n lines like $2, $1 were expected"
}

mkdir "$work/project"
cp "$here/guide-absolute.process.yaml" "$work/project/close.process.yaml"
cd "$work/project"

title "A local Processes API, its clock at 1 October 2024"
"$PROCC" emulate --port 0 --now 2024-10-01 >"$work/server" 2>"$work/server.err" &
server=$!
tries=0
until grep -q '^listening on http' "$work/server" 2>/dev/null; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || fail "the emulator did not start: $(cat "$work/server.err")"
  kill -0 "$server" 2>/dev/null || fail "the emulator ended: $(cat "$work/server.err")"
  sleep 0.1
done
PROCC_API_URL=$(sed -n 's/^listening on //p' "$work/server")
PROCC_TOKEN=quickstart
export PROCC_API_URL PROCC_TOKEN
echo "listening on $PROCC_API_URL"

title "Lint: what is wrong, where, and the way out"
sed 's/autoClose: true/autoclose: yes/' close.process.yaml >broken.process.yaml
sed -i.bak 's/^key: .*/key: broken/' broken.process.yaml
rm -f broken.process.yaml.bak
run 3 lint broken.process.yaml
expect 'error[PC120]'
expect 'did you mean "autoClose"?'
rm broken.process.yaml
run 0 lint --as-of 2024-10-01 close.process.yaml

title "Render: the exact body of POST /processes"
run 0 render close.process.yaml
expect '"name": "Q4 2024 Financial Close"'
expect '"dueDate": "2024-12-15"'

title "Plan: nothing is there yet"
run 0 plan --as-of 2024-10-01 --save create.plan.json
expect 'CREATE'
count 1 '"path": "/processes",' create.plan.json

title "Apply the plan that was shown"
run 0 apply --as-of 2024-10-01 create.plan.json

title "The second plan is empty"
run 0 plan --as-of 2024-10-01 --detailed-exitcode
expect 'No changes'

title "An edit: the process's name and due date, two titles, the group's name"
sed -e 's/^name: .*/name: Q4 2024 Financial Close, final/' \
  -e 's/^dueDate: 2024-12-31/dueDate: 2025-01-15/' \
  -e 's/title: Reconcile accounts receivable/title: Reconcile AR, all entities/' \
  -e 's/title: Provide Q4 revenue commentary/title: Provide Q4 revenue and margin commentary/' \
  -e 's/name: Close Workflow/name: Close Workflow, final/' \
  close.process.yaml >edited && mv edited close.process.yaml
run 2 plan --as-of 2024-10-01 --detailed-exitcode --save edit.plan.json
expect '2024-12-31'
expect '2025-01-15'
count 2 '"method": ' edit.plan.json
count 1 '"method": "PATCH"' edit.plan.json
count 1 '"path": "/processes/[^/]*/batchUpdates"' edit.plan.json
count 3 '"newName": ' edit.plan.json
run 0 apply --as-of 2024-10-01 edit.plan.json
run 0 plan --as-of 2024-10-01 --detailed-exitcode
expect 'No changes'

title "Validate on the server, start, watch"
run 0 validate --as-of 2024-10-01 q4-close
run 0 run --yes --as-of 2024-10-01 q4-close
run 0 status --as-of 2024-10-01 q4-close
expect 'RUNNING'
expect 'Reconcile AR, all entities'

title "Done"
echo "Everything above is what procc does with a real workspace: set PROCC_TOKEN and a target."
