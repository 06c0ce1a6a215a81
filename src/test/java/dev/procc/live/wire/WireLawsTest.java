package dev.procc.live.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.plan.RandomProcess;
import dev.procc.live.plan.Sketch;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Laws of the wire form.
class WireLawsTest {
  @Property(tries = 300)
  void whatWasCreatedIsReadBackEqual(@ForAll long seed) throws Exception {
    Process process = new RandomProcess(new Random(seed)).process();
    Json.Obj body = Wire.create(process).body();
    LiveProcess live = Sketch.read(JsonReader.read(Sketch.stored(body, "p").write()));
    assertEquals(body, Wire.create(live.process()).body());
    assertEquals(List.of(), live.unknown());
  }

  @Property(tries = 300)
  void normalFormIsAFixedPoint(@ForAll long seed) {
    Process process = new RandomProcess(new Random(seed)).process();
    Process once = Normal.of(process);
    assertEquals(once, Normal.of(once));
  }

  @Property(tries = 200)
  void orderOfMembersAndSetsMeansNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Json.Obj body = Sketch.stored(Wire.create(new RandomProcess(random).process()).body(), "p");
    assertEquals(
        Sketch.read(body).contentHash(), Sketch.read(shuffled(body, random, "")).contentHash());
  }

  private static Json shuffled(Json value, Random random, String name) {
    return switch (value) {
      case Json.Obj o -> {
        List<Map.Entry<String, Json>> members = new ArrayList<>(o.members().entrySet());
        Collections.shuffle(members, random);
        Map<String, Json> all = new LinkedHashMap<>();
        members.forEach(m -> all.put(m.getKey(), shuffled(m.getValue(), random, m.getKey())));
        yield new Json.Obj(all);
      }
      case Json.Arr a -> {
        List<Json> items = new ArrayList<>();
        a.items().forEach(item -> items.add(shuffled(item, random, "")));
        if (name.startsWith("business") || name.equals("calendars")) {
          Collections.shuffle(items, random);
        }
        yield new Json.Arr(items);
      }
      default -> value;
    };
  }
}
