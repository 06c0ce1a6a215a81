package dev.procc.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A saved plan is compared with the definitions and the flags when it is applied.
class SavedPlanCliTest {
  private static final String ANOTHER =
      AlphaProject.DEFINITION.replace("key: a", "key: b").replace("Alpha", "Beta");

  private static final String FROZEN =
      "targets: { dev: { freeze: [{ from: 2024-09-30, to: 2024-10-05, reason: year end }] } }";
  private static final String NO_TRASH =
      "{\"on\": \"trashProcess\", \"do\": \"fail-before\", \"status\": 403}";

  @TempDir Path folder;

  /// A limit, and a change that goes beyond it.
  ///
  /// @param most the limit
  /// @param reached the value that the change reaches
  record Limit(String name, int most, int reached, Preparation change) {
    String flag() {
      return "--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  interface Preparation {
    void prepare(AlphaProject alpha) throws Exception;
  }

  static Stream<Limit> limits() {
    return Stream.of(
        new Limit("maxCreate", 0, 1, a -> another(a, ANOTHER)),
        new Limit("maxReplace", 0, 1, a -> a.change("2024-11-06", "2024-11-07")),
        new Limit(
            "maxTrash",
            0,
            1,
            a -> {
              another(a, ANOTHER.replace("autoClose", "onRemoval: trash\nautoClose"));
              a.apply();
              Files.delete(a.folder().resolve("b.process.yaml"));
            }),
        new Limit("maxDateShiftDays", 2, 3, a -> a.change("2024-11-29", "2024-12-02")),
        new Limit(
            "maxRenamesPercent",
            10,
            82,
            a -> {
              for (int i = 3; i < 11; i++) {
                a.addTask("t" + i);
              }
              a.apply().change("title: Task t", "title: T");
            }));
  }

  private static void another(AlphaProject alpha, String definition) throws Exception {
    Files.writeString(alpha.folder().resolve("b.process.yaml"), definition);
  }

  /// A limit that was lowered after the plan refuses it. Its flag lifts the limit, whether the plan
  /// or the apply was given it, and the record says so.
  @ParameterizedTest
  @MethodSource("limits")
  void aLimitThatWasLoweredRefuses(Limit limit) throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      limit.change().prepare(alpha.apply());
      String reached = String.valueOf(limit.reached());
      alpha.procc(0, "plan", "--save", "plain.json");
      alpha.procc(0, "plan", "--save", "flag.json", limit.flag(), reached);
      alpha.settings("safety: { " + limit.name() + ": " + limit.most() + " }");
      String refused = alpha.procc(4, "apply", "plain.json", "--yes");
      assertTrue(
          refused.contains(limit.flag() + " " + reached + " added to the same command: "), refused);
      refused = alpha.procc(4, "apply", "flag.json", "--yes", limit.flag(), "" + limit.most());
      assertTrue(refused.contains("the limit is " + limit.most()), refused);
      alpha.procc(0, "apply", "flag.json", "--yes");
      assertTrue(lastRecord(alpha).contains("(by " + limit.flag() + " " + reached), reached);
    }
  }

  /// The text of the latest record.
  private static String lastRecord(AlphaProject alpha) throws Exception {
    try (Stream<Path> all = Files.walk(alpha.folder().resolve("procc.state"))) {
      return Files.readString(
          all.filter(path -> path.toString().endsWith(".txt"))
              .max(Comparator.comparing(SavedPlanCliTest::written))
              .orElseThrow());
    }
  }

  /// The expected text: of two processes `b` is the one that changes; with one process the number
  /// counts.
  private static String written(Path record) {
    return record.getParent() + "/" + record.getFileName();
  }

  /// Only the apply is given the flag.
  @ParameterizedTest
  @MethodSource("limits")
  void aFlagOfTheApplyLiftsALimitAndIsOnRecord(Limit limit) throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      limit.change().prepare(alpha.apply());
      String reached = String.valueOf(limit.reached());
      alpha.procc(0, "plan", "--save", "p.json");
      alpha.settings("safety: { " + limit.name() + ": " + limit.most() + " }");
      alpha.procc(0, "apply", "p.json", "--yes", limit.flag(), reached);
      assertTrue(lastRecord(alpha).contains("(by " + limit.flag() + " " + reached), reached);
    }
  }

  /// The limits of one process are its own.
  @Test
  void aLimitOfTheProcessThatWasLoweredRefuses() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.apply().change("2024-11-06", "2024-11-07");
      alpha.procc(0, "plan", "--save", "p.json");
      alpha.change("autoClose", "safety: { maxReplace: 0 }\nautoClose");
      String refused = alpha.procc(4, "apply", "p.json", "--yes");
      assertTrue(refused.contains("1 process of a is replaced, and the limit is 0"), refused);
      alpha.change("maxReplace: 0", "maxDateShiftDays: 0");
      refused = alpha.procc(4, "apply", "p.json", "--yes");
      assertTrue(refused.contains("moves by 1 day, and the limit is 0"), refused);
    }
  }

  /// A process that was to go with its definition stays if the definition is back, or is to be kept
  /// now.
  @Test
  void aDefinitionThatIsBackIsNotTrashed() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      String b = ANOTHER.replace("autoClose", "onRemoval: trash\nautoClose");
      another(alpha, b);
      alpha.apply();
      Files.delete(alpha.folder().resolve("b.process.yaml"));
      alpha.procc(0, "plan", "--save", "p.json");
      another(alpha, b);
      String stale = alpha.procc(5, "apply", "p.json", "--yes");
      assertTrue(stale.contains("its definition, which is back"), stale);
      another(alpha, ANOTHER);
      alpha.apply();
      Files.delete(alpha.folder().resolve("b.process.yaml"));
      stale = alpha.procc(5, "apply", "p.json", "--yes");
      assertTrue(stale.contains("is to be kept by now (onRemoval: keep)"), stale);
      assertEquals(2, alpha.ids().size());
    }
  }

  /// An edit that somebody lets stay after a plan was allowed to undo it stays, in place and in a
  /// replacement, and for an exception that had ended when it was planned.
  @ParameterizedTest
  @ValueSource(strings = {"in place", "replaced", "renewed"})
  void whatIsKeptSinceIsNotUndone(String how) throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.apply().edit("/root/children/0/job/arguments/sendTaskArgs/title", "\"Theirs\"");
      if (how.equals("renewed")) {
        alpha.procc(0, "keep", "a/t1:title", "--reason", "agreed", "--until", "2024-10-02");
        alpha.setToday(LocalDate.of(2024, 10, 3));
      }
      if (how.equals("replaced")) {
        alpha.change("2024-11-06", "2024-11-07");
      }
      alpha.procc(0, "plan", "--save", "p.json", "--overwrite-live", "a/t1:title");
      alpha.keep("a/t1:title");
      String stale = alpha.procc(5, "apply", "p.json", "--yes");
      assertTrue(stale.contains("(procc keep) has changed since the plan: t1:title,"), stale);
      alpha.apply();
      assertEquals("Theirs", alpha.shown("/root/children/0/job/arguments/sendTaskArgs/title"));
    }
  }

  /// Whoever allows it knowing what is let stay undoes it.
  @Test
  void whatWasKeptBeforeDoesNotStopAPlan() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.apply().edit("/root/children/0/job/arguments/sendTaskArgs/title", "\"Theirs\"");
      alpha
          .edit("/root/children/1/job/arguments/sendTaskArgs/title", "\"Theirs too\"")
          .keep("a/t2:title");
      alpha.procc(0, "plan", "--save", "p.json", "--overwrite-live", "a/t1:title");
      alpha.procc(0, "apply", "p.json", "--yes");
      assertEquals("Task one", alpha.shown("/root/children/0/job/arguments/sendTaskArgs/title"));
      assertEquals("Theirs too", alpha.shown("/root/children/1/job/arguments/sendTaskArgs/title"));
    }
  }

  /// A plan that changes nothing does not state what is live now.
  @Test
  void aPlanThatChangesNothingClaimsNothing() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.apply().procc(0, "plan", "--save", "p.json");
      alpha.edit("/name", "\"Theirs\"");
      String told = alpha.procc(0, "apply", "p.json");
      assertEquals("The saved plan changes nothing. What is live now: procc plan ", told);
    }
  }

  /// An option that only shapes a plan is no option of a saved plan, and `--allow` holds for it
  /// too.
  @Test
  void flagsOfAnApplyHoldForASavedPlan() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.apply().change("Task one", "Task 1");
      alpha.procc(0, "plan", "--save", "p.json");
      String told = alpha.procc(64, "apply", "p.json", "--yes", "--replace", "a");
      assertTrue(told.contains("procc plan --replace a"), told);
      told = alpha.procc(4, "apply", "p.json", "--yes", "--allow", "patch,create");
      assertTrue(told.contains("--allow does not name rename"), told);
      alpha.procc(0, "apply", "p.json", "--yes", "--allow", "rename");
    }
  }

  /// In another version of the API the same calls may mean something else.
  @Test
  void aPlanOfAnotherVersionOfTheApiIsStale() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.settings("targets: { dev: {} }");
      alpha.procc(0, "plan", "--save", "p.json");
      alpha.settings("targets: { dev: { api: 2025-01-01 } }");
      String stale = alpha.procc(5, "apply", "p.json", "--yes");
      assertTrue(stale.contains("not for 2025-01-01"), stale);
    }
  }

  /// A freeze holds for every command that changes something live, both on the current day and on a
  /// day that is given.
  @Test
  void aFreezeHoldsForEveryCommandThatChangesWhatIsLive() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.settings("targets: { dev: {} }");
      alpha.apply().change("u3", "u9").apply().change("u9", "u8");
      alpha.procc(0, "plan", "--save", "p.json");
      alpha.settings(FROZEN);
      String frozen = "target dev takes no changes from 2024-09-30 to 2024-10-05 (year end)";
      for (String line :
          List.of("apply p.json", "apply", "apply --as-of 2024-10-10", "trash a", "rollback a")) {
        String refused = alpha.procc(4, (line + " --yes").split(" "));
        assertTrue(refused.contains(frozen) && refused.contains("--during-freeze"), refused);
      }
      alpha.procc(0, "rollback", "a", "--yes", "--during-freeze");
      assertTrue(lastRecord(alpha).contains("(by --during-freeze)"), frozen);
      alpha.procc(0, "trash", "a", "--yes", "--during-freeze");
      String refused = alpha.procc(4, "restore", "a", "--yes");
      assertTrue(refused.contains(frozen), refused);
      alpha.procc(0, "restore", "a", "--yes", "--during-freeze");
    }
  }

  /// An interrupted apply is not continued on a frozen day, and is taken back where the old process
  /// is protected by now.
  @Test
  void aResumeMeetsWhatCameLater() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.settings("targets: { dev: {} }");
      alpha.apply().change("u3", "u9").faults(NO_TRASH);
      alpha.procc(6, "apply", "--yes");
      alpha.faults("").settings(FROZEN);
      String refused = alpha.procc(4, "apply", "--resume");
      assertTrue(refused.contains("--during-freeze added to the same command: "), refused);
      alpha.change("autoClose", "protect: true\nautoClose");
      refused = alpha.procc(4, "apply", "--resume", "--during-freeze");
      assertTrue(refused.contains("it is protected (protect: true)"), refused);
      assertEquals(1, alpha.ids().size(), "the new process is taken back");
      alpha.procc(0, "apply", "--yes", "--during-freeze", "--unprotect", "a");
      assertEquals(1, alpha.ids().size());
      assertTrue(lastRecord(alpha).contains("(by --unprotect a)"), refused);
    }
  }

  /// Texts that are not read may protect a process or freeze the target.
  static Stream<Preparation> unread() {
    return Stream.of(
        alpha -> write(alpha, "a.process.yaml", StandardCharsets.UTF_16),
        alpha -> write(alpha.change("Task one", "Tâche"), "a.process.yaml", ISO_8859_1),
        alpha -> write(alpha.settings("# é\n" + FROZEN), "procc.yaml", ISO_8859_1),
        alpha -> alpha.change("protect: true", "protect: false\nprotect: true"),
        alpha -> alpha.change("protect: true", "protect: maybe"),
        alpha -> alpha.change("key: a\n", ""),
        alpha -> alpha.settings("targets: { dev: { freeze: { from: 2024-09-30 } } }"),
        alpha -> {
          Path file = alpha.folder().resolve("a.process.yaml");
          Files.delete(file);
          Files.createSymbolicLink(file, Path.of("/nowhere.process.yaml"));
        });
  }

  private static void write(AlphaProject alpha, String name, Charset charset) throws Exception {
    Path file = alpha.folder().resolve(name);
    Files.writeString(file, Files.readString(file), charset);
  }

  @ParameterizedTest
  @MethodSource("unread")
  void aDefinitionThatIsNotReadIsNotTakenForNone(Preparation broken) throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.settings("targets: { dev: {} }").apply().change("2024-11-06", "2024-11-07").apply();
      alpha.change("2024-11-07", "2024-11-08").procc(0, "plan", "--save", "p.json");
      String id = alpha.id();
      broken.prepare(alpha.change("autoClose", "protect: true\nautoClose"));
      for (String command :
          List.of("apply p.json", "apply --resume", "trash a", "rollback a", "run a")) {
        String refused = alpha.procc(4, (command + " --yes").split(" "));
        assertTrue(refused.contains("nobody knows what they protect, freeze or close"), refused);
      }
      assertEquals(List.of(id), alpha.ids());
    }
  }

  /// What only does not compile, such as a variable that was a flag of the plan, leaves the rest
  /// readable.
  @Test
  void aVariableThatOnlyThePlanWasGivenStopsNoSavedPlan() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.apply().change("title: Task two", "title: \"Task {{ word }}\"");
      alpha.change("autoClose", "variables: { word: { type: string } }\nautoClose");
      alpha.procc(0, "plan", "--save", "p.json", "--var", "word=2");
      alpha.procc(0, "apply", "p.json", "--yes");
      assertEquals("Task 2", alpha.shown("/root/children/1/job/arguments/sendTaskArgs/title"));
    }
  }

  /// A process that the definition protects is protected before that definition is applied.
  @Test
  void aProtectionThatIsNotAppliedYetHoldsForTheBin() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.apply().change("u3", "u9").apply();
      alpha.change("autoClose", "protect: true\nautoClose");
      for (String verb : List.of("trash", "rollback")) {
        String refused = alpha.procc(4, verb, "a", "--yes");
        assertTrue(refused.contains("a is protected"), refused);
      }
      alpha.procc(0, "rollback", "a", "--yes", "--unprotect");
    }
  }
}
