package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Span;
import dev.procc.language.ast.MovedDecl;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Whole;
import dev.procc.language.check.rules.Removal;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Sequence;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An entry of `moved` that says nothing: its new path is no node, or its old one still is.
public final class MovedNowhere implements ProjectRule {
  private static final Code CODE = Code.warning("PC406", "moved-nowhere");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Whole whole, Consumer<Diagnostic> report) {
    if (!whole.complete()) {
      return;
    }
    Map<MovedDecl, String> stale = new IdentityHashMap<>();
    Set<Span> sound = new HashSet<>();
    for (Subject process : whole.processes()) {
      for (MovedDecl moved : process.resolved().decl().moved()) {
        String fault = fault(process, moved);
        if (fault == null) {
          sound.add(moved.to().span());
        } else {
          stale.put(moved, fault);
        }
      }
    }
    for (Subject process : whole.processes()) {
      for (MovedDecl moved : process.resolved().decl().moved()) {
        String fault = stale.get(moved);
        if (fault != null && sound.add(moved.to().span())) {
          report.accept(found(whole, moved, fault));
        }
      }
    }
  }

  private static @Nullable String fault(Subject process, MovedDecl moved) {
    Map<String, NodeInfo> nodes = process.resolved().nodes();
    String root = process.identity() + "/";
    String from = moved.from().value();
    String to = moved.to().value();
    boolean another = false;
    boolean further = false;
    for (MovedDecl other : process.resolved().decl().moved()) {
      another |= other != moved && within(from, other.to().value());
      further |= other != moved && within(to, other.from().value());
    }
    if (nodes.containsKey(root + from) && !another) {
      return "\"" + from + "\" has moved and is still there";
    }
    return nodes.containsKey(root + to) || further
        ? null
        : "\"" + to + "\" is where a node has moved to, and is no node";
  }

  private static boolean within(String path, String group) {
    return path.equals(group) || path.startsWith(group + "/");
  }

  private static Diagnostic found(Whole whole, MovedDecl moved, String fault) {
    boolean still = fault.endsWith("still there");
    Diagnostic found =
        Diagnostic.of(CODE, still ? moved.from().span() : moved.to().span(), fault)
            .withHint("correct the path, or remove the entry once every target is applied");
    Edit removal = removal(whole, moved);
    return removal == null ? found : found.withFix(Fix.unsafe("remove the entry", removal));
  }

  private static @Nullable Edit removal(Whole whole, MovedDecl moved) {
    for (Mapping document : whole.documents().written()) {
      if (document.get("moved") instanceof Sequence all && all.span().contains(moved.to().span())) {
        for (Node item : all.items()) {
          if (item.span().contains(moved.to().span())) {
            return Removal.item(all, item);
          }
        }
      }
    }
    return null;
  }
}
