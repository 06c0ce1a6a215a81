package dev.procc.language.ast;

import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Default values for all nodes below that have the field.
///
/// @param common by the name of the field
/// @param byKind for one kind only, `sendTask` or `group`; they take precedence over the common
///   ones
public record DefaultsDecl(
    Map<String, YamlNode> common, Map<String, Map<String, YamlNode>> byKind) {
  /// The default of a field for a kind of node; unknown if it may be one that could not be read;
  /// null if there is none.
  public @Nullable YamlNode find(String kind, String field) {
    YamlNode own = find(byKind.getOrDefault(kind, Map.of()), field);
    return own == null && !kind.equals("group") ? find(common, field) : own;
  }

  private static @Nullable YamlNode find(Map<String, YamlNode> values, String field) {
    YamlNode value = values.get(field);
    return value == null ? values.get(Unknown.LOST_KEY) : value;
  }
}
