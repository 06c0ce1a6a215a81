package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Spelling;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.base.source.TableCell;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lookup of participants, by alias, by role, or by `{ id, type }`.
final class ParticipantLookup {
  private final @Nullable PeopleDecl people;
  private final Findings findings;
  private final Map<String, PersonDecl> usedPeople = new LinkedHashMap<>();
  private final Set<String> usedRoles = new HashSet<>();
  private final Map<String, NamedParticipant> cache = new HashMap<>();
  private final Map<String, Json> users = new HashMap<>();

  /// The participant for a name, shared by everything that names it.
  private record NamedParticipant(Json json, List<Origin> from) {}

  ParticipantLookup(@Nullable PeopleDecl people, Findings findings) {
    this.people = people;
    this.findings = findings;
  }

  /// The people that were used so far, by alias.
  Map<String, PersonDecl> usedPeople() {
    return usedPeople;
  }

  /// The roles that were used so far.
  Set<String> usedRoles() {
    return usedRoles;
  }

  /// The participant as an object; null, with a finding, if the name is unknown.
  @Nullable ResolvedValue participant(YamlNode node, Origin origin) {
    if (node instanceof Mapping mapping) {
      return inline(mapping, origin);
    }
    if (!(node instanceof Scalar name)) {
      return null;
    }
    NamedParticipant named = cache.get(name.value());
    if (named == null) {
      PersonDecl person = resolvePerson(name);
      if (person == null) {
        return null;
      }
      usedPeople.put(person.alias().value(), person);
      named = resolveName(name, person);
      cache.put(name.value(), named);
    }
    return new ResolvedValue(named.json(), origin.withInputs(named.from()));
  }

  private NamedParticipant resolveName(Scalar name, PersonDecl person) {
    List<Origin> from = new ArrayList<>();
    RoleDecl role = role(name.value());
    if (role != null) {
      usedRoles.add(name.value());
      from.add(new Origin(Layer.PERSON, role.person().span()));
    }
    from.add(new Origin(Layer.PERSON, person.id().span(), person.id().origin().inputs()));
    if (person.type() != null) {
      from.add(new Origin(Layer.PERSON, person.type().span()));
    }
    String type = person.typeName();
    return new NamedParticipant(participantJson(person.id().value(), type), List.copyOf(from));
  }

  /// The person with an alias or a role; null, with a finding, if the name is unknown.
  @Nullable PersonDecl resolvePerson(Scalar name) {
    if (people == null) {
      reportUnknown(name, "there is no people document", null);
      return null;
    }
    RoleDecl role = role(name.value());
    String alias = role == null ? name.value() : role.person().value();
    PersonDecl person = people.people().get(alias);
    if (person != null) {
      return person;
    }
    if (people.mayHave(alias)) {
      return null;
    }
    List<String> known = new ArrayList<>(people.people().keySet());
    if (role != null) {
      findings.add(
          Finding.of(
                  ResolveCodes.ROLE_WITHOUT_PERSON,
                  role.person().span(),
                  "\"" + alias + "\" holds the role \"" + name.value() + "\" and is not a person")
              .withLabel(name.span(), "the role is used here")
              .withHint(Spelling.hint(alias, known).orElse(null)));
      return null;
    }
    known.addAll(people.roles().keySet());
    reportUnknown(name, "\"" + name.value() + "\" is not in " + peopleFile(), known);
    return null;
  }

  /// The person with an alias or a role; null, without a finding, if the name is unknown.
  @Nullable PersonDecl findPerson(String name) {
    if (people == null) {
      return null;
    }
    RoleDecl role = role(name);
    return people.people().get(role == null ? name : role.person().value());
  }

  private String peopleFile() {
    return people == null ? "people.yaml" : people.key().span().file().path();
  }

  private @Nullable RoleDecl role(String name) {
    return people == null || people.people().containsKey(name) ? null : people.roles().get(name);
  }

  private void reportUnknown(Scalar name, String message, @Nullable List<String> known) {
    String text = known == null ? "\"" + name.value() + "\" leads nowhere, " + message : message;
    Finding finding = Finding.of(ResolveCodes.UNKNOWN_PERSON, name.span(), text);
    if (known == null) {
      findings.add(finding.withHint("add a people.yaml, or write { id: ..., type: user }"));
      return;
    }
    String named = aliasOf(name.value());
    String hint = named == null ? null : "did you mean \"" + named + "\"?";
    finding =
        finding.withHint(hint == null ? Spelling.hint(name.value(), known).orElse(null) : hint);
    String nearest = named == null ? Spelling.nearest(name.value(), known).orElse(null) : named;
    Span cell = TableCell.of(name.origin(), name.value());
    boolean written = name.isPlain() && name.span().text().equals(name.value());
    if (nearest != null && (written || cell != null)) {
      TextEdit edit = new TextEdit(cell == null ? name.span() : cell, nearest);
      finding = finding.withFix(Fix.unsafe("write " + nearest, edit));
    }
    findings.add(finding);
  }

  /// The alias of the only person with a name or an email address, in upper or lower case, or with
  /// an id; null if there are none or several.
  private @Nullable String aliasOf(String written) {
    String found = null;
    for (PersonDecl person : people == null ? List.<PersonDecl>of() : people.people().values()) {
      Scalar email = person.email();
      boolean same =
          person.displayName().equalsIgnoreCase(written)
              || email != null && email.value().equalsIgnoreCase(written)
              || person.id().value().equals(written);
      if (same && found != null) {
        return null;
      }
      found = same ? person.alias().value() : found;
    }
    return found;
  }

  private @Nullable ResolvedValue inline(Mapping mapping, Origin origin) {
    if (!(mapping.get(Fields.PARTICIPANT_ID.name()) instanceof Scalar id)) {
      return null;
    }
    String type =
        mapping.get(Fields.PARTICIPANT_TYPE.name()) instanceof Scalar scalar && !scalar.isNull()
            ? scalar.value()
            : "user";
    List<Origin> from = new ArrayList<>();
    from.add(id.origin());
    if (mapping.get(Fields.PARTICIPANT_TYPE.name()) instanceof Scalar scalar) {
      from.add(scalar.origin());
    }
    Json json = type.equals("user") ? user(id.value()) : participantJson(id.value(), type);
    return new ResolvedValue(json, origin.withInputs(from));
  }

  /// The user with an id as an object, which all that write it out share.
  private Json user(String id) {
    Json user = users.get(id);
    if (user == null) {
      user = participantJson(id, "user");
      users.put(id, user);
    }
    return user;
  }

  private static Json participantJson(String id, String type) {
    return Json.object()
        .put(Fields.PARTICIPANT_ID.name(), id)
        .put(Fields.PARTICIPANT_TYPE.name(), type)
        .build();
  }
}
