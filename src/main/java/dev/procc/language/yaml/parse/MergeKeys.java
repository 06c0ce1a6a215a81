package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The replacement of merge keys (`<<`) and aliases by their values.
///
/// Keys written in the mapping take precedence over merged ones, and earlier merged mappings over
/// later ones.
final class MergeKeys {
  private MergeKeys() {}

  /// A copy of a node for an alias: its span is that of the node, the alias is an input of its
  /// origin.
  static YamlNode throughAlias(YamlNode target, Span alias) {
    Origin origin =
        target.origin().withInputs(List.of(new Origin(Layer.REFERENCE, alias, List.of())));
    return switch (target) {
      case Scalar scalar -> new Scalar(origin, scalar.value(), scalar.style());
      case Mapping mapping -> new Mapping(origin, mapping.entries(), mapping.flow());
      case Sequence sequence -> new Sequence(origin, sequence.items(), sequence.flow());
      case Unknown unknown -> new Unknown(origin);
    };
  }

  /// The entries of a mapping, with those that its merge keys add in their place.
  static List<MappingEntry> apply(CollectionFrame frame, ParseContext context) {
    Set<String> known = new HashSet<>();
    for (MappingEntry entry : frame.entries) {
      known.add(entry.key().value());
    }
    List<MappingEntry> all = new ArrayList<>(frame.entries.size() + 8);
    int next = 0;
    for (CollectionFrame.MergeEntry merge : frame.merges) {
      while (next < merge.at()) {
        all.add(frame.entries.get(next++));
      }
      Span at = merge.key().span();
      for (Mapping mapping : mergeSources(merge.value(), context)) {
        for (MappingEntry entry : mapping.entries()) {
          if (known.add(entry.key().value())) {
            all.add(new MappingEntry(entry.key(), entry.value(), at));
          }
        }
      }
    }
    all.addAll(frame.entries.subList(next, frame.entries.size()));
    return all;
  }

  private static List<Mapping> mergeSources(YamlNode value, ParseContext context) {
    List<Mapping> sources = new ArrayList<>();
    List<YamlNode> nodes = value instanceof Sequence list ? list.items() : List.of(value);
    for (YamlNode node : nodes) {
      if (node instanceof Mapping mapping) {
        sources.add(mapping);
      } else if (!(node instanceof Scalar scalar && scalar.isNull())) {
        context.add(
            Finding.of(
                YamlCodes.MERGE_VALUE,
                node.span(),
                node instanceof Scalar scalar
                    ? QuotedText.quoted(scalar.value())
                        + " cannot be merged; \"<<\" takes a mapping or a list of mappings"
                    : "A list in a list cannot be merged; \"<<\" takes a mapping or a list of"
                        + " mappings"));
      }
    }
    return sources;
  }
}
