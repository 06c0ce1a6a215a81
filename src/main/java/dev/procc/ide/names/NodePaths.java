package dev.procc.ide.names;

import dev.procc.base.source.Span;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The nodes that paths in texts mean: those written in the document itself, and those that
/// templates and loops make.
final class NodePaths {
  private final Set<NameId> declared = new HashSet<>();
  private final Map<String, NameId> byPlace = new HashMap<>();
  private final Map<String, List<MadeNode>> byKey = new HashMap<>();

  /// A compiled node.
  ///
  /// @param scope of its process
  /// @param path from the root
  /// @param name of the key that it is made of
  private record MadeNode(String scope, String path, NameId name) {}

  private NodePaths() {}

  static NodePaths of(Compilation compilation, List<Occurrence> all) {
    NodePaths nodes = new NodePaths();
    for (Occurrence each : all) {
      if (each.name().kind() == NameKind.NODE && each.declares()) {
        nodes.declared.add(each.name());
        nodes.byPlace.put(place(each.span(), 0), each.name());
      }
    }
    for (CompiledProcess process : compilation.processes()) {
      String scope = "Process/" + process.resolved().decl().key().value();
      for (ResolvedNode node : process.resolved().nodes().values()) {
        nodes.add(scope, node);
      }
    }
    return nodes;
  }

  private static String place(Span span, int after) {
    return span.file().path() + ":" + (span.start() + after);
  }

  private void add(String scope, ResolvedNode node) {
    Span key = node.decl().key().span();
    NameId plain = byPlace.get(place(key, 0));
    NameId name = plain == null ? byPlace.get(place(key, 1)) : plain;
    int slash = node.address().indexOf('/');
    if (name != null && slash > 0) {
      String path = node.address().substring(slash + 1);
      byKey
          .computeIfAbsent(lastKey(path), k -> new ArrayList<>())
          .add(new MadeNode(scope, path, name));
    }
  }

  private static String lastKey(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The name of the node that a use means; the use itself if that is not clear.
  NameId meant(NameId use) {
    boolean whole = use.word().startsWith("/");
    String path = whole ? use.word().substring(1) : use.word();
    NameId written = new NameId(NameKind.NODE, use.scope(), path);
    if (declared.contains(written)) {
      return written;
    }
    NameId only = null;
    for (MadeNode each : byKey.getOrDefault(lastKey(path), List.of())) {
      boolean fits = whole ? each.path.equals(path) : ("/" + each.path).endsWith("/" + path);
      boolean near = !use.scope().startsWith("Process/") || each.scope.equals(use.scope());
      if (fits && near) {
        if (only != null && !only.equals(each.name)) {
          return use;
        }
        only = each.name;
      }
    }
    return only == null ? use : only;
  }
}
