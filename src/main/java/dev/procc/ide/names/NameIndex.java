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

  private NameIndex(List<Occurrence> all) {
    this.all = all;
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
      addMade(process, known, all);
    }
    return new NameIndex(all);
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

  /// Adds texts that became the name of a person: values of variables, arguments, cells.
  private static void addMade(CompiledProcess process, Set<Span> known, List<Occurrence> all) {
    for (ResolvedNode node : process.resolved().nodes().values()) {
      for (FieldSpec field : node.node().fields().keySet()) {
        Origin origin =
            field.type() == FieldType.PARTICIPANT_REF
                ? process.resolved().origins().get(new FieldRef(node.address(), field.name()))
                : null;
        for (Origin each : origin == null ? List.<Origin>of() : origin.reachable()) {
          Span span = Occurrence.withoutQuotes(each.span());
          String word = span.text();
          if (process.resolved().people().containsKey(word)
              && span.length() < 64
              && known.add(span)) {
            boolean role = process.resolved().roles().contains(word);
            all.add(
                new Occurrence(
                    new NameId(role ? NameKind.ROLE : NameKind.PERSON, "", word), span, false));
          }
        }
      }
    }
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

  /// The name that an occurrence refers to; for a use of a node, that of its declaration.
  public NameId meant(Occurrence occurrence) {
    NameId name = occurrence.name();
    if (name.kind() != NameKind.NODE || occurrence.declares()) {
      return name;
    }
    String tail = "/" + name.word();
    String key = tail.substring(tail.lastIndexOf('/'));
    NameId near = null;
    for (Occurrence each : all) {
      NameId other = each.name();
      if (other.kind() == NameKind.NODE && each.declares()) {
        String path = "/" + other.word();
        if (other.scope().equals(name.scope()) && path.endsWith(tail)) {
          return other;
        }
        near = near == null && path.endsWith(key) ? other : near;
      }
    }
    return near == null ? name : near;
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
              : each.name().equals(name);
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
