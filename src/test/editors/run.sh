#!/bin/sh
# run.sh PROCC EDITORS: real editors on the sample, each set up as editors.md says.
# Debian: neovim emacs-nox elpa-eglot chromium. What they print and leave lies in target/editors.
# vscode packages the extension first; VSCODE_TEST names a folder of code-server.sh that is kept.
set -eu
procc=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- neovim emacs
here=$PWD/src/test/editors
work=$PWD/target/editors
mkdir -p "$work/bin"
ln -sf "$procc" "$work/bin/procc"
export PATH="$work/bin:$PATH" XDG_CONFIG_HOME="$work/none" XDG_DATA_HOME="$work/none" XDG_STATE_HOME="$work/none"

# block LANGUAGE: the block of that language in editors.md.
block() {
  awk -v fence='```'"$1" '$0 == fence { on = 1; next } /^```/ { on = 0 } on' src/site/markdown/editors.md
}

for editor in $*; do
  rm -rf "$work/$editor"
  mkdir -p "$work/$editor"
  cp -r samples/q4-close "$work/$editor/project"
  cd "$work/$editor"
  case $editor in
    neovim)
      (cd "$OLDPWD" && block lua) >init.lua
      nvim --headless -u NONE -i NONE -n -c "luafile $here/neovim.lua"
      ;;
    emacs)
      (cd "$OLDPWD" && block elisp) >init.el
      HOME=$work/emacs emacs --batch -f package-initialize -l init.el -l "$here/emacs.el"
      ;;
    vscode)
      code=${VSCODE_TEST:-$work/code-server}
      sh "$here/code-server.sh" "$code"
      (cd "$OLDPWD" && sh src/editors/vscode/package.sh target/vscode)
      sh "$here/yaml-beside.sh" "$work/../vscode" "$code"
      cp "$here/vscode.mjs" "$code/vscode.mjs"
      export YAML_SERVER="$code/yaml/node_modules/yaml-language-server/out/server/src/server.js"
      node "$code/vscode.mjs" "$work/vscode" "$work/bin/procc" "$work/../vscode/procc.vsix" "$code/yaml-beside.vsix"
      ;;
    *)
      echo "no test of $editor" >&2
      exit 2
      ;;
  esac
  cd "$OLDPWD"
done
