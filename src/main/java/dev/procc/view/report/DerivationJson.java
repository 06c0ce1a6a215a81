package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.duedate.Derivation;
import dev.procc.model.duedate.DerivationStep;
import dev.procc.model.duedate.DerivationStep.Candidate;
import dev.procc.model.duedate.DerivationStep.Choose;
import dev.procc.model.duedate.DerivationStep.Count;
import dev.procc.model.duedate.DerivationStep.DayLine;
import dev.procc.model.duedate.DerivationStep.From;
import dev.procc.model.duedate.DerivationStep.Move;
import dev.procc.model.duedate.DerivationStep.Rolled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A derivation as JSON: in plans, and what `explain date --format json` shows.
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
    return Json.object().put("file", span.file().path()).put("line", span.from().line()).build();
  }

  private static Json steps(List<DerivationStep> steps) {
    List<Json> all = new ArrayList<>(steps.size());
    for (DerivationStep step : steps) {
      Json.Builder json =
          Json.object().put("words", step.words()).put("date", step.date().toString());
      switch (step) {
        case From from -> {
          json.put("source", origin(from.origin()));
          json.put("field", from.field() == null ? null : from.field().toString());
        }
        case Count count ->
            json.put("from", count.from().toString()).put("days", days(count.days()));
        case Move move -> json.put("from", move.from().toString());
        case Choose choose ->
            json.put("candidates", candidates(choose.candidates())).put("chosen", choose.chosen());
        case Rolled rolled ->
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
      if (day.off()) {
        json.put("off", day.reason().words());
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
              .put("words", candidate.words())
              .put("date", candidate.date().toString())
              .put("steps", steps(candidate.steps()))
              .build());
    }
    return Json.array(all);
  }
}
