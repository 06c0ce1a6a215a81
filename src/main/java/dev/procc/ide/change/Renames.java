package dev.procc.ide.change;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.KnownNames;
import dev.procc.ide.names.NameIndex;
import dev.procc.ide.names.Occurrence;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.expand.variables.VariableDeclaration;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The renaming of what a project declares, in every text that uses it. Nodes of a process that get
/// another address are listed under `moved`, so that a plan recognizes them.
public final class Renames {
  private final Snapshot snapshot;
  private final NameIndex names;

  private Renames(Snapshot snapshot) {
    this.snapshot = snapshot;
    names = NameIndex.of(snapshot);
  }

  /// The result of a rename.
  ///
  /// @param problem why it is impossible; null if it is possible
  public record RenameResult(List<TextEdit> edits, @Nullable String problem) {
    static RenameResult refused(String why) {
      return new RenameResult(List.of(), why);
    }
  }

  /// The name at an offset that can be renamed; null if there is none.
  public static @Nullable Span nameAt(Snapshot snapshot, String path, int offset) {
    Occurrence at = NameIndex.of(snapshot).at(path, offset);
    NameIndex names = NameIndex.of(snapshot);
    return at == null || names.declarations(names.meant(at)).isEmpty() ? null : at.span();
  }

  /// Renames the name at an offset.
  public static RenameResult rename(Snapshot snapshot, String path, int offset, String to) {
    return new Renames(snapshot).rename(path, offset, to);
  }

  private RenameResult rename(String path, int offset, String to) {
    Occurrence at = names.at(path, offset);
    if (at == null) {
      return RenameResult.refused("No name stands here that could be changed");
    }
    NameId name = names.meant(at);
    if (names.declarations(name).isEmpty()) {
      return RenameResult.refused(
          "\"" + at.span().text() + "\" is declared nowhere in this project");
    }
    String fault = fault(name, to);
    if (fault != null) {
      return RenameResult.refused(fault);
    }
    Set<TextEdit> edits = new LinkedHashSet<>();
    for (Occurrence each : names.of(name)) {
      edits.add(new TextEdit(each.span(), to));
    }
    if (name.kind() == NameKind.NODE) {
      addMoved(name, to, edits);
    }
    return new RenameResult(List.copyOf(edits), null);
  }

  private @Nullable String fault(NameId name, String to) {
    boolean column = name.kind() == NameKind.COLUMN;
    boolean variable = isVariable(name);
    boolean period = name.kind() == NameKind.PERIOD;
    boolean fits =
        column || variable || period
            ? to.matches("[A-Za-z0-9][A-Za-z0-9_-]*")
            : ScalarValues.isSlug(to);
    if (!fits) {
      return "\""
          + to
          + "\" is not a name of a "
          + name.kind().noun()
          + (column || variable || period
              ? "; use letters, digits, - and _"
              : "; use a-z, 0-9, - and _");
    }
    if (variable && VariableDeclaration.RESERVED_NAMES.contains(to)) {
      return "\"" + to + "\" always means the " + to + " of the process; choose another word";
    }
    return taken(name, to);
  }

  private @Nullable String taken(NameId name, String to) {
    SourceFile file = names.declarations(name).getFirst().span().file();
    for (Occurrence other : names.declared()) {
      boolean hides =
          isVariable(name)
              && isVariable(other.name())
              && other.span().file() == file
              && other.name().word().equals(to);
      if (hides || isTaken(name, other.name(), to)) {
        return "\"" + to + "\" is a " + other.name().kind().noun() + " already";
      }
    }
    return null;
  }

  private static boolean isVariable(NameId name) {
    return name.kind() == NameKind.VARIABLE
        || name.kind() == NameKind.PARAMETER
        || name.kind() == NameKind.LOOP;
  }

  private static boolean isTaken(NameId name, NameId other, String to) {
    boolean people =
        (name.kind() == NameKind.PERSON || name.kind() == NameKind.ROLE)
            && (other.kind() == NameKind.PERSON || other.kind() == NameKind.ROLE);
    if (name.kind() == NameKind.NODE && other.kind() == NameKind.NODE) {
      return other.scope().equals(name.scope()) && other.word().equals(renamed(name.word(), to));
    }
    return (other.kind() == name.kind() || people)
        && other.scope().equals(name.scope())
        && other.word().equals(to);
  }

  private static String renamed(String path, String to) {
    return path.substring(0, path.lastIndexOf('/') + 1) + to;
  }

  /// Adds an entry of `moved` to each process that contains the node, or a node of its template.
  private void addMoved(NameId name, String to, Set<TextEdit> edits) {
    Span declared = names.declarations(name).getFirst().span();
    Map<SourceDocument, Set<String>> moves = new LinkedHashMap<>();
    for (CompiledProcess process : snapshot.compilation().processes()) {
      SourceDocument document =
          KnownNames.of(snapshot).documents("Process").get(process.resolved().decl().key().value());
      for (ResolvedNode node : process.resolved().nodes().values()) {
        boolean same = isKey(node.decl().key().span(), declared);
        String address = node.address();
        int slash = address.indexOf('/');
        if (same && document != null && slash > 0) {
          moves
              .computeIfAbsent(document, d -> new LinkedHashSet<>())
              .add(address.substring(slash + 1));
        }
      }
    }
    moves.forEach((document, paths) -> addMoved(document.mapping(), paths, to, edits));
  }

  /// Whether a span is that of a key, maybe with its quotes. The root, which has no key, spans all
  /// that is in it.
  private static boolean isKey(Span span, Span key) {
    return span.contains(key) && span.length() <= key.length() + 2;
  }

  private static void addMoved(Mapping process, Set<String> paths, String to, Set<TextEdit> edits) {
    List<String> items = new ArrayList<>();
    for (String path : paths) {
      if (!endsBefore(process, path, renamed(path, to), edits)) {
        items.add("{ from: " + path + ", to: " + renamed(path, to) + " }");
      }
    }
    if (items.isEmpty()) {
      return;
    }
    YamlNode known = process.get("moved");
    if (known instanceof Sequence list && !list.items().isEmpty()) {
      for (String item : items) {
        edits.add(ListEdits.insertItem(list, item, list.items().size()));
      }
    } else if (known != null) {
      edits.add(ListEdits.insertItem(process, "moved", String.join(", ", items), 0));
    } else {
      TextEdit list =
          ListEdits.insertEntry(process, "moved", "\n  - " + String.join("\n  - ", items));
      edits.add(new TextEdit(list.span(), list.replacement().replace(": \n", ":\n")));
    }
  }

  /// Continues an earlier move of the same node: the entry is kept, and the new one follows it. Of
  /// a node that goes back to where it was, the entry is turned round.
  ///
  /// @return whether no new entry is needed
  private static boolean endsBefore(
      Mapping process, String path, String renamed, Set<TextEdit> edits) {
    List<YamlNode> entries =
        process.get("moved") instanceof Sequence list ? list.items() : List.of();
    for (YamlNode entry : entries) {
      if (!(entry instanceof Mapping move
          && move.get("from") instanceof Scalar from
          && move.get("to") instanceof Scalar goal
          && goal.value().equals(path))) {
        continue;
      }
      if (from.value().equals(renamed)) {
        edits.add(new TextEdit(from.span(), path));
        return true;
      }
      edits.removeIf(edit -> goal.span().contains(edit.span()));
    }
    return false;
  }
}
