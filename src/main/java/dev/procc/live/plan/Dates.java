package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.live.diff.Tree;
import dev.procc.live.planfile.DateRow;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.process.Process;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The dates of a process.
final class Dates {
  private Dates() {}

  /// Every date of the definition with its derivation, the process first.
  static List<DateRow> rows(Desired desired, Tree tree) {
    List<DateRow> rows = new ArrayList<>();
    rows(desired, desired.identity(), tree.process().fields(), rows);
    for (Tree.Place place : tree.all()) {
      rows(desired, place.ref(), place.node().fields(), rows);
    }
    return rows;
  }

  private static void rows(
      Desired desired, String address, Map<Field, Json> fields, List<DateRow> rows) {
    for (Map.Entry<Field, Json> entry : fields.entrySet()) {
      if (entry.getKey().type() == FieldType.DATE && entry.getValue() instanceof Json.Str date) {
        String field = entry.getKey().name();
        rows.add(
            new DateRow(
                address,
                field,
                date.value(),
                desired.derivations().get(new FieldRef(address, field))));
      }
    }
  }

  /// How many due dates there are.
  static int count(Tree tree) {
    int count = due(tree.process().fields()).size();
    for (Tree.Place place : tree.all()) {
      count += due(place.node().fields()).size();
    }
    return count;
  }

  /// The due dates among fields.
  static List<Map.Entry<Field, LocalDate>> due(Map<Field, Json> fields) {
    List<Map.Entry<Field, LocalDate>> found = new ArrayList<>();
    for (Map.Entry<Field, Json> entry : fields.entrySet()) {
      LocalDate date =
          ServerShift.isDueDate(entry.getKey()) ? ServerShift.date(entry.getValue()) : null;
      if (date != null) {
        found.add(Map.entry(entry.getKey(), date));
      }
    }
    return found;
  }

  /// In how many dates of their nodes two processes of the same shape differ.
  static int different(Process one, Process other) {
    if (one == other) {
      return 0;
    }
    Tree after = Tree.ofLive(other);
    int count = 0;
    for (Tree.Place place : Tree.ofLive(one).all()) {
      Tree.Place twin = after.get(place.ref());
      for (Map.Entry<Field, LocalDate> date : due(place.node().fields())) {
        @Nullable Json now = twin == null ? null : twin.node().get(date.getKey());
        if (!Objects.equals(ServerShift.date(now), date.getValue())) {
          count++;
        }
      }
    }
    return count;
  }
}
