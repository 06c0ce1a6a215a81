#!/bin/sh
# How long an editor waits for findings, completion and hovers, key by key, over the protocol.
# Run it after mvn -q -DskipTests package.
set -eu
mvn -q dependency:build-classpath -Dmdep.outputFile=target/editor.cp -DincludeScope=runtime
classes=target/classes:$(cat target/editor.cp)
mkdir -p target/editor-bench
javac -d target/editor-bench -cp "$classes" src/bench/java/dev/procc/lsp/EditorLatency.java
measure() {
  echo "== $2 files of $3 tasks, heap $1"
  java -Xmx"$1" -XX:+UseSerialGC -cp "target/editor-bench:$classes" dev.procc.lsp.EditorLatency "$2" "$3" 400
}
measure 1g 1 3000
measure 1g 100 100
measure 256m 300 100
