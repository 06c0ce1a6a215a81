package dev.procc.emulator.http;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every call goes through: route, version, token, scope, rate limit, size, faults, the
/// operation in its transaction, the log on disk.
public final class Pipeline {
  /// The largest body the API takes, in bytes.
  static final int MAX_BODY = 10 * 1024 * 1024;

  private static final String VERSION = "2026-04-01.processes.preview";
  private final EmulatorState state;
  private final TokenEndpoint tokens;
  private final RateLimits limits;
  private final FaultInjector faults;
  private final List<Route> routes;

  /// @param rateLimit calls of an operation a minute, 0 for no limit
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

  /// What faults do around a call.
  public interface FaultInjector {
    /// Picks the faults that hit this call.
    CallFaults select(String operation, ServerRequest request);

    /// The faults that hit one call.
    interface CallFaults {
      /// What they do inside the operation.
      FaultEffect effect();

      /// Their names, for the request log.
      List<String> effectNames();

      /// What happens before the operation: an answer that takes its place, or nothing. May refuse.
      Optional<Reply> before();

      /// What is answered instead of what the operation answered.
      Reply after(Reply reply);
    }
  }

  /// An answer and what the request log keeps of it.
  ///
  /// @param logged whether it belongs into the request log
  record LoggedReply(String operation, Reply reply, List<String> faults, boolean logged) {}

  LoggedReply handle(ServerRequest call) {
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
      if (control) {
        requireLocal(request);
        return new LoggedReply(route.name(), run(route, request), List.of(), false);
      }
      String user = route.access().isApi() ? authenticate(route, request) : "";
      checkSize(request);
      return runWithFaults(route, request.withUser(user));
    } catch (ErrorReply refusal) {
      return new LoggedReply(route.name(), Reply.of(refusal), List.of(), !control);
    } catch (RuntimeException broken) {
      ErrorReply refusal = ErrorReply.of(500, "500", "The emulator failed: " + broken);
      return new LoggedReply(route.name(), Reply.of(refusal), List.of(), true);
    }
  }

  private LoggedReply runWithFaults(Route route, ServerRequest request) {
    FaultInjector.CallFaults hits = faults.select(route.name(), request);
    Reply reply;
    try {
      Optional<Reply> instead = hits.before();
      reply =
          instead.orElseGet(() -> hits.after(run(route, request.withFaultEffect(hits.effect()))));
    } catch (ErrorReply refusal) {
      reply = Reply.of(refusal);
    }
    return new LoggedReply(route.name(), reply, hits.effectNames(), true);
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
    String user = tokens.authenticate(request, route.access().scope());
    limits.count(route.name());
    return user;
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
    if (request.body().length > MAX_BODY) {
      throw ErrorReply.of(413, "413", "The request body has more than " + MAX_BODY + " bytes");
    }
  }

  /// The control surface answers this machine alone, and no page of another site in its browser.
  private static void requireLocal(ServerRequest request) {
    String origin = request.header("origin");
    boolean here =
        List.of("127.0.0.1", "localhost", "[::1]").contains(hostName(request.header("host")));
    if (!here || !origin.isEmpty() && !origin.equals("http://" + request.header("host"))) {
      throw ErrorReply.forbidden();
    }
  }

  /// The name of a host without its port.
  private static String hostName(String header) {
    int port = header.lastIndexOf(':');
    return port > header.lastIndexOf(']') ? header.substring(0, port) : header;
  }

  /// The error of a server that is too busy, used by faults.
  public static ErrorReply rateLimited(EmulatorState state, String operation, long seconds) {
    return RateLimits.rateLimited(state, operation, 1000, seconds);
  }

  /// An error of the documented shape for a status.
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
