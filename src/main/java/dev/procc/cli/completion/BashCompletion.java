package dev.procc.cli.completion;

import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import java.util.ArrayList;
import java.util.List;

/// The completion script for bash (3.2 and later, without the bash-completion package).
public final class BashCompletion {
  private BashCompletion() {}

  public static String script(List<Command> commands) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # bash completion for procc: source <(procc completion bash)
        _procc() {
          local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
          local first= second= options= operands= choices= i
          for ((i = 1; i < COMP_CWORD; i++)); do
            case ${COMP_WORDS[i]} in
        """);
    out.append("      ")
        .append(String.join("|", valueOptionNames(Options.GLOBAL)))
        .append(") ((i++)) ;;\n");
    out.append(
        """
              -*) ;;
              *) if [[ -z $first ]]; then first=${COMP_WORDS[i]}
                 elif [[ -z $second ]]; then second=${COMP_WORDS[i]}; fi ;;
            esac
          done
          case "$first $second" in
        """);
    for (Command command : commands) {
      appendCommand(out, command, commands);
    }
    for (String first : CompletionModel.firstWords(commands)) {
      List<String> seconds = CompletionModel.secondWords(commands, first);
      if (!seconds.isEmpty()) {
        out.append("    \"").append(first).append(" \"*) operands='");
        out.append(String.join(" ", seconds)).append("' ;;\n");
      }
    }
    out.append("    ' ') options='").append(names(Options.GLOBAL)).append("'; operands='");
    out.append(String.join(" ", CompletionModel.firstWords(commands))).append("' ;;\n");
    out.append(
        """
          esac
          if [[ $cur == -* ]]; then
            COMPREPLY=($(compgen -W "$options" -- "$cur"))
          elif [[ -n $choices ]]; then
            COMPREPLY=($(compgen -W "$choices" -- "$cur"))
          elif [[ -n $operands ]]; then
            COMPREPLY=($(compgen -W "$operands" -- "$cur"))
          else
            COMPREPLY=()
          fi
        }
        complete -o default -F _procc procc
        """);
    return out.toString();
  }

  private static void appendCommand(StringBuilder out, Command command, List<Command> commands) {
    boolean two = command.name().indexOf(' ') >= 0;
    out.append("    \"").append(command.name()).append(two ? "\")\n" : " \"*)\n");
    List<Option> options = CompletionModel.options(command);
    out.append("      options='").append(names(options)).append("'\n");
    List<String> operands = CompletionModel.operands(command, commands);
    if (!operands.isEmpty()) {
      out.append("      operands='").append(String.join(" ", operands)).append("'\n");
    }
    out.append("      case $prev in\n");
    for (Option option : options) {
      if (option.takesValue() && !option.choices().isEmpty()) {
        out.append("        ").append(option.name()).append(") choices='");
        out.append(String.join(" ", option.choices())).append("' ;;\n");
      }
    }
    out.append("      esac ;;\n");
  }

  private static String names(List<Option> options) {
    List<String> names = new ArrayList<>();
    for (Option option : options) {
      names.add(option.name());
      if (!option.takesValue()) {
        option.choices().forEach(choice -> names.add(option.name() + "=" + choice));
      }
    }
    return String.join(" ", names);
  }

  private static List<String> valueOptionNames(List<Option> options) {
    List<String> names = new ArrayList<>();
    for (Option option : options) {
      if (option.takesValue()) {
        names.add(option.name());
        if (option.shortName() != null) {
          names.add(option.shortName());
        }
      }
    }
    return names;
  }
}
