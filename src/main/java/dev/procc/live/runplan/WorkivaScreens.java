package dev.procc.live.runplan;

import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;

/// The words of Workiva's screens for manual steps.
///
/// According to the help centre ("Monitor a process"), each action in the process status view has a
/// menu with "Edit action" and "Cancel action"; a new assignee or location restarts the action; the
/// assignee and the approver get a mail when an edit is saved. The properties of the process are
/// edited in "Process properties". Before a start ("Build a process"), all of it is edited in the
/// process builder, the process itself under "Properties" in its toolbar.
final class WorkivaScreens {
  static final String CANCEL = "Process status > Cancel action";
  static final String ADD = "Process status > Add action";

  private WorkivaScreens() {}

  static String action(FieldSpec field) {
    return "Process status > Edit action > " + field.screenLabel();
  }

  static String group(FieldSpec field) {
    return "Process status > the group > " + field.screenLabel();
  }

  static String newGroup(FieldSpec field) {
    return "the new group > " + field.screenLabel();
  }

  static String process(FieldSpec field) {
    return "Process status > Process properties > " + field.screenLabel();
  }

  /// The screen of a process that is not started.
  ///
  /// @param kind of the node: `process`, `group` or an action
  static String beforeStart(String kind, String label) {
    return "Process builder > "
        + switch (kind) {
          case "process" -> "Properties";
          case "group" -> "the group";
          default -> "the action";
        }
        + " > "
        + label;
  }

  /// Whether a new value of a field restarts the action: the assignee or the location.
  static boolean restartsTask(String field) {
    return switch (FieldRole.of(field)) {
      case ASSIGNEE, DOCUMENT, SECTION -> true;
      default -> false;
    };
  }
}
