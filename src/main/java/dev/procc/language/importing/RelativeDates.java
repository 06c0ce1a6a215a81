package dev.procc.language.importing;

import dev.procc.base.json.Json;
import dev.procc.language.importing.CountedDate.DateFrame;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The dates of a live process as the simplest expressions that give these dates, and also those of
/// past processes of the same kind. A date for which there is no such expression stays a day.
public final class RelativeDates {
  /// A process with known dates.
  ///
  /// @param name for people, `"Close Q3" (e7b9...)`
  /// @param nodes its groups and tasks by their paths in the present process; missing ones are left
  ///   out
  public record DatedProcess(String name, Process process, Map<String, ProcessNode> nodes) {}

  private final DatedProcess present;
  private final List<DatedProcess> past;
  private final Map<String, String> expressions = new LinkedHashMap<>();
  private final List<String> residue = new ArrayList<>();

  private RelativeDates(DatedProcess present, List<DatedProcess> past) {
    this.present = present;
    this.past = past;
  }

  /// @param present by its own paths
  public static RelativeDates of(DatedProcess present, List<DatedProcess> past) {
    RelativeDates dates = new RelativeDates(present, past);
    dates.express("", Fields.PROCESS_DUE_DATE);
    present
        .nodes()
        .forEach((path, node) -> {
          for (FieldSpec field : node.fields().keySet()) {
            dates.express(path, field);
          }
        });
    return dates;
  }

  /// The expressions by path and field, `entities/us:dueDate`.
  public Map<String, String> expressions() {
    return expressions;
  }

  /// The dates that stay days, and the reasons.
  public List<String> residue() {
    return residue;
  }

  private void express(String path, FieldSpec field) {
    FieldRole role = field.role();
    LocalDate day = day(present, path, field);
    if (day == null || role != FieldRole.DUE_DATE && role != FieldRole.APPROVAL_DUE) {
      return;
    }
    String ref = path + ":" + field.name();
    List<CountedDate> fitting = CountedDate.all(frame(present, path, role), day, !past.isEmpty());
    String against = "";
    boolean seen = past.isEmpty();
    for (DatedProcess earlier : past) {
      if (path.isEmpty() || earlier.nodes().containsKey(path)) {
        seen = true;
        LocalDate expected = day(earlier, path, field);
        DateFrame frame = frame(earlier, path, role);
        fitting.removeIf(rule -> !Objects.equals(rule.day(frame), expected));
        if (fitting.isEmpty() && against.isEmpty()) {
          String other = expected == null ? "no date" : DayText.format(expected);
          against = " and " + other + " in " + earlier.name();
        }
      }
    }
    if (seen && !fitting.isEmpty()) {
      expressions.put(ref, fitting.getFirst().text());
    } else {
      String why = seen ? "no expression makes it" + against : "no past process has it";
      residue.add(ref + " stays " + DayText.format(day) + ": " + why);
    }
  }

  private static DateFrame frame(DatedProcess of, String path, FieldRole role) {
    LocalDate own = role == FieldRole.APPROVAL_DUE ? due(of.nodes().get(path)) : null;
    return new DateFrame(
        ImportedCalendar.ownDays(of.process()),
        ImportedCalendar.schedule(of.process()),
        own,
        role == FieldRole.DUE_DATE ? due(previous(of, path)) : null);
  }

  /// The sibling before a node where one goes after another, as `previous.due` counts; null if
  /// there is none.
  private static @Nullable ProcessNode previous(DatedProcess of, String path) {
    ProcessNode node = of.nodes().get(path);
    int slash = path.lastIndexOf('/');
    String above = slash < 0 ? "" : path.substring(0, slash);
    ProcessNode parent = slash < 0 ? of.process().root() : of.nodes().get(above);
    if (node == null || !(parent instanceof ProcessGroup group) || group.isParallel()) {
      return null;
    }
    ProcessNode before = null;
    for (ProcessNode child : group.children()) {
      if (child == node) {
        return before;
      }
      before = child;
    }
    return null;
  }

  private static @Nullable LocalDate due(@Nullable ProcessNode node) {
    return node == null ? null : day(node.field(FieldRole.DUE_DATE));
  }

  private static @Nullable LocalDate day(DatedProcess of, String path, FieldSpec field) {
    if (path.isEmpty()) {
      return day(of.process().get(field));
    }
    ProcessNode node = of.nodes().get(path);
    return node == null ? null : day(node.field(field.role()));
  }

  private static @Nullable LocalDate day(@Nullable Json value) {
    return value instanceof Json.Str text && text.value().matches("\\d{4}-\\d{2}-\\d{2}")
        ? LocalDate.parse(text.value())
        : null;
  }
}
