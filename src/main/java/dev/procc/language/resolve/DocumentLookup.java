package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.DocumentsDecl.PeriodDocuments;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lookup of documents and sections, by alias or by id.
///
/// If there is a Documents document, a text is an alias in it, or the id of a document that it
/// lists; any other id is written `{ id: ... }`. Without one, a text is an id. The same is true of
/// a section if its document lists sections.
final class DocumentLookup {
  private final @Nullable DocumentsDecl documents;
  private final @Nullable String period;
  private final Findings findings;
  private final Map<String, DocumentDecl> usedDocuments = new LinkedHashMap<>();

  /// @param documents as valid in the period
  /// @param period its key; null for a process without one
  DocumentLookup(@Nullable DocumentsDecl documents, @Nullable String period, Findings findings) {
    this.documents = documents;
    this.period = period;
    this.findings = findings;
  }

  Map<String, DocumentDecl> usedDocuments() {
    return usedDocuments;
  }

  /// The id of `{ id: ... }`; null if there is none, which has been reported.
  static @Nullable ResolvedValue byId(Mapping written, Origin origin) {
    return written.get("id") instanceof Scalar id && !id.isNull()
        ? new ResolvedValue(Json.of(id.value()), origin.withInputs(List.of(id.origin())))
        : null;
  }

  /// The id of a document; null, with a finding, if there is none.
  @Nullable ResolvedValue document(YamlNode node, Origin origin) {
    if (node instanceof Mapping id) {
      return byId(id, origin);
    }
    if (!(node instanceof Scalar name) || isUnreadable(name)) {
      return null;
    }
    DocumentDecl document = find(name);
    if (document == null) {
      if (documents != null && !name.value().isEmpty() && !isIdOfDocument(name.value())) {
        reportUnknown(name, documents.documents().keySet(), FieldRole.DOCUMENT);
        return null;
      }
      return new ResolvedValue(Json.of(name.value()), origin);
    }
    Scalar id = document.id();
    if (id == null) {
      String what = "\"" + name.value() + "\"";
      reportMissing(name, name.value(), document, "{ id: ... }", what);
      return null;
    }
    usedDocuments.put(document.alias().value(), document);
    return new ResolvedValue(Json.of(id.value()), origin.withInputs(List.of(originOf(id))));
  }

  /// A section of the document named beside it; null if there is none to send, which is reported
  /// once.
  @Nullable ResolvedValue section(Scalar name, Origin origin, @Nullable Scalar documentName) {
    if (documentName == null) {
      findings.add(
          Finding.of(
                  ResolveCodes.SECTION_WITHOUT_DOCUMENT,
                  name.span(),
                  "\"" + name.value() + "\" is a section without a document")
              .withHint("add document: beside it"));
      return null;
    }
    if (isUnreadable(documentName)) {
      return null;
    }
    DocumentDecl document = find(documentName);
    Scalar id = document == null ? null : document.sections().get(name.value());
    if (id == null) {
      if (document != null && document.id() == null) {
        return null;
      }
      if (document != null && isKnownInOtherPeriod(documentName.value(), name.value())) {
        String entry = "{ sections: { " + name.value() + ": ... } }";
        String what = "Section \"" + name.value() + "\" of \"" + documentName.value() + "\"";
        reportMissing(name, documentName.value(), document, entry, what);
        return null;
      }
      if (document != null
          && !document.sections().isEmpty()
          && !name.value().isEmpty()
          && !isIdOf(name.value(), document.sections())) {
        reportUnknown(name, document.sections().keySet(), FieldRole.SECTION);
        return null;
      }
      return new ResolvedValue(Json.of(name.value()), origin);
    }
    return new ResolvedValue(
        Json.of(id.value()), origin.withInputs(List.of(originOf(id), documentName.origin())));
  }

  /// Whether a name may be an alias that could not be read.
  private boolean isUnreadable(Scalar name) {
    return documents != null && find(name) == null && documents.mayHave(name.value());
  }

  private static Origin originOf(Scalar id) {
    return id.origin().layer() == Layer.PERIOD
        ? id.origin()
        : new Origin(Layer.DOCUMENT, id.span(), id.origin().inputs());
  }

  private @Nullable DocumentDecl find(Scalar name) {
    return documents == null ? null : documents.documents().get(name.value());
  }

  /// Whether the document has a section with this name only in other periods.
  private boolean isKnownInOtherPeriod(String document, String section) {
    if (documents == null) {
      return false;
    }
    DocumentDecl declared = documents.allPeriods().get(document);
    boolean known = declared != null && declared.sections().containsKey(section);
    for (PeriodDocuments own : documents.periods().values()) {
      DocumentDecl there = own.documents().get(document);
      known |= there != null && there.sections().containsKey(section);
    }
    return known;
  }

  /// Whether a document has no id in any period, which is reported at its declaration.
  private boolean isNowhereGiven(String alias) {
    for (PeriodDocuments own :
        documents == null ? List.<PeriodDocuments>of() : documents.periods().values()) {
      DocumentDecl there = own.documents().get(alias);
      if (there != null && there.id() != null) {
        return false;
      }
    }
    DocumentDecl declared = documents == null ? null : documents.allPeriods().get(alias);
    return declared != null && declared.id() == null;
  }

  private void reportMissing(
      Scalar name, String alias, DocumentDecl document, String entry, String what) {
    boolean unread = documents != null && documents.mayHave(alias);
    if (document.id() == null && (unread || isNowhereGiven(alias))) {
      return;
    }
    String where = period == null ? "outside of a period" : "in " + period;
    findings.add(
        Finding.of(ResolveCodes.DOCUMENT_NOT_IN_PERIOD, name.span(), what + " has no id " + where)
            .withLabel(document.alias().span(), "declared here")
            .withHint(
                period == null
                    ? "add it where the alias is declared: " + alias + ": " + entry
                    : wayOut(period, alias + ": " + entry)));
  }

  /// The hint where to add an entry of a period; what exists already is not repeated.
  private String wayOut(String of, String entry) {
    PeriodDocuments own = documents == null ? null : documents.periods().get(of);
    if (own != null && !own.documents().isEmpty()) {
      return "add " + entry + " to " + of + " under periods";
    }
    return documents == null || documents.periods().isEmpty()
        ? "add periods: { " + of + ": { " + entry + " } }"
        : "add " + of + ": { " + entry + " } under periods";
  }

  private boolean isIdOfDocument(String id) {
    if (documents == null) {
      return false;
    }
    boolean known = isIdOfOne(id, documents.documents());
    for (PeriodDocuments own : documents.periods().values()) {
      known |= isIdOfOne(id, own.documents());
    }
    return known;
  }

  private static boolean isIdOfOne(String id, Map<String, DocumentDecl> declared) {
    for (DocumentDecl document : declared.values()) {
      Scalar own = document.id();
      if (own != null && own.value().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIdOf(String id, Map<String, Scalar> sections) {
    for (Scalar section : sections.values()) {
      if (section.value().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private void reportUnknown(Scalar name, Iterable<String> aliases, FieldRole role) {
    List<String> known = new ArrayList<>();
    aliases.forEach(known::add);
    String id = "{ id: " + ScalarText.ofString(name.value()) + " }";
    Finding finding =
        Finding.of(
            role == FieldRole.DOCUMENT
                ? ResolveCodes.UNKNOWN_DOCUMENT
                : ResolveCodes.UNKNOWN_SECTION,
            name.span(),
            "\"" + name.value() + "\" is not an alias of a " + role.fieldName());
    String near = Spelling.hint(name.value(), known).orElse("");
    String parted = near.isEmpty() ? "an" : near.endsWith("?") ? near + " An" : near + "; an";
    findings.add(finding.withHint(parted + " id is written " + id));
  }
}
