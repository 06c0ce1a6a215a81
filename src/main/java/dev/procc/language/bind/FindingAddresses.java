package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Address;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in the tree the findings of a check are: addresses that grow from the innermost node
/// outwards, `:title`, `/us-recon:title`, `/entities/us-recon:title`. The identity of the process
/// belongs before them.
final class FindingAddresses {
  private FindingAddresses() {}

  /// The findings from an index on are about an entry of a mapping.
  static void inEntry(List<Finding> findings, int from, String key) {
    for (int i = from; i < findings.size(); i++) {
      String inner = findings.get(i).address();
      if (inner != null && inner.startsWith("/")) {
        continue;
      }
      boolean root = key.equals(Fields.PROCESS_ROOT.name());
      String address = root ? "/" + Address.ROOT + (inner == null ? "" : inner) : ":" + key;
      findings.set(i, findings.get(i).withAddress(address));
    }
  }

  /// The findings from an index on are about a child of a group.
  static void inChild(List<Finding> findings, int from, YamlNode child) {
    String key = from < findings.size() && child instanceof Mapping mapping ? key(mapping) : null;
    for (int i = from; key != null && i < findings.size(); i++) {
      String inner = findings.get(i).address();
      findings.set(i, findings.get(i).withAddress("/" + key + (inner == null ? "" : inner)));
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
