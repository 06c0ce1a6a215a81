package dev.procc.cli.completion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The completion scripts for shells. Each calls `procc __complete` and completes files if that
/// returns nothing.
public final class CompletionScripts {
  public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  /// Bash (3.2 and later) splits words at `@`, `:` and `=`. The script joins them again, and
  /// removes from the candidates what bash leaves on the line: all before `$2`, which begins with
  /// the `@` but behind a `:` or `=`.
  private static final String BASH =
      """
      # bash completion for procc: source <(procc completion bash)
      _procc() {
        local words=() word i n=0 last= IFS=$'\\n'
        for ((i = 1; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if ((n > 0)) && [[ $word == [@:=]* || ${COMP_WORDS[i-1]} == [@:=]* ]]; then
            words[n-1]+=$word
          else
            words[n++]=$word
          fi
          last=${words[n-1]}
        done
        COMPREPLY=($(procc __complete --quoted "${words[@]}" 2>/dev/null | cut -f 1))
        [[ ${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
        COMPREPLY=("${COMPREPLY[@]#"${last%"$2"}"}")
      }
      complete -o default -F _procc procc
      """;

  private static final String ZSH =
      """
      #compdef procc
      # zsh completion for procc: procc completion zsh > "${fpath[1]}/_procc"
      _procc() {
        local -a lines
        lines=("${(@f)$(procc __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
        if [[ -z $lines[1] ]]; then _files; return; fi
        lines=("${(@)lines//:/\\\\:}")
        lines=("${(@)lines/$'\\t'/:}")
        _describe -V procc lines
      }
      if [[ $funcstack[1] == _procc ]]; then _procc "$@"; else compdef _procc procc; fi
      """;

  private static final String FISH =
      """
      # fish completion for procc: procc completion fish > ~/.config/fish/completions/procc.fish
      function __procc_complete
          set -l words (commandline -opc) (commandline -ct)
          set -l lines (procc __complete $words[2..-1] 2>/dev/null)
          if test (count $lines) -gt 0
              printf '%s\\n' $lines
          else
              __fish_complete_path (commandline -ct)
          end
      end
      complete -c procc -f -a '(__procc_complete)'
      """;

  private CompletionScripts() {}

  /// The script for a shell; null if there is none.
  public static @Nullable String find(String shell) {
    return switch (shell) {
      case "bash" -> BASH;
      case "zsh" -> ZSH;
      case "fish" -> FISH;
      default -> null;
    };
  }
}
