package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.apply.WorkspaceProcesses.ListedProcess;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// The processes of a workspace with their definitions, as text and JSON.
public final class ProcessListText {
  private ProcessListText() {}

  public static SafeText render(List<ListedProcess> processes, String target) {
    TextPage out = new TextPage();
    for (ListedProcess listed : processes) {
      out.append(listed.summary().id()).append("  \"").append(listed.summary().name()).append('"');
      out.append(ownerText(listed));
      out.append(listed.summary().dueDate() == null ? "" : "  due " + listed.summary().dueDate());
      out.append(listed.summary().run() == null ? "" : "  " + listed.summary().run().status())
          .append('\n');
    }
    out.append(Plural.of(processes.size(), "process")).append(" on target ").append(target);
    return out.append('\n').toText();
  }

  private static String ownerText(ListedProcess listed) {
    if (listed.identity().isEmpty()) {
      return "  no definition";
    }
    return "  " + listed.identity() + (listed.current() ? "" : " (former)");
  }

  public static Json.Obj json(List<ListedProcess> processes) {
    List<Json> rows = new ArrayList<>();
    for (ListedProcess listed : processes) {
      rows.add(
          Json.object()
              .put("id", listed.summary().id())
              .put("name", listed.summary().name())
              .putNullable("identity", listed.identity().isEmpty() ? null : listed.identity())
              .put("current", listed.current())
              .put(
                  "revision",
                  listed.summary().revision() == null
                      ? Json.NULL
                      : Json.of(listed.summary().revision()))
              .putNullable("dueDate", listed.summary().dueDate())
              .putNullable(
                  "run", listed.summary().run() == null ? null : listed.summary().run().status())
              .build());
    }
    return Json.object().put("processes", Json.array(rows)).build();
  }
}
