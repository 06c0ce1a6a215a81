package dev.procc.ide.completion;

import dev.procc.ide.Snapshot;
import dev.procc.ide.completion.Proposal.Sort;
import dev.procc.ide.cursor.Cursor;
import dev.procc.ide.cursor.Expected;
import dev.procc.ide.names.KnownNames;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.vocabulary.ValueShape;
import java.util.List;
import java.util.Map;

/// The proposals of names in the project.
final class NameProposals {
  private final Cursor cursor;
  private final String before;
  private final KnownNames known;

  /// @param before what precedes each name, a blank or nothing
  NameProposals(Snapshot names, Cursor cursor, String before) {
    this.cursor = cursor;
    this.before = before;
    known = KnownNames.of(names);
  }

  void addTo(Expected expected, List<Proposal> proposals) {
    if (Expected.alternative(expected.shape(), ValueShape.ParticipantShape.class) != null) {
      addPeople(proposals);
      addRoles(proposals);
    }
    switch (FieldRole.of(expected.name())) {
      case DOCUMENT ->
          known
              .workivaDocuments()
              .forEach(
                  (alias, of) -> add(alias, Sort.DOCUMENT, KnownNames.text(of, "name"), proposals));
      case SECTION -> addSections(proposals);
      default -> {}
    }
    boolean item = cursor.role() == Cursor.Role.ITEM;
    switch (expected.name()) {
      case "calendar", "alsoClosedIn" -> addDocuments("Calendar", Sort.CALENDAR, proposals);
      case "use" -> addDocuments("Template", Sort.TEMPLATE, proposals);
      case "processes" -> addDocuments("Process", Sort.DOCUMENT, proposals);
      case "key", "target" -> addAdoptions(expected.name(), proposals);
      case "cover", "roles" -> addPeople(proposals);
      case "people" -> {
        if (!item && cursor.kind().equals("Project")) {
          addDocuments("People", Sort.DOCUMENT, proposals);
        }
      }
      case "documents" -> {
        if (cursor.kind().equals("Project")) {
          addDocuments("Documents", Sort.DOCUMENT, proposals);
        }
      }
      default -> {}
    }
  }

  private void addAdoptions(String key, List<Proposal> proposals) {
    if (!cursor.keys().contains("adopt")) {
      return;
    }
    if (key.equals("key")) {
      known.identities().forEach((name, of) -> add(name, Sort.DOCUMENT, of.path(), proposals));
    } else {
      known.targets().keySet().forEach(name -> add(name, Sort.DOCUMENT, "", proposals));
    }
  }

  private void addPeople(List<Proposal> proposals) {
    known
        .people()
        .forEach(
            (alias, person) -> add(alias, Sort.PERSON, KnownNames.text(person, "name"), proposals));
  }

  private void addRoles(List<Proposal> proposals) {
    Map<String, YamlNode> people = known.people();
    known
        .roles()
        .forEach((role, holder) -> {
          String alias = holder instanceof Scalar scalar ? scalar.value() : "";
          String name = KnownNames.text(people.get(alias), "name");
          add(role, Sort.ROLE, "role, " + (name.isEmpty() ? alias : name), proposals);
        });
  }

  private void addDocuments(String kind, Sort sort, List<Proposal> proposals) {
    for (Map.Entry<String, SourceDocument> entry : known.documents(kind).entrySet()) {
      add(entry.getKey(), sort, entry.getValue().path(), proposals);
    }
  }

  private void addSections(List<Proposal> proposals) {
    String document = BlockText.plain(cursor.siblings().get(FieldRole.DOCUMENT.fieldName()));
    known
        .sections(document)
        .forEach((alias, id) -> add(alias, Sort.DOCUMENT, id.span().text(), proposals));
  }

  private void add(String name, Sort sort, String detail, List<Proposal> proposals) {
    proposals.add(
        new Proposal(name, sort, before + name, cursor.start(), cursor.end(), detail, "", 10));
  }
}
