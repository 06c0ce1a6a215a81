package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.base.finding.Spelling;
import dev.procc.cli.completion.CompletionScripts;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ValueKind;

/// `procc completion SHELL`.
final class CompletionCommand extends Command {
  CompletionCommand() {
    super(CommandGroup.TOOLS, "completion", "print a completion script for a shell");
  }

  @Override
  public Options options() {
    return Options.of().operands("bash|zsh|fish", 1, 1).completes(ValueKind.SHELL);
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
    String script = CompletionScripts.find(shell);
    if (script == null) {
      throw Failure.usage(
          "no completion for \"" + shell + "\"",
          Spelling.hint(shell, CompletionScripts.SHELLS).orElse(null));
    }
    invocation.printFile(script);
    return ExitCode.OK;
  }
}
