#!/bin/sh
# caches.sh DIST FOLDER: makes the ahead-of-time caches of a distribution, DIST/lib/*.aot, by
# running commands in FOLDER, whose files they change.
#
# A start sets up every class that its cache holds. So each family of commands has a cache, and
# what the online commands talk to is another process, which trains the cache of the emulator.
set -eu
train=$(cd "$(dirname "$0")" && pwd)
dist=$(cd "$1" && pwd)
cd "$2"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

# cache FAMILY OPTIONS CLASS WORDS...: runs one process and makes a cache of its classes. The
# options have to be those of bin/procc.
cache() {
  family=$1 options=$2 class=$3
  shift 3
  exec "$dist/lib/runtime/bin/java" "-XX:AOTCacheOutput=$dist/lib/$family.aot" $options \
    -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -m "procc/dev.procc.cli.$class" "$@"
}

# Profiles help a process that stays; who ends soon only reads them at each start.
brief='-XX:+UseSerialGC -Xmx2g -XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions
  -XX:-AOTRecordTraining'

# messages FILE: the messages of an editor, each after its length; `wait` gives the server time
messages() {
  while IFS= read -r line; do
    case $line in
      wait) sleep 2 ;;
      *) printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$line" | wc -c)" "$line" ;;
    esac
  done <"$1"
}

# run FAMILY FOLDER: makes a cache of the command lines in the file of that name
run() {
  (cache "$1" "$brief" AotTraining "$train/$1" "$2") >"$1.log" 2>&1 || {
    cat "$1.log" >&2
    exit 1
  }
}

# ended PROCESS EXIT LOG: waits until a process has ended and made its cache
ended() {
  exit=0
  wait "$1" || exit=$?
  [ "$exit" -eq "$2" ] || {
    cat "$3" >&2
    exit 1
  }
}

(cache emulate '-XX:+UseSerialGC -Xmx2g' Main emulate --port 0 --now 2024-10-01) >emulate.log 2>&1 &
server=$!
(messages lsp.messages | cache lsp '-XX:+UseParallelGC -Xmx1g' Main lsp) >lsp.log 2>&1 &
lsp=$!
run lint .
run offline .
until grep -q '^listening on' emulate.log; do
  kill -0 "$server" 2>/dev/null || {
    cat emulate.log >&2
    exit 1
  }
  sleep 1
done
PROCC_API_URL=$(sed -n 's/^listening on //p' emulate.log) PROCC_TOKEN=training
export PROCC_API_URL PROCC_TOKEN
run online live
kill "$server"
ended "$server" 143 emulate.log
server=
ended "$lsp" 0 lsp.log

# AOTMode=on fails where the JVM would only have been slow: a cache that is turned down.
for words in 'lint q4-close' 'fmt --check live' 'show live/create.plan.json' 'emulate --help' \
  'lsp --help'; do
  PROCC_JAVA_OPTS=-XX:AOTMode=on "$dist/bin/procc" $words >/dev/null
done
