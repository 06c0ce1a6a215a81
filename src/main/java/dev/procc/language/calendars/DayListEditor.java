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

/// A list of days in a calendar's text, `holidays` or `extraWorkdays`, and edits of its lines.
final class DayListEditor {
  private final Sequence list;
  private final List<ListedDay> items = new ArrayList<>();

  /// A day of the list.
  ///
  /// @param node the whole item, without its dash
  /// @param name where its name is written; null if it has none
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

  /// The list of that name; null if the calendar has none, or an empty one.
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

  /// Whether every item stands on lines of its own, so that lines can be taken out and put in.
  boolean isBlock() {
    return !list.flow() && list.items().size() == items.size();
  }

  /// Takes an item out, with the rest of its lines.
  TextEdit removal(ListedDay item) {
    return ListEdits.removeLines(item.node().span());
  }

  /// Puts a day in before an item, or behind the last one if that is null.
  TextEdit insertion(NamedDay day, @Nullable ListedDay before) {
    int index = before == null ? list.items().size() : list.items().indexOf(before.node());
    return ListEdits.insertItem(list, format(day), index);
  }

  /// Gives an item another name.
  TextEdit renaming(ListedDay item, String name) {
    if (item.name() != null) {
      return new TextEdit(item.name().span(), ScalarText.ofString(name));
    }
    return new TextEdit(item.node().span(), format(new NamedDay(item.date(), name)));
  }

  /// `{ date: 2024-12-25, name: Christmas }`; without a name the date alone.
  static String format(NamedDay day) {
    return day.name().isEmpty()
        ? day.date().toString()
        : "{ date: " + day.date() + ", name: " + ScalarText.ofString(day.name()) + " }";
  }
}
