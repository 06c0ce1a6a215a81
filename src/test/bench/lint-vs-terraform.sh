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
. "$top/src/test/bench/terraform.sh"
rounds=${1:-15}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 10 300 3000

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

lint() (cd "$here/procc" && exec "$PROCC" lint)
validate() (cd "$here/terraform" && exec terraform validate)

printf '%6s %7s %12s %16s %7s %15s\n' jobs rounds 'procc lint' 'terraform valid.' ratio quartiles
for n in "$@"; do
  here=$work/$n
  mkdir -p "$here/procc" "$here/terraform"
  definition "$n" >"$here/procc/bench.process.yaml"
  resources "$n" >"$here/terraform/main.tf"
  (cd "$here/terraform" && terraform init -no-color >/dev/null)
  lint >/dev/null
  validate >/dev/null
  race "$here/rounds" lint validate
  printf '%6d %7d %9.1f ms %13.1f ms %7.3f %7.2f - %.2f\n' "$n" "$rounds" \
    "$(column "$here/rounds" '$1' 0.5)" "$(column "$here/rounds" '$2' 0.5)" \
    "$(column "$here/rounds" '$1 / $2' 0.5)" \
    "$(column "$here/rounds" '$1 / $2' 0.25)" "$(column "$here/rounds" '$1 / $2' 0.75)"
done
