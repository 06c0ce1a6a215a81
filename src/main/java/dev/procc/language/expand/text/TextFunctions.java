package dev.procc.language.expand.text;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/// The bodies of the text functions, as `TextFunction` describes them.
public final class TextFunctions {
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private TextFunctions() {}

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static String trim(String text) {
    return text.strip();
  }

  static String title(String text) {
    StringBuilder title = new StringBuilder(text.length());
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      title.appendCodePoint(inside ? c : Character.toTitleCase(c));
      inside = Character.isLetterOrDigit(c) || c == '\'';
      i += Character.charCount(c);
    }
    return title.toString();
  }

  static String join(String text) {
    StringBuilder joined = new StringBuilder();
    for (String piece : text.split("\\|", -1)) {
      String part = piece.strip();
      if (!part.isEmpty()) {
        joined.append(joined.length() == 0 ? "" : ", ").append(part);
      }
    }
    return joined.toString();
  }

  static String number(String text) {
    String number = text.strip();
    int from = number.startsWith("-") ? 1 : 0;
    int dot = number.indexOf('.');
    int end = dot < 0 ? number.length() : dot;
    boolean digits = end > from;
    for (int i = from; i < number.length(); i++) {
      char c = number.charAt(i);
      digits &= i == dot || (c >= '0' && c <= '9');
    }
    if (!digits || (dot >= 0 && dot == number.length() - 1)) {
      throw new IllegalArgumentException("\"" + number + "\" is not a number; write digits");
    }
    StringBuilder grouped = new StringBuilder(number);
    for (int i = end - 3; i > from; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }

  static String date(String text) {
    int bar = text.indexOf('|');
    String value = (bar < 0 ? text : text.substring(0, bar)).strip();
    String pattern = bar < 0 ? "d MMMM yyyy" : text.substring(bar + 1).strip();
    LocalDate date;
    try {
      date = LocalDate.parse(value);
    } catch (DateTimeParseException notIso) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a date; write it as 2024-12-31", notIso);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); ) {
      char c = pattern.charAt(i);
      int end = i + 1;
      if (c == '\'') {
        end = pattern.indexOf('\'', end);
        end = end < 0 ? pattern.length() : end;
        out.append(end == i + 1 ? "'" : pattern.substring(i + 1, end));
        i = end + 1;
        continue;
      }
      while (end < pattern.length() && pattern.charAt(end) == c) {
        end++;
      }
      boolean letter = Character.isLetter(c);
      out.append(letter ? field(date, pattern.substring(i, end)) : pattern.substring(i, end));
      i = end;
    }
    return out.toString();
  }

  private static String field(LocalDate date, String field) {
    String month = MONTHS.get(date.getMonthValue() - 1);
    String day = DAYS.get(date.getDayOfWeek().getValue() - 1);
    return switch (field) {
      case "yyyy" -> pad(date.getYear(), 4);
      case "yy" -> pad(date.getYear() % 100, 2);
      case "MMMM" -> month;
      case "MMM" -> month.substring(0, 3);
      case "MM" -> pad(date.getMonthValue(), 2);
      case "M" -> Integer.toString(date.getMonthValue());
      case "dd" -> pad(date.getDayOfMonth(), 2);
      case "d" -> Integer.toString(date.getDayOfMonth());
      case "EEEE" -> day;
      case "EEE" -> day.substring(0, 3);
      case "q" -> Integer.toString((date.getMonthValue() + 2) / 3);
      default ->
          throw new IllegalArgumentException(
              "\""
                  + field
                  + "\" is not part of a date pattern; known: yyyy yy MMMM MMM MM M dd d"
                  + " EEEE EEE q");
    };
  }

  private static String pad(int number, int width) {
    StringBuilder digits = new StringBuilder(Integer.toString(number));
    while (digits.length() < width) {
      digits.insert(0, '0');
    }
    return digits.toString();
  }
}
