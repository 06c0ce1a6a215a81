package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.base.finding.Spelling;
import dev.procc.cli.completion.BashCompletion;
import dev.procc.cli.completion.FishCompletion;
import dev.procc.cli.completion.ZshCompletion;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
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
  public CommandGroup group() {
    return CommandGroup.TOOLS;
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
  public int run(Invocation invocation) throws Failure {
    String shell = invocation.operands().getFirst();
    switch (shell) {
      case "bash" -> invocation.print(BashCompletion.script(Commands.all()));
      case "zsh" -> invocation.print(ZshCompletion.script(Commands.all()));
      case "fish" -> invocation.print(FishCompletion.script(Commands.all()));
      default ->
          throw Failure.usage(
              "no completion for \"" + shell + "\"", Spelling.hint(shell, SHELLS).orElse(null));
    }
    return ExitCode.OK;
  }
}
