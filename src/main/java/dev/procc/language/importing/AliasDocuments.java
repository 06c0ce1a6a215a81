package dev.procc.language.importing;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.edit.YamlText;
import dev.procc.language.importing.ImportedNames.NewDocument;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The People and Documents documents, with the aliases that imported processes need.
final class AliasDocuments {
  private final Project project;
  private final @Nullable PeopleDecl people;
  private final @Nullable DocumentsDecl workivaDocuments;
  private final ImportedNames names;
  private final Map<String, String> newDocuments = new LinkedHashMap<>();
  private final Map<SourceFile, List<TextEdit>> edits = new LinkedHashMap<>();

  private AliasDocuments(
      Project project, @Nullable PeopleDecl people, @Nullable DocumentsDecl workivaDocuments) {
    this.project = project;
    this.people = people;
    this.workivaDocuments = workivaDocuments;
    names = new ImportedNames(people, workivaDocuments);
  }

  static AliasDocuments of(ProjectDocuments documents, @Nullable TargetDecl target) {
    return new AliasDocuments(
        documents.project(), documents.people(target), documents.workivaDocuments(target));
  }

  /// The aliases, including new ones.
  ImportedNames names() {
    return names;
  }

  /// Adds the new aliases to the documents.
  void write() {
    writePeople();
    writeDocuments();
  }

  /// The new documents, by file name.
  Map<String, String> newDocuments() {
    return newDocuments;
  }

  /// The edits of existing documents.
  List<TextEdit> edits() {
    List<TextEdit> all = new ArrayList<>();
    edits.values().forEach(all::addAll);
    return all;
  }

  /// The changed documents, by path. A document to which the edits do not apply stays as it is,
  /// which the comparison afterwards shows.
  Map<String, String> changedTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    edits.forEach(
        (file, all) -> TextEdits.apply(file, all).ifPresent(text -> texts.put(file.path(), text)));
    return texts;
  }

  private void writePeople() {
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

  private void writeDocuments() {
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

  /// Adds sections to a document that has an alias.
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

  /// Adds entries to a document of aliases, or to a new one.
  private void addEntries(@Nullable Scalar key, String kind, String list, List<String> entries) {
    SourceDocument in = sourceDocument(kind, key);
    if (in == null) {
      newDocuments.put(
          list + ".yaml",
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
}
