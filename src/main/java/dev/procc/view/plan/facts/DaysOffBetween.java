package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The closed days between the old and the new date of a move, which explain why Friday to Tuesday
/// is one business day.
public final class DaysOffBetween {
  private DaysOffBetween() {}

  /// `Mon 2025-01-20 is a day off (Martin Luther King Day)`; empty if there are none.
  public static String text(ProcessPlan process, FieldChange change) {
    List<String> days = new ArrayList<>();
    for (String day : change.value().daysOff()) {
      String name = name(process, change, day);
      days.add(PlanLabels.dayText(day) + (name == null ? "" : " (" + name + ")"));
    }
    return days.isEmpty()
        ? ""
        : String.join(", ", days) + (days.size() == 1 ? " is a day off" : " are days off");
  }

  /// The name of a day in the steps to the new date; null if it is not named there.
  private static @Nullable String name(ProcessPlan process, FieldChange change, String day) {
    for (DefinitionDate date : process.definition().dates()) {
      if (date.address().equals(change.address()) && date.field().equals(change.field())) {
        Json steps = date.derivationSteps();
        return steps == null ? null : find(steps, day);
      }
    }
    return null;
  }

  private static @Nullable String find(Json json, String day) {
    if (json instanceof Json.Obj line && line.text("date").orElse("").equals(day)) {
      String off = line.text("off").orElse(null);
      if (off != null) {
        return off;
      }
    }
    List<Json> inner =
        switch (json) {
          case Json.Arr a -> a.items();
          case Json.Obj o -> List.copyOf(o.members().values());
          default -> List.of();
        };
    for (Json each : inner) {
      String found = find(each, day);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
