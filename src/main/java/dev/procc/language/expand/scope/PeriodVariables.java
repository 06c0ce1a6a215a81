package dev.procc.language.expand.scope;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The values of `period.`: `key`, `label`, `start`, `end` (ISO dates), `year`, `quarter` and
/// `month`.
///
/// @param origin the key in the document of the period, from which all values come
/// @param values by name
public record PeriodVariables(Origin origin, Map<String, String> values) {
  public PeriodVariables {
    values = new LinkedHashMap<>(values);
  }

  /// The variables of a period.
  public static PeriodVariables of(Origin origin, Period period) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("key", period.key());
    values.put("label", period.label());
    values.put("start", period.start().toString());
    values.put("end", period.end().toString());
    values.put("year", Integer.toString(period.year()));
    values.put("quarter", Integer.toString(period.quarter()));
    values.put("month", Integer.toString(period.month()));
    return new PeriodVariables(origin, values);
  }

  /// The variables as one value, a mapping.
  YamlNode toMapping() {
    List<MappingEntry> entries = new ArrayList<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      Scalar name = NodeValues.plainScalar(origin, value.getKey());
      entries.add(new MappingEntry(name, NodeValues.plainScalar(origin, value.getValue()), null));
    }
    return new Mapping(origin, entries, false);
  }
}
