package dev.procc.language.importing;

import dev.procc.base.source.SourceFile;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.format.Formatter;
import dev.procc.language.importing.TemplateFinder.FoundTemplate;
import dev.procc.language.project.Project;
import dev.procc.model.process.Process;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A live process as files of a project.
///
/// @param key of the process
/// @param path of its document
/// @param texts the new and changed files, as a whole, by path; the process first
public record ImportedDefinition(String key, String path, Map<String, String> texts) {
  public ImportedDefinition {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /// The style of an imported definition.
  ///
  /// @param expressions for dates, by path and field
  /// @param templates whether repeated children become a template and a table
  public record DefinitionStyle(Map<String, String> expressions, boolean templates) {
    /// Every node with its dates as days.
    public static final DefinitionStyle PLAIN = new DefinitionStyle(Map.of(), false);

    public DefinitionStyle {
      expressions = Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
    }
  }

  /// The part of a process that a definition cannot express; null if there is none.
  public static @Nullable String unsayable(Process live) {
    return DefinitionWriter.unsayable(live);
  }

  /// The default key for a process with a name.
  public static String keyOf(String name, Project project) {
    Set<String> taken = new LinkedHashSet<>();
    project.documents("Process").forEach(document -> taken.add(document.key()));
    return Keys.unique(Keys.of(name, "process"), taken);
  }

  /// Writes a process beside the documents of a project.
  ///
  /// @param folder of new files, with its slash; empty for the root of the project
  public static ImportedDefinition of(
      Process live,
      String key,
      String folder,
      ProjectDocuments documents,
      @Nullable TargetDecl target,
      DefinitionStyle style) {
    return new Writing(folder, documents, target).write(live, key, style);
  }

  private static final class Writing {
    private final String folder;
    private final Project project;
    private final ProjectDocuments documents;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final AliasDocuments aliases;

    Writing(String folder, ProjectDocuments documents, @Nullable TargetDecl target) {
      this.folder = folder;
      this.documents = documents;
      project = documents.project();
      aliases = AliasDocuments.of(documents, target);
    }

    ImportedDefinition write(Process live, String key, DefinitionStyle style) {
      ImportedNames names = aliases.names();
      Set<String> calendarKeys = new LinkedHashSet<>();
      documents.calendars().decls().forEach(decl -> calendarKeys.add(decl.key().value()));
      ImportedCalendar calendar =
          ImportedCalendar.of(
              live, documents.calendars(), Keys.unique(key + "-calendar", calendarKeys));
      String path = newPath(key + ".process.yaml");
      TemplateFinder templates =
          new TemplateFinder(key, style.templates() ? takenTemplates() : Set.of());
      put(
          path,
          new DefinitionWriter(names, style.expressions())
              .write(
                  live,
                  key,
                  calendar == null ? null : calendar.key(),
                  style.templates() ? templates : null));
      for (FoundTemplate found : templates.found()) {
        put(newPath(found.key() + ".template.yaml"), found.text());
        texts.put(newPath(found.key() + ".csv"), found.table());
      }
      if (calendar != null && calendar.text() != null) {
        put(newPath(calendar.key() + ".calendar.yaml"), calendar.text());
      }
      aliases.write();
      aliases.newDocuments().forEach((name, text) -> put(newPath(name), text));
      texts.putAll(aliases.changedTexts());
      return new ImportedDefinition(key, path, texts);
    }

    /// The keys of templates and the names of tables that are taken.
    private Set<String> takenTemplates() {
      Set<String> taken = new LinkedHashSet<>();
      project.documents("Template").forEach(document -> taken.add(document.key()));
      for (String path : project.tree().list().files()) {
        if (path.startsWith(folder) && path.endsWith(".csv")) {
          taken.add(path.substring(folder.length(), path.length() - ".csv".length()));
        }
      }
      return taken;
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
  }
}
