package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// GET /processes: a page of summaries, with a link to the next page if there is one.
final class ListProcesses implements Endpoint {
  private final ProcessRows processes;

  ListProcesses(ProcessRows processes) {
    this.processes = processes;
  }

  @Override
  public Reply handle(ServerRequest request) {
    EmulatorState state = processes.state();
    PageCursor cursor =
        request.query("$next").filter(s -> !s.isEmpty()).map(PageCursor::decode).orElse(null);
    String filter = cursor == null ? request.query("$filter").orElse("") : cursor.filter();
    String orderBy = cursor == null ? request.query("$orderBy").orElse("") : cursor.orderBy();
    int size =
        request
            .query("$maxpagesize")
            .map(ListProcesses::size)
            .orElse(cursor == null ? PageCursor.MAX_SIZE : cursor.size());
    OrderBy order = OrderBy.of(orderBy);
    NameFilter nameFilter = NameFilter.of(filter, state.assumes("filter-case", "ignore"));
    List<Json> page = new ArrayList<>();
    Json.Obj last = Json.Obj.EMPTY;
    for (Json.Obj summary : order.sorted(summaries(state))) {
      boolean after = cursor == null || order.isAfter(summary, cursor.position());
      if (after && nameFilter.matches(summary)) {
        if (page.size() == size) {
          PageCursor next = new PageCursor(filter, orderBy, size, order.position(last));
          return Reply.ok(body(page, nextLink(request, next)));
        }
        page.add(summary);
        last = summary;
      }
    }
    return Reply.ok(body(page, ""));
  }

  private List<Json.Obj> summaries(EmulatorState state) {
    boolean includesTrashed = state.assumes("trashed-list", "shown");
    boolean trueValues = state.assumes("list-quirks", "true-values");
    List<Json.Obj> summaries = new ArrayList<>();
    for (Json.Obj row : state.store().all(RowKind.PROCESS)) {
      if (includesTrashed || !row.flag("trashed", false)) {
        summaries.add(summary(row, trueValues));
      }
    }
    return summaries;
  }

  private Json.Obj summary(Json.Obj row, boolean trueValues) {
    Json.Obj process = ProcessRows.process(row);
    List<Json.Obj> runs = processes.runs(row);
    Json.Builder out =
        Json.object()
            .put("id", process.get("id"))
            .put("name", process.get("name"))
            .put("autoClose", process.flag("autoClose", false))
            .put("certAutoApprove", process.flag("certAutoApprove", false))
            .put("relativeDates", trueValues && process.flag("relativeDates", false));
    for (String name : List.of("dueDate", "processTemplate", "sourceProcessRun")) {
      out.putNullable(name, process.text(name).orElse(null));
    }
    out.put("revision", process.get("revision"));
    out.put("created", process.get("created")).put("modified", process.get("modified"));
    if (!runs.isEmpty()) {
      out.put("run", RunView.summary(processes.state(), runs.getLast(), trueValues));
    }
    return out.build();
  }

  private static int size(String text) {
    if (!text.matches("\\d{1,6}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > PageCursor.MAX_SIZE) {
      throw ErrorReply.invalid(
          "'" + text + "' is not a page size from 1 to " + PageCursor.MAX_SIZE, "$maxpagesize");
    }
    return Integer.parseInt(text);
  }

  private String nextLink(ServerRequest request, PageCursor next) {
    String query =
        "/processes?$maxpagesize="
            + next.size()
            + "&$next="
            + URLEncoder.encode(next.encode(), StandardCharsets.UTF_8);
    return processes.state().assumes("next-link", "absolute") ? request.origin() + query : query;
  }

  private static Json body(List<Json> page, String link) {
    return Json.object()
        .put("@nextLink", link.isEmpty() ? null : link)
        .put("data", Json.array(page))
        .build();
  }
}
