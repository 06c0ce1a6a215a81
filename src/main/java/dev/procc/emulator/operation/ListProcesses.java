package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// GET /processes: a page of summaries, and the link to the next where there is one.
final class ListProcesses implements Operation {
  private static final int MOST = 1000;
  private final Processes processes;

  ListProcesses(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Reply answer(Call call) {
    World world = processes.world();
    Cursor cursor = call.query("$next").filter(s -> !s.isEmpty()).map(Cursor::read).orElse(null);
    String filter = cursor == null ? call.query("$filter").orElse("") : cursor.filter();
    String orderBy = cursor == null ? call.query("$orderBy").orElse("") : cursor.orderBy();
    int size =
        call.query("$maxpagesize")
            .map(ListProcesses::size)
            .orElse(cursor == null ? MOST : cursor.size());
    Order order = Order.of(orderBy);
    Filter wanted = Filter.of(filter, world.is("filter-case", "ignore"));
    List<Json> page = new ArrayList<>();
    Json.Obj last = Json.Obj.EMPTY;
    for (Json.Obj row : order.sorted(rows(world))) {
      Json.Obj summary = row;
      boolean after = cursor == null || order.after(summary, cursor.position());
      if (after && wanted.holds(summary)) {
        if (page.size() == size) {
          Cursor next = new Cursor(filter, orderBy, size, Order.position(order, last));
          return Reply.ok(body(page, link(call, next)));
        }
        page.add(summary);
        last = summary;
      }
    }
    return Reply.ok(body(page, ""));
  }

  private List<Json.Obj> rows(World world) {
    boolean trash = world.is("trashed-list", "shown");
    boolean truth = world.is("list-quirks", "true-values");
    List<Json.Obj> summaries = new ArrayList<>();
    for (Json.Obj row : world.store().all(Kind.PROCESS)) {
      if (trash || !row.flag("trashed", false)) {
        summaries.add(summary(row, truth));
      }
    }
    return summaries;
  }

  private Json.Obj summary(Json.Obj row, boolean truth) {
    Json.Obj process = Processes.process(row);
    List<Json.Obj> runs = processes.runs(row);
    Json.Builder out =
        Json.object()
            .put("id", process.get("id"))
            .put("name", process.get("name"))
            .put("autoClose", process.flag("autoClose", false))
            .put("certAutoApprove", process.flag("certAutoApprove", false))
            .put("relativeDates", truth && process.flag("relativeDates", false));
    for (String name : List.of("dueDate", "processTemplate", "sourceProcessRun")) {
      out.putNullable(name, process.text(name).orElse(null));
    }
    out.put("revision", process.get("revision"));
    out.put("created", process.get("created")).put("modified", process.get("modified"));
    if (!runs.isEmpty()) {
      out.put("run", RunView.summary(processes.world(), runs.getLast(), truth));
    }
    return out.build();
  }

  private static int size(String text) {
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw Refusal.invalid("'" + text + "' is not a page size from 1 to " + MOST, "$maxpagesize");
    }
    return Integer.parseInt(text);
  }

  private String link(Call call, Cursor next) {
    String query =
        "/processes?$maxpagesize="
            + next.size()
            + "&$next="
            + URLEncoder.encode(next.write(), StandardCharsets.UTF_8);
    return processes.world().is("next-link", "absolute") ? call.origin() + query : query;
  }

  private static Json body(List<Json> page, String link) {
    return Json.object()
        .put("@nextLink", link.isEmpty() ? null : link)
        .put("data", Json.array(page))
        .build();
  }
}
