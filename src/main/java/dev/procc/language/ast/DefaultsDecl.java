package dev.procc.language.ast;

import dev.procc.language.yaml.node.YamlNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values for every node below that has the field.
///
/// @param common by the name of the field
/// @param byKind the same for one kind only, `sendTask` or `group`; it beats the common ones
public record DefaultsDecl(
    Map<String, YamlNode> common, Map<String, Map<String, YamlNode>> byKind) {
  /// The default of a field for a kind of node; null if there is none.
  public @Nullable YamlNode find(String kind, String field) {
    Map<String, YamlNode> own = byKind.get(kind);
    if (own != null && own.containsKey(field)) {
      return own.get(field);
    }
    return kind.equals("group") ? null : common.get(field);
  }
}
