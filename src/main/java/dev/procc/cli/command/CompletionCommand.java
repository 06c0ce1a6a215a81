package dev.procc.cli.command;

import dev.procc.base.diagnostic.Spelling;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Options;
import java.util.List;

/// `procc completion SHELL`.
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "print a completion script for a shell";
  }

  @Override
  public Group group() {
    return Group.TOOLS;
  }

  @Override
  public Options options() {
    return Options.of().operands("bash|zsh|fish", 1, 1);
  }

  @Override
  public String details() {
    return """
    Examples:
      source <(procc completion bash)
      procc completion zsh > "${fpath[1]}/_procc"
      procc completion fish > ~/.config/fish/completions/procc.fish
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    String shell = call.operands().getFirst();
    switch (shell) {
      case "bash" -> call.print(BashCompletion.script(Commands.all()));
      case "zsh" -> call.print(ZshCompletion.script(Commands.all()));
      case "fish" -> call.print(FishCompletion.script(Commands.all()));
      default ->
          throw Failure.usage(
              "no completion for \"" + shell + "\"", Spelling.hint(shell, SHELLS).orElse(null));
    }
    return Exit.OK;
  }
}
