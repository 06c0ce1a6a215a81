package dev.procc.language.compile;

import dev.procc.base.finding.Outcome;
import dev.procc.language.bind.Binder;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// A cache of bound documents, from one compilation of a project to the next.
final class DocumentCache {
  private final DateLanguage dateLanguage = new DateLanguage();
  private final Binder binder = new Binder(dateLanguage);
  private Map<SourceDocument, Outcome<?>> before = Map.of();
  private Map<SourceDocument, Outcome<?>> bound = new HashMap<>();

  DateLanguage dateLanguage() {
    return dateLanguage;
  }

  Binder binder() {
    return binder;
  }

  /// Starts a new compilation; entries that the last one did not use are dropped.
  void begin() {
    before = bound;
    bound = new HashMap<>();
  }

  /// The result of binding a document.
  @SuppressWarnings("unchecked") // the type of the result depends on the kind of the document alone
  <T> Outcome<T> bind(SourceDocument document, Function<Mapping, Outcome<T>> read) {
    Outcome<?> known = before.get(document);
    Outcome<T> result = known == null ? read.apply(document.mapping()) : (Outcome<T>) known;
    bound.put(document, result);
    return result;
  }
}
