package dev.procc.language.yaml.parse;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;

/// The value of a duplicate key, which is reported: the first value, which may have anything of the
/// second.
final class RepeatedKey {
  private RepeatedKey() {}

  /// The entry for a key that occurs again.
  ///
  /// @param again its value there
  static MappingEntry of(MappingEntry first, YamlNode again) {
    YamlNode value = of(first.value(), again);
    return value == first.value() ? first : new MappingEntry(first.key(), value, first.mergedAt());
  }

  private static YamlNode of(YamlNode first, YamlNode again) {
    if (isSameText(first, again) || Unknown.isIncomplete(first)) {
      return first;
    }
    if (first instanceof Mapping mapping) {
      List<MappingEntry> entries = new ArrayList<>(mapping.entries());
      entries.add(Unknown.lostEntry(again.span()));
      return new Mapping(mapping.origin(), entries, mapping.flow());
    }
    if (first instanceof Sequence sequence) {
      List<YamlNode> items = new ArrayList<>(sequence.items());
      items.add(new Unknown(again.origin()));
      return new Sequence(sequence.origin(), items, sequence.flow());
    }
    return new Unknown(first.origin());
  }

  private static boolean isSameText(YamlNode first, YamlNode again) {
    return first.span().length() == again.span().length()
        && first.span().text().equals(again.span().text());
  }
}
