package dev.procc.emulator.build;

import static dev.procc.emulator.build.MemberSpec.Presence.OPTIONAL;
import static dev.procc.emulator.build.MemberSpec.Presence.REQUIRED;
import static dev.procc.emulator.build.MemberSpec.Presence.SERVER;

import java.util.List;

/// A documented member of an object. The order of the tables is that of responses.
record MemberSpec(String name, MemberType type, Presence presence) {
  /// The party that sets it: the caller has to, the caller may, or only the server does.
  enum Presence {
    REQUIRED,
    OPTIONAL,
    SERVER
  }

  static final List<MemberSpec> PROCESS =
      List.of(
          new MemberSpec("id", MemberType.TEXT, SERVER),
          new MemberSpec("name", MemberType.NAME, OPTIONAL),
          new MemberSpec("autoClose", MemberType.FLAG, REQUIRED),
          new MemberSpec("certAutoApprove", MemberType.FLAG, REQUIRED),
          new MemberSpec("relativeDates", MemberType.FLAG, REQUIRED),
          new MemberSpec("businessStartDate", MemberType.DATE, OPTIONAL),
          new MemberSpec("businessEndDate", MemberType.DATE, OPTIONAL),
          new MemberSpec("businessDaysOfWeek", MemberType.DAYS, OPTIONAL),
          new MemberSpec("businessDateExclusions", MemberType.DATES, OPTIONAL),
          new MemberSpec("businessDateInclusions", MemberType.DATES, OPTIONAL),
          new MemberSpec("calendars", MemberType.TEXTS, OPTIONAL),
          new MemberSpec("dueDate", MemberType.DATE, OPTIONAL),
          new MemberSpec("defaultCertSignerReminders", MemberType.REMINDERS, OPTIONAL),
          new MemberSpec("defaultCertApproverReminders", MemberType.REMINDERS, OPTIONAL),
          new MemberSpec("ipmBetaEnabled", MemberType.FLAG, OPTIONAL),
          new MemberSpec("iwmOptOut", MemberType.FLAG, OPTIONAL),
          new MemberSpec("processTemplate", MemberType.TEXT, SERVER),
          new MemberSpec("sourceProcessRun", MemberType.TEXT, SERVER),
          new MemberSpec("revision", MemberType.TEXT, SERVER),
          new MemberSpec("created", MemberType.OBJECT, SERVER),
          new MemberSpec("modified", MemberType.OBJECT, SERVER),
          new MemberSpec("root", MemberType.OBJECT, OPTIONAL));

  static final List<MemberSpec> GROUP =
      List.of(
          new MemberSpec("id", MemberType.TEXT, SERVER),
          new MemberSpec("name", MemberType.TEXT, OPTIONAL),
          new MemberSpec("parallel", MemberType.FLAG, REQUIRED),
          new MemberSpec("readOnly", MemberType.FLAG, REQUIRED),
          new MemberSpec("triggerType", MemberType.TRIGGER, OPTIONAL),
          new MemberSpec("dueDate", MemberType.DATE, OPTIONAL),
          new MemberSpec("ordinal", MemberType.TEXT, SERVER),
          new MemberSpec("parent", MemberType.TEXT, SERVER),
          new MemberSpec("revision", MemberType.TEXT, SERVER),
          new MemberSpec("created", MemberType.OBJECT, SERVER),
          new MemberSpec("modified", MemberType.OBJECT, SERVER),
          new MemberSpec("children", MemberType.ARRAY, OPTIONAL));

  static final List<MemberSpec> CHILD =
      List.of(
          new MemberSpec("type", MemberType.TEXT, REQUIRED),
          new MemberSpec("job", MemberType.OBJECT, OPTIONAL),
          new MemberSpec("group", MemberType.OBJECT, OPTIONAL));

  static final List<MemberSpec> JOB =
      List.of(
          new MemberSpec("id", MemberType.TEXT, SERVER),
          new MemberSpec("action", MemberType.ACTION, OPTIONAL),
          new MemberSpec("arguments", MemberType.OBJECT, OPTIONAL),
          new MemberSpec("triggerType", MemberType.TRIGGER, OPTIONAL),
          new MemberSpec("ordinal", MemberType.TEXT, SERVER),
          new MemberSpec("parent", MemberType.TEXT, SERVER),
          new MemberSpec("readOnly", MemberType.FLAG, SERVER),
          new MemberSpec("revision", MemberType.TEXT, SERVER),
          new MemberSpec("tags", MemberType.ARRAY, SERVER),
          new MemberSpec("created", MemberType.OBJECT, SERVER),
          new MemberSpec("modified", MemberType.OBJECT, SERVER),
          new MemberSpec("generated", MemberType.OBJECT, SERVER));

  static final List<MemberSpec> TASK =
      List.of(
          new MemberSpec("title", MemberType.TEXT, OPTIONAL),
          new MemberSpec("assignee", MemberType.PARTICIPANT, OPTIONAL),
          new MemberSpec("approver", MemberType.PARTICIPANT, OPTIONAL),
          new MemberSpec("assigneeUser", MemberType.USER, OPTIONAL),
          new MemberSpec("approverUser", MemberType.USER, OPTIONAL),
          new MemberSpec("document", MemberType.TEXT, OPTIONAL),
          new MemberSpec("section", MemberType.TEXT, OPTIONAL),
          new MemberSpec("dueDate", MemberType.DATE, OPTIONAL),
          new MemberSpec("approverDueDate", MemberType.DATE, OPTIONAL),
          new MemberSpec("instructions", MemberType.TEXT, OPTIONAL),
          new MemberSpec("assigneeReminders", MemberType.OBJECT, OPTIONAL),
          new MemberSpec("approverReminders", MemberType.OBJECT, OPTIONAL));

  static final List<MemberSpec> RUN_OPTIONS =
      List.of(new MemberSpec("sendProcessCompleteEmail", MemberType.FLAG, OPTIONAL));

  static final List<MemberSpec> PARTICIPANT =
      List.of(
          new MemberSpec("id", MemberType.TEXT, REQUIRED),
          new MemberSpec("type", MemberType.TEXT, OPTIONAL));
}
