package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `$filter`: only `name contains 'text'`, a quote in the text written twice.
///
/// @param text that the name must contain; empty for every name
record NameFilter(String text, boolean ignoreCase) {
  private static final Pattern FORM =
      Pattern.compile("\\s*name\\s+contains\\s+'(.*)'\\s*", Pattern.DOTALL);

  static NameFilter of(String expression, boolean ignoreCase) {
    if (expression.isBlank()) {
      return new NameFilter("", ignoreCase);
    }
    Matcher matcher = FORM.matcher(expression);
    if (!matcher.matches() || matcher.group(1).replace("''", "").contains("'")) {
      throw ErrorReply.invalid(
          "InvalidFilter", "Filtering by '" + expression + "' is not supported", "$filter");
    }
    return new NameFilter(matcher.group(1).replace("''", "'"), ignoreCase);
  }

  boolean matches(Json.Obj summary) {
    String name = summary.text("name").orElse("");
    return ignoreCase
        ? name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
        : name.contains(text);
  }
}
