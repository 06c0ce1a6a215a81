package dev.procc.language.check.rules.people;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;

/// A person who approves their own work, which is no separation of duties.
public final class PreparerApproves extends ProcessRule {
  public PreparerApproves() {
    super(Code.warning("PC308", "preparer-approves"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (ResolvedNode node : process.resolved().nodes().values()) {
      Json assignee = node.node().field(FieldRole.ASSIGNEE);
      if (assignee == null
          || assignee instanceof Json.Null
          || !assignee.equals(node.node().field(FieldRole.APPROVER))) {
        continue;
      }
      Origin assigneeOrigin = process.origin(node, FieldRole.ASSIGNEE);
      Origin approverOrigin = process.origin(node, FieldRole.APPROVER);
      if (assigneeOrigin == null || approverOrigin == null) {
        continue;
      }
      Finding finding =
          Finding.of(
                  code(), approverOrigin.span(), describe(node) + " both does this and approves it")
              .withHint("name another approver")
              .withAddress(node.address(FieldRole.APPROVER));
      findings.add(
          assigneeOrigin.span().equals(approverOrigin.span())
              ? finding
              : finding.withLabel(assigneeOrigin.span(), "does it"));
    }
  }

  private static String describe(ResolvedNode node) {
    PersonDecl person = node.assignee();
    return person == null ? "The same participant" : person.displayName();
  }
}
