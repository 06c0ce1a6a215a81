package dev.procc.language.check.suppression;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The spans that a finding is about: the faulty text, the text of its node, and each text on the
/// path to it (the argument with the value, the default, each use of a template, the enclosing
/// groups).
final class FindingLocations {
  private final Map<String, ResolvedProcess> processes = new HashMap<>();

  FindingLocations(Collection<ResolvedProcess> processes) {
    for (ResolvedProcess process : processes) {
      this.processes.put(process.process().identity(), process);
    }
  }

  List<Span> locate(Finding finding) {
    List<Span> spans = new ArrayList<>();
    if (finding.span() != null) {
      spans.add(finding.span());
    }
    String address = finding.address();
    ResolvedProcess process = address == null ? null : processes.get(Address.identity(address));
    if (address == null || process == null) {
      return spans;
    }
    int colon = address.lastIndexOf(':');
    String nodeAddress = colon < 0 ? address : address.substring(0, colon);
    if (colon >= 0) {
      Origin value = process.origins().origin(nodeAddress, address.substring(colon + 1));
      if (value != null) {
        addOrigins(value, spans);
      }
    }
    ResolvedNode node = process.nodes().get(nodeAddress);
    while (node != null) {
      addOrigins(node.origin(), spans);
      String parent = node.parent();
      node = parent == null ? null : process.nodes().get(parent);
    }
    return spans;
  }

  private static void addOrigins(@Nullable Origin origin, List<Span> spans) {
    if (origin == null) {
      return;
    }
    spans.add(origin.span());
    for (Origin from : origin.inputs()) {
      if (isOnPath(from.layer())) {
        addOrigins(from, spans);
      }
    }
  }

  /// Whether a layer is on the path to the value; what a date refers to is not, nor is a calendar,
  /// person or variable that has other uses.
  private static boolean isOnPath(Layer layer) {
    return layer == Layer.WRITTEN
        || layer == Layer.ARGUMENT
        || layer == Layer.DEFAULT
        || layer == Layer.TEMPLATE_USE
        || layer == Layer.LOOP
        || layer == Layer.ONE_OFF_CHANGE
        || layer == Layer.OVERRIDDEN;
  }
}
