package dev.procc.language.calendars;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.NamedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of days in a calendar's text, `holidays` or `extraWorkdays`, and edits of its lines.
final class DayListEditor {
  private final SourceFile file;
  private final Sequence list;
  private final List<ListedDay> items = new ArrayList<>();

  /// A day of the list.
  ///
  /// @param node the whole item, without its dash
  /// @param name where its name is written; absent when it has none
  record ListedDay(LocalDate date, YamlNode node, @Nullable Scalar name) {
    String nameOrEmpty() {
      return name == null ? "" : name.value();
    }
  }

  private DayListEditor(SourceFile file, Sequence list) {
    this.file = file;
    this.list = list;
    for (YamlNode item : list.items()) {
      YamlNode date = item instanceof Mapping mapping ? mapping.get("date") : item;
      LocalDate day = date instanceof Scalar scalar ? ScalarValues.date(scalar.value()) : null;
      YamlNode name = item instanceof Mapping mapping ? mapping.get("name") : null;
      if (day != null) {
        items.add(new ListedDay(day, item, name instanceof Scalar scalar ? scalar : null));
      }
    }
  }

  /// The list of that name; absent where the calendar has none, or an empty one.
  static @Nullable DayListEditor of(Mapping calendar, String key) {
    return calendar.get(key) instanceof Sequence list && !list.items().isEmpty()
        ? new DayListEditor(list.span().file(), list)
        : null;
  }

  List<ListedDay> items() {
    return items;
  }

  /// The whole list, from its first item to the end of its last.
  Span span() {
    return list.span();
  }

  /// Whether every item stands on lines of its own, so that lines can be taken out and put in.
  boolean isBlock() {
    return !list.flow() && list.items().size() == items.size();
  }

  /// Takes an item out, with the rest of its lines.
  TextEdit removal(ListedDay item) {
    Span at = item.node().span();
    int start = file.lineStart(file.position(dashOffset(at.start())).line());
    return new TextEdit(new Span(file, start, endOfLine(at.end())), "");
  }

  /// Puts a line in before an item, or behind the last one.
  TextEdit insertion(NamedDay day, @Nullable ListedDay before) {
    ListedDay beside = before != null ? before : items.getLast();
    Span at = beside.node().span();
    int dash = dashOffset(at.start());
    int line = file.lineStart(file.position(dash).line());
    String indent = file.text().substring(line, dash);
    if (before != null) {
      return new TextEdit(Span.at(file, line), indent + "- " + format(day) + "\n");
    }
    int end = endOfLine(at.end());
    boolean open = end == 0 || file.text().charAt(end - 1) != '\n';
    return new TextEdit(
        Span.at(file, end), (open ? "\n" : "") + indent + "- " + format(day) + (open ? "" : "\n"));
  }

  /// Gives an item another name.
  TextEdit renaming(ListedDay item, String name) {
    if (item.name() != null) {
      return new TextEdit(item.name().span(), FlowText.quoteIfNeeded(name));
    }
    return new TextEdit(item.node().span(), format(new NamedDay(item.date(), name)));
  }

  /// `{ date: 2024-12-25, name: Christmas }`; without a name the date alone.
  static String format(NamedDay day) {
    return day.name().isEmpty()
        ? day.date().toString()
        : "{ date: " + day.date() + ", name: " + FlowText.quoteIfNeeded(day.name()) + " }";
  }

  private int dashOffset(int start) {
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
