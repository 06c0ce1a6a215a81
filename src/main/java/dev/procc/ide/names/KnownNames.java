package dev.procc.ide.names;

import dev.procc.ide.Snapshot;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that the documents of a project declare, each with its declaration.
public final class KnownNames {
  private final Project project;

  private KnownNames(Project project) {
    this.project = project;
  }

  /// The names of a snapshot, which need no compilation.
  public static KnownNames of(Snapshot snapshot) {
    return new KnownNames(snapshot.project());
  }

  /// The documents of a kind, by key.
  public Map<String, SourceDocument> documents(String kind) {
    Map<String, SourceDocument> found = new LinkedHashMap<>();
    for (SourceDocument document : project.documents(kind)) {
      if (!document.key().isEmpty()) {
        found.putIfAbsent(document.key(), document);
      }
    }
    return found;
  }

  /// The documents of the processes, by key and period.
  public Map<String, SourceDocument> identities() {
    Map<String, SourceDocument> found = new LinkedHashMap<>();
    project.instances().forEach(one -> found.putIfAbsent(one.identity(), one.process()));
    return found;
  }

  /// The targets, by name.
  public Map<String, YamlNode> targets() {
    return members("Project", "targets");
  }

  /// The people, by alias.
  public Map<String, YamlNode> people() {
    return members("People", "people");
  }

  /// The aliases of those who have roles, by role.
  public Map<String, YamlNode> roles() {
    return members("People", "roles");
  }

  /// The names of the people whom an alias or a role means, for people: several where targets have
  /// people of their own.
  public Set<String> namesOf(String word) {
    Set<String> names = new LinkedHashSet<>();
    for (SourceDocument document : project.documents("People")) {
      Map<String, YamlNode> people = declared(document, "people");
      YamlNode holder = declared(document, "roles").get(word);
      String alias = holder instanceof Scalar scalar ? scalar.value() : word;
      YamlNode person = people.get(alias);
      names.add(text(person == null ? people().get(alias) : person, "name"));
    }
    names.remove("");
    return names;
  }

  /// The documents in Workiva, by alias.
  public Map<String, YamlNode> workivaDocuments() {
    return members("Documents", "documents");
  }

  /// The sections of a document, by alias, also those that only a period gives.
  ///
  /// @param document its alias; if there is none with it, the sections of all documents
  public Map<String, YamlNode> sections(String document) {
    Map<String, YamlNode> found = new LinkedHashMap<>();
    boolean one = workivaDocuments().containsKey(document);
    for (SourceDocument each : project.documents("Documents")) {
      List<@Nullable YamlNode> lists = new ArrayList<>();
      lists.add(each.mapping().get("documents"));
      lists.addAll(entries(each.mapping().get("periods")).values());
      for (@Nullable YamlNode list : lists) {
        entries(list)
            .forEach((alias, of) -> {
              if (of instanceof Mapping mapping && (!one || alias.equals(document))) {
                entries(mapping.get("sections")).forEach(found::putIfAbsent);
              }
            });
      }
    }
    return found;
  }

  /// The variables that any process declares.
  public Map<String, YamlNode> variables() {
    return members("Process", "variables");
  }

  private Map<String, YamlNode> members(String kind, String key) {
    Map<String, YamlNode> found = new LinkedHashMap<>();
    for (SourceDocument document : project.documents(kind)) {
      entries(document.mapping().get(key)).forEach(found::putIfAbsent);
    }
    return found;
  }

  /// Whether a project has a document of a kind with a key.
  static boolean has(Project project, String kind, String key) {
    for (SourceDocument document : project.documents(kind)) {
      if (!key.isEmpty() && document.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /// The names that a document declares under a key.
  public static Map<String, YamlNode> declared(SourceDocument document, String key) {
    return entries(document.mapping().get(key));
  }

  /// The entries of a mapping, by key; none if the node is not a mapping.
  public static Map<String, YamlNode> entries(@Nullable YamlNode node) {
    Map<String, YamlNode> found = new LinkedHashMap<>();
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (!entry.key().value().equals(Unknown.LOST_KEY)) {
          found.put(entry.key().value(), entry.value());
        }
      }
    }
    return found;
  }

  /// The text of a key of a mapping; empty if it has none.
  public static String text(@Nullable YamlNode node, String key) {
    return node instanceof Mapping mapping && mapping.get(key) instanceof Scalar scalar
        ? scalar.value()
        : "";
  }
}
