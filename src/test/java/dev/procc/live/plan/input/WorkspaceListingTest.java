package dev.procc.live.plan.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.ProcessSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Tests what is said of a list whose pages moved while they were read.
final class WorkspaceListingTest {
  private static List<ProcessSummary> list(String... ids) throws Exception {
    List<Json.Obj> items = new ArrayList<>();
    for (String id : ids) {
      items.add((Json.Obj) JsonReader.read("{\"id\":\"" + id + "\",\"name\":\"Close\"}"));
    }
    return ProcessJson.readList(items);
  }

  @Test
  void aProcessThatIsShownTwiceIsOne() throws Exception {
    WorkspaceListing listing = new WorkspaceListing(list("b", "a", "b"), Set.of());
    assertEquals(List.of("a", "b"), listing.unrecordedNamesakes("Close", null));
    assertEquals(List.of("b", "a"), listing.all().stream().map(ProcessSummary::id).toList());
    assertEquals(2, listing.unmanaged(Set.of()).size());
  }
}
