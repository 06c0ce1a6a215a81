package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.BuiltInVariables;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.scope.PeriodVariables;
import dev.procc.language.expand.variables.VariableSources;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A process that a test has expanded, with all findings of the expansion.
public record ExpandedProcess(
    Project project, Variables variables, Mapping process, List<Finding> allFindings) {

  /// Expands the first process of a file tree with the given sources of variables.
  public static ExpandedProcess of(FileTree tree, VariableSources sources) {
    return of(tree, sources, null);
  }

  /// Expands the first process of a file tree with the sources of its own period and target.
  public static ExpandedProcess of(FileTree tree) {
    return of(tree, VariableSources.none(), null);
  }

  public static ExpandedProcess of(String... pathsAndTexts) {
    return of(MemoryTree.of(pathsAndTexts));
  }

  public static ExpandedProcess of(
      FileTree tree, VariableSources given, @Nullable String targetName) {
    Outcome<Project> read = ProjectReader.read(tree);
    Project project = read.value().orElseThrow();
    List<Finding> found = new ArrayList<>(read.findings());
    SourceDocument process = project.documents("Process").getFirst();
    List<SourceDocument> periods = project.documents("Period");
    SourceDocument period = periods.isEmpty() ? null : periods.getFirst();
    SourceDocument settings = project.settings();
    Mapping target = null;
    if (settings != null
        && targetName != null
        && written(settings).get("targets") instanceof Mapping targets) {
      target = (Mapping) targets.get(targetName);
    }
    BuiltInVariables facts =
        new BuiltInVariables(
            targetName == null
                ? BuiltInVariables.none().target()
                : NodeValues.plainScalar(Origin.written(process.keySpan()), targetName),
            period == null ? null : facts(period));
    VariableSources sources =
        new VariableSources(
            given.flags(),
            given.environment(),
            given.files(),
            period == null ? null : (Mapping) written(period).get("variables"),
            target == null ? null : (Mapping) target.get("variables"),
            null);
    Outcome<Variables> variables = Variables.resolve(written(process), sources, facts);
    found.addAll(variables.findings());
    Outcome<Mapping> expanded =
        Expander.expand(
            new ExpandRequest(
                written(process),
                writtenTemplates(project),
                variables.value().orElseThrow(),
                facts,
                period == null ? null : written(period),
                target,
                project,
                ExpandLimits.DEFAULT));
    found.addAll(expanded.findings());
    found.sort(Finding.READING_ORDER);
    return new ExpandedProcess(
        project, variables.value().orElseThrow(), expanded.value().orElseThrow(), found);
  }

  private static PeriodVariables facts(SourceDocument period) {
    return PeriodVariables.of(
        new Origin(Layer.PERIOD, period.keySpan()),
        new Period(
            period.key(),
            "Q4 2024",
            LocalDate.of(2024, 10, 1),
            LocalDate.of(2024, 12, 31),
            2024,
            4,
            12));
  }

  /// The mapping of a document as written, including unknown keys.
  private static Mapping written(SourceDocument document) {
    return (Mapping) document.document().root();
  }

  private static Map<String, Mapping> writtenTemplates(Project project) {
    Map<String, Mapping> templates = new LinkedHashMap<>();
    for (SourceDocument template : project.documents("Template")) {
      templates.putIfAbsent(template.key(), written(template));
    }
    return templates;
  }

  /// The expanded process as YAML-like text.
  public String text() {
    StringBuilder out = new StringBuilder();
    show(process, "", out);
    return out.toString();
  }

  /// The node of one field, by its path: `root/children/0/title`.
  public @Nullable YamlNode at(String path) {
    YamlNode node = process;
    for (String part : path.split("/")) {
      if (node instanceof Mapping mapping) {
        node = mapping.get(part);
      } else if (node instanceof Sequence list) {
        node = list.items().get(Integer.parseInt(part));
      }
    }
    return node;
  }

  public Scalar scalar(String path) {
    if (at(path) instanceof Scalar scalar) {
      return scalar;
    }
    if (at(path) instanceof Unknown unknown && asWritten(unknown) instanceof Scalar scalar) {
      return scalar;
    }
    throw new AssertionError("no text at " + path + " in\n" + text() + findings());
  }

  /// The node as written for a value that could not be read.
  private static YamlNode asWritten(Unknown unknown) {
    Span at = unknown.span();
    int column = at.startPosition().column() - 1;
    SourceFile text = new SourceFile("text", " ".repeat(column) + at.text());
    return Yaml.parse(text).value().orElseThrow().getFirst().root();
  }

  /// The findings, each on its own line: `PC162 close.process.yaml:5:3 message [hint] (label @
  /// line)`.
  public String findings() {
    return lines(allFindings);
  }

  public static String lines(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding d : findings) {
      Span span = d.span();
      out.append(d.code().id()).append(' ').append(span).append(' ').append(d.message());
      if (d.hint() != null) {
        out.append(" [").append(d.hint()).append(']');
      }
      for (Label label : d.labels()) {
        out.append(" (")
            .append(label.text())
            .append(" @ ")
            .append(label.span().pathAndLine())
            .append(')');
      }
      out.append('\n');
    }
    return out.toString();
  }

  static void show(YamlNode node, String indent, StringBuilder out) {
    switch (node) {
      case Unknown unknown -> show(asWritten(unknown), indent, out);
      case Scalar scalar -> out.append(scalar.value().replace("\n", "\\n")).append('\n');
      case Mapping mapping -> {
        for (MappingEntry entry : mapping.entries()) {
          out.append(indent).append(entry.key().value()).append(':');
          nested(entry.value(), indent + "  ", out);
        }
      }
      case Sequence list -> {
        for (YamlNode item : list.items()) {
          out.append(indent).append('-');
          nested(item, indent + "  ", out);
        }
      }
    }
  }

  private static void nested(YamlNode value, String indent, StringBuilder out) {
    if (value instanceof Scalar || value instanceof Unknown) {
      out.append(' ');
    } else {
      out.append('\n');
    }
    show(value, indent, out);
  }

  static Map<String, String> flags(String name, String value) {
    return Map.of(name, value);
  }
}
