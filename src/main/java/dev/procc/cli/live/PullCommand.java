package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.pull.PreparedPull;
import dev.procc.app.pull.PullRequest;
import dev.procc.app.pull.PullRequest.SharedPlace;
import dev.procc.app.pull.PullService;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.view.live.PullText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `procc pull`: writes edits made in Workiva into the definitions.
public final class PullCommand extends Command {
  public PullCommand() {
    super(CommandGroup.WRITE, "pull", "write edits made in Workiva into the definitions");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.choice(
                "--where",
                List.of("template", "use", "period"),
                "where to write an edit whose line sets other values too"),
            Option.flag("--dry-run", "show what would change, write nothing"),
            Option.flag("--yes", "do not ask"),
            ProjectArguments.AS_OF,
            ProjectArguments.VAR,
            ProjectArguments.VAR_FILE)
        .formats("text", "json")
        .operands("KEY|ADDRESS...", 0, Integer.MAX_VALUE)
        .completes(ValueKind.ADDRESS);
  }

  @Override
  public String details() {
    return """
    The edits are those that procc drift shows. Each goes to the text that makes the value: the
    node, a template or a default if every use agrees, a cell, a variable, the target, a one-off
    change. Nothing else in the files moves. A value behind a variable stays behind it; a date stays
    the expression that it was, moved by business days, where that falls on the same day.

    Before a file is written the definitions are compiled and planned in memory: the plan has
    nothing left of what is pulled, and nothing new. An edit that cannot be written so is left
    alone and named (exit 4). Where its line sets other values too they are named, and --where
    decides: template changes them too, use changes what this use puts in, period writes a one-off
    change. Edits that are known (drift of procc.yaml, procc keep) stay in Workiva alone.

    Nothing is written to Workiva.

    Examples:
      procc pull --dry-run
      procc pull close@2024-Q4 --yes
      procc pull close@2024-Q4/entities/us:dueDate --where period --yes
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    PullService service =
        PullService.open(ProjectArguments.request(invocation, List.of()), invocation::note);
    if (service.compilation().hasErrors()) {
      return FindingsPrinter.printErrors(invocation, service.compilation().findings());
    }
    PreparedPull prepared =
        service.prepare(
            new PullRequest(invocation.operands(), where(invocation.args().value("--where"))));
    boolean dry = invocation.args().has("--dry-run");
    boolean writes = !dry && !prepared.files().isEmpty();
    if (writes) {
      confirm(invocation, prepared);
      service.write(prepared);
    }
    int exit = prepared.report().refused().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    if (invocation.isJson()) {
      invocation.print(exit, PullText.json(prepared.report(), writes));
    } else {
      invocation.print(
          PullText.render(prepared.report(), dry, invocation.sameProject(), invocation.columns()));
    }
    return exit;
  }

  private static @Nullable SharedPlace where(@Nullable String word) {
    return word == null ? null : SharedPlace.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static void confirm(Invocation invocation, PreparedPull prepared)
      throws Failure, IOException {
    if (invocation.args().has("--yes")) {
      return;
    }
    boolean person =
        !invocation.isJson()
            && invocation.env().errIsTerminal()
            && invocation.env().outIsTerminal();
    Confirmation confirmation =
        Confirmation.of(invocation, person, "the files", "look with --dry-run, then add --yes");
    invocation.printNow(
        PullText.render(prepared.report(), true, invocation.sameProject(), invocation.columns()));
    confirmation.requireTyped("Type yes to pull: ", "yes", "nothing was written");
  }
}
