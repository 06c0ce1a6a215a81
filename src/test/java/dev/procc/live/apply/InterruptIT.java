package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.apply.BuiltProgramFixture.ProgramResult;
import dev.procc.live.apply.InterceptingProxy.Moment;
import dev.procc.live.apply.KillIT.KillScenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ctrl-C while the built program waits for an answer, at every call of an apply: the call is
/// finished, the ledger says what was done, the output says how to continue, and the exit code is
/// 130, or 0 if nothing was left to do. Continuing ends with one live process and an empty plan.
@Tag("heavy")
final class InterruptIT {
  @TempDir Path dir;

  record InterruptCase(KillScenario change, int number, String call) {}

  static Stream<InterruptCase> cases() throws Exception {
    List<InterruptCase> cases = new ArrayList<>();
    for (KillScenario change :
        List.of(KillScenario.CREATE, KillScenario.IN_PLACE, KillScenario.REPLACE)) {
      List<String> calls = KillIT.calls(change);
      for (int i = 1; i <= calls.size(); i++) {
        cases.add(new InterruptCase(change, i, calls.get(i - 1)));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCallInFlightIsFinishedAndTheWayOnIsSaid(InterruptCase one) throws Exception {
    try (BuiltProgramFixture place = KillIT.prepared(dir, one.change(), /* branch= */ false)) {
      CompletableFuture<Process> started = new CompletableFuture<>();
      place.tap.arm(
          one.number(),
          /* drop= */ false,
          moment -> {
            if (moment == Moment.RECEIVED) {
              BuiltProgramFixture.signal(started.join(), "INT");
              Thread.sleep(300);
            }
          });
      Process program = place.start(one.change().words);
      started.complete(program);
      String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(program.waitFor(60, TimeUnit.SECONDS), "still running");
      int exit = program.exitValue();
      boolean pending = place.ledger().contains("\"step\":");
      assertTrue(exit == 130 || (exit == 0 && !pending), exit + ": " + said);
      if (exit == 130) {
        assertTrue(said.contains(pending ? "--resume" : "Stopped"), said);
      }
      place.tap.arm(0, /* drop= */ false, moment -> {});
      ProgramResult resumed = place.procc("apply", "--resume", "--yes");
      assertEquals(0, resumed.exit(), said + resumed.text());
      ProgramResult rest = place.procc("apply", "--yes");
      assertEquals(0, rest.exit(), said + rest.text());
      assertEquals(1, place.live().size());
      assertEquals(0, place.procc("plan", "--detailed-exitcode").exit());
    }
  }
}
