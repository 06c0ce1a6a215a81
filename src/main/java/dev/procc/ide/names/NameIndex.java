package dev.procc.ide.names;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The index of all names in the texts of a snapshot: those that the language knows to be names,
/// and texts that became one, such as a cell of a table.
public final class NameIndex {
  private final List<Occurrence> all;
  private final NodePaths nodes;

  private NameIndex(List<Occurrence> all, NodePaths nodes) {
    this.all = all;
    this.nodes = nodes;
  }

  /// The names of a snapshot.
  public static NameIndex of(Snapshot snapshot) {
    return snapshot.derived(NameIndex.class, NameIndex.class, NameIndex::make);
  }

  private static NameIndex make(Snapshot snapshot) {
    List<Occurrence> all = new ArrayList<>();
    Map<String, YamlNode> roles = KnownNames.of(snapshot).roles();
    for (SourceDocument document : snapshot.project().documents()) {
      NameWalk.walk(snapshot.project(), document, roles, all);
    }
    Set<Span> known = new HashSet<>();
    all.forEach(occurrence -> known.add(occurrence.span()));
    for (CompiledProcess process : snapshot.compilation().processes()) {
      addMade(process, KnownNames.of(snapshot).workivaDocuments().keySet(), known, all);
    }
    return new NameIndex(all, NodePaths.of(snapshot.compilation(), all));
  }

  /// The names in a file.
  public static List<Occurrence> ofDocuments(Snapshot snapshot, String path) {
    List<Occurrence> found = new ArrayList<>();
    Map<String, YamlNode> roles = KnownNames.of(snapshot).roles();
    for (SourceDocument document : snapshot.documentsOf(path)) {
      NameWalk.walk(snapshot.project(), document, roles, found);
    }
    found.removeIf(occurrence -> !occurrence.span().file().path().equals(path));
    return found;
  }

  /// Adds texts that became the name of a person or a document: values of variables, arguments,
  /// cells.
  private static void addMade(
      CompiledProcess process, Set<String> documents, Set<Span> known, List<Occurrence> all) {
    for (ResolvedNode node : process.resolved().nodes().values()) {
      for (FieldSpec field : node.node().fields().keySet()) {
        boolean person = field.type() == FieldType.PARTICIPANT_REF;
        Origin origin =
            person || field.role() == FieldRole.DOCUMENT
                ? process.resolved().origins().get(new FieldRef(node.address(), field.name()))
                : null;
        for (Origin each : origin == null ? List.<Origin>of() : origin.reachable()) {
          Span span = Occurrence.withoutQuotes(each.span());
          NameKind kind = person ? participant(process, span.text()) : NameKind.DOCUMENT;
          boolean is = person ? kind != null : documents.contains(span.text());
          if (is && kind != null && span.length() < 64 && known.add(span)) {
            all.add(new Occurrence(new NameId(kind, "", span.text()), span, false));
          }
        }
      }
    }
  }

  private static @Nullable NameKind participant(CompiledProcess process, String word) {
    return !process.resolved().people().containsKey(word)
        ? null
        : process.resolved().roles().contains(word) ? NameKind.ROLE : NameKind.PERSON;
  }

  /// The name at an offset of a file; null if there is none.
  public @Nullable Occurrence at(String path, int offset) {
    Occurrence best = null;
    for (Occurrence each : all) {
      Span span = each.span();
      if (span.start() <= offset
          && offset <= span.end()
          && span.file().path().equals(path)
          && (best == null || span.length() < best.span().length())) {
        best = each;
      }
    }
    return best;
  }

  /// The name that an occurrence refers to; for a use of a node or a section, that of its
  /// declaration.
  public NameId meant(Occurrence occurrence) {
    NameId name = occurrence.name();
    if (occurrence.declares()) {
      return name;
    }
    return switch (name.kind()) {
      case NODE -> nodes.meant(name);
      case SECTION -> name.scope().isEmpty() ? onlySection(name) : name;
      default -> name;
    };
  }

  /// The only section with a word, for a use whose document is not written beside it.
  private NameId onlySection(NameId name) {
    NameId only = name;
    for (Occurrence each : all) {
      boolean same =
          each.declares()
              && each.name().kind() == NameKind.SECTION
              && each.name().word().equals(name.word());
      if (same && only != name && !only.equals(each.name())) {
        return name;
      }
      only = same ? each.name() : only;
    }
    return only;
  }

  /// The places where a name is declared and used, without duplicates.
  public List<Occurrence> of(NameId name) {
    List<Occurrence> found = new ArrayList<>();
    Set<Span> seen = new HashSet<>();
    String key = name.word().substring(name.word().lastIndexOf('/') + 1);
    for (Occurrence each : all) {
      boolean same =
          name.kind() == NameKind.NODE
              ? each.name().kind() == NameKind.NODE
                  && each.span().text().equals(key)
                  && meant(each).equals(name)
              : each.name().kind() == name.kind() && meant(each).equals(name);
      if (same && seen.add(each.span())) {
        found.add(each);
      }
    }
    return found;
  }

  /// The declarations of a name.
  public List<Occurrence> declarations(NameId name) {
    List<Occurrence> found = new ArrayList<>();
    for (Occurrence each : of(name)) {
      if (each.declares()) {
        found.add(each);
      }
    }
    return found;
  }

  /// All uses of names of a kind.
  public List<Occurrence> uses(NameKind kind) {
    List<Occurrence> found = new ArrayList<>();
    for (Occurrence each : all) {
      if (each.name().kind() == kind && !each.declares()) {
        found.add(each);
      }
    }
    return found;
  }

  /// All declared names of a project.
  public List<Occurrence> declared() {
    List<Occurrence> found = new ArrayList<>();
    for (Occurrence each : all) {
      if (each.declares()) {
        found.add(each);
      }
    }
    return found;
  }
}
