package dev.procc.language.resolve;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks up participants: an alias, a role, or `{ id, type }`.
final class Participants {
  private final @Nullable PeopleDecl people;
  private final List<Diagnostic> found;
  private final Map<String, PersonDecl> used = new LinkedHashMap<>();
  private final Set<String> roles = new HashSet<>();
  private final Map<String, Named> seen = new HashMap<>();

  /// What a name stands for; one for all who are called by it.
  private record Named(Json json, List<Origin> from) {}

  Participants(@Nullable PeopleDecl people, List<Diagnostic> found) {
    this.people = people;
    this.found = found;
  }

  /// The people that were named so far, by alias.
  Map<String, PersonDecl> used() {
    return used;
  }

  /// The roles that were named so far.
  Set<String> roles() {
    return roles;
  }

  /// The participant as an object; absent where the name leads nowhere, which is reported.
  @Nullable Value participant(Node node, Origin origin) {
    if (node instanceof Mapping mapping) {
      return inline(mapping, origin);
    }
    if (!(node instanceof Scalar name)) {
      return null;
    }
    Named named = seen.get(name.value());
    if (named == null) {
      PersonDecl person = person(name);
      if (person == null) {
        return null;
      }
      used.put(person.alias().value(), person);
      named = named(name, person);
      seen.put(name.value(), named);
    }
    return new Value(named.json(), origin.with(named.from()));
  }

  private Named named(Scalar name, PersonDecl person) {
    List<Origin> from = new ArrayList<>();
    RoleDecl role = role(name.value());
    if (role != null) {
      roles.add(name.value());
      from.add(new Origin(Layer.PERSON, role.person().span()));
    }
    from.add(new Origin(Layer.PERSON, person.id().span(), person.id().origin().from()));
    if (person.type() != null) {
      from.add(new Origin(Layer.PERSON, person.type().span()));
    }
    String type = person.type() == null ? "user" : person.type().value();
    return new Named(object(person.id().value(), type), List.copyOf(from));
  }

  /// The person that a name leads to; absent where it leads nowhere, which is reported.
  @Nullable PersonDecl person(Scalar name) {
    if (people == null) {
      report(name, "there is no people document", null);
      return null;
    }
    RoleDecl role = role(name.value());
    String alias = role == null ? name.value() : role.person().value();
    PersonDecl person = people.people().get(alias);
    if (person != null) {
      return person;
    }
    List<String> known = new ArrayList<>(people.people().keySet());
    if (role != null) {
      found.add(
          Diagnostic.of(
                  ResolveCodes.ROLE_WITHOUT_PERSON,
                  role.person().span(),
                  "\"" + alias + "\" holds the role \"" + name.value() + "\" and is no person")
              .withLabel(name.span(), "the role is used here")
              .withHint(Spelling.hint(alias, known).orElse(null)));
      return null;
    }
    known.addAll(people.roles().keySet());
    report(name, "\"" + name.value() + "\" is not in " + file(), known);
    return null;
  }

  /// The person that a name leads to, without a word where it leads nowhere.
  @Nullable PersonDecl known(String name) {
    if (people == null) {
      return null;
    }
    RoleDecl role = role(name);
    return people.people().get(role == null ? name : role.person().value());
  }

  private String file() {
    return people == null ? "people.yaml" : people.key().span().file().path();
  }

  private @Nullable RoleDecl role(String name) {
    return people == null || people.people().containsKey(name) ? null : people.roles().get(name);
  }

  private void report(Scalar name, String message, @Nullable List<String> known) {
    String text = known == null ? "\"" + name.value() + "\" leads nowhere, " + message : message;
    Diagnostic diagnostic = Diagnostic.of(ResolveCodes.UNKNOWN_PERSON, name.span(), text);
    if (known == null) {
      found.add(diagnostic.withHint("add a people.yaml, or write { id: ..., type: user }"));
      return;
    }
    diagnostic = diagnostic.withHint(Spelling.hint(name.value(), known).orElse(null));
    var near = Spelling.nearest(name.value(), known);
    if (near.isPresent() && name.plain() && name.span().text().equals(name.value())) {
      diagnostic =
          diagnostic.withFix(Fix.unsafe("write " + near.get(), new Edit(name.span(), near.get())));
    }
    found.add(diagnostic);
  }

  private static @Nullable Value inline(Mapping mapping, Origin origin) {
    if (!(mapping.get("id") instanceof Scalar id)) {
      return null;
    }
    String type =
        mapping.get("type") instanceof Scalar scalar && !scalar.isNull() ? scalar.value() : "user";
    List<Origin> from = new ArrayList<>();
    from.add(id.origin());
    if (mapping.get("type") instanceof Scalar scalar) {
      from.add(scalar.origin());
    }
    return new Value(object(id.value(), type), origin.with(from));
  }

  private static Json object(String id, String type) {
    return Json.object().put("id", id).put("type", type).build();
  }
}
