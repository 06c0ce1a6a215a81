package dev.procc.language.check.rules.documents;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.process.Group;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Two people are asked for one section at the same time.
public final class SectionRequestedTwice implements ProcessRule {
  private static final Code CODE = Code.info("PC324", "section-requested-twice");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Map<String, Task> asked = new HashMap<>();
    for (Task task : subject.tasks()) {
      if (task.is("contentRequest")
          && task.document() instanceof Json.Str document
          && task.section() instanceof Json.Str section) {
        Task first = asked.putIfAbsent(document.value() + "\n" + section.value(), task);
        Json assignee = first == null ? null : first.assignee();
        if (first != null
            && assignee != null
            && task.assignee() != null
            && !assignee.equals(task.assignee())
            && together(subject, first, task)) {
          report.accept(found(subject, first, task));
        }
      }
    }
  }

  /// Whether the nearest group around both runs its children at the same time.
  private static boolean together(Subject subject, Task a, Task b) {
    Map<String, NodeInfo> nodes = subject.resolved().nodes();
    Set<String> above = new HashSet<>();
    for (String at = a.info().parent(); at != null; at = parent(nodes, at)) {
      above.add(at);
    }
    String at = b.info().parent();
    while (at != null && !above.contains(at)) {
      at = parent(nodes, at);
    }
    NodeInfo group = at == null ? null : nodes.get(at);
    return group != null && group.node() instanceof Group both && both.parallel();
  }

  private static @Nullable String parent(Map<String, NodeInfo> nodes, String address) {
    NodeInfo node = nodes.get(address);
    return node == null ? null : node.parent();
  }

  private static Diagnostic found(Subject subject, Task first, Task task) {
    return Diagnostic.of(
            CODE,
            subject.span(task.info(), "section"),
            "\""
                + subject.span(task.info(), "section").text()
                + "\" is asked of two people at the same time, "
                + first.info().node().key()
                + " and "
                + task.info().node().key())
        .withLabel(subject.span(first.info(), "section"), "asked here too")
        .withHint("let one follow the other, or ask for two sections")
        .withAddress(task.address() + ":section");
  }
}
