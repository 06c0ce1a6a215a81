#!/bin/sh
# package.sh FOLDER: the extension as FOLDER/procc.vsix, made twice and compared.
# npm fetches what package-lock.json names once, into FOLDER; after that nothing is fetched.
set -eu
sources=$(dirname "$(realpath "$0")")
mkdir -p "$1"
cd "$1"
rm -rf build
mkdir -p build
cp -r "$sources/." build
if ! cmp -s "$sources/package-lock.json" fetched/package-lock.json; then
  rm -rf fetched
  mkdir fetched
  cp "$sources/package.json" "$sources/package-lock.json" fetched
  (cd fetched && npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error) || { rm -rf fetched; exit 1; }
fi
cd build
rm -f package.sh
ln -s ../fetched/node_modules node_modules
export SOURCE_DATE_EPOCH=1730000000
node_modules/.bin/tsc
node_modules/.bin/esbuild src/extension.ts --bundle --minify --platform=node --target=node20 --format=cjs \
  --external:vscode --outfile=out/extension.js --log-level=warning
printf '%s\n' 'src/**' 'node_modules/**' 'tsconfig.json' 'package-lock.json' .vscodeignore >.vscodeignore
for turn in 1 2; do
  node_modules/.bin/vsce package --no-dependencies --skip-license --allow-missing-repository --out "../procc-$turn.vsix" >"../vsce-$turn.log" ||
    { cat "../vsce-$turn.log"; exit 1; }
done
cd ..
cmp procc-1.vsix procc-2.vsix
mv procc-1.vsix procc.vsix
rm procc-2.vsix
ls -l procc.vsix
