package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The variables of a process and their values.
public final class Variables {
  private final Map<String, Variable> all;

  private Variables(Map<String, Variable> all) {
    this.all = all;
  }

  /// Each declared variable, in the order of the declarations.
  public List<Variable> list() {
    return List.copyOf(all.values());
  }

  public @Nullable Variable get(String name) {
    return all.get(name);
  }

  /// Values by name, for a scope; one that is not required and not given is absent there.
  Map<String, Node> values() {
    Map<String, Node> values = new LinkedHashMap<>();
    for (Variable variable : all.values()) {
      Node value = variable.value();
      Origin declared = variable.declaration().name().origin();
      values.put(variable.name(), value != null ? value : Values.absent(declared));
    }
    return values;
  }

  /// Resolves the variables that a process declares.
  ///
  /// Every missing and every ill-typed one is reported, at its declaration. Values written in
  /// documents may use the period and the target; values of flags, environment and files are taken
  /// as they are.
  ///
  /// @param process the document of the process
  public static Outcome<Variables> resolve(Mapping process, VariableSources sources, Facts facts) {
    Findings findings = new Findings();
    Map<String, Declaration> declared = Declaration.all(process.get("variables"), findings);
    Place place = Place.start(facts.scope());
    Deep deep = new Deep(ExpandLimits.DEFAULT, findings);
    Map<String, Variable> all = new LinkedHashMap<>();
    for (Declaration declaration : declared.values()) {
      List<Node> candidates = candidates(declaration, sources, deep, place, findings);
      Node value = candidates.isEmpty() ? null : candidates.get(0);
      List<Origin> others = new ArrayList<>();
      for (int i = 1; i < candidates.size(); i++) {
        others.add(candidates.get(i).origin());
      }
      check(declaration, value, findings);
      all.put(declaration.name().value(), new Variable(declaration, value, others));
    }
    return Outcome.of(new Variables(all), findings.list());
  }

  private static void check(Declaration declaration, @Nullable Node value, Findings findings) {
    String name = declaration.name().value();
    Span at = declaration.name().span();
    if (value == null) {
      if (declaration.required()) {
        findings.add(
            Diagnostic.of(
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
      return;
    }
    String fault = declaration.fault(value);
    if (fault != null) {
      List<String> allowed = declaration.allowed();
      findings.add(
          Diagnostic.of(
                  ExpandCodes.VALUE_TYPE,
                  at,
                  Values.show(value)
                      + " "
                      + fault
                      + "; \""
                      + name
                      + "\" is declared as "
                      + declaration.type())
              .withLabel(value.span(), value.origin().layer().words())
              .withHint(allowed.isEmpty() ? null : "allowed: " + String.join(", ", allowed)));
    }
  }

  private static List<Node> candidates(
      Declaration declaration, VariableSources sources, Deep deep, Place place, Findings findings) {
    String name = declaration.name().value();
    List<Node> found = new ArrayList<>(2);
    add(
        found,
        given("--var " + name, sources.flags().get(name), Layer.FLAG, declaration, findings));
    add(
        found,
        given(
            "PROCC_VAR_" + name,
            sources.environment().get(name),
            Layer.ENVIRONMENT,
            declaration,
            findings));
    for (Mapping file : sources.files()) {
      add(found, layered(file.get(name), Layer.VARIABLE));
    }
    add(found, written(sources.period(), name, Layer.PERIOD, deep, place));
    add(found, written(sources.target(), name, Layer.TARGET, deep, place));
    add(found, written(sources.project(), name, Layer.VARIABLE, deep, place));
    Node fallback = declaration.fallback();
    if (fallback != null) {
      add(found, deep.resolve(fallback, place, Layer.DEFAULT));
    }
    return found;
  }

  private static void add(List<Node> found, @Nullable Node value) {
    if (value != null && !Values.isAbsent(value)) {
      found.add(value);
    }
  }

  private static @Nullable Node written(
      @Nullable Mapping from, String name, Layer layer, Deep deep, Place place) {
    Node value = from == null ? null : from.get(name);
    return value == null ? null : deep.resolve(value, place, layer);
  }

  private static @Nullable Node layered(@Nullable Node value, Layer layer) {
    return value == null
        ? null
        : Values.withOrigin(value, new Origin(layer, value.span(), value.origin().from()));
  }

  /// The value of a flag or an environment variable: a text, or YAML where a list or map is due.
  private static @Nullable Node given(
      String source,
      @Nullable String text,
      Layer layer,
      Declaration declaration,
      Findings findings) {
    if (text == null) {
      return null;
    }
    SourceFile file = new SourceFile(source, text);
    Origin origin = new Origin(layer, file.whole());
    boolean plain = !declaration.type().equals("string") && !text.isEmpty();
    if (!declaration.type().equals("list") && !declaration.type().equals("map")) {
      return new Scalar(origin, text, plain ? Scalar.Style.PLAIN : Scalar.Style.DOUBLE_QUOTED);
    }
    Outcome<List<YamlDocument>> read = Yaml.parse(file);
    findings.addAll(read.diagnostics());
    List<YamlDocument> documents = read.value().orElse(List.of());
    return documents.isEmpty() ? null : Values.withOrigin(documents.get(0).root(), origin);
  }

  /// The names that a process declares.
  public static Set<String> declared(Mapping process) {
    Set<String> names = new LinkedHashSet<>();
    if (process.get("variables") instanceof Mapping declarations) {
      names.addAll(Values.keys(declarations));
    }
    return names;
  }

  /// Flags and values of files for variables that no process declares; an environment may hold more
  /// than one project needs.
  ///
  /// @param known the names that any process of the project declares
  public static List<Diagnostic> undeclared(VariableSources sources, Set<String> known) {
    List<Diagnostic> found = new ArrayList<>();
    for (Map.Entry<String, String> flag : sources.flags().entrySet()) {
      if (!known.contains(flag.getKey())) {
        SourceFile file = new SourceFile("--var " + flag.getKey(), flag.getValue());
        found.add(undeclared(flag.getKey(), file.whole(), known));
      }
    }
    for (Mapping file : sources.files()) {
      undeclared(file, known, found);
    }
    undeclared(sources.period(), known, found);
    undeclared(sources.target(), known, found);
    undeclared(sources.project(), known, found);
    return found;
  }

  private static void undeclared(
      @Nullable Mapping values, Set<String> known, List<Diagnostic> found) {
    if (values == null) {
      return;
    }
    for (Entry entry : values.entries()) {
      if (!known.contains(entry.key().value())) {
        found.add(undeclared(entry.key().value(), entry.key().span(), known));
      }
    }
  }

  private static Diagnostic undeclared(String name, Span at, Set<String> known) {
    return Diagnostic.of(
            ExpandCodes.UNDECLARED_VARIABLE,
            at,
            "\"" + name + "\" is not declared; a process declares its variables")
        .withHint(Spelling.hint(name, known).orElse(null));
  }
}
