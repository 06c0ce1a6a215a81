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
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entry of `moved` that says nothing: its new path is no node, or its old one still is.
public final class MovedNowhere implements ProjectRule {
  private static final Code CODE = Code.warning("PC406", "moved-nowhere");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    if (!project.isComplete()) {
      return;
    }
    Map<MovedDecl, StaleMove> stale = new IdentityHashMap<>();
    Set<Span> valid = new HashSet<>();
    for (ProcessContext process : project.processes()) {
      for (MovedDecl moved : process.resolved().decl().moved()) {
        StaleMove problem = staleness(process, moved);
        if (problem == null) {
          valid.add(moved.to().span());
        } else {
          stale.put(moved, problem);
        }
      }
    }
    for (ProcessContext process : project.processes()) {
      for (MovedDecl moved : process.resolved().decl().moved()) {
        StaleMove problem = stale.get(moved);
        if (problem != null && valid.add(moved.to().span())) {
          findings.add(finding(project, moved, problem));
        }
      }
    }
  }

  /// Why an entry says nothing.
  private enum StaleMove {
    OLD_PATH_EXISTS,
    NEW_PATH_MISSING
  }

  private static @Nullable StaleMove staleness(ProcessContext process, MovedDecl moved) {
    Map<String, ResolvedNode> nodes = process.resolved().nodes();
    String root = process.identity() + "/";
    String from = moved.from().value();
    String to = moved.to().value();
    boolean targetOfOther = false;
    boolean sourceOfOther = false;
    for (MovedDecl other : process.resolved().decl().moved()) {
      targetOfOther |= other != moved && isWithin(from, other.to().value());
      sourceOfOther |= other != moved && isWithin(to, other.from().value());
    }
    if (nodes.containsKey(root + from) && !targetOfOther) {
      return StaleMove.OLD_PATH_EXISTS;
    }
    return nodes.containsKey(root + to) || sourceOfOther ? null : StaleMove.NEW_PATH_MISSING;
  }

  private static boolean isWithin(String path, String group) {
    return path.equals(group) || path.startsWith(group + "/");
  }

  private static Finding finding(ProjectContext project, MovedDecl moved, StaleMove problem) {
    Scalar path = problem == StaleMove.OLD_PATH_EXISTS ? moved.from() : moved.to();
    Finding finding =
        Finding.of(
                CODE,
                path.span(),
                "\""
                    + path.value()
                    + (problem == StaleMove.OLD_PATH_EXISTS
                        ? "\" has moved and is still there"
                        : "\" is where a node has moved to, and is no node"))
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
