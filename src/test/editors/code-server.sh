#!/bin/sh
# code-server.sh FOLDER: a VS Code that a browser shows, and what drives the browser, from npm (3 minutes, 300 MB, once).
# npm's install scripts stay off, as one of them downloads ripgrep from elsewhere; what must be compiled is named.
set -eu
[ ! -e "$1/made" ] || exit 0
mkdir -p "$1"
cd "$1"
echo '{ "private": true }' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error code-server@4.100.3 playwright-core@1.65.1
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
npm rebuild @vscode/spdlog native-watchdog
# Its script compiles, and then fails at a list of commands that nobody needs.
npm rebuild node-pty || [ -e node_modules/node-pty/build/Release/pty.node ]
cd "$1"
npm rebuild argon2
touch made
