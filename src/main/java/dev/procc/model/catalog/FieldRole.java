package dev.procc.model.catalog;

import org.jspecify.annotations.Nullable;

/// What a field is for, whatever schema has it: the assignee of a task and that of a content
/// request have one role.
///
/// A field has one role by its name, in every schema. Fields that nothing asks for by their meaning
/// are `OTHER`.
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
  /// Calendars shown beside the process.
  CALENDARS("calendars"),
  ASSIGNEE("assignee"),
  APPROVER("approver"),
  DOCUMENT("document"),
  SECTION("section"),
  INSTRUCTIONS("instructions"),
  ASSIGNEE_REMINDERS("assigneeReminders"),
  APPROVER_REMINDERS("approverReminders"),
  /// What starts a node.
  TRIGGER("triggerType"),
  /// Whether the children of a group start all at the same time.
  PARALLEL("parallel"),
  READ_ONLY("readOnly"),
  /// The kind of a job.
  ACTION("action"),
  /// The arguments of a job; of a kind whose arguments the API does not publish, raw JSON.
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

  /// The role of the fields of that name; `OTHER` if they have none.
  public static FieldRole of(@Nullable String fieldName) {
    for (FieldRole role : ALL) {
      if (role.fieldName.equals(fieldName)) {
        return role;
      }
    }
    return OTHER;
  }

  /// The API's name of the fields of this role, `approverDueDate`; empty for `OTHER`.
  public String fieldName() {
    return fieldName;
  }

  /// What people call it in a sentence: `approval due date`.
  public String noun() {
    return noun;
  }

  /// Whether it is what people call a node: the name of a group, the title of a job.
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
