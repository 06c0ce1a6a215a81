package dev.procc.live.plan;

import static dev.procc.live.plan.Sketch.process;
import static dev.procc.live.plan.Sketch.serial;
import static dev.procc.live.plan.Sketch.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.OnRemoval;
import dev.procc.live.ledger.Pending;
import dev.procc.live.ledger.Previous;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.ApiOrigin;
import dev.procc.live.planfile.Later;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanFile;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Reason;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import dev.procc.live.wire.Stamp;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Each safety rule: what it refuses, and what lifts it.
class GuardsTest {
  private static final Process SENT = close("u1");
  private static final Process OTHER = close("u2");
  private static final LiveProcess LIVE = Sketch.live(SENT);
  private static final LedgerEntry ENTRY = Sketch.entry(SENT, LIVE);

  private static Process close(String assignee) {
    return process(
        serial(
            "root",
            List.of(task("a", "title", "A", "assignee", assignee, "dueDate", "2024-12-15"))),
        "name",
        "Close");
  }

  private static Overrides overrides(String... words) {
    Set<String> all = Set.of(words);
    Set<String> key = Set.of(Sketch.IDENTITY);
    Set<String> none = Set.of();
    return new Overrides(
        all.contains("replace") ? key : none,
        all.contains("create-new") ? key : none,
        all.contains("recreate") ? key : none,
        all.contains("overwrite") ? key : none,
        all.contains("evidence") ? key : none,
        all.contains("letters") ? key : none,
        all.contains("unprotect") ? key : none,
        all.contains("past"),
        all.contains("empty"),
        all.contains("freeze"),
        all.contains("only-patch") ? Set.of(Action.PATCH) : Set.of());
  }

  private static Plan plan(
      Subject subject, Listing listing, Settings settings, String... overrides) {
    return Planner.plan(Sketch.context(overrides(overrides), settings), List.of(subject), listing);
  }

  private static List<String> rules(Plan plan) {
    List<String> rules = new ArrayList<>();
    plan.refusals().forEach(r -> rules.add(r.rule()));
    plan.processes().forEach(p -> p.refusals().forEach(r -> rules.add(r.rule())));
    return rules;
  }

  private static Subject replaced() {
    return new Subject(Sketch.desired(OTHER), new Found.Read(LIVE), ENTRY);
  }

  private static Refusal only(Plan plan) {
    List<Refusal> refusals = plan.processes().getFirst().refusals();
    assertEquals(1, refusals.size(), refusals.toString());
    return refusals.getFirst();
  }

  private static Listing listing(@Nullable RunSummary run, String... moreNamedClose) {
    List<ProcessSummary> all = new ArrayList<>();
    all.add(summary("p1", "Close", run));
    for (String id : moreNamedClose) {
      all.add(summary(id, " close ", null));
    }
    return new Listing(all, Set.of("p1"));
  }

  /// The process itself, and one it had before, out of the bin and renamed.
  private static Listing back(String... current) {
    List<ProcessSummary> all = new ArrayList<>();
    for (String id : current) {
      all.add(summary(id, "Close", null));
    }
    all.add(summary("p0", "Old close", null));
    return new Listing(all, Set.of("p0", "p1"));
  }

  private static LedgerEntry replaced(boolean trashed) {
    return ENTRY.withPrevious(new Previous("p0", "2024-09-01T00:00:00Z", trashed));
  }

  private static ProcessSummary summary(String id, String name, @Nullable RunSummary run) {
    return new ProcessSummary(id, name, 1L, null, Stamp.UNKNOWN, Stamp.UNKNOWN, run);
  }

  @Test
  void aProcessWithARunIsEvidence() {
    Listing finished = listing(new RunSummary("r", "complete", null));
    assertEquals(List.of("history"), rules(plan(replaced(), finished, Settings.DEFAULT)));
    assertEquals(List.of(), rules(plan(replaced(), finished, Settings.DEFAULT, "evidence")));
    Listing active = listing(new RunSummary("r", "running", null));
    assertEquals(List.of("history"), rules(plan(replaced(), active, Settings.DEFAULT, "evidence")));
    assertNull(
        plan(replaced(), active, Settings.DEFAULT)
            .processes()
            .getFirst()
            .refusals()
            .getFirst()
            .flag());
    Subject remembered =
        new Subject(Sketch.desired(OTHER), new Found.Read(LIVE), ENTRY.withRun("r0"));
    assertEquals(List.of("history"), rules(plan(remembered, listing(null), Settings.DEFAULT)));
  }

  @Test
  void aProtectedProcessIsNotReplacedEvenWhenTheDefinitionNoLongerSaysSo() {
    LedgerEntry entry = ENTRY.withSource("Close", "", true, OnRemoval.KEEP, Map.of());
    Subject subject = new Subject(Sketch.desired(OTHER), new Found.Read(LIVE), entry);
    assertEquals(List.of("protect"), rules(plan(subject, Listing.NONE, Settings.DEFAULT)));
    assertEquals(List.of(), rules(plan(subject, Listing.NONE, Settings.DEFAULT, "unprotect")));
  }

  @Test
  void lettersAreLost() {
    Process before =
        process(
            serial("root", List.of(Sketch.job(ActionKind.CERTIFICATION, "c", "title", "C"))),
            "name",
            "N");
    Process after =
        process(
            serial(
                "root",
                List.of(
                    Sketch.job(ActionKind.CERTIFICATION, "c", "title", "C"),
                    task("x", "title", "X"))),
            "name",
            "N");
    Subject subject = new Subject(Sketch.desired(after), new Found.Read(Sketch.live(before)), null);
    assertEquals(List.of("losses"), rules(plan(subject, Listing.NONE, Settings.DEFAULT)));
    assertEquals(List.of(), rules(plan(subject, Listing.NONE, Settings.DEFAULT, "letters")));
  }

  @Test
  void lookAlikesAreRefusedAndTakePartInTheHash() {
    Subject create = new Subject(Sketch.desired(SENT), Found.NONE, null);
    Listing none = new Listing(List.of(), Set.of());
    Listing one = listing(null, "p7");
    Plan alone = plan(create, none, Settings.DEFAULT);
    Plan beside = plan(create, one, Settings.DEFAULT);
    assertEquals(List.of(), rules(alone));
    assertEquals(List.of("look-alike"), rules(beside));
    assertEquals(List.of("p7"), beside.processes().getFirst().live().lookAlikes());
    assertEquals(List.of(), rules(plan(create, one, Settings.DEFAULT, "create-new")));
    assertNotEquals(alone.planHash(), beside.planHash());
    assertEquals(List.of("look-alike"), rules(plan(replaced(), one, Settings.DEFAULT)));
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
    Subject subject = new Subject(Sketch.desired(past), Found.NONE, null);
    Plan plan = plan(subject, Listing.NONE, Settings.DEFAULT);
    assertEquals(List.of("past-date"), rules(plan));
    assertTrue(
        plan.processes()
            .getFirst()
            .refusals()
            .getFirst()
            .message()
            .contains("a:dueDate 2024-09-30"));
    assertEquals("2024-12-30", plan.validUntil());
    assertEquals(List.of(), rules(plan(subject, Listing.NONE, Settings.DEFAULT, "past")));
  }

  @Test
  void aFrozenTargetTakesNoChanges() {
    Settings frozen =
        new Settings(
            Measurements.UNMEASURED,
            Limits.NONE,
            Map.of(),
            List.of(new Freeze(LocalDate.of(2024, 9, 30), LocalDate.of(2024, 10, 2), "audit")));
    Subject create = new Subject(Sketch.desired(SENT), Found.NONE, null);
    assertEquals(List.of("freeze"), rules(plan(create, Listing.NONE, frozen)));
    assertEquals(List.of(), rules(plan(create, Listing.NONE, frozen, "freeze")));
  }

  @Test
  void thresholdsNameTheFlagThatLiftsThem() {
    Settings none =
        new Settings(Measurements.UNMEASURED, new Limits(0, 0, 0, 10, 5), Map.of(), List.of());
    Plan plan = plan(replaced(), Listing.NONE, none);
    assertEquals("--max-replace 1", plan.refusals().getFirst().flag());
    List<Node> before = new ArrayList<>();
    List<Node> after = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      before.add(task("t" + i, "title", "Old " + i));
      after.add(task("t" + i, "title", (i < 2 ? "New " : "Old ") + i));
    }
    Process old = process(serial("root", before), "name", "N", "dueDate", "2024-12-01");
    Process now = process(serial("root", after), "name", "N", "dueDate", "2024-12-11");
    Subject subject = new Subject(Sketch.desired(now), new Found.Read(Sketch.live(old)), null);
    List<String> flags = new ArrayList<>();
    plan(subject, Listing.NONE, none)
        .processes()
        .getFirst()
        .refusals()
        .forEach(r -> flags.add(String.valueOf(r.flag())));
    assertEquals(List.of("--max-date-shift-days 10", "--max-renames-percent 19"), flags);
  }

  @Test
  void anotherOriginAndAMissingProcessAreRefused() {
    LedgerEntry elsewhere =
        LedgerEntry.empty("dev", Sketch.IDENTITY, "https://api.eu.wdesk.com")
            .withLive("p1", 1L, "", List.of());
    Subject foreign = new Subject(Sketch.desired(SENT), new Found.Read(LIVE), elsewhere);
    assertEquals(List.of("origin"), rules(plan(foreign, Listing.NONE, Settings.DEFAULT)));
    Subject missing = new Subject(Sketch.desired(SENT), new Found.Missing("p1"), ENTRY);
    assertEquals(List.of("missing"), rules(plan(missing, Listing.NONE, Settings.DEFAULT)));
    Plan again = plan(missing, Listing.NONE, Settings.DEFAULT, "recreate");
    assertEquals(List.of(), rules(again));
    assertTrue(again.processes().getFirst().creates());
    assertEquals("loopback", ApiOrigin.of("http://localhost:1"));
    assertEquals(ApiOrigin.of("http://127.0.0.1:2"), ApiOrigin.of("http://[::1]:3/x"));
    assertNotEquals(ApiOrigin.of("https://a.com"), ApiOrigin.of("https://a.com.evil.org"));
  }

  @Test
  void onlyWhatIsAllowedIsDone() {
    assertEquals(
        List.of("allow"), rules(plan(replaced(), Listing.NONE, Settings.DEFAULT, "only-patch")));
  }

  @Test
  void anUnfinishedApplyComesFirst() {
    LedgerEntry entry =
        ENTRY.withPending(
            new Pending(
                "creating", "h", "2024-09-30T07:00:00Z", null, "p1", null, null, List.of()));
    Subject subject = new Subject(Sketch.desired(SENT), new Found.Read(LIVE), entry);
    assertEquals(List.of("pending"), rules(plan(subject, Listing.NONE, Settings.DEFAULT)));
  }

  @Test
  void aRemovedDefinitionKeepsItsProcessUnlessItSaysTrash() {
    Plan kept =
        plan(
            new Subject(null, new Found.Read(LIVE), ENTRY),
            Listing.NONE,
            Settings.DEFAULT,
            "empty");
    assertEquals(List.of(), kept.processes().getFirst().actions());
    assertEquals(1, kept.processes().getFirst().warnings().size());
    LedgerEntry trash = ENTRY.withSource("Close", "", false, OnRemoval.TRASH, Map.of());
    Subject gone = new Subject(null, new Found.Read(LIVE), trash);
    assertEquals(List.of("empty"), rules(plan(gone, Listing.NONE, Settings.DEFAULT)));
    Plan plan = plan(gone, Listing.NONE, Settings.DEFAULT, "empty");
    assertEquals(List.of("DELETE /processes/p1"), Sketch.calls(plan.processes().getFirst()));
    assertEquals(List.of(), rules(plan));
    LiveProcess edited = Sketch.live(OTHER);
    Plan changed =
        plan(
            new Subject(null, new Found.Read(edited), trash),
            Listing.NONE,
            Settings.DEFAULT,
            "empty");
    assertEquals(List.of("changed"), rules(changed));
    Plan forget =
        plan(
            new Subject(null, new Found.Missing("p1"), ENTRY),
            Listing.NONE,
            Settings.DEFAULT,
            "empty");
    assertEquals(List.of(Action.FORGET), forget.processes().getFirst().actions());
  }

  @Test
  void aClosedPeriodIsOutOfReach() {
    Desired open = Sketch.desired(OTHER);
    Desired closed =
        new Desired(
            open.key(),
            open.period(),
            OTHER,
            open.origins(),
            open.nodes(),
            open.derivations(),
            List.of(),
            false,
            OnRemoval.KEEP,
            false,
            true,
            Later.of(""));
    Plan plan =
        plan(new Subject(closed, new Found.Read(LIVE), ENTRY), Listing.NONE, Settings.DEFAULT);
    assertEquals(List.of(), plan.processes().getFirst().operations());
  }

  @Test
  void aForcedReplacementSaysSo() {
    Plan plan =
        plan(
            new Subject(Sketch.desired(SENT), new Found.Read(LIVE), ENTRY),
            Listing.NONE,
            Settings.DEFAULT,
            "replace");
    assertEquals(Reason.FORCED, plan.processes().getFirst().replacePaths().getFirst().reason());
    assertTrue(plan.processes().getFirst().replaces());
  }

  @Test
  void anOldProcessThatSomebodyRestoredIsTold() {
    LedgerEntry entry = ENTRY.withPrevious(new Previous("p0", "2024-09-01T00:00:00Z", true));
    Subject subject = new Subject(Sketch.desired(SENT), new Found.Read(LIVE), entry);
    Plan quiet = plan(subject, listing(null), Settings.DEFAULT);
    assertEquals(List.of(), quiet.processes().getFirst().warnings());
    Plan told = plan(subject, listing(null, "p0"), Settings.DEFAULT);
    assertTrue(told.processes().getFirst().warnings().getFirst().contains("p0"));
  }

  @Test
  void aReplacementBesideAFormerProcessThatIsBackWouldMakeAThird() {
    Subject subject = new Subject(Sketch.desired(OTHER), new Found.Read(LIVE), replaced(true));
    Plan third = plan(subject, back("p1"), Settings.DEFAULT);
    assertEquals(
        new Refusal(
            "look-alike",
            "what p1 replaced is live again: p0; 2 would be live afterwards",
            "--create-new close@2024-Q4",
            "procc adopt close@2024-Q4 p0 --instead takes it, and puts p1 into the bin"),
        only(third));
    assertEquals(List.of("p0"), third.processes().getFirst().live().lookAlikes());
    assertEquals(List.of(), rules(plan(subject, back("p1"), Settings.DEFAULT, "create-new")));
    assertEquals(List.of(), rules(plan(subject, listing(null), Settings.DEFAULT)));
    Subject keptOld = new Subject(Sketch.desired(OTHER), new Found.Read(LIVE), replaced(false));
    assertEquals(List.of(), rules(plan(keptOld, back("p1"), Settings.DEFAULT)));
  }

  @Test
  void aChangeInPlaceBesideAFormerProcessThatIsBackIsToldAndMade() {
    Process renamed = process(SENT.root(), "name", "Close 2");
    Subject subject = new Subject(Sketch.desired(renamed), new Found.Read(LIVE), replaced(true));
    Plan plan = plan(subject, back("p1"), Settings.DEFAULT);
    assertEquals(List.of(), rules(plan));
    assertEquals(1, plan.processes().getFirst().warnings().size());
  }

  @Test
  void aMissingProcessNamesTheFormerOneThatIsBack() {
    Subject missing = new Subject(Sketch.desired(SENT), new Found.Missing("p1"), replaced(true));
    assertEquals(
        new Refusal(
            "missing",
            "the ledger knows it as \"p1\", and the server has no such process,"
                + " but a former one of it is live again: p0",
            "--recreate close@2024-Q4",
            "procc adopt close@2024-Q4 p0 makes it the one of this definition"),
        only(plan(missing, back(), Settings.DEFAULT)));
    Refusal again = only(plan(missing, back(), Settings.DEFAULT, "recreate"));
    assertEquals("look-alike", again.rule());
    assertEquals(
        "what it had before is live again: p0; 2 would be live afterwards", again.message());
  }

  @Test
  void aProcessThatWasTrashedAndIsBackIsNotCreatedAgain() {
    LedgerEntry trashed =
        LedgerEntry.empty("dev", Sketch.IDENTITY, Sketch.API)
            .withPrevious(new Previous("p0", "2024-09-01T00:00:00Z", true));
    Subject create = new Subject(Sketch.desired(SENT), Found.NONE, trashed);
    assertEquals(
        new Refusal(
            "look-alike",
            "what it had before is live again: p0; 2 would be live afterwards",
            "--create-new close@2024-Q4",
            "procc adopt close@2024-Q4 p0 makes it the one of this definition"),
        only(plan(create, back(), Settings.DEFAULT)));
    assertEquals(List.of(), rules(plan(create, Listing.NONE, Settings.DEFAULT)));
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
    ProcessPlan plan = Sketch.plan(after, Sketch.live(before));
    assertTrue(plan.replaces());
    assertTrue(plan.warnings().getFirst().contains("/g/c"), plan.warnings().toString());
  }

  @Test
  void revisionsAndTimesTakeNoPartInTheHash() {
    Plan one = plan(replaced(), Listing.NONE, Settings.DEFAULT);
    LiveProcess later =
        new LiveProcess(
            LIVE.id(),
            99L,
            LIVE.created(),
            new Stamp("u", "2024-12-01T00:00:00Z"),
            LIVE.process(),
            LIVE.readOnlyNodes(),
            LIVE.taggedJobs(),
            LIVE.unknown());
    Plan other =
        plan(
            new Subject(Sketch.desired(OTHER), new Found.Read(later), ENTRY),
            Listing.NONE,
            Settings.DEFAULT);
    assertEquals(one.planHash(), other.planHash());
  }

  @Test
  void plansAreWhatTheSchemaSays() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("schemas/plan.schema.json")), InputFormat.JSON);
    Listing listing = listing(new RunSummary("r", "complete", null), "p7");
    for (Plan plan :
        List.of(
            plan(replaced(), listing, Settings.DEFAULT),
            plan(new Subject(Sketch.desired(SENT), Found.NONE, null), listing, Settings.DEFAULT),
            plan(
                new Subject(Sketch.desired(SENT), new Found.Missing("p1"), ENTRY),
                listing,
                Settings.DEFAULT),
            plan(
                new Subject(Sketch.desired(SENT), new Found.Read(LIVE), ENTRY),
                listing,
                Settings.DEFAULT),
            plan(new Subject(null, new Found.Missing("p1"), ENTRY), listing, Settings.DEFAULT))) {
      assertEquals(List.of(), schema.validate(PlanFile.write(plan), InputFormat.JSON));
    }
  }
}
