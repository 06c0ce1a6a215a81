package dev.procc.language.expand.variables;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The declaration of a variable of a process, a parameter of a template, or a column of a table.
///
/// @param name the key of its entry
/// @param type one of `TYPES`; `unknown` if it could not be read
/// @param defaultValue its `default`; null without one
/// @param required whether it must be given: unless it has a default or says `required: false`
/// @param constraints the mapping with `enum`, `minimum`, `maximum`, `pattern`; null in the short
///   form `label: string`
public record VariableDeclaration(
    Scalar name,
    String type,
    @Nullable YamlNode defaultValue,
    boolean required,
    @Nullable Mapping constraints) {
  /// The types of values.
  public static final List<String> TYPES =
      List.of(
          "string", "integer", "number", "boolean", "date", "person", "document", "list", "map");

  /// The type of a declaration that could not be read, which any value has.
  private static final String UNKNOWN_TYPE = "unknown";

  /// The names of the built-in variables, which cannot be declared.
  public static final List<String> RESERVED_NAMES = List.of("period", "target");

  /// The declarations of a `variables`, `parameters` or `columns` mapping by name, in their order;
  /// one with faults is reported and read as far as possible.
  public static Map<String, VariableDeclaration> readAll(
      @Nullable YamlNode declarations, Findings findings) {
    Map<String, VariableDeclaration> all = new LinkedHashMap<>();
    if (declarations instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (!entry.key().value().equals(Unknown.LOST_KEY)) {
          all.put(entry.key().value(), read(entry, findings));
        }
      }
    }
    return all;
  }

  private static VariableDeclaration read(MappingEntry entry, Findings findings) {
    Scalar name = entry.key();
    checkName(name, findings);
    if (entry.value() instanceof Scalar type && !type.isNull()) {
      return new VariableDeclaration(name, type(type, findings), null, true, null);
    }
    if (Unknown.isIncomplete(entry.value())) {
      return new VariableDeclaration(name, UNKNOWN_TYPE, null, false, null);
    }
    if (!(entry.value() instanceof Mapping rules)) {
      return new VariableDeclaration(name, "string", null, true, null);
    }
    YamlNode type = rules.get("type");
    YamlNode required = rules.get("required");
    YamlNode fallback = rules.get("default");
    return new VariableDeclaration(
        name,
        type instanceof Scalar scalar
            ? type(scalar, findings)
            : type instanceof Unknown ? UNKNOWN_TYPE : "string",
        fallback,
        fallback == null
            && !(required instanceof Unknown)
            && (required == null || !Boolean.FALSE.equals(ScalarValues.bool(required))),
        rules);
  }

  private static void checkName(Scalar name, Findings findings) {
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
    return UNKNOWN_TYPE;
  }

  private static void report(Findings findings, Span span, String message, @Nullable String hint) {
    findings.add(Finding.of(ExpandCodes.BAD_DECLARATION, span, message).withHint(hint));
  }

  /// Whether the declaration could not be read: then the value is unknown too.
  public boolean isUnknown() {
    return type.equals(UNKNOWN_TYPE);
  }

  /// The problem with a value, as the end of a message: `is not an integer`, `is less than the
  /// minimum 5`; null if it is valid.
  @Nullable
  public String violation(YamlNode value) {
    if (isUnknown() || value instanceof Unknown) {
      return null;
    }
    String mismatch = TypeCheck.mismatch(type, value);
    if (mismatch != null) {
      return mismatch;
    }
    Mapping given = constraints;
    return given == null ? null : ValueConstraints.violation(given, value);
  }

  /// The values of `enum`, for hints.
  List<String> allowed() {
    return allowedValues().stream().map(Scalar::value).toList();
  }

  /// The values of `enum` that are not lists or maps; empty if there is no `enum`.
  public List<Scalar> allowedValues() {
    List<Scalar> allowed = new ArrayList<>();
    Mapping given = constraints;
    if (given != null && given.get("enum") instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar scalar) {
          allowed.add(scalar);
        }
      }
    }
    return allowed;
  }
}
