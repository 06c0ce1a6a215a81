package dev.procc.language.expand;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.ActionKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The children of groups and templates as mappings: the entry with kind and key, and the keys that
/// steer the expansion.
final class ChildNodes {
  /// Keys that steer the expansion of a child and are not part of what it becomes.
  static final List<String> CONTROL_KEYS = List.of("forEach", "as", "if", "use", "with", "key");

  private static final List<String> KINDS = kinds();

  private ChildNodes() {}

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    kinds.add("group");
    for (ActionKind kind : ActionKind.WRITABLE) {
      kinds.add(kind.name());
    }
    return kinds;
  }

  /// The entry of a child that names its kind, with its key as the value; null if there is none.
  static @Nullable MappingEntry kindEntry(Mapping child) {
    for (MappingEntry entry : child.entries()) {
      if (KINDS.contains(entry.key().value())) {
        return entry;
      }
    }
    return null;
  }

  /// The key of a child; null if it has none.
  static @Nullable Scalar key(Mapping child) {
    MappingEntry kind = kindEntry(child);
    return kind != null && kind.value() instanceof Scalar key ? key : null;
  }

  /// The address of a child in its process.
  ///
  /// @param parent the address of its group, empty for the root
  static String address(String parent, String key) {
    return parent.isEmpty() ? key : parent + "/" + key;
  }

  /// The entry with another value; the entry itself if the value is the same.
  static MappingEntry withValue(MappingEntry entry, YamlNode value) {
    return value == entry.value() ? entry : new MappingEntry(entry.key(), value, entry.mergedAt());
  }
}
