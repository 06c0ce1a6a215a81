package dev.procc.ide.outline;

import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.NameIndex;
import dev.procc.ide.names.Occurrence;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.project.SourceDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The uses of templates by documents, as a call hierarchy.
public final class TemplateUses {
  private TemplateUses() {}

  /// A process or a template.
  ///
  /// @param whole the span of all of it
  /// @param name the span of its key
  public record UsingDocument(String kind, String key, String path, Span whole, Span name) {
    static UsingDocument of(SourceDocument document) {
      return new UsingDocument(
          document.kind(),
          document.key(),
          document.path(),
          document.mapping().span(),
          document.keySpan());
    }
  }

  /// A document, and the places of uses in it, or of it.
  public record Use(UsingDocument document, List<Span> places) {}

  /// The template whose key or use is at an offset, or the process around it; null if there is
  /// neither.
  public static @Nullable UsingDocument at(Snapshot snapshot, String path, int offset) {
    Occurrence name = NameIndex.of(snapshot).at(path, offset);
    if (name != null && name.name().kind() == NameKind.TEMPLATE) {
      SourceDocument template = document(snapshot, "Template", name.name().word());
      return template == null ? null : UsingDocument.of(template);
    }
    for (SourceDocument document : snapshot.documentsOf(path)) {
      Span span = document.document().span();
      boolean around = span.start() <= offset && offset <= span.end();
      if (around && (document.kind().equals("Process") || document.kind().equals("Template"))) {
        return UsingDocument.of(document);
      }
    }
    return null;
  }

  private static @Nullable SourceDocument document(Snapshot snapshot, String kind, String key) {
    for (SourceDocument document : snapshot.project().documents(kind)) {
      if (document.key().equals(key)) {
        return document;
      }
    }
    return null;
  }

  /// The documents that use a template.
  public static List<Use> incoming(Snapshot snapshot, String template) {
    Map<SourceDocument, List<Span>> uses = new LinkedHashMap<>();
    for (Occurrence each : NameIndex.of(snapshot).uses(NameKind.TEMPLATE)) {
      SourceDocument user = around(snapshot, each.span());
      if (user != null && each.name().word().equals(template)) {
        uses.computeIfAbsent(user, u -> new ArrayList<>()).add(each.span());
      }
    }
    return list(uses);
  }

  /// The templates that a document uses.
  public static List<Use> outgoing(Snapshot snapshot, String kind, String key) {
    SourceDocument document = document(snapshot, kind, key);
    Map<SourceDocument, List<Span>> uses = new LinkedHashMap<>();
    for (Occurrence each : NameIndex.of(snapshot).uses(NameKind.TEMPLATE)) {
      SourceDocument template = document(snapshot, "Template", each.name().word());
      if (template != null && document != null && document.equals(around(snapshot, each.span()))) {
        uses.computeIfAbsent(template, t -> new ArrayList<>()).add(each.span());
      }
    }
    return list(uses);
  }

  private static List<Use> list(Map<SourceDocument, List<Span>> uses) {
    List<Use> list = new ArrayList<>();
    uses.forEach((document, places) -> list.add(new Use(UsingDocument.of(document), places)));
    return list;
  }

  private static @Nullable SourceDocument around(Snapshot snapshot, Span place) {
    for (SourceDocument document : snapshot.documentsOf(place.file().path())) {
      if (document.document().span().contains(place)) {
        return document;
      }
    }
    return null;
  }
}
