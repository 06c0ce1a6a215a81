package dev.procc.live.plan.safety;

import static dev.procc.live.plan.ProcessFixture.process;
import static dev.procc.live.plan.ProcessFixture.serial;
import static dev.procc.live.plan.ProcessFixture.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.ledger.FormerProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.PendingStep;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.ledger.SeenProcess;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.ProcessFixture;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PeriodReach;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.SafetyLimits;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.wire.AuditStamp;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Each safety rule: what it refuses, and what lifts the refusal.
class SafetyChecksTest {
  private static final WayOut SIDE_BY_SIDE =
      new WayOut("procc apply --create-new close@2024-Q4", "both then exist side by side");

  private static final Process SENT = close("u1");
  private static final Process OTHER = close("u2");
  private static final LiveProcess LIVE = ProcessFixture.live(SENT);
  private static final LedgerEntry ENTRY = ProcessFixture.entry(SENT, LIVE);

  private static Process close(String assignee) {
    return process(
        serial(
            "root",
            List.of(task("a", "title", "A", "assignee", assignee, "dueDate", "2024-12-15"))),
        "name",
        "Close");
  }

  private static PlanOverrides overrides(String... words) {
    Set<String> all = Set.of(words);
    Set<String> key = Set.of(ProcessFixture.IDENTITY);
    Map<String, SafetyRule> rules =
        Map.of(
            "create-new", SafetyRule.LOOK_ALIKE,
            "recreate", SafetyRule.MISSING,
            "overwrite", SafetyRule.OVERWRITE,
            "evidence", SafetyRule.HISTORY,
            "letters", SafetyRule.LOSSES,
            "unprotect", SafetyRule.PROTECT,
            "past", SafetyRule.PAST_DATE,
            "empty", SafetyRule.EMPTY,
            "freeze", SafetyRule.FREEZE);
    Map<SafetyRule, Set<String>> lifted = new EnumMap<>(SafetyRule.class);
    rules.forEach((word, rule) -> {
      if (all.contains(word)) {
        lifted.put(rule, key);
      }
    });
    return new PlanOverrides(
        all.contains("replace") ? key : Set.of(),
        lifted,
        all.contains("only-patch") ? Set.of(PlanAction.PATCH) : Set.of(),
        PlanLimits.NONE);
  }

  private static Plan plan(
      PlanInput subject, WorkspaceListing listing, PlanSettings settings, String... overrides) {
    return Planner.plan(
        ProcessFixture.context(overrides(overrides), settings), List.of(subject), listing);
  }

  private static List<String> rules(Plan plan) {
    List<String> rules = new ArrayList<>();
    plan.refusals().forEach(r -> rules.add(r.rule()));
    plan.processes().forEach(p -> p.refusals().forEach(r -> rules.add(r.rule())));
    return rules;
  }

  private static PlanInput replaced() {
    return new PlanInput(ProcessFixture.desired(OTHER), new LiveLookup.Read(LIVE), ENTRY);
  }

  private static PlanRefusal only(Plan plan) {
    List<PlanRefusal> refusals = plan.processes().getFirst().refusals();
    assertEquals(1, refusals.size(), refusals.toString());
    return refusals.getFirst();
  }

  private static WorkspaceListing listing(@Nullable RunSummary run, String... moreNamedClose) {
    List<ProcessSummary> all = new ArrayList<>();
    all.add(summary("p1", "Close", run));
    for (String id : moreNamedClose) {
      all.add(summary(id, " close ", null));
    }
    return new WorkspaceListing(all, Set.of("p1"));
  }

  /// A list with the process itself and a former one of it, which was restored from the bin and
  /// renamed.
  private static WorkspaceListing back(String... current) {
    List<ProcessSummary> all = new ArrayList<>();
    for (String id : current) {
      all.add(summary(id, "Close", null));
    }
    all.add(summary("p0", "Old close", null));
    return new WorkspaceListing(all, Set.of("p0", "p1"));
  }

  private static LedgerEntry replaced(boolean trashed) {
    return ENTRY.withFormer(new FormerProcess("p0", "2024-09-01T00:00:00Z", trashed));
  }

  private static ProcessSummary summary(String id, String name, @Nullable RunSummary run) {
    return new ProcessSummary(id, name, 1L, null, AuditStamp.UNKNOWN, run);
  }

  @Test
  void aProcessWithARunIsEvidence() {
    WorkspaceListing finished = listing(new RunSummary("r", "complete"));
    assertEquals(List.of("history"), rules(plan(replaced(), finished, PlanSettings.DEFAULT)));
    assertEquals(List.of(), rules(plan(replaced(), finished, PlanSettings.DEFAULT, "evidence")));
    WorkspaceListing active = listing(new RunSummary("r", "running"));
    assertEquals(
        List.of("history"), rules(plan(replaced(), active, PlanSettings.DEFAULT, "evidence")));
    assertNull(
        plan(replaced(), active, PlanSettings.DEFAULT)
            .processes()
            .getFirst()
            .refusals()
            .getFirst()
            .flag());
    PlanInput remembered =
        new PlanInput(
            ProcessFixture.desired(OTHER), new LiveLookup.Read(LIVE), ENTRY.withRun("r0"));
    assertEquals(List.of("history"), rules(plan(remembered, listing(null), PlanSettings.DEFAULT)));
  }

  @Test
  void aProtectedProcessIsNotReplacedEvenWhenTheDefinitionNoLongerSaysSo() {
    LedgerEntry entry =
        ENTRY.withDefinition(
            "Close", new RecordedDefinition("", true, RemovalPolicy.KEEP, Map.of()));
    PlanInput subject =
        new PlanInput(ProcessFixture.desired(OTHER), new LiveLookup.Read(LIVE), entry);
    assertEquals(
        List.of("protect"), rules(plan(subject, WorkspaceListing.NONE, PlanSettings.DEFAULT)));
    assertEquals(
        List.of(), rules(plan(subject, WorkspaceListing.NONE, PlanSettings.DEFAULT, "unprotect")));
  }

  @Test
  void lettersAreLost() {
    Process before =
        process(
            serial(
                "root", List.of(ProcessFixture.job(ActionKind.CERTIFICATION, "c", "title", "C"))),
            "name",
            "N");
    Process after =
        process(
            serial(
                "root",
                List.of(
                    ProcessFixture.job(ActionKind.CERTIFICATION, "c", "title", "C"),
                    task("x", "title", "X"))),
            "name",
            "N");
    PlanInput subject =
        new PlanInput(
            ProcessFixture.desired(after), new LiveLookup.Read(ProcessFixture.live(before)), null);
    assertEquals(
        List.of("losses"), rules(plan(subject, WorkspaceListing.NONE, PlanSettings.DEFAULT)));
    assertEquals(
        List.of(), rules(plan(subject, WorkspaceListing.NONE, PlanSettings.DEFAULT, "letters")));
  }

  @Test
  void lookAlikesAreRefusedAndTakePartInTheHash() {
    PlanInput create = new PlanInput(ProcessFixture.desired(SENT), LiveLookup.NONE, null);
    WorkspaceListing none = new WorkspaceListing(List.of(), Set.of());
    WorkspaceListing one = listing(null, "p7");
    Plan alone = plan(create, none, PlanSettings.DEFAULT);
    Plan beside = plan(create, one, PlanSettings.DEFAULT);
    assertEquals(List.of(), rules(alone));
    assertEquals(List.of("look-alike"), rules(beside));
    assertEquals(List.of("p7"), beside.processes().getFirst().live().duplicateCandidates());
    assertEquals(List.of(), rules(plan(create, one, PlanSettings.DEFAULT, "create-new")));
    assertNotEquals(alone.planHash(), beside.planHash());
    assertEquals(List.of("look-alike"), rules(plan(replaced(), one, PlanSettings.DEFAULT)));
  }

  @Test
  void dueDatesInThePastAreRefusedAndBoundThePlan() {
    Process past =
        process(
            serial("root", List.of(task("a", "title", "A", "dueDate", "2024-09-30"))),
            "name",
            "N",
            "dueDate",
            "2024-12-31");
    PlanInput subject = new PlanInput(ProcessFixture.desired(past), LiveLookup.NONE, null);
    Plan plan = plan(subject, WorkspaceListing.NONE, PlanSettings.DEFAULT);
    assertEquals(List.of("past-date"), rules(plan));
    PlanRefusal refusal = plan.processes().getFirst().refusals().getFirst();
    assertTrue(refusal.message().contains("a:dueDate (Mon 2024-09-30)"), refusal.message());
    assertEquals(
        List.of("write a day after Mon 2024-09-30 instead", "procc apply --allow-past"),
        refusal.ways().stream().map(WayOut::action).toList());
    assertEquals("2024-12-30", plan.validUntil());
    assertEquals(
        List.of(), rules(plan(subject, WorkspaceListing.NONE, PlanSettings.DEFAULT, "past")));
  }

  @Test
  void aFrozenTargetTakesNoChanges() {
    PlanSettings frozen =
        new PlanSettings(
            ServerCapabilities.UNMEASURED,
            SafetyLimits.NONE,
            List.of(new Freeze(LocalDate.of(2024, 9, 30), LocalDate.of(2024, 10, 2), "audit")),
            PeriodReach.ALL);
    PlanInput create = new PlanInput(ProcessFixture.desired(SENT), LiveLookup.NONE, null);
    assertEquals(List.of("freeze"), rules(plan(create, WorkspaceListing.NONE, frozen)));
    assertEquals(List.of(), rules(plan(create, WorkspaceListing.NONE, frozen, "freeze")));
  }

  @Test
  void thresholdsNameTheFlagThatLiftsThem() {
    PlanSettings none =
        new PlanSettings(
            ServerCapabilities.UNMEASURED,
            new SafetyLimits(new PlanLimits(0, 0, 0, 10, 5), Map.of()),
            List.of(),
            PeriodReach.ALL);
    Plan plan = plan(replaced(), WorkspaceListing.NONE, none);
    assertEquals("--max-replace 1", plan.refusals().getFirst().flag());
    List<ProcessNode> before = new ArrayList<>();
    List<ProcessNode> after = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      before.add(task("t" + i, "title", "Old " + i));
      after.add(task("t" + i, "title", (i < 2 ? "New " : "Old ") + i));
    }
    Process old = process(serial("root", before), "name", "N", "dueDate", "2024-12-01");
    Process now = process(serial("root", after), "name", "N", "dueDate", "2024-12-11");
    LiveProcess live = ProcessFixture.live(old);
    PlanInput subject =
        new PlanInput(
            ProcessFixture.desired(now),
            new LiveLookup.Read(live),
            ProcessFixture.entry(old, live));
    List<String> flags = new ArrayList<>();
    plan(subject, WorkspaceListing.NONE, none)
        .processes()
        .getFirst()
        .refusals()
        .forEach(r -> flags.add(String.valueOf(r.flag())));
    assertEquals(List.of("--max-date-shift-days 10", "--max-renames-percent 19"), flags);
  }

  @Test
  void anotherOriginAndAMissingProcessAreRefused() {
    LedgerEntry elsewhere =
        LedgerEntry.empty("dev", ProcessFixture.IDENTITY, "https://api.eu.wdesk.com")
            .withLive("p1", 1L, "", List.of());
    PlanInput foreign =
        new PlanInput(ProcessFixture.desired(SENT), new LiveLookup.Read(LIVE), elsewhere);
    assertEquals(
        List.of("origin"), rules(plan(foreign, WorkspaceListing.NONE, PlanSettings.DEFAULT)));
    PlanInput missing =
        new PlanInput(ProcessFixture.desired(SENT), new LiveLookup.Missing("p1"), ENTRY);
    assertEquals(
        List.of("missing"), rules(plan(missing, WorkspaceListing.NONE, PlanSettings.DEFAULT)));
    Plan again = plan(missing, WorkspaceListing.NONE, PlanSettings.DEFAULT, "recreate");
    assertEquals(List.of(), rules(again));
    assertTrue(again.processes().getFirst().creates());
    assertEquals("loopback", ApiOrigin.of("http://localhost:1"));
    assertEquals(ApiOrigin.of("http://127.0.0.1:2"), ApiOrigin.of("http://[::1]:3/x"));
    assertTrue(ApiOrigin.isSame("http://127.0.0.1:2", "http://localhost:2/"));
    assertFalse(ApiOrigin.isSame("http://127.0.0.1:2", "http://127.0.0.1:3"));
    assertTrue(ApiOrigin.isSame("https://A.com/", "https://a.com"));
    assertFalse(ApiOrigin.isSame("https://a.com", "https://a.com.evil.org"));
    assertNotEquals(ApiOrigin.of("https://a.com"), ApiOrigin.of("https://a.com.evil.org"));
  }

  @Test
  void onlyWhatIsAllowedIsDone() {
    assertEquals(
        List.of("allow"),
        rules(plan(replaced(), WorkspaceListing.NONE, PlanSettings.DEFAULT, "only-patch")));
  }

  @Test
  void anUnfinishedApplyComesFirst() {
    LedgerEntry entry =
        ENTRY.withPending(
            new PendingStep(
                "creating",
                "h",
                "2024-09-30T07:00:00Z",
                null,
                new PendingStep.StepSubject(new SeenProcess("p1", null), null, null, List.of()),
                null));
    PlanInput subject =
        new PlanInput(ProcessFixture.desired(SENT), new LiveLookup.Read(LIVE), entry);
    assertEquals(
        List.of("pending"), rules(plan(subject, WorkspaceListing.NONE, PlanSettings.DEFAULT)));
  }

  @Test
  void aRemovedDefinitionKeepsItsProcessUnlessItSaysTrash() {
    Plan kept =
        plan(
            new PlanInput(null, new LiveLookup.Read(LIVE), ENTRY),
            WorkspaceListing.NONE,
            PlanSettings.DEFAULT,
            "empty");
    assertEquals(List.of(), kept.processes().getFirst().actions());
    assertEquals(1, kept.processes().getFirst().warnings().size());
    LedgerEntry trash =
        ENTRY.withDefinition(
            "Close", new RecordedDefinition("", false, RemovalPolicy.TRASH, Map.of()));
    PlanInput gone = new PlanInput(null, new LiveLookup.Read(LIVE), trash);
    assertEquals(List.of("empty"), rules(plan(gone, WorkspaceListing.NONE, PlanSettings.DEFAULT)));
    Plan plan = plan(gone, WorkspaceListing.NONE, PlanSettings.DEFAULT, "empty");
    assertEquals(
        List.of("DELETE /processes/p1"), ProcessFixture.calls(plan.processes().getFirst()));
    assertEquals(List.of(), rules(plan));
    LiveProcess edited = ProcessFixture.live(OTHER);
    Plan changed =
        plan(
            new PlanInput(null, new LiveLookup.Read(edited), trash),
            WorkspaceListing.NONE,
            PlanSettings.DEFAULT,
            "empty");
    assertEquals(List.of("changed"), rules(changed));
    Plan forget =
        plan(
            new PlanInput(null, new LiveLookup.Missing("p1"), ENTRY),
            WorkspaceListing.NONE,
            PlanSettings.DEFAULT,
            "empty");
    assertEquals(List.of(PlanAction.FORGET), forget.processes().getFirst().actions());
  }

  @Test
  void aClosedPeriodIsOutOfReach() {
    DesiredProcess other = ProcessFixture.desired(OTHER);
    PlanSettings closed =
        new PlanSettings(
            ServerCapabilities.UNMEASURED,
            SafetyLimits.NONE,
            List.of(),
            new PeriodReach(Set.of(), Set.of(other.identity().replaceAll(".*@", ""))));
    Plan plan =
        plan(new PlanInput(other, new LiveLookup.Read(LIVE), ENTRY), WorkspaceListing.NONE, closed);
    assertEquals(List.of(), plan.processes().getFirst().operations());
  }

  @Test
  void aForcedReplacementSaysSo() {
    Plan plan =
        plan(
            new PlanInput(ProcessFixture.desired(SENT), new LiveLookup.Read(LIVE), ENTRY),
            WorkspaceListing.NONE,
            PlanSettings.DEFAULT,
            "replace");
    assertEquals(
        ChangeReason.FORCED,
        plan.processes().getFirst().explanation().replacement().causes().getFirst().reason());
    assertTrue(plan.processes().getFirst().replaces());
  }

  @Test
  void anOldProcessThatSomebodyRestoredIsTold() {
    LedgerEntry entry = ENTRY.withFormer(new FormerProcess("p0", "2024-09-01T00:00:00Z", true));
    PlanInput subject =
        new PlanInput(ProcessFixture.desired(SENT), new LiveLookup.Read(LIVE), entry);
    Plan quiet = plan(subject, listing(null), PlanSettings.DEFAULT);
    assertEquals(List.of(), quiet.processes().getFirst().warnings());
    Plan told = plan(subject, listing(null, "p0"), PlanSettings.DEFAULT);
    assertTrue(told.processes().getFirst().warnings().getFirst().contains("p0"));
  }

  @Test
  void aReplacementBesideAFormerProcessThatIsBackWouldMakeAThird() {
    PlanInput subject =
        new PlanInput(ProcessFixture.desired(OTHER), new LiveLookup.Read(LIVE), replaced(true));
    Plan third = plan(subject, back("p1"), PlanSettings.DEFAULT);
    assertEquals(
        new PlanRefusal(
            "look-alike",
            "the replaced process p0 was restored: 2 would be live",
            "--create-new close@2024-Q4",
            List.of(
                new WayOut(
                    "procc adopt close@2024-Q4 p0 --instead",
                    "it becomes the process of this definition, and p1 goes to the bin"),
                SIDE_BY_SIDE)),
        only(third));
    assertEquals(List.of("p0"), third.processes().getFirst().live().duplicateCandidates());
    assertEquals(List.of(), rules(plan(subject, back("p1"), PlanSettings.DEFAULT, "create-new")));
    assertEquals(List.of(), rules(plan(subject, listing(null), PlanSettings.DEFAULT)));
    PlanInput keptOld =
        new PlanInput(ProcessFixture.desired(OTHER), new LiveLookup.Read(LIVE), replaced(false));
    assertEquals(List.of(), rules(plan(keptOld, back("p1"), PlanSettings.DEFAULT)));
  }

  @Test
  void aChangeInPlaceBesideAFormerProcessThatIsBackIsToldAndMade() {
    Process renamed = process(SENT.root(), "name", "Close 2");
    PlanInput subject =
        new PlanInput(ProcessFixture.desired(renamed), new LiveLookup.Read(LIVE), replaced(true));
    Plan plan = plan(subject, back("p1"), PlanSettings.DEFAULT);
    assertEquals(List.of(), rules(plan));
    assertEquals(1, plan.processes().getFirst().warnings().size());
  }

  @Test
  void aMissingProcessNamesTheFormerOneThatIsBack() {
    PlanInput missing =
        new PlanInput(ProcessFixture.desired(SENT), new LiveLookup.Missing("p1"), replaced(true));
    assertEquals(
        new PlanRefusal(
            "missing",
            "the process p1 is no longer live in Workiva: in the bin, or gone;"
                + " a former one of it is live again: p0",
            "--recreate close@2024-Q4",
            List.of(
                new WayOut(
                    "procc adopt close@2024-Q4 p0", "it becomes the process of this definition"),
                new WayOut(
                    "procc apply --recreate close@2024-Q4",
                    "a new process is created, without what existed only in the old one"))),
        only(plan(missing, back(), PlanSettings.DEFAULT)));
    PlanRefusal again = only(plan(missing, back(), PlanSettings.DEFAULT, "recreate"));
    assertEquals("look-alike", again.rule());
    assertEquals("its former process p0 was restored: 2 would be live", again.message());
  }

  @Test
  void aProcessThatWasTrashedAndIsBackIsNotCreatedAgain() {
    LedgerEntry trashed =
        LedgerEntry.empty("dev", ProcessFixture.IDENTITY, ProcessFixture.API)
            .withFormer(new FormerProcess("p0", "2024-09-01T00:00:00Z", true));
    PlanInput create = new PlanInput(ProcessFixture.desired(SENT), LiveLookup.NONE, trashed);
    assertEquals(
        new PlanRefusal(
            "look-alike",
            "its former process p0 was restored: 2 would be live",
            "--create-new close@2024-Q4",
            List.of(
                new WayOut(
                    "procc adopt close@2024-Q4 p0",
                    "it becomes the process of this definition; the next plan shows what differs"),
                SIDE_BY_SIDE)),
        only(plan(create, back(), PlanSettings.DEFAULT)));
    assertEquals(List.of(), rules(plan(create, WorkspaceListing.NONE, PlanSettings.DEFAULT)));
  }

  @Test
  void twinsAreNeverGuessed() {
    Process before =
        process(
            serial(
                "root",
                List.of(
                    task("a", "title", "A", "assignee", "u"),
                    task("b", "title", "B", "assignee", "u"))),
            "name",
            "N");
    Process after =
        process(
            serial("root", List.of(serial("g", List.of(task("c", "title", "C", "assignee", "u"))))),
            "name",
            "N");
    ProcessPlan plan = ProcessFixture.plan(after, ProcessFixture.live(before));
    assertTrue(plan.replaces());
    assertTrue(plan.warnings().getFirst().contains("/g/c"), plan.warnings().toString());
  }

  @Test
  void revisionsAndTimesTakeNoPartInTheHash() {
    Plan one = plan(replaced(), WorkspaceListing.NONE, PlanSettings.DEFAULT);
    LiveProcess later =
        new LiveProcess(
            LIVE.id(),
            99L,
            LIVE.created(),
            new AuditStamp("u", "2024-12-01T00:00:00Z"),
            LIVE.process(),
            LIVE.marks());
    Plan other =
        plan(
            new PlanInput(ProcessFixture.desired(OTHER), new LiveLookup.Read(later), ENTRY),
            WorkspaceListing.NONE,
            PlanSettings.DEFAULT);
    assertEquals(one.planHash(), other.planHash());
  }

  @Test
  void plansAreWhatTheSchemaSays() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("schemas/plan.schema.json")), InputFormat.JSON);
    WorkspaceListing listing = listing(new RunSummary("r", "complete"), "p7");
    for (Plan plan :
        List.of(
            plan(replaced(), listing, PlanSettings.DEFAULT),
            plan(
                new PlanInput(ProcessFixture.desired(SENT), LiveLookup.NONE, null),
                listing,
                PlanSettings.DEFAULT),
            plan(
                new PlanInput(ProcessFixture.desired(SENT), new LiveLookup.Missing("p1"), ENTRY),
                listing,
                PlanSettings.DEFAULT),
            plan(
                new PlanInput(ProcessFixture.desired(SENT), new LiveLookup.Read(LIVE), ENTRY),
                listing,
                PlanSettings.DEFAULT),
            plan(
                new PlanInput(null, new LiveLookup.Missing("p1"), ENTRY),
                listing,
                PlanSettings.DEFAULT))) {
      assertEquals(List.of(), schema.validate(PlanFile.write(plan), InputFormat.JSON));
    }
  }
}
