package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `<<` and aliases: what stands elsewhere and counts here.
///
/// Keys written in the mapping win, then the earlier of several merged mappings.
final class Merges {
  private Merges() {}

  /// A node as an alias brings it: its own text first, the alias as the place of use.
  static Node through(Node target, Span alias) {
    Origin origin = target.origin().with(List.of(new Origin(Layer.REFERENCE, alias, List.of())));
    return switch (target) {
      case Scalar scalar -> new Scalar(origin, scalar.value(), scalar.style());
      case Mapping mapping -> new Mapping(origin, mapping.entries(), mapping.flow());
      case Sequence sequence -> new Sequence(origin, sequence.items(), sequence.flow());
    };
  }

  /// The `<<` that the mapping already has, for another one.
  static @Nullable Scalar written(Frame frame, Scalar key) {
    boolean merge = key.plain() && key.value().equals("<<");
    return merge && !frame.merges.isEmpty() ? frame.merges.getFirst().key() : null;
  }

  /// The entries of a mapping with what its `<<` brings in, where it stands.
  static List<Entry> apply(Frame frame, List<Diagnostic> found) {
    Set<String> known = new HashSet<>();
    for (Entry entry : frame.entries) {
      known.add(entry.key().value());
    }
    List<Entry> all = new ArrayList<>(frame.entries.size() + 8);
    int next = 0;
    for (Frame.Merge merge : frame.merges) {
      while (next < merge.at()) {
        all.add(frame.entries.get(next++));
      }
      Span at = merge.key().span();
      for (Mapping mapping : sources(merge.value(), found)) {
        for (Entry entry : mapping.entries()) {
          if (known.add(entry.key().value())) {
            all.add(new Entry(entry.key(), entry.value(), at));
          }
        }
      }
    }
    all.addAll(frame.entries.subList(next, frame.entries.size()));
    return all;
  }

  private static List<Mapping> sources(Node value, List<Diagnostic> found) {
    List<Mapping> sources = new ArrayList<>();
    List<Node> given = value instanceof Sequence list ? list.items() : List.of(value);
    for (Node node : given) {
      if (node instanceof Mapping mapping) {
        sources.add(mapping);
      } else if (!(node instanceof Scalar scalar && scalar.isNull())) {
        found.add(
            Diagnostic.of(
                YamlCodes.MERGE_VALUE,
                node.span(),
                node instanceof Scalar scalar
                    ? Syntax.quoted(scalar.value())
                        + " cannot be merged; \"<<\" takes a mapping or a list of mappings"
                    : "A list in a list cannot be merged; \"<<\" takes a mapping or a list of"
                        + " mappings"));
      }
    }
    return sources;
  }
}
