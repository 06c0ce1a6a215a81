package dev.procc.emulator.http;

import dev.procc.base.json.Json;
import dev.procc.emulator.rules.Refusal;
import dev.procc.emulator.store.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every call goes through: route, version, token, scope, rate limit, size, faults, the
/// operation in its transaction, the log on disk.
public final class Pipeline {
  private static final String VERSION = "2026-04-01.processes.preview";
  private final World world;
  private final Tokens tokens;
  private final RateLimits limits;
  private final Interference interference;
  private final List<Route> routes;

  /// @param rateLimit calls of an operation a minute, 0 for no limit
  public Pipeline(
      World world, Tokens tokens, int rateLimit, Interference interference, List<Route> routes) {
    this.world = world;
    this.tokens = tokens;
    this.limits = new RateLimits(world, rateLimit);
    this.interference = interference;
    this.routes = List.copyOf(routes);
  }

  /// What faults do around a call.
  public interface Interference {
    /// Picks the faults that hit this call.
    Hits pick(String operation, Call call);

    /// The faults that hit one call.
    interface Hits {
      /// What they do inside the operation.
      Twist twist();

      /// Their names, for the request log.
      List<String> names();

      /// What happens before the operation: an answer that takes its place, or nothing. May refuse.
      Optional<Reply> before();

      /// What is answered instead of what the operation answered.
      Reply after(Reply reply);
    }
  }

  /// An answer and what the request log keeps of it.
  ///
  /// @param noted whether it belongs into the request log
  record Answer(String operation, Reply reply, List<String> faults, boolean noted) {}

  Answer answer(Call call) {
    List<String> methods = new ArrayList<>();
    for (Route route : routes) {
      List<String> parameters = route.match(call.path());
      if (parameters != null && route.method().equals(call.method())) {
        Call matched =
            new Call(
                call.method(),
                call.path(),
                parameters,
                call.query(),
                call.headers(),
                call.body(),
                call.origin(),
                "",
                Twist.NONE);
        return dispatch(route, matched);
      }
      if (parameters != null) {
        methods.add(route.method());
      }
    }
    return new Answer("", Reply.of(lost(call, methods)), List.of(), true);
  }

  private static Refusal lost(Call call, List<String> methods) {
    if (methods.isEmpty()) {
      return Refusal.of(404, "404", "There is no operation at " + call.path());
    }
    String allowed = String.join(", ", methods);
    return Refusal.of(405, "405", call.method() + " is not allowed here, allowed: " + allowed)
        .header("Allow", allowed);
  }

  private Answer dispatch(Route route, Call call) {
    boolean control = route.access() == Route.Access.CONTROL;
    try {
      if (control) {
        fromHere(call);
        return new Answer(route.name(), run(route, call), List.of(), false);
      }
      String user = route.access().api() ? admit(route, call) : "";
      size(call);
      return interfered(route, call.as(user));
    } catch (Refusal refusal) {
      return new Answer(route.name(), Reply.of(refusal), List.of(), !control);
    } catch (RuntimeException broken) {
      Refusal refusal = Refusal.of(500, "500", "The emulator failed: " + broken);
      return new Answer(route.name(), Reply.of(refusal), List.of(), true);
    }
  }

  private Answer interfered(Route route, Call call) {
    Interference.Hits hits = interference.pick(route.name(), call);
    Reply reply;
    try {
      Optional<Reply> instead = hits.before();
      reply = instead.orElseGet(() -> hits.after(run(route, call.twisted(hits.twist()))));
    } catch (Refusal refusal) {
      reply = Reply.of(refusal);
    }
    return new Answer(route.name(), reply, hits.names(), true);
  }

  private Reply run(Route route, Call call) {
    Reply reply;
    try {
      reply = world.store().transact(() -> route.operation().answer(call));
    } finally {
      world.store().settle();
    }
    return reply;
  }

  private String admit(Route route, Call call) {
    String version = call.header("x-version");
    if (!version.equals(VERSION)) {
      throw wrongVersion(version);
    }
    String user = tokens.user(call, route.access().scope());
    limits.count(route.name());
    return user;
  }

  private Refusal wrongVersion(String version) {
    if (version.isEmpty() && world.is("missing-version", "404")) {
      return Refusal.of(404, "404", "Not Found");
    }
    String fault =
        version.isEmpty()
            ? "Header X-Version is missing"
            : "X-Version " + version + " is not known";
    return Refusal.invalid(fault + ", send X-Version: " + VERSION, "X-Version");
  }

  private static void size(Call call) {
    if (call.body().length > Server.LARGEST) {
      throw Refusal.of(413, "413", "The request body has more than " + Server.LARGEST + " bytes");
    }
  }

  /// The control surface answers this machine alone, and no page of another site in its browser.
  private static void fromHere(Call call) {
    String origin = call.header("origin");
    boolean here = List.of("127.0.0.1", "localhost", "[::1]").contains(host(call.header("host")));
    if (!here || !origin.isEmpty() && !origin.equals("http://" + call.header("host"))) {
      throw Refusal.forbidden();
    }
  }

  /// The name of a host without its port.
  private static String host(String header) {
    int port = header.lastIndexOf(':');
    return port > header.lastIndexOf(']') ? header.substring(0, port) : header;
  }

  /// The error of a server that is too busy, used by faults.
  public static Refusal tooMany(World world, String operation, long seconds) {
    return RateLimits.tooMany(world, operation, 1000, seconds);
  }

  /// An error of the documented shape for a status.
  public static Refusal error(int status) {
    Json.Obj body =
        switch (status) {
          case 401 -> Refusal.unauthenticated().body();
          case 403 -> Refusal.forbidden().body();
          case 500 -> Refusal.of(500, "500", "unknown error").body();
          case 503 -> Refusal.of(503, "503", "Service Unavailable.").body();
          default -> Refusal.of(status, Integer.toString(status), "Error " + status).body();
        };
    return Refusal.of(status, body);
  }
}
