package dev.procc.language.check.rules.style;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import dev.procc.language.check.rules.Written;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.catalog.Field;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An id in a process, although the documents around give it a name.
public final class IdInPlaceOfAlias implements ProcessRule {
  private static final Code CODE = Code.info("PC607", "id-in-place-of-alias");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    PeopleDecl people = subject.around().people();
    DocumentsDecl documents = subject.around().documents();
    if (people == null && documents == null) {
      return;
    }
    for (Task task : subject.tasks()) {
      for (Map.Entry<Field, Node> field : task.info().decl().fields().entrySet()) {
        Node value = field.getValue();
        String name = field.getKey().name();
        String alias =
            value instanceof Mapping participant && people != null
                ? person(people, participant)
                : value instanceof Scalar id && documents != null && name.equals("document")
                    ? document(documents, id)
                    : null;
        if (alias != null) {
          report.accept(found(task, name, value, alias));
        }
      }
    }
  }

  private static @Nullable String person(PeopleDecl people, Mapping participant) {
    if (!(participant.get("id") instanceof Scalar id) || !Written.literal(id)) {
      return null;
    }
    String type = participant.get("type") instanceof Scalar scalar ? scalar.value() : "user";
    for (PersonDecl person : people.people().values()) {
      Scalar own = person.type();
      if (person.id().value().equals(id.value())
          && type.equals(own == null ? "user" : own.value())) {
        return person.alias().value();
      }
    }
    return null;
  }

  private static @Nullable String document(DocumentsDecl documents, Scalar id) {
    if (documents.documents().containsKey(id.value()) || !Written.literal(id)) {
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

  private static Diagnostic found(Task task, String field, Node value, String alias) {
    Diagnostic found =
        Diagnostic.of(
                CODE,
                value.span(),
                "\"" + field + "\" has the id of \"" + alias + "\", which is its name here")
            .withHint("write " + alias)
            .withAddress(task.address() + ":" + field);
    boolean oneLine = value.span().text().indexOf('\n') < 0;
    return oneLine
        ? found.withFix(Fix.safe("write " + alias, new Edit(value.span(), alias)))
        : found;
  }
}
