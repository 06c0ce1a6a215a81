package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that documents refer to, as written: names in tags and conditions, and templates in
/// `use`.
public final class ReferencedNames {
  private final Set<String> names = new HashSet<>();
  private final Set<String> templates = new HashSet<>();

  private ReferencedNames() {}

  /// The names in some documents together.
  public static ReferencedNames of(List<Mapping> documents) {
    ReferencedNames references = new ReferencedNames();
    for (Mapping document : documents) {
      references.collect(document, "");
    }
    return references;
  }

  /// Whether a tag or a condition begins with that name.
  public boolean isNameUsed(String name) {
    return names.contains(name);
  }

  /// Whether a `use` names that template.
  public boolean isTemplateUsed(String key) {
    return templates.contains(key);
  }

  /// Findings for variables, parameters and templates that nothing refers to.
  ///
  /// @param processes their documents
  /// @param surrounding documents that may refer to variables of any process: periods and the
  ///   project
  /// @param templates the templates, by key
  public static List<Finding> unused(
      List<Mapping> processes, List<Mapping> surrounding, Map<String, Mapping> templates) {
    Findings findings = new Findings();
    ReferencedNames outside = of(surrounding);
    List<Mapping> users = new ArrayList<>(processes);
    for (Mapping process : processes) {
      List<Scalar> variables = declaredNames(process.get("variables"));
      if (variables.isEmpty()) {
        continue;
      }
      ReferencedNames inside = of(List.of(process));
      for (Scalar name : variables) {
        if (!inside.isNameUsed(name.value()) && !outside.isNameUsed(name.value())) {
          findings.add(unused(name, "variable"));
        }
      }
    }
    for (Mapping template : templates.values()) {
      users.add(template);
      ReferencedNames inside = of(List.of(template));
      for (Scalar name : declaredNames(template.get("parameters"))) {
        if (!inside.isNameUsed(name.value())) {
          findings.add(unused(name, "parameter"));
        }
      }
    }
    if (templates.isEmpty()) {
      return findings.toList();
    }
    ReferencedNames everywhere = of(users);
    for (Mapping template : templates.values()) {
      if (template.get("key") instanceof Scalar key && !everywhere.isTemplateUsed(key.value())) {
        findings.add(unused(key, "template"));
      }
    }
    return findings.toList();
  }

  private static Finding unused(Scalar name, String kind) {
    return Finding.of(
            ExpandCodes.UNUSED,
            name.span(),
            "\"" + name.value() + "\" is a " + kind + " and nothing uses it")
        .withHint("remove it, or use it");
  }

  private static List<Scalar> declaredNames(@Nullable YamlNode declarations) {
    List<Scalar> names = new ArrayList<>();
    if (declarations instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        names.add(entry.key());
      }
    }
    return names;
  }

  private void collect(YamlNode node, String key) {
    if (node instanceof Scalar scalar) {
      collectText(scalar, key);
      return;
    }
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        collect(entry.value(), entry.key().value());
      }
      return;
    }
    for (YamlNode part : NodeValues.elements(node)) {
      collect(part, key);
    }
  }

  private void collectText(Scalar scalar, String key) {
    String text = scalar.value();
    if (key.equals("use")) {
      templates.add(text);
    }
    if (TagParser.containsTag(text)) {
      for (Tag tag : TagParser.parse(scalar).value().orElse(List.of())) {
        if (tag.kind() != Tag.TagKind.COMMENT) {
          addName(tag.path(), 0);
        }
      }
    } else if (key.equals("if")) {
      collectCondition(text);
    }
  }

  private void collectCondition(String text) {
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean part = TagParser.isNameChar(c) || c == '-' || c == '.';
      if (part && !inside) {
        addName(text, i);
      }
      inside = part;
    }
  }

  private void addName(String text, int from) {
    int end = from;
    while (end < text.length()
        && (TagParser.isNameChar(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    names.add(text.substring(from, end));
  }
}
