package dev.procc.ide.outline;

import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.language.expand.loops.ForEachExpander;
import dev.procc.language.project.ProjectPaths;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The links to files in a text.
public final class Links {
  private Links() {}

  /// The name of a file in a text, and the file.
  public record Link(Span span, Path file) {}

  /// The links to the tables of a file's loops.
  public static List<Link> of(Snapshot snapshot, String path) {
    List<Link> links = new ArrayList<>();
    for (SourceDocument document : snapshot.documentsOf(path)) {
      visit(document.mapping(), snapshot, path, links);
    }
    return links;
  }

  /// Adds the link to a table that is there, whether it can be read or not.
  private static void add(Scalar file, Snapshot snapshot, String path, List<Link> links) {
    Path folder = snapshot.root().resolve(path).getParent();
    if (folder == null || file.value().contains("{{") || !file.span().file().path().equals(path)) {
      return;
    }
    try {
      Path table = folder.resolve(file.value()).normalize();
      boolean inside = table.startsWith(snapshot.root()) && ProjectPaths.isTable(file.value());
      String inProject =
          inside ? snapshot.root().relativize(table).toString().replace('\\', '/') : "";
      if (inside && snapshot.tree().exists(inProject)) {
        links.add(new Link(file.span(), table));
      }
    } catch (InvalidPathException notAPath) {
      // It is reported as such.
    }
  }

  private static void visit(YamlNode node, Snapshot snapshot, String path, List<Link> links) {
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (entry.key().value().equals("forEach")) {
          for (YamlNode axis : ForEachExpander.axes(entry.value(), null).values()) {
            if (axis instanceof Mapping loop && loop.get("file") instanceof Scalar file) {
              add(file, snapshot, path, links);
            }
          }
        }
        visit(entry.value(), snapshot, path, links);
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        visit(item, snapshot, path, links);
      }
    }
  }
}
