package dev.procc.language.expand.scope;

import dev.procc.base.finding.Code;
import java.util.List;

/// Codes of findings about expansion.
public final class ExpandCodes {
  /// `{{ name`, `{{ }}`, `{{ na me }}`.
  public static final Code BAD_TAG = Code.error("PC160", "malformed-interpolation");

  /// `{{> file }}`, `{{=<% %>=}}` and other tags of Mustache that are not in the language.
  public static final Code REFUSED_TAG = Code.error("PC161", "refused-interpolation");

  /// A name that is not in scope.
  public static final Code UNKNOWN_NAME = Code.error("PC162", "unknown-name");

  /// A list, a map or an empty value within a text.
  public static final Code NOT_TEXT = Code.error("PC163", "value-not-text");

  /// A section `{{#a}}` without its end `{{/a}}`.
  public static final Code SECTION = Code.error("PC164", "section-not-closed");

  /// More nodes, levels, iterations or text than the bounds allow.
  public static final Code TOO_LARGE = Code.error("PC165", "expansion-too-large");

  /// A value for a variable that no process declares.
  public static final Code UNDECLARED_VARIABLE = Code.error("PC166", "undeclared-variable");

  /// A required variable without a value.
  public static final Code MISSING_VARIABLE = Code.error("PC167", "missing-variable");

  /// A value that is not of the declared type or breaks its constraints.
  public static final Code VALUE_TYPE = Code.error("PC168", "value-type");

  /// `use` of a template that the project does not have.
  public static final Code UNKNOWN_TEMPLATE = Code.error("PC169", "unknown-template");

  /// A required parameter without an argument.
  public static final Code MISSING_ARGUMENT = Code.error("PC170", "missing-argument");

  /// An argument for which the template has no parameter.
  public static final Code UNKNOWN_ARGUMENT = Code.error("PC171", "unknown-argument");

  /// A template that uses itself.
  public static final Code TEMPLATE_CYCLE = Code.error("PC172", "template-cycle");

  /// A declaration of a variable or parameter that cannot be read.
  public static final Code BAD_DECLARATION = Code.error("PC173", "bad-declaration");

  /// A `forEach` over a value that is not a list, map or table.
  public static final Code LOOP_SOURCE = Code.error("PC174", "loop-source");

  /// A loop without a key, or a row without the value that would be its key.
  public static final Code LOOP_KEY = Code.error("PC175", "loop-key");

  /// Two rows of a loop with one key.
  public static final Code DUPLICATE_LOOP_KEY = Code.error("PC176", "duplicate-loop-key");

  /// An `if` that is neither a value nor a comparison.
  public static final Code BAD_CONDITION = Code.error("PC177", "bad-condition");

  /// An `if` over a value that is neither true nor false.
  public static final Code CONDITION_TYPE = Code.error("PC178", "condition-type");

  /// Two children of one group with one key after expansion.
  public static final Code DUPLICATE_KEY = Code.error("PC179", "duplicate-node-key");

  /// A one-off change of a node that the process does not have.
  public static final Code UNKNOWN_CHANGE = Code.error("PC180", "unknown-change-place");

  /// A field that a target or a one-off change may not set.
  public static final Code FIXED_FIELD = Code.error("PC181", "field-not-overridable");

  /// A text function used as a value, or on a text it cannot read.
  public static final Code TEXT_FUNCTION = Code.error("PC182", "text-function");

  /// A tag where values are not interpolated: in a mapping key, `use`, `as`, `forEach`.
  public static final Code NOT_INTERPOLATED = Code.error("PC183", "not-interpolated");

  /// A variable, a parameter or a template that nothing uses.
  public static final Code UNUSED = Code.warning("PC184", "unused-definition");

  /// One field of one node in two changes of a period.
  public static final Code CHANGED_TWICE = Code.error("PC196", "changed-twice");

  /// A comparison with a value that the name can never have.
  public static final Code NEVER_TRUE = Code.error("PC197", "comparison-never-true");

  private ExpandCodes() {}

  /// All codes, by id.
  public static List<Code> all() {
    return List.of(
        BAD_TAG,
        REFUSED_TAG,
        UNKNOWN_NAME,
        NOT_TEXT,
        SECTION,
        TOO_LARGE,
        UNDECLARED_VARIABLE,
        MISSING_VARIABLE,
        VALUE_TYPE,
        UNKNOWN_TEMPLATE,
        MISSING_ARGUMENT,
        UNKNOWN_ARGUMENT,
        TEMPLATE_CYCLE,
        BAD_DECLARATION,
        LOOP_SOURCE,
        LOOP_KEY,
        DUPLICATE_LOOP_KEY,
        BAD_CONDITION,
        CONDITION_TYPE,
        DUPLICATE_KEY,
        UNKNOWN_CHANGE,
        FIXED_FIELD,
        TEXT_FUNCTION,
        NOT_INTERPOLATED,
        UNUSED,
        CHANGED_TWICE,
        NEVER_TRUE);
  }
}
