package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The order of the members that are declared unique.
public final class SetOrder extends Probe {
  public SetOrder() {
    super("set-order");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A")).with("businessDateExclusions", Json.texts(days(lab))),
            "days in no order"),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1)) {
      return replies.unclear();
    }
    List<String> shown = new ArrayList<>();
    for (Json day : replies.body(1).items("businessDateExclusions")) {
      shown.add(day instanceof Json.Str text ? text.value() : "");
    }
    List<String> sorted = new ArrayList<>(days(lab));
    Collections.sort(sorted);
    if (shown.equals(days(lab))) {
      return Reading.is("sent", "as sent");
    }
    return shown.equals(sorted) ? Reading.is("sorted", "sorted") : replies.unclear();
  }

  private static List<String> days(Lab lab) {
    return List.of(lab.monday().plusDays(8).toString(), lab.monday().plusDays(1).toString());
  }
}
