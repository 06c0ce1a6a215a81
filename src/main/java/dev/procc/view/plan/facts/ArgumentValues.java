package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.CreateOutline;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.text.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The people and the days in the arguments of certifications, which Workiva does not document: all
/// that is known of each is the member that has it.
public final class ArgumentValues {
  private ArgumentValues() {}

  /// The people and days by member, `signer` or `phases.1.due`, in their order.
  public static Map<String, Json> of(@Nullable Json arguments) {
    Map<String, Json> values = new LinkedHashMap<>();
    add("", arguments, values);
    return values;
  }

  private static void add(String member, @Nullable Json value, Map<String, Json> values) {
    String start = member.isEmpty() ? "" : member + ".";
    if (value instanceof Json.Obj object && object.text("id").isPresent()) {
      values.put(member, value);
    } else if (value instanceof Json.Obj object) {
      object
          .members()
          .forEach((name, each) -> add(start + TerminalText.sanitize(name), each, values));
    } else if (value instanceof Json.Arr array) {
      int number = 0;
      for (Json each : array.items()) {
        add(start + ++number, each, values);
      }
    } else if (PlanLabels.parseDate(value) != null) {
      values.put(member, value);
    }
  }

  /// The people and days of a node; none if it is no certification.
  public static Map<String, Json> ofNode(@Nullable Json node) {
    boolean raw =
        node instanceof Json.Obj envelope
            && BodyNodes.text(envelope.obj("job").orElse(Json.Obj.EMPTY), FieldRole.ACTION)
                .equals(ActionKind.CERTIFICATION.name());
    return raw ? of(PlanLabels.arguments(node)) : Map.of();
  }

  /// `signer Ruth Adler, due Fri 2026-10-02`; empty if there is neither.
  public static String text(@Nullable Json node, PlanLabels labels) {
    List<String> parts = new ArrayList<>();
    ofNode(node)
        .forEach((member, value) ->
            parts.add(
                member
                    + " "
                    + (value instanceof Json.Str day
                        ? PlanLabels.dayText(day.value())
                        : labels.valueText(member, value))));
    return String.join(", ", parts);
  }

  /// `; 1 more in arguments of certifications`, of changes among which days move there; empty if
  /// none does.
  public static String moveNote(List<FieldChange> changes) {
    int moved = 0;
    for (FieldChange change : changes) {
      if (FieldRole.of(change.field()) == FieldRole.ARGUMENTS) {
        Map<String, Json> before = of(change.before());
        for (Map.Entry<String, Json> each : of(change.after()).entrySet()) {
          boolean days =
              each.getValue() instanceof Json.Str
                  && before.get(each.getKey()) instanceof Json.Str was
                  && !was.equals(each.getValue());
          moved += days ? 1 : 0;
        }
      }
    }
    return moved == 0 ? "" : "; " + moved + " more in arguments of certifications";
  }

  /// The days in the arguments of a process that is created, ISO.
  public static List<String> createdDays(ProcessPlan process) {
    List<String> days = new ArrayList<>();
    for (PlanOperation operation : process.operations()) {
      if (process.creates()
          && operation.kind() == OperationKind.CREATE
          && operation.body() instanceof Json.Obj body) {
        for (CreateOutline.OutlineLine line : CreateOutline.of(body)) {
          for (Json value : ofNode(line.json()).values()) {
            if (value instanceof Json.Str day) {
              days.add(day.value());
            }
          }
        }
      }
    }
    return days;
  }
}
