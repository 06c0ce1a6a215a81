package dev.procc.live.runplan;

/// The words of Workiva's screens for what is done to a run by hand.
///
/// As the help centre has them ("Monitor a process"): in the process status view each action has a
/// menu with "Edit action" and "Cancel action"; a new assignee or location restarts the action; the
/// assignee and the approver get mail when an edit is saved. The properties of the process are
/// edited in "Process properties".
final class WorkivaScreens {
  static final String CANCEL = "Process status > Cancel action";
  static final String ADD = "Process status > Add action";

  private WorkivaScreens() {}

  static String action(String field) {
    return "Process status > Edit action > " + label(field);
  }

  static String group(String field) {
    return "Process status > the group > " + label(field);
  }

  static String process(String field) {
    return "Process status > Process properties > " + label(field);
  }

  /// Whether a new value restarts the action: the assignee or the location.
  static boolean restartsTask(String field) {
    return switch (field) {
      case "assignee", "document", "section" -> true;
      default -> false;
    };
  }

  private static String label(String field) {
    return switch (field) {
      case "title" -> "Title";
      case "name" -> "Name";
      case "assignee" -> "Assigned to";
      case "approver" -> "Approval by";
      case "dueDate" -> "Due date";
      case "approverDueDate" -> "Approval due";
      case "document" -> "File";
      case "section" -> "Section";
      case "instructions" -> "Instructions";
      case "triggerType", "parallel" -> "Trigger";
      default -> field;
    };
  }
}
