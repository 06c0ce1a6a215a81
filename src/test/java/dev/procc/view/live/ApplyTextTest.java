package dev.procc.view.live;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.view.text.SafeText;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an apply says in the end.
class ApplyTextTest {
  private static String flat(SafeText text) {
    return String.join(" ", text.toString().split("\\s+"));
  }

  @Test
  void whatIsForgottenIsDone() {
    ProcessResult forgotten =
        ProcessResult.withoutDetails(
            "close",
            "Close",
            "forget",
            new ProcessResult.Conclusion(Verdict.APPLIED, "Forgotten", ""));
    String out = flat(ApplyText.render(new ApplyResult(List.of(forgotten), "", "")));
    assertFalse(out.contains("1 not"), out);
  }
}
