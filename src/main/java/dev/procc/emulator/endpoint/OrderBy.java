package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// `$orderBy`: `name`, `dueDate` or `run.created.dateTime`, ascending or descending. Items without
/// the value come last; equal items are ordered by id.
final class OrderBy {
  private static final String DEFAULT = "run.created.dateTime desc";
  private static final List<String> FIELDS = List.of("name", "dueDate", "run.created.dateTime");
  private final String field;
  private final boolean descending;

  private OrderBy(String field, boolean descending) {
    this.field = field;
    this.descending = descending;
  }

  static OrderBy of(String expression) {
    String[] words = (expression.isBlank() ? DEFAULT : expression.strip()).split("\\s+", -1);
    boolean direction = words.length == 1 || words[1].equals("asc") || words[1].equals("desc");
    if (words.length > 2 || !direction || !FIELDS.contains(words[0])) {
      throw ErrorReply.invalid(
          "InvalidOrder", "Ordering by '" + expression + "' is not supported", "$orderBy");
    }
    return new OrderBy(words[0], words.length == 2 && words[1].equals("desc"));
  }

  List<Json.Obj> sorted(List<Json.Obj> summaries) {
    List<Json.Obj> sorted = new ArrayList<>(summaries);
    sorted.sort(Comparator.comparing(this::position, this::compare));
    return sorted;
  }

  /// Whether an item comes after a position.
  boolean isAfter(Json.Obj summary, String position) {
    return compare(position(summary), position) > 0;
  }

  /// The position of an item: its value, a line end, its id; an absent value is the empty text.
  String position(Json.Obj summary) {
    Json value = summary;
    for (String name : field.split("\\.", -1)) {
      value = value instanceof Json.Obj object ? object.get(name) : null;
    }
    String text = value instanceof Json.Str s ? s.value() : "";
    return text + "\n" + ProcessRows.id(summary);
  }

  private int compare(String left, String right) {
    String a = keyValue(left);
    String b = keyValue(right);
    if (a.isEmpty() != b.isEmpty()) {
      return a.isEmpty() ? 1 : -1;
    }
    int byValue = descending ? b.compareTo(a) : a.compareTo(b);
    return byValue != 0
        ? byValue
        : left.substring(a.length()).compareTo(right.substring(b.length()));
  }

  private static String keyValue(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('\n')));
  }
}
