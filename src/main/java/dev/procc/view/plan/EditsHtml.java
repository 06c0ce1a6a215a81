package dev.procc.view.plan;

import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.plan.facts.EditConflict;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.Style;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The part of a plan's page about edits in Workiva that differ from the definition, and stay.
final class EditsHtml {
  /// The width of lines that a page breaks by itself.
  private static final int UNBROKEN = 100_000;

  private EditsHtml() {}

  static void put(Map<String, Object> model, ProcessPlan process, PlanLabels labels) {
    List<Object> rows = new ArrayList<>();
    for (EditConflict conflict : EditConflict.of(process, labels)) {
      rows.add(
          HtmlModels.modelOf(
              "what", conflict.what(),
              "last", conflict.lastApplied(),
              "live", conflict.live(),
              "wanted", conflict.wanted()));
    }
    model.put("conflicts", rows);
    model.put("hasConflicts", !rows.isEmpty());
    model.put("conflictHeading", EditConflict.heading(process, labels));
    List<FieldChange> staying = EditConflict.otherEditsThatStay(process);
    TextPage effects = new TextPage(UNBROKEN);
    new FieldChangeText(labels, Style.PLAIN, process, true).write(effects, staying, -1);
    model.put("hasStaying", !staying.isEmpty());
    model.put("staying", staying.isEmpty() ? List.of() : HtmlModels.effectModels(effects));
  }
}
