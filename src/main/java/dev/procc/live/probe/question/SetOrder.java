package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The order of the members that are declared unique.
public final class SetOrder extends Probe {
  public SetOrder() {
    super("set-order");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("businessDateExclusions", Json.texts(days(lab))),
            "days in no order"),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1)) {
      return replies.unclear();
    }
    List<String> shown = new ArrayList<>();
    for (Json day : replies.body(1).items("businessDateExclusions")) {
      shown.add(day instanceof Json.Str text ? text.value() : "");
    }
    List<String> sorted = new ArrayList<>(days(lab));
    Collections.sort(sorted);
    if (shown.equals(days(lab))) {
      return ProbeResult.of("sent", "as sent");
    }
    return shown.equals(sorted) ? ProbeResult.of("sorted", "sorted") : replies.unclear();
  }

  private static List<String> days(ProbeFixtures lab) {
    return List.of(lab.monday().plusDays(8).toString(), lab.monday().plusDays(1).toString());
  }
}
