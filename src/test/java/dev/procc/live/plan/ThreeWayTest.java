package dev.procc.live.plan;

import static dev.procc.live.plan.ProcessFixture.calls;
import static dev.procc.live.plan.ProcessFixture.parallel;
import static dev.procc.live.plan.ProcessFixture.plan;
import static dev.procc.live.plan.ProcessFixture.process;
import static dev.procc.live.plan.ProcessFixture.serial;
import static dev.procc.live.plan.ProcessFixture.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerFormat;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.plan.input.AddressMove;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.Provenance;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.record.RecordedPlans;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The comparison of definition, ledger and live process: who changed what, and what the plan does
/// about it.
class ThreeWayTest {
  private static ProcessGroup root(ProcessNode... children) {
    return serial("root", List.of(children), "name", "Root");
  }

  private static Process close(ProcessNode... children) {
    return process(root(children), "name", "Close", "dueDate", "2025-01-15");
  }

  private static final Process SENT =
      close(
          task("a", "title", "A", "assignee", "u1", "dueDate", "2024-12-10"),
          parallel(
              "g",
              List.of(
                  task("b", "title", "B", "assignee", "u2"),
                  task("c", "title", "C", "assignee", "u3")),
              "name",
              "G"));

  private static final LiveProcess LIVE = ProcessFixture.live(SENT);
  private static final LedgerEntry ENTRY = ProcessFixture.entry(SENT, LIVE);

  /// The live process after an edit of its JSON text.
  private static LiveProcess edited(String from, String to) {
    String body = ProcessJson.body(LIVE.process()).write();
    assertTrue(body.contains(from), body);
    return ProcessFixture.read(PlannerTest.json(body.replace(from, to)));
  }

  private static ProcessPlan three(Process definition, LiveProcess live) {
    return plan(ProcessFixture.desired(definition), live, ENTRY, PlanOverrides.NONE);
  }

  private static List<String> describe(ProcessPlan plan) {
    return plan.changes().stream()
        .map(c ->
            c.address().replace(ProcessFixture.IDENTITY, "")
                + ":"
                + c.field()
                + " "
                + c.changedBy().word()
                + " "
                + c.reason().word())
        .toList();
  }

  private static List<String> rules(ProcessPlan plan) {
    return plan.refusals().stream().map(PlanRefusal::rule).toList();
  }

  @Test
  void theSecondPlanIsEmpty() {
    ProcessPlan plan = three(SENT, LIVE);
    assertEquals(List.of(), plan.changes());
    assertEquals(List.of(), plan.actions());
    assertTrue(plan.live().inLedger());
  }

  @Property(tries = 150)
  void theSecondPlanIsEmptyWhateverWasSent(@ForAll long seed) {
    Process process = new RandomProcess(new Random(seed)).process();
    LiveProcess live = ProcessFixture.live(process);
    ProcessPlan plan =
        plan(
            ProcessFixture.desired(process),
            live,
            ProcessFixture.entry(process, live),
            PlanOverrides.NONE);
    assertEquals(List.of(), plan.changes());
    assertEquals(List.of(), plan.operations());
  }

  @Property(tries = 150)
  void whatIsImportedPlansToNothing(@ForAll long seed) {
    Process process = new RandomProcess(new Random(seed)).process();
    LiveProcess live = ProcessFixture.live(process);
    Process imported =
        new Process(ProcessFixture.IDENTITY, live.process().fields(), live.process().root());
    ProcessPlan plan = plan(imported, live);
    assertEquals(List.of(), plan.changes());
    assertEquals(List.of(), plan.operations());
  }

  @Test
  void anEditOfTheDefinitionIsYours() {
    Process mine = process(SENT.root(), "name", "Close 2", "dueDate", "2025-01-15");
    assertEquals(List.of(":name you patchable"), describe(three(mine, LIVE)));
  }

  @Test
  void anEditThatACallCouldUndoIsRefused() {
    LiveProcess live = edited("\"2025-01-15\"", "\"2025-01-20\"");
    ProcessPlan plan = three(SENT, live);
    assertEquals(List.of(":dueDate drift patchable"), describe(plan));
    assertEquals(List.of("PATCH replace /dueDate \"2025-01-15\""), calls(plan));
    assertEquals(List.of("overwrite"), rules(plan));
    ProcessPlan allowed =
        plan(
            ProcessFixture.desired(SENT),
            live,
            ENTRY,
            ProcessFixture.overwrite(ProcessFixture.IDENTITY));
    assertEquals(List.of(), rules(allowed));
  }

  @Test
  void anEditThatNoCallCanUndoStays() {
    LiveProcess live = edited("\"u1\"", "\"u9\"");
    ProcessPlan plan = three(SENT, live);
    assertEquals(List.of("/a:assignee drift ignored"), describe(plan));
    assertEquals(List.of(), plan.actions());
    assertEquals(List.of("overwrite"), rules(plan));
    ProcessPlan asked =
        plan(
            ProcessFixture.desired(SENT),
            live,
            ENTRY,
            ProcessFixture.overwrite(ProcessFixture.IDENTITY + "/a"));
    assertTrue(asked.replaces());
    assertEquals(1, asked.explanation().replacement().causes().size());
  }

  @Test
  void aReplacementThatWouldUndoAnEditIsRefusedAndTheEditIsNotItsCause() {
    LiveProcess live = edited("\"u1\"", "\"u9\"");
    Process mine =
        close(
            task("a", "title", "A", "assignee", "u1", "dueDate", "2024-12-11"),
            SENT.root().children().get(1));
    ProcessPlan plan = three(mine, live);
    assertTrue(plan.replaces());
    assertEquals(
        List.of(
            new ReplacementCause(
                ProcessFixture.IDENTITY + "/a", "dueDate", ChangeReason.NOT_PATCHABLE)),
        plan.explanation().replacement().causes());
    assertEquals(List.of("overwrite"), rules(plan));
  }

  @Test
  void anEditMadeAlikeOnBothSidesNeedsNothing() {
    Process mine = process(SENT.root(), "name", "Close", "dueDate", "2025-01-20");
    ProcessPlan plan = three(mine, edited("\"2025-01-15\"", "\"2025-01-20\""));
    assertEquals(List.of(":dueDate converged ignored"), describe(plan));
    assertEquals(List.of(), plan.operations());
    assertTrue(plan.ledgerUpdate() != null);
  }

  @Test
  void differentEditsOnBothSidesAreRefused() {
    Process mine = process(SENT.root(), "name", "Close", "dueDate", "2025-01-25");
    ProcessPlan plan = three(mine, edited("\"2025-01-15\"", "\"2025-01-20\""));
    assertEquals(List.of(":dueDate both patchable"), describe(plan));
    assertEquals(List.of("overwrite"), rules(plan));
  }

  @Test
  void anEditThatIsKeptStaysUntilItsDay() {
    LiveProcess live = edited("\"2025-01-15\"", "\"2025-01-20\"");
    LedgerEntry kept =
        ENTRY.withWaivers(List.of(new DriftWaiver("", "dueDate", "agreed", "2024-09-30", null)));
    ProcessPlan plan = plan(ProcessFixture.desired(SENT), live, kept, PlanOverrides.NONE);
    assertEquals(List.of(":dueDate drift ignored"), describe(plan));
    assertEquals(List.of(), plan.actions());
    LedgerEntry over =
        ENTRY.withWaivers(List.of(new DriftWaiver("", "dueDate", "agreed", "2024-09-29", null)));
    assertEquals(
        List.of("overwrite"),
        rules(plan(ProcessFixture.desired(SENT), live, over, PlanOverrides.NONE)));
  }

  @Test
  void whatTheServerMadeOfAValueIsNobodysChange() {
    LiveProcess rewritten = edited("\"title\":\"A\"", "\"title\":\"A!\"");
    LedgerEntry entry = ProcessFixture.entry(SENT, rewritten);
    assertEquals(
        List.of(),
        plan(ProcessFixture.desired(SENT), rewritten, entry, PlanOverrides.NONE).changes());
    ProcessPlan later = plan(ProcessFixture.desired(SENT), LIVE, entry, PlanOverrides.NONE);
    assertEquals(List.of(), calls(later));
  }

  @Test
  void aFieldTakenOutOfTheDefinitionBecomesAbsent() {
    Process without = process(SENT.root(), "name", "Close");
    assertEquals(List.of("PATCH remove /dueDate"), calls(three(without, LIVE)));
  }

  @Test
  void aWriteOnlyFieldIsSentWhenItsValueChangedAndNeverDrifts() {
    Process on =
        process(SENT.root(), "name", "Close", "dueDate", "2025-01-15", "ipmBetaEnabled", true);
    ProcessPlan first = three(on, LIVE);
    assertEquals(List.of("PATCH replace /ipmBetaEnabled true"), calls(first));
    assertEquals(List.of(":ipmBetaEnabled you write-only"), describe(first));
    LedgerEntry after = RecordedPlans.record(first, ENTRY, LIVE);
    assertEquals(
        List.of(), plan(ProcessFixture.desired(on), LIVE, after, PlanOverrides.NONE).operations());
    Process off =
        process(SENT.root(), "name", "Close", "dueDate", "2025-01-15", "ipmBetaEnabled", false);
    assertEquals(
        List.of("PATCH replace /ipmBetaEnabled false"),
        calls(plan(ProcessFixture.desired(off), LIVE, after, PlanOverrides.NONE)));
  }

  @Test
  void nodesAddedRemovedAndMovedInWorkivaStay() {
    LiveProcess added =
        ProcessFixture.live(
            close(
                task("a", "title", "A", "assignee", "u1", "dueDate", "2024-12-10"),
                SENT.root().children().get(1),
                task("x", "title", "X")));
    ProcessPlan plan = three(SENT, added);
    assertEquals(List.of("/p1-n5:node drift ignored"), describe(plan));
    assertEquals(List.of(), plan.actions());
    LiveProcess removed = removed();
    assertEquals(List.of("/g/c:node drift ignored"), describe(three(SENT, removed)));
    Process renamed = process(SENT.root(), "name", "Close 2", "dueDate", "2025-01-15");
    assertEquals(List.of("PATCH replace /name \"Close 2\""), calls(three(renamed, removed)));
  }

  @Test
  void whatWasRemovedInWorkivaIsStillDriftAfterAnApplyInPlace() {
    Process renamed = process(SENT.root(), "name", "Close 2", "dueDate", "2025-01-15");
    ProcessPlan plan = three(renamed, removed());
    LiveProcess reached =
        ProcessFixture.read(InPlaceExecutor.after(ProcessJson.body(removed().process()), plan));
    LedgerEntry after = RecordedPlans.record(plan, ENTRY, reached);
    ProcessPlan next = plan(ProcessFixture.desired(renamed), reached, after, PlanOverrides.NONE);
    assertEquals(List.of("/g/c:node drift ignored"), describe(next));
    assertEquals(List.of(), next.actions());
  }

  /// The live process after somebody removed `c`.
  private static LiveProcess removed() {
    Json.Obj body = ProcessJson.body(LIVE.process());
    Json.Obj root = body.obj("root").orElseThrow();
    List<Json> children = new ArrayList<>(root.items("children"));
    Json.Obj envelope = (Json.Obj) children.get(1);
    Json.Obj group = envelope.obj("group").orElseThrow();
    Json.Obj less = group.with("children", Json.array(group.items("children").getFirst()));
    children.set(1, envelope.with("group", less));
    return ProcessFixture.read(body.with("root", root.with("children", Json.array(children))));
  }

  @Test
  void anOrderChangedInWorkivaStays() {
    Json.Obj body = ProcessJson.body(LIVE.process());
    Json.Obj root = body.obj("root").orElseThrow();
    List<Json> turned = new ArrayList<>(root.items("children")).reversed();
    LiveProcess live =
        ProcessFixture.read(body.with("root", root.with("children", Json.array(turned))));
    ProcessPlan plan = three(SENT, live);
    assertEquals(List.of("/root:position drift ignored"), describe(plan));
    assertEquals(List.of(), plan.actions());
  }

  @Test
  void aKeyThatIsRenamedKeepsItsIdentityWithAndWithoutMoved() {
    Process renamed =
        close(
            task("a2", "title", "A", "assignee", "u1", "dueDate", "2024-12-10"),
            SENT.root().children().get(1));
    assertEquals(List.of(), three(renamed, LIVE).operations());
    Process edited =
        close(
            task("a2", "title", "A2", "assignee", "u1", "dueDate", "2024-12-10"),
            SENT.root().children().get(1));
    DesiredProcess plain = ProcessFixture.desired(edited);
    DesiredProcess moved =
        new DesiredProcess(
            "close",
            "2024-Q4",
            edited,
            new Provenance(
                plain.provenance().fields(),
                plain.provenance().nodes(),
                plain.provenance().derivations(),
                Lazy.of("")),
            List.of(
                new AddressMove(ProcessFixture.IDENTITY + "/a", ProcessFixture.IDENTITY + "/a2")),
            new DesiredProcess.Handling(RemovalPolicy.KEEP, Set.of()));
    ProcessPlan plan = plan(moved, LIVE, ENTRY, PlanOverrides.NONE);
    assertEquals(List.of("jobName p1-n1 A2"), calls(plan));
    assertEquals(List.of("/a2:title you rename"), describe(plan));
    LedgerEntry after = RecordedPlans.record(plan, ENTRY, LIVE);
    assertTrue(after.nodes().stream().anyMatch(line -> line.path().equals("a2")));
  }

  @Test
  void aGroupThatIsRenamedTakesItsChildrenAlong() {
    Process renamed =
        close(
            SENT.root().children().get(0),
            parallel(
                "h",
                List.of(
                    task("b", "title", "B9", "assignee", "u2"),
                    task("c", "title", "C", "assignee", "u3")),
                "name",
                "G"));
    DesiredProcess plain = ProcessFixture.desired(renamed);
    DesiredProcess moved =
        new DesiredProcess(
            "close",
            "2024-Q4",
            renamed,
            new Provenance(
                plain.provenance().fields(),
                plain.provenance().nodes(),
                plain.provenance().derivations(),
                Lazy.of("")),
            List.of(
                new AddressMove(ProcessFixture.IDENTITY + "/g", ProcessFixture.IDENTITY + "/h")),
            new DesiredProcess.Handling(RemovalPolicy.KEEP, Set.of()));
    assertEquals(List.of("jobName p1-n3 B9"), calls(plan(moved, LIVE, ENTRY, PlanOverrides.NONE)));
  }

  @Test
  void childrenOfAParallelGroupArePairedByRecordedId() {
    Process swapped =
        close(
            SENT.root().children().get(0),
            parallel(
                "g",
                List.of(
                    task("c", "title", "C", "assignee", "u3"),
                    task("b", "title", "B", "assignee", "u2")),
                "name",
                "G"));
    assertEquals(List.of(), three(swapped, LIVE).operations());
  }

  /// An edit made in Workiva is shown for each field of the table that a definition decides.
  @Test
  void anEditOfAnyFieldIsShown() {
    for (FieldSpec field : Catalog.definable()) {
      if (field.owner() != Owner.DEFINITION || notAValue(field)) {
        continue;
      }
      Process full = withField(field, value(field, 1));
      LiveProcess live = ProcessFixture.live(full);
      LedgerEntry entry = ProcessFixture.entry(full, live);
      LiveProcess behind = ProcessFixture.live(withField(field, value(field, 2)));
      ProcessPlan plan = plan(ProcessFixture.desired(full), behind, entry, PlanOverrides.NONE);
      assertTrue(
          plan.changes().stream()
              .anyMatch(c -> c.field().equals(field.name()) && c.changedBy() == ChangedBy.DRIFT),
          field.id() + ": " + describe(plan));
      assertFalse(plan.replaces(), field.id());
    }
  }

  private static boolean notAValue(FieldSpec field) {
    return List.of("root", "children", "action").contains(field.name())
        || List.of(Schema.PARTICIPANT, Schema.REMINDER_DATA).contains(field.schema());
  }

  private static Json value(FieldSpec field, int n) {
    return switch (field.type()) {
      case BOOLEAN -> Json.of(n == 1);
      case DATE -> Json.of("2024-12-0" + n);
      case SET_OF_DATES -> Json.array(Json.of("2024-12-0" + n));
      case SET_OF_WEEKDAYS -> Json.array(Json.of(n == 1 ? "monday" : "friday"));
      case SET_OF_STRINGS -> Json.array(Json.of("c" + n));
      case PARTICIPANT_REF -> Json.object().put("id", "u" + n).put("type", "user").build();
      case OBJECT, ANY, MAP -> Json.object().put("mode", "m" + n).build();
      default ->
          field.name().equals("triggerType")
              ? Json.of(n == 1 ? "manual" : "whenEligible")
              : Json.of("text " + n);
    };
  }

  private static Process withField(FieldSpec field, Json value) {
    return switch (field.schema()) {
      case PROCESS -> process(root(task("a", "title", "A")), field.name(), value);
      case PROCESS_GROUP ->
          process(
              root(
                  new ProcessGroup(
                      "g", with(serial("g", List.of()).fields(), field, value), List.of())));
      case PROCESS_JOB, CERTIFICATION_ARGUMENTS ->
          process(
              root(
                  ProcessFixture.job(
                      dev.procc.model.catalog.ActionKind.CERTIFICATION, "a", field.name(), value)));
      case CONTENT_REQUEST_ARGUMENTS ->
          process(
              root(
                  ProcessFixture.job(
                      dev.procc.model.catalog.ActionKind.CONTENT_REQUEST,
                      "a",
                      field.name(),
                      value)));
      default -> process(root(task("a", field.name(), value)));
    };
  }

  private static java.util.Map<FieldSpec, Json> with(
      java.util.Map<FieldSpec, Json> fields, FieldSpec field, Json value) {
    java.util.Map<FieldSpec, Json> all = new java.util.LinkedHashMap<>(fields);
    all.put(field, value);
    return all;
  }

  @Test
  void theLedgerIsReadBackAsItWasWritten() throws LedgerException {
    String text = LedgerFormat.write(ENTRY);
    assertEquals(ENTRY, LedgerFormat.read("x.json", text));
    assertEquals(text, LedgerFormat.write(LedgerFormat.read("x.json", text)));
    assertTrue(text.contains("\n    {\"path\":\"g/b\",\"id\":\"p1-n3\",\"sent\":{"), text);
  }

  @Test
  void aForeignLedgerIsRefused() {
    String text = LedgerFormat.write(ENTRY);
    assertTrue(fault(text.replace("\"1.0\"", "\"9\"")).contains("\"9\" is not 1.0"));
    assertTrue(fault(text.replace("\"protect\"", "\"mood\"")).contains("mood: unknown member"));
    assertTrue(fault(text.replace("\"keep\"", "\"burn\"")).contains("neither keep nor trash"));
    assertTrue(fault("{").startsWith("x.json:1:"));
  }

  private static String fault(String text) {
    try {
      LedgerFormat.read("x.json", text);
      return "read";
    } catch (LedgerException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// The ledger and the live process later agree on the hash that the plan predicts.
  @Test
  void theHashThatIsExpectedIsThatOfTheChangedProcess() {
    Process mine =
        close(
            task("a", "title", "A2", "assignee", "u1", "dueDate", "2024-12-10"),
            SENT.root().children().get(1));
    ProcessPlan plan = three(mine, LIVE);
    assertEquals(ProcessFixture.live(mine).contentHash(), plan.ledgerUpdate().predictedHash());
  }
}
