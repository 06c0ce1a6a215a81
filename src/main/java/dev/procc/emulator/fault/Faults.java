package dev.procc.emulator.fault;

import dev.procc.base.json.Json;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Pipeline;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.Twist;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The schedule of faults: `{"seed": 7, "faults": [{...}]}`. Calls of the control surface are not
/// hit.
public final class Faults implements Pipeline.Interference {
  private static final int SLOWEST = 60_000;
  private final World world;
  private final Editor editor;
  private List<Fault> faults = List.of();
  private long seed;

  public Faults(World world, Editor editor) {
    this.world = world;
    this.editor = editor;
  }

  /// Puts a schedule in the place of the last one; counting begins anew.
  ///
  /// @throws IllegalArgumentException where a fault is not known
  public synchronized void schedule(Json.Obj document) {
    seed = document.integer("seed").orElse(1L);
    faults = read(document, new Random(seed));
  }

  /// Adds to the schedule.
  ///
  /// @throws IllegalArgumentException where a fault is not known
  public synchronized void add(Json.Obj document) {
    List<Fault> more = new ArrayList<>(faults);
    more.addAll(read(document, new Random(document.integer("seed").orElse(seed + more.size()))));
    faults = List.copyOf(more);
  }

  private static List<Fault> read(Json.Obj document, Random random) {
    List<Json> items = document.has("do") ? List.of(document) : document.items("faults");
    List<Fault> list = new ArrayList<>();
    for (Json item : items) {
      Json.Obj settings = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      String problem = Fault.problem(settings);
      if (!problem.isEmpty()) {
        throw new IllegalArgumentException(problem);
      }
      list.add(new Fault(settings, random));
    }
    return List.copyOf(list);
  }

  /// The schedule with its counts.
  public synchronized Json.Obj state() {
    List<Json> list = new ArrayList<>();
    faults.forEach(fault -> list.add(fault.state()));
    Json.Builder effects = Json.object();
    Fault.EFFECTS.forEach(effects::put);
    return Json.object()
        .put("seed", seed)
        .put("faults", Json.array(list))
        .put("effects", effects.build())
        .build();
  }

  @Override
  public Hits pick(String operation, Call call) {
    List<Fault> hit = new ArrayList<>();
    synchronized (this) {
      for (Fault fault : faults) {
        if (fault.hits(operation, call.path())) {
          hit.add(fault);
        }
      }
    }
    return new Hit(operation, call, List.copyOf(hit));
  }

  /// The faults that hit one call, in the order of the schedule.
  private final class Hit implements Hits {
    private final String operation;
    private final Call call;
    private final List<Fault> hit;

    Hit(String operation, Call call, List<Fault> hit) {
      this.operation = operation;
      this.call = call;
      this.hit = hit;
    }

    @Override
    public List<String> names() {
      return hit.stream().map(Fault::effect).toList();
    }

    @Override
    public Twist twist() {
      Twist twist = Twist.NONE;
      for (Fault fault : hit) {
        twist =
            switch (fault.effect()) {
              case "partial" ->
                  new Twist((int) fault.number("apply", 1), twist.moreDays(), twist.defaults());
              case "shift" -> new Twist(twist.partial(), fault.number("days", 1), twist.defaults());
              case "default" ->
                  new Twist(
                      twist.partial(),
                      twist.moreDays(),
                      fault.settings().obj("set").orElse(Json.Obj.EMPTY));
              default -> twist;
            };
      }
      return twist;
    }

    @Override
    public Optional<Reply> before() {
      for (Fault fault : hit) {
        switch (fault.effect()) {
          case "delay" -> sleep(fault.number("millis", 1000));
          case "fail-before" -> throw Pipeline.error((int) fault.number("status", 500));
          case "rate-limit" -> throw tooMany(fault);
          case "edit" -> edit(fault);
          case "drop-before" -> {
            return Optional.of(Reply.DROPPED);
          }
          default -> {}
        }
      }
      return Optional.empty();
    }

    private Refusal tooMany(Fault fault) {
      Refusal refusal = Pipeline.tooMany(world, operation, fault.number("seconds", 1));
      return fault.settings().flag("header", true) ? refusal : Refusal.of(429, refusal.body());
    }

    @Override
    public Reply after(Reply reply) {
      Reply result = reply;
      for (Fault fault : hit) {
        switch (fault.effect()) {
          case "fail-after", "partial" ->
              result = Reply.of(Pipeline.error((int) fault.number("status", 500)));
          case "drop-after" -> result = Reply.DROPPED;
          case "edit-after" -> edit(fault);
          default -> {}
        }
      }
      return result;
    }

    /// Somebody else edits the process of the call, or every one where the call names none.
    private void edit(Fault fault) {
      String named = call.parameters().isEmpty() ? "" : call.parameter(0);
      editor.editSome(fault.settings().text("process").orElse(named), fault.settings());
    }

    private static void sleep(long millis) {
      try {
        Thread.sleep(Math.min(Math.max(millis, 0), SLOWEST));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
