package dev.procc.app.review;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.live.codehost.StandInHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What tests of reviews share: a request on a fake host, a comment, and a service that does not
/// wait.
final class ReviewDesk {
  static final String HEAD = "a".repeat(40);
  static final String HASH = "0123456789abcdef".repeat(4);
  static final String TEXT = text(HASH, "## procc: 1 process changes\n");

  final List<String> notes = new ArrayList<>();
  final List<Duration> waits = new ArrayList<>();

  /// Environment variables besides those that the host sets.
  final Map<String, String> variables = new HashMap<>();

  static String text(String hash, String body) {
    return "<!-- procc:plan {\"v\":1,\"project\":\"\",\"target\":\"prod\",\"planHash\":\""
        + hash
        + "\",\"refused\":false} -->\n"
        + body;
  }

  /// A host with the open request 12.
  ///
  /// @param name `github` or `gitlab`
  static StandInHost start(String name) throws IOException {
    StandInHost host = name.equals("github") ? StandInHost.github() : StandInHost.gitlab();
    return host.request(12, HEAD, true);
  }

  ReviewService open(StandInHost host, String project) throws Failure {
    Map<String, String> all = new HashMap<>(host.variables());
    all.put("PROCC_TOKEN", "workiva-secret");
    all.put("PROCC_TOKEN__PROD", "workiva-secret");
    all.putAll(variables);
    Clock clock = Clock.fixed(Instant.parse("2024-10-01T10:00:00Z"), ZoneOffset.UTC);
    HostEnvironment environment = new HostEnvironment(Path.of("/"), all, clock);
    return ReviewService.open(environment, null, project, waits::add, notes::add);
  }
}
