package dev.procc.language.check;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.resolve.Resolved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The texts that a finding is about: the text at fault, the text of its node, and each text on the
/// way there (the argument that handed the value in, the default, each use of a template, the
/// groups around).
final class Places {
  private final Map<String, Resolved> processes = new HashMap<>();

  Places(Collection<Resolved> processes) {
    for (Resolved process : processes) {
      this.processes.put(process.process().identity(), process);
    }
  }

  List<Span> of(Diagnostic finding) {
    List<Span> places = new ArrayList<>();
    if (finding.span() != null) {
      places.add(finding.span());
    }
    String address = finding.address();
    Resolved process = address == null ? null : processes.get(identity(address));
    if (address == null || process == null) {
      return places;
    }
    int colon = address.lastIndexOf(':');
    String at = colon < 0 ? address : address.substring(0, colon);
    if (colon >= 0) {
      Origin value = process.origins().of(at, address.substring(colon + 1));
      if (value != null) {
        walk(value, places);
      }
    }
    NodeInfo node = process.nodes().get(at);
    while (node != null) {
      walk(node.origin(), places);
      String parent = node.parent();
      node = parent == null ? null : process.nodes().get(parent);
    }
    return places;
  }

  private static String identity(String address) {
    int end = 0;
    while (end < address.length() && "/:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return address.substring(0, end);
  }

  private static void walk(@Nullable Origin origin, List<Span> places) {
    if (origin == null) {
      return;
    }
    places.add(origin.span());
    for (Origin from : origin.from()) {
      if (onTheWay(from.layer())) {
        walk(from, places);
      }
    }
  }

  /// Not what a date refers to, nor the calendar, person or variable that is used elsewhere too.
  private static boolean onTheWay(Layer layer) {
    return layer == Layer.WRITTEN
        || layer == Layer.ARGUMENT
        || layer == Layer.DEFAULT
        || layer == Layer.USE
        || layer == Layer.LOOP
        || layer == Layer.CHANGE
        || layer == Layer.HIDDEN;
  }
}
