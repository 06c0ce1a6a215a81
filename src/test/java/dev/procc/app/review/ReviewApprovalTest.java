package dev.procc.app.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.live.codehost.HostRequest;
import dev.procc.live.codehost.StandInHost;
import dev.procc.live.codehost.StandInHost.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is approved is the plan that reviewers saw last, of the request that was merged.
class ReviewApprovalTest {
  private static final String HEAD = ReviewDesk.HEAD;
  private static final String HASH = ReviewDesk.HASH;
  private static final String TEXT = ReviewDesk.TEXT;
  private static final String NONE =
      "<!-- procc:plan {\"v\":1,\"target\":\"prod\",\"refused\":true} -->\n## procc: no plan\n";

  private final ReviewDesk desk = new ReviewDesk();

  private ReviewService open(StandInHost host) throws Failure {
    return desk.open(host, "close-team");
  }

  private static void assertStale(ReviewService review) {
    Failure failure = assertThrows(Failure.class, () -> review.approved("prod", "12"));
    assertEquals(Failure.Kind.STALE, failure.kind(), failure.message());
  }

  /// A job that runs again, after what it rests on changed.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aLaterTextWithoutAPlanTakesTheApprovalBack(String name) throws Exception {
    try (StandInHost host = ReviewDesk.start(name);
        ReviewService review = open(host)) {
      review.comment(TEXT, "12", true);
      review.comment(NONE, "12", false);
      assertStale(review);
      review.comment(NONE, "12", true);
      Failure failure = assertThrows(Failure.class, () -> review.approved("prod", "12"));
      assertEquals("there is no plan of request 12", failure.message());
      review.comment(TEXT, "12", true);
      assertEquals(List.of(HASH), review.approved("prod", "12"));
    }
  }

  /// Of two jobs of one commit, one writes the comment last, the other the status.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void anotherPlanThanTheOneThatIsShownIsNotApproved(String name) throws Exception {
    String theirs = ReviewDesk.text("f".repeat(64), "## procc: another\n");
    String ours = theirs.replace("\"project\":\"\"", "\"project\":\"close-team\"");
    try (StandInHost host = ReviewDesk.start(name);
        ReviewService review = open(host)) {
      host.fault(
          Fault.before(
              "/statuses/" + HEAD,
              () -> {
                host.remove(host.comments(12).getFirst().id());
                host.comment(12, "procc-bot", ours);
              }));
      review.comment(TEXT, "12", true);
      assertStale(review);
      host.remove(host.comments(12).getFirst().id());
      assertStale(review);
    }
  }

  @Test
  void theNewestStatusCountsInAnyOrder() throws Exception {
    String other = "f".repeat(64);
    try (StandInHost host = ReviewDesk.start("gitlab");
        ReviewService review = open(host)) {
      review.comment(ReviewDesk.text(other, "## procc\n"), "12", true);
      String one =
          "{\"id\":%d,\"name\":\"procc/close-team/prod\",\"status\":\"success\","
              + "\"description\":\"plan %s\",\"author\":{\"username\":\"procc-bot\"}}";
      host.fault(
          Fault.of(
              "/statuses?",
              200,
              "[" + one.formatted(1, HASH) + "," + one.formatted(2, other) + "]",
              ""));
      assertEquals(List.of(other), review.approved("prod", "12"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aRequestThatWasTurnedDownApprovesNothing(String name) throws Exception {
    try (StandInHost host = ReviewDesk.start(name);
        ReviewService review = open(host)) {
      review.comment(TEXT, "12", true);
      host.request(new HostRequest("12", HEAD, "main", HostRequest.State.REJECTED));
      assertStale(review);
    }
  }

  /// Request 11 was merged into the branch of request 12, and came along with it.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aRequestToTheBranchOfAnotherDoesNotCount(String name) throws Exception {
    try (StandInHost host = ReviewDesk.start(name)) {
      try (ReviewService review = open(host)) {
        review.comment(TEXT, "12", true);
      }
      host.request(new HostRequest("11", "9".repeat(40), "feature", HostRequest.State.MERGED));
      host.request(12, HEAD, false).commit("b".repeat(40), 11L, 12L);
      boolean github = name.equals("github");
      desk.variables.put(github ? "GITHUB_SHA" : "CI_COMMIT_SHA", "b".repeat(40));
      desk.variables.put(
          github ? "GITHUB_REF" : "CI_COMMIT_BRANCH", github ? "refs/heads/main" : "main");
      try (ReviewService review = open(host)) {
        assertEquals(List.of(HASH), review.approved("prod", null));
        assertEquals(List.of("12"), review.requests(null));
        assertEquals(1, review.end(0, "prod", null).size());
      }
      assertTrue(host.comments(11).isEmpty());
    }
  }

  /// A request of a fork, of which no plan is shown, that was merged.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void whatIsMergedWithoutAPlanIsAppliedByHand(String name) throws Exception {
    desk.variables.put("PROCC_STATE", "branch");
    try (StandInHost host = ReviewDesk.start(name);
        ReviewService review = open(host)) {
      Failure open = assertThrows(Failure.class, () -> review.approved("prod", "12"));
      assertTrue(String.valueOf(open.hint()).contains("plan the request again"), open.hint());
      host.request(12, HEAD, false);
      Failure merged = assertThrows(Failure.class, () -> review.approved("prod", "12"));
      assertTrue(
          String.valueOf(merged.hint()).endsWith("PROCC_STATE=branch procc apply"), merged.hint());
    }
  }
}
