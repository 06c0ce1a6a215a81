package dev.procc.live.plan.safety;

import dev.procc.base.text.Plural;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.PlanSubject;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The input of the safety rules.
///
/// @param definition null if the definition was removed
public record RuleInput(
    PlanContext context,
    WorkspaceListing listing,
    PlanSubject subject,
    @Nullable DefinitionTrees definition,
    Decision decision,
    Explanation explanation) {
  private static final int MAX_NAMED = 3;

  String identity() {
    return subject.identity();
  }

  /// A copy without overrides.
  RuleInput withoutLifted() {
    PlanContext strict =
        new PlanContext(
            context.header(),
            context.names(),
            context.settings(),
            overrides().withoutLifted(),
            context.lint(),
            context.lastApplied());
    return new RuleInput(strict, listing, subject, definition, decision, explanation);
  }

  PlanOverrides overrides() {
    return context.overrides();
  }

  /// The first of some addresses, and the number of the others.
  static String abbreviated(List<String> all) {
    List<String> first = all.subList(0, Plural.shown(all.size(), MAX_NAMED));
    return String.join(", ", first)
        + (all.size() > first.size() ? " and " + (all.size() - first.size()) + " more" : "");
  }
}
