package dev.procc.model.catalog;

/// A schema of the Processes API, under the API's name.
public enum Schema {
  PROCESS("Process"),
  PROCESS_GROUP("ProcessGroup"),
  PROCESS_GROUP_CHILD("ProcessGroupChild"),
  PROCESS_JOB("ProcessJob"),
  ACTION_ARGUMENTS("ActionArguments"),
  SEND_TASK_ARGUMENTS("SendTaskArguments"),
  CONTENT_REQUEST_ARGUMENTS("ContentRequestArguments"),
  CERTIFICATION_ARGUMENTS("CertificationArguments"),
  PARTICIPANT("Participant"),
  REMINDER_DATA("ReminderData"),
  TAG_LINK("TagLink"),
  ACTION("Action"),
  USER("User"),
  BATCH_UPDATE("BatchUpdate"),
  BATCH_UPDATE_ITEM("BatchUpdateItem"),
  JOB_NAME_UPDATE("JobNameUpdate"),
  PROCESS_GROUP_NAME_UPDATE("ProcessGroupNameUpdate"),
  PROCESS_JSON_PATCH_DOCUMENT("ProcessJSONPatchDocument"),
  PROCESSES_LIST_RESULT("ProcessesListResult"),
  PROCESS_SUMMARY("ProcessSummary"),
  PROCESS_RUN_SUMMARY("ProcessRunSummary"),
  PROCESS_RUN("ProcessRun"),
  PROCESS_GROUP_RUN("ProcessGroupRun"),
  PROCESS_GROUP_RUN_CHILD("ProcessGroupRunChild"),
  JOB_RUN("JobRun"),
  ACTION_METADATA("ActionMetadata"),
  SEND_TASK_METADATA("SendTaskMetadata"),
  CONTENT_REQUEST_METADATA("ContentRequestMetadata"),
  PROCESS_RUN_OPTIONS("ProcessRunOptions"),
  PROCESS_VALIDATION_RESULTS("ProcessValidationResults"),
  ERROR("Error"),
  ERROR_DETAIL("ErrorDetail");

  private final String apiName;

  Schema(String apiName) {
    this.apiName = apiName;
  }

  public String apiName() {
    return apiName;
  }
}
