package dev.procc.model.catalog;

import org.jspecify.annotations.Nullable;

/// The role of a field, the same in every schema: the assignee of a task and that of a content
/// request have one role.
///
/// The role follows from the field's name. `OTHER` is for fields that no code looks up by their
/// meaning.
public enum FieldRole {
  /// The name of a process or group.
  NAME("name"),
  /// The title of a job.
  TITLE("title"),
  DUE_DATE("dueDate", "due date"),
  APPROVAL_DUE("approverDueDate", "approval due date"),
  SCHEDULE_START("businessStartDate", "first day of the schedule"),
  SCHEDULE_END("businessEndDate", "last day of the schedule"),
  /// The weekdays that are business days.
  WEEKDAYS("businessDaysOfWeek"),
  DAYS_OFF("businessDateExclusions"),
  EXTRA_DAYS("businessDateInclusions"),
  /// The calendars that are shown with the process.
  CALENDARS("calendars"),
  ASSIGNEE("assignee"),
  APPROVER("approver"),
  DOCUMENT("document"),
  SECTION("section"),
  INSTRUCTIONS("instructions"),
  ASSIGNEE_REMINDERS("assigneeReminders"),
  APPROVER_REMINDERS("approverReminders"),
  /// The trigger that starts a node.
  TRIGGER("triggerType"),
  /// Whether the children of a group all start at the same time.
  PARALLEL("parallel"),
  READ_ONLY("readOnly"),
  /// The kind of a job.
  ACTION("action"),
  /// The arguments of a job: raw JSON for a kind whose arguments the API does not document.
  ARGUMENTS("arguments"),
  ROOT("root"),
  CHILDREN("children"),
  OTHER("");

  private static final FieldRole[] ALL = values();

  private final String fieldName;
  private final String noun;

  FieldRole(String fieldName) {
    this(fieldName, fieldName);
  }

  FieldRole(String fieldName, String noun) {
    this.fieldName = fieldName;
    this.noun = noun;
  }

  /// The role of fields with a name; `OTHER` if there is none.
  public static FieldRole of(@Nullable String fieldName) {
    for (FieldRole role : ALL) {
      if (role.fieldName.equals(fieldName)) {
        return role;
      }
    }
    return OTHER;
  }

  /// The API's name of fields with this role, `approverDueDate`; empty for `OTHER`.
  public String fieldName() {
    return fieldName;
  }

  /// The noun for it in a sentence: `approval due date`.
  public String noun() {
    return noun;
  }

  /// Whether it is what people call a node by: the name of a group, the title of a job.
  public boolean isName() {
    return this == NAME || this == TITLE;
  }

  public boolean isDueDate() {
    return this == DUE_DATE || this == APPROVAL_DUE;
  }

  /// Whether it is a due date or an end of the schedule.
  public boolean isDate() {
    return isDueDate() || this == SCHEDULE_START || this == SCHEDULE_END;
  }

  public boolean isParticipant() {
    return this == ASSIGNEE || this == APPROVER;
  }
}
