package dev.procc.app.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.live.codehost.StandInHost;
import dev.procc.live.codehost.StandInHost.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A comment and its status are of the commit that the job is about, and never take the place of
/// those of a newer one.
class ReviewedCommitTest {
  private static final String HEAD = ReviewDesk.HEAD;
  private static final String TEXT = ReviewDesk.TEXT;
  private static final String OLDER = "b".repeat(40);

  @TempDir Path folder;
  private final ReviewDesk desk = new ReviewDesk();

  private ReviewService open(StandInHost host) throws Failure {
    return desk.open(host, "close-team");
  }

  /// Sets the variables of a job of request 12.
  private void job(String name, String head) throws Exception {
    if (name.equals("github")) {
      Path event = folder.resolve("event.json");
      Files.writeString(
          event, "{\"pull_request\":{\"number\":12,\"head\":{\"sha\":\"" + head + "\"}}}");
      desk.variables.put("GITHUB_EVENT_PATH", event.toString());
    } else {
      desk.variables.put("CI_MERGE_REQUEST_IID", "12");
      desk.variables.put("CI_COMMIT_SHA", head);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void anOlderCommitWritesNothingWithItsNumberEither(String name) throws Exception {
    job(name, OLDER);
    try (StandInHost host = ReviewDesk.start(name);
        ReviewService review = open(host)) {
      assertEquals("superseded", review.comment(TEXT, "12", true).action());
      assertEquals(List.of(), host.comments(12));
      assertEquals(List.of(), host.statuses(OLDER));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void theStatusIsOfTheRequestThatIsCommented(String name) throws Exception {
    job(name, OLDER);
    try (StandInHost host = ReviewDesk.start(name).request(13, "d".repeat(40), true);
        ReviewService review = open(host)) {
      review.comment(TEXT, "13", true);
      assertEquals(List.of(), host.statuses(OLDER));
      assertEquals(1, host.statuses("d".repeat(40)).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void theOutcomeOfAnOlderCommitIsNotThatOfTheNewer(String name) throws Exception {
    try (StandInHost host = ReviewDesk.start(name)) {
      try (ReviewService review = open(host)) {
        review.comment(TEXT, "12", true);
      }
      job(name, OLDER);
      try (ReviewService review = open(host)) {
        assertEquals("superseded", review.end(1, "prod", null).getFirst().action());
      }
      assertFalse(host.comments(12).getFirst().body().contains("**Failed**"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aPushDuringAWaitIsNotOverwritten(String name) throws Exception {
    String newer = "d".repeat(40);
    String theirs = TEXT.replace("\"project\":\"\"", "\"project\":\"close-team\"") + "newer\n";
    job(name, HEAD);
    try (StandInHost host = ReviewDesk.start(name);
        ReviewService review = open(host)) {
      host.fault(
          new Fault(
              c -> c.contains(name.equals("github") ? "/comments" : "/notes"),
              429,
              false,
              "{}",
              "Retry-After: 60",
              () -> {
                host.request(12, newer, true);
                host.comment(12, "procc-bot", theirs);
              }));
      assertEquals("superseded", review.comment(TEXT, null, true).action());
      assertTrue(host.comments(12).getFirst().body().endsWith("newer\n"));
      assertEquals(List.of(), host.statuses(HEAD));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void aCommentSaysOfWhichCommitItIs(String name) throws Exception {
    job(name, HEAD);
    try (StandInHost host = ReviewDesk.start(name);
        ReviewService review = open(host)) {
      for (String text : List.of(TEXT, TEXT + "a long line\n".repeat(100_000))) {
        review.comment(text, null, true);
        String body = host.comments(12).getFirst().body();
        assertTrue(body.endsWith("\n\nOf commit " + HEAD + ".\n"), body);
        assertTrue(body.length() <= (name.equals("github") ? 65_000 : 990_000));
        assertEquals("unchanged", review.comment(text, null, true).action());
        review.end(6, "prod", null);
        body = host.comments(12).getFirst().body();
        assertTrue(body.contains("\n**Applied in part**"), body);
        assertTrue(body.endsWith("\n\nOf commit " + HEAD + ".\n"), body);
      }
    }
  }
}
