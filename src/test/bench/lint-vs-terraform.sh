#!/bin/sh
# Cold `procc lint` of N jobs against `terraform validate` of N terraform_data resources.
#
#   sh src/test/bench/lint-vs-terraform.sh [rounds] [N ...]      default: 15 rounds of 10 300 3000
#
# Every round runs each command once, in turn first and second, so that what else the machine does
# falls on both. Printed: the median wall time of each, and the median and quartiles of the rounds'
# ratios, which is the number to trust. `procc` is target/procc/bin/procc, or $PROCC; `terraform`
# comes from the path.
set -eu

top=$(cd "$(dirname "$0")/../../.." && pwd)
PROCC=${PROCC:-$top/target/procc/bin/procc}
rounds=${1:-15}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 10 300 3000

[ -x "$PROCC" ] || {
  echo "no $PROCC: build it with mvn -B -DskipTests package" >&2
  exit 1
}
command -v terraform >/dev/null || {
  echo "terraform is not on the path: there is nothing to compare with" >&2
  exit 1
}
case $(date +%N) in
  *[!0-9]* | '')
    echo "this date has no nanoseconds: install GNU coreutils" >&2
    exit 1
    ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

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

lint() (cd "$1" && exec "$PROCC" lint)
validate() (cd "$1" && exec terraform validate)

printf '%6s %7s %12s %16s %7s %15s\n' jobs rounds 'procc lint' 'terraform valid.' ratio quartiles
for n in "$@"; do
  mkdir -p "$work/$n/procc" "$work/$n/terraform"
  definition "$n" >"$work/$n/procc/bench.process.yaml"
  resources "$n" >"$work/$n/terraform/main.tf"
  (cd "$work/$n/terraform" && terraform init -no-color >/dev/null)
  lint "$work/$n/procc" >/dev/null
  validate "$work/$n/terraform" >/dev/null
  : >"$work/$n/rounds"
  round=0
  while [ "$round" -lt "$rounds" ]; do
    if [ $((round % 2)) -eq 0 ]; then
      a=$(ms lint "$work/$n/procc")
      b=$(ms validate "$work/$n/terraform")
    else
      b=$(ms validate "$work/$n/terraform")
      a=$(ms lint "$work/$n/procc")
    fi
    echo "$a $b" >>"$work/$n/rounds"
    round=$((round + 1))
  done
  column() { awk "{ printf \"%.4f\\n\", $1 }" "$work/$n/rounds" | sort -n; }
  # quantile Q: of the sorted numbers on standard input
  quantile() { awk -v q="$1" '{ v[NR] = $1 } END { print v[int((NR - 1) * q + 0.5) + 1] }'; }
  printf '%6d %7d %9.1f ms %13.1f ms %7.3f %7.2f - %.2f\n' "$n" "$rounds" \
    "$(column '$1' | quantile 0.5)" "$(column '$2' | quantile 0.5)" \
    "$(column '$1 / $2' | quantile 0.5)" \
    "$(column '$1 / $2' | quantile 0.25)" "$(column '$1 / $2' | quantile 0.75)"
done
