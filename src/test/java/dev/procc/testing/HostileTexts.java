package dev.procc.testing;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// The shared set of hostile texts, and what no output may show of one.
public final class HostileTexts {
  private static final Path FILE = Path.of("src/test/resources/hostile-texts.tsv");

  /// The colour codes that procc writes.
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[(0|1|2|31|32|33|36|1;3[136])m");

  /// The code that removes the last line of a terminal before it is written again.
  private static final Pattern PROGRESS = Pattern.compile("\r\u001b\\[K");

  private static final Pattern RUNNER_COMMAND = Pattern.compile("##\\p{L}*\\[");
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "::(error|warning|notice)"
              + " (file=[^:,]*,line=\\d+,endLine=\\d+,(col=\\d+,endColumn=\\d+,)?)?title=(PC\\d+"
              + " [a-z-]+|procc [a-z ]*)::.*");

  /// Mentions, links, elements and comments in Markdown that are not ours.
  private static final List<String> MARKUP =
      List.of(
          "<script",
          "<img",
          "<!-- PWNED",
          "<!-- procc:plan",
          "</details></summary>",
          "@hostile-team",
          "](http://evil",
          "http://evil",
          "www.evil",
          "\n# PWNED",
          "| PWNED |");

  /// Elements and attributes in a page that are not ours.
  private static final List<String> ELEMENTS =
      List.of("<script", "<img", "<x>", "<!-- PWNED", "<details open>PWNED", "\" onmouseover=\"");

  private static final Set<String> ELEMENT_NAMES =
      Set.of(
          "checkstyle",
          "file",
          "error",
          "testsuites",
          "testsuite",
          "testcase",
          "failure",
          "skipped",
          "system-out",
          "properties",
          "property");

  /// Inline code, in which nothing is markup.
  private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)(`+)(?!`)[^\n]*?(?<!`)\\1(?!`)");

  private HostileTexts() {}

  /// All texts, in the order of the file.
  public static List<String> all() {
    List<String> texts = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        if (!line.startsWith("#")) {
          Json text = read(line.substring(line.indexOf('\t') + 1));
          texts.add(((Json.Str) text).value());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Json read(String text) {
    try {
      return JsonReader.read(text);
    } catch (JsonException e) {
      throw new AssertionError(e.getMessage() + ": " + text, e);
    }
  }

  /// A text as a YAML scalar in double quotes, with every character outside ASCII escaped.
  public static String yaml(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            out.append('\\').append((char) point);
          } else if (point >= 0x20 && point < 0x7f) {
            out.append((char) point);
          } else {
            out.append("\\U%08x".formatted(point));
          }
        });
    return out.append('"').toString();
  }

  /// A JSON document with the text in place of each of its texts, except those that say what kind
  /// of document it is.
  public static String inPlaceOfTexts(String json, String text) {
    return replaced(read(json), text).write();
  }

  private static Json replaced(Json value, String text) {
    return switch (value) {
      case Json.Str ignored -> Json.of(text);
      case Json.Arr list -> Json.array(list.items().stream().map(i -> replaced(i, text)).toList());
      case Json.Obj object -> {
        Json.Builder out = Json.object();
        object
            .members()
            .forEach((name, member) ->
                out.put(name, name.contains("ersion") ? member : replaced(member, text)));
        yield out.put(text, 1).build();
      }
      default -> value;
    };
  }

  /// Fails if an output executes a text, or says what nobody wrote.
  ///
  /// @param where the case, for the message
  /// @param format the format of the output: a value of `--format`
  public static void check(String where, String format, String output) {
    String shown = PROGRESS.matcher(COLOUR.matcher(output).replaceAll("")).replaceAll("\n");
    shown
        .codePoints()
        .filter(HostileTexts::acts)
        .findFirst()
        .ifPresent(point -> fail(where, "U+" + Integer.toHexString(point), output));
    for (String line : shown.split("\n", -1)) {
      String text = line.replaceFirst("^[\\s\\p{Z}\ufeff]+", "");
      if (text.startsWith("::") && !ANNOTATION.matcher(text).matches()) {
        fail(where, "a command", line);
      }
      if (line.startsWith("FORGED") || line.startsWith("error[PC301] unknown-person: FORGED")) {
        fail(where, "a line that nobody wrote", line);
      }
    }
    Matcher runner = RUNNER_COMMAND.matcher(shown);
    if (runner.find()) {
      fail(where, "a command", shown.substring(runner.start()));
    }
    if (shown.contains("internal error")) {
      fail(where, "a crash", shown);
    }
    checkForm(where, format, output);
  }

  private static void checkForm(String where, String format, String output) {
    switch (format) {
      case "json", "sarif", "codeclimate", "bitbucket" -> {
        if (!output.isEmpty()) {
          read(output);
        }
      }
      case "junit", "checkstyle" -> {
        if (!output.isEmpty()) {
          checkElements(where, output);
        }
      }
      case "markdown" -> checkMarkup(where, CODE_SPAN.matcher(output).replaceAll("`"), MARKUP);
      case "html" -> checkMarkup(where, output, ELEMENTS);
      case "csv" -> {
        for (String line : output.split("\n", -1)) {
          for (String cell : line.split(",", -1)) {
            String text = cell.replaceFirst("^[\\s\"]+", "");
            if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
              fail(where, "a formula", line);
            }
          }
        }
      }
      default -> {}
    }
  }

  private static void checkMarkup(String where, String output, List<String> markup) {
    for (String each : markup) {
      int at = output.indexOf(each, 1); // our own marker begins the comment
      if (at >= 0) {
        fail(where, each, output.substring(at));
      }
    }
  }

  private static void checkElements(String where, String document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      NodeList all =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(document)))
              .getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        if (!ELEMENT_NAMES.contains(all.item(i).getNodeName())) {
          fail(where, "an element that nobody wrote", all.item(i).getNodeName());
        }
      }
    } catch (Exception e) {
      fail(where, e.toString(), document);
    }
  }

  private static boolean acts(int point) {
    int type = Character.getType(point);
    boolean kept = point == '\n' || point == '\t';
    return !kept
        && (type == Character.CONTROL
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE
            || (point & 0xfffe) == 0xfffe
            || (point >= 0xfdd0 && point <= 0xfdef)
            || (point >= 0xe0000 && point <= 0xe007f)
            || "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
                    .indexOf(point)
                >= 0);
  }

  private static void fail(String where, String what, String text) {
    String visible = Json.of(text.substring(0, Math.min(text.length(), 2000))).write();
    throw new AssertionError(where + ": " + what + " in " + visible);
  }
}
