package dev.procc.live.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.plan.ProcessFixture;
import dev.procc.live.plan.RandomProcess;
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
class ProcessJsonLawsTest {
  @Property(tries = 300)
  void whatWasCreatedIsReadBackEqual(@ForAll long seed) throws Exception {
    Process process = new RandomProcess(new Random(seed)).process();
    Json.Obj body = ProcessJson.createBody(process).body();
    LiveProcess live =
        ProcessFixture.read(JsonReader.read(ProcessFixture.stored(body, "p").write()));
    assertEquals(body, ProcessJson.createBody(live.process()).body());
    assertEquals(List.of(), live.marks().unknownFields());
  }

  @Property(tries = 300)
  void normalFormIsAFixedPoint(@ForAll long seed) {
    Process process = new RandomProcess(new Random(seed)).process();
    Process once = Normalizer.normalize(process);
    assertEquals(once, Normalizer.normalize(once));
  }

  @Property(tries = 200)
  void orderOfMembersAndSetsMeansNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Json.Obj body =
        ProcessFixture.stored(
            ProcessJson.createBody(new RandomProcess(random).process()).body(), "p");
    assertEquals(
        ProcessFixture.read(body).contentHash(),
        ProcessFixture.read(shuffled(body, random, "")).contentHash());
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
