package dev.procc.live.planfile.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must still be true right before an operation.
public sealed interface Precondition {
  /// The live process has this content hash.
  record ContentIs(String hash) implements Precondition {}

  /// The list of processes shows no run of the process, or only one that may be given up.
  ///
  /// @param planned the state the plan saw: a run that was finished then may still be there
  record NoRun(RunState planned) implements Precondition {}

  /// The ledger knows no process of the identity.
  record NotRecorded() implements Precondition {}

  /// The server has no process of this id.
  record Missing(String id) implements Precondition {}

  /// The search for duplicate candidates gives exactly these ids.
  ///
  /// @param ids sorted
  record DuplicateCandidatesAre(List<String> ids) implements Precondition {
    public DuplicateCandidatesAre {
      ids = List.copyOf(ids);
    }
  }

  /// Another operation of the process is done; the order of the operations keeps it.
  ///
  /// @param operationId for readers of the plan file
  record AfterOperation(String operationId) implements Precondition {}

  /// The run has not ended.
  record RunNotEnded(String runId) implements Precondition {}

  /// The group of the run has exactly these children, in this order.
  record SiblingsAre(String groupId, List<String> ids) implements Precondition {
    public SiblingsAre {
      ids = List.copyOf(ids);
    }
  }

  /// None of these children of a group of the run has started.
  record NotStarted(String groupId, List<String> ids) implements Precondition {
    public NotStarted {
      ids = List.copyOf(ids);
    }
  }

  /// The word of the plan file for it.
  default String word() {
    return switch (this) {
      case ContentIs one -> "content";
      case NoRun one -> "noRun";
      case NotRecorded one -> "notRecorded";
      case Missing one -> "missing";
      case DuplicateCandidatesAre one -> "lookAlikes";
      case AfterOperation one -> "done";
      case RunNotEnded one -> "run";
      case SiblingsAre one -> "siblings";
      case NotStarted one -> "waiting";
    };
  }

  /// The hash, id or word it is about; null if it has none.
  default @Nullable String value() {
    return switch (this) {
      case ContentIs one -> one.hash();
      case NoRun one -> one.planned() == RunState.NONE ? null : one.planned().word();
      case NotRecorded one -> null;
      case Missing one -> one.id();
      case DuplicateCandidatesAre one -> null;
      case AfterOperation one -> one.operationId();
      case RunNotEnded one -> one.runId();
      case SiblingsAre one -> one.groupId();
      case NotStarted one -> one.groupId();
    };
  }

  /// The ids that must be exactly as planned; null if it names none.
  default @Nullable List<String> idsOrNull() {
    return switch (this) {
      case DuplicateCandidatesAre one -> one.ids();
      case SiblingsAre one -> one.ids();
      case NotStarted one -> one.ids();
      default -> null;
    };
  }

  /// The precondition of a word of the plan file; null if there is none.
  static @Nullable Precondition find(String word, @Nullable String value, List<String> ids) {
    String text = value == null ? "" : value;
    return switch (word) {
      case "content" -> new ContentIs(text);
      case "noRun" -> {
        RunState planned = value == null ? RunState.NONE : RunState.find(value);
        yield planned == null ? null : new NoRun(planned);
      }
      case "notRecorded" -> new NotRecorded();
      case "missing" -> new Missing(text);
      case "lookAlikes" -> new DuplicateCandidatesAre(ids);
      case "done" -> new AfterOperation(text);
      case "run" -> new RunNotEnded(text);
      case "siblings" -> new SiblingsAre(text, ids);
      case "waiting" -> new NotStarted(text, ids);
      default -> null;
    };
  }
}
