package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.live.apply.ApplyResult;
import dev.procc.live.apply.Generations.Leave;
import dev.procc.live.apply.Halt;
import dev.procc.live.apply.ProcessResult;
import java.io.IOException;
import java.util.List;

/// `procc trash`, `procc restore` and `procc rollback`: into the bin, out of it, and back to the
/// generation before.
final class BinCommand implements Command {
  private final Verb verb;

  private BinCommand(Verb verb) {
    this.verb = verb;
  }

  static BinCommand trash() {
    return new BinCommand(Verb.TRASH);
  }

  static BinCommand restore() {
    return new BinCommand(Verb.RESTORE);
  }

  static BinCommand rollback() {
    return new BinCommand(Verb.ROLLBACK);
  }

  private enum Verb {
    TRASH(
        "trash", "put a process into the bin", "is put into the bin; procc restore brings it back"),
    RESTORE("restore", "take a process out of the bin", "is taken out of the bin"),
    ROLLBACK(
        "rollback",
        "bring back the process that was replaced",
        "is put into the bin, and the one it replaced comes back");

    private final String word;
    private final String summary;
    private final String effect;

    Verb(String word, String summary, String effect) {
      this.word = word;
      this.summary = summary;
      this.effect = effect;
    }
  }

  @Override
  public String name() {
    return verb.word;
  }

  @Override
  public String summary() {
    return verb.summary;
  }

  @Override
  public Group group() {
    return Group.WATCH;
  }

  @Override
  public Options options() {
    Option yes = Option.flag("--yes", "do not ask");
    Options options =
        verb == Verb.RESTORE
            ? Options.of(yes)
            : Options.of(
                yes,
                Option.flag("--destroy-evidence", "although it has a finished run"),
                Option.flag("--unprotect", "although it is protected"),
                Option.flag("--changed", "although it was edited in Workiva since the last apply"));
    return options.formats("text", "json").operands("KEY", 1, 1);
  }

  @Override
  public int run(Call call) throws Failure, IOException {
    try (LiveSession session = LiveSession.open(call)) {
      String identity = session.identity();
      if (!call.args().has("--yes")) {
        confirm(call, identity, session.target());
      }
      Leave leave =
          new Leave(
              call.args().has("--destroy-evidence"),
              call.args().has("--unprotect"),
              call.args().has("--changed"));
      ProcessResult result =
          switch (verb) {
            case TRASH -> session.generations().trash(identity, leave);
            case RESTORE -> session.generations().restore(identity);
            case ROLLBACK -> session.generations().rollback(identity, leave);
          };
      ApplyResult all = new ApplyResult(List.of(result), "", "");
      if (call.json()) {
        call.print(all.exit(), all.toJson().without("formatVersion"));
      } else {
        call.print(ApplyShowing.text(all));
      }
      return all.exit();
    } catch (Halt halt) {
      throw LiveSession.failure(halt);
    }
  }

  private void confirm(Call call, String identity, String target) throws Failure, IOException {
    String effect = "that " + identity + " " + verb.effect;
    Confirmation.of(call, call.env().errTerminal(), effect, "add --yes")
        .typed(
            identity + " on target " + target + " " + verb.effect + ". Type " + identity + ": ",
            identity,
            "nothing was changed");
  }
}
