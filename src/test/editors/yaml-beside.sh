#!/bin/sh
# yaml-beside.sh PACKAGED FOLDER: FOLDER/yaml-beside.vsix, and the server of YAML beside it, from npm.
# PACKAGED is where package.sh of the extension left its tools.
set -eu
tools=$(realpath "$1")/fetched/node_modules
beside=$(dirname "$(realpath "$0")")/yaml-beside
mkdir -p "$2/yaml" "$2/beside/out"
cd "$2/yaml"
[ -e node_modules/yaml-language-server ] || {
  echo '{ "private": true }' >package.json
  npm install --ignore-scripts --no-audit --no-fund --loglevel=error yaml-language-server@1.18.0
}
cd ../beside
cp "$beside/package.json" .
printf 'out/**\n!out/extension.js\n' >.vscodeignore
NODE_PATH=$tools "$tools/.bin/esbuild" "$beside/extension.js" --bundle --platform=node --format=cjs --external:vscode \
  --outfile=out/extension.js --log-level=warning
"$tools/.bin/vsce" package --no-dependencies --skip-license --allow-missing-repository --out ../yaml-beside.vsix >../yaml-beside.log ||
  { cat ../yaml-beside.log; exit 1; }
