package dev.procc.emulator.build;

import static dev.procc.emulator.build.Field.Part.FREE;
import static dev.procc.emulator.build.Field.Part.NEEDED;
import static dev.procc.emulator.build.Field.Part.SERVER;

import java.util.List;

/// One documented member of an object: the emulator's own table, in the order members are returned.
record Field(String name, Type type, Part part) {
  /// Who sets it: the caller must, the caller may, or the server alone does.
  enum Part {
    NEEDED,
    FREE,
    SERVER
  }

  static final List<Field> PROCESS =
      List.of(
          new Field("id", Type.TEXT, SERVER),
          new Field("name", Type.NAME, FREE),
          new Field("autoClose", Type.FLAG, NEEDED),
          new Field("certAutoApprove", Type.FLAG, NEEDED),
          new Field("relativeDates", Type.FLAG, NEEDED),
          new Field("businessStartDate", Type.DATE, FREE),
          new Field("businessEndDate", Type.DATE, FREE),
          new Field("businessDaysOfWeek", Type.DAYS, FREE),
          new Field("businessDateExclusions", Type.DATES, FREE),
          new Field("businessDateInclusions", Type.DATES, FREE),
          new Field("calendars", Type.TEXTS, FREE),
          new Field("dueDate", Type.DATE, FREE),
          new Field("defaultCertSignerReminders", Type.REMINDERS, FREE),
          new Field("defaultCertApproverReminders", Type.REMINDERS, FREE),
          new Field("ipmBetaEnabled", Type.FLAG, FREE),
          new Field("iwmOptOut", Type.FLAG, FREE),
          new Field("processTemplate", Type.TEXT, SERVER),
          new Field("sourceProcessRun", Type.TEXT, SERVER),
          new Field("revision", Type.TEXT, SERVER),
          new Field("created", Type.OBJECT, SERVER),
          new Field("modified", Type.OBJECT, SERVER),
          new Field("root", Type.OBJECT, FREE));

  static final List<Field> GROUP =
      List.of(
          new Field("id", Type.TEXT, SERVER),
          new Field("name", Type.TEXT, FREE),
          new Field("parallel", Type.FLAG, NEEDED),
          new Field("readOnly", Type.FLAG, NEEDED),
          new Field("triggerType", Type.TRIGGER, FREE),
          new Field("dueDate", Type.DATE, FREE),
          new Field("ordinal", Type.TEXT, SERVER),
          new Field("parent", Type.TEXT, SERVER),
          new Field("revision", Type.TEXT, SERVER),
          new Field("created", Type.OBJECT, SERVER),
          new Field("modified", Type.OBJECT, SERVER),
          new Field("children", Type.ARRAY, FREE));

  static final List<Field> CHILD =
      List.of(
          new Field("type", Type.TEXT, NEEDED),
          new Field("job", Type.OBJECT, FREE),
          new Field("group", Type.OBJECT, FREE));

  static final List<Field> JOB =
      List.of(
          new Field("id", Type.TEXT, SERVER),
          new Field("action", Type.ACTION, FREE),
          new Field("arguments", Type.OBJECT, FREE),
          new Field("triggerType", Type.TRIGGER, FREE),
          new Field("ordinal", Type.TEXT, SERVER),
          new Field("parent", Type.TEXT, SERVER),
          new Field("readOnly", Type.FLAG, SERVER),
          new Field("revision", Type.TEXT, SERVER),
          new Field("tags", Type.ARRAY, SERVER),
          new Field("created", Type.OBJECT, SERVER),
          new Field("modified", Type.OBJECT, SERVER),
          new Field("generated", Type.OBJECT, SERVER));

  static final List<Field> TASK =
      List.of(
          new Field("title", Type.TEXT, FREE),
          new Field("assignee", Type.PARTICIPANT, FREE),
          new Field("approver", Type.PARTICIPANT, FREE),
          new Field("assigneeUser", Type.USER, FREE),
          new Field("approverUser", Type.USER, FREE),
          new Field("document", Type.TEXT, FREE),
          new Field("section", Type.TEXT, FREE),
          new Field("dueDate", Type.DATE, FREE),
          new Field("approverDueDate", Type.DATE, FREE),
          new Field("instructions", Type.TEXT, FREE),
          new Field("assigneeReminders", Type.OBJECT, FREE),
          new Field("approverReminders", Type.OBJECT, FREE));

  static final List<Field> PARTICIPANT =
      List.of(new Field("id", Type.TEXT, NEEDED), new Field("type", Type.TEXT, FREE));
}
