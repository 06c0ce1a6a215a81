package dev.procc.view.dates;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.duedate.Derivation;
import dev.procc.model.duedate.DerivationStep;
import dev.procc.model.duedate.DerivationStep.Candidate;
import dev.procc.model.duedate.DerivationStep.ChoiceStep;
import dev.procc.model.duedate.DerivationStep.CountStep;
import dev.procc.model.duedate.DerivationStep.DayLine;
import dev.procc.model.duedate.DerivationStep.MoveStep;
import dev.procc.model.duedate.DerivationStep.RollStep;
import dev.procc.model.duedate.DerivationStep.StartStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A derivation as JSON, in plans and for `explain date --format json`.
public final class DerivationJson {
  private DerivationJson() {}

  /// `{ rule, date, from, steps, businessDay, workday }`.
  public static Json.Obj of(Derivation derivation) {
    Json.Builder json =
        Json.object()
            .put("rule", derivation.canonical())
            .put("date", derivation.date().toString())
            .put("source", source(derivation.origin().span()))
            .put("steps", steps(derivation.steps()));
    derivation.businessDay().ifPresent(n -> json.put("businessDay", n));
    derivation.workday().ifPresent(n -> json.put("workday", n));
    return json.build();
  }

  private static Json source(Span span) {
    return Json.object()
        .put("file", span.file().path())
        .put("line", span.startPosition().line())
        .build();
  }

  private static Json steps(List<DerivationStep> steps) {
    List<Json> all = new ArrayList<>(steps.size());
    for (DerivationStep step : steps) {
      Json.Builder json =
          Json.object().put("words", step.description()).put("date", step.date().toString());
      switch (step) {
        case StartStep from -> {
          json.put("source", origin(from.origin()));
          json.put("field", from.field() == null ? null : from.field().toString());
        }
        case CountStep count ->
            json.put("from", count.from().toString()).put("days", days(count.days()));
        case MoveStep move -> json.put("from", move.from().toString());
        case ChoiceStep choose ->
            json.put("candidates", candidates(choose.candidates())).put("chosen", choose.chosen());
        case RollStep rolled ->
            json.put("from", rolled.from().toString()).put("days", days(rolled.days()));
      }
      all.add(json.build());
    }
    return Json.array(all);
  }

  private static @Nullable Json origin(@Nullable Origin origin) {
    return origin == null ? null : source(origin.span());
  }

  private static Json days(List<DayLine> days) {
    List<Json> all = new ArrayList<>(days.size());
    for (DayLine day : days) {
      Json.Builder json = Json.object().put("date", day.date().toString());
      if (day.isSkipped()) {
        json.put("off", day.reason().text());
      } else {
        json.put("number", day.number());
      }
      json.put("source", day.source() == null ? null : source(day.source()));
      all.add(json.build());
    }
    return Json.array(all);
  }

  private static Json candidates(List<Candidate> candidates) {
    List<Json> all = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      all.add(
          Json.object()
              .put("words", candidate.description())
              .put("date", candidate.date().toString())
              .put("steps", steps(candidate.steps()))
              .build());
    }
    return Json.array(all);
  }
}
