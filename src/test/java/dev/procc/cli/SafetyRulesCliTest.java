package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.planfile.SafetyRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every safety rule on the command line: the plan announces it (exit 4) and names the way out,
/// apply refuses with the same words, and the named flag lifts it.
class SafetyRulesCliTest {
  private static final String CLOSE =
      """
      procc: v1
      kind: Process
      key: close
      name: Quarter close
      dueDate: 2025-01-15
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Work
        parallel: false
        children:
          - sendTask: recon
            title: Reconcile
            assignee: { id: u1, type: user }
            dueDate: 2024-12-13
      """;

  private static final String LETTER =
      """
          - certification: letter
            title: Sign the letter
            arguments: { letter: letter-1 }
      """;

  /// A case that leads to a refusal.
  ///
  /// @param state the steps from the applied definition to the plan that is refused
  /// @param words the arguments of that plan's command line
  record RefusalCase(SafetyRule rule, String name, Preparation state, List<String> words) {
    @Override
    public String toString() {
      return rule.word() + ": " + name;
    }
  }

  interface Preparation {
    void prepare(SafetyRulesCliTest test) throws Exception;
  }

  private static RefusalCase refusalCase(
      SafetyRule rule, String name, Preparation state, String... words) {
    return new RefusalCase(rule, name, state, List.of(words));
  }

  static Stream<RefusalCase> refusalCases() {
    return Stream.of(
        refusalCase(SafetyRule.HISTORY, "running", t -> t.start().edit("2024-12-13", "2024-12-16")),
        refusalCase(
            SafetyRule.HISTORY,
            "a finished run",
            t -> t.start().end().edit("2024-12-13", "2024-12-16")),
        refusalCase(SafetyRule.RUNNING, "measured", SafetyRulesCliTest::measured),
        refusalCase(SafetyRule.OVERWRITE, "a name", t -> t.editedInWorkiva("name", "Theirs")),
        refusalCase(
            SafetyRule.LOSSES,
            "a letter",
            t -> t.write("close.process.yaml", CLOSE + LETTER).apply().edit("12-13", "12-16")),
        refusalCase(
            SafetyRule.LOSSES,
            "a letter that goes",
            t ->
                t.write("close.process.yaml", CLOSE + LETTER)
                    .apply()
                    .write("close.process.yaml", CLOSE)),
        limit("maxCreate", t -> t.write("two.process.yaml", CLOSE.replace("close", "two"))),
        limit("maxReplace", t -> t.edit("12-13", "12-16")),
        limit(
            "maxTrash", t -> t.removed().write("two.process.yaml", CLOSE.replace("close", "two"))),
        limit("maxDateShiftDays", t -> t.edit("2025-01-15", "2025-01-16")),
        refusalCase(
            SafetyRule.THRESHOLD,
            "maxRenamesPercent",
            t -> {
              StringBuilder many = new StringBuilder(CLOSE);
              for (int i = 0; i < 12; i++) {
                many.append(
                    "    - sendTask: t%d\n      title: Task %d\n      assignee: { id: u1 }\n"
                        .formatted(i, i));
              }
              t.write("close.process.yaml", many.toString())
                  .apply()
                  .edit("title: Task", "title: T");
              t.settings("safety: { maxRenamesPercent: 10 }");
            }),
        refusalCase(
            SafetyRule.THRESHOLD,
            "of a process alone",
            t ->
                t.edit(
                    "dueDate: 2025-01-15", "safety: { maxDateShiftDays: 0 }\ndueDate: 2025-01-16")),
        refusalCase(
            SafetyRule.PROTECT,
            "replaced",
            t -> t.edit("autoClose", "protect: true\nautoClose").apply().edit("12-13", "12-16")),
        refusalCase(
            SafetyRule.PROTECT,
            "its line removed",
            t ->
                t.edit("autoClose", "protect: true\nautoClose")
                    .apply()
                    .edit("protect: true\n", "")
                    .edit("12-13", "12-16")),
        refusalCase(
            SafetyRule.FREEZE,
            "a target",
            t ->
                t.edit("2025-01-15", "2025-01-16")
                    .settings(
                        "targets: { dev: { freeze: [{ from: 2024-09-30, to: 2024-10-05, reason:"
                            + " year end }] } }"),
            "--target",
            "dev"),
        refusalCase(SafetyRule.EMPTY, "no definition", SafetyRulesCliTest::removed),
        refusalCase(SafetyRule.LOOK_ALIKE, "create", SafetyRulesCliTest::lost),
        refusalCase(
            SafetyRule.PAST_DATE,
            "create",
            t ->
                t.write(
                    "two.process.yaml", CLOSE.replace("close", "two").replace("Quarter", "Two")),
            "--as-of",
            "2024-12-20"),
        refusalCase(
            SafetyRule.ORIGIN,
            "another host",
            t -> t.ledger(t.entry().with("origin", Json.of("https://api.eu.wdesk.com")))),
        refusalCase(SafetyRule.MISSING, "trashed by hand", SafetyRulesCliTest::trashed),
        refusalCase(
            SafetyRule.ALLOW,
            "a patch",
            t -> t.edit("2025-01-15", "2025-01-16"),
            "--allow",
            "create"),
        refusalCase(SafetyRule.PENDING, "an apply that was cut off", SafetyRulesCliTest::pending),
        refusalCase(
            SafetyRule.CHANGED,
            "edited, then removed",
            t ->
                t.edit("autoClose", "onRemoval: trash\nautoClose")
                    .apply()
                    .editedInWorkiva("name", "Theirs")
                    .removed()
                    .write("two.process.yaml", CLOSE.replace("close", "two"))),
        refusalCase(
            SafetyRule.ADOPT,
            "no such process",
            t -> t.settings("adopt: [{ id: p-none, key: close }]")),
        refusalCase(
            SafetyRule.CANARY,
            "another tenant",
            t ->
                t.edit("2025-01-15", "2025-01-16").settings("targets: { dev: { canary: p-none } }"),
            "--target",
            "dev"));
  }

  private static RefusalCase limit(String name, Preparation state) {
    return refusalCase(
        SafetyRule.THRESHOLD,
        name,
        t -> {
          t.edit("autoClose", "onRemoval: trash\nautoClose").apply();
          state.prepare(t);
          t.settings("safety: { " + name + ": 0 }");
        });
  }

  @TempDir Path dir;
  @AutoClose private final EmulatedCli cli = new EmulatedCli();

  @BeforeEach
  void serve() throws Exception {
    write("close.process.yaml", CLOSE);
  }

  @Test
  void everyRuleHasAWay() {
    Set<SafetyRule> walked = EnumSet.noneOf(SafetyRule.class);
    refusalCases().forEach(way -> walked.add(way.rule()));
    assertEquals(EnumSet.allOf(SafetyRule.class), walked);
  }

  @ParameterizedTest
  @MethodSource("refusalCases")
  void isForetoldAndLifted(RefusalCase way) throws Exception {
    apply();
    way.state().prepare(this);
    List<Json.Obj> refusals = plan(way.words(), 4);
    Json.Obj refusal = only(refusals, way.rule());
    String flag = refusal.text("flag").orElse(null);
    List<Json> ways = refusal.items("ways");
    assertFalse(ways.isEmpty(), "there is a way out of " + refusal.write());
    for (Json each : ways) {
      assertFalse(((Json.Obj) each).text("cost").orElse("").isEmpty(), "its cost: " + each.write());
    }
    String other = ((Json.Obj) ways.getFirst()).text("do").orElseThrow();
    CliCase.CommandResult applied = procc(with(with(List.of("apply", "--yes"), way.words())));
    assertEquals(4, applied.exit(), applied.stdout() + applied.stderr());
    String told = applied.stdout() + applied.stderr();
    assertTrue(told.contains(flag != null ? flag : other), told);
    String known = way.rule().flag();
    if (known == null || way.name().equals("running")) {
      assertNull(flag, "nothing lifts " + way);
      return;
    }
    assertNotNull(flag, way + " names its flag");
    assertTrue(flag.startsWith(known), flag);
    List<String> lifted = with(way.words(), List.of(flag.split(" ")));
    if (way.rule() == SafetyRule.ALLOW) {
      lifted = List.of("--allow", "create," + flag.substring("--allow ".length()));
    }
    for (Json.Obj left : plan(lifted, -1)) {
      assertFalse(left.text("rule").orElse("").equals(way.rule().word()), left.write());
    }
  }

  @Test
  void noWayIsOfferedThatCannotWorkWhileTheProcessRuns() throws Exception {
    write("close.process.yaml", CLOSE + LETTER).edit("autoClose", "protect: true\nautoClose");
    apply().start().edit("2024-12-13", "2024-12-16");
    Json.Obj refusal = only(plan(List.of(), 4), SafetyRule.HISTORY);
    assertEquals(List.of(refusal), plan(List.of(), 4));
    String text = procc("plan").stdout();
    assertTrue(text.contains("procc plan --run close"), text);
    assertFalse(text.contains("--letters-redone"), text);
    assertFalse(text.contains("--unprotect"), text);
    end();
    List<Json.Obj> after = plan(List.of(), 4);
    only(after, SafetyRule.HISTORY);
    only(after, SafetyRule.LOSSES);
    only(after, SafetyRule.PROTECT);
    text = procc("plan").stdout();
    assertTrue(text.contains("take a way of each refusal above, flags together"), text);
  }

  private static Json.Obj only(List<Json.Obj> refusals, SafetyRule rule) {
    List<Json.Obj> found =
        refusals.stream().filter(r -> r.text("rule").orElse("").equals(rule.word())).toList();
    assertEquals(1, found.size(), refusals.toString());
    return found.getFirst();
  }

  private static List<String> with(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static String[] with(List<String> words) {
    return words.toArray(String[]::new);
  }

  /// The refusals of a plan, for the whole plan and for processes, valid by the schema.
  ///
  /// @param exit the expected exit code; -1 if any is accepted
  private List<Json.Obj> plan(List<String> words, int exit) throws Exception {
    CliCase.CommandResult result =
        procc(with(with(List.of("plan", "--detailed-exitcode", "--format", "json"), words)));
    if (exit >= 0) {
      assertEquals(exit, result.exit(), result.stdout() + result.stderr());
    }
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("schemas/plan.schema.json")), InputFormat.JSON);
    assertEquals(List.of(), schema.validate(result.stdout(), InputFormat.JSON));
    Json.Obj plan = (Json.Obj) JsonReader.read(result.stdout());
    List<Json.Obj> all = new ArrayList<>();
    plan.items("refusals").forEach(one -> all.add((Json.Obj) one));
    for (Json process : plan.items("processes")) {
      ((Json.Obj) process).items("refusals").forEach(one -> all.add((Json.Obj) one));
    }
    return all;
  }

  private CliCase.CommandResult procc(String... words) {
    return cli.run(dir, words);
  }

  private SafetyRulesCliTest apply() {
    CliCase.CommandResult result = procc("apply", "--yes", "--letters-redone", "close");
    assertEquals(0, result.exit(), result.stdout() + result.stderr());
    return this;
  }

  private SafetyRulesCliTest write(String file, String text) throws Exception {
    Files.writeString(dir.resolve(file), text);
    return this;
  }

  private SafetyRulesCliTest edit(String from, String to) throws Exception {
    String text = Files.readString(dir.resolve("close.process.yaml"));
    assertTrue(text.contains(from), from);
    return write("close.process.yaml", text.replace(from, to));
  }

  private SafetyRulesCliTest settings(String line) throws Exception {
    String text = "procc: v1\nkind: Project\nkey: team\n" + line + "\n";
    if (line.startsWith("targets")) {
      Path state = dir.resolve("procc.state");
      Files.move(state.resolve("default"), state.resolve("dev"));
      Path record = state.resolve("dev/close.json");
      Files.writeString(record, Files.readString(record).replace("\"default\"", "\"dev\""));
    }
    return write("procc.yaml", text);
  }

  private SafetyRulesCliTest removed() throws Exception {
    Files.delete(dir.resolve("close.process.yaml"));
    return this;
  }

  private void lost() throws Exception {
    Files.delete(dir.resolve("procc.state/default/close.json"));
  }

  private Json.Obj entry() throws Exception {
    return (Json.Obj)
        JsonReader.read(Files.readString(dir.resolve("procc.state/default/close.json")));
  }

  private void ledger(Json.Obj entry) throws Exception {
    Files.writeString(dir.resolve("procc.state/default/close.json"), entry.pretty());
  }

  private String id() throws Exception {
    return entry().text("id").orElseThrow();
  }

  private void pending() throws Exception {
    FileStore store = new FileStore(dir.resolve("procc.state"));
    LedgerEntry entry = store.load("default", "close").orElseThrow();
    PendingStep begun =
        new PendingStep(
            "creating",
            "0".repeat(64),
            "2024-10-01T09:00:00Z",
            null,
            new PendingStep.StepSubject(new SeenProcess(entry.id(), null), null, null, List.of()),
            null);
    store.save(entry.withPending(begun), "begin");
  }

  private SafetyRulesCliTest start() {
    CliCase.CommandResult result = procc("run", "--yes", "close");
    assertEquals(0, result.exit(), result.stdout() + result.stderr());
    return this;
  }

  private SafetyRulesCliTest end() throws Exception {
    for (Json run : ((Json.Arr) JsonReader.read(cli.send("GET", "/_emulator/runs"))).items()) {
      cli.send(
          "POST", "/_emulator/runs/" + ((Json.Obj) run).text("id").orElseThrow() + "/cancel", "{}");
    }
    return this;
  }

  private void measured() throws Exception {
    start().edit("2025-01-15", "2025-01-16");
    settings("targets: { dev: { capabilities: dev } }");
    write(
        "capabilities.yaml",
        "procc: v1\nkind: Capabilities\nkey: dev\nanswers:\n  patch-running: refuse\n");
  }

  private void trashed() throws Exception {
    cli.send("DELETE", "/processes/" + id());
  }

  private SafetyRulesCliTest editedInWorkiva(String field, String value) throws Exception {
    cli.send(
        "PATCH",
        "/processes/" + id(),
        "[{\"op\":\"replace\",\"path\":\"/" + field + "\",\"value\":\"" + value + "\"}]");
    return this;
  }
}
