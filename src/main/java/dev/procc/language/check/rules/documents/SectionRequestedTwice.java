package dev.procc.language.check.rules.documents;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.check.rules.WrittenScalars;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.process.ProcessGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A section that is requested from two people at the same time.
public final class SectionRequestedTwice extends ProcessRule {
  /// The most requests of a section with which another is compared.
  private static final int MAX_COMPARED = 100;

  public SectionRequestedTwice() {
    super(Code.info("PC324", "section-requested-twice"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Map<String, List<TaskView>> requests = new HashMap<>();
    for (TaskView task : process.tasks()) {
      if (task.kind().equals(ActionKind.CONTENT_REQUEST)
          && task.get(FieldRole.DOCUMENT) instanceof Json.Str document
          && task.get(FieldRole.SECTION) instanceof Json.Str section) {
        List<TaskView> before =
            requests.computeIfAbsent(
                document.value() + "\n" + section.value(), none -> new ArrayList<>(1));
        TaskView first = firstBeside(process, before, task);
        if (first != null) {
          findings.add(finding(process, first, task));
        }
        if (before.size() < MAX_COMPARED) {
          before.add(task);
        }
      }
    }
  }

  /// The first request that runs at the same time as another and is to another person; null if
  /// there is none.
  private static @Nullable TaskView firstBeside(
      ProcessContext process, List<TaskView> before, TaskView task) {
    Json assignee = task.get(FieldRole.ASSIGNEE);
    for (TaskView each : before) {
      Json other = each.get(FieldRole.ASSIGNEE);
      if (assignee != null
          && other != null
          && !assignee.equals(other)
          && runInParallel(process, each, task)) {
        return each;
      }
    }
    return null;
  }

  /// Whether the nearest group around both runs its children at the same time.
  private static boolean runInParallel(ProcessContext process, TaskView a, TaskView b) {
    Map<String, ResolvedNode> nodes = process.resolved().nodes();
    Set<String> above = new HashSet<>();
    for (String at = a.resolved().parent(); at != null; at = parent(nodes, at)) {
      above.add(at);
    }
    String at = b.resolved().parent();
    while (at != null && !above.contains(at)) {
      at = parent(nodes, at);
    }
    ResolvedNode group = at == null ? null : nodes.get(at);
    return group != null && group.node() instanceof ProcessGroup both && both.isParallel();
  }

  private static @Nullable String parent(Map<String, ResolvedNode> nodes, String address) {
    ResolvedNode node = nodes.get(address);
    return node == null ? null : node.parent();
  }

  private Finding finding(ProcessContext process, TaskView first, TaskView task) {
    Span at = process.span(task.resolved(), FieldRole.SECTION);
    Scalar written = WrittenScalars.find(task.resolved(), FieldRole.SECTION);
    return Finding.of(
            code(),
            at,
            "\""
                + (written == null ? at.text() : written.value())
                + "\" is asked of two people at the same time, "
                + first.resolved().node().key()
                + " and "
                + task.resolved().node().key())
        .withLabel(process.span(first.resolved(), FieldRole.SECTION), "asked here too")
        .withHint("let one follow the other, or ask for two sections")
        .withAddress(task.address(FieldRole.SECTION));
  }
}
