package dev.procc.language.check.rules.tree;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.process.Group;
import java.util.function.Consumer;

/// A group with nothing in it, after loops and conditions.
public final class EmptyGroup implements ProcessRule {
  private static final Code CODE = Code.warning("PC403", "empty-group");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    if (!subject.sound()) {
      return;
    }
    for (NodeInfo group : subject.groups()) {
      if (!(group.node() instanceof Group node) || !node.children().isEmpty()) {
        continue;
      }
      boolean root = group.parent() == null;
      report.accept(
          Diagnostic.of(
                  CODE,
                  subject.span(group, "name"),
                  "\""
                      + group.display()
                      + "\" has no task in it"
                      + (root ? ", the process does nothing" : ""))
              .withHint(root ? "add a task" : "add a task, or leave the group out with if:")
              .withAddress(group.address()));
    }
  }
}
