package dev.procc.cli.completion;

import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Option;
import java.util.List;

/// The completion script for zsh.
public final class ZshCompletion {
  private ZshCompletion() {}

  public static String script(List<Command> commands) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        #compdef procc
        # zsh completion for procc: procc completion zsh > "${fpath[1]}/_procc"
        _procc() {
          local -a commands
          commands=(
        """);
    for (Command command : commands) {
      if (command.name().indexOf(' ') < 0) {
        out.append("    ").append(quoted(command.name() + ":" + command.summary())).append('\n');
      }
    }
    for (String first : CompletionModel.firstWords(commands)) {
      if (!CompletionModel.secondWords(commands, first).isEmpty()) {
        out.append("    ").append(quoted(first)).append('\n');
      }
    }
    out.append(
        """
          )
          if (( CURRENT == 2 )); then
            _describe command commands
            return
          fi
          case "$words[2] $words[3]" in
        """);
    for (Command command : commands) {
      if (command.name().indexOf(' ') >= 0) {
        appendCommand(out, command, commands, 3);
      }
    }
    for (String first : CompletionModel.firstWords(commands)) {
      List<String> seconds = CompletionModel.secondWords(commands, first);
      if (!seconds.isEmpty()) {
        out.append("    ").append(quoted(first + " ")).append("*) compadd ");
        out.append(String.join(" ", seconds)).append(" ;;\n");
      }
    }
    for (Command command : commands) {
      if (command.name().indexOf(' ') < 0) {
        appendCommand(out, command, commands, 2);
      }
    }
    out.append(
        """
          esac
        }
        if [[ $funcstack[1] == _procc ]]; then _procc "$@"; else compdef _procc procc; fi
        """);
    return out.toString();
  }

  private static void appendCommand(
      StringBuilder out, Command command, List<Command> commands, int words) {
    out.append("    ").append(quoted(command.name() + (words == 2 ? " " : "")));
    out.append(words == 2 ? "*" : "").append(") shift ").append(words - 1);
    out.append(" words; (( CURRENT -= ").append(words - 1).append(" ))\n      _arguments \\\n");
    for (Option option : CompletionModel.options(command)) {
      String names =
          option.shortName() == null
              ? option.name()
              : "{" + option.shortName() + "," + option.name() + "}";
      boolean more = !option.takesValue() && !option.choices().isEmpty();
      out.append("        ").append(option.repeatable() ? "'*'" : "").append(names);
      out.append(more ? "=-" : "");
      out.append(quoted("[" + option.summary().replace("]", "\\]") + "]" + valueSpec(option)));
      out.append(" \\\n");
    }
    List<String> operands = CompletionModel.operands(command, commands);
    String what = operands.isEmpty() ? "_files" : "(" + String.join(" ", operands) + ")";
    out.append("        ").append(quoted("*:what:" + what)).append(" ;;\n");
  }

  private static String valueSpec(Option option) {
    if (!option.takesValue()) {
      return option.choices().isEmpty()
          ? ""
          : "::value:(" + String.join(" ", option.choices()) + ")";
    }
    return option.choices().isEmpty()
        ? ":value:_files"
        : ":value:(" + String.join(" ", option.choices()) + ")";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
