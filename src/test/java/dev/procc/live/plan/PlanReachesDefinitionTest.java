package dev.procc.live.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.record.RecordedPlans;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever changes, the calls of the plan lead to what the definition says, the result has the
/// hash that the plan predicted, and the next plan is empty.
class PlanReachesDefinitionTest {
  @Property(tries = 400)
  void aPlanIsCarriedOutAndTheNextIsEmpty(@ForAll long seed) {
    Random random = new Random(seed);
    Process before = flat(new RandomProcess(random).process());
    Process after =
        random.nextInt(4) == 0 ? flat(new RandomProcess(random).process()) : near(before, random);
    Json.Obj stored = ProcessFixture.stored(ProcessJson.createBody(before).body(), "p1");
    LiveProcess live = ProcessFixture.read(stored);
    LedgerEntry entry = ProcessFixture.entry(before, live);
    ProcessPlan plan =
        ProcessFixture.plan(ProcessFixture.desired(after), live, entry, PlanOverrides.NONE);
    LiveProcess reached;
    if (plan.replaces()) {
      assertFalse(plan.explanation().replacement().causes().isEmpty());
      Json.Obj body = (Json.Obj) plan.operations().getFirst().body();
      assertEquals(ProcessJson.sha256(body), plan.ledgerUpdate().predictedHash());
      reached = ProcessFixture.read(ProcessFixture.stored(body, "p2"));
    } else if (plan.hasActions()) {
      reached = ProcessFixture.read(InPlaceExecutor.after(stored, plan));
      assertEquals(plan.ledgerUpdate().predictedHash(), reached.contentHash());
    } else {
      assertEquals(List.of(), plan.changes());
      reached = live;
    }
    LedgerEntry recorded = plan.hasActions() ? RecordedPlans.record(plan, entry, reached) : entry;
    ProcessPlan next =
        ProcessFixture.plan(ProcessFixture.desired(after), reached, recorded, PlanOverrides.NONE);
    assertEquals(List.of(), next.operations());
    assertEquals(List.of(), next.changes());
  }

  /// A process without `relativeDates`: nothing moves dates here.
  private static Process flat(Process process) {
    Map<FieldSpec, Json> fields = new LinkedHashMap<>(process.fields());
    fields.put(Fields.PROCESS_RELATIVE_DATES, Json.of(false));
    return new Process(process.identity(), fields, process.root());
  }

  private static Process near(Process process, Random random) {
    Process other = flat(new RandomProcess(random).process());
    return new RandomProcess(random).mutate(process, other);
  }
}
