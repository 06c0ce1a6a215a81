package dev.procc.model.catalog;

import static dev.procc.model.catalog.FieldType.ANY;
import static dev.procc.model.catalog.FieldType.BOOLEAN;
import static dev.procc.model.catalog.FieldType.DATE;
import static dev.procc.model.catalog.FieldType.DATE_TIME;
import static dev.procc.model.catalog.FieldType.INTEGER;
import static dev.procc.model.catalog.FieldType.LIST;
import static dev.procc.model.catalog.FieldType.MAP;
import static dev.procc.model.catalog.FieldType.OBJECT;
import static dev.procc.model.catalog.FieldType.SET;
import static dev.procc.model.catalog.FieldType.SET_OF_WEEKDAYS;
import static dev.procc.model.catalog.FieldType.STRING;
import static dev.procc.model.catalog.Schema.ACTION;
import static dev.procc.model.catalog.Schema.ACTION_ARGUMENTS;
import static dev.procc.model.catalog.Schema.ACTION_METADATA;
import static dev.procc.model.catalog.Schema.BATCH_UPDATE;
import static dev.procc.model.catalog.Schema.BATCH_UPDATE_ITEM;
import static dev.procc.model.catalog.Schema.CONTENT_REQUEST_METADATA;
import static dev.procc.model.catalog.Schema.ERROR;
import static dev.procc.model.catalog.Schema.ERROR_DETAIL;
import static dev.procc.model.catalog.Schema.JOB_NAME_UPDATE;
import static dev.procc.model.catalog.Schema.JOB_RUN;
import static dev.procc.model.catalog.Schema.PROCESS;
import static dev.procc.model.catalog.Schema.PROCESSES_LIST_RESULT;
import static dev.procc.model.catalog.Schema.PROCESS_GROUP;
import static dev.procc.model.catalog.Schema.PROCESS_GROUP_CHILD;
import static dev.procc.model.catalog.Schema.PROCESS_GROUP_NAME_UPDATE;
import static dev.procc.model.catalog.Schema.PROCESS_GROUP_RUN;
import static dev.procc.model.catalog.Schema.PROCESS_GROUP_RUN_CHILD;
import static dev.procc.model.catalog.Schema.PROCESS_JOB;
import static dev.procc.model.catalog.Schema.PROCESS_JSON_PATCH_DOCUMENT;
import static dev.procc.model.catalog.Schema.PROCESS_RUN;
import static dev.procc.model.catalog.Schema.PROCESS_RUN_OPTIONS;
import static dev.procc.model.catalog.Schema.PROCESS_RUN_SUMMARY;
import static dev.procc.model.catalog.Schema.PROCESS_SUMMARY;
import static dev.procc.model.catalog.Schema.PROCESS_VALIDATION_RESULTS;
import static dev.procc.model.catalog.Schema.SEND_TASK_ARGUMENTS;
import static dev.procc.model.catalog.Schema.SEND_TASK_METADATA;
import static dev.procc.model.catalog.Schema.TAG_LINK;
import static dev.procc.model.catalog.Schema.USER;

import java.util.List;

/// The fields that the server sets, and those of its requests and responses. This class is loaded
/// only when the whole table is needed.
final class ServerFields {
  private static final FieldTable TABLE = new FieldTable();

  static {
    TABLE
        .server(PROCESS, "id", STRING)
        .stated("P", "The identifier of the process, 1 to 32 characters.");
    TABLE.server(PROCESS, "revision", INTEGER).stated("P", "The revision of this representation.");
    TABLE.server(PROCESS, "created", OBJECT).stated("P", "Who created it, and when.");
    TABLE.server(PROCESS, "modified", OBJECT).stated("P", "Who changed it last, and when.");
    TABLE
        .server(PROCESS, "processTemplate", STRING)
        .stated("P", "The template that it was created from.");
    TABLE
        .server(PROCESS, "sourceProcessRun", STRING)
        .stated("P", "The run that it was copied from.");
    TABLE.server(PROCESS_GROUP, "id", STRING).stated("P", "The identifier of the group.");
    TABLE
        .server(PROCESS_GROUP, "ordinal", INTEGER)
        .stated("P", "Its place among its siblings, from 0.");
    TABLE
        .server(PROCESS_GROUP, "parent", STRING)
        .stated("P", "The group around it; absent when that is the root.");
    TABLE
        .server(PROCESS_GROUP, "revision", INTEGER)
        .stated("P", "The revision of this representation.");
    TABLE.server(PROCESS_GROUP, "created", OBJECT).stated("P", "Who created it, and when.");
    TABLE.server(PROCESS_GROUP, "modified", OBJECT).stated("P", "Who changed it last, and when.");
    TABLE
        .protocol(PROCESS_GROUP_CHILD, "type", STRING)
        .required()
        .stated("P", "Which member is present: group or job.");
    TABLE.protocol(PROCESS_GROUP_CHILD, "group", OBJECT).stated("P", "The nested group.");
    TABLE.protocol(PROCESS_GROUP_CHILD, "job", OBJECT).stated("P", "The job.");
    TABLE
        .server(PROCESS_JOB, "generated", OBJECT)
        .stated("P", "The jobs that a certification made by itself.");
    TABLE.server(PROCESS_JOB, "id", STRING).stated("P", "The identifier of the job.");
    TABLE
        .server(PROCESS_JOB, "ordinal", INTEGER)
        .stated("P", "Its place among its siblings, from 0.");
    TABLE
        .server(PROCESS_JOB, "parent", STRING)
        .stated("P", "The group around it; absent when that is the root.");
    TABLE.server(PROCESS_JOB, "readOnly", BOOLEAN).stated("P", "Whether the job is read-only.");
    TABLE
        .server(PROCESS_JOB, "revision", INTEGER)
        .stated("P", "The revision of this representation.");
    TABLE.server(PROCESS_JOB, "tags", SET).stated("P", "Tags given in Workiva.");
    TABLE.server(PROCESS_JOB, "created", OBJECT).stated("P", "Who created it, and when.");
    TABLE.server(PROCESS_JOB, "modified", OBJECT).stated("P", "Who changed it last, and when.");
    TABLE
        .protocol(ACTION_ARGUMENTS, "type", STRING)
        .required()
        .stated("jr", "The kind of action; says which member is present.");
    for (ActionKind kind : ActionKind.WRITABLE) {
      boolean published = kind.argumentsPublished();
      TABLE
          .protocol(ACTION_ARGUMENTS, kind.argumentsMember(), published ? OBJECT : ANY)
          .stated(
              "jr", "The arguments of a " + kind.name() + (published ? "." : "; not published."));
    }
    TABLE
        .server(ACTION_ARGUMENTS, "certSignerArgs", ANY)
        .stated("jr", "The arguments of a generated signer job.");
    TABLE
        .server(ACTION_ARGUMENTS, "certApproverArgs", ANY)
        .stated("jr", "The arguments of a generated approver job.");
    TABLE
        .server(ACTION_ARGUMENTS, "certPhaseFinalizerArgs", ANY)
        .stated("jr", "The arguments of a generated phase finaliser job.");
    TABLE
        .protocol(SEND_TASK_ARGUMENTS, "assigneeUser", STRING)
        .inExample("C", "The older form of assignee, the bare id; read, never sent.");
    TABLE
        .protocol(SEND_TASK_ARGUMENTS, "approverUser", STRING)
        .inExample("C", "The older form of approver, the bare id; read, never sent.");
    TABLE
        .server(TAG_LINK, "tag", ANY)
        .inferred("P", "A tag with category and value; its fields are not published.");
    TABLE.server(ACTION, "dateTime", DATE_TIME).stated("P", "When, in UTC.");
    TABLE.server(ACTION, "user", OBJECT).stated("P", "Who.");
    TABLE.server(USER, "id", STRING).stated("P", "The id of the user, at most 36 characters.");
    TABLE.protocol(BATCH_UPDATE, "data", LIST).required().stated("P", "The renames, 0 to 3,000.");
    TABLE
        .protocol(BATCH_UPDATE_ITEM, "type", STRING)
        .required()
        .stated("P", "jobName or groupName.");
    TABLE
        .protocol(BATCH_UPDATE_ITEM, "jobNameUpdate", OBJECT)
        .stated("P", "The nested form of a job's rename.");
    TABLE
        .protocol(BATCH_UPDATE_ITEM, "groupNameUpdate", OBJECT)
        .stated("P", "The nested form of a group's rename.");
    TABLE.protocol(BATCH_UPDATE_ITEM, "id", STRING).inExample("P", "The id in the flat form.");
    TABLE
        .protocol(BATCH_UPDATE_ITEM, "newName", STRING)
        .inExample("P", "The new name in the flat form.");
    TABLE.protocol(JOB_NAME_UPDATE, "id", STRING).required().stated("P", "The id of the job.");
    TABLE
        .protocol(JOB_NAME_UPDATE, "newName", STRING)
        .required()
        .stated("P", "Its new name, not empty.");
    TABLE
        .protocol(PROCESS_GROUP_NAME_UPDATE, "id", STRING)
        .required()
        .stated("P", "The id of the group.");
    TABLE
        .protocol(PROCESS_GROUP_NAME_UPDATE, "newName", STRING)
        .required()
        .stated("P", "Its new name, not empty.");
    TABLE
        .protocol(PROCESS_JSON_PATCH_DOCUMENT, "op", STRING)
        .required()
        .stated("P", "replace or remove.");
    TABLE
        .protocol(PROCESS_JSON_PATCH_DOCUMENT, "path", STRING)
        .required()
        .stated("P", "The JSON Pointer of the field.");
    TABLE
        .protocol(PROCESS_JSON_PATCH_DOCUMENT, "value", ANY)
        .stated("P", "The new value of a replace.");
    TABLE
        .protocol(PROCESSES_LIST_RESULT, "data", LIST)
        .required()
        .stated("P", "The summaries of this page.");
    TABLE
        .protocol(PROCESSES_LIST_RESULT, "@nextLink", STRING)
        .stated("P", "The address of the next page; absent on the last one.");
    TABLE
        .server(PROCESS_SUMMARY, "autoClose", BOOLEAN)
        .required()
        .stated("P", "As on the process.");
    TABLE
        .server(PROCESS_SUMMARY, "certAutoApprove", BOOLEAN)
        .required()
        .stated("P", "As on the process.");
    TABLE.server(PROCESS_SUMMARY, "created", OBJECT).stated("P", "Who created it, and when.");
    TABLE.server(PROCESS_SUMMARY, "dueDate", DATE).stated("P", "As on the process; may be null.");
    TABLE.server(PROCESS_SUMMARY, "id", STRING).stated("P", "The identifier of the process.");
    TABLE.server(PROCESS_SUMMARY, "modified", OBJECT).stated("P", "Who changed it last, and when.");
    TABLE.server(PROCESS_SUMMARY, "name", STRING).stated("P", "As on the process.");
    TABLE
        .server(PROCESS_SUMMARY, "processTemplate", STRING)
        .stated("P", "As on the process; may be null.");
    TABLE
        .server(PROCESS_SUMMARY, "relativeDates", BOOLEAN)
        .required()
        .stated("P", "Always false in a list, whatever the truth.");
    TABLE.server(PROCESS_SUMMARY, "revision", INTEGER).stated("P", "As on the process.");
    TABLE
        .server(PROCESS_SUMMARY, "run", OBJECT)
        .stated("P", "The run of the process, when it was started.");
    TABLE
        .server(PROCESS_SUMMARY, "sourceProcessRun", STRING)
        .stated("P", "As on the process; may be null.");
    TABLE
        .server(PROCESS_RUN_SUMMARY, "completedDate", DATE_TIME)
        .stated("P", "When the run was completed.");
    TABLE.server(PROCESS_RUN_SUMMARY, "created", OBJECT).stated("P", "Who started it, and when.");
    TABLE.server(PROCESS_RUN_SUMMARY, "dueDate", DATE).stated("P", "When the run is due.");
    TABLE.server(PROCESS_RUN_SUMMARY, "id", STRING).stated("P", "The identifier of the run.");
    TABLE
        .server(PROCESS_RUN_SUMMARY, "managerUser", STRING)
        .stated("P", "The user that the run runs as.");
    TABLE
        .server(PROCESS_RUN_SUMMARY, "modified", OBJECT)
        .stated("P", "Who changed it last, and when.");
    TABLE.server(PROCESS_RUN_SUMMARY, "name", STRING).stated("P", "The name of the run.");
    TABLE
        .server(PROCESS_RUN_SUMMARY, "process", STRING)
        .stated("P", "The process that was started.");
    TABLE
        .server(PROCESS_RUN_SUMMARY, "status", STRING)
        .stated("P", "waiting, running, cancelling, complete, cancelled, error or errorHold.");
    TABLE
        .server(PROCESS_RUN_SUMMARY, "statusCounts", MAP)
        .stated("P", "How many job runs have each action status; null in lists.");
    TABLE.server(PROCESS_RUN, "id", STRING).inExample("R", "The identifier of the run.");
    TABLE.server(PROCESS_RUN, "name", STRING).inExample("R", "The name of the run.");
    TABLE.server(PROCESS_RUN, "process", STRING).inExample("R", "The process that was started.");
    TABLE.server(PROCESS_RUN, "status", STRING).inExample("R", "As in the summary.");
    TABLE
        .server(PROCESS_RUN, "statusCounts", MAP)
        .inExample("R", "How many job runs have each action status.");
    TABLE
        .server(PROCESS_RUN, "autoClose", BOOLEAN)
        .inExample("R", "As on the process when it was started.");
    TABLE
        .server(PROCESS_RUN, "certAutoApprove", BOOLEAN)
        .inExample("R", "As on the process when it was started.");
    TABLE
        .server(PROCESS_RUN, "relativeDates", BOOLEAN)
        .inExample("R", "As on the process when it was started.");
    TABLE
        .server(PROCESS_RUN, "businessDaysOfWeek", SET_OF_WEEKDAYS)
        .inExample("R", "As on the process when it was started.");
    TABLE
        .server(PROCESS_RUN, "dueDate", DATE)
        .inExample("R", "As on the process when it was started.");
    TABLE.server(PROCESS_RUN, "created", OBJECT).inExample("R", "Who started it, and when.");
    TABLE.server(PROCESS_RUN, "modified", OBJECT).inExample("R", "Who changed it last, and when.");
    TABLE
        .server(PROCESS_RUN, "revision", INTEGER)
        .inExample("R", "The revision of this representation.");
    TABLE.server(PROCESS_RUN, "root", OBJECT).inExample("R", "The root group of the run.");
    TABLE
        .server(PROCESS_RUN, "ipmBetaEnabled", BOOLEAN)
        .inExample("R", "As on the process when it was started.");
    TABLE
        .server(PROCESS_RUN, "iwmOptOut", BOOLEAN)
        .inExample("R", "As on the process when it was started.");
    TABLE
        .server(PROCESS_RUN, "completedDate", DATE_TIME)
        .inferred("P", "When the run was completed.");
    TABLE
        .server(PROCESS_RUN, "managerUser", STRING)
        .inferred("P", "The user that the run runs as.");
    TABLE
        .server(PROCESS_RUN, "jobRunMap", MAP)
        .inferred("P", "Named in the summary's description; its shape is not published.");
    TABLE
        .server(PROCESS_GROUP_RUN, "active", BOOLEAN)
        .stated("pr", "Whether new and existing job runs in it will be run.");
    TABLE
        .server(PROCESS_GROUP_RUN, "children", LIST)
        .stated("pr", "Its job runs and group runs, in order.");
    TABLE
        .server(PROCESS_GROUP_RUN, "childrenEligibleToStartCount", INTEGER)
        .stated("pr", "How many children could be started.");
    TABLE.server(PROCESS_GROUP_RUN, "created", OBJECT).stated("pr", "Who created it, and when.");
    TABLE
        .server(PROCESS_GROUP_RUN, "modified", OBJECT)
        .stated("pr", "Who changed it last, and when.");
    TABLE
        .server(PROCESS_GROUP_RUN, "eligibleToStart", BOOLEAN)
        .stated("pr", "Whether it can be started.");
    TABLE.server(PROCESS_GROUP_RUN, "group", STRING).inferred("pr", "The group it was made from.");
    TABLE.server(PROCESS_GROUP_RUN, "id", STRING).stated("pr", "The identifier of the group run.");
    TABLE.server(PROCESS_GROUP_RUN, "name", STRING).stated("pr", "The name of the group.");
    TABLE
        .server(PROCESS_GROUP_RUN, "ordinal", INTEGER)
        .stated("pr", "Its place among its siblings, from 0.");
    TABLE
        .server(PROCESS_GROUP_RUN, "parallel", BOOLEAN)
        .required()
        .stated("pr", "As on the group.");
    TABLE.server(PROCESS_GROUP_RUN, "parent", STRING).stated("pr", "The group run around it.");
    TABLE
        .server(PROCESS_GROUP_RUN, "readOnly", BOOLEAN)
        .required()
        .stated("pr", "As on the group.");
    TABLE
        .server(PROCESS_GROUP_RUN, "revision", INTEGER)
        .stated("pr", "The revision of this representation.");
    TABLE.server(PROCESS_GROUP_RUN, "status", STRING).stated("pr", "As of a run.");
    TABLE
        .server(PROCESS_GROUP_RUN, "statusCounts", MAP)
        .stated("pr", "How many job runs have each status.");
    TABLE.server(PROCESS_GROUP_RUN, "triggerType", STRING).stated("pr", "As on the group.");
    TABLE
        .protocol(PROCESS_GROUP_RUN_CHILD, "type", STRING)
        .inExample("R", "Which member is present.");
    TABLE
        .protocol(PROCESS_GROUP_RUN_CHILD, "jobRun", OBJECT)
        .inExample("R", "The job run, in what GET returns.");
    TABLE
        .protocol(PROCESS_GROUP_RUN_CHILD, "job", OBJECT)
        .inExample("G", "The job run, in what starting a run returns.");
    TABLE
        .protocol(PROCESS_GROUP_RUN_CHILD, "groupRun", OBJECT)
        .inferred("R", "The group run; group is read as well.");
    TABLE
        .protocol(PROCESS_GROUP_RUN_CHILD, "group", OBJECT)
        .inferred("R", "The group run, by its other name.");
    TABLE.server(JOB_RUN, "id", STRING).inExample("R", "The identifier of the job run.");
    TABLE.server(JOB_RUN, "action", STRING).inExample("R", "The kind of work.");
    TABLE.server(JOB_RUN, "status", STRING).inExample("R", "As of a run.");
    TABLE
        .server(JOB_RUN, "actionStatus", STRING)
        .inExample("R", "The status in the action's own words; its case varies.");
    TABLE.server(JOB_RUN, "arguments", OBJECT).inExample("R", "As on the job when it was started.");
    TABLE
        .server(JOB_RUN, "metadata", OBJECT)
        .inExample("R", "What happened: the task and where it is.");
    TABLE.server(JOB_RUN, "job", STRING).inExample("R", "The job it was made from.");
    TABLE.server(JOB_RUN, "created", OBJECT).inferred("R", "Who created it, and when.");
    TABLE.server(JOB_RUN, "eligibleToStart", BOOLEAN).inferred("R", "Whether it can be started.");
    TABLE
        .server(JOB_RUN, "generated", OBJECT)
        .inferred("R", "The job runs that a certification made by itself.");
    TABLE.server(JOB_RUN, "modified", OBJECT).inferred("R", "Who changed it last, and when.");
    TABLE
        .server(JOB_RUN, "ordinal", INTEGER)
        .inExample("R", "Its place among its siblings, from 0.");
    TABLE.server(JOB_RUN, "parent", STRING).inExample("J", "The group run around it.");
    TABLE.server(JOB_RUN, "readOnly", BOOLEAN).inExample("R", "Whether it is read-only.");
    TABLE
        .server(JOB_RUN, "revision", INTEGER)
        .inExample("G", "The revision of this representation.");
    TABLE.server(JOB_RUN, "triggerType", STRING).inExample("G", "What starts it.");
    TABLE
        .server(ACTION_METADATA, "type", STRING)
        .stated("jr", "The kind of action; says which member is present.");
    TABLE
        .server(ACTION_METADATA, "sendTaskMetadata", OBJECT)
        .stated("jr", "The task of a sendTask.");
    TABLE
        .server(ACTION_METADATA, "contentRequestMetadata", OBJECT)
        .stated("jr", "The task of a contentRequest.");
    TABLE
        .server(ACTION_METADATA, "certificationMetadata", ANY)
        .stated("jr", "What a certification made; not published.");
    TABLE
        .server(ACTION_METADATA, "certSignerMetadata", ANY)
        .inferred("jr", "Who signed; not published.");
    TABLE
        .server(ACTION_METADATA, "certApproverMetadata", ANY)
        .stated("jr", "Who approved; not published.");
    TABLE
        .server(ACTION_METADATA, "certConditionalApproverMetadata", ANY)
        .stated("jr", "Who approved on a condition; not published.");
    TABLE.server(SEND_TASK_METADATA, "status", STRING).inExample("R", "The status of the task.");
    TABLE.server(SEND_TASK_METADATA, "task", STRING).inExample("R", "The id of the task.");
    TABLE
        .server(SEND_TASK_METADATA, "permalink", STRING)
        .inExample("R", "Where people find the task.");
    TABLE
        .server(SEND_TASK_METADATA, "taskCancelled", BOOLEAN)
        .inExample("R", "Whether the task was cancelled.");
    TABLE
        .server(SEND_TASK_METADATA, "cancelCleanupComplete", BOOLEAN)
        .inExample("R", "Whether the cancellation is done with.");
    TABLE
        .server(SEND_TASK_METADATA, "taskCancelledNotificationSent", BOOLEAN)
        .inExample("R", "Whether mail about the cancellation went out.");
    TABLE
        .server(SEND_TASK_METADATA, "newApproverModifyEmailSent", BOOLEAN)
        .inExample("jr", "Whether mail to a new approver went out.");
    TABLE
        .server(SEND_TASK_METADATA, "newAssigneeModifyEmailSent", BOOLEAN)
        .inExample("jr", "Whether mail to a new assignee went out.");
    TABLE
        .server(CONTENT_REQUEST_METADATA, "status", STRING)
        .inExample("R", "The status of the task.");
    TABLE.server(CONTENT_REQUEST_METADATA, "task", STRING).inExample("R", "The id of the task.");
    TABLE
        .server(CONTENT_REQUEST_METADATA, "permalink", STRING)
        .inExample("R", "Where people find the task.");
    TABLE
        .server(CONTENT_REQUEST_METADATA, "taskCancelled", BOOLEAN)
        .inExample("R", "Whether the task was cancelled.");
    TABLE
        .server(CONTENT_REQUEST_METADATA, "cancelCleanupComplete", BOOLEAN)
        .inExample("R", "Whether the cancellation is done with.");
    TABLE
        .server(CONTENT_REQUEST_METADATA, "taskCancelledNotificationSent", BOOLEAN)
        .inExample("R", "Whether mail about the cancellation went out.");
    TABLE
        .protocol(PROCESS_RUN_OPTIONS, "sendProcessCompleteEmail", BOOLEAN)
        .stated(
            "ru",
            "Whether the starter gets mail when everything is completed or cancelled; true unless"
                + " said.");
    TABLE
        .protocol(PROCESS_VALIDATION_RESULTS, "errors", SET)
        .stated("P", "What is wrong with the process; empty when it can be run.");
    TABLE
        .protocol(ERROR, "code", STRING)
        .required()
        .stated("P", "One of a set that the server defines.");
    TABLE.protocol(ERROR, "message", STRING).stated("P", "What people read.");
    TABLE
        .protocol(ERROR, "target", STRING)
        .stated("P", "What is at fault: a pointer, a job id or the name of an argument.");
    TABLE
        .protocol(ERROR, "meta", MAP)
        .stated("P", "More about it, such as jobId, argumentName and field.");
    TABLE.protocol(ERROR, "details", LIST).stated("P", "The single faults.");
    TABLE.protocol(ERROR, "documentationUrl", STRING).stated("P", "Where to read more.");
    TABLE.protocol(ERROR_DETAIL, "code", STRING).stated("P", "As of an error.");
    TABLE.protocol(ERROR_DETAIL, "message", STRING).stated("P", "As of an error.");
    TABLE.protocol(ERROR_DETAIL, "meta", MAP).stated("P", "As of an error.");
    TABLE.protocol(ERROR_DETAIL, "target", STRING).stated("P", "As of an error.");
  }

  static final List<FieldSpec> ALL = TABLE.rows();

  private ServerFields() {}
}
