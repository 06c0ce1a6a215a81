package dev.procc.language.edit;

import dev.procc.base.json.Json;
import dev.procc.base.text.ActiveText;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Values as YAML that reads back as exactly these values.
public final class YamlText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private YamlText() {}

  /// A text on one line: plain if possible, otherwise in double quotes with invisible characters
  /// escaped. `{{` is escaped as in a template.
  public static String inline(String text) {
    return inlineWithTags(escapeTags(text));
  }

  /// A text on one line, in which tags remain tags.
  public static String inlineWithTags(String text) {
    return isVisible(text) ? ScalarText.ofString(text) : quoted(text);
  }

  /// The text with its `{{` escaped.
  public static String escapeTags(String text) {
    return text.replace("{{", "{{ \"{{\" }}");
  }

  /// A text as the value of a key in block style, over several lines if it has several.
  ///
  /// @param indent the column of the key
  public static String block(String text, int indent) {
    return blockWithTags(escapeTags(text), indent);
  }

  /// A text as the value of a key in block style, in which tags remain tags.
  ///
  /// @param indent the column of the key
  public static String blockWithTags(String escaped, int indent) {
    if (!fitsBlock(escaped)) {
      return inlineWithTags(escaped);
    }
    int ends = 0;
    while (escaped.endsWith("\n".repeat(ends + 1))) {
      ends++;
    }
    String pad = " ".repeat(indent + 2);
    StringBuilder out = new StringBuilder(ends == 0 ? "|-" : ends == 1 ? "|" : "|+");
    String body = escaped.substring(0, escaped.length() - (ends > 0 ? 1 : 0));
    for (String line : body.split("\n", -1)) {
      out.append('\n').append(line.isEmpty() ? "" : pad + line);
    }
    return out.toString();
  }

  /// Whether a literal block keeps a text: its characters are visible, no line ends with a blank,
  /// and the first does not begin with one.
  private static boolean fitsBlock(String text) {
    if (text.indexOf('\n') <= 0 || !isVisible(text.replace("\n", ""))) {
      return false;
    }
    for (String line : text.split("\n", -1)) {
      if (line.endsWith(" ")) {
        return false;
      }
    }
    return !text.startsWith(" ");
  }

  /// Whether all of its characters are visible.
  public static boolean isVisible(String text) {
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (!isVisible(point)) {
        return false;
      }
      at += Character.charCount(point);
    }
    return true;
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> !ActiveText.isActive(point);
    };
  }

  /// The text in double quotes.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      switch (point) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (isVisible(point)) {
            out.appendCodePoint(point);
          } else if (point <= 0xffff) {
            out.append("\\u").append(HEX.toHexDigits(point, 4));
          } else {
            out.append("\\U").append(HEX.toHexDigits(point, 8));
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /// JSON in flow style.
  public static String flow(Json value) {
    return switch (value) {
      case Json.Str text -> inline(text.value());
      case Json.Arr array -> flow(array.items());
      case Json.Obj object -> flow(object.members());
      case Json.Num number -> number.write();
      case Json.Bool flag -> String.valueOf(flag.value());
      case Json.Null absent -> "null";
    };
  }

  private static String flow(List<Json> items) {
    StringBuilder out = new StringBuilder("[");
    for (Json item : items) {
      out.append(out.length() == 1 ? "" : ", ").append(flow(item));
    }
    return out.append(']').toString();
  }

  private static String flow(Map<String, Json> members) {
    if (members.isEmpty()) {
      return "{}";
    }
    StringBuilder out = new StringBuilder("{ ");
    members.forEach((name, value) ->
        out.append(out.length() == 2 ? "" : ", ")
            .append(ScalarText.isStringPlain(name) ? name : quoted(name))
            .append(": ")
            .append(flow(value)));
    return out.append(" }").toString();
  }
}
