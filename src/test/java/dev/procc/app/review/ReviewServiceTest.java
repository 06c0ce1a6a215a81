package dev.procc.app.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.base.json.Json;
import dev.procc.live.codehost.StandInHost;
import dev.procc.live.codehost.StandInHost.Fault;
import dev.procc.live.planfile.Plan;
import dev.procc.view.text.CommentMarkdown;
import dev.procc.view.text.MarkdownText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Comments, statuses and issues, against fakes of both hosts.
class ReviewServiceTest {
  private static final String HEAD = ReviewDesk.HEAD;
  private static final String HASH = ReviewDesk.HASH;
  private static final String TEXT = ReviewDesk.TEXT;

  @TempDir Path folder;
  private final ReviewDesk desk = new ReviewDesk();
  private final List<Duration> waits = desk.waits;
  private final Map<String, String> variables = desk.variables;

  private static String text(String hash, String body) {
    return ReviewDesk.text(hash, body);
  }

  private static StandInHost start(String name) throws IOException {
    return ReviewDesk.start(name);
  }

  private ReviewService open(StandInHost host) throws Failure {
    return desk.open(host, "close-team");
  }

  private ReviewService open(StandInHost host, String project) throws Failure {
    return desk.open(host, project);
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void oneCommentStaysOne(String name) throws Exception {
    try (StandInHost host = start(name);
        ReviewService review = open(host)) {
      for (int i = 0; i < 7; i++) {
        host.comment(12, "somebody", i == 3 ? TEXT : "comment " + i);
      }
      assertEquals("created", review.comment(TEXT, "12", true).action());
      assertEquals("unchanged", review.comment(TEXT, "12", true).action());
      // The comment is on the third page by now.
      String other = text("f".repeat(64), "## procc: 2 processes change\n");
      assertEquals("updated", review.comment(other, "12", true).action());
      assertEquals(8, host.comments(12).size());
      StandInHost.Item ours = host.comments(12).getLast();
      assertTrue(ours.body().contains("\"project\":\"close-team\""), ours.body());
      assertTrue(ours.body().endsWith("## procc: 2 processes change\n"), ours.body());
      assertEquals(TEXT, host.comments(12).get(3).body(), "a stranger's text is left alone");
      assertEquals(List.of("f".repeat(64)), review.approved("prod", "12"));
      assertFalse(host.tokens().toString().contains("workiva"), "PROCC_TOKEN stays here");
      assertFalse(host.calls().toString().contains("token"), host.calls().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void projectsAndTargetsHaveCommentsOfTheirOwn(String name) throws Exception {
    try (StandInHost host = start(name);
        ReviewService one = open(host);
        ReviewService other = open(host, "other-team")) {
      one.comment(TEXT, "12", false);
      other.comment(TEXT, "12", false);
      one.comment(TEXT.replace("prod", "sandbox"), "12", false);
      one.comment(TEXT.replace("procc:plan", "procc:impact"), "12", false);
      assertEquals(4, host.comments(12).size());
      one.comment(TEXT + "more\n", "12", false);
      assertEquals(4, host.comments(12).size());
    }
  }

  /// Two jobs in the same second, neither of which sees a comment yet.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void twinsOfARaceBecomeOne(String name) throws Exception {
    try (StandInHost host = start(name);
        ReviewService review = open(host)) {
      String post = name.equals("github") ? "POST /repos/finance/close/issues/12" : "POST /pro";
      String theirs = TEXT.replace("\"project\":\"\"", "\"project\":\"close-team\"") + "theirs\n";
      host.fault(Fault.before(post, () -> host.comment(12, "procc-bot", theirs)));
      review.comment(TEXT, "12", false);
      assertEquals(1, host.comments(12).size());
      assertEquals(101, host.comments(12).getFirst().id(), "the oldest is kept");
      assertFalse(host.comments(12).getFirst().body().contains("theirs"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aCommentThatIsDeletedInBetweenIsWrittenAnew(String name) throws Exception {
    try (StandInHost host = start(name);
        ReviewService review = open(host)) {
      review.comment(TEXT, "12", false);
      String write = name.equals("github") ? "PATCH" : "PUT";
      host.fault(Fault.before(write, () -> host.remove(101)));
      review.comment(TEXT + "more\n", "12", false);
      assertEquals(1, host.comments(12).size());
      assertTrue(host.comments(12).getFirst().body().endsWith("more\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aLostAnswerIsLookedForAndNeverRepeatedBlindly(String name) throws Exception {
    String post = name.equals("github") ? "POST /repos/finance/close/issues/12" : "POST /pro";
    for (int status : new int[] {502, 0}) {
      try (StandInHost host = start(name);
          ReviewService review = open(host)) {
        host.fault(Fault.lost(post, status));
        assertEquals("created", review.comment(TEXT, "12", false).action());
        assertEquals(1, host.comments(12).size(), "status " + status);
        assertEquals(1, host.calls().stream().filter(c -> c.startsWith(post)).count());
      }
    }
    try (StandInHost host = start(name);
        ReviewService review = open(host)) {
      host.fault(Fault.of(post, 502, "", "")).fault(Fault.of(post, 502, "", ""));
      Failure failure = assertThrows(Failure.class, () -> review.comment(TEXT, "12", false));
      assertTrue(failure.message().contains("with 502"), failure.message());
      assertEquals(0, host.comments(12).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aRateLimitIsWaitedFor(String name) throws Exception {
    try (StandInHost host = start(name);
        ReviewService review = open(host)) {
      host.fault(Fault.of("GET", 429, "{}", "Retry-After: 7"));
      host.fault(Fault.of("12/", 429, "{}", ""));
      host.fault(Fault.of("POST", 403, "{}", "Retry-After: 60"));
      host.fault(Fault.of("GET", 503, "", ""));
      assertEquals("created", review.comment(TEXT, "12", false).action());
      assertTrue(waits.contains(Duration.ofSeconds(7)), waits.toString());
      assertTrue(waits.contains(Duration.ofSeconds(60)), waits.toString());
      assertEquals(1, host.comments(12).size());
      host.fault(Fault.of("GET", 429, "{}", "Retry-After: 3600"));
      Failure failure = assertThrows(Failure.class, () -> review.comment(TEXT, "12", false));
      assertTrue(failure.message().contains("too many calls"), failure.message());
    }
  }

  private static final Map<String, String> REFUSALS =
      Map.of(
          "401 Bad credentials", "does not take the token: Bad credentials",
          "403 Resource not accessible by integration", "Resource not accessible by integration",
          "404 Not Found", "has no /",
          "410 Issues are disabled", "Issues are disabled",
          "422 Validation Failed", "with 422: Validation Failed",
          "403 Unable to create comment because issue is locked", "issue is locked");

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aRefusalIsToldOnceAndNothingIsLost(String name) throws Exception {
    String post = name.equals("github") ? "POST /repos/finance/close/issues/12" : "POST /pro";
    for (Map.Entry<String, String> each : REFUSALS.entrySet()) {
      try (StandInHost host = start(name);
          ReviewService review = open(host)) {
        String[] parts = each.getKey().split(" ", 2);
        String body = Json.object().put("message", parts[1]).build().write();
        host.fault(Fault.of(post, Integer.parseInt(parts[0]), body, ""));
        Failure failure = assertThrows(Failure.class, () -> review.comment(TEXT, "12", true));
        assertEquals(Failure.Kind.ERROR, failure.kind());
        assertTrue(failure.message().contains(each.getValue()), failure.message());
        if (parts[0].equals("403")) {
          String permission =
              name.equals("github") ? "permissions: pull-requests: write" : "the scope api";
          assertTrue(String.valueOf(failure.hint()).contains(permission), failure.hint());
        }
        assertEquals(List.of(), host.comments(12));
        assertEquals(List.of(), host.statuses(HEAD), "no status without its comment");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aRequestThatIsGoneOrClosedGetsNothing(String name) throws Exception {
    try (StandInHost host = start(name).request(13, HEAD, false);
        ReviewService review = open(host)) {
      Failure closed = assertThrows(Failure.class, () -> review.comment(TEXT, "13", true));
      assertTrue(closed.message().contains("is closed"), closed.message());
      Failure gone = assertThrows(Failure.class, () -> review.comment(TEXT, "14", true));
      assertTrue(gone.message().contains("/14"), gone.message());
      assertEquals(List.of(), host.comments(13));
      Failure none = assertThrows(Failure.class, () -> review.comment(TEXT, null, true));
      assertTrue(none.message().contains("no request"), none.message());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64_999, 65_000, 65_001, 65_536, 65_537, 200_000})
  void whatIsTooLongIsCutInBytesWithNothingLeftOpen(int bytes) throws Exception {
    String start = "## procc\n\n<details>\n<summary>calls</summary>\n\n```\n";
    StringBuilder text = new StringBuilder(start);
    while (text.toString().getBytes(StandardCharsets.UTF_8).length < bytes) {
      text.append("日本語の四半期決算 ä\n");
    }
    text.append("```\n\n</details>\n\nThe end\n");
    try (StandInHost host = start("github");
        ReviewService review = open(host)) {
      review.comment(text(HASH, text.toString()), "12", false);
      String body = host.comments(12).getFirst().body();
      assertTrue(body.getBytes(StandardCharsets.UTF_8).length <= 65_000);
      assertEquals(2, body.lines().filter(l -> l.equals("```")).count());
      assertEquals(1, body.lines().filter(l -> l.equals("</details>")).count());
      assertTrue(body.contains("**Cut to fit in a comment**"));
      assertTrue(body.startsWith("<!-- procc:plan {"));
      assertEquals("unchanged", review.comment(text(HASH, text.toString()), "12", false).action());
    }
  }

  @Test
  void whatFitsIsNotCut() {
    String text = "ä".repeat(10) + "\n";
    MarkdownText cut = MarkdownText.plain("cut");
    assertEquals(text, CommentMarkdown.fit(text, 21, cut));
    assertEquals("\ncut\n", CommentMarkdown.fit(text, 20, cut));
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void whatBecameOfThePlanIsAtTheTop(String name) throws Exception {
    try (StandInHost host = start(name);
        ReviewService review = open(host)) {
      String applies =
          "The merge applies plan `1` on target **prod**; if anything changes first, it"
              + " stops and says what.\n";
      review.comment(TEXT + "Merge by Sun 2025-01-05: it falls due. " + applies, "12", true);
      assertTrue(host.comments(12).getFirst().body().contains("Merge by"));
      host.request(12, HEAD, false).commit("b".repeat(40), 12L);
      variables.put(name.equals("github") ? "GITHUB_SHA" : "CI_COMMIT_SHA", "b".repeat(40));
      List<Map.Entry<Integer, String>> outcomes =
          List.of(
              Map.entry(1, "**Failed**"),
              Map.entry(3, "**No longer valid**"),
              Map.entry(4, "**Refused**"),
              Map.entry(5, "**Superseded**"),
              Map.entry(6, "**Applied in part**"),
              Map.entry(130, "**Stopped**"),
              Map.entry(0, "**Applied**"),
              Map.entry(5, "**Applied**")); // the same job again: what was applied stays so
      for (Map.Entry<Integer, String> each : outcomes) {
        try (ReviewService later = open(host)) {
          String done = later.end(each.getKey(), "prod", null).getFirst().action();
          assertEquals(each.equals(outcomes.getLast()) ? "unchanged" : "updated", done);
        }
        assertEquals(1, host.comments(12).size());
        String body = host.comments(12).getFirst().body();
        assertTrue(body.lines().toList().get(1).startsWith(each.getValue()), body);
        assertTrue(body.endsWith("## procc: 1 process changes\n"), body);
        assertEquals(2, body.split("## procc", -1).length);
      }
    }
  }

  /// The merge queue has no request number, a train that of its last one; what was approved for
  /// several requests holds for all merged.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void theQueueIsCheckedByTheHashAlone(String name) throws Exception {
    String one = "1".repeat(64);
    String two = "2".repeat(64);
    try (StandInHost host = start(name).request(13, "c".repeat(40), true);
        ReviewService review = open(host)) {
      review.comment(process("close", one), "12", true);
      review.comment(process("tax", two), "13", true);
      host.queue("12 " + "d".repeat(40), "13 " + "e".repeat(40));
      String commit = name.equals("github") ? "GITHUB_SHA" : "CI_COMMIT_SHA";
      Path event = folder.resolve("event.json");
      Files.writeString(event, "{\"merge_group\":{\"base_ref\":\"refs/heads/main\"}}");
      variables.put("GITHUB_EVENT_PATH", event.toString());
      variables.put("CI_MERGE_REQUEST_EVENT_TYPE", "merge_train");
      variables.put("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
      variables.put("CI_MERGE_REQUEST_IID", "13");
      variables.put(commit, "d".repeat(40));
      try (ReviewService first = open(host)) {
        assertEquals(List.of(Plan.hashOf(List.of(one))), first.approved("prod", null));
      }
      variables.put(commit, "e".repeat(40));
      try (ReviewService second = open(host)) {
        assertEquals(List.of(one, two), second.approved("prod", null));
      }
      variables.put(commit, "f".repeat(40));
      try (ReviewService third = open(host)) {
        Failure failure = assertThrows(Failure.class, () -> third.approved("prod", null));
        assertEquals(Failure.Kind.STALE, failure.kind());
      }
    }
  }

  private static String process(String key, String hash) {
    String plan = Plan.hashOf(List.of(hash));
    String json =
        "{\"target\":\"prod\",\"planHash\":\"%s\",\"hashes\":{\"%s\":\"%s\"}}"
            .formatted(plan, key, hash);
    return "<!-- procc:plan " + json + " -->\n## procc\n";
  }

  /// Anybody can forge a comment if another job of the same login echoes their text; a status
  /// cannot be forged so.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void onlyAStatusOfOursApproves(String name) throws Exception {
    String ours = TEXT.replace("\"project\":\"\"", "\"project\":\"close-team\"");
    try (StandInHost host = start(name);
        ReviewService review = open(host)) {
      host.comment(12, "procc-bot", ours);
      assertStale(review);
      host.status(HEAD, "mallory", "procc/close-team/prod", "plan " + HASH);
      assertStale(review);
      host.status(HEAD, "procc-bot", "procc/other/prod", "plan " + HASH);
      assertStale(review);
      host.status(HEAD, "procc-bot", "procc/close-team/prod", "plan " + HASH);
      assertEquals(List.of(HASH), review.approved("prod", "12"));
      review.comment(TEXT.replace("\"refused\":false", "\"refused\":true"), "12", true);
      Failure refused = assertThrows(Failure.class, () -> review.approved("prod", "12"));
      assertEquals(Failure.Kind.REFUSED, refused.kind());
      host.request(12, "9".repeat(40), true);
      assertStale(review);
    }
  }

  private static void assertStale(ReviewService review) {
    Failure failure = assertThrows(Failure.class, () -> review.approved("prod", "12"));
    assertEquals(Failure.Kind.STALE, failure.kind(), failure.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void oneIssueIsOpenedUpdatedAndClosed(String name) throws Exception {
    String drift = TEXT.replace("procc:plan", "procc:drift");
    try (StandInHost host = start(name);
        ReviewService review = open(host)) {
      assertEquals("nothing", review.issue(drift, "Drift in Workiva", false).action());
      host.comment(0, "somebody", "an issue");
      assertEquals("created", review.issue(drift, "Drift in Workiva", true).action());
      assertEquals("updated", review.issue(drift + "more\n", "Drift in Workiva", true).action());
      assertEquals(2, host.openIssues().size());
      assertEquals("closed", review.issue(drift, "Drift in Workiva", false).action());
      assertEquals(1, host.openIssues().size());
      assertEquals("created", review.issue(drift, "Drift in Workiva", true).action());
      assertEquals(3, host.comments(0).size(), "another drift is another issue");
    }
  }

  /// A job of an older push that ends after the job of a newer one.
  @Test
  void anOlderCommitWritesNothing() throws Exception {
    Path event = folder.resolve("event.json");
    String older = "b".repeat(40);
    Files.writeString(
        event, "{\"pull_request\":{\"number\":12,\"head\":{\"sha\":\"" + older + "\"}}}");
    variables.put("GITHUB_EVENT_PATH", event.toString());
    try (StandInHost host = start("github");
        ReviewService review = open(host)) {
      assertEquals("superseded", review.comment(TEXT, null, true).action());
      assertEquals(List.of(), host.comments(12));
      assertEquals(List.of(), host.statuses(older));
    }
  }

  @Test
  void noTokenLeavesForAnotherHost() throws Exception {
    try (StandInHost host = start("github")) {
      for (Map.Entry<String, String> each :
          Map.of(
                  "GITHUB_API_URL", "http://api.example.com",
                  "GITHUB_GRAPHQL_URL", "https://user@api.example.com",
                  "GITHUB_REPOSITORY", "a/../b",
                  "GITHUB_TOKEN", " ")
              .entrySet()) {
        variables.clear();
        variables.put(each.getKey(), each.getValue());
        Failure failure = assertThrows(Failure.class, () -> open(host));
        assertTrue(failure.message().startsWith(each.getKey()), failure.message());
      }
      variables.clear();
      try (ReviewService review = open(host)) {
        host.fault(
            new Fault(
                c -> c.contains("/comments"),
                200,
                false,
                "[]",
                "Link: <http://127.0.0.2:1/next>; rel=\"next\"",
                () -> {}));
        Failure failure = assertThrows(Failure.class, () -> review.comment(TEXT, "12", false));
        assertTrue(failure.message().contains("gets no token"), failure.message());
      }
      assertTrue(host.tokens().stream().allMatch("Bearer host-token"::equals));
    }
  }

  @Test
  void aHostThatIsDownIsToldAsSuch() throws Exception {
    StandInHost host = start("github");
    host.close();
    try (ReviewService review = open(host)) {
      Failure failure = assertThrows(Failure.class, () -> review.comment(TEXT, "12", false));
      assertTrue(failure.message().contains("gave no answer"), failure.message());
      assertEquals(3, waits.size());
    }
  }
}
