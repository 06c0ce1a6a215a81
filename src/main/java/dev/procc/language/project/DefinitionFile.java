package dev.procc.language.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.bind.Binder;
import dev.procc.language.bind.FittingItems;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.language.yaml.parse.YamlCodes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of reading a file of a project, which depends only on the text and the name of the
/// file.
///
/// @param findings about the file
/// @param documents checked against the vocabulary, as far as they could be read
record DefinitionFile(List<Finding> findings, List<SourceDocument> documents) {
  /// Reads a file.
  ///
  /// @param explicit whether it belongs to the project whatever it contains
  /// @param known items that need no second check; null for none
  static DefinitionFile read(
      SourceFile file, boolean explicit, Binder binder, @Nullable FittingItems known) {
    return new Reading(DocumentKinds.fromFileName(file.path()), binder, known).read(file, explicit);
  }

  /// Whether a file belongs to the project in whose folder it is.
  static boolean isDefinition(SourceFile file) {
    return DocumentKinds.fromFileName(file.path()) != null || DefinitionMarks.areIn(file);
  }

  /// The reading of one file.
  private static final class Reading {
    private final @Nullable String expectedKind;
    private final Binder binder;
    private final @Nullable FittingItems known;
    private final Findings findings = new Findings();
    private final List<SourceDocument> documents = new ArrayList<>();

    /// @param expectedKind the kind that its name implies
    Reading(@Nullable String expectedKind, Binder binder, @Nullable FittingItems known) {
      this.expectedKind = expectedKind;
      this.binder = binder;
      this.known = known;
    }

    DefinitionFile read(SourceFile file, boolean explicit) {
      Outcome<List<YamlDocument>> parsed = Yaml.parse(file);
      findings.addAll(parsed.findings());
      for (YamlDocument document : parsed.value().orElse(List.of())) {
        addDocument(document, explicit);
      }
      return new DefinitionFile(withoutSecondNodes(), List.copyOf(documents));
    }

    /// The findings without those about duplicate keys where a second node begins inside a node,
    /// because its dash is missing; that is reported instead.
    private List<Finding> withoutSecondNodes() {
      List<Finding> found = new ArrayList<>(findings.toList());
      for (SourceDocument document : documents) {
        for (Finding second : document.structureFindings()) {
          if (second.code() == BindCodes.TWO_KINDS_OF_CHILD) {
            found.removeIf(twice -> isBehind(second, twice));
          }
        }
      }
      return found;
    }

    /// Whether a key occurs twice because its second place follows the kind word of a second node.
    private static boolean isBehind(Finding second, Finding twice) {
      Span kind = second.span();
      Span again = twice.span();
      if (twice.code() != YamlCodes.DUPLICATE_KEY || kind == null || again == null) {
        return false;
      }
      int first = twice.labels().getFirst().span().start();
      return second.labels().getFirst().span().start() <= first
          && first < kind.start()
          && kind.start() < again.start();
    }

    /// Checks a document against the vocabulary; the result is what could be read of it.
    private SourceDocument checked(String kind, YamlDocument document, Mapping mapping) {
      Outcome<Mapping> structure =
          known == null
              ? binder.structure(kind, mapping)
              : binder.structure(kind, mapping, known, document);
      Mapping read = structure.value().orElseThrow();
      String key = read.get("key") instanceof Scalar scalar ? scalar.value() : "";
      return new SourceDocument(kind, key, document, read, structure.findings());
    }

    private void addDocument(YamlDocument document, boolean explicit) {
      boolean named = expectedKind != null || explicit;
      if (!(document.readableRoot() instanceof Mapping mapping)
          || !named && !mapping.isIncomplete() && !DefinitionMarks.areIn(mapping)) {
        if (named || !isEmpty(document.root())) {
          findings.add(
              Finding.of(
                      ProjectCodes.NOT_A_DOCUMENT,
                      start(document.root().span()),
                      "This is not a document of a process; a document is a mapping with procc and"
                          + " kind")
                  .withHint("begin with procc: v1"));
        }
        return;
      }
      MappingEntry written = kindEntry(mapping);
      String kind =
          written != null && written.value() instanceof Scalar scalar ? scalar.value() : "";
      Mapping readable = mapping;
      if (!DocumentKinds.KINDS.contains(kind)) {
        if (written == null ? !mapping.isIncomplete() : !(written.value() instanceof Unknown)) {
          reportKind(mapping, written == null ? null : written.value());
        }
        String guess = DocumentKinds.guess(kind, expectedKind, mapping);
        kind = guess == null ? "Process" : guess;
        readable = withUnknownKind(mapping, written);
      }
      documents.add(checked(kind, document, readable));
    }

    private static boolean isEmpty(YamlNode root) {
      return root instanceof Unknown || root instanceof Scalar scalar && scalar.isNull();
    }

    /// The entry with the kind of a document, even if its key is misspelt; null if there is none.
    private static @Nullable MappingEntry kindEntry(Mapping mapping) {
      MappingEntry kind = mapping.entry("kind");
      if (kind != null) {
        return kind;
      }
      for (MappingEntry entry : mapping.entries()) {
        boolean near = Spelling.nearest(entry.key().value(), List.of("kind")).isPresent();
        if (near
            && entry.value() instanceof Scalar value
            && DocumentKinds.KINDS.contains(value.value())) {
          return entry;
        }
      }
      return null;
    }

    /// The mapping with an unknown kind, which is not reported again.
    private static Mapping withUnknownKind(Mapping mapping, @Nullable MappingEntry written) {
      List<MappingEntry> entries = new ArrayList<>(mapping.entries());
      Scalar key =
          written == null
              ? new Scalar(Origin.written(start(mapping.span())), "kind", Scalar.Style.PLAIN)
              : written.key();
      MappingEntry unknown = new MappingEntry(key, new Unknown(key.origin()), null);
      if (written == null) {
        entries.add(unknown);
      } else {
        entries.set(entries.indexOf(written), unknown);
      }
      return new Mapping(mapping.origin(), entries, mapping.flow());
    }

    private void reportKind(Mapping mapping, @Nullable YamlNode written) {
      Span at = written == null ? start(mapping.span()) : written.span();
      String message =
          written instanceof Scalar kind && !kind.isNull()
              ? "\""
                  + kind.value()
                  + "\" is not a kind of document"
                  + (DocumentKinds.RESERVED.contains(kind.value()) ? " yet" : "")
              : "This document does not say its kind; every document does";
      String hint =
          written instanceof Scalar kind && !kind.isNull()
              ? kindHint(kind.value(), mapping)
              : expectedKind == null
                  ? "known: " + String.join(", ", DocumentKinds.KINDS)
                  : "add kind: " + expectedKind;
      findings.add(Finding.of(ProjectCodes.DOCUMENT_KIND, at, message).withHint(hint));
    }

    private @Nullable String kindHint(String written, Mapping mapping) {
      String guess = DocumentKinds.guess(written, expectedKind, mapping);
      return guess == null || guess.equals(written)
          ? Spelling.hint(written, DocumentKinds.KINDS).orElse(null)
          : "did you mean \"" + guess + "\"?";
    }

    private static Span start(Span whole) {
      return new Span(whole.file(), whole.start(), whole.start());
    }
  }
}
