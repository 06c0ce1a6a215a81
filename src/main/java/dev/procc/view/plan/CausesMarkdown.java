package dev.procc.view.plan;

import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.EffectText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/// The table of a comment with the source lines that change a process, and the effect of each.
final class CausesMarkdown {
  private CausesMarkdown() {}

  static void write(
      MarkdownPage out,
      Plan plan,
      PlanLabels labels,
      ProcessPlan process,
      PlanMarkdownDetail level) {
    List<CauseGroup> groups = new ArrayList<>(CauseGroup.of(CauseGroup.definitionChanges(process)));
    groups.removeIf(group -> group.cause() == null);
    if (groups.isEmpty()) {
      return;
    }
    out.table("#", "Source", "Line", "Effect");
    int number = 1;
    for (CauseGroup group : groups) {
      Cause cause = group.cause();
      if (cause != null && number <= level.shown(groups.size())) {
        out.row(
            MarkdownText.plain(Integer.toString(number++)),
            MarkdownText.code(cause.location()),
            cause.text().isEmpty()
                ? MarkdownText.plain(CauseGroup.lineText(cause))
                : MarkdownText.code(cause.text()),
            effectText(plan, group.changes()));
      }
    }
    level.writeMore(out, labels, groups.size());
  }

  private static MarkdownText effectText(Plan plan, List<FieldChange> changes) {
    boolean replaces = false;
    for (FieldChange change : changes) {
      replaces |=
          change.reason() == ChangeReason.NOT_PATCHABLE
              || change.reason() == ChangeReason.STRUCTURE_CHANGED
              || change.reason() == ChangeReason.ORDER_CHANGED;
    }
    MarkdownText effect = MarkdownText.plain(EffectText.of(changes));
    String needs = (plan.isRefused() ? "would need" : "needs") + " a replacement";
    return replaces ? effect.plus("; ").plus(MarkdownText.strong(needs)) : effect;
  }
}
