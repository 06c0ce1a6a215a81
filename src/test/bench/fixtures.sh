# What table.sh measures with; sourced, not run. It needs $top and $work.
#
# A definition and resources of the same jobs, one clock, one way to take medians.

PROCC=${PROCC:-$top/target/procc/bin/procc}

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

# state N: what terraform has on record once it has applied these resources. Written by hand: it
# writes the whole state anew after every resource, and for 3,000 of them that takes half an hour.
state() {
  awk -v n="$1" 'BEGIN {
    print "{\"version\": 4, \"serial\": 1, \"lineage\": \"00000000-0000-4000-8000-000000000000\","
    print "\"outputs\": {}, \"check_results\": null, \"resources\": ["
    type = "\"type\": [\"object\", {\"approver\": \"string\", \"approver_due\": \"string\", \"assignee\": \"string\", "
    type = type "\"due\": \"string\", \"instructions\": \"string\", \"title\": \"string\"}]"
    for (i = 0; i < n; i++) {
      value = "{\"value\": {\"approver\": \"user-manager\", \"approver_due\": \"dueDate + 2bd\", "
      value = value "\"assignee\": \"user-" i % 7 "\", \"due\": \"start + " 10 + i % 40 "bd\", "
      value = value "\"instructions\": \"Complete the reconciliation for account " i ".\", "
      value = value "\"title\": \"Reconcile account " i "\"}, " type "}"
      printf "{\"mode\": \"managed\", \"type\": \"terraform_data\", \"name\": \"task_%d\",\n", i
      print "\"provider\": \"provider[\\\"terraform.io/builtin/terraform\\\"]\","
      printf "\"instances\": [{\"schema_version\": 0, \"sensitive_attributes\": [], \"attributes\": {\n"
      printf "\"id\": \"00000000-0000-4000-8000-%012d\",\n", i
      printf "\"input\": %s,\n\"output\": %s,\n\"triggers_replace\": null}}]}%s\n", value, value, i + 1 < n ? "," : ""
    }
    print "]}"
  }'
}

# project FILES JOBS: a project of so many processes of so many jobs each, in the current folder
project() {
  printf 'procc: v1\nkind: Project\nkey: bench\n' >procc.yaml
  definition "$2" >one
  i=0
  while [ "$i" -lt "$1" ]; do
    sed "s/^key: bench/key: bench-$i/; s/^name: Bench/name: Bench $i/" one >"b$i.process.yaml"
    i=$((i + 1))
  done
  rm one
}

# ms COMMAND...: milliseconds that a run takes, and those of processors. A failing one ends the
# bench. What it says is left in $work/out
ms() {
  begin=$(date +%s%N)
  ("$@" >"$work/out" 2>&1 && times >"$work/times") || {
    cat "$work/out" >&2
    echo "failed: $*" >&2
    exit 1
  }
  end=$(date +%s%N)
  awk -v wall=$((end - begin)) 'NR == 2 {
    for (i = 1; i <= 2; i++) { split($i, t, "m"); sub("s", "", t[2]); sum += t[1] * 60 + t[2] }
    printf "%.1f %.1f\n", wall / 1000000, sum * 1000
  }' "$work/times"
}

# quantile Q: of the sorted numbers on standard input
quantile() { awk -v q="$1" '{ v[NR] = $1 } END { print v[int((NR - 1) * q + 0.5) + 1] }'; }

# race FILE COMMAND...: $rounds lines with the wall and processor milliseconds of each command (a
# function), once a round and in turn first and last, so that what else the machine does falls on
# all of them
race() {
  file=$1
  shift
  : >"$file"
  round=0
  while [ "$round" -lt "$rounds" ]; do
    line=
    if [ $((round % 2)) -eq 0 ]; then
      for command in "$@"; do line="$line $(ms "$command")"; done
    else
      rest=
      for command in "$@"; do rest="$command $rest"; done
      for command in $rest; do line="$(ms "$command") $line"; done
    fi
    echo $line >>"$file"
    round=$((round + 1))
  done
}

# column FILE EXPRESSION: the median of an awk expression of the columns
column() { awk "{ printf \"%.4f\\n\", $2 }" "$1" | sort -n | quantile 0.5; }
