package dev.procc.app.project;

import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.live.planfile.DisplayNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names for the ids in compiled processes.
public final class IdNames {
  private IdNames() {}

  /// The names for the ids that the definitions use.
  public static DisplayNames of(List<CompiledProcess> processes) {
    Map<String, String> people = new LinkedHashMap<>();
    Map<String, String> documents = new LinkedHashMap<>();
    for (CompiledProcess compiled : processes) {
      PeopleDecl known = compiled.context().people();
      if (known != null) {
        for (PersonDecl person : known.people().values()) {
          people.putIfAbsent(person.id().value(), person.displayName());
        }
      }
      DocumentsDecl named = compiled.context().documents();
      if (named != null) {
        for (DocumentDecl document : named.documents().values()) {
          Scalar id = document.id();
          if (id != null) {
            documents.putIfAbsent(id.value(), document.displayName());
          }
          for (Map.Entry<String, Scalar> section : document.sections().entrySet()) {
            documents.putIfAbsent(section.getValue().value(), section.getKey());
          }
        }
      }
    }
    return new DisplayNames(people, documents);
  }
}
