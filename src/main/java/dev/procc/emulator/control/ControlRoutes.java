package dev.procc.emulator.control;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.fault.FaultSchedule;
import dev.procc.emulator.fault.WorkivaEditor;
import dev.procc.emulator.http.Endpoint;
import dev.procc.emulator.http.Reply;
import dev.procc.emulator.http.RequestLog;
import dev.procc.emulator.http.Route;
import dev.procc.emulator.http.Route.Access;
import dev.procc.emulator.http.ServerRequest;
import dev.procc.emulator.http.TokenEndpoint;
import dev.procc.emulator.run.RunFactory;
import dev.procc.emulator.run.RunView;
import dev.procc.emulator.run.TaskActions;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// The route table of the control surface: the page at `/`, the rest under `/_emulator`.
public final class ControlRoutes {
  private static final String ROOT = "/_emulator";
  private final EmulatorState state;
  private final WorkivaEditor editor;
  private final FaultSchedule faults;
  private final RequestLog requests;
  private final TokenEndpoint tokens;
  private final List<Route> routes = new ArrayList<>();

  private ControlRoutes(
      EmulatorState state,
      WorkivaEditor editor,
      FaultSchedule faults,
      RequestLog requests,
      TokenEndpoint tokens) {
    this.tokens = tokens;
    this.state = state;
    this.editor = editor;
    this.faults = faults;
    this.requests = requests;
  }

  public static List<Route> routes(
      EmulatorState state,
      WorkivaEditor editor,
      FaultSchedule faults,
      RequestLog requests,
      TokenEndpoint tokens) {
    ControlRoutes control = new ControlRoutes(state, editor, faults, requests, tokens);
    control.addPageRoutes();
    control.addTaskRoutes();
    control.addViewRoutes();
    control.addStateRoutes();
    control.addFaultRoutes();
    return List.copyOf(control.routes);
  }

  private void addPageRoutes() {
    add("GET", "/", request -> ControlPage.reply());
    add("GET", ROOT, request -> Reply.ok(index()));
    add(
        "POST",
        ROOT + "/token",
        request -> {
          var _ = body(request);
          return tokens.issuePageToken();
        });
  }

  private Json index() {
    List<Json> list = new ArrayList<>();
    routes.forEach(r -> list.add(Json.of(r.method() + " " + r.template())));
    return Json.object().put("routes", Json.array(list)).build();
  }

  /// Adds what people do with tasks and runs. A task is identified by its own id or by that of its
  /// job run.
  private void addTaskRoutes() {
    addTaskRoute(
        "complete",
        (tasks, request) -> tasks.complete(request.parameter(0), flag(request, "exception")),
        "exception");
    addTaskRoute("approve", (tasks, request) -> tasks.approve(request.parameter(0)));
    addTaskRoute("reject", (tasks, request) -> tasks.reject(request.parameter(0)));
    addTaskRoute("cancel", (tasks, request) -> tasks.cancel(request.parameter(0)));
    addTaskRoute("start", (tasks, request) -> tasks.start(request.parameter(0)));
    addTaskRoute("fail", (tasks, request) -> tasks.fail(request.parameter(0)));
    addTaskRoute("retry", (tasks, request) -> tasks.retry(request.parameter(0)));
    addTaskRoute(
        "edit", (tasks, request) -> tasks.edit(request.parameter(0), request.object()), "set");
    addRunRoute(
        "cancel",
        (tasks, request) -> tasks.cancelRun(request.parameter(0), flag(request, "hold")),
        "hold");
    addRunRoute("settle", (tasks, request) -> tasks.settle(request.parameter(0)));
    addRunRoute("close", (tasks, request) -> tasks.close(request.parameter(0)));
    addRunRoute("reopen", (tasks, request) -> tasks.reopen(request.parameter(0)));
    add(
        "POST",
        ROOT + "/processes/{}/edit",
        request ->
            Reply.ok(
                editor.edit(
                    request.parameter(0), body(request, "set", "remove", "user", "unchecked"))));
  }

  /// @param settings the members of the body, beside the user
  private void addTaskRoute(
      String verb, BiConsumer<TaskActions, ServerRequest> action, String... settings) {
    add("POST", ROOT + "/tasks/{}/" + verb, request -> act(action, request, settings));
  }

  private void addRunRoute(
      String verb, BiConsumer<TaskActions, ServerRequest> action, String... settings) {
    add("POST", ROOT + "/runs/{}/" + verb, request -> act(action, request, settings));
  }

  private Reply act(
      BiConsumer<TaskActions, ServerRequest> action, ServerRequest request, String... settings) {
    List<String> known = new ArrayList<>(List.of(settings));
    known.add("user");
    Json.Obj body = body(request, known.toArray(new String[0]));
    String user = body.text("user").orElse("emulator-person");
    action.accept(new TaskActions(new RunFactory(state, user)), request);
    return Reply.ok(Json.object().put("done", true).build());
  }

  /// The body of a call, whose misspelt members would do nothing.
  ///
  /// @throws ErrorReply 400 if it has others than the known ones, or a user that is no text
  private static Json.Obj body(ServerRequest request, String... known) {
    Json.Obj body = request.objectOrEmpty();
    for (String name : body.members().keySet()) {
      if (!List.of(known).contains(name)) {
        throw ErrorReply.invalid("Field '" + name + "' is not known", "/" + name);
      }
    }
    if (body.has("user") && body.text("user").isEmpty()) {
      throw ErrorReply.invalid("Field 'user' must be a text", "/user");
    }
    return body;
  }

  private static boolean flag(ServerRequest request, String name) {
    Json value = request.objectOrEmpty().get(name);
    if (value != null && !(value instanceof Json.Bool)) {
      throw ErrorReply.invalid("Field '" + name + "' must be true or false", "/" + name);
    }
    return Json.of(true).equals(value);
  }

  private void addViewRoutes() {
    add("GET", ROOT + "/processes", request -> Reply.ok(Json.array(processes())));
    add("GET", ROOT + "/runs", request -> Reply.ok(Json.array(runs(request.flag("counts", true)))));
    add(
        "GET",
        ROOT + "/runs/{}",
        request ->
            Reply.ok(
                RunView.render(
                    state, request.parameter(0), request.flag("excludeGeneratedJobs", false))));
    add(
        "GET",
        ROOT + "/tasks",
        request -> Reply.ok(Json.array(OpenTasks.of(state, request.query("run")))));
    add(
        "GET",
        ROOT + "/requests",
        request -> {
          List<Json> entries = requests.since(number(request, "since", 0));
          long last = number(request, "last", entries.size());
          int from = (int) Math.max(0, entries.size() - last);
          return Reply.ok(Json.array(entries.subList(from, entries.size())));
        });
    add(
        "DELETE",
        ROOT + "/requests",
        request -> {
          requests.clear();
          return Reply.noContent();
        });
    add("GET", ROOT + "/assumptions", request -> Reply.ok(ControlSettings.assumptions(state)));
  }

  private static long number(ServerRequest request, String name, long otherwise) {
    return request
        .query(name)
        .filter(text -> text.matches("\\d{1,15}"))
        .map(Long::parseLong)
        .orElse(otherwise);
  }

  private List<Json> processes() {
    return List.copyOf(state.store().all(RowKind.PROCESS));
  }

  /// @param withCounts whether the jobs of each run are counted, which takes long where there are
  ///   many
  private List<Json> runs(boolean withCounts) {
    List<Json> list = new ArrayList<>();
    for (Json.Obj run : state.store().all(RowKind.RUN)) {
      list.add(RunView.summary(state, run, withCounts));
    }
    return list;
  }

  private void addStateRoutes() {
    ControlSettings settings = new ControlSettings(state);
    add("GET", ROOT + "/clock", request -> Reply.ok(settings.clock()));
    add(
        "POST",
        ROOT + "/clock",
        request -> Reply.ok(settings.moveClock(body(request, "now", "days", "seconds"))));
    add("GET", ROOT + "/readings", request -> Reply.ok(settings.choices()));
    add("PUT", ROOT + "/readings", request -> Reply.ok(settings.choose(request.object())));
    add("PUT", ROOT + "/users", request -> Reply.ok(settings.users(body(request, "known"))));
    add("GET", ROOT + "/snapshot", request -> Reply.ok(state.store().snapshot()));
    add(
        "PUT",
        ROOT + "/snapshot",
        request -> {
          state.store().restore(request.object());
          return Reply.noContent();
        });
    add(
        "POST",
        ROOT + "/reset",
        request -> {
          var _ = body(request);
          settings.reset();
          requests.clear();
          faults.clear();
          return Reply.noContent();
        });
  }

  private void addFaultRoutes() {
    add("GET", ROOT + "/faults", request -> Reply.ok(faults.state()));
    add("PUT", ROOT + "/faults", request -> loadFaults(request, true));
    add("POST", ROOT + "/faults", request -> loadFaults(request, false));
    add(
        "DELETE",
        ROOT + "/faults",
        request -> {
          faults.clear();
          return Reply.noContent();
        });
  }

  private Reply loadFaults(ServerRequest request, boolean replaces) {
    try {
      if (replaces) {
        faults.load(request.object());
      } else {
        faults.add(request.object());
      }
    } catch (IllegalArgumentException e) {
      throw ErrorReply.invalid(String.valueOf(e.getMessage()), "do");
    }
    return Reply.ok(faults.state());
  }

  private void add(String method, String template, Endpoint operation) {
    routes.add(new Route("control", method, template, Access.CONTROL, operation));
  }
}
