package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.DocumentsDecl.InPeriod;
import dev.procc.language.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks up documents and sections: an alias, or an id as it is.
///
/// A text that is no alias is an id, since ids are opaque; one that is nearly an alias is reported,
/// and so is an alias that has nothing in this period.
final class DocumentNames {
  private final @Nullable DocumentsDecl documents;
  private final @Nullable String period;
  private final List<Diagnostic> found;
  private final Map<String, DocumentDecl> used = new LinkedHashMap<>();

  /// @param documents as they hold in the period
  /// @param period its key; absent for a process without one
  DocumentNames(
      @Nullable DocumentsDecl documents, @Nullable String period, List<Diagnostic> found) {
    this.documents = documents;
    this.period = period;
    this.found = found;
  }

  Map<String, DocumentDecl> used() {
    return used;
  }

  /// The id of a document; absent where the period has none, which is reported.
  @Nullable Value document(Scalar name, Origin origin) {
    DocumentDecl document = find(name);
    if (document == null) {
      if (documents != null) {
        near(name, documents.documents().keySet(), true);
      }
      return new Value(Json.of(name.value()), origin);
    }
    Scalar id = document.id();
    if (id == null) {
      String what = "\"" + name.value() + "\"";
      missing(name, name.value(), document, "{ id: ... }", what);
      return null;
    }
    used.put(document.alias().value(), document);
    return new Value(Json.of(id.value()), origin.with(List.of(layer(id))));
  }

  /// A section of the document that stands beside it; absent where there is none to send, which is
  /// reported once.
  @Nullable Value section(Scalar name, Origin origin, @Nullable Scalar documentName) {
    if (documentName == null) {
      found.add(
          Diagnostic.of(
                  ResolveCodes.SECTION_WITHOUT_DOCUMENT,
                  name.span(),
                  "\"" + name.value() + "\" is a section without a document")
              .withHint("add document: beside it"));
      return null;
    }
    DocumentDecl document = find(documentName);
    Scalar id = document == null ? null : document.sections().get(name.value());
    if (id == null) {
      if (document != null && document.id() == null) {
        return null;
      }
      if (document != null && elsewhere(documentName.value(), name.value())) {
        String entry = "{ sections: { " + name.value() + ": ... } }";
        String what = "Section \"" + name.value() + "\" of \"" + documentName.value() + "\"";
        missing(name, documentName.value(), document, entry, what);
        return null;
      }
      if (document != null) {
        near(name, document.sections().keySet(), false);
      }
      return new Value(Json.of(name.value()), origin);
    }
    return new Value(Json.of(id.value()), origin.with(List.of(layer(id), documentName.origin())));
  }

  private static Origin layer(Scalar id) {
    return id.origin().layer() == Layer.PERIOD
        ? id.origin()
        : new Origin(Layer.DOCUMENT, id.span(), id.origin().from());
  }

  private @Nullable DocumentDecl find(Scalar name) {
    return documents == null ? null : documents.documents().get(name.value());
  }

  /// Whether a section is known of the document, but not in this period.
  private boolean elsewhere(String document, String section) {
    if (documents == null) {
      return false;
    }
    DocumentDecl all = documents.written().get(document);
    boolean known = all != null && all.sections().containsKey(section);
    for (InPeriod own : documents.periods().values()) {
      DocumentDecl there = own.documents().get(document);
      known |= there != null && there.sections().containsKey(section);
    }
    return known;
  }

  private void missing(
      Scalar name, String alias, DocumentDecl document, String entry, String what) {
    String where = period == null ? "outside of a period" : "in " + period;
    found.add(
        Diagnostic.of(ResolveCodes.NOT_IN_PERIOD, name.span(), what + " has no id " + where)
            .withLabel(document.alias().span(), "declared here")
            .withHint(
                period == null
                    ? "add it where the alias is declared: " + alias + ": " + entry
                    : "add periods: { " + period + ": { " + alias + ": " + entry + " } }"));
  }

  private void near(Scalar name, Iterable<String> aliases, boolean document) {
    List<String> known = new java.util.ArrayList<>();
    aliases.forEach(known::add);
    var near = Spelling.nearest(name.value(), known);
    if (near.isPresent()) {
      found.add(
          Diagnostic.of(
                  document ? ResolveCodes.UNKNOWN_DOCUMENT : ResolveCodes.UNKNOWN_SECTION,
                  name.span(),
                  "\""
                      + name.value()
                      + "\" is no alias of a "
                      + (document ? "document" : "section")
                      + " and looks like one")
              .withHint("did you mean \"" + near.get() + "\"?"));
    }
  }
}
