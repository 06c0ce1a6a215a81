package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;
import java.util.HashSet;
import java.util.Set;

/// A participant that is not a user, which the API is not known to accept. Each participant is
/// reported once, where it is first named.
public final class ParticipantNotAUser extends ProcessRule {
  private static final FieldRole[] PARTICIPANTS = {FieldRole.ASSIGNEE, FieldRole.APPROVER};

  public ParticipantNotAUser() {
    super(Code.info("PC505", "participant-not-a-user"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    Set<Json> reported = new HashSet<>();
    for (TaskView task : process.tasks()) {
      for (FieldRole role : PARTICIPANTS) {
        if (task.get(role) instanceof Json.Obj participant
            && participant.get(Fields.PARTICIPANT_TYPE.name()) instanceof Json.Str type
            && !type.value().equals("user")
            && reported.add(participant)) {
          findings.add(finding(process, task, role, type.value()));
        }
      }
    }
  }

  private Finding finding(ProcessContext process, TaskView task, FieldRole role, String type) {
    return Finding.of(
            code(),
            process.span(task.resolved(), role),
            "\"" + type + "\" is the type of this participant, the API shows only user")
        .withHint("name a user, or try it on the target first")
        .withAddress(task.address(role));
  }
}
