package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.apply.ApplyResult;
import dev.procc.live.apply.Halt;
import java.util.List;

/// `procc adopt`: ties a key to a process that is there already.
final class AdoptCommand implements Command {
  @Override
  public String name() {
    return "adopt";
  }

  @Override
  public String summary() {
    return "make a live process the one of a definition";
  }

  @Override
  public Group group() {
    return Group.LIVE;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.flag(
                "--instead", "take it although the key has a live one, which goes into the bin"),
            Definitions.AS_OF)
        .formats("text", "json")
        .operands("KEY ID", 2, 2);
  }

  @Override
  public String details() {
    return """
    Nothing is written to Workiva: the ledger notes the id, and which live node is which node of the
    definition. Where the two differ the next plan says so. With --instead the process the key has
    goes into the bin.

    Example:
      procc adopt close@2024-Q4 e7b9920095e342889190b4d7eaeca6fa
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    try (LiveSession session = LiveSession.open(call)) {
      String identity = session.identity();
      CompiledProcess compiled = session.compiled(identity);
      if (compiled == null) {
        throw Failure.error(
            "\"" + identity + "\" has no definition that compiles", "see procc lint");
      }
      var adopted =
          session
              .generations()
              .adopt(Wishes.of(compiled), call.operands().getLast(), call.args().has("--instead"));
      ApplyResult all = new ApplyResult(List.of(adopted), "", "");
      if (call.json()) {
        call.print(all.exit(), all.toJson().without("formatVersion"));
      } else {
        call.println(adopted.message());
        call.println(adopted.help());
      }
      return all.exit();
    } catch (Halt halt) {
      throw LiveSession.failure(halt);
    }
  }
}
