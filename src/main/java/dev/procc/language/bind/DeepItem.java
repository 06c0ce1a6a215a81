package dev.procc.language.bind;

import dev.procc.base.text.QuotedText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/// An item of a list whose dash is indented too far: the keys under it belong to the mapping around
/// the list, in which they make no sense.
final class DeepItem {
  private DeepItem() {}

  /// The hint for a key that the last item of the list before it would have; null if there is none.
  static @Nullable String hint(Scalar key, Mapping mapping) {
    YamlNode list = null;
    for (MappingEntry entry : mapping.entries()) {
      if (entry.key().span().start() >= key.span().start()) {
        break;
      }
      list = entry.value() instanceof Sequence ? entry.value() : list;
    }
    if (!(list instanceof Sequence items)
        || items.flow()
        || items.items().isEmpty()
        || !(items.items().getLast() instanceof Mapping item)
        || item.entries().size() != 1) {
      return null;
    }
    Scalar kind = item.entries().getFirst().key();
    String name =
        item.entries().getFirst().value() instanceof Scalar scalar
            ? QuotedText.cut(scalar.value(), 60)
            : "";
    MappingSpec structure =
        Vocabulary.CHILD_KINDS.contains(kind.value()) ? Vocabulary.mapping(kind.value()) : null;
    return structure == null || structure.key(key.value()) == null
        ? null
        : "it belongs to " + kind.value() + ": " + name + ", whose dash is indented too far";
  }
}
