package dev.procc.model.catalog;

import static dev.procc.model.catalog.FactBasis.EXAMPLE;
import static dev.procc.model.catalog.FactBasis.INFERRED;
import static dev.procc.model.catalog.FactBasis.STATED;
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

/// The rows of the fields that a definition decides, each by a name of its own.
public final class Fields {
  public static final FieldSpec PROCESS_NAME =
      FieldRows.patch(
          PROCESS,
          "name",
          STRING,
          "/name",
          STATED,
          "P",
          "The name of the process, as lists show it.");
  public static final FieldSpec PROCESS_AUTO_CLOSE =
      FieldRows.requiredPatch(
          PROCESS,
          "autoClose",
          BOOLEAN,
          "/autoClose",
          STATED,
          "P",
          "Whether a run closes by itself once every action is completed or cancelled.");
  public static final FieldSpec PROCESS_CERT_AUTO_APPROVE =
      FieldRows.requiredPatch(
          PROCESS,
          "certAutoApprove",
          BOOLEAN,
          "/certAutoApprove",
          STATED,
          "P",
          "Whether certification actions are approved automatically.");
  public static final FieldSpec PROCESS_RELATIVE_DATES =
      FieldRows.requiredPatch(
          PROCESS,
          "relativeDates",
          BOOLEAN,
          "/relativeDates",
          STATED,
          "P",
          "Whether the server moves dates when the start date or the business days change.");
  public static final FieldSpec PROCESS_BUSINESS_START_DATE =
      FieldRows.patchRemovable(
          PROCESS,
          "businessStartDate",
          DATE,
          "/businessStartDate",
          STATED,
          "P",
          "First day of the schedule; needs businessEndDate.");
  public static final FieldSpec PROCESS_BUSINESS_END_DATE =
      FieldRows.patchRemovable(
          PROCESS,
          "businessEndDate",
          DATE,
          "/businessEndDate",
          STATED,
          "P",
          "Last day of the schedule; needs businessStartDate.");
  public static final FieldSpec PROCESS_DUE_DATE =
      FieldRows.patchRemovable(
          PROCESS,
          "dueDate",
          DATE,
          "/dueDate",
          STATED,
          "P",
          "The deadline of the whole process, independent of the schedule.");
  public static final FieldSpec PROCESS_BUSINESS_DAYS_OF_WEEK =
      FieldRows.patchRemovable(
          PROCESS,
          "businessDaysOfWeek",
          SET_OF_WEEKDAYS,
          "/businessDaysOfWeek",
          STATED,
          "P",
          "The weekdays that are business days.");
  public static final FieldSpec PROCESS_BUSINESS_DATE_EXCLUSIONS =
      FieldRows.patchRemovable(
          PROCESS,
          "businessDateExclusions",
          SET_OF_DATES,
          "/businessDateExclusions",
          STATED,
          "P",
          "Dates that are no business days.");
  public static final FieldSpec PROCESS_BUSINESS_DATE_INCLUSIONS =
      FieldRows.patchRemovable(
          PROCESS,
          "businessDateInclusions",
          SET_OF_DATES,
          "/businessDateInclusions",
          STATED,
          "P",
          "Dates that are business days whatever the other rules say.");
  public static final FieldSpec PROCESS_CALENDARS =
      FieldRows.patchRemovable(
          PROCESS,
          "calendars",
          SET_OF_STRINGS,
          "/calendarIds",
          STATED,
          "P",
          "Ids of calendars whose events are shown beside the process.");
  public static final FieldSpec PROCESS_DEFAULT_CERT_SIGNER_REMINDERS =
      FieldRows.patchRemovable(
          PROCESS,
          "defaultCertSignerReminders",
          ANY,
          "/defaultCertSignerReminders",
          STATED,
          "P",
          "Reminder mail to the signers of certifications, unless an action says otherwise.");
  public static final FieldSpec PROCESS_DEFAULT_CERT_APPROVER_REMINDERS =
      FieldRows.patchRemovable(
          PROCESS,
          "defaultCertApproverReminders",
          ANY,
          "/defaultCertApproverReminders",
          STATED,
          "P",
          "Reminder mail to the approvers of certifications, unless an action says otherwise.");
  public static final FieldSpec PROCESS_IPM_BETA_ENABLED =
      FieldRows.patchWriteOnly(
          PROCESS,
          "ipmBetaEnabled",
          BOOLEAN,
          "/ipmBetaEnabled",
          STATED,
          "P",
          "A beta switch of the product; written, not returned on a process.");
  public static final FieldSpec PROCESS_IWM_OPT_OUT =
      FieldRows.patchWriteOnly(
          PROCESS,
          "iwmOptOut",
          BOOLEAN,
          "/iwmOptOut",
          STATED,
          "P",
          "An opt-out switch of the product; written, not returned on a process.");
  public static final FieldSpec PROCESS_ROOT =
      FieldRows.fixed(
          PROCESS, "root", OBJECT, STATED, "P", "The root group, which holds all work.");
  public static final FieldSpec PROCESS_GROUP_NAME =
      FieldRows.rename(
          PROCESS_GROUP,
          "name",
          STRING,
          STATED,
          "P",
          "The name of the group; of the root group, a label apart from the name of the process.");
  public static final FieldSpec PROCESS_GROUP_PARALLEL =
      FieldRows.requiredFixedBelowRoot(
          PROCESS_GROUP,
          "parallel",
          BOOLEAN,
          "/root/parallel",
          STATED,
          "P",
          "Whether its children start all at the same time (true) or one after another (false).");
  public static final FieldSpec PROCESS_GROUP_TRIGGER_TYPE =
      FieldRows.fixedBelowRoot(
          PROCESS_GROUP,
          "triggerType",
          STRING,
          "/root/triggerType",
          STATED,
          "P",
          "What starts it: whenEligible, or manual.");
  public static final FieldSpec PROCESS_GROUP_DUE_DATE =
      FieldRows.fixed(PROCESS_GROUP, "dueDate", DATE, STATED, "P", "When the group is due.");
  public static final FieldSpec PROCESS_GROUP_READ_ONLY =
      FieldRows.requiredFixed(
          PROCESS_GROUP, "readOnly", BOOLEAN, STATED, "P", "Whether the group is read-only.");
  public static final FieldSpec PROCESS_GROUP_CHILDREN =
      FieldRows.fixed(
          PROCESS_GROUP, "children", LIST, STATED, "P", "Its jobs and groups, in order.");
  public static final FieldSpec PROCESS_JOB_ACTION =
      FieldRows.fixed(
          PROCESS_JOB, "action", STRING, STATED, "P", "The kind of work; equal to arguments.type.");
  public static final FieldSpec PROCESS_JOB_ARGUMENTS =
      FieldRows.fixed(
          PROCESS_JOB, "arguments", OBJECT, STATED, "P", "What the action needs, by its kind.");
  public static final FieldSpec PROCESS_JOB_TRIGGER_TYPE =
      FieldRows.fixed(
          PROCESS_JOB,
          "triggerType",
          STRING,
          STATED,
          "P",
          "What starts it: whenEligible, or manual.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_TITLE =
      FieldRows.rename(
          SEND_TASK_ARGUMENTS,
          "title",
          STRING,
          EXAMPLE,
          "G",
          "What the task is called; the name of the job.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_ASSIGNEE =
      FieldRows.fixed(
          SEND_TASK_ARGUMENTS, "assignee", PARTICIPANT_REF, EXAMPLE, "G", "Who does it.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_APPROVER =
      FieldRows.fixed(
          SEND_TASK_ARGUMENTS, "approver", PARTICIPANT_REF, EXAMPLE, "G", "Who approves it.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_DUE_DATE =
      FieldRows.fixed(SEND_TASK_ARGUMENTS, "dueDate", DATE, EXAMPLE, "G", "When it is due.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_APPROVER_DUE_DATE =
      FieldRows.fixed(
          SEND_TASK_ARGUMENTS, "approverDueDate", DATE, EXAMPLE, "G", "When its approval is due.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_INSTRUCTIONS =
      FieldRows.fixed(
          SEND_TASK_ARGUMENTS, "instructions", STRING, EXAMPLE, "G", "What the assignee reads.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_DOCUMENT =
      FieldRows.fixed(
          SEND_TASK_ARGUMENTS,
          "document",
          STRING,
          EXAMPLE,
          "R",
          "The id of the document it is about.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_SECTION =
      FieldRows.fixed(
          SEND_TASK_ARGUMENTS,
          "section",
          STRING,
          INFERRED,
          "G",
          "The id of the section of that document.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_ASSIGNEE_REMINDERS =
      FieldRows.fixed(
          SEND_TASK_ARGUMENTS,
          "assigneeReminders",
          ANY,
          INFERRED,
          "HC",
          "Reminder mail to the assignee; the name of the field is a guess.");
  public static final FieldSpec SEND_TASK_ARGUMENTS_APPROVER_REMINDERS =
      FieldRows.fixed(
          SEND_TASK_ARGUMENTS,
          "approverReminders",
          ANY,
          INFERRED,
          "HC",
          "Reminder mail to the approver; the name of the field is a guess.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_TITLE =
      FieldRows.rename(
          CONTENT_REQUEST_ARGUMENTS,
          "title",
          STRING,
          EXAMPLE,
          "G",
          "What the request is called; the name of the job.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_ASSIGNEE =
      FieldRows.fixed(
          CONTENT_REQUEST_ARGUMENTS,
          "assignee",
          PARTICIPANT_REF,
          EXAMPLE,
          "G",
          "Who provides the content.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_APPROVER =
      FieldRows.fixed(
          CONTENT_REQUEST_ARGUMENTS, "approver", PARTICIPANT_REF, EXAMPLE, "G", "Who approves it.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_DOCUMENT =
      FieldRows.fixed(
          CONTENT_REQUEST_ARGUMENTS,
          "document",
          STRING,
          EXAMPLE,
          "G",
          "The id of the document that takes the content.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_SECTION =
      FieldRows.fixed(
          CONTENT_REQUEST_ARGUMENTS,
          "section",
          STRING,
          EXAMPLE,
          "G",
          "The id of the section of that document.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_DUE_DATE =
      FieldRows.fixed(CONTENT_REQUEST_ARGUMENTS, "dueDate", DATE, EXAMPLE, "G", "When it is due.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_APPROVER_DUE_DATE =
      FieldRows.fixed(
          CONTENT_REQUEST_ARGUMENTS,
          "approverDueDate",
          DATE,
          INFERRED,
          "HC",
          "When its approval is due.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_INSTRUCTIONS =
      FieldRows.fixed(
          CONTENT_REQUEST_ARGUMENTS,
          "instructions",
          STRING,
          EXAMPLE,
          "G",
          "What the assignee reads.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_ASSIGNEE_REMINDERS =
      FieldRows.fixed(
          CONTENT_REQUEST_ARGUMENTS,
          "assigneeReminders",
          ANY,
          INFERRED,
          "HC",
          "Reminder mail to the assignee; the name of the field is a guess.");
  public static final FieldSpec CONTENT_REQUEST_ARGUMENTS_APPROVER_REMINDERS =
      FieldRows.fixed(
          CONTENT_REQUEST_ARGUMENTS,
          "approverReminders",
          ANY,
          INFERRED,
          "HC",
          "Reminder mail to the approver; the name of the field is a guess.");
  public static final FieldSpec CERTIFICATION_ARGUMENTS_TITLE =
      FieldRows.rename(
          CERTIFICATION_ARGUMENTS,
          "title",
          STRING,
          INFERRED,
          "HC",
          "What the certification is called; the name of the job.");
  public static final FieldSpec PARTICIPANT_ID =
      FieldRows.requiredFixed(PARTICIPANT, "id", STRING, EXAMPLE, "G", "The id of the user.");
  public static final FieldSpec PARTICIPANT_TYPE =
      FieldRows.requiredFixed(
          PARTICIPANT, "type", STRING, EXAMPLE, "G", "What the id names; only user was ever seen.");
  public static final FieldSpec REMINDER_DATA_MODE =
      FieldRows.fixed(
          REMINDER_DATA,
          "mode",
          STRING,
          EXAMPLE,
          "P",
          "How reminders go out; only default was ever seen.");

  static final List<FieldSpec> ALL =
      List.of(
          PROCESS_NAME,
          PROCESS_AUTO_CLOSE,
          PROCESS_CERT_AUTO_APPROVE,
          PROCESS_RELATIVE_DATES,
          PROCESS_BUSINESS_START_DATE,
          PROCESS_BUSINESS_END_DATE,
          PROCESS_DUE_DATE,
          PROCESS_BUSINESS_DAYS_OF_WEEK,
          PROCESS_BUSINESS_DATE_EXCLUSIONS,
          PROCESS_BUSINESS_DATE_INCLUSIONS,
          PROCESS_CALENDARS,
          PROCESS_DEFAULT_CERT_SIGNER_REMINDERS,
          PROCESS_DEFAULT_CERT_APPROVER_REMINDERS,
          PROCESS_IPM_BETA_ENABLED,
          PROCESS_IWM_OPT_OUT,
          PROCESS_ROOT,
          PROCESS_GROUP_NAME,
          PROCESS_GROUP_PARALLEL,
          PROCESS_GROUP_TRIGGER_TYPE,
          PROCESS_GROUP_DUE_DATE,
          PROCESS_GROUP_READ_ONLY,
          PROCESS_GROUP_CHILDREN,
          PROCESS_JOB_ACTION,
          PROCESS_JOB_ARGUMENTS,
          PROCESS_JOB_TRIGGER_TYPE,
          SEND_TASK_ARGUMENTS_TITLE,
          SEND_TASK_ARGUMENTS_ASSIGNEE,
          SEND_TASK_ARGUMENTS_APPROVER,
          SEND_TASK_ARGUMENTS_DUE_DATE,
          SEND_TASK_ARGUMENTS_APPROVER_DUE_DATE,
          SEND_TASK_ARGUMENTS_INSTRUCTIONS,
          SEND_TASK_ARGUMENTS_DOCUMENT,
          SEND_TASK_ARGUMENTS_SECTION,
          SEND_TASK_ARGUMENTS_ASSIGNEE_REMINDERS,
          SEND_TASK_ARGUMENTS_APPROVER_REMINDERS,
          CONTENT_REQUEST_ARGUMENTS_TITLE,
          CONTENT_REQUEST_ARGUMENTS_ASSIGNEE,
          CONTENT_REQUEST_ARGUMENTS_APPROVER,
          CONTENT_REQUEST_ARGUMENTS_DOCUMENT,
          CONTENT_REQUEST_ARGUMENTS_SECTION,
          CONTENT_REQUEST_ARGUMENTS_DUE_DATE,
          CONTENT_REQUEST_ARGUMENTS_APPROVER_DUE_DATE,
          CONTENT_REQUEST_ARGUMENTS_INSTRUCTIONS,
          CONTENT_REQUEST_ARGUMENTS_ASSIGNEE_REMINDERS,
          CONTENT_REQUEST_ARGUMENTS_APPROVER_REMINDERS,
          CERTIFICATION_ARGUMENTS_TITLE,
          PARTICIPANT_ID,
          PARTICIPANT_TYPE,
          REMINDER_DATA_MODE);

  private Fields() {}
}
