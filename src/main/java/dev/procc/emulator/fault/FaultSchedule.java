package dev.procc.emulator.fault;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.http.FaultEffect;
import dev.procc.emulator.http.Pipeline;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The schedule of faults, `{"seed": 7, "faults": [{...}]}`. Calls of the control surface are never
/// affected.
public final class FaultSchedule implements Pipeline.FaultInjector {
  private final EmulatorState state;
  private final WorkivaEditor editor;
  private List<ScheduledFault> faults = List.of();
  private long seed;

  public FaultSchedule(EmulatorState state, WorkivaEditor editor) {
    this.state = state;
    this.editor = editor;
  }

  /// Replaces the schedule; the counts start at zero.
  ///
  /// @throws IllegalArgumentException if a fault is not known
  public synchronized void load(Json.Obj document) {
    seed = document.integer("seed").orElse(1L);
    faults = read(document, new Random(seed));
  }

  /// Adds to the schedule.
  ///
  /// @throws IllegalArgumentException if a fault is not known
  public synchronized void add(Json.Obj document) {
    List<ScheduledFault> more = new ArrayList<>(faults);
    more.addAll(read(document, new Random(document.integer("seed").orElse(seed + more.size()))));
    faults = List.copyOf(more);
  }

  private static List<ScheduledFault> read(Json.Obj document, Random random) {
    boolean single = document.has("do");
    if (!single) {
      FaultSettings.checkSchedule(document);
    }
    List<Json> items = single ? List.of(document) : document.items("faults");
    List<ScheduledFault> list = new ArrayList<>();
    for (Json item : items) {
      Json.Obj settings = item instanceof Json.Obj o ? o : Json.Obj.EMPTY;
      FaultSettings.check(settings);
      list.add(new ScheduledFault(settings, random));
    }
    return List.copyOf(list);
  }

  /// Removes every fault.
  public synchronized void clear() {
    faults = List.of();
  }

  /// The schedule with its counts.
  public synchronized Json.Obj state() {
    List<Json> list = new ArrayList<>();
    faults.forEach(fault -> list.add(fault.state()));
    Json.Builder effects = Json.object();
    FaultSettings.EFFECTS.forEach(effects::put);
    return Json.object()
        .put("seed", seed)
        .put("faults", Json.array(list))
        .put("operations", Json.texts(FaultSettings.OPERATIONS))
        .put("effects", effects.build())
        .build();
  }

  @Override
  public CallFaults select(String operation, ServerRequest request) {
    List<ScheduledFault> hit = new ArrayList<>();
    synchronized (this) {
      for (ScheduledFault fault : faults) {
        if (fault.matches(operation, request.path())) {
          hit.add(fault);
        }
      }
    }
    return new MatchedFaults(operation, request, List.copyOf(hit));
  }

  /// The faults of one call, in the order of the schedule.
  private final class MatchedFaults implements CallFaults {
    private final String operation;
    private final ServerRequest call;
    private final List<ScheduledFault> matched;

    MatchedFaults(String operation, ServerRequest request, List<ScheduledFault> matched) {
      this.operation = operation;
      this.call = request;
      this.matched = matched;
    }

    @Override
    public List<String> effectNames() {
      return matched.stream().map(ScheduledFault::effect).toList();
    }

    @Override
    public FaultEffect effect() {
      FaultEffect effect = FaultEffect.NONE;
      for (ScheduledFault fault : matched) {
        effect =
            switch (fault.effect()) {
              case "partial" ->
                  new FaultEffect(
                      (int) fault.number("apply", 1), effect.extraDays(), effect.defaults());
              case "shift" ->
                  new FaultEffect(
                      effect.appliedCount(), fault.number("days", 1), effect.defaults());
              case "default" ->
                  new FaultEffect(
                      effect.appliedCount(),
                      effect.extraDays(),
                      fault.settings().obj("set").orElse(Json.Obj.EMPTY));
              default -> effect;
            };
      }
      return effect;
    }

    @Override
    public Optional<Reply> before() {
      for (ScheduledFault fault : matched) {
        switch (fault.effect()) {
          case "delay" -> sleep(fault.number("millis", 1000));
          case "fail-before" -> throw Pipeline.errorReply((int) fault.number("status", 500));
          case "rate-limit" -> throw rateLimited(fault);
          case "edit" -> edit(fault);
          case "drop-before" -> {
            return Optional.of(Reply.DROPPED);
          }
          default -> {}
        }
      }
      return Optional.empty();
    }

    private ErrorReply rateLimited(ScheduledFault fault) {
      ErrorReply refusal = Pipeline.rateLimited(state, operation, fault.number("seconds", 1));
      return fault.settings().flag("header", true) ? refusal : ErrorReply.of(429, refusal.body());
    }

    @Override
    public Reply after(Reply reply) {
      Reply result = reply;
      ErrorReply failure = null;
      for (ScheduledFault fault : matched) {
        switch (fault.effect()) {
          case "fail-after", "partial" ->
              failure = Pipeline.errorReply((int) fault.number("status", 500));
          case "drop-after" -> result = Reply.DROPPED;
          case "edit-after" -> edit(fault);
          default -> {}
        }
      }
      if (failure != null && result.status() != 0) {
        throw failure;
      }
      return result;
    }

    /// Edits the process of the call, or that of its run, as another person would; every process if
    /// the call names none.
    private void edit(ScheduledFault fault) {
      String id = call.parameters().isEmpty() ? "" : call.parameter(0);
      Json.Obj run = state.store().get(RowKind.RUN, id);
      String processId = run == null ? id : run.text("process").orElse(id);
      editor.editMatching(fault.settings().text("process").orElse(processId), fault.settings());
    }

    private static void sleep(long millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
