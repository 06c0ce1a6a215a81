package dev.procc.language.check.rules.style;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.check.rules.WrittenScalars;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An id in a process that has an alias in the project. The fix is safe if the alias has that id
/// for every target and in every period.
public final class IdInPlaceOfAlias extends ProjectRule {
  public IdInPlaceOfAlias() {
    super(Code.info("PC607", "id-in-place-of-alias"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (ProcessContext process : project.processes()) {
      PeopleDecl people = process.context().people();
      DocumentsDecl documents = process.context().documents();
      for (TaskView task : process.tasks()) {
        for (Map.Entry<FieldSpec, YamlNode> field : task.resolved().decl().fields().entrySet()) {
          YamlNode value = field.getValue();
          if (field.getKey().role() == FieldRole.DOCUMENT) {
            DocumentDecl document = documents == null ? null : documentWithId(documents, value);
            if (document != null) {
              findings.add(documentFinding(project, task, value, document));
            }
          } else if (people != null && value instanceof Mapping participant) {
            PersonDecl person = personWithId(people, participant);
            if (person != null) {
              String alias = person.alias().value();
              Finding about = finding(task, field.getKey().name(), value, alias);
              findings.add(withFix(about, value, alias, isFixed(project, person)));
            }
          }
        }
      }
    }
  }

  private static @Nullable PersonDecl personWithId(PeopleDecl people, Mapping participant) {
    if (!(participant.get(Fields.PARTICIPANT_ID.name()) instanceof Scalar id)
        || !WrittenScalars.isLiteral(id)) {
      return null;
    }
    String type =
        participant.get(Fields.PARTICIPANT_TYPE.name()) instanceof Scalar scalar
            ? scalar.value()
            : "user";
    for (PersonDecl person : people.people().values()) {
      if (person.id().value().equals(id.value()) && type.equals(person.typeName())) {
        return person;
      }
    }
    return null;
  }

  private static @Nullable DocumentDecl documentWithId(DocumentsDecl documents, YamlNode value) {
    YamlNode written = value instanceof Mapping mapping ? mapping.get("id") : value;
    if (!(written instanceof Scalar id)
        || documents.documents().containsKey(id.value())
        || !WrittenScalars.isLiteral(id)) {
      return null;
    }
    for (DocumentDecl document : documents.documents().values()) {
      Scalar own = document.id();
      if (own != null && own.value().equals(id.value())) {
        return document;
      }
    }
    return null;
  }

  /// Whether each target has the same person by this alias.
  private static boolean isFixed(ProjectContext project, PersonDecl person) {
    for (PeopleDecl people : project.declarations().people()) {
      PersonDecl other = people.people().get(person.alias().value());
      if (other == null || !other.isSameParticipant(person)) {
        return false;
      }
    }
    return true;
  }

  /// Whether each target has the same document by this alias, in every period.
  private static boolean isFixed(ProjectContext project, DocumentDecl document) {
    String alias = document.alias().value();
    for (DocumentsDecl documents : project.declarations().workivaDocuments()) {
      DocumentDecl other = documents.allPeriods().get(alias);
      Scalar id = other == null ? null : other.id();
      Scalar own = document.id();
      boolean same = id != null && own != null && id.value().equals(own.value());
      for (DocumentsDecl.PeriodDocuments period : documents.periods().values()) {
        same &= !period.documents().containsKey(alias);
      }
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private Finding documentFinding(
      ProjectContext project, TaskView task, YamlNode value, DocumentDecl document) {
    String alias = document.alias().value();
    Finding finding = finding(task, FieldRole.DOCUMENT.fieldName(), value, alias);
    Scalar section = WrittenScalars.find(task.resolved(), FieldRole.SECTION);
    boolean listed =
        section == null
            || document.sections().isEmpty()
            || document.sections().containsKey(section.value());
    for (Scalar id : document.sections().values()) {
      listed |= section != null && id.value().equals(section.value());
    }
    return listed
        ? withFix(finding, value, alias, isFixed(project, document))
        : finding.withHint("list the section under " + alias + ", then write " + alias);
  }

  private Finding finding(TaskView task, String field, YamlNode value, String alias) {
    return Finding.of(
            code(),
            value.span(),
            "\"" + field + "\" has the id of \"" + alias + "\", which is its name here")
        .withHint("write " + alias)
        .withAddress(task.address() + ":" + field);
  }

  private static Finding withFix(Finding finding, YamlNode value, String alias, boolean safe) {
    if (value.span().text().indexOf('\n') >= 0) {
      return finding;
    }
    TextEdit edit = new TextEdit(value.span(), ScalarText.ofString(alias));
    return finding.withFix(new Fix("write " + alias, safe, List.of(edit)));
  }
}
