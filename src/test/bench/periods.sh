#!/bin/sh
# How long 48 quarters take: `procc lint` of samples/q4-close, the same with
# `--periods 2025-Q1..2036-Q4`, and `procc impact` of one holiday and between two commits.
#
#   sh src/test/bench/periods.sh [rounds]      default: 15
#
# Each round runs each command once. Printed: the median wall time of each, and what the 48 quarters
# cost beside a plain lint. `procc` is target/procc/bin/procc, or $PROCC.
set -eu

top=$(cd "$(dirname "$0")/../../.." && pwd)
PROCC=${PROCC:-$top/target/procc/bin/procc}
rounds=${1:-15}

[ -x "$PROCC" ] || {
  echo "no $PROCC: build it with mvn -B -DskipTests package" >&2
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
cp -r "$top/samples/q4-close" "$work/close"
cd "$work/close"
sed 's/covers: .*/covers: 2020-01-01..2040-12-31/' calendars.yaml >"$work/calendars"
cp "$work/calendars" calendars.yaml
git init -q .
git add .
git -c user.name=bench -c user.email=bench@example.com commit -qm bench

# once NAME WORDS...: one run, its milliseconds to $work/NAME
once() {
  name=$1
  shift
  from=$(date +%s%N)
  "$PROCC" "$@" >"$work/out" 2>&1
  to=$(date +%s%N)
  echo $(((to - from) / 10000)) >>"$work/$name"
}

# median NAME: in hundredths of a millisecond
median() {
  sort -n "$work/$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

i=0
while [ "$i" -lt "$rounds" ]; do
  once lint lint
  once periods lint --periods 2025-Q1..2036-Q4
  grep -q '48 of 48 periods checked' "$work/out" || { cat "$work/out"; exit 1; }
  once impact impact --as-of 2024-10-01 --add us-close:2025-01-09
  once commits impact --as-of 2024-10-01 --base HEAD
  i=$((i + 1))
done

for name in lint periods impact commits; do
  median "$name" | awk -v n="$name" '{ printf "%-8s %7.1f ms\n", n, $1 / 100 }'
done
awk -v a="$(median lint)" -v b="$(median periods)" \
  'BEGIN { printf "48 quarters beside a plain lint: %.1f ms\n", (b - a) / 100 }'
