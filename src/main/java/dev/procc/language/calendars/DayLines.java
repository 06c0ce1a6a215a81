package dev.procc.language.calendars;

import dev.procc.base.diagnostic.Edit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.calendar.NamedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of days in a calendar's text, `holidays` or `extraWorkdays`, and edits of its lines.
final class DayLines {
  private final SourceFile file;
  private final Sequence list;
  private final List<Item> items = new ArrayList<>();

  /// A day of the list.
  ///
  /// @param text the whole item, without its dash
  /// @param name where its name is written; absent when it has none
  record Item(LocalDate date, Node text, @Nullable Scalar name) {
    String said() {
      return name == null ? "" : name.value();
    }
  }

  private DayLines(SourceFile file, Sequence list) {
    this.file = file;
    this.list = list;
    for (Node item : list.items()) {
      Node date = item instanceof Mapping mapping ? mapping.get("date") : item;
      LocalDate day = date instanceof Scalar scalar ? Scalars.date(scalar.value()) : null;
      Node name = item instanceof Mapping mapping ? mapping.get("name") : null;
      if (day != null) {
        items.add(new Item(day, item, name instanceof Scalar scalar ? scalar : null));
      }
    }
  }

  /// The list of that name; absent where the calendar has none, or an empty one.
  static @Nullable DayLines of(Mapping calendar, String key) {
    return calendar.get(key) instanceof Sequence list && !list.items().isEmpty()
        ? new DayLines(list.span().file(), list)
        : null;
  }

  List<Item> items() {
    return items;
  }

  /// The whole list, from its first item to the end of its last.
  Span span() {
    return list.span();
  }

  /// Whether every item stands on lines of its own, so that lines can be taken out and put in.
  boolean block() {
    return !list.flow() && list.items().size() == items.size();
  }

  /// Takes an item out, with the rest of its lines.
  Edit removal(Item item) {
    Span at = item.text().span();
    int start = file.lineStart(file.position(dash(at.start())).line());
    return new Edit(new Span(file, start, endOfLine(at.end())), "");
  }

  /// Puts a line in before an item, or behind the last one.
  Edit insertion(NamedDay day, @Nullable Item before) {
    Item beside = before != null ? before : items.getLast();
    Span at = beside.text().span();
    int dash = dash(at.start());
    int line = file.lineStart(file.position(dash).line());
    String indent = file.text().substring(line, dash);
    if (before != null) {
      return new Edit(Span.at(file, line), indent + "- " + written(day) + "\n");
    }
    int end = endOfLine(at.end());
    boolean open = end == 0 || file.text().charAt(end - 1) != '\n';
    return new Edit(
        Span.at(file, end), (open ? "\n" : "") + indent + "- " + written(day) + (open ? "" : "\n"));
  }

  /// Gives an item another name.
  Edit renaming(Item item, String name) {
    if (item.name() != null) {
      return new Edit(item.name().span(), Names.written(name));
    }
    return new Edit(item.text().span(), written(new NamedDay(item.date(), name)));
  }

  /// `{ date: 2024-12-25, name: Christmas }`; without a name the date alone.
  static String written(NamedDay day) {
    return day.name().isEmpty()
        ? day.date().toString()
        : "{ date: " + day.date() + ", name: " + Names.written(day.name()) + " }";
  }

  private int dash(int start) {
    int at = start;
    while (at > 0 && file.text().charAt(at) != '-') {
      at--;
    }
    // a date has hyphens itself, but begins with a digit
    return at;
  }

  /// The offset behind the line end, the comment at the end of the line included.
  private int endOfLine(int from) {
    int end = file.text().indexOf('\n', Math.max(0, from - 1));
    return end < 0 ? file.text().length() : end + 1;
  }
}
