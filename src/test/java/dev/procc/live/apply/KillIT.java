package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.apply.BuiltProgramFixture.ProgramResult;
import dev.procc.live.apply.InterceptingProxy.Moment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The built program, killed with -9 at every call it makes: when the server has received the
/// request, when it has carried it out, and when its answer is sent; with the folder kept or lost,
/// and with both stores of the ledger. Afterwards there is exactly one live process, and the former
/// one can be restored. With a lost folder and the file store a refusal may come first, which names
/// the ids and the command that continues; that command works.
///
/// A first run of each change finds the calls, so that a new call is a new row of cases.
/// `-Dprocc.kill=REGEX` runs some of them.
final class KillIT {
  private static final String PLAIN =
      """
      procc: v1
      kind: Process
      key: close
      name: Kill test
      onRemoval: trash
      dueDate: 2025-01-15
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      ipmBetaEnabled: true
      root:
        name: Work
        parallel: false
        children:
          - sendTask: recon
            title: Reconcile
            assignee: { id: u1, type: user }
            dueDate: 2024-12-13
      """;
  private static final String RENAMED =
      PLAIN.replace("Kill test", "Killed").replace("Reconcile", "Check");
  private static final String MORE =
      PLAIN
          + """
              - sendTask: review
                title: Review
                assignee: { id: u1, type: user }
                dueDate: 2024-12-20
          """
              .indent(0);

  /// The command that is killed.
  enum KillScenario {
    CREATE("", PLAIN, "apply", "--yes"),
    IN_PLACE(PLAIN, RENAMED, "apply", "--yes"),
    REPLACE(PLAIN, MORE, "apply", "--yes"),
    TRASH(PLAIN, "", "apply", "--yes", "--allow-empty"),
    ROLLBACK(MORE, PLAIN, "rollback", "close", "--yes");

    final String before;
    final String after;
    final String[] words;

    KillScenario(String before, String after, String... words) {
      this.before = before;
      this.after = after;
      this.words = words;
    }
  }

  record KillCase(
      KillScenario change, int number, String call, Moment moment, boolean kept, boolean branch) {
    boolean writes() {
      return !call.startsWith("GET ");
    }

    /// The reason why there is no such case; empty if there is one.
    String notThere() {
      return !writes() && moment == Moment.DONE
          ? "a read does nothing at the server: its request received is the same"
          : "";
    }
  }

  private static final Map<KillScenario, List<String>> CALLS = new TreeMap<>();

  @TempDir Path dir;

  /// The calls of a change when nobody kills the program.
  static synchronized List<String> calls(KillScenario change) throws Exception {
    List<String> known = CALLS.get(change);
    if (known == null) {
      Path folder = Files.createTempDirectory("rehearsal");
      try (BuiltProgramFixture place = prepared(folder, change, false)) {
        ProgramResult ran = place.procc(change.words);
        assertEquals(0, ran.exit(), ran.text());
        known = place.tap.calls();
        CALLS.put(change, known);
      }
    }
    return known;
  }

  static BuiltProgramFixture prepared(Path folder, KillScenario change, boolean branch)
      throws Exception {
    BuiltProgramFixture place = new BuiltProgramFixture(folder, branch);
    if (change == KillScenario.ROLLBACK) {
      place.define(PLAIN);
      assertEquals(0, place.procc("apply", "--yes").exit());
    }
    if (!change.before.isEmpty()) {
      place.define(change.before);
      ProgramResult first = place.procc("apply", "--yes");
      assertEquals(0, first.exit(), first.text());
    }
    place.commit();
    place.define(change.after);
    place.tap.arm(0, false, moment -> {});
    return place;
  }

  private static List<KillCase> matrix() throws Exception {
    List<KillCase> cases = new ArrayList<>();
    for (KillScenario change : KillScenario.values()) {
      List<String> calls = calls(change);
      for (int i = 1; i <= calls.size(); i++) {
        for (Moment moment : Moment.values()) {
          for (int bits = 0; bits < 4; bits++) {
            cases.add(
                new KillCase(change, i, calls.get(i - 1), moment, (bits & 1) == 0, (bits & 2) > 0));
          }
        }
      }
    }
    return cases;
  }

  static Stream<KillCase> cases() throws Exception {
    String only = System.getProperty("procc.kill", "");
    return matrix().stream()
        .filter(c -> c.notThere().isEmpty())
        .filter(c -> only.isEmpty() || Pattern.compile(only).matcher(c.toString()).find());
  }

  /// A short selection of cases: a replacement killed around each of its writes.
  static Stream<KillCase> slice() throws Exception {
    return matrix().stream()
        .filter(c -> c.change() == KillScenario.REPLACE && c.writes())
        .filter(c -> c.moment() == Moment.DONE && !c.branch());
  }

  @Test
  void everyCaseIsThereOrSaysWhyNot() throws Exception {
    List<KillCase> all = matrix();
    int calls = 0;
    for (KillScenario change : KillScenario.values()) {
      calls += calls(change).size();
      for (String step : List.of("POST /processes", "DELETE /processes/{id}")) {
        assertTrue(
            change != KillScenario.REPLACE || calls(change).contains(step),
            () -> change + " makes " + CALLS.get(change));
      }
    }
    assertEquals(calls * 3 * 2 * 2, all.size());
    long left = all.stream().filter(c -> !c.notThere().isEmpty()).count();
    long reads = all.stream().filter(c -> !c.writes()).count() / 3;
    assertEquals(reads, left);
    System.out.println(
        "kill matrix: " + all.size() + " cases, " + left + " of them none; calls " + CALLS);
  }

  @ParameterizedTest
  @MethodSource("slice")
  void aReplacementKilledAtAWriteLeavesOneProcess(KillCase one) throws Exception {
    oneProcessIsLeft(one);
  }

  @Tag("heavy")
  @ParameterizedTest
  @MethodSource("cases")
  void oneProcessIsLeft(KillCase one) throws Exception {
    try (BuiltProgramFixture place = prepared(dir, one.change(), one.branch())) {
      List<String> before = place.live();
      kill(place, one);
      if (!one.kept()) {
        place.loseFolder();
      }
      place.tap.arm(0, false, moment -> {});
      place.tap.goOn(600);
      ProgramResult resumed = place.procc("apply", "--resume", "--yes");
      assertEquals(0, resumed.exit(), resumed.text());
      finish(place, one);
      List<String> live = place.live();
      assertEquals(one.change() == KillScenario.TRASH ? 0 : 1, live.size(), live.toString());
      if (one.change() == KillScenario.REPLACE || one.change() == KillScenario.TRASH) {
        assertFalse(live.contains(before.get(0)));
        int restored =
            place.send("POST", "/processes/" + before.get(0) + "/restore", "").statusCode();
        assertEquals(200, restored);
      }
    }
  }

  private static void kill(BuiltProgramFixture place, KillCase one) throws Exception {
    CompletableFuture<Process> started = new CompletableFuture<>();
    place.tap.arm(
        one.number(),
        one.moment() == Moment.RECEIVED,
        moment -> {
          Process program = started.join();
          if (moment == Moment.DONE && one.moment() == Moment.SENT) {
            BuiltProgramFixture.signal(program, "STOP");
          }
          if (moment == one.moment()) {
            program.destroyForcibly().waitFor();
          }
        });
    Process program = place.start(one.change().words);
    started.complete(program);
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(program.waitFor(60, TimeUnit.SECONDS), "still running");
    assertEquals(137, program.exitValue(), said);
    assertEquals(one.call(), place.tap.calls().get(one.number() - 1));
  }

  private static final Pattern COMMAND =
      Pattern.compile("procc (adopt close \\w+( --instead)?|restore close|state rebuild)");

  /// Applies until the plan is empty. A refusal must name every live id and a command, and the
  /// command must work.
  private static void finish(BuiltProgramFixture place, KillCase one) throws Exception {
    String[] apply =
        one.change() == KillScenario.TRASH
            ? new String[] {"apply", "--yes", "--allow-empty"}
            : new String[] {"apply", "--yes"};
    ProgramResult ran = place.procc(apply);
    if (ran.exit() == 4) {
      String text = ran.text();
      assertTrue(!one.kept() && !one.branch(), text);
      for (String id : place.live()) {
        assertTrue(text.contains(id), () -> text + " should name " + id);
      }
      Matcher command = COMMAND.matcher(text);
      assertTrue(command.find(), text);
      ProgramResult done = place.procc(command.group(1).split(" "));
      assertEquals(0, done.exit(), () -> text + "\n" + done.text());
      ran = place.procc(apply);
    }
    assertEquals(0, ran.exit(), ran.text());
    ProgramResult empty =
        place.procc(
            one.change() == KillScenario.TRASH
                ? new String[] {"plan", "--detailed-exitcode", "--allow-empty"}
                : new String[] {"plan", "--detailed-exitcode"});
    assertEquals(0, empty.exit(), empty.text());
  }
}
