package dev.procc.language.calendars;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.edit.ScalarText;
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

/// The editor of a list of days in a calendar's text, `holidays` or `extraWorkdays`, line by line.
final class DayListEditor {
  private final Sequence list;
  private final List<ListedDay> items = new ArrayList<>();

  /// A day of the list.
  ///
  /// @param node the whole item, without its dash
  /// @param name the scalar of its name; null if it has none
  record ListedDay(LocalDate date, YamlNode node, @Nullable Scalar name) {
    String nameOrEmpty() {
      return name == null ? "" : name.value();
    }
  }

  private DayListEditor(Sequence list) {
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

  /// The list with a name; null if the calendar has none, or an empty one.
  static @Nullable DayListEditor of(Mapping calendar, String key) {
    return calendar.get(key) instanceof Sequence list && !list.items().isEmpty()
        ? new DayListEditor(list)
        : null;
  }

  List<ListedDay> items() {
    return items;
  }

  /// The whole list, from its first item to the end of its last.
  Span span() {
    return list.span();
  }

  /// Whether every item is on lines of its own, so that whole lines can be removed and inserted.
  boolean isBlock() {
    return !list.flow() && list.items().size() == items.size();
  }

  /// Removes an item, with the rest of its lines.
  TextEdit removal(ListedDay item) {
    return ListEdits.removeLines(ListEdits.place(item.node()));
  }

  /// Inserts a day before an item, or after the last one if that is null.
  TextEdit insertion(NamedDay day, @Nullable ListedDay before) {
    int index = 0;
    while (index < list.items().size()
        && (before == null || list.items().get(index) != before.node())) {
      index++;
    }
    return ListEdits.insertItem(list, format(day), index);
  }

  /// Renames an item.
  TextEdit renaming(ListedDay item, String name) {
    Span place = ListEdits.place(item.node());
    if (item.name() != null && place.equals(item.node().span())) {
      return new TextEdit(item.name().span(), ScalarText.ofString(name));
    }
    return new TextEdit(place, format(new NamedDay(item.date(), name)));
  }

  /// `{ date: 2024-12-25, name: Christmas }`; only the date if there is no name.
  static String format(NamedDay day) {
    return day.name().isEmpty()
        ? day.date().toString()
        : "{ date: " + day.date() + ", name: " + ScalarText.ofString(day.name()) + " }";
  }
}
