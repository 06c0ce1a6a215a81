package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException;
import dev.procc.live.apply.Foretold.Moved;
import dev.procc.live.ledger.NodeLine;
import dev.procc.live.planfile.NodeRow;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.PredictedShift;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Owner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes a process where it stands: the PATCH, then the batches of names, each read back.
///
/// Both calls are idempotent by value. After a lost answer the process is read, and what is still
/// missing is sent again, but never a PATCH of the window under `relativeDates: true` that may have
/// been carried out in part: the server moves dates with each.
final class InPlace {
  /// The server works on a request for 29 s at most.
  private static final Duration SERVER_LIMIT = Duration.ofSeconds(30);

  private static final int TRIES = 3;

  private final Work work;
  private final List<Moved> moved;
  private final Map<String, String> addressById = new HashMap<>();

  InPlace(Work work) {
    this.work = work;
    this.moved = moved(work);
    for (NodeRow row : work.rows()) {
      String id = row.id();
      if (id != null) {
        addressById.put(
            id, row.path().isEmpty() ? work.identity() : work.identity() + "/" + row.path());
      }
    }
  }

  private static List<Moved> moved(Work work) {
    List<Moved> moved = new ArrayList<>();
    Map<String, String> ids = work.nodeIds();
    for (PredictedShift shift : work.plan.predictedShifts()) {
      String id = ids.get(shift.address());
      if (id != null) {
        moved.add(new Moved(id, shift.field(), shift.after()));
      }
    }
    return moved;
  }

  ProcessResult run() throws Halt {
    LiveProcess live = work.old();
    Json.Obj body = Wire.content(live.process());
    for (Operation operation : work.plan.operations()) {
      work.checkStop();
      Json.Obj expected = normal(expected(body, operation));
      live = write(operation, body, expected);
      body = Wire.content(live.process());
    }
    work.save(work.settled(live, lines(live, writeOnly())), "applied");
    return work.result(
        Verdict.APPLIED,
        "Changed in place, read back as foretold",
        "",
        live.id(),
        null,
        live.revision());
  }

  private Json.Obj expected(Json.Obj body, Operation operation) {
    return operation.body() instanceof Json.Arr document
        ? Foretold.patch(body, document, moved)
        : Foretold.rename(body, json(operation));
  }

  private static Json json(Operation operation) {
    Json body = operation.body();
    return body == null ? Json.NULL : body;
  }

  private static Json.Obj normal(Json.Obj body) throws Halt {
    return Wire.content(LiveReader.read(body).process());
  }

  /// Sends an operation until the process is as expected.
  private LiveProcess write(Operation operation, Json.Obj before, Json.Obj expected) throws Halt {
    boolean patch = operation.body() instanceof Json.Arr;
    String step = patch ? Work.PATCHING : Work.RENAMING;
    String words =
        patch
            ? "patch " + count(operation.size(), "field")
            : "rename " + count(operation.size(), "job or group", "jobs and groups");
    Json toSend = json(operation);
    for (int turn = 1; ; turn++) {
      work.step(step, words, null, true);
      ApiException lost = send(operation, toSend);
      if (lost != null && patch && !moved.isEmpty()) {
        work.env.wait(
            work.identity(), SERVER_LIMIT, "the answer was lost, the server may still be at work");
      }
      LiveProcess live = work.reader.get(id());
      List<Residual> residual = residual(expected, Wire.content(live.process()));
      work.readBack(residual.isEmpty() ? "as foretold" : "not as foretold");
      if (residual.isEmpty()) {
        return live;
      }
      boolean untouched = Wire.content(live.process()).equals(before);
      if (lost == null || turn == TRIES || (!untouched && patch && !moved.isEmpty())) {
        throw mismatch(live, residual, lost);
      }
      toSend = missing(toSend, Wire.content(live.process()));
    }
  }

  private static String count(int number, String one) {
    return count(number, one, one + "s");
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private String id() throws Halt {
    return work.old().id();
  }

  /// @return the failure, where the call may have been carried out nevertheless
  private @Nullable ApiException send(Operation operation, Json body) throws Halt {
    ApiException failure = null;
    try {
      if (body instanceof Json.Arr document) {
        work.env.api().patch(id(), document);
      } else if (body instanceof Json.Obj batch) {
        work.env.api().rename(id(), batch);
      }
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw work.failed(e);
      }
      failure = e;
    }
    work.wrote(
        operation.id(), operation.method() + " " + operation.path(), operation.size(), "not read");
    return failure;
  }

  /// What of the request the process does not show yet. `remove` is not sent for what is absent.
  private static Json missing(Json request, Json.Obj live) {
    List<Json> left = new ArrayList<>();
    if (request instanceof Json.Arr document) {
      for (Json item : document.items()) {
        Json.Obj after = Foretold.patch(live, Json.array(item), List.of());
        String path = item instanceof Json.Obj o ? o.text("path").orElse("") : "";
        Field field = Foretold.field(path);
        boolean unseen = field != null && field.owner() == Owner.WRITE_ONLY;
        if (unseen || !after.equals(live)) {
          left.add(item);
        }
      }
      return Json.array(left);
    }
    Json.Obj batch = request instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    Map<String, String> now = Foretold.namesOf(live);
    for (Json item : batch.items("data")) {
      boolean there = true;
      for (Map.Entry<String, String> name : Foretold.names(one(batch, item)).entrySet()) {
        there &= name.getValue().equals(now.get(name.getKey()));
      }
      if (!there) {
        left.add(item);
      }
    }
    return batch.with("data", Json.array(left));
  }

  private static Json.Obj one(Json.Obj batch, Json item) {
    return batch.with("data", Json.array(item));
  }

  private static int size(Json request) {
    return request instanceof Json.Arr document
        ? document.items().size()
        : request instanceof Json.Obj batch ? batch.items("data").size() : 0;
  }

  /// Sends what an apply that stopped had not yet sent, and verifies the whole.
  ProcessResult resume() throws Halt {
    LiveProcess live = work.old();
    for (Operation operation : work.plan.operations()) {
      Json.Obj body = Wire.content(live.process());
      Json left = missing(json(operation), body);
      boolean begun = size(left) < operation.size();
      boolean moves = operation.body() instanceof Json.Arr && !moved.isEmpty();
      if (size(left) > 0 && !(begun && moves)) {
        work.checkStop();
        Operation rest =
            new Operation(
                operation.id(),
                operation.method(),
                operation.path(),
                operation.contentType(),
                left,
                List.of());
        live = write(rest, body, normal(expected(body, rest)));
      }
    }
    Json.Obj whole = Wire.content(live.process());
    for (Operation operation : work.plan.operations()) {
      whole = expected(whole, operation);
    }
    List<Residual> residual = residual(normal(whole), Wire.content(live.process()));
    if (!residual.isEmpty()) {
      throw mismatch(live, residual, null);
    }
    work.save(work.settled(live, lines(live, writeOnly())), "applied");
    return work.result(
        Verdict.APPLIED,
        "Resumed and ended, read back as foretold",
        "",
        live.id(),
        null,
        live.revision());
  }

  private List<Residual> residual(Json.Obj expected, Json.Obj actual) {
    List<Residual> all =
        Comparison.inPlace(
            expected,
            actual,
            o -> addressById.getOrDefault(o.text("id").orElse(""), work.identity()));
    List<Residual> left = new ArrayList<>();
    for (Residual one : all) {
      if (!work.env.settings().accepts(one.address(), one.field())) {
        left.add(one);
      }
    }
    return left;
  }

  private Halt mismatch(LiveProcess live, List<Residual> residual, @Nullable ApiException lost)
      throws Halt {
    work.save(
        work.unsettled(live, lines(live, lost == null ? writeOnly() : Set.of())),
        "other than foretold");
    String cause = lost == null ? "" : "; the answer was lost: " + lost.getMessage();
    return Halt.mismatch(
        "The process does not show what was foretold: " + count(residual.size(), "field") + cause,
        "Look at the difference, then procc plan; accept what the server makes of it with"
            + " --accept-server-value FIELD",
        residual);
  }

  private List<NodeLine> lines(LiveProcess live, Set<String> writeOnlySent) throws Halt {
    Set<String> touched =
        Foretold.touched(id(), live.process().root().key(), work.plan.operations(), moved);
    return new NodeLines(
            work.env.settings(), work.identity(), work.entry().nodes(), touched, writeOnlySent)
        .after(work.rows(), live, false);
  }

  private Set<String> writeOnly() {
    Set<String> names = new HashSet<>();
    for (Operation operation : work.plan.operations()) {
      if (operation.body() instanceof Json.Arr document) {
        names.addAll(writeOnly(document));
      }
    }
    return names;
  }

  static Set<String> writeOnly(Json.Arr document) {
    Set<String> names = new HashSet<>();
    for (Json item : document.items()) {
      Field field = Foretold.field(item instanceof Json.Obj o ? o.text("path").orElse("") : "");
      if (field != null && field.owner() == Owner.WRITE_ONLY) {
        names.add(field.name());
      }
    }
    return names;
  }
}
