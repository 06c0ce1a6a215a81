package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;
import java.util.HashMap;
import java.util.Map;

/// Two nodes side by side have one title: nobody who gets them can tell which is which.
public final class SameTitleTwice implements ProcessRule {
  private static final Code CODE = Code.warning("PC405", "same-title-twice");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Map<String, Map<String, ResolvedNode>> seen = new HashMap<>();
    for (TaskView task : process.tasks()) {
      if (task.title() instanceof Json.Str title) {
        checkTitle(process, seen, task.resolved(), title.value(), FieldRole.TITLE, findings);
      }
    }
    seen.clear();
    for (ResolvedNode group : process.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_NAME) instanceof Json.Str name) {
        checkTitle(process, seen, group, name.value(), FieldRole.NAME, findings);
      }
    }
  }

  private static void checkTitle(
      ProcessContext process,
      Map<String, Map<String, ResolvedNode>> seen,
      ResolvedNode node,
      String title,
      FieldRole role,
      Findings findings) {
    String parent = node.parent();
    if (parent == null || title.contains("{{")) {
      return;
    }
    ResolvedNode first =
        seen.computeIfAbsent(parent, none -> new HashMap<>()).putIfAbsent(title, node);
    if (first == null) {
      return;
    }
    String field = role.fieldName();
    Span span = process.span(node, role);
    Span firstSpan = process.span(first, role);
    Finding finding =
        Finding.of(
                CODE,
                span,
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
    findings.add(
        span.equals(firstSpan)
            ? finding.withHint("put what tells them apart into the text, as {{ entity.label }}")
            : finding
                .withLabel(firstSpan, "first here")
                .withHint("give one of them another " + field));
  }
}
