package dev.procc.language.expand.text;

import dev.procc.base.finding.Spelling;
import dev.procc.base.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A function over the text of a section: `{{#upper}}{{ entity.code }}{{/upper}}`.
///
/// Pure: the same text gives the same result on every machine. A variable, parameter or loop
/// variable of the same name hides it.
///
/// @param name its name in tags
/// @param description one sentence
/// @param example a text with the function
/// @param result the rendered example
/// @param body throws `IllegalArgumentException` with a message for a text it cannot read
public record TextFunction(
    String name, String description, String example, String result, UnaryOperator<String> body) {

  /// All functions, by name.
  public static final List<TextFunction> ALL =
      List.of(
          new TextFunction(
              "date",
              "Writes a date (`2024-12-31`) as `d MMMM yyyy`, or by the pattern behind `|`:"
                  + " yyyy yy MMMM MMM MM M dd d EEEE EEE q, other text in single quotes.",
              "{{#date}}{{ period.end }} | d MMM yyyy{{/date}}",
              "31 Dec 2024",
              TextFunctions::date),
          new TextFunction(
              "join",
              "Joins the pieces between `|` by commas; empty ones are left out.",
              "{{#join}}{{#regions}}{{ . }} | {{/regions}}{{/join}}",
              "us, emea, apac",
              TextFunctions::join),
          new TextFunction(
              "lower", "In small letters.", "{{#lower}}US{{/lower}}", "us", TextFunctions::lower),
          new TextFunction(
              "number",
              "Groups the digits of a number by thousands.",
              "{{#number}}10000{{/number}}",
              "10,000",
              TextFunctions::number),
          new TextFunction(
              "slug",
              "As a key: small letters and digits, everything else a single `-`.",
              "{{#slug}}North America{{/slug}}",
              "north-america",
              Slug::of),
          new TextFunction(
              "title",
              "Each word with a capital.",
              "{{#title}}north america{{/title}}",
              "North America",
              TextFunctions::title),
          new TextFunction(
              "trim",
              "Without blanks and line ends around it.",
              "{{#trim}}  US {{/trim}}",
              "US",
              TextFunctions::trim),
          new TextFunction(
              "upper", "In capitals.", "{{#upper}}us{{/upper}}", "US", TextFunctions::upper));

  /// A hint at the function that the name of a section was meant to be.
  ///
  /// @param otherwise the hint if it is none; null if there is none
  static @Nullable String hint(String name, @Nullable String otherwise) {
    List<String> names = new ArrayList<>();
    for (TextFunction function : ALL) {
      names.add(function.name);
    }
    Optional<String> near = Spelling.nearest(name, names);
    if (near.isPresent()) {
      return "did you mean \"" + near.get() + "\"?";
    }
    return otherwise == null || otherwise.startsWith("known: ")
        ? (otherwise == null ? "" : otherwise + "; ") + "functions: " + String.join(", ", names)
        : otherwise;
  }

  /// The function with a name; null if there is none.
  public static @Nullable TextFunction find(String name) {
    for (TextFunction function : ALL) {
      if (function.name.equals(name)) {
        return function;
      }
    }
    return null;
  }
}
