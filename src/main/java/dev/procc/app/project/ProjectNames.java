package dev.procc.app.project;

import dev.procc.app.Failure;
import dev.procc.base.source.FieldRef;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The names in a project, as completion offers them. Faulty parts of the project are skipped.
public final class ProjectNames {
  private final ProjectRequest request;
  private final Project project;

  private ProjectNames(ProjectRequest request, Project project) {
    this.request = request;
    this.project = project;
  }

  /// Reads the whole project; nothing is compiled.
  public static ProjectNames read(ProjectRequest request) throws Failure {
    ProjectRequest all = request.withSelectors(List.of());
    return new ProjectNames(all, ProjectSession.read(all).project());
  }

  /// Keys of processes, each followed by its `key@period`.
  public Collection<String> processes() {
    Set<String> names = new LinkedHashSet<>();
    for (ProcessInstance instance : project.instances()) {
      names.add(instance.process().key());
      names.add(instance.identity());
    }
    return names;
  }

  /// The keys of the documents of a kind.
  public Collection<String> keys(String kind) {
    List<String> keys = new ArrayList<>();
    for (SourceDocument document : project.documents(kind)) {
      keys.add(document.key());
    }
    return keys;
  }

  public Collection<String> targets() {
    return membersOf("Project", "targets");
  }

  /// The aliases of people.
  public Collection<String> people() {
    return membersOf("People", "people");
  }

  private Collection<String> membersOf(String kind, String member) {
    Set<String> names = new LinkedHashSet<>();
    for (SourceDocument document : project.documents(kind)) {
      if (document.mapping().get(member) instanceof Mapping mapping) {
        for (MappingEntry entry : mapping.entries()) {
          names.add(entry.key().value());
        }
      }
    }
    return names;
  }

  public Collection<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    for (SourceDocument document : project.documents("Process")) {
      names.addAll(Variables.declaredNames(document.mapping()));
    }
    return names;
  }

  /// The addresses that begin with what is typed, down to the next key: `close@2024-Q4`, then
  /// `close@2024-Q4/entities`. After a colon, the fields of the node.
  public Collection<String> addresses(String typed) throws Failure {
    int slash = typed.indexOf('/');
    int colon = typed.lastIndexOf(':');
    if (slash < 0 && colon < 0) {
      return processes();
    }
    int end = slash < 0 ? colon : slash;
    Compilation compilation =
        ProjectSession.read(request.withSelectors(List.of(typed.substring(0, end)))).compile(null);
    Set<String> found = new LinkedHashSet<>();
    for (CompiledProcess process : compilation.processes()) {
      if (colon < 0) {
        for (String address : process.resolved().nodes().keySet()) {
          addNext(address, typed, found);
        }
      } else {
        for (FieldRef field : process.resolved().origins().keySet()) {
          if (field.toString().startsWith(typed)) {
            found.add(field.toString());
          }
        }
      }
    }
    return found;
  }

  private static void addNext(String address, String typed, Set<String> found) {
    if (address.startsWith(typed)) {
      int next = address.indexOf('/', typed.length());
      found.add(next < 0 ? address : address.substring(0, next));
    }
  }
}
