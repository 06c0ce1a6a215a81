package dev.procc.language.bind;

import dev.procc.base.finding.Findings;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Address;
import dev.procc.model.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/// The addresses of the findings of a check, which grow from the innermost node outwards: `:title`,
/// `/us-recon:title`, `/entities/us-recon:title`. The identity of the process is added later.
final class FindingAddresses {
  private FindingAddresses() {}

  /// Adds the key of an entry to the addresses of the findings from an index on.
  static void inEntry(Findings findings, int from, String key) {
    if (from < findings.size()) {
      boolean root = key.equals(Fields.PROCESS_ROOT.name());
      findings.replaceFrom(from, each -> each.withAddress(inEntry(each.address(), root, key)));
    }
  }

  private static @Nullable String inEntry(@Nullable String inner, boolean root, String key) {
    if (inner != null && inner.startsWith("/")) {
      return inner;
    }
    return root ? "/" + Address.ROOT + (inner == null ? "" : inner) : ":" + key;
  }

  /// Adds the key of a child to the addresses of the findings from an index on.
  static void inChild(Findings findings, int from, YamlNode child) {
    String key = from < findings.size() && child instanceof Mapping mapping ? key(mapping) : null;
    if (key != null) {
      findings.replaceFrom(
          from,
          each -> each.withAddress("/" + key + (each.address() == null ? "" : each.address())));
    }
  }

  private static @Nullable String key(Mapping child) {
    for (String kind : Vocabulary.CHILD_KINDS) {
      if (child.get(kind) instanceof Scalar key) {
        return key.value();
      }
    }
    return null;
  }
}
