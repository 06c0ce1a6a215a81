package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.base.text.Looks;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.text.TerminalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values that a field has at several times or places, as texts in which the difference is
/// seen: of long texts the surroundings of the first one, of values with members those that differ,
/// and of texts that look the same the characters in which they differ.
public final class ValueTexts {
  private final PlanLabels labels;
  private final String field;
  private final int maxLength;

  /// @param maxLength of a text that is shown as a whole
  private ValueTexts(PlanLabels labels, String field, int maxLength) {
    this.labels = labels;
    this.field = field;
    this.maxLength = maxLength;
  }

  /// The texts of values, in their order; long ones are cut.
  public static List<String> of(PlanLabels labels, String field, @Nullable Json... values) {
    return of(labels, field, PlanLabels.MAX_TEXT_LENGTH, values);
  }

  /// @param maxLength of a text that is shown as a whole
  static List<String> of(PlanLabels labels, String field, int maxLength, @Nullable Json... values) {
    ValueTexts texts = new ValueTexts(labels, field, maxLength);
    List<String> shown = texts.ofAll(values);
    return hidesDifference(shown, values)
        ? new ValueTexts(labels, field, Integer.MAX_VALUE).ofAll(values)
        : shown;
  }

  /// The text of a value as a whole, however long it is.
  public static String whole(PlanLabels labels, String field, @Nullable Json value) {
    return new ValueTexts(labels, field, Integer.MAX_VALUE).ofAll(value).getFirst();
  }

  /// The difference of two values, as text.
  ///
  /// @param member the member of a value that differs; empty for the value itself
  public record Difference(String member, String before, String after) {}

  /// `before -> after`, with the parts that differ.
  public static String differenceText(PlanLabels labels, FieldChange change, int maxLength) {
    List<String> parts = new ArrayList<>();
    for (Difference each : differences(labels, change, maxLength)) {
      String start = each.member().isEmpty() ? "" : each.member() + " ";
      parts.add(start + each.before() + " -> " + each.after());
    }
    return String.join("; ", parts);
  }

  /// The differences in a change. If a value is the same on both sides, it is a date that Workiva
  /// itself would move, or one that the definition did not set.
  public static List<Difference> differences(PlanLabels labels, FieldChange change, int maxLength) {
    if (Objects.equals(change.before(), change.after())) {
      String after =
          change.reason() == ChangeReason.NOT_PATCHABLE
              ? "stays; Workiva itself would move it"
              : "not set in the definition";
      return List.of(new Difference("", labels.valueText(change.field(), change.before()), after));
    }
    return differences(labels, change.field(), change.before(), change.after(), maxLength);
  }

  /// The differences: for long texts the surroundings of the first one, for values with members the
  /// members that differ.
  ///
  /// @param maxLength of a text that is shown as a whole
  private static List<Difference> differences(
      PlanLabels labels, String field, @Nullable Json before, @Nullable Json after, int maxLength) {
    if (isDayOrNone(before) && isDayOrNone(after) && FieldRole.of(field) == FieldRole.OTHER) {
      return List.of(new Difference("", dayOrNone(before), dayOrNone(after)));
    }
    if (before instanceof Json.Arr was
        && after instanceof Json.Arr is
        && was.items().size() == is.items().size()
        && is.items().stream().anyMatch(item -> item instanceof Json.Obj)) {
      return differences(labels, field, byNumber(was), byNumber(is), maxLength);
    }
    if (!(before instanceof Json.Obj old) || !(after instanceof Json.Obj now) || old.has("id")) {
      List<String> texts = of(labels, field, maxLength, before, after);
      String note = looksTheSame(before, after) ? " (looks the same)" : "";
      return List.of(new Difference("", texts.getFirst(), texts.getLast() + note));
    }
    Set<String> names = new LinkedHashSet<>(old.members().keySet());
    names.addAll(now.members().keySet());
    List<Difference> all = new ArrayList<>();
    for (String name : names) {
      Json was = old.members().get(name);
      Json is = now.members().get(name);
      if (!Objects.equals(was, is)) {
        for (Difference each : differences(labels, name, was, is, maxLength)) {
          String inner = each.member().isEmpty() ? "" : "." + each.member();
          String member = TerminalText.sanitize(name) + inner;
          all.add(new Difference(member, each.before(), each.after()));
        }
      }
    }
    return all;
  }

  /// The items by their numbers, from 1.
  private static Json byNumber(Json.Arr array) {
    Json.Builder items = Json.object();
    int number = 0;
    for (Json item : array.items()) {
      items.put(String.valueOf(++number), item);
    }
    return items.build();
  }

  private static boolean isDayOrNone(@Nullable Json value) {
    return value == null || PlanLabels.parseDate(value) != null;
  }

  private static String dayOrNone(@Nullable Json value) {
    return value instanceof Json.Str day ? PlanLabels.dayText(day.value()) : "none";
  }

  private static boolean looksTheSame(@Nullable Json before, @Nullable Json after) {
    return before instanceof Json.Str old
        && after instanceof Json.Str now
        && Looks.of(old.value()).equals(Looks.of(now.value()));
  }

  private static boolean hidesDifference(List<String> shown, @Nullable Json... values) {
    Map<String, @Nullable Json> byText = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      Json before = byText.putIfAbsent(shown.get(i), values[i]);
      if (before != null && !Objects.equals(before, values[i])) {
        return true;
      }
    }
    return false;
  }

  private List<String> ofAll(@Nullable Json... values) {
    List<String> texts = new ArrayList<>();
    boolean areTexts = isFreeText();
    for (Json value : values) {
      areTexts &= value == null || value instanceof Json.Null || value instanceof Json.Str;
    }
    if (areTexts) {
      return ofTexts(values);
    }
    Set<String> members = differingMembers(values);
    for (Json value : values) {
      texts.add(
          members.isEmpty() || !(value instanceof Json.Obj object)
              ? labels.valueText(field, value)
              : membersText(object, members));
    }
    return hidesDifference(texts, values) ? withIds(texts, values) : texts;
  }

  private boolean isFreeText() {
    FieldRole role = FieldRole.of(field);
    return role != FieldRole.DOCUMENT && role != FieldRole.SECTION && !role.isDate();
  }

  private List<String> ofTexts(@Nullable Json... values) {
    List<@Nullable String> texts = new ArrayList<>();
    Set<String> looks = new LinkedHashSet<>();
    Set<String> different = new LinkedHashSet<>();
    for (Json value : values) {
      String text = value instanceof Json.Str s ? s.value() : null;
      texts.add(text);
      if (text != null) {
        different.add(text);
        looks.add(Looks.of(text));
      }
    }
    if (looks.size() < different.size()) {
      texts.replaceAll(text -> text == null ? null : withSigns(text));
    }
    int from = firstDifference(texts);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String text = texts.get(i);
      shown.add(text == null ? labels.valueText(field, values[i]) : excerpt(text, from));
    }
    return shown;
  }

  /// The text with signs for blanks at the ends and in a row, and for all that is not ASCII.
  private static String withSigns(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      boolean alone =
          i > 0 && i + 1 < text.length() && text.charAt(i - 1) != ' ' && text.charAt(i + 1) != ' ';
      switch (point) {
        case '\n' -> out.append('\u240a');
        case '\r' -> out.append('\u240d');
        case '\t' -> out.append('\u2409');
        case ' ' -> out.append(alone ? ' ' : '\u2423');
        default -> {
          if (point < 0x7f) {
            out.appendCodePoint(point);
          } else {
            String hex = Integer.toHexString(point).toUpperCase(Locale.ROOT);
            out.append("<U+").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex);
            out.append('>');
          }
        }
      }
    }
    return out.toString();
  }

  /// The start of an excerpt that shows the first difference; 0 if everything is shown.
  private int firstDifference(List<@Nullable String> texts) {
    List<String> given = new ArrayList<>();
    int longest = 0;
    for (String text : texts) {
      if (text != null) {
        given.add(text);
        longest = Math.max(longest, text.length());
      }
    }
    if (longest <= Math.max(maxLength, PlanLabels.MAX_TEXT_LENGTH)) {
      return 0;
    }
    String first = given.getFirst();
    int same = first.length();
    for (String text : given) {
      int at = 0;
      while (at < Math.min(same, text.length()) && text.charAt(at) == first.charAt(at)) {
        at++;
      }
      same = at;
    }
    if (given.size() < 2) {
      return 0;
    }
    int from = Math.max(0, same - PlanLabels.MAX_TEXT_LENGTH / 3);
    boolean splitsPair =
        from > 0 && from < first.length() && Character.isLowSurrogate(first.charAt(from));
    return splitsPair ? from - 1 : from;
  }

  private String excerpt(String text, int from) {
    String shown = TerminalText.sanitize(text.substring(from).replace("\n", " "));
    int end =
        shown.codePointCount(0, shown.length()) <= maxLength
            ? shown.length()
            : shown.offsetByCodePoints(0, Math.min(maxLength, PlanLabels.MAX_TEXT_LENGTH));
    return "\""
        + (from > 0 ? "..." : "")
        + shown.substring(0, end)
        + (end < shown.length() ? "..." : "")
        + "\"";
  }

  /// The members in which values differ; none if one of them has no members.
  private static Set<String> differingMembers(@Nullable Json... values) {
    Set<String> names = new LinkedHashSet<>();
    for (Json value : values) {
      if (!(value instanceof Json.Obj object) || object.has("id")) {
        return Set.of();
      }
      names.addAll(object.members().keySet());
    }
    Json.Obj first = (Json.Obj) Objects.requireNonNull(values[0]);
    names.removeIf(name -> {
      for (Json value : values) {
        if (!(value instanceof Json.Obj object)
            || !Objects.equals(object.members().get(name), first.members().get(name))) {
          return false;
        }
      }
      return true;
    });
    return names;
  }

  private String membersText(Json.Obj object, Set<String> members) {
    List<String> parts = new ArrayList<>();
    for (String name : members) {
      parts.add(
          TerminalText.sanitize(name) + " " + labels.valueText(name, object.members().get(name)));
    }
    return String.join("; ", parts);
  }

  /// The texts with the ids or the whole value, as their names are the same.
  private List<String> withIds(List<String> texts, @Nullable Json... values) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Json value = values[i];
      shown.add(
          switch (value) {
            case null -> texts.get(i);
            case Json.Str id -> texts.get(i) + " (" + TerminalText.sanitize(id.value()) + ")";
            case Json.Obj o when o.has("id") -> texts.get(i);
            default -> TerminalText.sanitize(value.write());
          });
    }
    return shown;
  }
}
