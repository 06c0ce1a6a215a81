package dev.procc.language.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import java.util.Set;

/// A document of a project, as written.
///
/// @param kind one of the kinds of language.md; if the document has none, the one that its file
///   name implies
/// @param key as written; empty if there is none
/// @param document with its comments
/// @param mapping its root, as far as it could be read
/// @param structureFindings about what does not fit its kind
public record SourceDocument(
    String kind,
    String key,
    YamlDocument document,
    Mapping mapping,
    List<Finding> structureFindings) {
  public SourceFile file() {
    return document.file();
  }

  /// Its path, relative to the root of the project.
  public String path() {
    return document.file().path();
  }

  /// The span of its key; without one, the start of the document.
  public Span keySpan() {
    YamlNode written = mapping.get("key");
    Span whole = mapping.span();
    return written instanceof Scalar
        ? written.span()
        : new Span(whole.file(), whole.start(), whole.start());
  }

  /// Whether this document is a period that names a process.
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

  /// Whether this document is a period that may be meant to name a process which no period names: a
  /// part of its list could not be read, or names an unknown process.
  ///
  /// @param processes the keys of all processes of the project
  boolean mayNameProcess(Set<String> processes) {
    YamlNode list = mapping.get("processes");
    if (!(list instanceof Sequence sequence)) {
      return list == null ? mapping.isIncomplete() : list instanceof Unknown;
    }
    for (YamlNode item : sequence.items()) {
      if (!(item instanceof Scalar scalar) || !processes.contains(scalar.value())) {
        return true;
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
