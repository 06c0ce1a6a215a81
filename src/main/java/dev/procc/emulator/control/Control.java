package dev.procc.emulator.control;

import dev.procc.base.json.Json;
import dev.procc.emulator.fault.Editor;
import dev.procc.emulator.fault.Faults;
import dev.procc.emulator.http.Call;
import dev.procc.emulator.http.Operation;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.RequestLog;
import dev.procc.emulator.http.Route;
import dev.procc.emulator.http.Route.Access;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.run.Runs;
import dev.procc.emulator.run.Tasks;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// The route table of the control surface, all under `/_emulator`.
public final class Control {
  private static final String HERE = "/_emulator";
  private final World world;
  private final Editor editor;
  private final Faults faults;
  private final RequestLog requests;
  private final List<Route> routes = new ArrayList<>();

  private Control(World world, Editor editor, Faults faults, RequestLog requests) {
    this.world = world;
    this.editor = editor;
    this.faults = faults;
    this.requests = requests;
  }

  public static List<Route> routes(World world, Editor editor, Faults faults, RequestLog requests) {
    Control control = new Control(world, editor, faults, requests);
    control.page();
    control.people();
    control.looks();
    control.world();
    control.faults();
    return List.copyOf(control.routes);
  }

  private void page() {
    add("GET", "/", call -> Page.reply());
    add("GET", HERE, call -> Reply.ok(index()));
  }

  private Json index() {
    List<Json> list = new ArrayList<>();
    routes.forEach(r -> list.add(Json.of(r.method() + " " + r.template())));
    return Json.object().put("routes", Json.array(list)).build();
  }

  /// What people do. A task is meant by its own id or by that of its job run.
  private void people() {
    task(
        "complete",
        (tasks, call) ->
            tasks.complete(call.parameter(0), call.optionalObject().flag("exception", false)));
    task("approve", (tasks, call) -> tasks.approve(call.parameter(0)));
    task("reject", (tasks, call) -> tasks.reject(call.parameter(0)));
    task("cancel", (tasks, call) -> tasks.cancel(call.parameter(0)));
    task("start", (tasks, call) -> tasks.start(call.parameter(0)));
    task("fail", (tasks, call) -> tasks.fail(call.parameter(0)));
    task("retry", (tasks, call) -> tasks.retry(call.parameter(0)));
    task("edit", (tasks, call) -> tasks.edit(call.parameter(0), call.object()));
    run(
        "cancel",
        (tasks, call) ->
            tasks.cancelRun(call.parameter(0), call.optionalObject().flag("hold", false)));
    run("settle", (tasks, call) -> tasks.settle(call.parameter(0)));
    run("close", (tasks, call) -> tasks.close(call.parameter(0)));
    run("reopen", (tasks, call) -> tasks.reopen(call.parameter(0)));
    add(
        "POST",
        HERE + "/processes/{}/edit",
        call -> Reply.ok(editor.edit(call.parameter(0), call.object())));
  }

  private void task(String verb, BiConsumer<Tasks, Call> move) {
    add("POST", HERE + "/tasks/{}/" + verb, call -> moved(move, call));
  }

  private void run(String verb, BiConsumer<Tasks, Call> move) {
    add("POST", HERE + "/runs/{}/" + verb, call -> moved(move, call));
  }

  private Reply moved(BiConsumer<Tasks, Call> move, Call call) {
    String user = call.optionalObject().text("user").orElse("emulator-person");
    move.accept(new Tasks(new Runs(world, user)), call);
    return Reply.ok(Json.object().put("done", true).build());
  }

  private void looks() {
    add("GET", HERE + "/processes", call -> Reply.ok(Json.array(processes())));
    add("GET", HERE + "/runs", call -> Reply.ok(Json.array(runs())));
    add(
        "GET",
        HERE + "/runs/{}",
        call ->
            Reply.ok(
                RunView.get(world, call.parameter(0), call.flag("excludeGeneratedJobs", false))));
    add(
        "GET",
        HERE + "/tasks",
        call -> Reply.ok(Json.array(OpenTasks.of(world, call.query("run")))));
    add(
        "GET",
        HERE + "/requests",
        call -> Reply.ok(Json.array(requests.since(number(call.query("since").orElse("0"))))));
    add(
        "DELETE",
        HERE + "/requests",
        call -> {
          requests.clear();
          return Reply.noContent();
        });
    add("GET", HERE + "/assumptions", call -> Reply.ok(Settings.assumptions(world)));
  }

  private static long number(String text) {
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  private List<Json> processes() {
    return List.copyOf(world.store().all(Kind.PROCESS));
  }

  private List<Json> runs() {
    List<Json> list = new ArrayList<>();
    world.store().all(Kind.RUN).forEach(run -> list.add(RunView.summary(world, run, true)));
    return list;
  }

  private void world() {
    Settings settings = new Settings(world);
    add("GET", HERE + "/clock", call -> Reply.ok(settings.clock()));
    add("POST", HERE + "/clock", call -> Reply.ok(settings.moveClock(call.object())));
    add("GET", HERE + "/readings", call -> Reply.ok(settings.readings()));
    add("PUT", HERE + "/readings", call -> Reply.ok(settings.switchTo(call.object())));
    add("PUT", HERE + "/users", call -> Reply.ok(settings.users(call.object())));
    add("GET", HERE + "/snapshot", call -> Reply.ok(world.store().snapshot()));
    add(
        "PUT",
        HERE + "/snapshot",
        call -> {
          world.store().restore(call.object());
          return Reply.noContent();
        });
    add(
        "POST",
        HERE + "/reset",
        call -> {
          settings.reset();
          requests.clear();
          return Reply.noContent();
        });
  }

  private void faults() {
    add("GET", HERE + "/faults", call -> Reply.ok(faults.state()));
    add("PUT", HERE + "/faults", call -> scheduled(call, true));
    add("POST", HERE + "/faults", call -> scheduled(call, false));
    add(
        "DELETE",
        HERE + "/faults",
        call -> {
          faults.schedule(Json.Obj.EMPTY);
          return Reply.noContent();
        });
  }

  private Reply scheduled(Call call, boolean anew) {
    try {
      if (anew) {
        faults.schedule(call.object());
      } else {
        faults.add(call.object());
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(String.valueOf(e.getMessage()), "do");
    }
    return Reply.ok(faults.state());
  }

  private void add(String method, String template, Operation operation) {
    routes.add(new Route("control", method, template, Access.CONTROL, operation));
  }
}
