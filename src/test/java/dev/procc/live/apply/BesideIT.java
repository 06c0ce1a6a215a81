package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.apply.BuiltProgramFixture.ProgramResult;
import dev.procc.live.apply.InterceptingProxy.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The built program together with another one, or with people: while a replacement or its resume
/// waits at a call, somebody applies, resumes, starts a run, edits, or restores a former process
/// from the bin. Afterwards one process is live, and nothing that anybody did is undone.
///
/// A first run of each change finds the calls; `-Dprocc.beside=REGEX` runs some of the cases. A
/// DELETE that was sent cannot be held back: people act before any other call.
final class BesideIT {
  private static final String FIRST =
      """
      procc: v1
      kind: Process
      key: close
      name: Kill test
      dueDate: 2025-01-15
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Work
        parallel: false
        children:
          - { sendTask: recon, title: Reconcile, assignee: { id: u1 }, dueDate: 2024-12-13 }
      """;
  private static final String SECOND = FIRST.replace("2024-12-13", "2024-12-16");
  private static final String THIRD = FIRST.replace("2024-12-13", "2024-12-17");

  /// The command that the program runs.
  enum Way {
    APPLY("apply", "--yes"),
    /// The resume of an apply that was killed before its DELETE.
    RESUME("apply", "--resume", "--yes");

    final String[] words;

    Way(String... words) {
      this.words = words;
    }
  }

  enum Other {
    APPLY,
    RESUME,
    RUN,
    EDIT,
    RESTORE;

    boolean isProgram() {
      return this == APPLY || this == RESUME;
    }
  }

  record Case(Way way, Other other, int number, String call, boolean branch) {}

  private static final Map<Way, List<String>> CALLS = new EnumMap<>(Way.class);

  @TempDir Path dir;

  private static synchronized List<String> calls(Way way) throws Exception {
    List<String> known = CALLS.get(way);
    if (known == null) {
      try (Place place = new Place(Files.createTempDirectory("rehearsal"), way, false)) {
        assertEquals(0, place.program.procc(way.words).exit());
        known = place.program.tap.calls();
        assertTrue(known.contains("DELETE /processes/{id}"), known::toString);
        CALLS.put(way, known);
      }
    }
    return known;
  }

  private static List<Case> matrix() throws Exception {
    List<Case> cases = new ArrayList<>();
    for (Way way : Way.values()) {
      List<String> calls = calls(way);
      for (Other other : Other.values()) {
        for (int number = 1; number <= calls.size(); number++) {
          String call = calls.get(number - 1);
          if (other.isProgram() || !call.startsWith("DELETE")) {
            cases.add(new Case(way, other, number, call, false));
            cases.add(new Case(way, other, number, call, true));
          }
        }
      }
    }
    return cases;
  }

  static Stream<Case> cases() throws Exception {
    Pattern only = Pattern.compile(System.getProperty("procc.beside", ""));
    return matrix().stream().filter(one -> only.matcher(one.toString()).find());
  }

  /// Somebody edits during an apply, and another resume runs during a resume, before the last check
  /// that precedes the DELETE.
  static Stream<Case> slice() throws Exception {
    List<Case> chosen = new ArrayList<>();
    for (Case one : matrix()) {
      List<String> calls = calls(one.way());
      boolean isLast = one.number() < calls.size() && calls.get(one.number()).startsWith("DELETE");
      boolean isWanted = one.other() == (one.way() == Way.RESUME ? Other.RESUME : Other.EDIT);
      if (isLast && isWanted && !one.branch()) {
        chosen.add(one);
      }
    }
    return chosen.stream();
  }

  @ParameterizedTest
  @MethodSource("slice")
  void beforeTheLastLook(Case one) throws Exception {
    nothingIsUndone(one);
  }

  @Tag("heavy")
  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsUndone(Case one) throws Exception {
    try (Place place = new Place(dir, one.way(), one.branch())) {
      CompletableFuture<Boolean> done = new CompletableFuture<>();
      place.program.tap.arm(
          one.number(),
          false,
          moment -> {
            if (moment == Moment.RECEIVED) {
              try {
                done.complete(place.does(one.other()));
              } catch (IllegalStateException failed) {
                done.completeExceptionally(failed);
              }
            }
          });
      Process program = place.program.start(one.way().words);
      String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(program.waitFor(60, TimeUnit.SECONDS), "still running");
      boolean isDone = done.get(1, TimeUnit.SECONDS);
      place.program.tap.arm(0, false, moment -> {});
      place.program.tap.goOn(600);
      String story = one + "\n" + said + place.told;
      ProgramResult resumed = place.program.procc("apply", "--resume", "--yes");
      ProgramResult applied = place.program.procc("apply", "--yes");
      story += resumed + "\n" + applied;
      place.judge(one.other(), isDone, applied.exit(), story);
    }
  }

  /// The setting of a case: two processes were applied one after the other, a third is planned.
  private static final class Place implements AutoCloseable {
    final BuiltProgramFixture program;
    private final String former;
    private final String current;
    private String told = "";

    Place(Path folder, Way way, boolean branch) throws Exception {
      program = new BuiltProgramFixture(folder, branch);
      program.define(FIRST);
      former = applied();
      program.define(SECOND);
      current = applied();
      program.define(THIRD);
      if (way == Way.RESUME) {
        killBeforeTheDelete();
      }
      program.tap.arm(0, false, moment -> {});
    }

    private String applied() throws Exception {
      ProgramResult result = program.procc("apply", "--yes");
      assertEquals(0, result.exit(), result.text());
      return program.live().getFirst();
    }

    private void killBeforeTheDelete() throws Exception {
      int delete = calls(Way.APPLY).indexOf("DELETE /processes/{id}") + 1;
      CompletableFuture<Process> started = new CompletableFuture<>();
      program.tap.arm(
          delete,
          true,
          moment -> {
            started.join().destroyForcibly().waitFor();
          });
      Process killed = program.start(Way.APPLY.words);
      started.complete(killed);
      killed.getInputStream().readAllBytes();
      assertEquals(137, killed.waitFor());
      program.tap.goOn(600);
    }

    /// Whether the action was possible: nobody edits or starts a process in the bin.
    boolean does(Other other) throws InterruptedException {
      try {
        return switch (other) {
          case APPLY -> runs("apply", "--yes");
          case RESUME -> runs("apply", "--resume", "--yes");
          case RUN -> program.send("POST", "/processes/" + current + "/run", "").statusCode() < 300;
          case RESTORE ->
              program.send("POST", "/processes/" + former + "/restore", "").statusCode() < 300;
          case EDIT ->
              program.live().contains(current)
                  && program
                          .send(
                              "POST",
                              "/_emulator/processes/" + current + "/edit",
                              "{'user':'olga','set':{'/name':'Theirs'}}")
                          .statusCode()
                      < 300;
        };
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private boolean runs(String... words) throws Exception {
      ProgramResult result = program.procc(words);
      told = result.exit() + " " + result.text();
      return true;
    }

    void judge(Other other, boolean isDone, int exit, String story) throws Exception {
      List<String> live = new ArrayList<>(program.live());
      if (other == Other.RESTORE && isDone && exit == 4) {
        // Restored before the plan was made: two would be live, which is refused.
        assertTrue(story.contains("was restored: 2 would be live"), story);
        assertEquals(Set.of(former, current), Set.copyOf(live), story);
        return;
      }
      if (other == Other.RESTORE && isDone) {
        assertTrue(live.remove(former), () -> "the restored one is gone\n" + story);
      }
      assertEquals(1, live.size(), () -> live + "\n" + story);
      if (!isDone || other.isProgram() || other == Other.RESTORE) {
        assertEquals(0, exit, story);
        assertFalse(live.contains(current), story);
        ProgramResult plan = program.procc("plan", "--detailed-exitcode");
        assertEquals(0, plan.exit(), () -> story + plan);
      } else {
        assertEquals(List.of(current), live, story);
        assertEquals(4, exit, story);
        String shown = program.send("GET", "/processes/" + current, "").body();
        assertTrue(other == Other.RUN || shown.contains("Theirs"), story);
      }
    }

    @Override
    public void close() throws IOException {
      program.close();
    }
  }
}
