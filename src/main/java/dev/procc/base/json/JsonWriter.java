package dev.procc.base.json;

import dev.procc.base.text.ActiveText;
import dev.procc.base.text.Sha256;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A writer of JSON values: compact, over lines, or canonical (RFC 8785).
final class JsonWriter {
  private static final String[] NO_NAMES = {};
  private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

  private enum Layout {
    COMPACT,
    PRETTY,
    CANONICAL
  }

  /// The characters that are hashed or handed over at once.
  private static final int PART = 1 << 13;

  private final StringBuilder out = new StringBuilder();
  private final Layout layout;
  private Sha256.@Nullable OfParts hash;
  private @Nullable Consumer<String> parts;

  /// Recent orders of names, each at an index made of its names: the nodes of a process have few.
  private final @Nullable NameOrder[] orders = new @Nullable NameOrder[16];

  /// Names of members as they come, and sorted.
  private record NameOrder(String[] names, String[] sorted) {
    boolean isOf(String[] others) {
      boolean same = names.length == others.length;
      for (int i = 0; same && i < names.length; i++) {
        same = names[i].equals(others[i]);
      }
      return same;
    }
  }

  private JsonWriter(Layout layout) {
    this.layout = layout;
  }

  static String compact(Json value) {
    return new JsonWriter(Layout.COMPACT).write(value, 0).out.toString();
  }

  static String pretty(Json value) {
    return new JsonWriter(Layout.PRETTY).write(value, 0).out.append('\n').toString();
  }

  /// The text of `pretty` in parts, each of some thousand characters.
  static void pretty(Json value, Consumer<String> parts) {
    JsonWriter writer = new JsonWriter(Layout.PRETTY);
    writer.parts = parts;
    writer.write(value, 0);
    parts.accept(writer.out.append('\n').toString());
  }

  static String prettyItem(Json item, int index, int count) {
    JsonWriter writer = new JsonWriter(Layout.PRETTY);
    if (index == 0) {
      writer.out.append('[');
    }
    writer.separate(index == 0, 1);
    writer.write(item, 1);
    if (index == count - 1) {
      writer.close(false, 0, ']');
      writer.out.append('\n');
    }
    return writer.out.toString();
  }

  static String canonical(Json value) {
    return new JsonWriter(Layout.CANONICAL).write(value, 0).out.toString();
  }

  static String sha256(Json value) {
    Sha256.OfParts hash = new Sha256.OfParts();
    JsonWriter writer = new JsonWriter(Layout.CANONICAL);
    writer.hash = hash;
    writer.write(value, 0);
    hash.add(writer.out);
    return hash.hex();
  }

  /// JSON with one member a line in compact form, and one item a line for the lists.
  static String lines(Json.Obj value, Set<String> lists) {
    JsonWriter writer = new JsonWriter(Layout.COMPACT);
    String separator = "{\n  ";
    for (Map.Entry<String, Json> member : value.members().entrySet()) {
      writer.out.append(separator);
      writer.string(member.getKey());
      writer.out.append(": ");
      if (lists.contains(member.getKey())) {
        writer.items(member.getValue());
      } else {
        writer.write(member.getValue(), 0);
      }
      separator = ",\n  ";
    }
    return writer.out.append("\n}\n").toString();
  }

  private void items(Json value) {
    String separator = "\n    ";
    if (value instanceof Json.Arr list && !list.items().isEmpty()) {
      out.append('[');
      for (Json item : list.items()) {
        out.append(separator);
        write(item, 0);
        separator = ",\n    ";
      }
      out.append("\n  ]");
    } else if (value instanceof Json.Obj object && !object.members().isEmpty()) {
      out.append('{');
      for (Map.Entry<String, Json> item : object.members().entrySet()) {
        out.append(separator);
        string(item.getKey());
        out.append(": ");
        write(item.getValue(), 0);
        separator = ",\n    ";
      }
      out.append("\n  }");
    } else {
      write(value, 0);
    }
  }

  private JsonWriter write(Json value, int depth) {
    switch (value) {
      case Json.Obj o -> object(o, depth);
      case Json.Arr a -> array(a, depth);
      case Json.Str s -> string(s.value());
      case Json.Num n ->
          out.append(layout == Layout.CANONICAL ? ecmaNumber(n.value()) : plainNumber(n.value()));
      case Json.Bool b -> out.append(b.value());
      case Json.Null ignored -> out.append("null");
    }
    return this;
  }

  private void object(Json.Obj value, int depth) {
    out.append('{');
    if (layout == Layout.CANONICAL) {
      sortedMembers(value.members(), depth);
    } else {
      boolean first = true;
      for (Map.Entry<String, Json> member : value.members().entrySet()) {
        member(member.getKey(), member.getValue(), first, depth);
        first = false;
      }
    }
    close(value.members().isEmpty(), depth, '}');
  }

  private void sortedMembers(Map<String, Json> members, int depth) {
    String[] names = sorted(members.keySet().toArray(NO_NAMES));
    for (int i = 0; i < names.length; i++) {
      Json value = members.get(names[i]);
      if (value != null) {
        member(names[i], value, i == 0, depth);
      }
    }
  }

  private String[] sorted(String[] names) {
    if (names.length < 2) {
      return names;
    }
    int code = 31 * names[0].hashCode() + names[names.length - 1].hashCode() + names.length;
    int index = (code ^ (code >>> 16)) & (orders.length - 1);
    NameOrder known = orders[index];
    if (known == null || !known.isOf(names)) {
      String[] sorted = names.clone();
      Arrays.sort(sorted);
      known = new NameOrder(names, sorted);
      orders[index] = known;
    }
    return known.sorted;
  }

  private void member(String name, Json value, boolean first, int depth) {
    separate(first, depth + 1);
    string(name);
    out.append(layout == Layout.PRETTY ? ": " : ":");
    write(value, depth + 1);
  }

  private void array(Json.Arr value, int depth) {
    out.append('[');
    boolean first = true;
    for (Json item : value.items()) {
      separate(first, depth + 1);
      first = false;
      write(item, depth + 1);
    }
    close(value.items().isEmpty(), depth, ']');
  }

  private void separate(boolean first, int depth) {
    if (out.length() > PART) {
      handOver();
    }
    if (!first) {
      out.append(',');
    }
    newLine(depth);
  }

  /// Gives what is written so far away, if it is not wanted as a whole.
  private void handOver() {
    if (hash != null) {
      hash.add(out);
      out.setLength(0);
    } else if (parts != null) {
      parts.accept(out.toString());
      out.setLength(0);
    }
  }

  private void close(boolean empty, int depth, char bracket) {
    if (!empty) {
      newLine(depth);
    }
    out.append(bracket);
  }

  private void newLine(int depth) {
    if (layout == Layout.PRETTY) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void string(String value) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean ascii = c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '[';
      if (ascii || (c >= 0xa0 && c < 0x600)) {
        continue;
      }
      out.append(value, plain, i);
      plain = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20
              || isLoneSurrogate(value, i)
              || (layout != Layout.CANONICAL && isActive(value, i))) {
            out.append("\\u").append(hex(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    if (plain == 0) {
      out.append(value);
    } else {
      out.append(value, plain, value.length());
    }
    out.append('"');
  }

  /// Whether a character could act on a terminal or in a CI log that shows the document. Canonical
  /// JSON does not escape such characters.
  private static boolean isActive(String value, int i) {
    boolean second = i > 0 && Character.isSurrogatePair(value.charAt(i - 1), value.charAt(i));
    return ActiveText.isActive(value.codePointAt(second ? i - 1 : i))
        || ActiveText.endsCommand(value, i);
  }

  private static boolean isLoneSurrogate(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    return "0".repeat(4 - digits.length()) + digits;
  }

  private static String plainNumber(BigDecimal value) {
    return value.scale() <= 0 && value.precision() - value.scale() < 40
        ? value.toPlainString()
        : value.toString();
  }

  /// A number as ECMAScript's Number::toString writes its double (RFC 8785). A whole number that no
  /// double represents exactly keeps all its digits, in the same form, so that two ids that differ
  /// are never written alike.
  private static String ecmaNumber(BigDecimal value) {
    double number = value.doubleValue();
    if (number == 0) {
      return "0";
    }
    if (Double.isInfinite(number)) {
      throw new ArithmeticException("no double holds " + value);
    }
    BigDecimal exact = value.abs().stripTrailingZeros();
    BigDecimal rounded = shortest(Math.abs(number));
    BigDecimal shortest = exact.scale() <= 0 && rounded.compareTo(exact) != 0 ? exact : rounded;
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    String sign = number < 0 ? "-" : "";
    if (point > 21 || point <= -6) {
      String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
      return sign + digits.charAt(0) + rest + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }
    if (point >= digits.length()) {
      return sign + digits + "0".repeat(point - digits.length());
    }
    return point > 0
        ? sign + digits.substring(0, point) + "." + digits.substring(point)
        : sign + "0." + "0".repeat(-point) + digits;
  }

  /// The shortest decimal that reads back as the number. Java writes at least two digits, such as
  /// 4.9E-324 for the number whose shortest form is 5e-324.
  private static BigDecimal shortest(double number) {
    BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (decimal.precision() == 2) {
      BigDecimal oneDigit = decimal.round(ONE_DIGIT);
      return oneDigit.doubleValue() == number ? oneDigit : decimal;
    }
    return decimal;
  }
}
