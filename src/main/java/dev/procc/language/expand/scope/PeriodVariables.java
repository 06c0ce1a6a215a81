package dev.procc.language.expand.scope;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `period.` gives: `key`, `label`, `start`, `end` (ISO dates), `year`, and `quarter` and
/// `month` where the period has them; all of them made from one text, the key of the period.
///
/// @param origin the key as it stands in the period's document
public record PeriodVariables(Origin origin, Map<String, String> values) {
  public PeriodVariables {
    values = new LinkedHashMap<>(values);
  }

  /// @param quarter absent for a year
  /// @param month absent for a quarter or a year
  public static PeriodVariables of(
      Origin origin,
      String key,
      String label,
      String start,
      String end,
      int year,
      @Nullable Integer quarter,
      @Nullable Integer month) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("key", key);
    values.put("label", label);
    values.put("start", start);
    values.put("end", end);
    values.put("year", Integer.toString(year));
    if (quarter != null) {
      values.put("quarter", quarter.toString());
    }
    if (month != null) {
      values.put("month", month.toString());
    }
    return new PeriodVariables(origin, values);
  }

  /// As a value: a mapping.
  YamlNode toMapping() {
    List<MappingEntry> entries = new ArrayList<>();
    for (Map.Entry<String, String> fact : values.entrySet()) {
      Scalar name = NodeValues.plainScalar(origin, fact.getKey());
      entries.add(new MappingEntry(name, NodeValues.plainScalar(origin, fact.getValue()), null));
    }
    return new Mapping(origin, entries, false);
  }
}
