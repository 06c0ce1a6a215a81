package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.store.World;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with a process before it can run: a list of errors, empty where it can.
public final class Validation {
  private static final String MISSING = "MISSING_REQUIRED_FIELD";
  private static final String PAST = "INVALID_DUE_DATE";
  private static final String OTHER = "VALIDATION_ERROR";
  private final World world;
  private final LocalDate today;
  private final Set<Json> errors = new LinkedHashSet<>();
  private int jobs;

  private Validation(World world) {
    this.world = world;
    this.today = world.clock().today();
  }

  /// The errors of a process, each in the `Error` shape.
  public static List<Json> errors(World world, Json.Obj process) {
    Validation validation = new Validation(world);
    validation.process(process);
    return List.copyOf(validation.errors);
  }

  /// The errors of a job on its own, as when it is added to a run.
  public static List<Json> jobErrors(World world, Json.Obj job, String pointer) {
    Validation validation = new Validation(world);
    validation.job(job, pointer);
    return List.copyOf(validation.errors);
  }

  private void process(Json.Obj process) {
    if (process.text("name").isEmpty()) {
      errors.add(error(MISSING, "Process is missing required field: name", "/name", "name"));
    }
    boolean unpaired = process.has("businessStartDate") != process.has("businessEndDate");
    if (unpaired && world.is("unpaired-window", "validate")) {
      String name = process.has("businessStartDate") ? "businessEndDate" : "businessStartDate";
      errors.add(error(MISSING, "Process is missing required field: " + name, "/" + name, name));
    }
    if (!world.is("past-dates", "none")) {
      future(process, "");
    }
    process.obj("root").ifPresent(root -> Tree.walk(root, this::node));
    if (jobs == 0 && world.is("empty-process", "refuse")) {
      errors.add(error(OTHER, "Process has no jobs", "/root/children", "children"));
    }
  }

  private void node(String type, Json.Obj node, String pointer) {
    if (type.equals("job")) {
      jobs++;
      job(node, pointer);
    } else if (world.is("past-dates", "all")) {
      future(node, pointer);
    }
  }

  private void future(Json.Obj holder, String pointer) {
    if (past(holder, "dueDate")) {
      errors.add(error(PAST, "Due date must be in the future", pointer + "/dueDate", "dueDate"));
    }
  }

  private boolean past(Json.Obj holder, String name) {
    String text = holder.text(name).filter(Type::isDate).orElse(null);
    if (text == null) {
      return false;
    }
    LocalDate date = LocalDate.parse(text);
    return date.isBefore(today) || date.equals(today) && world.is("due-today", "refuse");
  }

  private void job(Json.Obj job, String pointer) {
    String action = Actions.of(job);
    if (action == null || !job.has("action") && world.is("action-default", "required")) {
      errors.add(
          jobError(MISSING, "Job is missing required 'action' field", pointer, job, "action", ""));
    }
    if (action == null) {
      return;
    }
    Json.Obj arguments = Actions.arguments(job);
    for (String name : Actions.neededFor(action)) {
      boolean optional = name.equals("section") && world.is("content-request-section", "optional");
      if (!optional && missing(arguments, name)) {
        String message = "Job is missing required field: " + name;
        errors.add(jobError(MISSING, message, pointer, job, name, ""));
      }
    }
    dates(job, arguments, pointer, "/arguments/" + Actions.argumentsOf(action) + "/");
  }

  private static boolean missing(Json.Obj arguments, String name) {
    return switch (arguments.get(name)) {
      case null -> true;
      case Json.Str text -> text.value().isBlank();
      case Json.Obj participant -> participant.text("id").orElse("").isBlank();
      default -> false;
    };
  }

  private void dates(Json.Obj job, Json.Obj arguments, String pointer, String inner) {
    for (String name : List.of("dueDate", "approverDueDate")) {
      if (world.is("past-dates", "all") && past(arguments, name)) {
        String what = name.equals("dueDate") ? "Due date" : "Approver due date";
        errors.add(
            jobError(PAST, what + " must be in the future", pointer, job, name, inner + name));
      }
    }
    String due = arguments.text("dueDate").orElse("");
    String approval = arguments.text("approverDueDate").orElse("");
    if (world.is("approver-before-due", "refuse")
        && !approval.isEmpty()
        && approval.compareTo(due) < 0) {
      String message = "Approver due date must not be before the due date";
      errors.add(
          jobError(OTHER, message, pointer, job, "approverDueDate", inner + "approverDueDate"));
    }
  }

  private Json error(String code, String message, String pointer, String field) {
    Json.Builder out = Json.object().put("code", code).put("message", message);
    return switch (world.readings().get("validation-target")) {
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
    return switch (world.readings().get("validation-target")) {
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
