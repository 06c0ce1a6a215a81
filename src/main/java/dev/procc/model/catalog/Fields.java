package dev.procc.model.catalog;

import static dev.procc.model.catalog.FieldRole.ACTION;
import static dev.procc.model.catalog.FieldRole.APPROVAL_DUE;
import static dev.procc.model.catalog.FieldRole.APPROVER;
import static dev.procc.model.catalog.FieldRole.APPROVER_REMINDERS;
import static dev.procc.model.catalog.FieldRole.ARGUMENTS;
import static dev.procc.model.catalog.FieldRole.ASSIGNEE;
import static dev.procc.model.catalog.FieldRole.ASSIGNEE_REMINDERS;
import static dev.procc.model.catalog.FieldRole.CALENDARS;
import static dev.procc.model.catalog.FieldRole.CHILDREN;
import static dev.procc.model.catalog.FieldRole.DAYS_OFF;
import static dev.procc.model.catalog.FieldRole.DOCUMENT;
import static dev.procc.model.catalog.FieldRole.DUE_DATE;
import static dev.procc.model.catalog.FieldRole.EXTRA_DAYS;
import static dev.procc.model.catalog.FieldRole.INSTRUCTIONS;
import static dev.procc.model.catalog.FieldRole.NAME;
import static dev.procc.model.catalog.FieldRole.PARALLEL;
import static dev.procc.model.catalog.FieldRole.READ_ONLY;
import static dev.procc.model.catalog.FieldRole.ROOT;
import static dev.procc.model.catalog.FieldRole.SCHEDULE_END;
import static dev.procc.model.catalog.FieldRole.SCHEDULE_START;
import static dev.procc.model.catalog.FieldRole.SECTION;
import static dev.procc.model.catalog.FieldRole.TITLE;
import static dev.procc.model.catalog.FieldRole.TRIGGER;
import static dev.procc.model.catalog.FieldRole.WEEKDAYS;
import static dev.procc.model.catalog.FieldType.ANY;
import static dev.procc.model.catalog.FieldType.BOOLEAN;
import static dev.procc.model.catalog.FieldType.DATE;
import static dev.procc.model.catalog.FieldType.LIST;
import static dev.procc.model.catalog.FieldType.OBJECT;
import static dev.procc.model.catalog.FieldType.PARTICIPANT_REF;
import static dev.procc.model.catalog.FieldType.SET_OF_DATES;
import static dev.procc.model.catalog.FieldType.SET_OF_STRINGS;
import static dev.procc.model.catalog.FieldType.SET_OF_WEEKDAYS;
import static dev.procc.model.catalog.FieldType.STRING;
import static dev.procc.model.catalog.Schema.CERTIFICATION_ARGUMENTS;
import static dev.procc.model.catalog.Schema.CONTENT_REQUEST_ARGUMENTS;
import static dev.procc.model.catalog.Schema.PARTICIPANT;
import static dev.procc.model.catalog.Schema.PROCESS;
import static dev.procc.model.catalog.Schema.PROCESS_GROUP;
import static dev.procc.model.catalog.Schema.PROCESS_JOB;
import static dev.procc.model.catalog.Schema.REMINDER_DATA;
import static dev.procc.model.catalog.Schema.SEND_TASK_ARGUMENTS;

import java.util.List;

/// The fields that a definition sets, in their canonical order. Those that the program refers to
/// have a constant; a field of arguments is found by its role.
public final class Fields {
  private static final FieldTable TABLE = new FieldTable();

  public static final FieldSpec PROCESS_NAME =
      TABLE
          .definition(PROCESS, NAME, STRING)
          .patch("/name")
          .screen("Name")
          .examples("Q4 2024 Financial Close")
          .stated("P", "The name of the process, as lists show it.");
  public static final FieldSpec PROCESS_AUTO_CLOSE =
      TABLE
          .definition(PROCESS, "autoClose", BOOLEAN)
          .patch("/autoClose")
          .required()
          .examples("true")
          .stated(
              "P", "Whether a run closes by itself once every action is completed or cancelled.");
  public static final FieldSpec PROCESS_CERT_AUTO_APPROVE =
      TABLE
          .definition(PROCESS, "certAutoApprove", BOOLEAN)
          .patch("/certAutoApprove")
          .required()
          .examples("false")
          .stated("P", "Whether certification actions are approved automatically.");
  public static final FieldSpec PROCESS_RELATIVE_DATES =
      TABLE
          .definition(PROCESS, "relativeDates", BOOLEAN)
          .patch("/relativeDates")
          .required()
          .examples("false")
          .stated(
              "P",
              "Whether the server moves dates when the start date or the business days change.");
  public static final FieldSpec PROCESS_BUSINESS_START_DATE =
      TABLE
          .definition(PROCESS, SCHEDULE_START, DATE)
          .patch("/businessStartDate")
          .removable()
          .label("schedule starts")
          .examples("period.start", "2024-10-01")
          .stated("P", "First day of the schedule; needs businessEndDate.");
  public static final FieldSpec PROCESS_BUSINESS_END_DATE =
      TABLE
          .definition(PROCESS, SCHEDULE_END, DATE)
          .patch("/businessEndDate")
          .removable()
          .label("schedule ends")
          .examples("last business day of month after period")
          .stated("P", "Last day of the schedule; needs businessStartDate.");
  public static final FieldSpec PROCESS_DUE_DATE =
      TABLE
          .definition(PROCESS, DUE_DATE, DATE)
          .patch("/dueDate")
          .removable()
          .label("process due")
          .screen("Due date")
          .examples("WD15", "2024-12-31")
          .stated("P", "The deadline of the whole process, independent of the schedule.");
  public static final FieldSpec PROCESS_BUSINESS_DAYS_OF_WEEK =
      TABLE
          .definition(PROCESS, WEEKDAYS, SET_OF_WEEKDAYS)
          .patch("/businessDaysOfWeek")
          .removable()
          .label("business weekdays")
          .examples("[monday, tuesday]")
          .stated("P", "The weekdays that are business days.");
  public static final FieldSpec PROCESS_BUSINESS_DATE_EXCLUSIONS =
      TABLE
          .definition(PROCESS, DAYS_OFF, SET_OF_DATES)
          .patch("/businessDateExclusions")
          .removable()
          .label("days off")
          .examples("[2024-11-28]")
          .stated("P", "Dates that are no business days.");
  public static final FieldSpec PROCESS_BUSINESS_DATE_INCLUSIONS =
      TABLE
          .definition(PROCESS, EXTRA_DAYS, SET_OF_DATES)
          .patch("/businessDateInclusions")
          .removable()
          .label("extra business days")
          .examples("[2024-12-28]")
          .stated("P", "Dates that are business days whatever the other rules say.");
  public static final FieldSpec PROCESS_CALENDARS =
      TABLE
          .definition(PROCESS, CALENDARS, SET_OF_STRINGS)
          .patch("/calendarIds")
          .removable()
          .examples("[calendar-1]")
          .stated("P", "Ids of calendars whose events are shown beside the process.");
  public static final FieldSpec PROCESS_DEFAULT_CERT_SIGNER_REMINDERS =
      TABLE
          .definition(PROCESS, "defaultCertSignerReminders", ANY)
          .patch("/defaultCertSignerReminders")
          .removable()
          .examples("{ mode: default }")
          .stated(
              "P",
              "Reminder mail to the signers of certifications, unless an action says otherwise.");
  public static final FieldSpec PROCESS_DEFAULT_CERT_APPROVER_REMINDERS =
      TABLE
          .definition(PROCESS, "defaultCertApproverReminders", ANY)
          .patch("/defaultCertApproverReminders")
          .removable()
          .examples("{ mode: default }")
          .stated(
              "P",
              "Reminder mail to the approvers of certifications, unless an action says otherwise.");
  public static final FieldSpec PROCESS_IPM_BETA_ENABLED =
      TABLE
          .writeOnly(PROCESS, "ipmBetaEnabled", BOOLEAN)
          .patch("/ipmBetaEnabled")
          .stated("P", "A beta switch of the product; written, not returned on a process.");
  public static final FieldSpec PROCESS_IWM_OPT_OUT =
      TABLE
          .writeOnly(PROCESS, "iwmOptOut", BOOLEAN)
          .patch("/iwmOptOut")
          .stated("P", "An opt-out switch of the product; written, not returned on a process.");
  public static final FieldSpec PROCESS_ROOT =
      TABLE.definition(PROCESS, ROOT, OBJECT).stated("P", "The root group, which holds all work.");
  public static final FieldSpec PROCESS_GROUP_NAME =
      TABLE
          .definition(PROCESS_GROUP, NAME, STRING)
          .rename()
          .screen("Name")
          .examples("Entity close")
          .stated(
              "P",
              "The name of the group; of the root group, a label apart from the name of the"
                  + " process.");
  public static final FieldSpec PROCESS_GROUP_PARALLEL =
      TABLE
          .definition(PROCESS_GROUP, PARALLEL, BOOLEAN)
          .patchOfRoot("/root/parallel")
          .required()
          .screen("Trigger")
          .examples("false", "true")
          .stated(
              "P",
              "Whether its children start all at the same time (true) or one after another"
                  + " (false).");
  public static final FieldSpec PROCESS_GROUP_TRIGGER_TYPE =
      TABLE
          .definition(PROCESS_GROUP, TRIGGER, STRING)
          .patchOfRoot("/root/triggerType")
          .screen("Trigger")
          .values("whenEligible", "manual")
          .examples("whenEligible", "manual")
          .stated("P", "What starts it: its turn, or a person.");
  public static final FieldSpec PROCESS_GROUP_DUE_DATE =
      TABLE
          .definition(PROCESS_GROUP, DUE_DATE, DATE)
          .label("group due")
          .screen("Due date")
          .examples("WD6")
          .stated("P", "When the group is due.");
  public static final FieldSpec PROCESS_GROUP_READ_ONLY =
      TABLE
          .definition(PROCESS_GROUP, READ_ONLY, BOOLEAN)
          .required()
          .examples("false")
          .stated("P", "Whether the group is read-only.");
  public static final FieldSpec PROCESS_GROUP_CHILDREN =
      TABLE.definition(PROCESS_GROUP, CHILDREN, LIST).stated("P", "Its jobs and groups, in order.");
  public static final FieldSpec PROCESS_JOB_ACTION =
      TABLE
          .definition(PROCESS_JOB, ACTION, STRING)
          .stated("P", "The kind of work; equal to arguments.type.");
  public static final FieldSpec PROCESS_JOB_ARGUMENTS =
      TABLE
          .definition(PROCESS_JOB, ARGUMENTS, OBJECT)
          .stated("P", "What the action needs, by its kind.");
  public static final FieldSpec PROCESS_JOB_TRIGGER_TYPE =
      TABLE
          .definition(PROCESS_JOB, TRIGGER, STRING)
          .screen("Trigger")
          .values("whenEligible", "manual")
          .examples("whenEligible", "manual")
          .stated("P", "What starts it: its turn, or a person.");

  static {
    TABLE
        .definition(SEND_TASK_ARGUMENTS, TITLE, STRING)
        .rename()
        .screen("Title")
        .inExample("G", "What the task is called; the name of the job.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, ASSIGNEE, PARTICIPANT_REF)
        .screen("Assigned to")
        .inExample("G", "Who does it.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, APPROVER, PARTICIPANT_REF)
        .screen("Approval by")
        .inExample("G", "Who approves it.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, DUE_DATE, DATE)
        .label("task due")
        .screen("Due date")
        .examples("WD3", "2024-12-31")
        .inExample("G", "When it is due.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, APPROVAL_DUE, DATE)
        .label("approval due")
        .screen("Approval due")
        .examples("dueDate + 2bd")
        .inExample("G", "When its approval is due.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, INSTRUCTIONS, STRING)
        .screen("Instructions")
        .examples("Explain each difference above the threshold.")
        .inExample("G", "What the assignee reads.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, DOCUMENT, STRING)
        .screen("File")
        .inExample("R", "The id of the document it is about.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, SECTION, STRING)
        .screen("Section")
        .inferred("G", "The id of the section of that document.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, ASSIGNEE_REMINDERS, ANY)
        .examples("{ mode: default }")
        .inferred("HC", "Reminder mail to the assignee; the name of the field is a guess.");
    TABLE
        .definition(SEND_TASK_ARGUMENTS, APPROVER_REMINDERS, ANY)
        .examples("{ mode: default }")
        .inferred("HC", "Reminder mail to the approver; the name of the field is a guess.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, TITLE, STRING)
        .rename()
        .screen("Title")
        .inExample("G", "What the request is called; the name of the job.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, ASSIGNEE, PARTICIPANT_REF)
        .screen("Assigned to")
        .inExample("G", "Who provides the content.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, APPROVER, PARTICIPANT_REF)
        .screen("Approval by")
        .inExample("G", "Who approves it.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, DOCUMENT, STRING)
        .screen("File")
        .inExample("G", "The id of the document that takes the content.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, SECTION, STRING)
        .screen("Section")
        .inExample("G", "The id of the section of that document.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, DUE_DATE, DATE)
        .label("task due")
        .screen("Due date")
        .examples("WD3", "2024-12-31")
        .inExample("G", "When it is due.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, APPROVAL_DUE, DATE)
        .label("approval due")
        .screen("Approval due")
        .examples("dueDate + 2bd")
        .inferred("HC", "When its approval is due.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, INSTRUCTIONS, STRING)
        .screen("Instructions")
        .examples("Explain each difference above the threshold.")
        .inExample("G", "What the assignee reads.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, ASSIGNEE_REMINDERS, ANY)
        .examples("{ mode: default }")
        .inferred("HC", "Reminder mail to the assignee; the name of the field is a guess.");
    TABLE
        .definition(CONTENT_REQUEST_ARGUMENTS, APPROVER_REMINDERS, ANY)
        .examples("{ mode: default }")
        .inferred("HC", "Reminder mail to the approver; the name of the field is a guess.");
  }

  public static final FieldSpec CERTIFICATION_ARGUMENTS_TITLE =
      TABLE
          .definition(CERTIFICATION_ARGUMENTS, TITLE, STRING)
          .rename()
          .screen("Title")
          .inferred("HC", "What the certification is called; the name of the job.");
  public static final FieldSpec PARTICIPANT_ID =
      TABLE
          .definition(PARTICIPANT, "id", STRING)
          .required()
          .examples("user-1")
          .inExample("G", "The id of the user.");
  public static final FieldSpec PARTICIPANT_TYPE =
      TABLE
          .definition(PARTICIPANT, "type", STRING)
          .required()
          .examples("user")
          .inExample("G", "What the id names; only user was ever seen.");

  public static final FieldSpec REMINDER_DATA_MODE =
      TABLE
          .definition(REMINDER_DATA, "mode", STRING)
          .inExample("P", "How reminders go out; only default was ever seen.");

  static final List<FieldSpec> ALL = TABLE.rows();

  private Fields() {}
}
