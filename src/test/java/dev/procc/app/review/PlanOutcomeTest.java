package dev.procc.app.review;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.live.codehost.StandInHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What became of a plan, by the exit codes of a job that runs once or again.
class PlanOutcomeTest {
  private final ReviewDesk desk = new ReviewDesk();

  private String bodyAfter(int... exits) throws Exception {
    try (StandInHost host = ReviewDesk.start("github");
        ReviewService review = desk.open(host, "close-team")) {
      review.comment(ReviewDesk.TEXT, "12", true);
      for (int exit : exits) {
        review.end(exit, "prod", "12");
      }
      return host.comments(12).getFirst().body();
    } catch (Failure e) {
      throw new IllegalStateException(e);
    }
  }

  /// A second run finds the plan stale or refused, because some of it was written.
  @ParameterizedTest
  @CsvSource({
    "6, 5, Applied in part",
    "6, 4, Applied in part",
    "6, 3, Applied in part",
    "6, 1, Applied in part",
    "130, 5, Stopped",
    "130, 4, Stopped",
    "6, 130, Stopped",
    "6, 0, Applied",
    "5, 0, Applied"
  })
  void whatWasWrittenIsNotDenied(int first, int second, String outcome) throws Exception {
    String body = bodyAfter(first, second);
    assertFalse(body.contains("Nothing was written"), body);
    assertTrue(body.contains("\n**" + outcome + "**"), body);
  }

  /// A command that could not begin left nothing to go on with.
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void whatCouldNotBeginIsNotResumed(int exit) throws Exception {
    String body = bodyAfter(exit);
    assertFalse(body.contains("--resume"), body);
    assertTrue(body.contains("\n**Failed**"), body);
  }

  /// The commands find the ledger and the target of the job.
  @Test
  void theCommandsAreThoseOfTheJob() throws Exception {
    assertTrue(bodyAfter(6).contains("`procc state list -C close-team --target prod`"));
    desk.variables.put("PROCC_STATE", "branch");
    String body = bodyAfter(6);
    assertTrue(
        body.contains("`PROCC_STATE=branch procc state list -C close-team --target prod`"), body);
    assertTrue(
        body.contains("`PROCC_STATE=branch procc apply --resume -C close-team --target prod`"),
        body);
    desk.variables.put("PROCC_STATE", "branch:`x`");
    assertFalse(bodyAfter(130).contains("PROCC_STATE"));
  }
}
