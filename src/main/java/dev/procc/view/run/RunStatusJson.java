package dev.procc.view.run;

import dev.procc.base.json.Json;
import dev.procc.live.apply.RunStatus;
import dev.procc.live.apply.RunStatus.NodeStatus;
import dev.procc.model.catalog.FieldRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The status of a run as JSON.
public final class RunStatusJson {
  private RunStatusJson() {}

  /// The state of the run, and the names of those who have to act.
  ///
  /// @param people names by participant id
  public static Json.Obj of(RunStatus status, Map<String, String> people, RunCalendars calendars) {
    RunDays days = new RunDays(status, calendars);
    Json.Builder counts = Json.object();
    status
        .counts()
        .forEach((state, count) -> counts.put(state.name().toLowerCase(Locale.ROOT), count));
    return Json.object()
        .put("key", status.identity())
        .put("name", status.run().name())
        .put("run", status.run().id())
        .put("status", status.run().status())
        .putNullable("started", status.run().started().orElse(null))
        .putNullable("startDay", status.run().startDay().map(LocalDate::toString).orElse(null))
        .putNullable("endDay", status.run().endDay().map(LocalDate::toString).orElse(null))
        .putNullable("dueDate", status.run().dueDate().map(LocalDate::toString).orElse(null))
        .put("businessDaysLeft", number(days.left()))
        .put("asOf", status.asOf().toString())
        .put("counts", counts.build())
        .putNullable("mostUrgent", status.mostUrgent().map(NodeStatus::label).orElse(null))
        .put("nodes", Json.array(status.nodes().stream().map(node -> node(node, days)).toList()))
        .put("people", names(status, people))
        .build();
  }

  private static Json.Obj node(NodeStatus node, RunDays days) {
    return Json.object()
        .put("address", node.place().address())
        .put("type", node.isGroup() ? "group" : "job")
        .put("title", node.place().title())
        .put("state", node.state().name().toLowerCase(Locale.ROOT))
        .put("actionStatus", node.ref().actionStatus())
        .put("id", node.ref().id())
        .putNullable("person", emptyToNull(node.actor().person()))
        .put("turn", node.actor().turn().word())
        .putNullable(FieldRole.APPROVER.fieldName(), emptyToNull(node.actor().approver()))
        .putNullable(
            FieldRole.APPROVAL_DUE.fieldName(),
            node.actor().approvalDue().map(LocalDate::toString).orElse(null))
        .putNullable("dueDate", node.due().date().map(LocalDate::toString).orElse(null))
        .put("late", node.late())
        .put("businessDaysLate", number(days.late(node)))
        .put("cannotBeOnTime", node.cannotBeOnTime())
        .putNullable("waitsFor", emptyToNull(node.order().waitsFor()))
        .put("holdsUp", node.order().holdsUp())
        .putNullable("modified", node.ref().change().day().map(LocalDate::toString).orElse(null))
        .putNullable("modifiedBy", emptyToNull(node.ref().change().by()))
        .putNullable("permalink", emptyToNull(node.ref().permalink()))
        .build();
  }

  private static Json.Obj names(RunStatus status, Map<String, String> people) {
    Json.Builder names = Json.object();
    for (NodeStatus node : status.nodes()) {
      for (String id :
          List.of(node.actor().person(), node.actor().approver(), node.ref().change().by())) {
        String name = people.get(id);
        if (name != null) {
          names.put(id, name);
        }
      }
    }
    return names.build();
  }

  private static Json number(@Nullable Integer value) {
    return value == null ? Json.NULL : Json.of(value);
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
