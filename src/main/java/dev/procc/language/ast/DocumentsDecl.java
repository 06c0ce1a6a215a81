package dev.procc.language.ast;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The aliases of documents, as written or as valid in one period.
///
/// @param documents by alias: as written for every period, or as valid in one
/// @param allPeriods by alias, as written for every period
/// @param periods by the key of a period: the differences there, by alias
/// @param unreadable aliases that could not be read; with [Unknown#LOST_KEY] any name may be one
public record DocumentsDecl(
    Scalar key,
    Map<String, DocumentDecl> documents,
    Map<String, DocumentDecl> allPeriods,
    Map<String, PeriodDocuments> periods,
    Set<String> unreadable) {
  /// Whether an alias that is not listed may be one that could not be read.
  public boolean mayHave(String alias) {
    return unreadable.contains(alias) || unreadable.contains(Unknown.LOST_KEY);
  }

  /// The differences in one period.
  public record PeriodDocuments(Scalar period, Map<String, DocumentDecl> documents) {}

  /// A document.
  ///
  /// @param id null if only periods have one
  /// @param sections ids of sections by alias
  public record DocumentDecl(
      Scalar alias, @Nullable Scalar id, @Nullable Scalar name, Map<String, Scalar> sections) {

    /// The name for people; the alias if it has none.
    public String displayName() {
      return name == null ? alias.value() : name.value();
    }
  }

  /// Creates the aliases as written, for every period.
  public DocumentsDecl(
      Scalar key,
      Map<String, DocumentDecl> documents,
      Map<String, PeriodDocuments> periods,
      Set<String> unreadable) {
    this(key, documents, documents, periods, unreadable);
  }

  /// The aliases in a period, or outside of any.
  ///
  /// `id` and `name` of the period's entry take precedence over those for every period, and so does
  /// each of its `sections`. A period with another document has to list its sections as well: the
  /// id of a section belongs to one document, so none is inherited.
  public DocumentsDecl forPeriod(@Nullable String period) {
    PeriodDocuments own = period == null ? null : periods.get(period);
    if (own == null || own.documents().isEmpty()) {
      return documents == allPeriods
          ? this
          : new DocumentsDecl(key, allPeriods, allPeriods, periods, unreadable);
    }
    Map<String, DocumentDecl> merged = new LinkedHashMap<>(allPeriods);
    own.documents()
        .forEach((alias, entry) -> merged.computeIfPresent(alias, (a, all) -> merge(entry, all)));
    return new DocumentsDecl(key, merged, allPeriods, periods, unreadable);
  }

  private static DocumentDecl merge(DocumentDecl own, DocumentDecl all) {
    Map<String, Scalar> sections = new LinkedHashMap<>();
    if (!isOtherDocument(own, all)) {
      sections.putAll(all.sections());
    }
    own.sections()
        .forEach((alias, id) -> sections.put(alias, hiding(id, all.sections().get(alias))));
    Scalar id = own.id();
    Scalar name = own.name();
    return new DocumentDecl(
        all.alias(),
        id == null ? all.id() : hiding(id, all.id()),
        name == null ? all.name() : name,
        sections);
  }

  private static boolean isOtherDocument(DocumentDecl own, DocumentDecl all) {
    Scalar id = own.id();
    Scalar other = all.id();
    return id != null && other != null && !id.value().equals(other.value());
  }

  /// The text of a period, with the text that it overrides.
  private static Scalar hiding(Scalar own, @Nullable Scalar hidden) {
    List<Origin> from = new ArrayList<>(own.origin().inputs());
    if (hidden != null) {
      from.add(new Origin(Layer.OVERRIDDEN, hidden.span(), hidden.origin().inputs()));
    }
    return new Scalar(new Origin(Layer.PERIOD, own.span(), from), own.value(), own.style());
  }
}
