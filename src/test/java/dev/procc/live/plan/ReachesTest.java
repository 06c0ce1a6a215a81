package dev.procc.live.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.Wire;
import dev.procc.model.catalog.Change;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import dev.procc.model.process.Node;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever changes, the calls of the plan reach what the definition says, the hash the plan
/// promised is what comes back, and the plan after it is empty.
class ReachesTest {
  @Property(tries = 400)
  void aPlanIsCarriedOutAndTheNextIsEmpty(@ForAll long seed) {
    Random random = new Random(seed);
    Process before = flat(new RandomProcess(random).process());
    Process after =
        random.nextInt(4) == 0
            ? flat(new RandomProcess(random).process())
            : changed(before, random);
    Json.Obj stored = Sketch.stored(Wire.create(before).body(), "p1");
    LiveProcess live = Sketch.read(stored);
    LedgerEntry entry = Sketch.entry(before, live);
    ProcessPlan plan = Sketch.plan(Sketch.desired(after), live, entry, Overrides.NONE);
    LiveProcess reached;
    if (plan.replaces()) {
      assertFalse(plan.replacePaths().isEmpty());
      Json.Obj body = (Json.Obj) plan.operations().getFirst().body();
      assertEquals(Wire.sha256(body), plan.note().expected());
      reached = Sketch.read(Sketch.stored(body, "p2"));
    } else if (plan.acts()) {
      reached = Sketch.read(Server.after(stored, plan));
      assertEquals(plan.note().expected(), reached.contentHash());
    } else {
      assertEquals(List.of(), plan.changes());
      reached = live;
    }
    LedgerEntry recorded = plan.acts() ? Recorder.record(plan, entry, reached) : entry;
    ProcessPlan next = Sketch.plan(Sketch.desired(after), reached, recorded, Overrides.NONE);
    assertEquals(List.of(), next.operations());
    assertEquals(List.of(), next.changes());
  }

  /// Without `relativeDates`: here nobody shifts.
  private static Process flat(Process process) {
    Map<Field, Json> fields = new LinkedHashMap<>(process.fields());
    fields.put(Fields.PROCESS_RELATIVE_DATES, Json.of(false));
    return new Process(process.identity(), fields, process.root());
  }

  private static Process changed(Process process, Random random) {
    Process other = flat(new RandomProcess(random).process());
    Map<Field, Json> fields = new LinkedHashMap<>(process.fields());
    other
        .fields()
        .forEach((field, value) -> {
          if (random.nextInt(3) == 0) {
            fields.put(field, value);
          }
        });
    fields.keySet().removeIf(field -> field.removable() && random.nextInt(6) == 0);
    return new Process(process.identity(), fields, (Group) changed(process.root(), random));
  }

  private static Node changed(Node node, Random random) {
    Map<Field, Json> fields = new LinkedHashMap<>(node.fields());
    for (Map.Entry<Field, Json> entry : fields.entrySet()) {
      if (entry.getKey().change() == Change.RENAME && random.nextInt(2) == 0) {
        entry.setValue(Json.of("New " + random.nextInt(3)));
      }
    }
    if (node instanceof Job job) {
      return new Job(job.key(), job.kind(), fields);
    }
    List<Node> children = new ArrayList<>();
    for (Node child : ((Group) node).children()) {
      if (random.nextInt(20) > 0) {
        children.add(changed(child, random));
      }
    }
    if (random.nextInt(6) == 0) {
      Collections.shuffle(children, random);
    }
    return new Group(node.key(), fields, children);
  }
}
