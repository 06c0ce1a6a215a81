package dev.procc.app.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.live.codehost.CodeHostException;
import dev.procc.live.codehost.GithubHost;
import dev.procc.live.codehost.HostSettings;
import dev.procc.live.codehost.StandInHost;
import dev.procc.live.codehost.StandInHost.Fault;
import dev.procc.live.http.ProxySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A host that fails, a wrong address or an oversized text gives one clear message, or one complete
/// comment.
class ReviewFaultsTest {
  private static final String TEXT = ReviewDesk.TEXT;
  private final ReviewDesk desk = new ReviewDesk();

  private ReviewService open(StandInHost host) throws Failure {
    return desk.open(host, "close-team");
  }

  private Failure refused(StandInHost host) throws Failure {
    try (ReviewService review = open(host)) {
      Failure failure = assertThrows(Failure.class, () -> review.comment(TEXT, "12", true));
      assertEquals(Failure.Kind.ERROR, failure.kind());
      assertEquals(List.of(), host.comments(12));
      assertEquals(List.of(), host.statuses(ReviewDesk.HEAD));
      return failure;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "github, GITHUB_TOKEN, env: GITHUB_TOKEN: ${{ github.token }}",
    "gitlab, GITLAB_TOKEN, project access token with the scope api"
  })
  void withoutATokenItIsSaidWhichIsMissing(String name, String variable, String hint)
      throws Exception {
    try (StandInHost host = ReviewDesk.start(name)) {
      for (String value : List.of("", " ", "\n", "to ken", "t\u00f6ken")) {
        desk.variables.put(variable, value);
        Failure failure = assertThrows(Failure.class, () -> open(host));
        assertTrue(failure.message().startsWith(variable + " is "), failure.message());
        assertTrue(String.valueOf(failure.hint()).contains(hint), failure.hint());
        assertFalse(value.length() > 3 && failure.message().contains(value), failure.message());
      }
      assertEquals(List.of(), host.calls());
    }
  }

  /// GraphQL reports errors with a success status.
  @Test
  void anErrorInASuccessNamesThePermission() throws Exception {
    String said = "Resource not accessible by integration";
    for (String data : List.of("null", "{\"viewer\":null}", "{\"viewer\":{\"login\":\"x\"}}")) {
      try (StandInHost host = ReviewDesk.start("github")) {
        String body = "{\"data\":" + data + ",\"errors\":[{\"message\":\"" + said + "\"}]}";
        host.fault(Fault.of("graphql", 200, body, ""));
        Failure failure = refused(host);
        assertTrue(failure.message().endsWith(": " + said), failure.message());
        assertTrue(String.valueOf(failure.hint()).contains("pull-requests: "), failure.hint());
      }
    }
  }

  /// A renamed repository answers with a redirect.
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void noRedirectIsFollowed(int status) throws Exception {
    try (StandInHost elsewhere = ReviewDesk.start("github");
        StandInHost host = ReviewDesk.start("github")) {
      host.fault(Fault.of("/pulls/12", status, "{}", "Location: " + elsewhere.url() + "/pulls/12"));
      assertTrue(refused(host).message().contains("has moved /repos/finance/close/pulls/12"));
      assertEquals(List.of(), elsewhere.calls());
    }
  }

  @ParameterizedTest
  @CsvSource({"github, /api/v3", "gitlab, /gitlab/api/v4"})
  void aHostMayLiveBelowAPath(String name, String path) throws Exception {
    try (StandInHost host = ReviewDesk.start(name).below(path)) {
      for (int i = 0; i < 7; i++) {
        host.comment(12, "somebody", "comment " + i);
      }
      for (String text : List.of(TEXT, TEXT + "more\n")) {
        try (ReviewService review = open(host)) {
          review.comment(text, "12", true);
        }
      }
      assertEquals(8, host.comments(12).size());
      assertTrue(
          host.calls().stream().allMatch(c -> c.contains(" " + path) || c.contains("/graphql")));
      if (name.equals("github")) { // the address of GraphQL follows from that of the API
        desk.variables.put("GITHUB_GRAPHQL_URL", "");
        try (ReviewService review = open(host)) {
          assertEquals("unchanged", review.comment(TEXT + "more\n", "12", false).action());
        }
      }
    }
  }

  /// Two jobs that run at the same time.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void jobsAtOnceEndWithOneComment(String name) throws Exception {
    try (StandInHost host = ReviewDesk.start(name);
        ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Void>> both = new ArrayList<>();
      for (String more : List.of("one\n", "two\n")) {
        both.add(() -> {
          try (ReviewService review = new ReviewDesk().open(host, "close-team")) {
            review.comment(TEXT + more, "12", false);
          }
          return null;
        });
      }
      for (Future<Void> job : jobs.invokeAll(both)) {
        job.get();
      }
      assertEquals(1, host.comments(12).size());
      assertTrue(host.comments(12).getFirst().body().matches("(?s)<!-- procc:plan .*(one|two)\n"));
    }
  }

  /// Comments that look like ours and are not: quoted, later in a text, of another kind, project or
  /// target, or of another author.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void onlyOurOwnCommentIsWritten(String name) throws Exception {
    String ours = TEXT.replace("\"project\":\"\"", "\"project\":\"close-team\"");
    try (StandInHost host = ReviewDesk.start(name)) {
      host.login("github-actions[bot]");
      List<String> others =
          List.of(
              "> " + ours,
              " " + ours,
              "look:\n" + ours,
              ours.replace("procc:plan", "procc:impact"),
              ours.replace("close-team", "close-team-2"),
              ours.replace("prod", "dev"),
              ours.replace("} -->", " -->"),
              "<!-- procc:plan [] -->\n",
              "<!-- procc:plan",
              "");
      others.forEach(text -> host.comment(12, "github-actions[bot]", text));
      host.comment(12, "github-actions", ours);
      host.comment(12, "GitHub-Actions[bot]", ours);
      host.comment(12, "", ours);
      int before = host.comments(12).size();
      for (String more : List.of("", "more\n", "\u00e4\r\nmore\r\n", "😀".repeat(9) + "\n")) {
        try (ReviewService review = open(host)) {
          review.comment(TEXT + more, "12", true);
          assertEquals(List.of(ReviewDesk.HASH), review.approved("prod", "12"));
        }
      }
      assertEquals(before + 1, host.comments(12).size());
      for (int i = 0; i < others.size(); i++) {
        assertEquals(others.get(i), host.comments(12).get(i).body());
      }
    }
  }

  /// A host that stores other line ends, as web forms send them.
  @Test
  void lineEndsOfWindowsAreNoChange() throws Exception {
    String ours = TEXT.replace("\"project\":\"\"", "\"project\":\"close-team\"");
    try (StandInHost host = ReviewDesk.start("github")) {
      host.comment(12, "procc-bot", ours.replace("\n", "\r\n"));
      try (ReviewService review = open(host)) {
        assertEquals("unchanged", review.comment(TEXT, "12", false).action());
        host.request(12, ReviewDesk.HEAD, false);
        assertEquals("updated", review.end(4, "prod", "12").getFirst().action());
        assertEquals("updated", review.end(0, "prod", "12").getFirst().action());
      }
      String body = host.comments(12).getFirst().body();
      assertFalse(body.contains("Refused"), body);
      assertTrue(body.contains("\n**Applied**") && body.endsWith("## procc: 1 process changes\n"));
    }
  }

  /// A line that is longer than a comment may be, with characters of four bytes.
  @Test
  void aLineLongerThanACommentIsLeftOut() throws Exception {
    try (StandInHost host = ReviewDesk.start("github");
        ReviewService review = open(host)) {
      review.comment(TEXT + "😀".repeat(20_000) + "\nend\n", "12", false);
      String body = host.comments(12).getFirst().body();
      assertTrue(body.getBytes(StandardCharsets.UTF_8).length <= 65_000);
      assertEquals(body, new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
      assertTrue(body.contains("\n## procc: 1 process changes\n"), body);
      assertTrue(body.contains("**Cut to fit in a comment**"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tue, 01 Oct 2024 10:00:09 GMT", "", "-1", "soon", "0"})
  void aRetryAfterThatIsNoNumberIsNoFault(String header) throws Exception {
    try (StandInHost host = ReviewDesk.start("github")) {
      host.fault(Fault.of("GET", 429, "{}", "Retry-After: " + header));
      try (ReviewService review = open(host)) {
        assertEquals("created", review.comment(TEXT, "12", false).action());
      }
      assertEquals(List.of(Duration.ofSeconds(1)), desk.waits);
    }
  }

  /// A host that accepts the call and answers nothing, or never stops answering.
  @Test
  void aSlowHostIsToldAsSuch() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        GithubHost host = slow(silent)) {
      CodeHostException failure =
          assertThrows(CodeHostException.class, () -> host.comments("12").posts());
      assertTrue(failure.getMessage().contains("GitHub at 127.0.0.1 gave no answer"));
      assertTrue(String.valueOf(failure.hint()).contains("still in its file"), failure.hint());
      assertEquals(3, desk.waits.size());
      CodeHostException lost =
          assertThrows(CodeHostException.class, () -> host.comments("12").create("x"));
      assertEquals(CodeHostException.Kind.LOST, lost.kind());
      assertEquals(3, desk.waits.size(), "what may have arrived is not sent again");
    }
  }

  private GithubHost slow(ServerSocket server) throws IOException {
    URI base = URI.create("http://127.0.0.1:" + server.getLocalPort());
    HostSettings settings =
        new HostSettings(
            "GitHub",
            base,
            "finance/close",
            "Authorization",
            "Bearer t",
            new HostSettings.Route(ProxySettings.NONE, Optional.empty(), Duration.ofMillis(100)),
            "procc/0.1.0");
    try {
      return new GithubHost(settings, base, Clock.systemUTC(), desk.waits::add, desk.notes::add);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /// If several statements are due at once, each is made.
  @Test
  void whatBecameOfAPlanIsSaidOfEachRequest() throws Exception {
    try (StandInHost host = ReviewDesk.start("github").request(13, "c".repeat(40), true)) {
      try (ReviewService review = open(host)) {
        review.comment(TEXT, "12", true);
        host.comment(13, "somebody", "no plan here");
      }
      host.request(12, ReviewDesk.HEAD, false).request(13, "c".repeat(40), false);
      host.commit("b".repeat(40), 12L, 13L);
      desk.variables.put("GITHUB_SHA", "b".repeat(40));
      try (ReviewService review = open(host)) {
        List<String> done =
            review.end(6, "prod", null).stream().map(ReviewService.ReviewResult::action).toList();
        assertEquals(List.of("updated", "nothing"), done);
      }
      assertEquals(1, host.comments(12).size());
      assertEquals("no plan here", host.comments(13).getFirst().body());
    }
  }

  /// The same commit is also in a request to a release branch, which is still open.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void whatIsMergedIsApprovedByItsOwnRequestAlone(String name) throws Exception {
    try (StandInHost host = ReviewDesk.start(name).request(14, "d".repeat(40), true)) {
      try (ReviewService review = open(host)) {
        review.comment(TEXT, "12", true);
      }
      host.request(12, ReviewDesk.HEAD, false).commit("b".repeat(40), 12L, 14L);
      desk.variables.put(name.equals("github") ? "GITHUB_SHA" : "CI_COMMIT_SHA", "b".repeat(40));
      try (ReviewService review = open(host)) {
        assertEquals(List.of(ReviewDesk.HASH), review.approved("prod", null));
        assertEquals(1, review.end(0, "prod", null).size());
      }
    }
  }

  @Test
  void aSecondaryLimitWithoutAHeaderIsWaitedFor() throws Exception {
    try (StandInHost host = ReviewDesk.start("github");
        ReviewService review = open(host)) {
      host.fault(
          Fault.of(
              "POST /repos/finance/close/issues/12",
              403,
              "{\"message\":\"You have exceeded a secondary rate limit. Please wait a few minutes"
                  + " before you try again.\"}",
              ""));
      assertEquals("created", review.comment(TEXT, "12", false).action());
      assertEquals(List.of(Duration.ofSeconds(60)), desk.waits);
    }
  }

  @Test
  void aLimitOfGraphqlIsNoMissingPermission() throws Exception {
    try (StandInHost host = ReviewDesk.start("github");
        ReviewService review = open(host)) {
      host.fault(
          Fault.of(
              "graphql",
              200,
              "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"API rate limit exceeded for"
                  + " installation\"}]}",
              ""));
      Failure failure = assertThrows(Failure.class, () -> review.comment(TEXT, "12", false));
      assertFalse(String.valueOf(failure.hint()).contains("permission"), failure.hint());
    }
  }
}
