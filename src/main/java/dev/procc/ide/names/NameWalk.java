package dev.procc.ide.names;

import dev.procc.base.source.Span;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A walk through a document, by the vocabulary, that records the names in it.
final class NameWalk {
  private final Project project;
  private final SourceDocument document;
  private final Map<String, YamlNode> roles;
  private final List<Occurrence> found;
  private final TagNames tags;
  private final NodeReferences nodes;
  private final List<String> nodePath = new ArrayList<>();

  private NameWalk(
      Project project,
      SourceDocument document,
      Map<String, YamlNode> roles,
      List<Occurrence> found) {
    this.project = project;
    this.document = document;
    this.roles = roles;
    this.found = found;
    tags = new TagNames(document, found);
    nodes = new NodeReferences(scope());
  }

  /// Records the names of a document.
  ///
  /// @param roles of the project: a participant that is none of them is a person
  static void walk(
      Project project,
      SourceDocument document,
      Map<String, YamlNode> roles,
      List<Occurrence> found) {
    MappingSpec spec = Vocabulary.find(document.kind());
    if (spec != null) {
      NameWalk walk = new NameWalk(project, document, roles, found);
      walk.mapping(document.mapping(), spec);
      walk.nodes.addTo(found);
    }
  }

  private void mapping(Mapping mapping, MappingSpec spec) {
    boolean child = Vocabulary.CHILD_KINDS.contains(spec.name());
    int depth = nodePath.size();
    int loops = tags.openLoops();
    if (child) {
      enterNode(mapping, spec);
    }
    for (MappingEntry entry : mapping.entries()) {
      KeySpec key = spec.key(entry.key().value());
      if (key == null || entry.value().span().file() != document.file()) {
        continue;
      }
      names(mapping, spec, key, entry);
      descend(entry.value(), key.shape(), key, spec);
    }
    while (nodePath.size() > depth) {
      nodePath.removeLast();
    }
    tags.closeLoops(loops);
  }

  /// Records the key of a node, and opens its loop.
  private void enterNode(Mapping mapping, MappingSpec spec) {
    YamlNode named = mapping.get(spec.name());
    YamlNode own = spec.name().equals("use") ? mapping.get("key") : null;
    Scalar key = own instanceof Scalar given ? given : named instanceof Scalar first ? first : null;
    if (key == null || key.value().contains("{{")) {
      nodePath.add("*");
    } else {
      nodePath.add(key.value());
      if (own != null || !spec.name().equals("use")) {
        String path = path();
        nodes.declare(path, spec.name());
        add(NameKind.NODE, scope(), path, key.span(), true);
      }
    }
    YamlNode loop = mapping.get("forEach");
    if (loop != null) {
      tags.openLoop(loop, mapping.get("as"), project);
    }
  }

  /// The path of the node that is visited; empty for the document.
  private String path() {
    return String.join("/", nodePath);
  }

  private String scope() {
    return document.kind() + "/" + document.key();
  }

  private void descend(YamlNode node, ValueShape shape, KeySpec key, MappingSpec owner) {
    if (node instanceof Scalar scalar) {
      scalar(scalar, shape, key);
    } else if (node instanceof Sequence sequence) {
      ValueShape.ListShape list = alternative(shape, ValueShape.ListShape.class);
      for (YamlNode item : sequence.items()) {
        descend(item, list == null ? ValueShape.ANY : list.item(), key, owner);
      }
    } else if (node instanceof Mapping mapping) {
      MappingSpec spec = spec(mapping, shape);
      ValueShape.MapShape map = alternative(shape, ValueShape.MapShape.class);
      if (spec != null) {
        mapping(mapping, spec);
      } else {
        for (MappingEntry entry : mapping.entries()) {
          if (!entry.key().value().equals(Unknown.LOST_KEY)) {
            descend(entry.value(), map == null ? ValueShape.ANY : map.value(), key, owner);
          }
        }
      }
    }
  }

  private static @Nullable MappingSpec spec(Mapping mapping, ValueShape shape) {
    if (shape instanceof ValueShape.ParticipantShape) {
      return Vocabulary.mapping("Participant");
    }
    if (alternative(shape, ValueShape.ChildShape.class) != null) {
      for (String kind : Vocabulary.CHILD_KINDS) {
        if (mapping.get(kind) != null) {
          return Vocabulary.mapping(kind);
        }
      }
      return null;
    }
    ValueShape.StructShape struct = alternative(shape, ValueShape.StructShape.class);
    return struct == null ? null : Vocabulary.mapping(struct.mappingName());
  }

  private static <T extends ValueShape> @Nullable T alternative(ValueShape shape, Class<T> type) {
    if (type.isInstance(shape)) {
      return type.cast(shape);
    }
    if (shape instanceof ValueShape.UnionShape union) {
      for (ValueShape each : union.alternatives()) {
        if (type.isInstance(each)) {
          return type.cast(each);
        }
      }
    }
    return null;
  }

  private void scalar(Scalar scalar, ValueShape shape, KeySpec key) {
    if (shape instanceof ValueShape.DateExpressionShape && scalar.value().indexOf('(') >= 0) {
      nodes.addOfDate(scalar, path());
    }
    if (scalar.value().contains("{{")) {
      if (!key.literal()) {
        tags.addAll(scalar);
      }
    } else if (shape instanceof ValueShape.ParticipantShape) {
      person(scalar);
    } else if (key.name().equals("if")) {
      tags.addCondition(scalar);
    }
  }

  /// Records the people and dates that stand alone in the braces of raw arguments.
  private void arguments(YamlNode node) {
    if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::arguments);
    } else if (node instanceof Mapping mapping && mapping.get("raw") == null) {
      boolean alone = mapping.entries().size() == 1;
      if (alone && mapping.get("person") instanceof Scalar name && !hasTag(name)) {
        person(name);
      } else if (alone && mapping.get("date") instanceof Scalar text) {
        nodes.addOfDate(text, path());
      } else {
        mapping.entries().forEach(entry -> arguments(entry.value()));
      }
    }
  }

  private static boolean hasTag(Scalar scalar) {
    return scalar.value().contains("{{");
  }

  private void person(Scalar scalar) {
    NameKind kind = roles.containsKey(scalar.value()) ? NameKind.ROLE : NameKind.PERSON;
    add(kind, "", scalar.value(), scalar.span(), false);
  }

  /// Records the names in the value of a key.
  private void names(Mapping mapping, MappingSpec spec, KeySpec key, MappingEntry entry) {
    YamlNode value = entry.value();
    switch (spec.name() + "." + key.name()) {
      case "Process.variables" -> keys(value, NameKind.VARIABLE, "", true);
      case "Template.parameters" -> keys(value, NameKind.PARAMETER, document.key(), true);
      case "Period.variables", "Project.variables", "Target.variables" ->
          keys(value, NameKind.VARIABLE, "", false);
      case "Period.processes" -> items(value, NameKind.PROCESS);
      case "Calendar.alsoClosedIn" -> items(value, NameKind.CALENDAR);
      case "People.people" -> keys(value, NameKind.PERSON, "", true);
      case "People.roles" -> {
        keys(value, NameKind.ROLE, "", true);
        KnownNames.entries(value).forEach((role, holder) -> use(holder, NameKind.PERSON, ""));
      }
      case "Away.cover" -> use(value, NameKind.PERSON, "");
      case "Documents.documents" -> {
        keys(value, NameKind.DOCUMENT, "", true);
        KnownNames.entries(value).forEach(this::sections);
      }
      case "Documents.periods" -> documentsOfPeriods(value);
      case "Target.people" -> use(value, NameKind.PEOPLE, "");
      case "Target.documents" -> use(value, NameKind.DOCUMENTS, "");
      case "use.use" -> use(value, NameKind.TEMPLATE, "");
      case "use.with" -> keys(value, NameKind.PARAMETER, KnownNames.text(mapping, "use"), false);
      case "Moved.to", "Change.at", "Allow.at", "Drift.at", "Adopt.key" -> {
        if (value instanceof Scalar text && !hasTag(text)) {
          address(text);
        }
      }
      default -> general(mapping, spec, key, value);
    }
  }

  private void documentsOfPeriods(YamlNode periods) {
    keys(periods, NameKind.PERIOD, "", false);
    KnownNames.entries(periods)
        .forEach((period, of) -> {
          keys(of, NameKind.DOCUMENT, "", false);
          KnownNames.entries(of).forEach(this::sections);
        });
  }

  /// Records the names in an address, `close@2024-Q4/entities/us:dueDate`. In a process it is a
  /// path of its own; without the key of a process, one of the only process of the period.
  private void address(Scalar text) {
    String all = text.value();
    if (document.kind().equals("Process")) {
      nodes.addWhole(text, all, 0, scope());
      return;
    }
    int colon = all.indexOf(':');
    String address = colon < 0 ? all : all.substring(0, colon);
    int slash = address.indexOf('/');
    String identity = slash < 0 ? address : address.substring(0, slash);
    int at = identity.indexOf('@');
    String key = at < 0 ? identity : identity.substring(0, at);
    Span span = Occurrence.withoutQuotes(text.span());
    if (!span.text().equals(all) || address.contains("**")) {
      return;
    }
    if (KnownNames.has(project, "Process", key)) {
      add(NameKind.PROCESS, "", key, span.subSpan(0, key.length()), false);
      String period = at < 0 ? "" : identity.substring(at + 1);
      if (KnownNames.has(project, "Period", period)) {
        add(NameKind.PERIOD, "", period, span.subSpan(at + 1, period.length()), false);
      }
      if (slash > 0) {
        nodes.addWhole(text, address.substring(slash + 1), slash + 1, "Process/" + key);
      }
    } else if (document.mapping().get("processes") instanceof Sequence several
        && several.items().size() == 1
        && several.items().getFirst() instanceof Scalar only) {
      nodes.addWhole(text, address, 0, "Process/" + only.value());
    }
  }

  private void general(Mapping mapping, MappingSpec spec, KeySpec key, YamlNode value) {
    switch (key.name()) {
      case "key" -> {
        NameKind kind = kindOfDocument();
        if (spec.name().equals(document.kind()) && kind != null) {
          add(kind, "", value, true);
        }
      }
      case "calendar" -> use(value, NameKind.CALENDAR, "");
      default -> {
        String document = KnownNames.text(mapping, FieldRole.DOCUMENT.fieldName());
        switch (FieldRole.of(key.name())) {
          case DOCUMENT -> use(value, NameKind.DOCUMENT, "");
          case SECTION -> use(value, NameKind.SECTION, document);
          case ARGUMENTS -> arguments(value);
          default -> {}
        }
      }
    }
  }

  private @Nullable NameKind kindOfDocument() {
    return switch (document.kind()) {
      case "Process" -> NameKind.PROCESS;
      case "Period" -> NameKind.PERIOD;
      case "Template" -> NameKind.TEMPLATE;
      case "Calendar" -> NameKind.CALENDAR;
      case "People" -> NameKind.PEOPLE;
      case "Documents" -> NameKind.DOCUMENTS;
      default -> null;
    };
  }

  private void sections(String alias, YamlNode of) {
    if (of instanceof Mapping mapping && mapping.get("sections") != null) {
      keys(mapping.get("sections"), NameKind.SECTION, alias, true);
    }
  }

  private void keys(@Nullable YamlNode node, NameKind kind, String scope, boolean declares) {
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (!entry.key().value().equals(Unknown.LOST_KEY)) {
          add(kind, scope, entry.key().value(), entry.key().span(), declares);
        }
      }
    }
  }

  private void items(YamlNode node, NameKind kind) {
    if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        use(item, kind, "");
      }
    }
  }

  private void use(YamlNode node, NameKind kind, String scope) {
    add(kind, scope, node, false);
  }

  private void add(NameKind kind, String scope, YamlNode node, boolean declares) {
    if (node instanceof Scalar scalar && !scalar.isNull() && !scalar.value().contains("{{")) {
      add(kind, scope, scalar.value(), scalar.span(), declares);
    }
  }

  private void add(NameKind kind, String scope, String word, Span span, boolean declares) {
    found.add(
        new Occurrence(new NameId(kind, scope, word), Occurrence.withoutQuotes(span), declares));
  }
}
