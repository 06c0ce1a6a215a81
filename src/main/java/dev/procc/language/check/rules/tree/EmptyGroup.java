package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.process.ProcessGroup;

/// A group that is empty after loops and conditions.
public final class EmptyGroup extends ProcessRule {
  public EmptyGroup() {
    super(Code.warning("PC403", "empty-group"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (ResolvedNode group : process.groups()) {
      boolean unknown = group.decl() instanceof GroupDecl decl && decl.isIncomplete();
      if (unknown || !(group.node() instanceof ProcessGroup node) || !node.children().isEmpty()) {
        continue;
      }
      boolean root = group.parent() == null;
      findings.add(
          Finding.of(
                  code(),
                  process.span(group, FieldRole.NAME),
                  "\""
                      + group.display()
                      + "\" has no task in it"
                      + (root ? ", the process does nothing" : ""))
              .withHint(root ? "add a task" : "add a task, or leave the group out with if:")
              .withAddress(group.address()));
    }
  }
}
