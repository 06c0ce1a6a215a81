package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Options;
import dev.procc.live.apply.Generations.Listed;
import dev.procc.live.apply.Halt;
import java.util.ArrayList;
import java.util.List;

/// `procc list`: the processes of the workspace, and whose they are.
final class ListCommand implements Command {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public String summary() {
    return "list the processes of the workspace";
  }

  @Override
  public Group group() {
    return Group.WATCH;
  }

  @Override
  public Options options() {
    return Options.of().formats("text", "json").operands("", 0, 0);
  }

  @Override
  public int run(Call call) throws Failure {
    try (LiveSession session = LiveSession.open(call)) {
      List<Json> rows = new ArrayList<>();
      for (Listed one : session.generations().list()) {
        String run = one.run() == null ? null : one.run().status();
        rows.add(
            Json.object()
                .put("id", one.id())
                .put("name", one.name())
                .putNullable("identity", one.identity().isEmpty() ? null : one.identity())
                .put("current", one.current())
                .put("revision", one.revision() == null ? Json.NULL : Json.of(one.revision()))
                .putNullable("dueDate", one.dueDate())
                .putNullable("run", run)
                .build());
        if (!call.json()) {
          call.println(
              one.id()
                  + "  \""
                  + one.name()
                  + "\""
                  + whose(one)
                  + (one.dueDate() == null ? "" : "  due " + one.dueDate())
                  + (run == null ? "" : "  " + run));
        }
      }
      if (call.json()) {
        call.print(Exit.OK, Json.object().put("processes", Json.array(rows)).build());
      } else {
        call.println(
            rows.size()
                + (rows.size() == 1 ? " process" : " processes")
                + " on target "
                + session.target());
      }
      return Exit.OK;
    } catch (Halt halt) {
      throw LiveSession.failure(halt);
    }
  }

  private static String whose(Listed one) {
    if (one.identity().isEmpty()) {
      return "  not in git";
    }
    return "  " + one.identity() + (one.current() ? "" : " (former)");
  }
}
