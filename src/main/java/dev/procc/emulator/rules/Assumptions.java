package dev.procc.emulator.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list of what the documents do not state, as data: `procc emulate --assumptions` prints it,
/// the page shows it, and each switch is looked up in it.
public final class Assumptions {
  private static final String[][] ROWS = {
    // key, question, then pairs of word and meaning, the default first
    {
      "shift",
      "how dates move when a business* field is patched while relativeDates is true",
      "declared",
      "a date on a business day of the old window keeps its ordinal in the new one, past its end"
          + " too",
      "none",
      "no date moves",
      "roll",
      "as declared, and a date on a day off takes the ordinal of the next business day",
      "clamp",
      "as declared, but never past the last business day of the new window",
      "per-operation",
      "as declared, after each operation of the document instead of once"
    },
    {
      "patch-atomic",
      "whether one PATCH document is applied as a whole",
      "atomic",
      "a refused operation undoes those before it (RFC 6902)",
      "partial",
      "the operations before the refused one stay"
    },
    {
      "replace-absent",
      "whether replace may set a member that is absent",
      "set",
      "it sets it, as no other operation could",
      "refuse",
      "400, the word of RFC 6902"
    },
    {
      "remove-absent",
      "what remove does to a member that is absent",
      "refuse",
      "400, the word of RFC 6902",
      "ignore",
      "nothing"
    },
    {
      "patch-content-type",
      "whether PATCH insists on application/json-patch+json",
      "strict",
      "any other type is 400",
      "any",
      "application/json does as well"
    },
    {
      "patch-noop",
      "whether a PATCH that changes nothing moves the revision",
      "moves",
      "it does",
      "stays",
      "it does not"
    },
    {
      "patch-running",
      "whether a process can be patched or renamed while a run is active",
      "allow",
      "it can, and the run does not change",
      "refuse",
      "409"
    },
    {
      "revision-step",
      "how far the revision moves in a PATCH or a batch",
      "call",
      "by one a call",
      "operation",
      "by one an operation"
    },
    {
      "window-order",
      "when an end before the start of the window is noticed",
      "document",
      "400 when the whole document leaves it so",
      "operation",
      "400 after the first operation that leaves it so",
      "never",
      "it is accepted"
    },
    {
      "unpaired-window",
      "businessStartDate without businessEndDate, which the examples send",
      "validate",
      "accepted, then an error of validation",
      "refuse",
      "400",
      "accept",
      "accepted, no error"
    },
    {
      "unknown-fields",
      "members that are not documented",
      "ignore",
      "they are dropped",
      "refuse",
      "400",
      "keep",
      "they are stored and returned"
    },
    {
      "caller-ids",
      "ids of processes, groups and jobs sent by the caller",
      "ignore",
      "the server gives its own",
      "refuse",
      "400",
      "keep",
      "they are kept while they are free"
    },
    {
      "participant-types",
      "which types of participants exist",
      "any",
      "user, group and any other word",
      "user",
      "user alone, another is 400 invalidUser"
    },
    {
      "empty-text",
      "whether an empty text is the same as none",
      "keep",
      "it is stored as it is",
      "absent",
      "the member is dropped"
    },
    {
      "set-order",
      "the order of the members declared unique",
      "sent",
      "as they were sent",
      "sorted",
      "sorted"
    },
    {
      "trigger-default",
      "what triggerType is where none was sent",
      "absent",
      "it stays absent and acts like whenEligible",
      "filled",
      "whenEligible is stored and returned"
    },
    {
      "action-default",
      "what action is where only arguments.type was sent",
      "absent",
      "it stays absent, the type of the arguments counts",
      "filled",
      "it is stored and returned",
      "required",
      "it stays absent and is an error of validation"
    },
    {
      "create-reply",
      "whether the reply of create carries the arguments in full",
      "full",
      "it does",
      "brief",
      "only their type, as the examples show"
    },
    {
      "process-flags",
      "whether a process returns ipmBetaEnabled and iwmOptOut",
      "hidden",
      "only its runs do",
      "shown",
      "it does when they were set"
    },
    {
      "batch-shape",
      "which shape of batchUpdates is understood",
      "both",
      "flat items and nested ones",
      "flat",
      "{type, id, newName} alone",
      "nested",
      "{type, jobNameUpdate|groupNameUpdate} alone"
    },
    {
      "batch-atomic",
      "whether one batch is applied as a whole",
      "atomic",
      "a refused item undoes those before it",
      "partial",
      "the items before the refused one stay"
    },
    {
      "rename-read-only",
      "whether a group that is readOnly can be renamed",
      "refuse",
      "400",
      "allow",
      "it can"
    },
    {
      "validation-target",
      "what the target of a validation error is",
      "pointer",
      "a JSON pointer such as /root/children/0/job, as in the guide",
      "job",
      "the id of the job with meta jobId and field",
      "argument",
      "the name of the argument with meta jobId and argumentName"
    },
    {
      "past-dates",
      "which due dates must be in the future",
      "all",
      "those of the process, of groups, of jobs and of approvers",
      "process",
      "that of the process",
      "none",
      "none"
    },
    {"due-today", "whether today is in the future", "refuse", "it is not", "accept", "it is"},
    {
      "content-request-section",
      "whether a content request needs a section",
      "required",
      "it does, as on the screen",
      "optional",
      "it does not, as in the examples of runs"
    },
    {
      "approver-before-due",
      "an approver due date before the due date",
      "accept",
      "no error",
      "refuse",
      "an error of validation"
    },
    {
      "empty-process",
      "a process without jobs",
      "run",
      "its run is complete at once",
      "refuse",
      "an error of validation"
    },
    {"active-run", "a second run while one is active", "refuse", "409", "allow", "both go on"},
    {
      "finished-run",
      "another run after the last one ended",
      "allow",
      "as often as wanted",
      "refuse",
      "409"
    },
    {
      "manual-root",
      "a root group whose trigger is manual",
      "waits",
      "nothing starts before the group is started",
      "starts",
      "the run starts it"
    },
    {
      "run-children",
      "the key of a job in the tree of a run",
      "documented",
      "job in the reply of run, jobRun in GET",
      "jobRun",
      "jobRun in both"
    },
    {
      "group-children",
      "the key of a group in the tree of a run",
      "groupRun",
      "groupRun in GET, group in the reply of run",
      "group",
      "group in both"
    },
    {
      "status-casing",
      "the case of action statuses in the reply of run",
      "documented",
      "lower case there, capitalised in GET",
      "capitalised",
      "capitalised in both"
    },
    {
      "job-run-validation",
      "job runs added with incomplete arguments",
      "refuse",
      "400",
      "accept",
      "they are added"
    },
    {
      "trash-active",
      "trash of a process with an active run",
      "allow",
      "204, the run goes on",
      "refuse",
      "409"
    },
    {
      "trashed-get",
      "whether a process in the trash answers",
      "missing",
      "404 for all but restore",
      "shown",
      "GET answers, and a second DELETE is 204"
    },
    {
      "trashed-list",
      "whether the list shows processes in the trash",
      "hidden",
      "it does not",
      "shown",
      "it does"
    },
    {
      "restore-revision",
      "whether trash and restore move the revision",
      "stays",
      "they do not",
      "moves",
      "each by one"
    },
    {
      "list-quirks",
      "relativeDates and statusCounts of list items",
      "documented",
      "false and null whatever the truth",
      "true-values",
      "the truth"
    },
    {
      "next-link",
      "the form of @nextLink",
      "absolute",
      "an absolute address",
      "relative",
      "path and query"
    },
    {
      "filter-case",
      "whether name contains looks at the case",
      "ignore",
      "it does not",
      "match",
      "it does"
    },
    {
      "missing-version",
      "a request without X-Version",
      "400",
      "refused with a message that names the header",
      "404",
      "not found, as an older version would answer"
    },
    {
      "retry-after",
      "where a 429 tells the time to wait",
      "header",
      "in the header Retry-After and in the message",
      "message",
      "in the message alone"
    },
    {
      "lengths",
      "how long a title or an instruction may be",
      "unlimited",
      "only the size of the request is limited",
      "tasks",
      "500 and 2,000 characters, as the Tasks API had it"
    },
    {"nulls", "members that are null in a create", "absent", "the same as absent"},
    {"days-of-week", "the working days where none are given", "monday-friday", "Monday to Friday"},
    {
      "auto-close-off",
      "a run whose jobs are done while autoClose is false",
      "stays",
      "it stays running until it is closed"
    },
    {
      "after-cancel",
      "what follows a cancelled job in a serial group",
      "goes-on",
      "the next one starts: cancelled counts as ended"
    },
    {
      "reject",
      "a task an approver rejects",
      "returned",
      "it goes back to its assignee with the status Returned"
    },
    {
      "certification-input",
      "the arguments of a certification, of which no field is published",
      "kept",
      "any object is kept; its members signers and approvers name generated jobs, else one each"
    },
    {
      "certification-jobs",
      "what a certification generates",
      "steps",
      "signers, the end of their phase, approvers, the conditional approver, the end of theirs"
    },
    {
      "task-status",
      "the words of task statuses, of which only three were seen",
      "tasks-api",
      "Created, Started, Awaiting Approval, Returned, Completed, Approved, Cancelled"
    },
    {
      "token-scope", "the scope of a token where none was asked", "both", "file:read and file:write"
    },
  };

  /// All of them, in the order they are printed.
  public static final List<Reading> LIST = read();

  private static final Map<String, Reading> BY_KEY = index();

  private Assumptions() {}

  /// The question with that key.
  public static @Nullable Reading byKey(String key) {
    return BY_KEY.get(key);
  }

  /// The list as text for a terminal, one question a paragraph.
  public static String text() {
    StringBuilder out = new StringBuilder();
    for (Reading reading : LIST) {
      out.append(reading.key()).append(": ").append(reading.question()).append('\n');
      for (Reading.Choice choice : reading.choices()) {
        out.append(choice.word().equals(reading.standard()) ? "  * " : "    ");
        out.append(choice.word()).append(" - ").append(choice.meaning()).append('\n');
      }
    }
    return out.toString();
  }

  private static List<Reading> read() {
    List<Reading> list = new ArrayList<>();
    for (String[] row : ROWS) {
      List<Reading.Choice> choices = new ArrayList<>();
      for (int i = 2; i < row.length; i += 2) {
        choices.add(new Reading.Choice(row[i], row[i + 1]));
      }
      list.add(new Reading(row[0], row[1], choices));
    }
    return List.copyOf(list);
  }

  private static Map<String, Reading> index() {
    Map<String, Reading> index = new LinkedHashMap<>();
    for (Reading reading : LIST) {
      index.put(reading.key(), reading);
    }
    return index;
  }
}
