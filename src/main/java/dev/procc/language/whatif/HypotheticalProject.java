package dev.procc.language.whatif;

import dev.procc.base.finding.Spelling;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A copy of a project with edits made as an author would type them, so that the consequences refer
/// to the line where they would be. Nothing is written to disk.
///
/// ```java
/// var day = new HypotheticalEdit.DayOff("us-close", LocalDate.of(2025, 1, 9), "Day of Mourning");
/// FileTree changed = HypotheticalProject.apply(project, List.of(day)).tree();
/// ```
public final class HypotheticalProject {
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final FileTree base;
  private Project project;

  private HypotheticalProject(Project project) {
    this.project = project;
    this.base = project.tree();
  }

  /// The files with the edits, or the problem with one of them.
  ///
  /// @param tree with the edits up to the problem
  /// @param problem a message: `"us-clsoe" is not a calendar of this project`
  public record HypotheticalResult(FileTree tree, @Nullable EditProblem problem) {}

  /// The reason why an edit is impossible, and a way out.
  public record EditProblem(String message, @Nullable String hint) {}

  /// Makes the edits: rewritten texts first, then the others in order.
  ///
  /// @param project the spans of rewritten texts are of its files
  public static HypotheticalResult apply(Project project, List<HypotheticalEdit> edits) {
    HypotheticalProject hypothetical = new HypotheticalProject(project);
    EditProblem problem = hypothetical.applyRewrites(edits);
    for (HypotheticalEdit edit : edits) {
      if (problem == null && !(edit instanceof HypotheticalEdit.ScalarRewrite)) {
        problem = hypothetical.applyEdit(edit);
      }
    }
    return new HypotheticalResult(hypothetical.tree(), problem);
  }

  private FileTree tree() {
    return texts.isEmpty() ? base : new OverlayTree(base, texts);
  }

  private @Nullable EditProblem applyRewrites(List<HypotheticalEdit> hypotheticalEdits) {
    Map<SourceFile, List<TextEdit>> byFile = new LinkedHashMap<>();
    for (HypotheticalEdit edit : hypotheticalEdits) {
      if (edit instanceof HypotheticalEdit.ScalarRewrite rewrite) {
        byFile
            .computeIfAbsent(rewrite.span().file(), f -> new ArrayList<>())
            .add(new TextEdit(rewrite.span(), ScalarText.asTyped(rewrite.text())));
      }
    }
    for (Map.Entry<SourceFile, List<TextEdit>> file : byFile.entrySet()) {
      EditProblem problem = applyEdits(file.getKey(), file.getValue());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private @Nullable EditProblem applyEdits(SourceFile file, List<TextEdit> edits) {
    String text = TextEdits.apply(file, edits).orElse(null);
    if (text == null) {
      return new EditProblem(
          "two edits of " + file.path() + " touch the same text", "give one of them");
    }
    texts.put(file.path(), text);
    project = ProjectReader.read(tree()).value().orElse(project);
    return null;
  }

  private @Nullable EditProblem applyEdits(TextEdit edit) {
    return applyEdits(edit.span().file(), List.of(edit));
  }

  private @Nullable EditProblem applyEdit(HypotheticalEdit edit) {
    return switch (edit) {
      case HypotheticalEdit.DayOff day ->
          addDay(day.calendar(), "holidays", day.date(), day.name());
      case HypotheticalEdit.ExtraWorkday day ->
          addDay(day.calendar(), "extraWorkdays", day.date(), day.name());
      case HypotheticalEdit.DayRemoved day -> removeDay(day);
      case HypotheticalEdit.PersonAway away -> addAbsence(away);
      case HypotheticalEdit.DocumentFieldEdit field -> editField(field);
      case HypotheticalEdit.ScalarRewrite rewrite -> null;
    };
  }

  private @Nullable SourceDocument find(String kind, String key) {
    for (SourceDocument document : project.documents(kind)) {
      if (document.key().equals(key)) {
        return document;
      }
    }
    return null;
  }

  private EditProblem unknownKey(String kind, String what, String key) {
    List<String> known = new ArrayList<>();
    project.documents(kind).forEach(document -> known.add(document.key()));
    return new EditProblem(
        "\"" + key + "\" is not a " + what + " of this project",
        Spelling.hint(key, known).orElse(null));
  }

  private @Nullable EditProblem addDay(
      String calendar, String list, LocalDate date, @Nullable String name) {
    SourceDocument document = find("Calendar", calendar);
    if (document == null) {
      return unknownKey("Calendar", "calendar", calendar);
    }
    int index = 0;
    if (document.mapping().get(list) instanceof Sequence days) {
      for (YamlNode item : days.items()) {
        LocalDate other = date(item);
        if (date.equals(other)) {
          return new EditProblem(
              calendar + " lists " + date + " already, " + item.span().pathAndLine(),
              "leave it out, or take it away with --remove " + calendar + ":" + date);
        }
        index += other != null && other.isBefore(date) ? 1 : 0;
      }
    }
    String day =
        name == null
            ? date.toString()
            : "{ date: " + date + ", name: " + ScalarText.asTyped(name) + " }";
    return applyEdits(ListEdits.insertItem(document.mapping(), list, day, index));
  }

  private static @Nullable LocalDate date(YamlNode item) {
    YamlNode written = item instanceof Mapping day ? day.get("date") : item;
    return written instanceof Scalar scalar ? ScalarValues.date(scalar.value()) : null;
  }

  private @Nullable EditProblem removeDay(HypotheticalEdit.DayRemoved day) {
    SourceDocument document = find("Calendar", day.calendar());
    if (document == null) {
      return unknownKey("Calendar", "calendar", day.calendar());
    }
    List<String> known = new ArrayList<>();
    for (String list : List.of("holidays", "extraWorkdays")) {
      if (document.mapping().get(list) instanceof Sequence days) {
        for (int i = 0; i < days.items().size(); i++) {
          LocalDate date = date(days.items().get(i));
          if (day.date().equals(date)) {
            return applyEdits(ListEdits.removeItem(days, i));
          }
          if (date != null) {
            known.add(date.toString());
          }
        }
      }
    }
    return new EditProblem(
        day.calendar() + " does not list " + day.date(),
        Spelling.hint(day.date().toString(), known)
            .orElseGet(() -> listedAround(day.date(), known)));
  }

  /// The last listed day before a date and the first one after it, if there are too many to list.
  private static @Nullable String listedAround(LocalDate date, List<String> listed) {
    TreeSet<String> days = new TreeSet<>(listed);
    List<String> around = new ArrayList<>();
    for (String day :
        new @Nullable String[] {days.lower(date.toString()), days.higher(date.toString())}) {
      if (day != null) {
        around.add(day);
      }
    }
    return around.isEmpty() ? null : "the nearest: " + String.join(", ", around);
  }

  private @Nullable EditProblem addAbsence(HypotheticalEdit.PersonAway away) {
    List<String> known = new ArrayList<>();
    for (SourceDocument document : project.documents("People")) {
      if (!(document.mapping().get("people") instanceof Mapping people)) {
        continue;
      }
      for (MappingEntry entry : people.entries()) {
        known.add(entry.key().value());
      }
      if (away.cover() != null && people.get(away.cover()) == null) {
        return unknownPerson(away.cover(), known);
      }
      if (people.get(away.person()) instanceof Mapping person) {
        String cover = away.cover() == null ? "" : ", cover: " + away.cover();
        String item = "{ from: " + away.from() + ", to: " + away.to() + cover + " }";
        int last = person.get("away") instanceof Sequence all ? all.items().size() : 0;
        return applyEdits(ListEdits.insertItem(person, "away", item, last));
      }
    }
    return unknownPerson(away.person(), known);
  }

  private static EditProblem unknownPerson(String person, List<String> known) {
    return new EditProblem(
        "\"" + person + "\" is not a person of this project",
        Spelling.hint(person, known).orElse(null));
  }

  private @Nullable EditProblem editField(HypotheticalEdit.DocumentFieldEdit field) {
    SourceDocument document = find(field.kind(), field.key());
    if (document == null) {
      return unknownKey(field.kind(), field.kind().toLowerCase(Locale.ROOT), field.key());
    }
    YamlNode current = document.mapping().get(field.field());
    return applyEdits(
        current == null
            ? ListEdits.insertEntry(
                document.mapping(), field.field(), ScalarText.asTyped(field.text()))
            : new TextEdit(current.span(), ScalarText.asTyped(field.text())));
  }
}
