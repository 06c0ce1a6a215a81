package dev.procc.model.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of server behaviours: `procc probe` measures them, a `Capabilities` document stores
/// the answers, and the planner and the emulator follow them.
public final class ServerBehaviours {
  /// All behaviours, in the order in which they are measured.
  public static final List<ServerBehaviour> ALL =
      List.of(
          // how a create request is read
          ServerBehaviour.of("first-revision", "the revision of a new process", "one", "zero"),
          ServerBehaviour.of(
              "unknown-fields", "members not documented", "ignore", "refuse", "keep"),
          ServerBehaviour.of("caller-ids", "ids sent by the caller", "ignore", "refuse", "keep"),
          ServerBehaviour.of(
              "participant-types", "which types of participants exist", "any", "user"),
          ServerBehaviour.of(
              "participant-input",
              "whether assigneeUser is understood beside assignee",
              "both",
              "objects"),
          ServerBehaviour.of("empty-text", "an empty text", "keep", "absent"),
          ServerBehaviour.of(
              "nulls", "members that are null in a create", "absent", "refuse", "keep"),
          ServerBehaviour.of("set-order", "the order of members declared unique", "sent", "sorted"),
          ServerBehaviour.of(
              "trigger-default", "triggerType where none was sent", "absent", "filled"),
          ServerBehaviour.of(
              "action-default",
              "action where only arguments.type was sent",
              "absent",
              "filled",
              "required"),
          ServerBehaviour.of(
              "create-reply", "the arguments in the reply of create", "full", "brief"),
          ServerBehaviour.of(
              "unpaired-window",
              "businessStartDate without businessEndDate",
              "validate",
              "refuse",
              "accept"),
          ServerBehaviour.of("duplicate-names", "two processes of one name", "allow", "refuse"),
          ServerBehaviour.of(
              "lengths", "titles of 501, instructions of 2,001", "unlimited", "tasks"),
          ServerBehaviour.of("depth", "groups nested 50 deep", "accept", "refuse"),
          ServerBehaviour.of("many-jobs", "a process of 3,000 jobs", "accept", "refuse"),
          // PATCH
          ServerBehaviour.of(
              "patch-atomic",
              "whether one PATCH document is applied as a whole",
              "atomic",
              "partial"),
          ServerBehaviour.of("replace-absent", "replace of an absent member", "set", "refuse"),
          ServerBehaviour.of("remove-absent", "remove of an absent member", "refuse", "ignore"),
          ServerBehaviour.of(
              "patch-content-type",
              "whether PATCH insists on application/json-patch+json",
              "strict",
              "any"),
          ServerBehaviour.of(
              "patch-noop", "the revision after a PATCH of nothing", "moves", "stays"),
          ServerBehaviour.of("revision-step", "how far the revision moves", "call", "operation"),
          ServerBehaviour.of(
              "window-order",
              "when an end before the start of the window is noticed",
              "document",
              "operation",
              "never"),
          ServerBehaviour.of(
              "process-flags", "ipmBetaEnabled and iwmOptOut in GET", "hidden", "shown"),
          ServerBehaviour.of(
              "shift",
              "how dates move when a business* field is patched under relativeDates",
              "declared",
              "none",
              "roll",
              "clamp",
              "per-operation"),
          ServerBehaviour.of(
              "days-of-week",
              "the working days where none are given",
              "monday-friday",
              "every-day"),
          // batchUpdates
          ServerBehaviour.of("batch-shape", "the shape of batchUpdates", "both", "flat", "nested"),
          ServerBehaviour.of(
              "batch-atomic", "whether one batch is applied as a whole", "atomic", "partial"),
          ServerBehaviour.of("rename-read-only", "renaming a readOnly group", "refuse", "allow"),
          // validation
          ServerBehaviour.of(
              "validation-target",
              "the target of a validation error",
              "pointer",
              "job",
              "argument"),
          ServerBehaviour.of(
              "past-dates", "which due dates must be in the future", "all", "process", "none"),
          ServerBehaviour.of("due-today", "whether today is in the future", "refuse", "accept"),
          ServerBehaviour.of(
              "content-request-section",
              "whether a content request needs a section",
              "required",
              "optional"),
          ServerBehaviour.of(
              "approver-before-due", "an approval before the due date", "accept", "refuse"),
          // trash, lists, headers
          ServerBehaviour.of("trashed-get", "GET of a process in the bin", "missing", "shown"),
          ServerBehaviour.of("trashed-list", "processes in the bin in the list", "hidden", "shown"),
          ServerBehaviour.of(
              "restore-revision", "the revision after trash and restore", "stays", "moves"),
          ServerBehaviour.of(
              "list-quirks", "relativeDates of list items", "documented", "true-values"),
          ServerBehaviour.of("next-link", "the form of @nextLink", "absolute", "relative"),
          ServerBehaviour.of("filter-case", "the case in name contains", "ignore", "match"),
          ServerBehaviour.of("filter-quote", "a quote in name contains", "doubled", "other"),
          ServerBehaviour.of("missing-version", "a request without X-Version", "400", "404"),
          // runs
          ServerBehaviour.of("empty-process", "the run of a process without jobs", "run", "refuse"),
          ServerBehaviour.of(
              "finished-run", "another run after the last one ended", "allow", "refuse"),
          ServerBehaviour.of("active-run", "a second run while one is active", "refuse", "allow"),
          ServerBehaviour.of(
              "manual-root", "a root group whose trigger is manual", "waits", "starts"),
          ServerBehaviour.of("run-children", "the key of a job in a run", "documented", "jobRun"),
          ServerBehaviour.of("group-children", "the key of a group in a run", "groupRun", "group"),
          ServerBehaviour.of(
              "status-casing", "action statuses in the reply of run", "documented", "capitalised"),
          ServerBehaviour.of(
              "job-run-validation", "job runs with incomplete arguments", "refuse", "accept"),
          ServerBehaviour.of(
              "patch-running", "PATCH of a process with an active run", "allow", "refuse"),
          ServerBehaviour.of(
              "rename-run", "titles in an active run after a rename", "unchanged", "follows"),
          ServerBehaviour.of(
              "trash-active", "trash of a process with an active run", "allow", "refuse"));

  private ServerBehaviours() {}

  /// The behaviour with a key; null if there is none.
  public static @Nullable ServerBehaviour find(String key) {
    for (ServerBehaviour behaviour : ALL) {
      if (behaviour.key().equals(key)) {
        return behaviour;
      }
    }
    return null;
  }
}
