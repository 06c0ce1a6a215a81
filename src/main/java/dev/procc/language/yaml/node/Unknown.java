package dev.procc.language.yaml.node;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Scalar.Style;

/// A value that could not be read: it has been reported, and nothing that depends on it is checked.
///
/// An entry with the key [#LOST_KEY] stands for whole entries that could not be read: such a
/// mapping may have any key. A list with an unknown item may have any item.
public record Unknown(Origin origin) implements YamlNode {
  /// The key of entries that could not be read, which no YAML text can contain.
  public static final String LOST_KEY = "\u0000";

  /// An entry that could not be read.
  public static MappingEntry lostEntry(Span at) {
    Origin origin = Origin.written(at);
    return new MappingEntry(
        new Scalar(origin, LOST_KEY, Style.DOUBLE_QUOTED), new Unknown(origin), null);
  }

  /// Whether a mapping or a list may have more than could be read; whether a value itself is
  /// unknown.
  public static boolean isIncomplete(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return mapping.isIncomplete();
    }
    if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        if (sequence.items().get(i) instanceof Unknown) {
          return true;
        }
      }
      return false;
    }
    return node instanceof Unknown;
  }
}
