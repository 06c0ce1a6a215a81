package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A variable of a process or a parameter of a template, as declared.
///
/// @param name where it is declared; its value is the name
/// @param type one of `TYPES`
/// @param fallback the `default`
/// @param required whether it must be given: unless it has a default or says `required: false`
/// @param description for people
/// @param rules the mapping with `enum`, `minimum`, `maximum`, `pattern`; absent in the short form
///   `label: string`
public record Declaration(
    Scalar name,
    String type,
    @Nullable Node fallback,
    boolean required,
    @Nullable String description,
    @Nullable Mapping rules) {
  /// What a value may be.
  public static final List<String> TYPES =
      List.of(
          "string", "integer", "number", "boolean", "date", "person", "document", "list", "map");

  /// Names that always mean something else.
  static final List<String> RESERVED = List.of("period", "target");

  /// The declarations of a `variables:` or `parameters:` mapping, in their order; an odd one is
  /// reported and read as far as it goes.
  static Map<String, Declaration> all(@Nullable Node declarations, Findings findings) {
    Map<String, Declaration> all = new LinkedHashMap<>();
    if (declarations instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        all.put(entry.key().value(), read(entry, findings));
      }
    }
    return all;
  }

  private static Declaration read(Entry entry, Findings findings) {
    Scalar name = entry.key();
    if (RESERVED.contains(name.value())) {
      bad(
          findings,
          name.span(),
          "\""
              + name.value()
              + "\" cannot be declared; it always means the "
              + name.value()
              + " of the process",
          null);
    } else if (!Tags.isPath(name.value()) || name.value().indexOf('.') >= 0) {
      bad(
          findings,
          name.span(),
          "\"" + name.value() + "\" cannot be a name; a name is letters," + " digits, _ and -",
          null);
    }
    if (entry.value() instanceof Scalar type && !type.isNull()) {
      return new Declaration(name, type(type, findings), null, true, null, null);
    }
    if (!(entry.value() instanceof Mapping rules)) {
      return new Declaration(name, "string", null, true, null, null);
    }
    Node type = rules.get("type");
    Node required = rules.get("required");
    Node fallback = rules.get("default");
    Node description = rules.get("description");
    return new Declaration(
        name,
        type instanceof Scalar scalar ? type(scalar, findings) : "string",
        fallback,
        fallback == null && (required == null || !Boolean.FALSE.equals(Values.bool(required))),
        description instanceof Scalar scalar ? scalar.value() : null,
        rules);
  }

  private static String type(Scalar type, Findings findings) {
    if (TYPES.contains(type.value())) {
      return type.value();
    }
    bad(
        findings,
        type.span(),
        "\"" + type.value() + "\" is not a type of a value",
        Spelling.hint(type.value(), TYPES).orElse(null));
    return "string";
  }

  private static void bad(Findings findings, Span span, String message, @Nullable String hint) {
    findings.add(Diagnostic.of(ExpandCodes.BAD_DECLARATION, span, message).withHint(hint));
  }

  /// What is wrong with a value, as the end of a message that names it; nothing when it is fine.
  ///
  /// @return `is not an integer`, `is less than the minimum 5`
  @Nullable String fault(Node value) {
    String kind = TypeCheck.fault(type, value);
    if (kind != null) {
      return kind;
    }
    Mapping given = rules;
    return given == null ? null : Constraints.fault(given, value);
  }

  /// The values of `enum`, for hints.
  List<String> allowed() {
    List<String> allowed = new ArrayList<>();
    Mapping given = rules;
    if (given != null && given.get("enum") instanceof Sequence list) {
      for (Node item : list.items()) {
        if (item instanceof Scalar scalar) {
          allowed.add(scalar.value());
        }
      }
    }
    return allowed;
  }
}
