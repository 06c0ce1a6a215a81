package dev.procc.language.check.rules.preview;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A participant that is no user: the API was never seen to take one.
public final class GroupAsParticipant implements ProcessRule {
  private static final Code CODE = Code.info("PC505", "participant-not-a-user");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    Set<Json> told = new HashSet<>();
    for (Task task : subject.tasks()) {
      one(subject, task, "assignee", task.assignee(), told, report);
      one(subject, task, "approver", task.approver(), told, report);
    }
  }

  /// Each participant once, where it is first named.
  private static void one(
      Subject subject,
      Task task,
      String field,
      @Nullable Json participant,
      Set<Json> told,
      Consumer<Diagnostic> report) {
    if (!(participant instanceof Json.Obj object)
        || !(object.get("type") instanceof Json.Str type)
        || type.value().equals("user")
        || !told.add(object)) {
      return;
    }
    report.accept(
        Diagnostic.of(
                CODE,
                subject.span(task.info(), field),
                "\"" + type.value() + "\" is the type of this participant, the API shows only user")
            .withHint("name a user, or try it on the target first")
            .withAddress(task.address() + ":" + field));
  }
}
