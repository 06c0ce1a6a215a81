package dev.procc.language.expand.conditions;

import dev.procc.language.expand.variables.TypeCheck;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value of `period.` that is not free text, and the values it can have.
enum PeriodFact {
  QUARTER("quarter (1, 2, 3 or 4)"),
  MONTH("month (1 to 12)"),
  YEAR("year (as 2024)"),
  START("date (YEAR-MONTH-DAY)"),
  END("date (YEAR-MONTH-DAY)");

  private final String noun;

  PeriodFact(String noun) {
    this.noun = noun;
  }

  /// The fact with a name, `quarter`; null for any other.
  static @Nullable PeriodFact find(String name) {
    for (PeriodFact fact : values()) {
      if (fact.name().toLowerCase(Locale.ROOT).equals(name)) {
        return fact;
      }
    }
    return null;
  }

  /// The noun for it, and how it is written.
  String noun() {
    return noun;
  }

  /// Whether a period can have a value.
  boolean canBe(Condition.Literal literal) {
    return switch (this) {
      case QUARTER -> isWithin(literal, 1, 4);
      case MONTH -> isWithin(literal, 1, 12);
      case YEAR -> isWithin(literal, 1, 9999);
      case START, END -> isDate(literal.value());
    };
  }

  private static boolean isWithin(Condition.Literal literal, int least, int most) {
    String text = literal.value();
    if (literal.quoted() || !TypeCheck.isDecimal(text, true)) {
      return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= most;
    }
    boolean code = text.length() > 1 && text.charAt(0) == '0' && text.charAt(1) != '.';
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return !code
        && number.scale() <= 0
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException none) {
      return false;
    }
  }

  /// The number that was meant: 4 for `Q4`, 12 for `December`.
  Optional<String> hint(String written) {
    if (this == QUARTER && written.matches("[qQ][1-4]")) {
      return Optional.of("did you mean \"" + written.substring(1) + "\"?");
    }
    if (this == MONTH && written.length() >= 3) {
      for (Month month : Month.values()) {
        if (month.name().startsWith(written.toUpperCase(Locale.ROOT))) {
          return Optional.of("did you mean \"" + month.getValue() + "\"?");
        }
      }
    }
    return Optional.empty();
  }
}
