package dev.procc.language.expand.variables;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.BuiltInVariables;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.text.ValueExpander;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The variables of a process with their values.
public final class Variables {
  private final Map<String, Variable> byName;
  private final Map<String, YamlNode> unknownNames;

  private Variables(Map<String, Variable> byName, Map<String, YamlNode> unknownNames) {
    this.byName = byName;
    this.unknownNames = unknownNames;
  }

  /// The declared variables, in the order of their declarations.
  public List<Variable> toList() {
    return List.copyOf(byName.values());
  }

  /// The values by name, for a scope; a variable without a value has the absent one, or, if that is
  /// an error, an unknown one.
  public Map<String, YamlNode> values() {
    Map<String, YamlNode> values = new LinkedHashMap<>(unknownNames);
    for (Variable variable : byName.values()) {
      YamlNode value = variable.value();
      values.put(variable.name(), value != null ? value : absent(variable.declaration()));
    }
    return values;
  }

  /// The same variables, with the values of some unknown.
  public Variables withUnknown(Set<String> names) {
    Map<String, Variable> all = new LinkedHashMap<>(byName);
    for (String name : names) {
      Variable known = byName.get(name);
      YamlNode value = known == null ? null : known.value();
      if (known != null && value != null) {
        Unknown unknown = new Unknown(value.origin());
        all.put(name, new Variable(known.declaration(), unknown, known.overridden()));
      }
    }
    return new Variables(all, unknownNames);
  }

  private static YamlNode absent(VariableDeclaration declaration) {
    Origin declared = declaration.name().origin();
    return declaration.required() || declaration.isUnknown()
        ? new Unknown(declared)
        : NodeValues.absent(declared);
  }

  /// Resolves the variables that a process declares.
  ///
  /// Missing values and values of another type are reported at the declaration. Values written in
  /// documents may use the built-in variables; those of flags, environment and files are not
  /// interpolated.
  ///
  /// @param process the document of the process
  public static Outcome<Variables> resolve(
      Mapping process, VariableSources sources, BuiltInVariables builtIns) {
    Findings findings = Findings.merging();
    Map<String, VariableDeclaration> declared =
        VariableDeclaration.readAll(process.get("variables"), findings);
    ExpansionContext context = ExpansionContext.root(builtIns.toScope());
    ValueExpander expander = new ValueExpander(ExpandLimits.DEFAULT, findings);
    Map<String, Variable> all = new LinkedHashMap<>();
    for (VariableDeclaration declaration : declared.values()) {
      List<YamlNode> candidates = candidates(declaration, sources, expander, context, findings);
      YamlNode value = candidates.isEmpty() ? null : candidates.get(0);
      List<Origin> others = new ArrayList<>();
      for (int i = 1; i < candidates.size(); i++) {
        others.add(candidates.get(i).origin());
      }
      boolean misspelt = value == null && sources.hasNameLike(declaration.name().value(), declared);
      if (value != null || !misspelt) {
        value = check(declaration, value, findings);
      }
      all.put(declaration.name().value(), new Variable(declaration, value, others));
    }
    return Outcome.of(
        new Variables(all, unknownNames(process, sources, declared)), findings.toList());
  }

  /// Names that are not variables but have been reported as missing: those that values are given
  /// for, and declarations that could not be read.
  private static Map<String, YamlNode> unknownNames(
      Mapping process, VariableSources sources, Map<String, VariableDeclaration> declared) {
    Map<String, YamlNode> unknown = new LinkedHashMap<>();
    YamlNode declarations = process.get("variables");
    if (declarations != null && Unknown.isIncomplete(declarations)) {
      unknown.put(Unknown.LOST_KEY, new Unknown(declarations.origin()));
    }
    for (Scalar name : sources.writtenNames()) {
      if (!declared.containsKey(name.value())) {
        unknown.put(name.value(), new Unknown(name.origin()));
      }
    }
    return unknown;
  }

  /// The value if it can be used; unknown if it does not fit the declaration.
  private static @Nullable YamlNode check(
      VariableDeclaration declaration, @Nullable YamlNode value, Findings findings) {
    String name = declaration.name().value();
    Span at = declaration.name().span();
    if (value == null) {
      if (declaration.required()) {
        findings.add(
            Finding.of(
                    ExpandCodes.MISSING_VARIABLE,
                    at,
                    "\"" + name + "\" has no value; a variable without a default needs one")
                .withHint(
                    "give --var "
                        + name
                        + "=..., PROCC_VAR_"
                        + name
                        + ", or variables in the period or the target"));
      }
      return null;
    }
    String fault = declaration.violation(value);
    if (fault == null) {
      return value;
    }
    findings.add(violation(declaration, value, fault));
    return new Unknown(value.origin());
  }

  /// The finding about a value that does not fit its declaration.
  ///
  /// @param fault such as `is not an integer`
  public static Finding violation(VariableDeclaration declaration, YamlNode value, String fault) {
    String name = declaration.name().value();
    Span declared = declaration.name().span();
    List<String> allowed = declaration.allowed();
    boolean written = isWritten(value.origin().layer());
    String message =
        NodeValues.quoted(value)
            + " "
            + fault
            + "; \""
            + name
            + "\" is declared as "
            + declaration.type();
    return Finding.of(ExpandCodes.VALUE_TYPE, written ? value.span() : declared, message)
        .withLabel(
            written ? declared : value.span(),
            written ? "declared here" : value.origin().layer().label())
        .withHint(allowed.isEmpty() ? null : "allowed: " + String.join(", ", allowed));
  }

  /// Whether a value is written in a definition, not in a flag, the environment or a file of
  /// values.
  private static boolean isWritten(Layer layer) {
    return layer == Layer.PERIOD || layer == Layer.TARGET || layer == Layer.DEFAULT;
  }

  /// The values that the sources give to a variable, in order of precedence.
  private static List<YamlNode> candidates(
      VariableDeclaration declaration,
      VariableSources sources,
      ValueExpander expander,
      ExpansionContext context,
      Findings findings) {
    String name = declaration.name().value();
    List<YamlNode> candidates = new ArrayList<>(2);
    addIfPresent(
        candidates,
        fromText("--var " + name, sources.flags().get(name), Layer.FLAG, declaration, findings));
    addIfPresent(
        candidates,
        fromText(
            "PROCC_VAR_" + name,
            sources.environment().get(name),
            Layer.ENVIRONMENT,
            declaration,
            findings));
    for (Mapping file : sources.files()) {
      addIfPresent(candidates, fromFile(file.get(name), Layer.VARIABLE));
    }
    addIfPresent(candidates, fromDocument(sources.period(), name, Layer.PERIOD, expander, context));
    addIfPresent(candidates, fromDocument(sources.target(), name, Layer.TARGET, expander, context));
    addIfPresent(
        candidates, fromDocument(sources.project(), name, Layer.VARIABLE, expander, context));
    YamlNode fallback = declaration.defaultValue();
    if (fallback != null) {
      addIfPresent(candidates, expander.expand(fallback, context, Layer.DEFAULT));
    }
    return candidates;
  }

  private static void addIfPresent(List<YamlNode> candidates, @Nullable YamlNode value) {
    if (value != null && !NodeValues.isAbsent(value)) {
      candidates.add(value);
    }
  }

  private static @Nullable YamlNode fromDocument(
      @Nullable Mapping from,
      String name,
      Layer layer,
      ValueExpander expander,
      ExpansionContext context) {
    YamlNode value = from == null ? null : from.get(name);
    value = value == null && from != null ? from.get(Unknown.LOST_KEY) : value;
    return value == null ? null : expander.expand(value, context, layer);
  }

  private static @Nullable YamlNode fromFile(@Nullable YamlNode value, Layer layer) {
    return value == null
        ? null
        : NodeValues.withOrigin(value, new Origin(layer, value.span(), value.origin().inputs()));
  }

  /// The value of a flag or an environment variable: a text, or YAML for a list or map; null if it
  /// is not given.
  private static @Nullable YamlNode fromText(
      String source,
      @Nullable String text,
      Layer layer,
      VariableDeclaration declaration,
      Findings findings) {
    if (text == null) {
      return null;
    }
    SourceFile file = new SourceFile(source, text);
    Origin origin = new Origin(layer, file.fullSpan());
    boolean plain = !declaration.type().equals("string") && !text.isEmpty();
    if (!declaration.type().equals("list") && !declaration.type().equals("map")) {
      return new Scalar(origin, text, plain ? Scalar.Style.PLAIN : Scalar.Style.DOUBLE_QUOTED);
    }
    Outcome<List<YamlDocument>> read = Yaml.parse(file);
    findings.addAll(read.findings());
    List<YamlDocument> documents = read.value().orElse(List.of());
    return documents.isEmpty() ? null : NodeValues.withOrigin(documents.get(0).root(), origin);
  }

  /// The names that a process declares, with the lost key if some could not be read.
  public static Set<String> declaredNames(Mapping process) {
    Set<String> names = new LinkedHashSet<>();
    if (process.get("variables") instanceof Mapping declarations) {
      names.addAll(NodeValues.keys(declarations));
    } else if (process.get("variables") instanceof Unknown) {
      names.add(Unknown.LOST_KEY);
    }
    return names;
  }

  /// The findings about values of variables that no process declares. Of those of the environment,
  /// which may be for other projects, only those whose names differ from a declared one in case.
  ///
  /// @param known the names that any process of the project declares
  public static List<Finding> undeclared(VariableSources sources, Set<String> known) {
    Findings findings = new Findings();
    if (known.contains(Unknown.LOST_KEY)) {
      return List.of();
    }
    for (Map.Entry<String, String> flag : sources.flags().entrySet()) {
      if (!known.contains(flag.getKey())) {
        SourceFile file = new SourceFile("--var " + flag.getKey(), flag.getValue());
        findings.add(undeclared(flag.getKey(), file.fullSpan(), known));
      }
    }
    for (String name : sources.environment().keySet()) {
      if (!known.contains(name) && differsInCase(name, known)) {
        SourceFile file = new SourceFile("PROCC_VAR_" + name, "");
        findings.add(undeclared(name, file.fullSpan(), known));
      }
    }
    for (Mapping file : sources.files()) {
      undeclared(file, known, findings);
    }
    undeclared(sources.period(), known, findings);
    undeclared(sources.target(), known, findings);
    undeclared(sources.project(), known, findings);
    return findings.toList();
  }

  private static boolean differsInCase(String name, Set<String> known) {
    for (String each : known) {
      if (each.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static void undeclared(@Nullable Mapping values, Set<String> known, Findings findings) {
    if (values == null) {
      return;
    }
    for (MappingEntry entry : values.entries()) {
      String name = entry.key().value();
      if (!known.contains(name) && !name.equals(Unknown.LOST_KEY)) {
        findings.add(undeclared(entry.key().value(), entry.key().span(), known));
      }
    }
  }

  private static Finding undeclared(String name, Span at, Set<String> known) {
    return Finding.of(
            ExpandCodes.UNDECLARED_VARIABLE,
            at,
            "\"" + name + "\" is not declared; a process declares its variables")
        .withHint(Spelling.hint(name, known).orElse(null));
  }
}
