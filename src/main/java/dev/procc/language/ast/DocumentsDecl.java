package dev.procc.language.ast;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Document aliases, as written or as they hold in one period.
///
/// @param documents by alias: as written for every period, or as they hold in one
/// @param written by alias, as written for every period
/// @param periods by the key of a period: what differs there, by alias
public record DocumentsDecl(
    Scalar key,
    Map<String, DocumentDecl> documents,
    Map<String, DocumentDecl> written,
    Map<String, InPeriod> periods) {

  /// What differs in one period.
  public record InPeriod(Scalar period, Map<String, DocumentDecl> documents) {}

  /// A document.
  ///
  /// @param id absent where only periods give one
  /// @param sections alias to the id of the section
  public record DocumentDecl(
      Scalar alias, @Nullable Scalar id, @Nullable Scalar name, Map<String, Scalar> sections) {

    /// What people read: the name, or else the alias.
    public String display() {
      return name == null ? alias.value() : name.value();
    }
  }

  /// Aliases as written, for every period.
  public DocumentsDecl(
      Scalar key, Map<String, DocumentDecl> documents, Map<String, InPeriod> periods) {
    this(key, documents, documents, periods);
  }

  /// The aliases as they hold in a period, or outside of any.
  ///
  /// `id` and `name` of the period's entry come before those for every period, `sections` name by
  /// name. Where the period has another document, it has its sections as well: the id of a section
  /// belongs to one document, so none is taken over.
  public DocumentsDecl in(@Nullable String period) {
    InPeriod own = period == null ? null : periods.get(period);
    if (own == null || own.documents().isEmpty()) {
      return documents == written ? this : new DocumentsDecl(key, written, written, periods);
    }
    Map<String, DocumentDecl> merged = new LinkedHashMap<>(written);
    own.documents()
        .forEach((alias, entry) -> merged.computeIfPresent(alias, (a, all) -> laid(entry, all)));
    return new DocumentsDecl(key, merged, written, periods);
  }

  private static DocumentDecl laid(DocumentDecl own, DocumentDecl all) {
    Map<String, Scalar> sections = new LinkedHashMap<>();
    if (!another(own, all)) {
      sections.putAll(all.sections());
    }
    own.sections().forEach((alias, id) -> sections.put(alias, over(id, all.sections().get(alias))));
    Scalar id = own.id();
    Scalar name = own.name();
    return new DocumentDecl(
        all.alias(),
        id == null ? all.id() : over(id, all.id()),
        name == null ? all.name() : name,
        sections);
  }

  private static boolean another(DocumentDecl own, DocumentDecl all) {
    Scalar id = own.id();
    Scalar other = all.id();
    return id != null && other != null && !id.value().equals(other.value());
  }

  /// The text of a period, that knows which one it hides.
  private static Scalar over(Scalar own, @Nullable Scalar hidden) {
    List<Origin> from = new ArrayList<>(own.origin().from());
    if (hidden != null) {
      from.add(new Origin(Layer.HIDDEN, hidden.span(), hidden.origin().from()));
    }
    return new Scalar(new Origin(Layer.PERIOD, own.span(), from), own.value(), own.style());
  }
}
