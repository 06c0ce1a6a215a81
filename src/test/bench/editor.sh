#!/bin/sh
# How long an editor waits for findings, completion and hovers, key by key, over the protocol: by
# the clock, and in processor time, which neighbours change less.
# Run it after mvn -q -DskipTests package. With the classes of another commit, as in
# sh src/test/bench/editor.sh ../base/target/classes, these are measured before ours.
# COLLECTOR=Serial tries another collector than the one that bin/procc chooses.
set -eu
mvn -q -B dependency:build-classpath -Dmdep.outputFile=target/editor.cp -DincludeScope=runtime \
  >target/editor.log 2>&1 || { cat target/editor.log >&2; exit 1; }
libraries=$(cat target/editor.cp)
mkdir -p target/editor-bench
javac -d target/editor-bench -cp "target/classes:$libraries" \
  src/bench/java/dev/procc/lsp/EditorLatency.java
measure() {
  for classes in ${base:+"$base"} target/classes; do
    echo "== $2 files of $3 tasks, heap $1, $classes${4:+, all asked with each key}"
    java -Xmx"$1" -XX:+Use${COLLECTOR:-Parallel}GC \
      -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 \
      -cp "target/editor-bench:$classes:$libraries" dev.procc.lsp.EditorLatency "$2" "$3" 1600 ${4:-}
  done
}
base=${1:-}
measure 1g 1 3000
measure 1g 1 3000 all
measure 1g 100 100
measure 256m 300 100
