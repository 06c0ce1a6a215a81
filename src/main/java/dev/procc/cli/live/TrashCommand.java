package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.live.LiveSession;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.cli.plan.ApplyCommand;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.recover.TrashRules.TrashOverride;
import dev.procc.view.live.ApplyText;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `procc trash`, `procc restore` and `procc rollback`: moves a process to the bin, takes it out
/// again, or goes back to the former process.
public final class TrashCommand extends Command {
  private final TrashVerb verb;

  private TrashCommand(TrashVerb verb) {
    super(CommandGroup.WATCH, verb.word, verb.summary);
    this.verb = verb;
  }

  public static TrashCommand trash() {
    return new TrashCommand(TrashVerb.TRASH);
  }

  public static TrashCommand restore() {
    return new TrashCommand(TrashVerb.RESTORE);
  }

  public static TrashCommand rollback() {
    return new TrashCommand(TrashVerb.ROLLBACK);
  }

  private enum TrashVerb {
    TRASH(
        "trash",
        "put a process into the bin",
        "is put into the bin; procc restore brings it back",
        """
        The live process goes to Workiva's bin, where it can be restored. While its definition is
        there, the next plan creates it anew: take the definition out as well.
        """),
    RESTORE(
        "restore",
        "take a process out of the bin",
        "is taken out of the bin",
        """
        The process that procc put there is live again, as it was. procc plan shows how it differs
        from its definition.
        """),
    ROLLBACK(
        "rollback",
        "bring back the process that the last apply replaced",
        "is put into the bin, and the one it replaced comes back",
        """
        A replacement leaves the former process in the bin: it is restored, and the one that took its
        place goes there. The definition stays as it is, so revert it too: else the next plan
        replaces the process again.
        """);

    private final String word;
    private final String summary;
    private final String effect;
    private final String details;

    TrashVerb(String word, String summary, String effect, String details) {
      this.word = word;
      this.summary = summary;
      this.effect = effect;
      this.details = details;
    }
  }

  @Override
  public Options options() {
    Option yes = Option.flag("--yes", "do not ask");
    Option frozen = Option.flag("--during-freeze", "go on although the target is frozen");
    Options options =
        verb == TrashVerb.RESTORE
            ? Options.of(yes, frozen, ProjectArguments.REASON)
            : Options.of(
                yes,
                frozen,
                ProjectArguments.REASON,
                Option.flag("--destroy-evidence", "go on although it has a finished run"),
                Option.flag("--unprotect", "go on although it is protected"),
                Option.flag("--changed", "go on although it was edited in Workiva"));
    return options.formats("text", "json").operands("KEY", 1, 1).completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    String example = "  procc " + verb.word + " close@2024-Q4\n";
    return verb.details + "It asks first, or takes --yes.\n\nExamples:\n" + example;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    try (LiveSession session =
        LiveSession.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      String identity = session.resolveIdentity(invocation.firstOperand());
      if (!invocation.args().has("--yes")) {
        confirm(invocation, identity, session.target());
      }
      Set<TrashOverride> overrides = overrides(invocation);
      ProcessResult result =
          switch (verb) {
            case TRASH -> session.lifecycle(identity).trash(identity, overrides);
            case RESTORE -> session.lifecycle(identity).restore(identity, overrides);
            case ROLLBACK -> session.lifecycle(identity).rollback(identity, overrides);
          };
      ApplyResult all = new ApplyResult(List.of(result), "", "");
      if (invocation.isJson()) {
        ApplyCommand.printJson(invocation, all);
      } else {
        invocation.print(ApplyText.render(all));
      }
      return ExitCode.of(all.verdict());
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }

  private static Set<TrashOverride> overrides(Invocation invocation) {
    Set<TrashOverride> overrides = EnumSet.noneOf(TrashOverride.class);
    for (TrashOverride override : TrashOverride.values()) {
      if (invocation.args().has(override.flag())) {
        overrides.add(override);
      }
    }
    return overrides;
  }

  private void confirm(Invocation invocation, String identity, String target)
      throws Failure, IOException {
    String effect = "that " + identity + " " + verb.effect;
    Confirmation.of(invocation, invocation.env().errIsTerminal(), effect, "add --yes")
        .requireTyped(
            identity + " on target " + target + " " + verb.effect + ". Type " + identity + ": ",
            identity,
            "nothing was changed");
  }
}
