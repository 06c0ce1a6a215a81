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
  private MailNotices() {}

  /// What is known, then what is not, of the steps and additions: sentences without a full stop.
  static List<String> of(List<ManualStep> steps, List<TaskAddition> additions) {
    List<String> notices = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    if (!additions.isEmpty() || steps.stream().anyMatch(MailNotices::isSentLater)) {
      notices.add(
          "When Workiva sends a task, it notifies the assignee; whether by mail, and whether the"
              + " approver too, is not documented");
    }
    if (steps.stream().anyMatch(MailNotices::editsWaiting)) {
      unknown.add("whether an edit of a task that is not sent yet mails anybody");
    }
    if (steps.stream().anyMatch(step -> step.kind().isOfMany())) {
      unknown.add("whether an edit of the process or a group mails anybody");
    }
    if (steps.stream().anyMatch(MailNotices::replacesPerson)) {
      unknown.add("whether the person who loses a task or an approval is told");
    }
    if (steps.stream().anyMatch(MailNotices::cancelsSent)) {
      unknown.add("who is told that a task is cancelled");
    }
    if (!unknown.isEmpty()) {
      notices.add("Not documented: " + String.join("; ", unknown));
    }
    return notices;
  }

  private static boolean isSentLater(ManualStep step) {
    return step.kind() == ManualStepKind.ADD_TASK || editsWaiting(step);
  }

  private static boolean editsWaiting(ManualStep step) {
    return step.kind() == ManualStepKind.EDIT_TASK && isWaiting(step);
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
