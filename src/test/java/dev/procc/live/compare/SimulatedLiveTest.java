package dev.procc.live.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.ProcessFixture;
import dev.procc.live.plan.RandomProcess;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.record.RecordedPlans;
import dev.procc.live.wire.LiveProcess;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SimulatedLiveTest {
  @Property(tries = 100)
  void theLedgerSaysWhatItWouldSayAfterTheProcessWasCreated(@ForAll long seed) {
    DesiredProcess applied = ProcessFixture.desired(new RandomProcess(new Random(seed)).process());
    PlanContext context = ProcessFixture.context();
    SimulatedLive simulated = new SimulatedLive(context);
    DefinitionTrees definition = DefinitionTrees.of(applied);
    LiveProcess live = SimulatedLive.liveProcess(definition);
    PlanInput none = new PlanInput(applied, LiveLookup.NONE, null);
    ProcessPlan created =
        Planner.plan(context, List.of(none), WorkspaceListing.NONE).processes().getFirst();
    LedgerEntry empty = LedgerEntry.empty(context.target(), applied.identity(), context.apiUrl());
    LedgerEntry recorded = RecordedPlans.record(created, empty, live);
    LedgerEntry unknownSource =
        recorded.withDefinition(recorded.name(), recorded.definition().withUnknownSource());
    assertEquals(unknownSource, simulated.ledgerEntry(definition, live));
  }
}
