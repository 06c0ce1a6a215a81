package dev.procc.ide.values;

import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import org.jspecify.annotations.Nullable;

/// The lookup of the compiled node for a place of a file.
public final class NodeFinder {
  private NodeFinder() {}

  /// A node in its process.
  ///
  /// @param node null for the process itself
  public record FoundNode(CompiledProcess process, @Nullable ResolvedNode node) {}

  /// The innermost node around an offset, in the first process that has it; null if there is none.
  public static @Nullable FoundNode at(Snapshot snapshot, String path, int offset) {
    FoundNode found = null;
    for (CompiledProcess process : snapshot.compilation().processes()) {
      int shortest = Integer.MAX_VALUE;
      for (ResolvedNode node : process.resolved().nodes().values()) {
        Span span = node.decl().origin().span();
        if (span.length() < shortest
            && span.start() <= offset
            && offset <= span.end()
            && span.file().path().equals(path)) {
          shortest = span.length();
          found = new FoundNode(process, node);
        }
      }
      if (found != null) {
        return found;
      }
      if (process.resolved().decl().key().span().file().path().equals(path)) {
        return new FoundNode(process, null);
      }
    }
    return null;
  }
}
