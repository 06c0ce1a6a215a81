package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.FieldRole;
import java.util.HashSet;
import java.util.Set;

/// A participant that is no user: the API was never seen to take one.
public final class ParticipantNotAUser implements ProcessRule {
  private static final Code CODE = Code.info("PC505", "participant-not-a-user");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Set<Json> reported = new HashSet<>();
    for (TaskView task : process.tasks()) {
      checkParticipant(process, task, FieldRole.ASSIGNEE, reported, findings);
      checkParticipant(process, task, FieldRole.APPROVER, reported, findings);
    }
  }

  /// Each participant once, where it is first named.
  private static void checkParticipant(
      ProcessContext process,
      TaskView task,
      FieldRole role,
      Set<Json> reported,
      Findings findings) {
    if (!(task.value(role) instanceof Json.Obj object)
        || !(object.get("type") instanceof Json.Str type)
        || type.value().equals("user")
        || !reported.add(object)) {
      return;
    }
    findings.add(
        Finding.of(
                CODE,
                process.span(task.resolved(), role),
                "\"" + type.value() + "\" is the type of this participant, the API shows only user")
            .withHint("name a user, or try it on the target first")
            .withAddress(task.address() + ":" + role.fieldName()));
  }
}
