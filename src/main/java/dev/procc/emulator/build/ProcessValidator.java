package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.store.EmulatorState;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The validation of a process: the errors that prevent a run.
public final class ProcessValidator {
  private static final String MISSING_REQUIRED_FIELD = "MISSING_REQUIRED_FIELD";
  private static final String INVALID_DUE_DATE = "INVALID_DUE_DATE";
  private static final String VALIDATION_ERROR = "VALIDATION_ERROR";
  private final EmulatorState state;
  private final LocalDate today;
  private final Set<Json> errors = new LinkedHashSet<>();
  private int jobs;

  private ProcessValidator(EmulatorState state) {
    this.state = state;
    this.today = state.clock().today();
  }

  /// The errors of a process, each in the `Error` shape.
  public static List<Json> errors(EmulatorState state, Json.Obj process) {
    ProcessValidator validation = new ProcessValidator(state);
    validation.checkProcess(process);
    return List.copyOf(validation.errors);
  }

  /// The errors of one job, as when it is added to a run.
  public static List<Json> jobErrors(EmulatorState state, Json.Obj job, String pointer) {
    ProcessValidator validation = new ProcessValidator(state);
    validation.checkJob(job, pointer);
    return List.copyOf(validation.errors);
  }

  private void checkProcess(Json.Obj process) {
    if (process.text("name").isEmpty()) {
      errors.add(
          error(
              MISSING_REQUIRED_FIELD, "Process is missing required field: name", "/name", "name"));
    }
    boolean unpaired = process.has("businessStartDate") != process.has("businessEndDate");
    if (unpaired && state.assumes("unpaired-window", "validate")) {
      String name = process.has("businessStartDate") ? "businessEndDate" : "businessStartDate";
      errors.add(
          error(
              MISSING_REQUIRED_FIELD,
              "Process is missing required field: " + name,
              "/" + name,
              name));
    }
    if (!state.assumes("past-dates", "none")) {
      checkFutureDueDate(process, "");
    }
    process.obj("root").ifPresent(root -> BuildTree.walk(root, this::checkNode));
    if (jobs == 0 && state.assumes("empty-process", "refuse")) {
      errors.add(error(VALIDATION_ERROR, "Process has no jobs", "/root/children", "children"));
    }
  }

  private void checkNode(String type, Json.Obj node, String pointer) {
    if (type.equals("job")) {
      jobs++;
      checkJob(node, pointer);
    } else if (state.assumes("past-dates", "all")) {
      checkFutureDueDate(node, pointer);
    }
  }

  private void checkFutureDueDate(Json.Obj holder, String pointer) {
    if (isPast(holder, "dueDate")) {
      errors.add(
          error(
              INVALID_DUE_DATE, "Due date must be in the future", pointer + "/dueDate", "dueDate"));
    }
  }

  private boolean isPast(Json.Obj holder, String name) {
    String text = holder.text(name).filter(MemberType::isDate).orElse(null);
    if (text == null) {
      return false;
    }
    LocalDate date = LocalDate.parse(text);
    return date.isBefore(today) || date.equals(today) && state.assumes("due-today", "refuse");
  }

  private void checkJob(Json.Obj job, String pointer) {
    String action = JobActions.actionOf(job);
    if (action == null || !job.has("action") && state.assumes("action-default", "required")) {
      errors.add(
          jobError(
              MISSING_REQUIRED_FIELD,
              "Job is missing required 'action' field",
              pointer,
              job,
              "action",
              ""));
    }
    if (action == null) {
      return;
    }
    Json.Obj arguments = JobActions.arguments(job);
    for (String name : JobActions.requiredArguments(action)) {
      boolean optional =
          name.equals("section") && state.assumes("content-request-section", "optional");
      if (!optional && isMissing(arguments, name)) {
        String message = "Job is missing required field: " + name;
        errors.add(jobError(MISSING_REQUIRED_FIELD, message, pointer, job, name, ""));
      }
    }
    checkDates(job, arguments, pointer, "/arguments/" + JobActions.argumentsMember(action) + "/");
  }

  private static boolean isMissing(Json.Obj arguments, String name) {
    return switch (arguments.get(name)) {
      case null -> true;
      case Json.Str text -> text.value().isBlank();
      case Json.Obj participant -> participant.text("id").orElse("").isBlank();
      default -> false;
    };
  }

  private void checkDates(Json.Obj job, Json.Obj arguments, String pointer, String inner) {
    for (String name : List.of("dueDate", "approverDueDate")) {
      if (state.assumes("past-dates", "all") && isPast(arguments, name)) {
        String label = name.equals("dueDate") ? "Due date" : "Approver due date";
        errors.add(
            jobError(
                INVALID_DUE_DATE,
                label + " must be in the future",
                pointer,
                job,
                name,
                inner + name));
      }
    }
    String due = arguments.text("dueDate").orElse("");
    String approval = arguments.text("approverDueDate").orElse("");
    if (state.assumes("approver-before-due", "refuse")
        && !approval.isEmpty()
        && approval.compareTo(due) < 0) {
      String message = "Approver due date must not be before the due date";
      errors.add(
          jobError(
              VALIDATION_ERROR,
              message,
              pointer,
              job,
              "approverDueDate",
              inner + "approverDueDate"));
    }
  }

  private Json error(String code, String message, String pointer, String field) {
    Json.Builder out = Json.object().put("code", code).put("message", message);
    return switch (state.choices().get("validation-target")) {
      case "argument" ->
          out.put("target", field)
              .put("meta", Json.object().put("argumentName", field).build())
              .build();
      case "job" ->
          out.put("target", field).put("meta", Json.object().put("field", field).build()).build();
      default -> out.put("target", pointer).build();
    };
  }

  private Json jobError(
      String code, String message, String pointer, Json.Obj job, String field, String inner) {
    String id = job.text("id").orElse("");
    Json.Builder out = Json.object().put("code", code).put("message", message);
    return switch (state.choices().get("validation-target")) {
      case "job" ->
          out.put("target", id)
              .put("meta", Json.object().put("jobId", id).put("field", field).build())
              .build();
      case "argument" ->
          out.put("target", field)
              .put("meta", Json.object().put("jobId", id).put("argumentName", field).build())
              .build();
      default -> out.put("target", pointer + inner).build();
    };
  }
}
