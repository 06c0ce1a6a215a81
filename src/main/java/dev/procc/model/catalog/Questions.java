package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The open questions about the server, as data: `procc probe` answers them, a `Capabilities`
/// document holds the answers, the planner and the emulator go by them.
public final class Questions {
  /// All of them, in the order they are asked.
  public static final List<Question> LIST =
      List.of(
          // what a create makes of its body
          Question.of("first-revision", "the revision of a new process", "one", "zero"),
          Question.of("unknown-fields", "members not documented", "ignore", "refuse", "keep"),
          Question.of("caller-ids", "ids sent by the caller", "ignore", "refuse", "keep"),
          Question.of("participant-types", "which types of participants exist", "any", "user"),
          Question.of(
              "participant-input",
              "whether assigneeUser is understood beside assignee",
              "both",
              "objects"),
          Question.of("empty-text", "an empty text", "keep", "absent"),
          Question.of("nulls", "members that are null in a create", "absent", "refuse", "keep"),
          Question.of("set-order", "the order of members declared unique", "sent", "sorted"),
          Question.of("trigger-default", "triggerType where none was sent", "absent", "filled"),
          Question.of(
              "action-default",
              "action where only arguments.type was sent",
              "absent",
              "filled",
              "required"),
          Question.of("create-reply", "the arguments in the reply of create", "full", "brief"),
          Question.of(
              "unpaired-window",
              "businessStartDate without businessEndDate",
              "validate",
              "refuse",
              "accept"),
          Question.of("duplicate-names", "two processes of one name", "allow", "refuse"),
          Question.of("lengths", "titles of 501, instructions of 2,001", "unlimited", "tasks"),
          Question.of("depth", "groups nested 50 deep", "accept", "refuse"),
          Question.of("many-jobs", "a process of 3,000 jobs", "accept", "refuse"),
          // PATCH
          Question.of(
              "patch-atomic",
              "whether one PATCH document is applied as a whole",
              "atomic",
              "partial"),
          Question.of("replace-absent", "replace of an absent member", "set", "refuse"),
          Question.of("remove-absent", "remove of an absent member", "refuse", "ignore"),
          Question.of(
              "patch-content-type",
              "whether PATCH insists on application/json-patch+json",
              "strict",
              "any"),
          Question.of("patch-noop", "the revision after a PATCH of nothing", "moves", "stays"),
          Question.of("revision-step", "how far the revision moves", "call", "operation"),
          Question.of(
              "window-order",
              "when an end before the start of the window is noticed",
              "document",
              "operation",
              "never"),
          Question.of("process-flags", "ipmBetaEnabled and iwmOptOut in GET", "hidden", "shown"),
          Question.of(
              "shift",
              "how dates move when a business* field is patched under relativeDates",
              "declared",
              "none",
              "roll",
              "clamp",
              "per-operation"),
          Question.of(
              "days-of-week",
              "the working days where none are given",
              "monday-friday",
              "every-day"),
          // batchUpdates
          Question.of("batch-shape", "the shape of batchUpdates", "both", "flat", "nested"),
          Question.of(
              "batch-atomic", "whether one batch is applied as a whole", "atomic", "partial"),
          Question.of("rename-read-only", "renaming a readOnly group", "refuse", "allow"),
          // validation
          Question.of(
              "validation-target",
              "the target of a validation error",
              "pointer",
              "job",
              "argument"),
          Question.of(
              "past-dates", "which due dates must be in the future", "all", "process", "none"),
          Question.of("due-today", "whether today is in the future", "refuse", "accept"),
          Question.of(
              "content-request-section",
              "whether a content request needs a section",
              "required",
              "optional"),
          Question.of("approver-before-due", "an approval before the due date", "accept", "refuse"),
          // trash, lists, headers
          Question.of("trashed-get", "GET of a process in the trash", "missing", "shown"),
          Question.of("trashed-list", "processes in the trash in the list", "hidden", "shown"),
          Question.of("restore-revision", "the revision after trash and restore", "stays", "moves"),
          Question.of("list-quirks", "relativeDates of list items", "documented", "true-values"),
          Question.of("next-link", "the form of @nextLink", "absolute", "relative"),
          Question.of("filter-case", "the case in name contains", "ignore", "match"),
          Question.of("filter-quote", "a quote in name contains", "doubled", "other"),
          Question.of("missing-version", "a request without X-Version", "400", "404"),
          // runs
          Question.of("empty-process", "the run of a process without jobs", "run", "refuse"),
          Question.of("finished-run", "another run after the last one ended", "allow", "refuse"),
          Question.of("active-run", "a second run while one is active", "refuse", "allow"),
          Question.of("manual-root", "a root group whose trigger is manual", "waits", "starts"),
          Question.of("run-children", "the key of a job in a run", "documented", "jobRun"),
          Question.of("group-children", "the key of a group in a run", "groupRun", "group"),
          Question.of(
              "status-casing", "action statuses in the reply of run", "documented", "capitalised"),
          Question.of(
              "job-run-validation", "job runs with incomplete arguments", "refuse", "accept"),
          Question.of("patch-running", "PATCH of a process with an active run", "allow", "refuse"),
          Question.of(
              "rename-run", "titles in an active run after a rename", "unchanged", "follows"),
          Question.of("trash-active", "trash of a process with an active run", "allow", "refuse"));

  private Questions() {}

  /// The question of a key.
  public static @Nullable Question find(String key) {
    for (Question question : LIST) {
      if (question.key().equals(key)) {
        return question;
      }
    }
    return null;
  }

  /// The words of the answers in a `Capabilities` document, one a question.
  static Word[] words() {
    List<Word> words = new ArrayList<>();
    for (Question question : LIST) {
      String about =
          Character.toUpperCase(question.about().charAt(0)) + question.about().substring(1);
      words.add(Word.of(question.key(), new Shape.OneOf(question.words()), about + "."));
    }
    return words.toArray(new Word[0]);
  }
}
