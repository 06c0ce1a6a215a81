package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.diff.Tree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.InRun;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.Pending;
import dev.procc.live.plan.RunTree;
import dev.procc.live.planfile.Addition;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Precondition;
import dev.procc.live.planfile.RunPlan;
import dev.procc.live.wire.Wire;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Adds tasks to a run, one call for tasks that stand together, each read back.
///
/// The call knows no key that would make a second one harmless. When its answer is lost, the run is
/// looked at once the server cannot be at work on it any more, and twice before nothing is taken
/// for none: no task is ever added a second time.
final class Amendment {
  private final Work work;
  private final RunPlan planned;

  Amendment(Work work) throws Halt {
    this.work = work;
    RunPlan run = work.plan.run();
    if (run == null) {
      throw Halt.of(Verdict.STALE, "The plan names no run", "Plan again: procc plan --run KEY");
    }
    planned = run;
  }

  ProcessResult run() throws Halt {
    for (Operation operation : work.plan.operations()) {
      work.checkStop();
      add(operation);
    }
    return done();
  }

  /// Goes on: what is recorded is there, what may have been sent is looked for.
  ProcessResult resume(Pending pending) throws Halt {
    boolean looked = false;
    for (Operation operation : work.plan.operations()) {
      if (recorded(operation)) {
        continue;
      }
      List<String> made = looked ? null : afterLostAnswer(operation, pending);
      looked = true;
      if (made == null) {
        work.checkStop();
        add(operation);
      } else {
        work.wrote(operation.id(), request(operation), size(operation), "not read");
        readBack(operation, made);
      }
    }
    return done();
  }

  private ProcessResult done() throws Halt {
    work.save(work.entry().withPending(null), "added to run " + planned.id());
    int tasks = planned.additions().size();
    return work.result(
        Verdict.APPLIED,
        "Added "
            + (tasks == 1 ? "1 task" : tasks + " tasks")
            + " to run "
            + planned.id()
            + ", read back as sent",
        planned.hands().isEmpty()
            ? ""
            : "Then by hand, in Workiva: procc plan --run " + work.identity(),
        work.plan.id(),
        null,
        null);
  }

  private boolean recorded(Operation operation) {
    for (Addition addition : additions(operation)) {
      boolean found = false;
      for (InRun known : work.entry().inRuns()) {
        found |=
            known.added()
                && known.run().equals(planned.id())
                && known.path().equals(path(addition));
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private void add(Operation operation) throws Halt {
    int tasks = size(operation);
    work.step(
        Work.ADDING,
        "add " + (tasks == 1 ? "1 task" : tasks + " tasks") + " to the run",
        planned.id(),
        true);
    List<String> made = new ArrayList<>();
    try {
      for (Json.Obj one :
          work.env.api().addJobs(planned.id(), placement(operation), jobs(operation))) {
        one.text("id").filter(id -> !id.isEmpty()).ifPresent(made::add);
      }
    } catch (ApiException e) {
      if (!e.mayHaveHappened()) {
        throw work.failed(e);
      }
      work.warnings.add("the answer to the call was lost: " + e.getMessage());
      made = null;
    }
    work.wrote(operation.id(), request(operation), tasks, "not read");
    if (made == null || made.size() != tasks) {
      made = afterLostAnswer(operation, work.entry().pending());
    }
    if (made == null) {
      work.checkStop();
      add(operation);
    } else {
      readBack(operation, made);
    }
  }

  /// Ids of what the call has made; absent where it has made nothing, which was then seen twice.
  private @Nullable List<String> afterLostAnswer(Operation operation, @Nullable Pending pending)
      throws Halt {
    RunTree early = read();
    Duration left = left(pending);
    if (left.isPositive()) {
      work.env.wait(work.identity(), left, "the answer was lost, the server may still be at work");
    }
    for (int look = 1; look <= 2; look++) {
      RunTree now = left.isPositive() || look == 2 ? read() : early;
      List<String> found = found(operation, now);
      if (found.size() == size(operation)) {
        return found;
      }
      if (!found.isEmpty()) {
        throw Halt.of(
            Verdict.PARTIAL,
            "Of "
                + size(operation)
                + " tasks that were sent the run "
                + planned.id()
                + " shows "
                + found.size(),
            "Plan again, for those that are missing: procc plan --run " + work.identity());
      }
      if (look == 1) {
        work.env.wait(work.identity(), LookAlikes.BETWEEN, "nothing was found, it looks once more");
      }
    }
    return null;
  }

  private Duration left(@Nullable Pending pending) {
    String sentAt = pending == null ? null : pending.sentAt();
    Instant now = work.env.now();
    try {
      Instant sent = sentAt == null ? now : Instant.parse(sentAt);
      return Duration.between(now, sent.plus(LookAlikes.SETTLED));
    } catch (DateTimeParseException notATime) {
      return LookAlikes.SETTLED;
    }
  }

  /// The children that were not there when the plan was made and show what is sent, in its order.
  private List<String> found(Operation operation, RunTree run) {
    Precondition siblings = siblings(operation);
    List<String> fresh = new ArrayList<>(run.children(String.valueOf(siblings.value())));
    fresh.removeAll(siblings.ids());
    for (InRun known : work.entry().inRuns()) {
      fresh.remove(known.id());
    }
    List<String> found = new ArrayList<>();
    for (Json job : jobs(operation).items()) {
      for (String id : fresh) {
        if (covers(job, shown(run, id))) {
          found.add(id);
          fresh.remove(id);
          break;
        }
      }
    }
    return found;
  }

  private static Json shown(RunTree run, String id) {
    Tree.Place place = run.tree().get(id);
    return place == null
        ? Json.NULL
        : Wire.child(place.node()).obj("job").<Json>map(j -> j).orElse(Json.NULL);
  }

  /// Whether everything that was sent is shown; what the server adds is its own.
  private static boolean covers(Json sent, @Nullable Json shown) {
    if (!(sent instanceof Json.Obj wanted)) {
      return Objects.equals(sent, shown);
    }
    for (Map.Entry<String, Json> member : wanted.members().entrySet()) {
      if (!(shown instanceof Json.Obj object)
          || !covers(member.getValue(), object.get(member.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private void readBack(Operation operation, List<String> made) throws Halt {
    RunTree run = read();
    List<Residual> residual = new ArrayList<>();
    List<InRun> got = new ArrayList<>();
    List<Addition> additions = additions(operation);
    for (int i = 0; i < made.size() && i < additions.size(); i++) {
      Addition addition = additions.get(i);
      Json shown = shown(run, made.get(i));
      if (!covers(addition.job(), shown)) {
        residual.add(new Residual(addition.address(), "job", addition.job(), shown));
      }
      got.add(
          new InRun(
              planned.id(),
              path(addition),
              InRun.NODE,
              made.get(i),
              FieldHash.of(addition.job()),
              work.env.now().toString()));
    }
    place(operation, made, run, additions, residual);
    work.readBack(residual.isEmpty() ? "as foretold" : "not as foretold");
    work.save(work.entry().withInRuns(got), "added " + made.size() + " to run " + planned.id());
    if (!residual.isEmpty()) {
      LedgerEntry entry = work.entry();
      work.save(entry.withPending(null), "other than sent");
      throw Halt.mismatch(
          "The run does not show what was sent",
          "Look at it in Workiva, then procc plan --run " + work.identity(),
          residual);
    }
  }

  private static void place(
      Operation operation,
      List<String> made,
      RunTree run,
      List<Addition> additions,
      List<Residual> residual) {
    ApiClient.Placement placement = placement(operation);
    List<String> children = run.children(placement.parentGroupId());
    int sibling = children.indexOf(placement.siblingId());
    int at =
        placement.siblingId().isEmpty()
            ? children.size() - made.size()
            : placement.before() ? sibling - made.size() : sibling + 1;
    for (int i = 0; i < made.size() && i < additions.size(); i++) {
      int is = children.indexOf(made.get(i));
      if (is != at + i) {
        residual.add(
            new Residual(
                additions.get(i).address(), "position", Json.of(at + i + 1L), Json.of(is + 1L)));
      }
    }
  }

  private RunTree read() throws Halt {
    return work.reader.run(planned.id());
  }

  private List<Addition> additions(Operation operation) {
    return planned.additions().stream().filter(a -> a.operation().equals(operation.id())).toList();
  }

  private String path(Addition addition) {
    return addition.address().substring(work.identity().length() + 1);
  }

  private static Precondition siblings(Operation operation) {
    for (Precondition condition : operation.preconditions()) {
      if (condition.is().equals("siblings")) {
        return condition;
      }
    }
    return new Precondition("siblings", "", List.of());
  }

  private static Json.Arr jobs(Operation operation) {
    return operation.body() instanceof Json.Arr jobs ? jobs : Json.array(List.of());
  }

  private static int size(Operation operation) {
    return jobs(operation).items().size();
  }

  private static String request(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  /// Where the operation puts them: what its path says.
  private static ApiClient.Placement placement(Operation operation) {
    Map<String, String> given = new HashMap<>();
    String query = URI.create(operation.path()).getRawQuery();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        given.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return new ApiClient.Placement(
        given.getOrDefault("parentGroupId", ""),
        given.getOrDefault("relativeSiblingId", ""),
        !given.getOrDefault("before", "true").equals("false"));
  }
}
