#!/bin/sh
# Looks at what people get, in headless Chromium: the pages of plan, impact, difference, list for hands,
# many processes and emulator, and the comments of plan, hands, many processes and impact as a code
# host shows them. Needs node, npm, Debian's chromium and poppler-utils.
# usage: run.sh PROCC FOLDER
set -eu
procc=$1 out=$2 here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
rm -rf "$out" && mkdir -p "$out/p" && out=$(cd "$out" && pwd)
cp "$here/page.mjs" "$here/package.json" "$out"
if [ -n "${NODE_MODULES:-}" ]; then ln -s "$NODE_MODULES" "$out/node_modules"; else (cd "$out" && npm install --silent --no-audit --no-fund); fi
cp -r "$root/samples/q4-close/." "$out/p" && rm -rf "$out/p/rendered"
"$procc" emulate --now 2024-12-16 --port 0 > "$out/emulator.txt" 2>&1 &
server=$!
trap 'kill $server' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  PROCC_API_URL=$(sed -n 's/^listening on //p' "$out/emulator.txt")
  [ -z "$PROCC_API_URL" ] || break
  sleep 0.5
done
export PROCC_API_URL PROCC_TOKEN=t PROCC_AS_OF=2024-12-16
cd "$out/p"
"$procc" apply --yes -q
cp -r . ../base
sed -i 's/manager: dana/manager: tom/' people.yaml
sed -i 's/  - { date: 2025-01-20, name/  - { date: 2025-01-09, name: National Day of Mourning }\n&/' calendars.yaml
sed -i 's/revenue commentary/revenue and margin commentary/' close.process.yaml
"$procc" plan --html-out ../plan.html --md-out ../plan.md > /dev/null
"$procc" impact --base ../base --md-out ../impact.md > /dev/null
"$procc" impact --base ../base --format html > ../impact-page.html
"$procc" diff --base ../base --format html > ../diff.html
"$procc" run --yes close@2024-Q4 > /dev/null
"$procc" plan --html-out ../running.html > /dev/null
"$procc" plan --run close@2024-Q4 --html-out ../hands.html --md-out ../hands.md > /dev/null
goldens=$root/src/test/resources/many-processes
for name in page running-page; do
  sed -n '1,/<\/head>/p' ../plan.html | cat - "$goldens/$name.html" > "../many-$name.html"
done
cp "$goldens/running-comment.md" ../many-running.md
cp "$goldens/impact.md" ../many-impact.md
cd "$out"
status=0
node page.mjs "$out" "$PROCC_API_URL" "$out"/*.html "$out"/*.md || status=1
for pdf in *.pdf; do
  pdftotext -layout "$pdf" - | tr -s ' \n' ' ' > "$pdf.txt"
  while IFS= read -r words; do
    [ -z "$words" ] || grep -qF -- "$words" "$pdf.txt" || { echo "$pdf: not printed: $words"; status=1; }
  done < "${pdf%.pdf}.folded"
done
exit $status
