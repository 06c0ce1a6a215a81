package dev.procc.language.suppose;

import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.Edits;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries out edits on a copy of a project: as an author would type them, so that whatever follows
/// from them leads to the line where they would stand. Nothing is written to disk.
///
/// ```java
/// var day = new Supposal.DayOff("us-close", LocalDate.of(2025, 1, 9), "Day of Mourning");
/// FileTree changed = Supposals.apply(project, List.of(day)).tree();
/// ```
public final class Supposals {
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final FileTree below;
  private Project project;

  private Supposals(Project project) {
    this.project = project;
    this.below = project.tree();
  }

  /// The files with the edits made, or why one cannot be made.
  ///
  /// @param tree as far as it got
  /// @param problem a message: `"us-clsoe" is no calendar of this project`
  public record Done(FileTree tree, @Nullable Problem problem) {}

  /// Why an edit cannot be made, and a way out.
  public record Problem(String message, @Nullable String hint) {}

  /// Makes the edits, rewritten texts first, the others one after another.
  ///
  /// @param project the spans of rewritten texts are of its files
  public static Done apply(Project project, List<Supposal> supposals) {
    Supposals run = new Supposals(project);
    Problem problem = run.rewrites(supposals);
    for (Supposal supposal : supposals) {
      if (problem == null && !(supposal instanceof Supposal.Rewrite)) {
        problem = run.one(supposal);
      }
    }
    return new Done(run.tree(), problem);
  }

  private FileTree tree() {
    return texts.isEmpty() ? below : new OverlayTree(below, texts);
  }

  private @Nullable Problem rewrites(List<Supposal> supposals) {
    Map<SourceFile, List<Edit>> byFile = new LinkedHashMap<>();
    for (Supposal supposal : supposals) {
      if (supposal instanceof Supposal.Rewrite rewrite) {
        byFile
            .computeIfAbsent(rewrite.span().file(), f -> new ArrayList<>())
            .add(new Edit(rewrite.span(), Written.scalar(rewrite.text())));
      }
    }
    for (Map.Entry<SourceFile, List<Edit>> file : byFile.entrySet()) {
      Problem problem = make(file.getKey(), file.getValue());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private @Nullable Problem make(SourceFile file, List<Edit> edits) {
    String text = Edits.apply(file, edits).orElse(null);
    if (text == null) {
      return new Problem(
          "two edits of " + file.path() + " touch the same text", "give one of them");
    }
    texts.put(file.path(), text);
    project = ProjectReader.read(tree()).value().orElse(project);
    return null;
  }

  private @Nullable Problem make(Edit edit) {
    return make(edit.span().file(), List.of(edit));
  }

  private @Nullable Problem one(Supposal supposal) {
    return switch (supposal) {
      case Supposal.DayOff day -> listed(day.calendar(), "holidays", day.date(), day.name());
      case Supposal.Workday day -> listed(day.calendar(), "extraWorkdays", day.date(), day.name());
      case Supposal.NotListed day -> notListed(day);
      case Supposal.Away away -> away(away);
      case Supposal.Field field -> field(field);
      case Supposal.Rewrite done -> null;
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

  private Problem unknown(String kind, String what, String key) {
    List<String> known = new ArrayList<>();
    project.documents(kind).forEach(document -> known.add(document.key()));
    return new Problem(
        "\"" + key + "\" is no " + what + " of this project",
        Spelling.hint(key, known).orElse(null));
  }

  private @Nullable Problem listed(
      String calendar, String list, LocalDate date, @Nullable String name) {
    SourceDocument document = find("Calendar", calendar);
    if (document == null) {
      return unknown("Calendar", "calendar", calendar);
    }
    int place = 0;
    if (document.mapping().get(list) instanceof Sequence days) {
      for (Node item : days.items()) {
        LocalDate other = date(item);
        if (date.equals(other)) {
          return new Problem(
              calendar + " lists " + date + " already, " + item.span().line(),
              "leave it out, or take it away with --remove " + calendar + ":" + date);
        }
        place += other != null && other.isBefore(date) ? 1 : 0;
      }
    }
    String day =
        name == null
            ? date.toString()
            : "{ date: " + date + ", name: " + Written.scalar(name) + " }";
    return make(Written.item(document.mapping(), list, day, place));
  }

  private static @Nullable LocalDate date(Node item) {
    Node written = item instanceof Mapping day ? day.get("date") : item;
    return written instanceof Scalar scalar ? Scalars.date(scalar.value()) : null;
  }

  private @Nullable Problem notListed(Supposal.NotListed day) {
    SourceDocument document = find("Calendar", day.calendar());
    if (document == null) {
      return unknown("Calendar", "calendar", day.calendar());
    }
    List<String> known = new ArrayList<>();
    for (String list : List.of("holidays", "extraWorkdays")) {
      if (document.mapping().get(list) instanceof Sequence days) {
        for (int i = 0; i < days.items().size(); i++) {
          LocalDate date = date(days.items().get(i));
          if (day.date().equals(date)) {
            return make(Written.without(days, i));
          }
          if (date != null) {
            known.add(date.toString());
          }
        }
      }
    }
    return new Problem(
        day.calendar() + " does not list " + day.date(),
        Spelling.hint(day.date().toString(), known).orElse(null));
  }

  private @Nullable Problem away(Supposal.Away away) {
    List<String> known = new ArrayList<>();
    for (SourceDocument document : project.documents("People")) {
      if (!(document.mapping().get("people") instanceof Mapping people)) {
        continue;
      }
      for (Entry entry : people.entries()) {
        known.add(entry.key().value());
      }
      if (away.cover() != null && people.get(away.cover()) == null) {
        return nobody(away.cover(), known);
      }
      if (people.get(away.person()) instanceof Mapping person) {
        String cover = away.cover() == null ? "" : ", cover: " + away.cover();
        String item = "{ from: " + away.from() + ", to: " + away.to() + cover + " }";
        int last = person.get("away") instanceof Sequence all ? all.items().size() : 0;
        return make(Written.item(person, "away", item, last));
      }
    }
    return nobody(away.person(), known);
  }

  private static Problem nobody(String person, List<String> known) {
    return new Problem(
        "\"" + person + "\" is nobody of this project", Spelling.hint(person, known).orElse(null));
  }

  private @Nullable Problem field(Supposal.Field field) {
    SourceDocument document = find(field.kind(), field.key());
    if (document == null) {
      return unknown(field.kind(), field.kind().toLowerCase(java.util.Locale.ROOT), field.key());
    }
    Node now = document.mapping().get(field.field());
    return make(
        now == null
            ? Written.line(document.mapping(), field.field(), Written.scalar(field.text()))
            : new Edit(now.span(), Written.scalar(field.text())));
  }
}
