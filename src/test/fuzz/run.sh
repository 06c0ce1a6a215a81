#!/bin/sh
# run.sh JAVA CLASSPATH SECONDS TARGETS...: fuzzes each reader of others' texts for so many seconds.
# One input has 120 s, as the first of them pays for the instrumentation of all classes.
# Inputs it keeps lie in target/fuzz; one that ends it belongs into src/test/resources/fuzz.
java=$1
classpath=$2
seconds=$3
shift 3
[ $# -gt 0 ] || set -- yaml mustache date csv ics plan state api
for target; do
  mkdir -p "target/fuzz/$target"
  echo "fuzz $target, $seconds s"
  "$java" --enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseSerialGC -Dfuzz.target="$target" -cp "$classpath" \
    com.code_intelligence.jazzer.Jazzer --target_class=dev.procc.testing.FuzzEntry \
    --instrumentation_includes='dev.procc.**' --disabled_hooks='.*' --reproducer_path=target/fuzz \
    "target/fuzz/$target" "src/test/resources/fuzz/$target" -artifact_prefix="target/fuzz/$target-" \
    -max_total_time="$seconds" -timeout=120 -max_len=4096 -rss_limit_mb=3000 -print_final_stats=1 >"target/fuzz/$target.log" 2>&1 ||
    { tail -40 "target/fuzz/$target.log"; exit 1; }
  grep -E '^Done|number_of_executed' "target/fuzz/$target.log" | head -1
done
