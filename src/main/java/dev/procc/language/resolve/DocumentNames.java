package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks up documents and sections: an alias, or an id as it is.
///
/// A text that is no alias is an id, since ids are opaque; one that is nearly an alias is reported.
final class DocumentNames {
  private final @Nullable DocumentsDecl documents;
  private final List<Diagnostic> found;
  private final Map<String, DocumentDecl> used = new LinkedHashMap<>();

  DocumentNames(@Nullable DocumentsDecl documents, List<Diagnostic> found) {
    this.documents = documents;
    this.found = found;
  }

  Map<String, DocumentDecl> used() {
    return used;
  }

  Value document(Scalar name, Origin origin) {
    DocumentDecl document = find(name);
    if (document == null) {
      if (documents != null) {
        near(name, documents.documents().keySet(), true);
      }
      return new Value(Json.of(name.value()), origin);
    }
    used.put(document.alias().value(), document);
    return new Value(
        Json.of(document.id().value()),
        origin.with(
            List.of(
                new Origin(Layer.DOCUMENT, document.id().span(), document.id().origin().from()))));
  }

  /// A section of the document that stands beside it.
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
      if (document != null) {
        near(name, document.sections().keySet(), false);
      }
      return new Value(Json.of(name.value()), origin);
    }
    return new Value(
        Json.of(id.value()),
        origin.with(
            List.of(
                new Origin(Layer.DOCUMENT, id.span(), id.origin().from()), documentName.origin())));
  }

  private @Nullable DocumentDecl find(Scalar name) {
    return documents == null ? null : documents.documents().get(name.value());
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
