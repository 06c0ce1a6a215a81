package dev.procc.ide.change;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.ShellWord;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.NameIndex;
import dev.procc.ide.names.Occurrence;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.expand.variables.VariableDeclaration;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.ScalarValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The renaming of what a project declares, in every text that uses it. Nodes of a process that get
/// another address are listed under `moved`, so that a plan recognizes them.
///
/// A rename changes words, nothing else: the project is compiled with it, and if that gives more
/// errors or other processes, nothing is renamed.
public final class Renames {
  /// Words of conditions, and values that are no texts.
  private static final Set<String> WORDS_OF_CONDITIONS =
      Set.of("and", "or", "not", "in", "true", "false", "null");

  private final Snapshot snapshot;
  private final NameIndex names;

  private Renames(Snapshot snapshot) {
    this.snapshot = snapshot;
    names = NameIndex.of(snapshot);
  }

  /// The result of a rename.
  ///
  /// @param problem why it is impossible; null if it is possible
  /// @param recordMoves the commands that give the records of applied processes their new keys
  public record RenameResult(
      List<TextEdit> edits, @Nullable String problem, List<String> recordMoves) {
    static RenameResult refused(String why) {
      return new RenameResult(List.of(), why, List.of());
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
      edits.add(new TextEdit(each.span(), NameText.at(each.span(), to)));
    }
    RenameTrial trial = new RenameTrial(snapshot, edits);
    String refusal =
        name.kind() == NameKind.NODE || name.kind() == NameKind.TEMPLATE
            ? trial.addMoves(names)
            : null;
    refusal = refusal == null ? trial.refusal() : refusal;
    return refusal == null
        ? new RenameResult(List.copyOf(edits), null, recordMoves(name, to))
        : RenameResult.refused(refusal);
  }

  /// A process is known by its key and that of its period: no text can say that it had another.
  private List<String> recordMoves(NameId name, String to) {
    List<String> commands = new ArrayList<>();
    for (ProcessInstance instance : snapshot.project().instances()) {
      SourceDocument period = instance.period();
      boolean isProcess =
          name.kind() == NameKind.PROCESS && instance.process().key().equals(name.word());
      boolean isPeriod =
          name.kind() == NameKind.PERIOD && period != null && period.key().equals(name.word());
      if (isProcess || isPeriod) {
        String now =
            isPeriod
                ? instance.process().key() + "@" + to
                : to + (period == null ? "" : "@" + period.key());
        commands.add(
            "procc state mv "
                + ShellWord.quoted(instance.identity())
                + " "
                + ShellWord.quoted(now));
      }
    }
    return commands;
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
    if (variable && WORDS_OF_CONDITIONS.contains(to)) {
      return "\"" + to + "\" is a word of conditions; choose another word";
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
}
