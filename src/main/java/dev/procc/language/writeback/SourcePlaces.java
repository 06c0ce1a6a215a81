package dev.procc.language.writeback;

import dev.procc.base.source.Span;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The nodes of a project's texts by their spans, as written.
public final class SourcePlaces {
  private final Map<Span, SourcePlace> places = new HashMap<>();

  /// The place of a node.
  ///
  /// @param owner the mapping that contains it; null for an item and a document
  /// @param entry in that mapping
  /// @param list the list that contains it; null for other nodes
  /// @param index in that list
  public record SourcePlace(
      YamlNode node,
      @Nullable Mapping owner,
      @Nullable MappingEntry entry,
      @Nullable Sequence list,
      int index) {}

  private SourcePlaces() {}

  static SourcePlaces of(Project project) {
    SourcePlaces found = new SourcePlaces();
    for (SourceDocument document : project.documents()) {
      found.add(new SourcePlace(document.mapping(), null, null, null, -1));
    }
    return found;
  }

  private void add(SourcePlace place) {
    places.putIfAbsent(place.node().span(), place);
    switch (place.node()) {
      case Mapping mapping -> {
        for (MappingEntry entry : mapping.entries()) {
          if (entry.mergedAt() == null) {
            add(new SourcePlace(entry.value(), mapping, entry, null, -1));
          }
        }
      }
      case Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          add(new SourcePlace(list.items().get(i), null, null, list, i));
        }
      }
      default -> {}
    }
  }

  /// The node at a span; null if it is not from YAML.
  @Nullable SourcePlace find(Span span) {
    return places.get(span);
  }
}
