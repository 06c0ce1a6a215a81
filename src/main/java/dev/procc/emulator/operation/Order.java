package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// `$orderBy`: `name`, `dueDate` or `run.created.dateTime`, each up or down; items without the
/// value come last, equals by their id.
final class Order {
  private static final String STANDARD = "run.created.dateTime desc";
  private static final List<String> FIELDS = List.of("name", "dueDate", "run.created.dateTime");
  private final String field;
  private final boolean down;

  private Order(String field, boolean down) {
    this.field = field;
    this.down = down;
  }

  static Order of(String expression) {
    String[] words = (expression.isBlank() ? STANDARD : expression.strip()).split("\\s+", -1);
    boolean direction = words.length == 1 || words[1].equals("asc") || words[1].equals("desc");
    if (words.length > 2 || !direction || !FIELDS.contains(words[0])) {
      throw Refusal.invalid(
          "InvalidOrder", "Ordering by '" + expression + "' is not supported", "$orderBy");
    }
    return new Order(words[0], words.length == 2 && words[1].equals("desc"));
  }

  List<Json.Obj> sorted(List<Json.Obj> summaries) {
    List<Json.Obj> sorted = new ArrayList<>(summaries);
    sorted.sort(Comparator.comparing(this::key, this::compare));
    return sorted;
  }

  /// Whether an item comes behind a position.
  boolean after(Json.Obj summary, String position) {
    return compare(key(summary), position) > 0;
  }

  static String position(Order order, Json.Obj summary) {
    return order.key(summary);
  }

  /// The value, a line end, the id; a value that is missing is the empty text.
  private String key(Json.Obj summary) {
    Json value = summary;
    for (String name : field.split("\\.", -1)) {
      value = value instanceof Json.Obj object ? object.get(name) : null;
    }
    String text = value instanceof Json.Str s ? s.value() : "";
    return text + "\n" + Processes.id(summary);
  }

  private int compare(String left, String right) {
    String a = value(left);
    String b = value(right);
    if (a.isEmpty() != b.isEmpty()) {
      return a.isEmpty() ? 1 : -1;
    }
    int byValue = down ? b.compareTo(a) : a.compareTo(b);
    return byValue != 0
        ? byValue
        : left.substring(a.length()).compareTo(right.substring(b.length()));
  }

  private static String value(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('\n')));
  }
}
