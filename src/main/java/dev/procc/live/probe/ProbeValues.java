package dev.procc.live.probe;

import dev.procc.base.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The values of the placeholders in the calls and rules of one probe:
///
/// - `{process}`, `{process2}`, `{process3}`, `{job}`, `{group}`, `{run}`: ids that replies gave
/// - `{name}`, `{nameInCapitals}`, `{nameWithQuote}`: names of its disposable processes
/// - `{participant}`: the id of the user whom tasks name
/// - `{unusedId}`: an id that the server did not give
/// - `{today+40}`, `{today-2}`, `{monday+4}`: days from the server's day, or from a Monday some two
///   months ahead
final class ProbeValues {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)([+-]\\d+)?}");

  private final ProbeFixtures fixtures;
  private final Map<String, String> values = new LinkedHashMap<>();
  private int processes;

  ProbeValues(ProbeFixtures fixtures, String key) {
    this.fixtures = fixtures;
    String name = fixtures.name(key);
    values.put("name", name);
    values.put("nameInCapitals", name.toUpperCase(Locale.ROOT));
    values.put("nameWithQuote", fixtures.name("o'brien"));
    values.put("participant", fixtures.participant());
    values.put("unusedId", Integer.toHexString(fixtures.name("id").hashCode()) + "0procc0probe");
  }

  /// Adds the id of another process.
  void putProcess(String id) {
    processes++;
    values.put("process" + (processes > 1 ? processes : ""), id);
  }

  /// Adds an id, unless there is one already.
  void putFirst(String placeholder, String id) {
    values.putIfAbsent(placeholder, id);
  }

  LocalDate monday() {
    return fixtures.monday();
  }

  /// A text with its values inserted.
  ///
  /// @return null if a placeholder has no value
  @Nullable String fill(String template) {
    return fill(template, UnaryOperator.identity());
  }

  /// A path with its values inserted, percent-encoded, with quotes in them doubled.
  ///
  /// @return null if a placeholder has no value
  @Nullable String fillPath(String template) {
    return fill(
        template,
        value ->
            URLEncoder.encode(value.replace("'", "''"), StandardCharsets.UTF_8)
                .replace("+", "%20"));
  }

  /// The text of a body with its values inserted.
  ///
  /// @return null if a placeholder has no value
  @Nullable String fillBody(Json template) {
    return fill(template.write(), ProbeValues::escape);
  }

  private static String escape(String value) {
    String quoted = Json.of(value).write();
    return quoted.substring(1, quoted.length() - 1);
  }

  private @Nullable String fill(String template, UnaryOperator<String> encode) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = value(matcher.group(1), matcher.group(2));
      if (value == null) {
        return null;
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(encode.apply(value)));
    }
    return matcher.appendTail(out).toString();
  }

  private @Nullable String value(String name, @Nullable String days) {
    int offset = days == null ? 0 : Integer.parseInt(days);
    return switch (name) {
      case "today" -> fixtures.today().plusDays(offset).toString();
      case "monday" -> fixtures.monday().plusDays(offset).toString();
      default -> values.get(name);
    };
  }
}
