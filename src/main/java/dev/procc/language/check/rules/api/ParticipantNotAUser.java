package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      checkParticipant(process, task, "assignee", task.assignee(), reported, findings);
      checkParticipant(process, task, "approver", task.approver(), reported, findings);
    }
  }

  /// Each participant once, where it is first named.
  private static void checkParticipant(
      ProcessContext process,
      TaskView task,
      String field,
      @Nullable Json participant,
      Set<Json> reported,
      Findings findings) {
    if (!(participant instanceof Json.Obj object)
        || !(object.get("type") instanceof Json.Str type)
        || type.value().equals("user")
        || !reported.add(object)) {
      return;
    }
    findings.add(
        Finding.of(
                CODE,
                process.span(task.resolved(), field),
                "\"" + type.value() + "\" is the type of this participant, the API shows only user")
            .withHint("name a user, or try it on the target first")
            .withAddress(task.address() + ":" + field));
  }
}
