package dev.procc.language.check.suppression;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The written nodes that are part of a compiled process: not those that a condition leaves out for
/// this target or in these periods, nor those of a template that nothing compiled uses.
final class CompiledNodes {
  private final Set<Span> spans = new HashSet<>();

  CompiledNodes(Collection<ResolvedProcess> processes) {
    for (ResolvedProcess process : processes) {
      for (ResolvedNode node : process.nodes().values()) {
        add(node.origin());
      }
    }
  }

  private void add(Origin origin) {
    spans.add(origin.span());
    for (Origin input : origin.inputs()) {
      if (input.layer() == Layer.WRITTEN
          || input.layer() == Layer.TEMPLATE_USE
          || input.layer() == Layer.LOOP) {
        add(input);
      }
    }
  }

  /// Whether each node of a document that a text contains, or that contains it, is compiled.
  boolean includeAll(YamlNode document, Span text) {
    if (!document.span().contains(text) && !text.contains(document.span())) {
      return true;
    }
    if (document instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (!includeAll(item, text)) {
          return false;
        }
      }
    } else if (document instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        boolean children = entry.key().value().equals("children");
        if (!includeAll(entry.value(), text) || children && !includeEach(entry.value(), text)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean includeEach(YamlNode children, Span text) {
    if (children instanceof Sequence sequence) {
      for (YamlNode node : sequence.items()) {
        boolean concerned = node.span().contains(text) || text.contains(node.span());
        if (concerned && node instanceof Mapping mapping && !isCompiled(mapping)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isCompiled(Mapping node) {
    return spans.contains(node.span())
        || node.get("use") instanceof Scalar template && spans.contains(template.span());
  }
}
