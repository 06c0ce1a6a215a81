package dev.procc.model.catalog;

import static dev.procc.model.catalog.FactBasis.EXAMPLE;
import static dev.procc.model.catalog.FactBasis.INFERRED;
import static dev.procc.model.catalog.FactBasis.STATED;
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

/// The rows of the fields that the server decides, and of the envelopes of its calls. They are
/// loaded when somebody asks for the whole table.
final class ServerFields {
  static final List<FieldSpec> ALL =
      List.of(
          FieldRows.server(
              PROCESS,
              "id",
              STRING,
              STATED,
              "P",
              "The identifier of the process, 1 to 32 characters."),
          FieldRows.server(
              PROCESS, "revision", INTEGER, STATED, "P", "The revision of this representation."),
          FieldRows.server(PROCESS, "created", OBJECT, STATED, "P", "Who created it, and when."),
          FieldRows.server(
              PROCESS, "modified", OBJECT, STATED, "P", "Who changed it last, and when."),
          FieldRows.server(
              PROCESS,
              "processTemplate",
              STRING,
              STATED,
              "P",
              "The template that it was created from."),
          FieldRows.server(
              PROCESS, "sourceProcessRun", STRING, STATED, "P", "The run that it was copied from."),
          FieldRows.server(
              PROCESS_GROUP, "id", STRING, STATED, "P", "The identifier of the group."),
          FieldRows.server(
              PROCESS_GROUP,
              "ordinal",
              INTEGER,
              STATED,
              "P",
              "Its place among its siblings, from 0."),
          FieldRows.server(
              PROCESS_GROUP,
              "parent",
              STRING,
              STATED,
              "P",
              "The group around it; absent when that is the root."),
          FieldRows.server(
              PROCESS_GROUP,
              "revision",
              INTEGER,
              STATED,
              "P",
              "The revision of this representation."),
          FieldRows.server(
              PROCESS_GROUP, "created", OBJECT, STATED, "P", "Who created it, and when."),
          FieldRows.server(
              PROCESS_GROUP, "modified", OBJECT, STATED, "P", "Who changed it last, and when."),
          FieldRows.requiredProtocol(
              PROCESS_GROUP_CHILD,
              "type",
              STRING,
              STATED,
              "P",
              "Which member is present: group or job."),
          FieldRows.protocol(
              PROCESS_GROUP_CHILD, "group", OBJECT, STATED, "P", "The nested group."),
          FieldRows.protocol(PROCESS_GROUP_CHILD, "job", OBJECT, STATED, "P", "The job."),
          FieldRows.server(
              PROCESS_JOB,
              "generated",
              OBJECT,
              STATED,
              "P",
              "The jobs that a certification made by itself."),
          FieldRows.server(PROCESS_JOB, "id", STRING, STATED, "P", "The identifier of the job."),
          FieldRows.server(
              PROCESS_JOB,
              "ordinal",
              INTEGER,
              STATED,
              "P",
              "Its place among its siblings, from 0."),
          FieldRows.server(
              PROCESS_JOB,
              "parent",
              STRING,
              STATED,
              "P",
              "The group around it; absent when that is the root."),
          FieldRows.server(
              PROCESS_JOB, "readOnly", BOOLEAN, STATED, "P", "Whether the job is read-only."),
          FieldRows.server(
              PROCESS_JOB,
              "revision",
              INTEGER,
              STATED,
              "P",
              "The revision of this representation."),
          FieldRows.server(PROCESS_JOB, "tags", SET, STATED, "P", "Tags given in Workiva."),
          FieldRows.server(
              PROCESS_JOB, "created", OBJECT, STATED, "P", "Who created it, and when."),
          FieldRows.server(
              PROCESS_JOB, "modified", OBJECT, STATED, "P", "Who changed it last, and when."),
          FieldRows.requiredProtocol(
              ACTION_ARGUMENTS,
              "type",
              STRING,
              STATED,
              "jr",
              "The kind of action; says which member is present."),
          FieldRows.protocol(
              ACTION_ARGUMENTS,
              "sendTaskArgs",
              OBJECT,
              STATED,
              "jr",
              "The arguments of a sendTask."),
          FieldRows.protocol(
              ACTION_ARGUMENTS,
              "contentRequestArgs",
              OBJECT,
              STATED,
              "jr",
              "The arguments of a contentRequest."),
          FieldRows.protocol(
              ACTION_ARGUMENTS,
              "certificationArgs",
              ANY,
              STATED,
              "jr",
              "The arguments of a certification; not published."),
          FieldRows.server(
              ACTION_ARGUMENTS,
              "certSignerArgs",
              ANY,
              STATED,
              "jr",
              "The arguments of a generated signer job."),
          FieldRows.server(
              ACTION_ARGUMENTS,
              "certApproverArgs",
              ANY,
              STATED,
              "jr",
              "The arguments of a generated approver job."),
          FieldRows.server(
              ACTION_ARGUMENTS,
              "certPhaseFinalizerArgs",
              ANY,
              STATED,
              "jr",
              "The arguments of a generated phase finaliser job."),
          FieldRows.protocol(
              SEND_TASK_ARGUMENTS,
              "assigneeUser",
              STRING,
              EXAMPLE,
              "C",
              "The older form of assignee, the bare id; read, never sent."),
          FieldRows.protocol(
              SEND_TASK_ARGUMENTS,
              "approverUser",
              STRING,
              EXAMPLE,
              "C",
              "The older form of approver, the bare id; read, never sent."),
          FieldRows.server(
              TAG_LINK,
              "tag",
              ANY,
              INFERRED,
              "P",
              "A tag with category and value; its fields are not published."),
          FieldRows.server(ACTION, "dateTime", DATE_TIME, STATED, "P", "When, in UTC."),
          FieldRows.server(ACTION, "user", OBJECT, STATED, "P", "Who."),
          FieldRows.server(
              USER, "id", STRING, STATED, "P", "The id of the user, at most 36 characters."),
          FieldRows.requiredProtocol(
              BATCH_UPDATE, "data", LIST, STATED, "P", "The renames, 0 to 3,000."),
          FieldRows.requiredProtocol(
              BATCH_UPDATE_ITEM, "type", STRING, STATED, "P", "jobName or groupName."),
          FieldRows.protocol(
              BATCH_UPDATE_ITEM,
              "jobNameUpdate",
              OBJECT,
              STATED,
              "P",
              "The nested form of a job's rename."),
          FieldRows.protocol(
              BATCH_UPDATE_ITEM,
              "groupNameUpdate",
              OBJECT,
              STATED,
              "P",
              "The nested form of a group's rename."),
          FieldRows.protocol(
              BATCH_UPDATE_ITEM, "id", STRING, EXAMPLE, "P", "The id in the flat form."),
          FieldRows.protocol(
              BATCH_UPDATE_ITEM, "newName", STRING, EXAMPLE, "P", "The new name in the flat form."),
          FieldRows.requiredProtocol(
              JOB_NAME_UPDATE, "id", STRING, STATED, "P", "The id of the job."),
          FieldRows.requiredProtocol(
              JOB_NAME_UPDATE, "newName", STRING, STATED, "P", "Its new name, not empty."),
          FieldRows.requiredProtocol(
              PROCESS_GROUP_NAME_UPDATE, "id", STRING, STATED, "P", "The id of the group."),
          FieldRows.requiredProtocol(
              PROCESS_GROUP_NAME_UPDATE,
              "newName",
              STRING,
              STATED,
              "P",
              "Its new name, not empty."),
          FieldRows.requiredProtocol(
              PROCESS_JSON_PATCH_DOCUMENT, "op", STRING, STATED, "P", "replace or remove."),
          FieldRows.requiredProtocol(
              PROCESS_JSON_PATCH_DOCUMENT,
              "path",
              STRING,
              STATED,
              "P",
              "The JSON Pointer of the field."),
          FieldRows.protocol(
              PROCESS_JSON_PATCH_DOCUMENT,
              "value",
              ANY,
              STATED,
              "P",
              "The new value of a replace."),
          FieldRows.requiredProtocol(
              PROCESSES_LIST_RESULT, "data", LIST, STATED, "P", "The summaries of this page."),
          FieldRows.protocol(
              PROCESSES_LIST_RESULT,
              "@nextLink",
              STRING,
              STATED,
              "P",
              "The address of the next page; absent on the last one."),
          FieldRows.requiredServer(
              PROCESS_SUMMARY, "autoClose", BOOLEAN, STATED, "P", "As on the process."),
          FieldRows.requiredServer(
              PROCESS_SUMMARY, "certAutoApprove", BOOLEAN, STATED, "P", "As on the process."),
          FieldRows.server(
              PROCESS_SUMMARY, "created", OBJECT, STATED, "P", "Who created it, and when."),
          FieldRows.server(
              PROCESS_SUMMARY, "dueDate", DATE, STATED, "P", "As on the process; may be null."),
          FieldRows.server(
              PROCESS_SUMMARY, "id", STRING, STATED, "P", "The identifier of the process."),
          FieldRows.server(
              PROCESS_SUMMARY, "modified", OBJECT, STATED, "P", "Who changed it last, and when."),
          FieldRows.server(PROCESS_SUMMARY, "name", STRING, STATED, "P", "As on the process."),
          FieldRows.server(
              PROCESS_SUMMARY,
              "processTemplate",
              STRING,
              STATED,
              "P",
              "As on the process; may be null."),
          FieldRows.requiredServer(
              PROCESS_SUMMARY,
              "relativeDates",
              BOOLEAN,
              STATED,
              "P",
              "Always false in a list, whatever the truth."),
          FieldRows.server(PROCESS_SUMMARY, "revision", INTEGER, STATED, "P", "As on the process."),
          FieldRows.server(
              PROCESS_SUMMARY,
              "run",
              OBJECT,
              STATED,
              "P",
              "The run of the process, when it was started."),
          FieldRows.server(
              PROCESS_SUMMARY,
              "sourceProcessRun",
              STRING,
              STATED,
              "P",
              "As on the process; may be null."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY,
              "completedDate",
              DATE_TIME,
              STATED,
              "P",
              "When the run was completed."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY, "created", OBJECT, STATED, "P", "Who started it, and when."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY, "dueDate", DATE, STATED, "P", "When the run is due."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY, "id", STRING, STATED, "P", "The identifier of the run."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY,
              "managerUser",
              STRING,
              STATED,
              "P",
              "The user that the run runs as."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY,
              "modified",
              OBJECT,
              STATED,
              "P",
              "Who changed it last, and when."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY, "name", STRING, STATED, "P", "The name of the run."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY, "process", STRING, STATED, "P", "The process that was started."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY,
              "status",
              STRING,
              STATED,
              "P",
              "waiting, running, cancelling, complete, cancelled, error or errorHold."),
          FieldRows.server(
              PROCESS_RUN_SUMMARY,
              "statusCounts",
              MAP,
              STATED,
              "P",
              "How many job runs have each action status; null in lists."),
          FieldRows.server(PROCESS_RUN, "id", STRING, EXAMPLE, "R", "The identifier of the run."),
          FieldRows.server(PROCESS_RUN, "name", STRING, EXAMPLE, "R", "The name of the run."),
          FieldRows.server(
              PROCESS_RUN, "process", STRING, EXAMPLE, "R", "The process that was started."),
          FieldRows.server(PROCESS_RUN, "status", STRING, EXAMPLE, "R", "As in the summary."),
          FieldRows.server(
              PROCESS_RUN,
              "statusCounts",
              MAP,
              EXAMPLE,
              "R",
              "How many job runs have each action status."),
          FieldRows.server(
              PROCESS_RUN,
              "autoClose",
              BOOLEAN,
              EXAMPLE,
              "R",
              "As on the process when it was started."),
          FieldRows.server(
              PROCESS_RUN,
              "certAutoApprove",
              BOOLEAN,
              EXAMPLE,
              "R",
              "As on the process when it was started."),
          FieldRows.server(
              PROCESS_RUN,
              "relativeDates",
              BOOLEAN,
              EXAMPLE,
              "R",
              "As on the process when it was started."),
          FieldRows.server(
              PROCESS_RUN,
              "businessDaysOfWeek",
              SET_OF_WEEKDAYS,
              EXAMPLE,
              "R",
              "As on the process when it was started."),
          FieldRows.server(
              PROCESS_RUN, "dueDate", DATE, EXAMPLE, "R", "As on the process when it was started."),
          FieldRows.server(
              PROCESS_RUN, "created", OBJECT, EXAMPLE, "R", "Who started it, and when."),
          FieldRows.server(
              PROCESS_RUN, "modified", OBJECT, EXAMPLE, "R", "Who changed it last, and when."),
          FieldRows.server(
              PROCESS_RUN,
              "revision",
              INTEGER,
              EXAMPLE,
              "R",
              "The revision of this representation."),
          FieldRows.server(PROCESS_RUN, "root", OBJECT, EXAMPLE, "R", "The root group of the run."),
          FieldRows.server(
              PROCESS_RUN,
              "ipmBetaEnabled",
              BOOLEAN,
              EXAMPLE,
              "R",
              "As on the process when it was started."),
          FieldRows.server(
              PROCESS_RUN,
              "iwmOptOut",
              BOOLEAN,
              EXAMPLE,
              "R",
              "As on the process when it was started."),
          FieldRows.server(
              PROCESS_RUN,
              "completedDate",
              DATE_TIME,
              INFERRED,
              "P",
              "When the run was completed."),
          FieldRows.server(
              PROCESS_RUN, "managerUser", STRING, INFERRED, "P", "The user that the run runs as."),
          FieldRows.server(
              PROCESS_RUN,
              "jobRunMap",
              MAP,
              INFERRED,
              "P",
              "Named in the summary's description; its shape is not published."),
          FieldRows.server(
              PROCESS_GROUP_RUN,
              "active",
              BOOLEAN,
              STATED,
              "pr",
              "Whether new and existing job runs in it will be run."),
          FieldRows.server(
              PROCESS_GROUP_RUN,
              "children",
              LIST,
              STATED,
              "pr",
              "Its job runs and group runs, in order."),
          FieldRows.server(
              PROCESS_GROUP_RUN,
              "childrenEligibleToStartCount",
              INTEGER,
              STATED,
              "pr",
              "How many children could be started."),
          FieldRows.server(
              PROCESS_GROUP_RUN, "created", OBJECT, STATED, "pr", "Who created it, and when."),
          FieldRows.server(
              PROCESS_GROUP_RUN,
              "modified",
              OBJECT,
              STATED,
              "pr",
              "Who changed it last, and when."),
          FieldRows.server(
              PROCESS_GROUP_RUN,
              "eligibleToStart",
              BOOLEAN,
              STATED,
              "pr",
              "Whether it can be started."),
          FieldRows.server(
              PROCESS_GROUP_RUN, "group", STRING, INFERRED, "pr", "The group it was made from."),
          FieldRows.server(
              PROCESS_GROUP_RUN, "id", STRING, STATED, "pr", "The identifier of the group run."),
          FieldRows.server(
              PROCESS_GROUP_RUN, "name", STRING, STATED, "pr", "The name of the group."),
          FieldRows.server(
              PROCESS_GROUP_RUN,
              "ordinal",
              INTEGER,
              STATED,
              "pr",
              "Its place among its siblings, from 0."),
          FieldRows.requiredServer(
              PROCESS_GROUP_RUN, "parallel", BOOLEAN, STATED, "pr", "As on the group."),
          FieldRows.server(
              PROCESS_GROUP_RUN, "parent", STRING, STATED, "pr", "The group run around it."),
          FieldRows.requiredServer(
              PROCESS_GROUP_RUN, "readOnly", BOOLEAN, STATED, "pr", "As on the group."),
          FieldRows.server(
              PROCESS_GROUP_RUN,
              "revision",
              INTEGER,
              STATED,
              "pr",
              "The revision of this representation."),
          FieldRows.server(PROCESS_GROUP_RUN, "status", STRING, STATED, "pr", "As of a run."),
          FieldRows.server(
              PROCESS_GROUP_RUN,
              "statusCounts",
              MAP,
              STATED,
              "pr",
              "How many job runs have each status."),
          FieldRows.server(
              PROCESS_GROUP_RUN, "triggerType", STRING, STATED, "pr", "As on the group."),
          FieldRows.protocol(
              PROCESS_GROUP_RUN_CHILD, "type", STRING, EXAMPLE, "R", "Which member is present."),
          FieldRows.protocol(
              PROCESS_GROUP_RUN_CHILD,
              "jobRun",
              OBJECT,
              EXAMPLE,
              "R",
              "The job run, in what GET returns."),
          FieldRows.protocol(
              PROCESS_GROUP_RUN_CHILD,
              "job",
              OBJECT,
              EXAMPLE,
              "G",
              "The job run, in what starting a run returns."),
          FieldRows.protocol(
              PROCESS_GROUP_RUN_CHILD,
              "groupRun",
              OBJECT,
              INFERRED,
              "R",
              "The group run; group is read as well."),
          FieldRows.protocol(
              PROCESS_GROUP_RUN_CHILD,
              "group",
              OBJECT,
              INFERRED,
              "R",
              "The group run, by its other name."),
          FieldRows.server(JOB_RUN, "id", STRING, EXAMPLE, "R", "The identifier of the job run."),
          FieldRows.server(JOB_RUN, "action", STRING, EXAMPLE, "R", "The kind of work."),
          FieldRows.server(JOB_RUN, "status", STRING, EXAMPLE, "R", "As of a run."),
          FieldRows.server(
              JOB_RUN,
              "actionStatus",
              STRING,
              EXAMPLE,
              "R",
              "The status in the action's own words; its case varies."),
          FieldRows.server(
              JOB_RUN, "arguments", OBJECT, EXAMPLE, "R", "As on the job when it was started."),
          FieldRows.server(
              JOB_RUN,
              "metadata",
              OBJECT,
              EXAMPLE,
              "R",
              "What happened: the task and where it is."),
          FieldRows.server(JOB_RUN, "job", STRING, EXAMPLE, "R", "The job it was made from."),
          FieldRows.server(JOB_RUN, "created", OBJECT, INFERRED, "R", "Who created it, and when."),
          FieldRows.server(
              JOB_RUN, "eligibleToStart", BOOLEAN, INFERRED, "R", "Whether it can be started."),
          FieldRows.server(
              JOB_RUN,
              "generated",
              OBJECT,
              INFERRED,
              "R",
              "The job runs that a certification made by itself."),
          FieldRows.server(
              JOB_RUN, "modified", OBJECT, INFERRED, "R", "Who changed it last, and when."),
          FieldRows.server(
              JOB_RUN, "ordinal", INTEGER, EXAMPLE, "R", "Its place among its siblings, from 0."),
          FieldRows.server(JOB_RUN, "parent", STRING, EXAMPLE, "J", "The group run around it."),
          FieldRows.server(JOB_RUN, "readOnly", BOOLEAN, EXAMPLE, "R", "Whether it is read-only."),
          FieldRows.server(
              JOB_RUN, "revision", INTEGER, EXAMPLE, "G", "The revision of this representation."),
          FieldRows.server(JOB_RUN, "triggerType", STRING, EXAMPLE, "G", "What starts it."),
          FieldRows.server(
              ACTION_METADATA,
              "type",
              STRING,
              STATED,
              "jr",
              "The kind of action; says which member is present."),
          FieldRows.server(
              ACTION_METADATA, "sendTaskMetadata", OBJECT, STATED, "jr", "The task of a sendTask."),
          FieldRows.server(
              ACTION_METADATA,
              "contentRequestMetadata",
              OBJECT,
              STATED,
              "jr",
              "The task of a contentRequest."),
          FieldRows.server(
              ACTION_METADATA,
              "certificationMetadata",
              ANY,
              STATED,
              "jr",
              "What a certification made; not published."),
          FieldRows.server(
              ACTION_METADATA,
              "certSignerMetadata",
              ANY,
              INFERRED,
              "jr",
              "Who signed; not published."),
          FieldRows.server(
              ACTION_METADATA,
              "certApproverMetadata",
              ANY,
              STATED,
              "jr",
              "Who approved; not published."),
          FieldRows.server(
              ACTION_METADATA,
              "certConditionalApproverMetadata",
              ANY,
              STATED,
              "jr",
              "Who approved on a condition; not published."),
          FieldRows.server(
              SEND_TASK_METADATA, "status", STRING, EXAMPLE, "R", "The status of the task."),
          FieldRows.server(SEND_TASK_METADATA, "task", STRING, EXAMPLE, "R", "The id of the task."),
          FieldRows.server(
              SEND_TASK_METADATA, "permalink", STRING, EXAMPLE, "R", "Where people find the task."),
          FieldRows.server(
              SEND_TASK_METADATA,
              "taskCancelled",
              BOOLEAN,
              EXAMPLE,
              "R",
              "Whether the task was cancelled."),
          FieldRows.server(
              SEND_TASK_METADATA,
              "cancelCleanupComplete",
              BOOLEAN,
              EXAMPLE,
              "R",
              "Whether the cancellation is done with."),
          FieldRows.server(
              SEND_TASK_METADATA,
              "taskCancelledNotificationSent",
              BOOLEAN,
              EXAMPLE,
              "R",
              "Whether mail about the cancellation went out."),
          FieldRows.server(
              SEND_TASK_METADATA,
              "newApproverModifyEmailSent",
              BOOLEAN,
              EXAMPLE,
              "jr",
              "Whether mail to a new approver went out."),
          FieldRows.server(
              SEND_TASK_METADATA,
              "newAssigneeModifyEmailSent",
              BOOLEAN,
              EXAMPLE,
              "jr",
              "Whether mail to a new assignee went out."),
          FieldRows.server(
              CONTENT_REQUEST_METADATA, "status", STRING, EXAMPLE, "R", "The status of the task."),
          FieldRows.server(
              CONTENT_REQUEST_METADATA, "task", STRING, EXAMPLE, "R", "The id of the task."),
          FieldRows.server(
              CONTENT_REQUEST_METADATA,
              "permalink",
              STRING,
              EXAMPLE,
              "R",
              "Where people find the task."),
          FieldRows.server(
              CONTENT_REQUEST_METADATA,
              "taskCancelled",
              BOOLEAN,
              EXAMPLE,
              "R",
              "Whether the task was cancelled."),
          FieldRows.server(
              CONTENT_REQUEST_METADATA,
              "cancelCleanupComplete",
              BOOLEAN,
              EXAMPLE,
              "R",
              "Whether the cancellation is done with."),
          FieldRows.server(
              CONTENT_REQUEST_METADATA,
              "taskCancelledNotificationSent",
              BOOLEAN,
              EXAMPLE,
              "R",
              "Whether mail about the cancellation went out."),
          FieldRows.protocol(
              PROCESS_RUN_OPTIONS,
              "sendProcessCompleteEmail",
              BOOLEAN,
              STATED,
              "ru",
              "Whether the starter gets mail when everything is completed or cancelled; true unless"
                  + " said."),
          FieldRows.protocol(
              PROCESS_VALIDATION_RESULTS,
              "errors",
              SET,
              STATED,
              "P",
              "What is wrong with the process; empty when it can be run."),
          FieldRows.requiredProtocol(
              ERROR, "code", STRING, STATED, "P", "One of a set that the server defines."),
          FieldRows.protocol(ERROR, "message", STRING, STATED, "P", "What people read."),
          FieldRows.protocol(
              ERROR,
              "target",
              STRING,
              STATED,
              "P",
              "What is at fault: a pointer, a job id or the name of an argument."),
          FieldRows.protocol(
              ERROR,
              "meta",
              MAP,
              STATED,
              "P",
              "More about it, such as jobId, argumentName and field."),
          FieldRows.protocol(ERROR, "details", LIST, STATED, "P", "The single faults."),
          FieldRows.protocol(ERROR, "documentationUrl", STRING, STATED, "P", "Where to read more."),
          FieldRows.protocol(ERROR_DETAIL, "code", STRING, STATED, "P", "As of an error."),
          FieldRows.protocol(ERROR_DETAIL, "message", STRING, STATED, "P", "As of an error."),
          FieldRows.protocol(ERROR_DETAIL, "meta", MAP, STATED, "P", "As of an error."),
          FieldRows.protocol(ERROR_DETAIL, "target", STRING, STATED, "P", "As of an error."));

  private ServerFields() {}
}
