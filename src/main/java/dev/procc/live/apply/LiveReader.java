package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ListQuery;
import dev.procc.live.plan.Listing;
import dev.procc.live.plan.RunTree;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import dev.procc.live.wire.WireException;
import java.util.Optional;
import java.util.Set;

/// Reads live processes as the planner reads them.
final class LiveReader {
  private final ApiClient api;

  LiveReader(ApiClient api) {
    this.api = api;
  }

  LiveProcess get(String id) throws Halt {
    try {
      return read(api.get(id, true));
    } catch (ApiException e) {
      throw Halt.of(e);
    }
  }

  /// Empty where the server answers 404.
  Optional<LiveProcess> find(String id) throws Halt {
    try {
      return Optional.of(read(api.get(id, true)));
    } catch (ApiException e) {
      if (e.kind() == ApiException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw Halt.of(e);
    }
  }

  /// The process as the server has it, for pointers of validation errors.
  Json.Obj raw(String id) throws Halt {
    try {
      return api.get(id, true);
    } catch (ApiException e) {
      throw Halt.of(e);
    }
  }

  static LiveProcess read(Json.Obj body) throws Halt {
    try {
      return Wire.read(body);
    } catch (WireException e) {
      throw Halt.of(
          Verdict.FAILED,
          "The process that the server shows cannot be read: " + e.getMessage(),
          "The answer is not of the documented shape; procc api-check compares an OpenAPI file of"
              + " the API with what procc knows");
    }
  }

  /// A run, without the jobs that certification makes.
  RunTree run(String id) throws Halt {
    try {
      return RunTree.of(api.getRun(id, true));
    } catch (ApiException e) {
      throw Halt.of(e);
    } catch (WireException e) {
      throw Halt.of(
          Verdict.FAILED, "The run that the server shows cannot be read: " + e.getMessage(), "");
    }
  }

  Listing list(Set<String> recorded) throws Halt {
    try {
      Json.Obj page = Json.object().put("data", Json.array(api.list(ListQuery.ALL))).build();
      return new Listing(Wire.readPage(page).data(), recorded);
    } catch (ApiException e) {
      throw Halt.of(e);
    } catch (WireException e) {
      throw Halt.of(
          Verdict.FAILED, "The list of processes cannot be read: " + e.getMessage(), "Try again");
    }
  }

  /// Whether a process is out of reach: 404, or in the bin and so in no list. Whether a process in
  /// the bin still answers GET is nowhere documented.
  boolean gone(String id) throws Halt {
    return find(id).isEmpty() || list(Set.of()).get(id) == null;
  }
}
