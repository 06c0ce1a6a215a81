package dev.procc.language.expand.variables;

import dev.procc.base.pattern.LinearPattern;
import dev.procc.base.pattern.PatternException;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A check of values against the constraints of a declaration: `enum`, `minimum`, `maximum`,
/// `pattern`.
final class ValueConstraints {
  /// A compiled pattern with its text, kept because loops use the same one again and again.
  private record CompiledPattern(String text, LinearPattern pattern) {}

  private static volatile @Nullable CompiledPattern lastPattern;

  private ValueConstraints() {}

  /// The problem with a value, such as `is less than the minimum 5`; null if it meets the
  /// constraints.
  static @Nullable String violation(Mapping rules, YamlNode value) {
    if (rules.get("enum") instanceof Sequence allowed && !contains(allowed, value)) {
      return "is not one of the allowed values";
    }
    if (!(value instanceof Scalar scalar)) {
      return null;
    }
    String fault = boundViolation(rules, "minimum", scalar, -1);
    fault = fault != null ? fault : boundViolation(rules, "maximum", scalar, 1);
    return fault != null ? fault : patternViolation(rules, scalar);
  }

  private static boolean contains(Sequence allowed, YamlNode value) {
    for (YamlNode item : allowed.items()) {
      boolean same =
          item instanceof Scalar one
              && value instanceof Scalar other
              && one.value().equals(other.value());
      if (same) {
        return true;
      }
    }
    return Unknown.isIncomplete(allowed);
  }

  /// @param forbiddenSign the sign of the order of value and bound that breaks the constraint
  private static @Nullable String boundViolation(
      Mapping rules, String name, Scalar value, int forbiddenSign) {
    if (!(rules.get(name) instanceof Scalar bound)) {
      return null;
    }
    boolean numbers =
        TypeCheck.isDecimal(bound.value(), true) && TypeCheck.isDecimal(value.value(), true);
    int order =
        numbers
            ? new BigDecimal(value.value()).compareTo(new BigDecimal(bound.value()))
            : isDate(bound.value()) && isDate(value.value())
                ? value.value().compareTo(bound.value())
                : 0;
    return Integer.signum(order) == forbiddenSign
        ? "is "
            + (forbiddenSign < 0 ? "less than the minimum " : "more than the maximum ")
            + bound.value()
        : null;
  }

  /// Whether a text has the form of a date, so that dates can be compared as texts.
  private static boolean isDate(String text) {
    boolean isDate = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    for (int i = 0; isDate && i < 10; i++) {
      char c = text.charAt(i);
      isDate = i == 4 || i == 7 || (c >= '0' && c <= '9');
    }
    return isDate;
  }

  private static @Nullable String patternViolation(Mapping rules, Scalar value) {
    if (!(rules.get("pattern") instanceof Scalar pattern)) {
      return null;
    }
    try {
      Boolean fits = compile(pattern.value()).matches(value.value());
      return fits == null
          ? "cannot be checked: the pattern " + pattern.value() + " takes too long"
          : fits ? null : "does not match the pattern " + pattern.value();
    } catch (PatternException bad) {
      return "cannot be checked: the pattern " + pattern.value() + " " + bad.reason();
    }
  }

  private static LinearPattern compile(String text) throws PatternException {
    CompiledPattern last = lastPattern;
    if (last == null || !last.text.equals(text)) {
      last = new CompiledPattern(text, LinearPattern.compile(text));
      lastPattern = last;
    }
    return last.pattern;
  }
}
