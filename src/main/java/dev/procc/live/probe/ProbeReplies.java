package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.RawResponse;
import java.util.ArrayList;
import java.util.List;

/// The answers to the calls of one probe, in order.
public final class ProbeReplies {
  private final List<RawResponse> all = new ArrayList<>();

  void add(RawResponse reply) {
    all.add(reply);
  }

  int size() {
    return all.size();
  }

  /// The HTTP status of a step; 0 where it was not made.
  public int status(int step) {
    return step < all.size() ? all.get(step).status() : 0;
  }

  /// Whether a step was made and succeeded.
  public boolean succeeded(int step) {
    return status(step) >= 200 && status(step) < 300;
  }

  /// Whether the server said that the request is at fault: 400 or 422.
  public boolean refused(int step) {
    return status(step) == 400 || status(step) == 422;
  }

  /// Whether all of these steps succeeded.
  public boolean succeeded(int... steps) {
    for (int step : steps) {
      if (!succeeded(step)) {
        return false;
      }
    }
    return true;
  }

  /// The body of a step; empty where it is no object.
  public Json.Obj body(int step) {
    boolean object = step < all.size() && all.get(step).json() instanceof Json.Obj;
    return object ? (Json.Obj) all.get(step).json() : Json.Obj.EMPTY;
  }

  /// A text member of the body.
  public String text(int step, String name) {
    return body(step).text(name).orElse("");
  }

  /// The `revision` of the process a step answered with.
  ///
  /// @return -1 where there is none
  public long revision(int step) {
    return body(step).integer("revision").orElse(-1L);
  }

  /// The jobs of the process of a step, in the order of its tree.
  public List<Json.Obj> jobs(int step) {
    return ProcessTrees.jobs(body(step));
  }

  /// The argument of the job at that place in the tree; empty where there is none.
  public String argument(int step, int job, String name) {
    List<Json.Obj> jobs = jobs(step);
    return job < jobs.size() ? ProcessTrees.arguments(jobs.get(job)).text(name).orElse("") : "";
  }

  /// How many errors a validation answered with.
  public int errorCount(int step) {
    return body(step).items("errors").size();
  }

  /// The items of a list.
  public List<Json.Obj> items(int step) {
    List<Json.Obj> items = new ArrayList<>();
    for (Json item : body(step).items("data")) {
      if (item instanceof Json.Obj object) {
        items.add(object);
      }
    }
    return items;
  }

  /// `400: Field 'id' is given by the server`, for the record.
  public String describe(int step) {
    if (step >= all.size()) {
      return "not called";
    }
    String message = text(step, "message").replaceAll("\\p{Cntrl}+", " ");
    String shortened = message.length() > 160 ? message.substring(0, 160) + "…" : message;
    return status(step) + (shortened.isEmpty() ? "" : ": " + shortened);
  }

  /// That the replies fit no answer, with what each said.
  public ProbeResult unclear() {
    StringBuilder description = new StringBuilder("the replies fit no answer:");
    for (int i = 0; i < all.size(); i++) {
      description.append(i == 0 ? " " : "; ").append(describe(i));
    }
    return ProbeResult.unclear(description.toString());
  }
}
