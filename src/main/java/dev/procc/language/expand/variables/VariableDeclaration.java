package dev.procc.language.expand.variables;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A variable of a process or a parameter of a template, as declared.
///
/// @param name where it is declared; its value is the name
/// @param type one of `TYPES`
/// @param defaultValue the `default`
/// @param required whether it must be given: unless it has a default or says `required: false`
/// @param description for people
/// @param constraints the mapping with `enum`, `minimum`, `maximum`, `pattern`; absent in the short
///   form `label: string`
public record VariableDeclaration(
    Scalar name,
    String type,
    @Nullable YamlNode defaultValue,
    boolean required,
    @Nullable String description,
    @Nullable Mapping constraints) {
  /// What a value may be.
  public static final List<String> TYPES =
      List.of(
          "string", "integer", "number", "boolean", "date", "person", "document", "list", "map");

  /// Names that always mean something else.
  public static final List<String> RESERVED_NAMES = List.of("period", "target");

  /// The declarations of a `variables:` or `parameters:` mapping, in their order; an odd one is
  /// reported and read as far as it goes.
  public static Map<String, VariableDeclaration> readAll(
      @Nullable YamlNode declarations, Findings findings) {
    Map<String, VariableDeclaration> all = new LinkedHashMap<>();
    if (declarations instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        all.put(entry.key().value(), read(entry, findings));
      }
    }
    return all;
  }

  private static VariableDeclaration read(MappingEntry entry, Findings findings) {
    Scalar name = entry.key();
    if (RESERVED_NAMES.contains(name.value())) {
      report(
          findings,
          name.span(),
          "\""
              + name.value()
              + "\" cannot be declared; it always means the "
              + name.value()
              + " of the process",
          null);
    } else if (!TagParser.isPath(name.value()) || name.value().indexOf('.') >= 0) {
      report(
          findings,
          name.span(),
          "\"" + name.value() + "\" cannot be a name; a name is letters," + " digits, _ and -",
          null);
    }
    if (entry.value() instanceof Scalar type && !type.isNull()) {
      return new VariableDeclaration(name, type(type, findings), null, true, null, null);
    }
    if (!(entry.value() instanceof Mapping rules)) {
      return new VariableDeclaration(name, "string", null, true, null, null);
    }
    YamlNode type = rules.get("type");
    YamlNode required = rules.get("required");
    YamlNode fallback = rules.get("default");
    YamlNode description = rules.get("description");
    return new VariableDeclaration(
        name,
        type instanceof Scalar scalar ? type(scalar, findings) : "string",
        fallback,
        fallback == null && (required == null || !Boolean.FALSE.equals(NodeValues.bool(required))),
        description instanceof Scalar scalar ? scalar.value() : null,
        rules);
  }

  private static String type(Scalar type, Findings findings) {
    if (TYPES.contains(type.value())) {
      return type.value();
    }
    report(
        findings,
        type.span(),
        "\"" + type.value() + "\" is not a type of a value",
        Spelling.hint(type.value(), TYPES).orElse(null));
    return "string";
  }

  private static void report(Findings findings, Span span, String message, @Nullable String hint) {
    findings.add(Finding.of(ExpandCodes.BAD_DECLARATION, span, message).withHint(hint));
  }

  /// What is wrong with a value, as the end of a message that names it; nothing when it is fine.
  ///
  /// @return `is not an integer`, `is less than the minimum 5`
  @Nullable
  public String violation(YamlNode value) {
    String mismatch = TypeCheck.mismatch(type, value);
    if (mismatch != null) {
      return mismatch;
    }
    Mapping given = constraints;
    return given == null ? null : ValueConstraints.violation(given, value);
  }

  /// The values of `enum`, for hints.
  List<String> allowed() {
    List<String> allowed = new ArrayList<>();
    Mapping given = constraints;
    if (given != null && given.get("enum") instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar scalar) {
          allowed.add(scalar.value());
        }
      }
    }
    return allowed;
  }
}
