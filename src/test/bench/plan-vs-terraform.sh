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
PROCC=${PROCC:-$top/target/procc/bin/procc}
rounds=${1:-5}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 300 3000

[ -x "$PROCC" ] || {
  echo "no $PROCC: build it with mvn -B -DskipTests package" >&2
  exit 1
}
command -v terraform >/dev/null || {
  echo "terraform is not on the path: there is nothing to compare with, and nothing was measured" >&2
  exit 1
}
case $(date +%N) in
  *[!0-9]* | '')
    echo "this date has no nanoseconds: install GNU coreutils" >&2
    exit 1
    ;;
esac

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

# definition N: one process of N jobs in groups of ten
definition() {
  cat <<'YAML'
procc: v1
kind: Process
key: bench
name: Bench
autoClose: true
certAutoApprove: false
relativeDates: false
businessStartDate: 2024-10-01
businessEndDate: 2024-12-31
dueDate: 2024-12-31
businessDaysOfWeek: [monday, tuesday, wednesday, thursday, friday]
businessDateExclusions: [2024-11-28, 2024-12-25]
root:
  name: Bench
  parallel: false
  children:
YAML
  awk -v n="$1" 'BEGIN {
    for (i = 0; i < n; i++) {
      if (i % 10 == 0) {
        printf "    - group: g%d\n      name: Group %d\n      parallel: true\n      children:\n", i / 10, i / 10
      }
      printf "        - sendTask: task-%d\n          title: Reconcile account %d\n", i, i
      printf "          assignee: { id: user-%d, type: user }\n", i % 7
      printf "          approver: { id: user-manager, type: user }\n"
      printf "          dueDate: start + %dbd\n          approverDueDate: dueDate + 2bd\n", 10 + i % 40
      printf "          instructions: Complete the reconciliation for account %d.\n", i
    }
  }'
}

# resources N: as many terraform_data resources of about as many fields
resources() {
  awk -v n="$1" 'BEGIN {
    for (i = 0; i < n; i++) {
      printf "resource \"terraform_data\" \"task_%d\" {\n  input = {\n", i
      printf "    title = \"Reconcile account %d\"\n    assignee = \"user-%d\"\n", i, i % 7
      printf "    approver = \"user-manager\"\n    due = \"start + %dbd\"\n", 10 + i % 40
      printf "    approver_due = \"dueDate + 2bd\"\n"
      printf "    instructions = \"Complete the reconciliation for account %d.\"\n  }\n}\n", i
    }
  }'
}

# ms COMMAND...: milliseconds that a run takes; a failing one ends the bench
ms() {
  begin=$(date +%s%N)
  "$@" >"$work/out" 2>&1 || {
    cat "$work/out" >&2
    exit 1
  }
  end=$(date +%s%N)
  echo $(((end - begin) / 10000)) | awk '{ printf "%.2f", $1 / 100 }'
}

plan() (cd "$1" && exec "$PROCC" plan)
tfplan() (cd "$1" && exec terraform plan -no-color -input=false)

# quantile Q: of the sorted numbers on standard input
quantile() { awk -v q="$1" '{ v[NR] = $1 } END { print v[int((NR - 1) * q + 0.5) + 1] }'; }

# measure NAME FOLDER: rounds of both plans, in turn first and second
measure() {
  : >"$2/rounds"
  round=0
  while [ "$round" -lt "$rounds" ]; do
    if [ $((round % 2)) -eq 0 ]; then
      a=$(ms plan "$2/procc")
      b=$(ms tfplan "$2/terraform")
    else
      b=$(ms tfplan "$2/terraform")
      a=$(ms plan "$2/procc")
    fi
    echo "$a $b" >>"$2/rounds"
    round=$((round + 1))
  done
  column() { awk "{ printf \"%.4f\\n\", $1 }" "$2/rounds" | sort -n; }
  printf '%6d %8s %7d %9.1f ms %13.1f ms %8.1f %7.1f - %.1f\n' "$n" "$1" "$rounds" \
    "$(column '$1' "$2" | quantile 0.5)" "$(column '$2' "$2" | quantile 0.5)" \
    "$(column '$2 / $1' "$2" | quantile 0.5)" \
    "$(column '$2 / $1' "$2" | quantile 0.25)" "$(column '$2 / $1' "$2" | quantile 0.75)"
}

printf '%6s %8s %7s %12s %16s %8s %15s\n' \
  jobs plan rounds 'procc plan' 'terraform plan' 'times' quartiles
for n in "$@"; do
  here=$work/$n
  mkdir -p "$here/procc" "$here/terraform"
  definition "$n" | sed "s/^name: Bench/name: Bench $n/" >"$here/procc/bench.process.yaml"
  resources "$n" >"$here/terraform/main.tf"
  (cd "$here/terraform" && terraform init -no-color >/dev/null)
  plan "$here/procc" >/dev/null
  measure create "$here"
  (cd "$here/procc" && "$PROCC" apply --yes >/dev/null)
  (cd "$here/terraform" && terraform apply -no-color -input=false -auto-approve >/dev/null)
  sed -i.before 's/Reconcile account 7$/Reconcile account seven/' "$here/procc/bench.process.yaml"
  sed -i.before 's/"Reconcile account 7"/"Reconcile account seven"/' "$here/terraform/main.tf"
  rm "$here/procc/bench.process.yaml.before" "$here/terraform/main.tf.before"
  measure change "$here"
done
