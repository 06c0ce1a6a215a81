package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.cli.frame.ExitCode;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.plan.input.AddressMove;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.Provenance;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Planning cases about what a definition says, end to end: planned, applied to the emulator, read
/// there, and the next plan is empty.
class PlanningCasesEndToEndTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  /// A process with further members such as `,'dueDate':'...'`, and these children of a serial
  /// root.
  private static DesiredProcess process(String members, String... children) throws Exception {
    return rooted(members, "'parallel':false,'name':'Root'", children);
  }

  private static DesiredProcess rooted(String members, String root, String... children)
      throws Exception {
    return ApplyFixture.desired(
        "{'id':'close@2024-Q4','name':'Close','autoClose':true,'certAutoApprove':false,"
            + "'relativeDates':false"
            + members
            + ",'root':{'id':'root',"
            + root
            + ",'readOnly':false,'children':["
            + String.join(",", children)
            + "]}}");
  }

  private static String group(String key, String members, String... children) {
    return "{'type':'group','group':{'id':'"
        + key
        + "','name':'Review','readOnly':false,"
        + members
        + ",'children':["
        + String.join(",", children)
        + "]}}";
  }

  private static String task(String key, String title) {
    return ApplyFixture.task(key, title, "2024-12-16");
  }

  /// Plans, applies and plans again.
  ///
  /// @return the calls that were made, such as `PATCH replace /name`, `jobName`, `POST /processes`
  private List<String> reached(DesiredProcess goal) throws Exception {
    Plan plan = bench.plan(goal);
    assertFalse(plan.isRefused(), () -> PlanFile.write(plan));
    ApplyResult result = bench.apply().run(plan);
    assertEquals(0, ExitCode.of(result.verdict()), () -> result.toJson().pretty());
    empty(goal);
    assertEquals(1, bench.live().size());
    return calls(plan.processes().getFirst());
  }

  private void empty(DesiredProcess goal) throws Exception {
    Plan again = bench.plan(goal);
    assertFalse(again.hasActions() || again.isRefused(), () -> PlanFile.write(again));
    assertEquals(List.of(), again.processes().getFirst().changes());
  }

  private static List<String> calls(ProcessPlan plan) {
    List<String> calls = new ArrayList<>();
    plan.operations()
        .forEach(operation -> {
          if (operation.body() instanceof Json.Arr patch) {
            patch.items().forEach(one -> calls.add("PATCH " + word(one, "op") + word(one, "path")));
          } else if (operation.kind() == OperationKind.RENAME) {
            ((Json.Obj) operation.body())
                .items("data")
                .forEach(one -> calls.add(word(one, "type") + word(one, "newName").strip()));
          } else {
            calls.add(operation.id());
          }
        });
    return calls;
  }

  private static String word(Json object, String name) {
    return ((Json.Obj) object).text(name).orElse("") + " ";
  }

  private Json.Obj live() throws Exception {
    return bench.api.get(bench.entry(KEY).id(), true);
  }

  /// The titles of the tasks and the names of the groups under the root, in order.
  private List<String> names() throws Exception {
    List<String> names = new ArrayList<>();
    for (Json child : live().obj("root").orElseThrow().items("children")) {
      names.add(child.write().replaceAll(".*?\"(title|name)\":\"([^\"]*)\".*", "$2"));
    }
    return names;
  }

  private void edit(String set) throws Exception {
    bench.control(
        "POST", "/processes/" + bench.entry(KEY).id() + "/edit", "{'set':" + set + ",'user':'k'}");
  }

  @Test
  void setsThatArePermutedAreEqual() throws Exception {
    String sets = ",'businessDaysOfWeek':[%s],'businessDateExclusions':[%s],'calendars':[%s]";
    String[] one = {"'monday','friday'", "'2024-11-28','2024-12-25'", "'c1','c2'"};
    String[] other = {"'friday','monday'", "'2024-12-25','2024-11-28'", "'c2','c1'"};
    reached(process(sets.formatted((Object[]) one)));
    empty(process(sets.formatted((Object[]) other)));
    edit("{'/businessDaysOfWeek':[" + other[0] + "],'/businessDateExclusions':[" + other[1] + "]}");
    empty(process(sets.formatted((Object[]) one)));
  }

  @Test
  void anEmptyTextIsAnAbsentOne() throws Exception {
    String plain = task("a", "A");
    String empty = plain.replace("'title'", "'instructions':'','title'");
    String said = plain.replace("'title'", "'instructions':'Do it','title'");
    reached(process("", plain));
    empty(process("", empty));
    assertEquals(List.of("create", "validate", "trash"), stepsOf(reached(process("", said))));
    assertEquals(List.of("create", "validate", "trash"), stepsOf(reached(process("", empty))));
    empty(process("", plain));
  }

  private static List<String> stepsOf(List<String> calls) {
    return calls.stream().filter(call -> !call.startsWith("PATCH")).toList();
  }

  /// A value that was sent is only in the ledger. A field that the definition no longer names is
  /// not ours: its value is unknown, and no call removes it.
  @Test
  void aWriteOnlyFieldIsSentWhenItsValueChanges() throws Exception {
    DesiredProcess none = process("", task("a", "A"));
    reached(none);
    List<String> sent = List.of("PATCH replace /ipmBetaEnabled ");
    assertEquals(sent, reached(beta(none, true)));
    assertFalse(live().has("ipmBetaEnabled"));
    assertEquals(sent, reached(beta(none, false)));
    assertEquals(sent, reached(beta(none, true)));
    empty(none);
    assertEquals(
        List.of("create", sent.getFirst(), "validate", "trash"),
        reached(beta(process("", task("a", "A"), task("b", "B")), true)));
  }

  private static DesiredProcess beta(DesiredProcess one, boolean value) {
    Map<FieldSpec, Json> fields = new LinkedHashMap<>(one.process().fields());
    fields.put(Fields.PROCESS_IPM_BETA_ENABLED, Json.of(value));
    Process process = new Process(KEY, fields, one.process().root());
    return DesiredProcess.of(one.key(), one.period(), process);
  }

  @Test
  void theWindowIsSetMovedAndRemovedWithBothItsEnds() throws Exception {
    String window = ",'businessStartDate':%s,'businessEndDate':%s";
    reached(process(""));
    assertEquals(
        List.of("PATCH replace /businessStartDate ", "PATCH replace /businessEndDate "),
        reached(process(window.formatted("'2024-10-01'", "'2024-12-31'"))));
    assertEquals(
        List.of("PATCH replace /businessEndDate ", "PATCH replace /businessStartDate "),
        reached(process(window.formatted("'2025-01-01'", "'2025-03-31'"))));
    assertEquals(
        List.of("PATCH replace /businessStartDate ", "PATCH replace /businessEndDate "),
        reached(process(window.formatted("'2024-07-01'", "'2024-09-30'"))));
    assertEquals(
        List.of("PATCH remove /businessStartDate ", "PATCH remove /businessEndDate "),
        reached(process(window.formatted("null", "null"))));
    assertFalse(live().has("businessStartDate") || live().has("businessEndDate"));
  }

  @Test
  void calendarsAreReadByOneNameAndWrittenByAnother() throws Exception {
    reached(process(",'calendars':['c1']"));
    assertEquals(
        List.of("PATCH replace /calendarIds "), reached(process(",'calendars':['c2','c1']")));
    assertEquals(2, live().items("calendars").size());
    edit("{'/calendars':['c9']}");
    Plan drift = bench.plan(process(",'calendars':['c1','c2']"));
    assertEquals("overwrite", drift.processes().getFirst().refusals().getFirst().rule());
    edit("{'/calendars':['c1','c2']}");
    empty(process(",'calendars':['c2','c1']"));
  }

  @Test
  void aParticipantIsTheSameAsTextAndAsObject() throws Exception {
    String object = task("a", "A");
    String text = object.replace("'assignee':{'id':'u1','type':'user'}", "'assigneeUser':'u1'");
    assertNotEquals(object, text);
    reached(process("", text));
    empty(process("", object));
    empty(process("", text));
    assertEquals(
        List.of("create", "validate", "trash"),
        stepsOf(reached(process("", text.replace("'u1'", "'u2'")))));
  }

  @Test
  void whatTheServerGeneratesIsNobodysChange() throws Exception {
    DesiredProcess goal =
        process(
            "",
            "{'type':'job','job':{'id':'c','action':'certification','arguments':{'type':"
                + "'certification','certificationArgs':{'title':'302','letter':'l-1',"
                + "'signers':[{'id':'anna','type':'user'}],'dueDate':'2024-12-16'}}}}");
    reached(goal);
    String id = bench.entry(KEY).id();
    Json.Obj all = bench.api.get(id, false);
    assertTrue(all.write().contains("Generated"), all::pretty);
    assertEquals(ProcessJson.read(live()).contentHash(), ProcessJson.read(all).contentHash());
    assertEquals(List.of("jobName 303"), reached(renamed(goal, "302", "303")));
  }

  private static DesiredProcess renamed(DesiredProcess goal, String from, String to)
      throws Exception {
    String json = ProcessJson.body(goal.process()).write();
    assertTrue(json.contains("\"" + from + "\""), json);
    return ApplyFixture.desired(json.replace("\"" + from + "\"", "\"" + to + "\""));
  }

  @Test
  void ofTasksWithOneTitleTheRightOneIsRenamed() throws Exception {
    String[] keys = {"a", "b", "c"};
    List<String> tasks = new ArrayList<>();
    for (String key : keys) {
      tasks.add(task(key, "Review"));
    }
    reached(process("", tasks.toArray(new String[0])));
    tasks.set(1, task("b", "Review EMEA"));
    assertEquals(
        List.of("jobName Review EMEA"), reached(process("", tasks.toArray(new String[0]))));
    assertEquals(List.of("Review", "Review EMEA", "Review"), names());
  }

  @Test
  void twinsThatChangePlacesAreRenamedOrLeft() throws Exception {
    reached(process("", task("a", "A"), task("b", "B")));
    assertEquals(
        List.of("jobName B", "jobName A"), reached(process("", task("b", "B"), task("a", "A"))));
    assertEquals(List.of("B", "A"), names());
    reached(process("", task("a", "Same"), task("b", "Same")));
    empty(process("", task("b", "Same"), task("a", "Same")));
  }

  @Test
  void aRenameAndAnotherOrderAtOnce() throws Exception {
    String early = ApplyFixture.task("a", "A", "2024-12-10");
    String late = ApplyFixture.task("b", "B", "2024-12-20");
    String renamed = ApplyFixture.task("b", "B2", "2024-12-20");
    reached(process("", early, late));
    String before = bench.live().getFirst();
    assertEquals(
        List.of("create", "validate", "trash"), stepsOf(reached(process("", renamed, early))));
    assertEquals(List.of("B2", "A"), names());
    assertNotEquals(before, bench.live().getFirst());
    String parallel = "'parallel':true,'name':'Root'";
    reached(rooted("", parallel, renamed, early));
    before = bench.live().getFirst();
    DesiredProcess turned =
        rooted("", parallel, ApplyFixture.task("a", "A2", "2024-12-10"), renamed);
    assertEquals(List.of("jobName A2"), reached(turned));
    assertEquals(List.of("B2", "A2"), names());
    assertEquals(before, bench.live().getFirst());
  }

  @Test
  void theRootGroupIsRenamed() throws Exception {
    reached(process("", task("a", "A")));
    String before = bench.live().getFirst();
    assertEquals(
        List.of("groupName Work"),
        reached(rooted("", "'parallel':false,'name':'Work'", task("a", "A"))));
    assertEquals("Work", live().obj("root").orElseThrow().text("name").orElse(""));
    assertEquals("Close", live().text("name").orElse(""));
    assertEquals(before, bench.live().getFirst());
  }

  @Test
  void aTriggerIsPatchedOnTheRootAndReplacedBelowIt() throws Exception {
    String root = "'parallel':false,'name':'Root','triggerType':'manual'";
    String inner = "'parallel':false,'triggerType':'manual'";
    reached(rooted("", root, group("g", inner, task("a", "A"))));
    String before = bench.live().getFirst();
    String eligible = root.replace("manual", "whenEligible");
    assertEquals(
        List.of("PATCH replace /root/triggerType "),
        reached(rooted("", eligible, group("g", inner, task("a", "A")))));
    assertEquals(before, bench.live().getFirst());
    String other = inner.replace("manual", "whenEligible");
    assertEquals(
        List.of("create", "validate", "trash"),
        stepsOf(reached(rooted("", eligible, group("g", other, task("a", "A"))))));
    assertNotEquals(before, bench.live().getFirst());
  }

  @Test
  void aKeyThatIsRenamedKeepsItsTask() throws Exception {
    reached(process("", task("a", "A"), task("b", "B")));
    Json before = live();
    DesiredProcess without = process("", task("a2", "A"), task("b", "B"));
    empty(without);
    DesiredProcess plain = process("", task("a2", "A2"), task("b", "B"));
    DesiredProcess moved =
        new DesiredProcess(
            plain.key(),
            plain.period(),
            plain.process(),
            new Provenance(
                plain.provenance().fields(),
                plain.provenance().nodes(),
                plain.provenance().derivations(),
                Lazy.of("moved")),
            List.of(new AddressMove(KEY + "/a", KEY + "/a2")),
            plain.handling());
    assertEquals(List.of("jobName A2"), reached(moved));
    assertEquals(List.of("A2", "B"), names());
    assertTrue(bench.entry(KEY).nodes().stream().anyMatch(line -> line.path().equals("a2")));
    assertFalse(bench.entry(KEY).nodes().stream().anyMatch(line -> line.path().equals("a")));
    assertEquals(((Json.Obj) before).get("id"), live().get("id"));
    empty(plain);
  }
}
