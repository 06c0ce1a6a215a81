package dev.procc.language.importing;

import dev.procc.base.json.Json;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.catalog.FieldRole;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The aliases of people and documents: those of a project, and those that an import adds.
public final class ImportedNames {
  /// A person of the API without an alias in the project.
  record NewPerson(String id, String type) {}

  /// A document without an alias, or sections that its alias lacks.
  ///
  /// @param id null if the document has an alias
  record NewDocument(@Nullable String id, Map<String, String> sections) {}

  private final Map<Json, String> people = new HashMap<>();
  private final Set<String> peopleNames = new LinkedHashSet<>();
  private final Map<String, NewPerson> newPeople = new LinkedHashMap<>();
  private final Map<String, String> documents = new HashMap<>();
  private final Set<String> documentNames = new LinkedHashSet<>();
  private final Map<String, Map<String, String>> sections = new HashMap<>();
  private final Map<String, NewDocument> newDocuments = new LinkedHashMap<>();

  /// @param known the people of the target; null if the project has none, as for documents
  public ImportedNames(@Nullable PeopleDecl known, @Nullable DocumentsDecl knownDocuments) {
    if (known != null) {
      peopleNames.addAll(known.roles().keySet());
      peopleNames.addAll(known.unreadable());
      for (PersonDecl person : known.people().values()) {
        String type = person.typeName();
        peopleNames.add(person.alias().value());
        people.putIfAbsent(participant(person.id().value(), type), person.alias().value());
      }
    }
    if (knownDocuments != null) {
      documentNames.addAll(knownDocuments.unreadable());
      for (DocumentDecl document : knownDocuments.allPeriods().values()) {
        addKnown(document);
      }
    }
  }

  private void addKnown(DocumentDecl document) {
    String alias = document.alias().value();
    documentNames.add(alias);
    Scalar id = document.id();
    if (id != null) {
      documents.putIfAbsent(id.value(), alias);
    }
    Map<String, String> known = new HashMap<>();
    document.sections().forEach((name, section) -> known.putIfAbsent(section.value(), name));
    sections.put(alias, known);
  }

  private static Json participant(String id, String type) {
    return Json.object().put("id", id).put("type", type).build();
  }

  /// The alias of a participant, `{id, type}`; a new one if it has none.
  String person(Json.Obj participant) {
    String id = participant.text("id").orElse("");
    String type = participant.text("type").orElse("user");
    String known = people.get(participant(id, type));
    if (known != null) {
      return known;
    }
    String alias = Keys.unique(Keys.ofId(id, "person"), peopleNames);
    people.put(participant(id, type), alias);
    newPeople.put(alias, new NewPerson(id, type));
    return alias;
  }

  /// The alias of a document by its id; a new one if it has none.
  String document(String id) {
    String known = documents.get(id);
    if (known != null) {
      return known;
    }
    String alias = Keys.unique(Keys.ofId(id, FieldRole.DOCUMENT.fieldName()), documentNames);
    documents.put(id, alias);
    newDocuments.put(alias, new NewDocument(id, new LinkedHashMap<>()));
    return alias;
  }

  /// The alias of a section; a new one if it has none.
  ///
  /// @param document the alias of its document
  String section(String document, String id) {
    Map<String, String> known = sections.computeIfAbsent(document, alias -> new HashMap<>());
    String name = known.get(id);
    if (name != null) {
      return name;
    }
    String alias =
        Keys.unique(
            Keys.ofId(id, FieldRole.SECTION.fieldName()), new LinkedHashSet<>(known.values()));
    known.put(id, alias);
    newDocuments
        .computeIfAbsent(document, key -> new NewDocument(null, new LinkedHashMap<>()))
        .sections()
        .put(alias, id);
    return alias;
  }

  Map<String, NewPerson> newPeople() {
    return newPeople;
  }

  Map<String, NewDocument> newDocuments() {
    return newDocuments;
  }
}
