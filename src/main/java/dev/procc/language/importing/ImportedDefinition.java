package dev.procc.language.importing;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.format.Formatter;
import dev.procc.language.importing.ImportedNames.NewDocument;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.process.Process;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A live process as files of a project.
///
/// @param key of the process
/// @param path of its document
/// @param texts the files that are new or change, whole, by path; the process first
public record ImportedDefinition(String key, String path, Map<String, String> texts) {
  public ImportedDefinition {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /// What of a process no definition can hold; null if nothing is.
  public static @Nullable String unsayable(Process live) {
    return DefinitionWriter.unsayable(live);
  }

  /// The key that a process gets where none is given.
  public static String keyOf(String name, Project project) {
    Set<String> taken = new LinkedHashSet<>();
    project.documents("Process").forEach(document -> taken.add(document.key()));
    return Keys.unique(Keys.of(name, "process"), taken);
  }

  /// Writes a process beside the documents that a project has.
  ///
  /// @param folder where new files go, with its slash; empty for the root of the project
  public static ImportedDefinition of(
      Process live,
      String key,
      String folder,
      ProjectDocuments documents,
      @Nullable TargetDecl target) {
    return new Writing(folder, documents, target).write(live, key);
  }

  private static final class Writing {
    private final String folder;
    private final Project project;
    private final ProjectDocuments documents;
    private final @Nullable PeopleDecl people;
    private final @Nullable DocumentsDecl workivaDocuments;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<SourceFile, List<TextEdit>> edits = new LinkedHashMap<>();

    Writing(String folder, ProjectDocuments documents, @Nullable TargetDecl target) {
      this.folder = folder;
      this.documents = documents;
      project = documents.project();
      people = documents.people(target);
      workivaDocuments = documents.workivaDocuments(target);
    }

    ImportedDefinition write(Process live, String key) {
      ImportedNames names = new ImportedNames(people, workivaDocuments);
      Set<String> calendarKeys = new LinkedHashSet<>();
      documents.calendars().decls().forEach(decl -> calendarKeys.add(decl.key().value()));
      ImportedCalendar calendar =
          ImportedCalendar.of(
              live, documents.calendars(), Keys.unique(key + "-calendar", calendarKeys));
      String path = newPath(key + ".process.yaml");
      put(
          path,
          new DefinitionWriter(names).write(live, key, calendar == null ? null : calendar.key()));
      if (calendar != null && calendar.text() != null) {
        put(newPath(calendar.key() + ".calendar.yaml"), calendar.text());
      }
      writePeople(names);
      writeDocuments(names);
      applyEdits();
      return new ImportedDefinition(key, path, texts);
    }

    private String newPath(String name) {
      String path = folder + name;
      int dot = name.indexOf('.');
      for (int number = 2; project.tree().exists(path); number++) {
        path = folder + name.substring(0, dot) + "-" + number + name.substring(dot);
      }
      return path;
    }

    private void put(String path, String text) {
      texts.put(path, new Formatter().format(new SourceFile(path, text)).value().orElse(text));
    }

    private void writePeople(ImportedNames names) {
      List<String> entries = new ArrayList<>();
      names
          .newPeople()
          .forEach((alias, person) -> {
            String type =
                person.type().equals("user") ? "" : ", type: " + YamlText.inline(person.type());
            entries.add(alias + ": { id: " + YamlText.inline(person.id()) + type + " }");
          });
      if (!entries.isEmpty()) {
        addEntries(people == null ? null : people.key(), "People", "people", entries);
      }
    }

    private void writeDocuments(ImportedNames names) {
      List<String> entries = new ArrayList<>();
      List<TextEdit> edits = new ArrayList<>();
      names
          .newDocuments()
          .forEach((alias, document) -> {
            if (document.id() != null) {
              entries.add(alias + ": " + entry(document.id(), document));
            } else {
              edits.add(sectionEdit(alias, document));
            }
          });
      SourceDocument in =
          sourceDocument("Documents", workivaDocuments == null ? null : workivaDocuments.key());
      if (in != null && !edits.isEmpty()) {
        if (!entries.isEmpty()) {
          edits.add(entriesEdit(in.mapping(), "documents", entries));
        }
        apply(in, edits);
      } else if (!entries.isEmpty()) {
        addEntries(
            workivaDocuments == null ? null : workivaDocuments.key(),
            "Documents",
            "documents",
            entries);
      }
    }

    private static String entry(String id, NewDocument document) {
      String sections = document.sections().isEmpty() ? "" : ", sections: " + sections(document);
      return "{ id: " + YamlText.inline(id) + sections + " }";
    }

    private static String sections(NewDocument document) {
      return "{ " + String.join(", ", sectionEntries(document)) + " }";
    }

    private static List<String> sectionEntries(NewDocument document) {
      List<String> entries = new ArrayList<>();
      document.sections().forEach((name, id) -> entries.add(name + ": " + YamlText.inline(id)));
      return entries;
    }

    /// New sections of a document that has an alias.
    private TextEdit sectionEdit(String alias, NewDocument document) {
      SourceDocument in =
          sourceDocument("Documents", workivaDocuments == null ? null : workivaDocuments.key());
      YamlNode all = in == null ? null : in.mapping().get("documents");
      if (!(all instanceof Mapping mapping) || !(mapping.get(alias) instanceof Mapping entry)) {
        throw new IllegalStateException("no entry of " + alias);
      }
      return entry.get("sections") instanceof Mapping known && !known.entries().isEmpty()
          ? ListEdits.appendEntries(known, sectionEntries(document))
          : ListEdits.appendEntries(entry, List.of("sections: " + sections(document)));
    }

    private @Nullable SourceDocument sourceDocument(String kind, @Nullable Scalar key) {
      for (SourceDocument document : project.documents(kind)) {
        if (key != null
            && document.file() == key.span().file()
            && document.key().equals(key.value())) {
          return document;
        }
      }
      return null;
    }

    /// Puts entries into a document of aliases, or into a new one.
    private void addEntries(@Nullable Scalar key, String kind, String list, List<String> entries) {
      SourceDocument in = sourceDocument(kind, key);
      if (in == null) {
        put(
            newPath(list + ".yaml"),
            "procc: v1\nkind: "
                + kind
                + "\nkey: "
                + list
                + "\n"
                + list
                + ":\n  "
                + String.join("\n  ", entries)
                + "\n");
      } else {
        apply(in, List.of(entriesEdit(in.mapping(), list, entries)));
      }
    }

    private static TextEdit entriesEdit(Mapping document, String list, List<String> entries) {
      YamlNode known = document.get(list);
      if (known instanceof Mapping mapping && !mapping.entries().isEmpty()) {
        return ListEdits.appendEntries(mapping, entries);
      }
      String flow = "{ " + String.join(", ", entries) + " }";
      return known == null
          ? ListEdits.appendEntries(document, List.of(list + ": " + flow))
          : new TextEdit(known.span(), (known.span().length() == 0 ? " " : "") + flow);
    }

    private void apply(SourceDocument in, List<TextEdit> more) {
      edits.computeIfAbsent(in.file(), file -> new ArrayList<>()).addAll(more);
    }

    /// A text that edits do not fit stays; the import is compared after it, and says so.
    private void applyEdits() {
      edits.forEach((file, all) ->
          TextEdits.apply(file, all).ifPresent(text -> texts.put(file.path(), text)));
    }
  }
}
