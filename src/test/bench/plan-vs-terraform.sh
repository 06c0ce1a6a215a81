#!/bin/sh
# Cold `procc plan` of N jobs against the emulator beside `terraform plan` of N terraform_data
# resources: a plan that creates all of them, and one after all were applied and one title changed.
#
#   sh src/test/bench/plan-vs-terraform.sh [rounds] [N ...]      default: 5 rounds of 300 3000
#
# Every round runs each command once, in turn first and second, so that what else the machine does
# falls on both. Printed: the median wall time of each, and the median and quartiles of the rounds'
# ratios, which is the number to trust. `procc` is target/procc/bin/procc, or $PROCC; `terraform`
# comes from the path.
set -eu

top=$(cd "$(dirname "$0")/../../.." && pwd)
. "$top/src/test/bench/terraform.sh"
rounds=${1:-5}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 300 3000

work=$(mktemp -d)
emulator=
finish() {
  [ -z "$emulator" ] || kill "$emulator"
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

"$PROCC" emulate --port 0 --now 2024-09-01 >"$work/url" 2>/dev/null &
emulator=$!
until grep -q listening "$work/url"; do sleep 0.1; done
PROCC_API_URL=$(sed 's/^listening on //' "$work/url")
PROCC_TOKEN=bench PROCC_AS_OF=2024-09-01
export PROCC_API_URL PROCC_TOKEN PROCC_AS_OF

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

# measure NAME: rounds of both plans
measure() {
  race "$here/rounds" plan tfplan
  printf '%6d %8s %7d %9.1f ms %13.1f ms %8.1f %7.1f - %.1f\n' "$n" "$1" "$rounds" \
    "$(column "$here/rounds" '$1' 0.5)" "$(column "$here/rounds" '$2' 0.5)" \
    "$(column "$here/rounds" '$2 / $1' 0.5)" \
    "$(column "$here/rounds" '$2 / $1' 0.25)" "$(column "$here/rounds" '$2 / $1' 0.75)"
}

printf '%6s %8s %7s %12s %16s %8s %15s\n' \
  jobs plan rounds 'procc plan' 'terraform plan' 'times' quartiles
for n in "$@"; do
  here=$work/$n
  mkdir -p "$here/procc" "$here/terraform"
  definition "$n" | sed "s/^name: Bench/name: Bench $n/" >"$here/procc/bench.process.yaml"
  resources "$n" >"$here/terraform/main.tf"
  (cd "$here/terraform" && terraform init -no-color >/dev/null)
  predicted plan '1 to create'
  predicted tfplan "Plan: $n to add, 0 to change"
  measure create
  (cd "$here/procc" && "$PROCC" apply --yes >/dev/null)
  state "$n" >"$here/terraform/terraform.tfstate"
  predicted plan '^No changes'
  predicted tfplan '^No changes'
  sed -i.before 's/Reconcile account 7$/Reconcile account seven/' "$here/procc/bench.process.yaml"
  sed -i.before 's/"Reconcile account 7"/"Reconcile account seven"/' "$here/terraform/main.tf"
  rm "$here/procc/bench.process.yaml.before" "$here/terraform/main.tf.before"
  predicted plan '1 to change in place'
  predicted tfplan 'Plan: 0 to add, 1 to change'
  measure change
done
