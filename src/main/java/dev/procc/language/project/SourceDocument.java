package dev.procc.language.project;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;

/// A document of a project, as written.
///
/// @param kind one of the kinds of language.md; where the document says none, what its file name
///   promises
/// @param key as written; empty when there is none
/// @param document with its comments
/// @param mapping its root
public record SourceDocument(String kind, String key, YamlDocument document, Mapping mapping) {
  public SourceFile file() {
    return document.file();
  }

  /// Its path, relative to the root of the project.
  public String path() {
    return document.file().path();
  }

  /// Where its key is written; without one, where the document begins.
  public Span keySpan() {
    YamlNode written = mapping.get("key");
    Span whole = mapping.span();
    return written instanceof Scalar
        ? written.span()
        : new Span(whole.file(), whole.start(), whole.start());
  }

  /// Whether this document, of a period, names a process.
  public boolean namesProcess(String key) {
    if (mapping.get("processes") instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar scalar && scalar.value().equals(key)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Identity: a document of one reading, not a value.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
