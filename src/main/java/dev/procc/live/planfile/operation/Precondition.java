package dev.procc.live.planfile.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition that has to be true right before an operation.
public sealed interface Precondition {
  /// The live process has this content hash.
  record ContentIs(String hash) implements Precondition {}

  /// The list of processes shows no run of the process, or only one that may be given up.
  ///
  /// @param planned the state that the plan saw: a run that had ended then may still be there
  record NoRun(RunState planned) implements Precondition {}

  /// The ledger has no process with the identity.
  record NotRecorded() implements Precondition {}

  /// The server has no process with this id.
  record Missing(String id) implements Precondition {}

  /// The search for duplicate candidates returns exactly these ids.
  ///
  /// @param ids sorted
  record DuplicateCandidatesAre(List<String> ids) implements Precondition {
    public DuplicateCandidatesAre {
      ids = List.copyOf(ids);
    }
  }

  /// The ledger has exactly these waivers: an edit that somebody lets stay since is not undone.
  ///
  /// @param texts sorted, `DriftWaiver.text`
  record WaiversAre(List<String> texts) implements Precondition {
    public WaiversAre {
      texts = List.copyOf(texts);
    }
  }

  /// Another operation of the process is done, which the order of the operations ensures.
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

  /// The word in the plan file.
  default String word() {
    return switch (this) {
      case ContentIs one -> "content";
      case NoRun one -> "noRun";
      case NotRecorded one -> "notRecorded";
      case Missing one -> "missing";
      case DuplicateCandidatesAre one -> "lookAlikes";
      case WaiversAre one -> "kept";
      case AfterOperation one -> "done";
      case RunNotEnded one -> "run";
      case SiblingsAre one -> "siblings";
      case NotStarted one -> "waiting";
    };
  }

  /// The hash, id or word that it is about; null if there is none.
  default @Nullable String value() {
    return switch (this) {
      case ContentIs one -> one.hash();
      case NoRun one -> one.planned() == RunState.NONE ? null : one.planned().word();
      case NotRecorded one -> null;
      case Missing one -> one.id();
      case DuplicateCandidatesAre one -> null;
      case WaiversAre one -> null;
      case AfterOperation one -> one.operationId();
      case RunNotEnded one -> one.runId();
      case SiblingsAre one -> one.groupId();
      case NotStarted one -> one.groupId();
    };
  }

  /// The ids or texts that have to be exactly as planned; null if it has none.
  default @Nullable List<String> idsOrNull() {
    return switch (this) {
      case DuplicateCandidatesAre one -> one.ids();
      case WaiversAre one -> one.texts();
      case SiblingsAre one -> one.ids();
      case NotStarted one -> one.ids();
      default -> null;
    };
  }

  /// The precondition with a word of the plan file; null if there is none.
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
      case "kept" -> new WaiversAre(ids);
      case "done" -> new AfterOperation(text);
      case "run" -> new RunNotEnded(text);
      case "siblings" -> new SiblingsAre(text, ids);
      case "waiting" -> new NotStarted(text, ids);
      default -> null;
    };
  }
}
