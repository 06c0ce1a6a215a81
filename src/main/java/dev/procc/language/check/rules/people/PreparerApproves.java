package dev.procc.language.check.rules.people;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.catalog.Field;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Somebody approves their own work: no separation of duties.
public final class PreparerApproves implements ProcessRule {
  private static final Code CODE = Code.warning("PC308", "preparer-approves");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    for (NodeInfo node : subject.resolved().nodes().values()) {
      Json assignee = field(node, "assignee");
      if (assignee == null || !assignee.equals(field(node, "approver"))) {
        continue;
      }
      Origin does = subject.origin(node.address(), "assignee");
      Origin approves = subject.origin(node.address(), "approver");
      if (does == null || approves == null) {
        continue;
      }
      Diagnostic found =
          Diagnostic.of(CODE, approves.span(), who(node) + " does this and approves it")
              .withHint("name another approver, or none with approver: null")
              .withAddress(node.address() + ":approver");
      report.accept(
          does.span().equals(approves.span()) ? found : found.withLabel(does.span(), "does it"));
    }
  }

  private static String who(NodeInfo node) {
    PersonDecl person = node.assignee();
    return person == null ? "The same participant" : person.display();
  }

  static @Nullable Json field(NodeInfo node, String name) {
    for (var entry : node.node().fields().entrySet()) {
      Field field = entry.getKey();
      if (field.name().equals(name)) {
        return entry.getValue() instanceof Json.Null ? null : entry.getValue();
      }
    }
    return null;
  }
}
