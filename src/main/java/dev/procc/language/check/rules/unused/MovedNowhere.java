package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.ast.MovedDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.WrittenNodes;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entry of `moved` without an effect: its new path is not a node, or its old path still is.
public final class MovedNowhere extends ProjectRule {
  public MovedNowhere() {
    super(Code.warning("PC406", "moved-nowhere"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    if (!project.isComplete()) {
      return;
    }
    Map<MovedDecl, StaleMove> stale = new IdentityHashMap<>();
    Set<Span> valid = new HashSet<>();
    for (ProcessContext process : project.processes()) {
      judge(process, stale, valid);
    }
    for (ProcessContext process : project.processes()) {
      for (MovedDecl moved : process.resolved().decl().moved()) {
        StaleMove problem = stale.get(moved);
        if (problem != null
            && valid.add(moved.to().span())
            && !(problem == StaleMove.NEW_PATH_MISSING && mayBeLeftOut(project, moved))) {
          findings.add(finding(project, moved, problem));
        }
      }
    }
  }

  /// Sorts the entries of a process into those with and without an effect.
  private static void judge(
      ProcessContext process, Map<MovedDecl, StaleMove> stale, Set<Span> valid) {
    List<MovedDecl> entries = process.resolved().decl().moved();
    PathCounts sources = new PathCounts();
    PathCounts targets = new PathCounts();
    for (MovedDecl moved : entries) {
      sources.add(moved.from().value());
      targets.add(moved.to().value());
    }
    Set<String> nodes = process.resolved().nodes().keySet();
    for (MovedDecl moved : entries) {
      String from = moved.from().value();
      String to = moved.to().value();
      if (nodes.contains(process.identity() + "/" + from) && !targets.hasOther(from, to)) {
        stale.put(moved, StaleMove.OLD_PATH_EXISTS);
      } else if (nodes.contains(process.identity() + "/" + to) || sources.hasOther(to, from)) {
        valid.add(moved.to().span());
      } else {
        stale.put(moved, StaleMove.NEW_PATH_MISSING);
      }
    }
  }

  /// Whether a condition may leave the node out that an entry leads to: for this target, or in
  /// these periods.
  private static boolean mayBeLeftOut(ProjectContext project, MovedDecl moved) {
    for (Mapping document : project.declarations().mappings()) {
      // The only child of a template has the key of each use.
      if (document.get(FieldRole.CHILDREN.fieldName()) instanceof Sequence children
          && children.items().size() == 1
          && children.items().getFirst() instanceof Mapping only
          && only.get("if") != null) {
        return true;
      }
    }
    List<String> path = List.of(moved.to().value().split("[/-]"));
    return WrittenNodes.any(
        project.declarations().mappings(),
        node -> {
          for (MappingEntry entry : node.entries()) {
            // The key of a node in a template begins with that of the use, or is that of the use.
            boolean meant =
                entry.value() instanceof Scalar key
                    && path.containsAll(List.of(key.value().split("[/-]")));
            if (meant && node.get("if") != null) {
              return true;
            }
          }
          return false;
        });
  }

  /// The reasons why an entry has no effect.
  private enum StaleMove {
    OLD_PATH_EXISTS,
    NEW_PATH_MISSING
  }

  /// The number of entries with each path, on one side of them.
  private static final class PathCounts {
    private final Map<String, Integer> counts = new HashMap<>();

    void add(String path) {
      counts.put(path, counts.getOrDefault(path, 0) + 1);
    }

    /// Whether another entry than that of `own` has this path or a group above it.
    boolean hasOther(String path, String own) {
      for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
        String group = path.substring(0, end);
        int self = group.equals(own) ? 1 : 0;
        if (counts.getOrDefault(group, 0) > self) {
          return true;
        }
      }
      return false;
    }
  }

  private Finding finding(ProjectContext project, MovedDecl moved, StaleMove problem) {
    Scalar path = problem == StaleMove.OLD_PATH_EXISTS ? moved.from() : moved.to();
    Finding finding =
        Finding.of(
                code(),
                path.span(),
                "\""
                    + path.value()
                    + (problem == StaleMove.OLD_PATH_EXISTS
                        ? "\" has moved and is still there"
                        : "\" is where a node has moved to, and is not a node"))
            .withHint("correct the path, or remove the entry once every target is applied");
    TextEdit removal = removal(project, moved);
    return removal == null ? finding : finding.withFix(Fix.unsafe("remove the entry", removal));
  }

  private static @Nullable TextEdit removal(ProjectContext project, MovedDecl moved) {
    for (Mapping document : project.declarations().mappings()) {
      if (document.get("moved") instanceof Sequence all && all.span().contains(moved.to().span())) {
        for (YamlNode item : all.items()) {
          if (item.span().contains(moved.to().span())) {
            return RemovalEdits.item(all, item);
          }
        }
      }
    }
    return null;
  }
}
