package dev.procc.language.expand.variables;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Checks values against the constraints of a declaration: `enum`, `minimum`, `maximum`, `pattern`.
final class ValueConstraints {
  private static final int MAX_STEPS = 200_000;

  private ValueConstraints() {}

  /// What is wrong with a value, as in `is less than the minimum 5`; null if it keeps the
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
    return false;
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
      boolean fits =
          Pattern.compile(pattern.value())
              .matcher(new BoundedCharSequence(value.value()))
              .matches();
      return fits ? null : "does not match the pattern " + pattern.value();
    } catch (PatternSyntaxException bad) {
      return "cannot be checked: the pattern " + pattern.value() + " is not a regular expression";
    } catch (StepLimitException | StackOverflowError tooLong) {
      return "cannot be checked: the pattern " + pattern.value() + " takes too long";
    }
  }

  /// Thrown when a regular expression reads more characters than allowed.
  private static final class StepLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepLimitException() {
      super("too many steps", null, false, false);
    }
  }

  /// A text of which only so many characters can be read, to bound the time of a regular
  /// expression.
  private static final class BoundedCharSequence implements CharSequence {
    private final String text;
    private int steps;

    BoundedCharSequence(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MAX_STEPS) {
        throw new StepLimitException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
