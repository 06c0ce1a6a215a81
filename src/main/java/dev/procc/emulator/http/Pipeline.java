package dev.procc.emulator.http;

import dev.procc.base.file.InputFile;
import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stages of every call, in order: host, route, size, version, token, scope, rate limit,
/// faults, the operation in its transaction, the log on disk.
public final class Pipeline {
  /// The largest accepted body, in bytes.
  static final int MAX_BODY = 10 * 1024 * 1024;

  private static final String VERSION = "2026-04-01.processes.preview";
  private final EmulatorState state;
  private final TokenEndpoint tokens;
  private final RateLimits limits;
  private final FaultInjector faults;
  private final List<Route> routes;

  /// @param rateLimit calls of an operation in 60 seconds; 0 for no limit
  public Pipeline(
      EmulatorState state,
      TokenEndpoint tokens,
      int rateLimit,
      FaultInjector faults,
      List<Route> routes) {
    this.state = state;
    this.tokens = tokens;
    this.limits = new RateLimits(state, rateLimit);
    this.faults = faults;
    this.routes = List.copyOf(routes);
  }

  /// The source of faults.
  public interface FaultInjector {
    /// The faults that affect a call.
    CallFaults select(String operation, ServerRequest request);

    /// The faults that affect one call.
    interface CallFaults {
      /// The effect within the operation.
      FaultEffect effect();

      /// The names of the effects, for the request log.
      List<String> effectNames();

      /// The reply in place of the operation; empty if the operation runs.
      ///
      /// @throws ErrorReply if a fault refuses the call
      Optional<Reply> before();

      /// The reply to send in place of that of the operation.
      ///
      /// @throws ErrorReply if a fault hides it behind an error
      Reply after(Reply reply);
    }
  }

  /// A reply, with what the request log records about it.
  ///
  /// @param logged whether it is recorded
  record LoggedReply(String operation, Reply reply, List<String> faults, boolean logged) {}

  LoggedReply handle(ServerRequest call) {
    if (!isLocal(call)) {
      return new LoggedReply("", Reply.of(ErrorReply.forbidden()), List.of(), true);
    }
    List<String> methods = new ArrayList<>();
    for (Route route : routes) {
      List<String> parameters = route.match(call.path());
      if (parameters != null && route.method().equals(call.method())) {
        return dispatch(route, call.withParameters(parameters));
      }
      if (parameters != null) {
        methods.add(route.method());
      }
    }
    return new LoggedReply("", Reply.of(noRoute(call, methods)), List.of(), true);
  }

  private static ErrorReply noRoute(ServerRequest request, List<String> methods) {
    if (methods.isEmpty()) {
      return ErrorReply.of(404, "404", "There is no operation at " + request.path());
    }
    String allowed = String.join(", ", methods);
    return ErrorReply.of(405, "405", request.method() + " is not allowed here, allowed: " + allowed)
        .withHeader("Allow", allowed);
  }

  private LoggedReply dispatch(Route route, ServerRequest request) {
    boolean control = route.access() == Route.Access.CONTROL;
    try {
      checkSize(request);
      if (control) {
        return new LoggedReply(route.name(), run(route, request), List.of(), false);
      }
      String user = route.access().isApi() ? authenticate(route, request) : "";
      limits.count(route.name());
      return runWithFaults(route, request.withUser(user));
    } catch (ErrorReply refusal) {
      return new LoggedReply(route.name(), route.refused(refusal), List.of(), !control);
    } catch (RuntimeException e) {
      ErrorReply refusal = ErrorReply.of(500, "500", "The emulator failed: " + e);
      return new LoggedReply(route.name(), route.refused(refusal), List.of(), true);
    }
  }

  private LoggedReply runWithFaults(Route route, ServerRequest request) {
    FaultInjector.CallFaults callFaults = faults.select(route.name(), request);
    Reply reply;
    try {
      Optional<Reply> instead = callFaults.before();
      reply =
          instead.isPresent()
              ? instead.get()
              : callFaults.after(answer(route, request.withFaultEffect(callFaults.effect())));
    } catch (ErrorReply refusal) {
      reply = route.refused(refusal);
    }
    return new LoggedReply(route.name(), reply, callFaults.effectNames(), true);
  }

  private Reply answer(Route route, ServerRequest request) {
    try {
      return run(route, request);
    } catch (ErrorReply refusal) {
      return route.refused(refusal);
    }
  }

  private Reply run(Route route, ServerRequest request) {
    Reply reply;
    try {
      reply = state.store().transact(() -> route.operation().handle(request));
    } finally {
      state.store().flush();
    }
    return reply;
  }

  private String authenticate(Route route, ServerRequest request) {
    String version = request.header("x-version");
    if (!version.equals(VERSION)) {
      throw wrongVersion(version);
    }
    return tokens.authenticate(request, route.access().scope());
  }

  private ErrorReply wrongVersion(String version) {
    if (version.isEmpty() && state.assumes("missing-version", "404")) {
      return ErrorReply.of(404, "404", "Not Found");
    }
    String fault =
        version.isEmpty()
            ? "Header X-Version is missing"
            : "X-Version " + version + " is not known";
    return ErrorReply.invalid(fault + ", send X-Version: " + VERSION, "X-Version");
  }

  private static void checkSize(ServerRequest request) {
    int limit = bodyLimit(request.path());
    if (request.body().length > limit) {
      throw ErrorReply.of(413, "413", "The request body has more than " + limit + " bytes");
    }
  }

  /// The largest accepted body: of the control surface, that of a snapshot.
  static int bodyLimit(String path) {
    return path.startsWith("/_emulator/") ? InputFile.DATA_LIMIT : MAX_BODY;
  }

  /// Whether a call is to a host name of this machine, and not from a page of another site, which a
  /// browser would send.
  private static boolean isLocal(ServerRequest request) {
    String host = request.header("host");
    String origin = request.header("origin");
    return List.of("127.0.0.1", "localhost", "[::1]").contains(hostName(host))
        && (origin.isEmpty() || origin.equals("http://" + host));
  }

  /// The name of a host, without its port.
  private static String hostName(String header) {
    int port = header.lastIndexOf(':');
    return port > header.lastIndexOf(']') ? header.substring(0, port) : header;
  }

  /// The 429 reply of a fault.
  public static ErrorReply rateLimited(EmulatorState state, String operation, long seconds) {
    return RateLimits.rateLimited(state, operation, 1000, seconds);
  }

  /// An error in the documented shape.
  public static ErrorReply errorReply(int status) {
    Json.Obj body =
        switch (status) {
          case 401 -> ErrorReply.unauthenticated().body();
          case 403 -> ErrorReply.forbidden().body();
          case 500 -> ErrorReply.of(500, "500", "unknown error").body();
          case 503 -> ErrorReply.of(503, "503", "Service Unavailable.").body();
          default -> ErrorReply.of(status, Integer.toString(status), "Error " + status).body();
        };
    return ErrorReply.of(status, body);
  }
}
