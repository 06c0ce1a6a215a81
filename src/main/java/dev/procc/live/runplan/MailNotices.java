package dev.procc.live.runplan;

import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.List;

/// What Workiva's documents say, and do not say, about who is notified of the changes of a run.
///
/// According to the help centre, a task notifies people of their assignment ("Build a process"),
/// and the assignee and the approver get a mail when an edit is saved ("Monitor a process").
final class MailNotices {
  private static final String OF_MANY =
      "Whether Workiva mails anybody about the process or a group is not documented";
  private static final String ON_SEND =
      "Workiva notifies the assignee when it sends a task; whether by mail, and whether the"
          + " approver too, is not documented";
  private static final String TO_FORMER =
      "Whether Workiva tells the person who loses a task or an approval is not documented";
  private static final String ON_CANCEL =
      "Workiva sends a notice that a task is cancelled; to whom is not documented";

  private MailNotices() {}

  /// The sentences that the steps and additions raise, each once and without a full stop.
  static List<String> of(List<ManualStep> steps, List<TaskAddition> additions) {
    List<String> notices = new ArrayList<>();
    if (!additions.isEmpty() || steps.stream().anyMatch(MailNotices::isSentLater)) {
      notices.add(ON_SEND);
    }
    if (steps.stream().anyMatch(MailNotices::replacesPerson)) {
      notices.add(TO_FORMER);
    }
    if (steps.stream().anyMatch(MailNotices::cancelsSent)) {
      notices.add(ON_CANCEL);
    }
    if (steps.stream().anyMatch(step -> step.kind().isOfMany())) {
      notices.add(OF_MANY);
    }
    return notices;
  }

  private static boolean isSentLater(ManualStep step) {
    return step.kind() == ManualStepKind.ADD_TASK
        || step.kind() == ManualStepKind.EDIT_TASK && isWaiting(step);
  }

  private static boolean replacesPerson(ManualStep step) {
    return step.kind() == ManualStepKind.EDIT_TASK
        && !isWaiting(step)
        && step.edits().stream()
            .anyMatch(edit -> edit.before() != null && isPerson(FieldRole.of(edit.field())));
  }

  private static boolean isPerson(FieldRole role) {
    return role == FieldRole.ASSIGNEE || role == FieldRole.APPROVER;
  }

  private static boolean cancelsSent(ManualStep step) {
    return step.kind() == ManualStepKind.CANCEL_TASK && !isWaiting(step);
  }

  private static boolean isWaiting(ManualStep step) {
    return step.target().state().equals("waiting");
  }
}
