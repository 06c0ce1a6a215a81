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
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.check.rules.WrittenScalars;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An id in a process that has an alias in the project.
public final class IdInPlaceOfAlias extends ProcessRule {
  public IdInPlaceOfAlias() {
    super(Code.info("PC607", "id-in-place-of-alias"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    PeopleDecl people = process.context().people();
    DocumentsDecl documents = process.context().documents();
    if (people == null && documents == null) {
      return;
    }
    for (TaskView task : process.tasks()) {
      for (Map.Entry<FieldSpec, YamlNode> field : task.resolved().decl().fields().entrySet()) {
        YamlNode value = field.getValue();
        String name = field.getKey().name();
        boolean document = field.getKey().role() == FieldRole.DOCUMENT;
        String alias = null;
        if (document && documents != null) {
          YamlNode id = value instanceof Mapping mapping ? mapping.get("id") : value;
          alias = id instanceof Scalar scalar ? documentAlias(documents, scalar) : null;
        } else if (!document && people != null && value instanceof Mapping participant) {
          alias = personAlias(people, participant);
        }
        if (alias != null) {
          findings.add(finding(task, name, value, alias));
        }
      }
    }
  }

  private static @Nullable String personAlias(PeopleDecl people, Mapping participant) {
    if (!(participant.get(Fields.PARTICIPANT_ID.name()) instanceof Scalar id)
        || !WrittenScalars.isLiteral(id)) {
      return null;
    }
    String type =
        participant.get(Fields.PARTICIPANT_TYPE.name()) instanceof Scalar scalar
            ? scalar.value()
            : "user";
    for (PersonDecl person : people.people().values()) {
      Scalar own = person.type();
      if (person.id().value().equals(id.value())
          && type.equals(own == null ? "user" : own.value())) {
        return person.alias().value();
      }
    }
    return null;
  }

  private static @Nullable String documentAlias(DocumentsDecl documents, Scalar id) {
    if (documents.documents().containsKey(id.value()) || !WrittenScalars.isLiteral(id)) {
      return null;
    }
    for (DocumentDecl document : documents.documents().values()) {
      Scalar own = document.id();
      if (own != null && own.value().equals(id.value())) {
        return document.alias().value();
      }
    }
    return null;
  }

  private Finding finding(TaskView task, String field, YamlNode value, String alias) {
    Finding finding =
        Finding.of(
                code(),
                value.span(),
                "\"" + field + "\" has the id of \"" + alias + "\", which is its name here")
            .withHint("write " + alias)
            .withAddress(task.address() + ":" + field);
    boolean oneLine = value.span().text().indexOf('\n') < 0;
    return oneLine
        ? finding.withFix(Fix.safe("write " + alias, new TextEdit(value.span(), alias)))
        : finding;
  }
}
