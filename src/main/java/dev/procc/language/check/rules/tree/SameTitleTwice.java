package dev.procc.language.check.rules.tree;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.catalog.Fields;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Two nodes side by side have one title: nobody who gets them can tell which is which.
public final class SameTitleTwice implements ProcessRule {
  private static final Code CODE = Code.warning("PC405", "same-title-twice");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Map<String, Map<String, NodeInfo>> seen = new HashMap<>();
    for (Task task : subject.tasks()) {
      if (task.title() instanceof Json.Str title) {
        one(subject, seen, task.info(), title.value(), "title", report);
      }
    }
    seen.clear();
    for (NodeInfo group : subject.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_NAME) instanceof Json.Str name) {
        one(subject, seen, group, name.value(), "name", report);
      }
    }
  }

  private static void one(
      Subject subject,
      Map<String, Map<String, NodeInfo>> seen,
      NodeInfo node,
      String title,
      String field,
      Consumer<Diagnostic> report) {
    String parent = node.parent();
    if (parent == null || title.contains("{{")) {
      return;
    }
    NodeInfo first = seen.computeIfAbsent(parent, none -> new HashMap<>()).putIfAbsent(title, node);
    if (first == null) {
      return;
    }
    Span here = subject.span(node, field);
    Span before = subject.span(first, field);
    Diagnostic found =
        Diagnostic.of(
                CODE,
                here,
                "\""
                    + title
                    + "\" is the "
                    + field
                    + " of "
                    + first.node().key()
                    + " and of "
                    + node.node().key()
                    + ", side by side in one group")
            .withAddress(node.address() + ":" + field);
    report.accept(
        here.equals(before)
            ? found.withHint("put what tells them apart into the text, as {{ entity.label }}")
            : found.withLabel(before, "first here").withHint("give one of them another " + field));
  }
}
