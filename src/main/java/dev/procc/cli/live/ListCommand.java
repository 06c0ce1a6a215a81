package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.live.LiveSession;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.live.apply.ProcessLifecycle.ListedProcess;
import dev.procc.live.outcome.ApplyException;
import java.util.ArrayList;
import java.util.List;

/// `procc list`: the processes of the workspace, and whose they are.
public final class ListCommand implements Command {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public String summary() {
    return "list the processes of the workspace";
  }

  @Override
  public CommandGroup group() {
    return CommandGroup.WATCH;
  }

  @Override
  public Options options() {
    return Options.of().formats("text", "json").operands("", 0, 0);
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    try (LiveSession session =
        LiveSession.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      List<Json> rows = new ArrayList<>();
      for (ListedProcess listed : session.lifecycle().list()) {
        String run = listed.run() == null ? null : listed.run().status();
        rows.add(
            Json.object()
                .put("id", listed.id())
                .put("name", listed.name())
                .putNullable("identity", listed.identity().isEmpty() ? null : listed.identity())
                .put("current", listed.current())
                .put("revision", listed.revision() == null ? Json.NULL : Json.of(listed.revision()))
                .putNullable("dueDate", listed.dueDate())
                .putNullable("run", run)
                .build());
        if (!invocation.isJson()) {
          invocation.println(
              listed.id()
                  + "  \""
                  + listed.name()
                  + "\""
                  + ownerText(listed)
                  + (listed.dueDate() == null ? "" : "  due " + listed.dueDate())
                  + (run == null ? "" : "  " + run));
        }
      }
      if (invocation.isJson()) {
        invocation.print(ExitCode.OK, Json.object().put("processes", Json.array(rows)).build());
      } else {
        invocation.println(
            rows.size()
                + (rows.size() == 1 ? " process" : " processes")
                + " on target "
                + session.target());
      }
      return ExitCode.OK;
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }

  private static String ownerText(ListedProcess listed) {
    if (listed.identity().isEmpty()) {
      return "  not in git";
    }
    return "  " + listed.identity() + (listed.current() ? "" : " (former)");
  }
}
