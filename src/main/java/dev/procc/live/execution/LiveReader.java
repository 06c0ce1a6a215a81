package dev.procc.live.execution;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ListQuery;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import java.util.Optional;
import java.util.Set;

/// A reader of live processes, as the planner reads them.
public final class LiveReader {
  private static final int MAX_LOOKS = 4;

  private final ApiClient api;
  private final Pause pause;

  /// @param pause the wait before GET and the list are read again
  LiveReader(ApiClient api, Pause pause) {
    this.api = api;
    this.pause = pause;
  }

  /// Waits a moment.
  interface Pause {
    /// @param id the id of the process that is read
    void await(String id) throws ApplyException;
  }

  public LiveProcess get(String id) throws ApplyException {
    try {
      return parse(api.get(id, true));
    } catch (ApiException e) {
      throw ApplyException.of(e);
    }
  }

  /// The process; empty if the server answers 404.
  public Optional<LiveProcess> find(String id) throws ApplyException {
    try {
      return Optional.of(parse(api.get(id, true)));
    } catch (ApiException e) {
      if (e.kind() == ApiException.ApiErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw ApplyException.of(e);
    }
  }

  /// The JSON of the process as the server returns it, for pointers of validation errors.
  public Json.Obj getJson(String id) throws ApplyException {
    try {
      return api.get(id, true);
    } catch (ApiException e) {
      throw ApplyException.of(e);
    }
  }

  static LiveProcess parse(Json.Obj body) throws ApplyException {
    try {
      return ProcessJson.read(body);
    } catch (WireException e) {
      throw ApplyException.of(
          Verdict.FAILED,
          "The process that the server shows cannot be read: " + e.getMessage(),
          "The answer is not of the documented shape; procc api-check compares an OpenAPI file of"
              + " the API with what procc knows");
    }
  }

  /// A run, without the jobs that certifications generate.
  public RunTree getRun(String id) throws ApplyException {
    try {
      return RunTree.of(api.getRun(id, true));
    } catch (ApiException e) {
      throw ApplyException.of(e);
    } catch (WireException e) {
      throw ApplyException.of(
          Verdict.FAILED, "The run that the server shows cannot be read: " + e.getMessage(), "");
    }
  }

  public WorkspaceListing list(Set<String> recordedIds) throws ApplyException {
    try {
      return new WorkspaceListing(ProcessJson.readList(api.list(ListQuery.ALL)), recordedIds);
    } catch (ApiException e) {
      throw ApplyException.of(e);
    } catch (WireException e) {
      throw ApplyException.of(
          Verdict.FAILED, "The list of processes cannot be read: " + e.getMessage(), "Try again");
    }
  }

  /// Whether a process is gone: GET answers 404 and the list does not show it. Where one of them
  /// has it, both are read once more, since a server of several machines may not show a process for
  /// a moment, and a list of many pages may skip one. Whether GET returns a process in the bin is
  /// not documented; the list does not.
  ///
  /// @throws ApplyException `FAILED` if the list shows it and GET does not
  public boolean isGone(String id) throws ApplyException {
    for (int look = 1; ; look++) {
      boolean isAnswered = find(id).isPresent();
      boolean isListed = list(Set.of()).get(id) != null;
      if (isAnswered == isListed) {
        return !isListed;
      }
      if (isAnswered && look > 1) {
        return true;
      }
      if (look == MAX_LOOKS) {
        throw ApplyException.of(
            Verdict.FAILED,
            "The list shows the process " + id + ", and GET answers that there is none",
            "Try again once procc list shows it with its tasks, or no more");
      }
      pause.await(id);
    }
  }
}
