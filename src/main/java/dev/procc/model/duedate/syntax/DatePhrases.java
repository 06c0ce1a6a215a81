package dev.procc.model.duedate.syntax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Phrases of other tools and of speech, `ME+3`, `3 working days after period end`, `12-Nov-24`:
/// the exact form to write instead. What may mean two things gets both forms.
final class DatePhrases {
  private static final String NO_TIME = "dates have no time of day";

  private static final Pattern MONTH_OF_YEAR =
      Pattern.compile("\\b(" + ForeignDateFormats.MONTHS + ")[a-z]* (20\\d\\d)\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:\\bat )?\\b(?:noon|midnight|eod|cob|end of day|close of"
              + " business|\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]m)(?:"
              + " ?(?:utc|gmt|z|[ecmp][sd]?t|cet))?(?![\\w-])");

  private static final List<String> NUMBERS =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen");

  /// What may mean several things, as a whole: all of them.
  private static final List<Choice> CHOICES =
      List.of(
          choice(
              "(?:([1-9]\\d*)(?:st|nd|rd|th) (?:business|working) day|(?:working|business) day"
                  + " ([1-9]\\d*)|workday ([1-9]\\d*))",
              "WD#",
              "#th business day of period"),
          choice(
              "(?:next |this )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)",
              "first # after period.end",
              "first # after start"),
          choice("t ?\\+ ?(\\d+) ?(?:d|days?)", "WD#", "period.end + # days"),
          choice("day ?- ?(\\d+)", "WD-#", "period.end - # days"),
          choice("(?:minus |- ?)(\\d+) (?:bd|business days?|working days?)", "WD-#", "end - #bd"),
          choice("next (?:business day|working day|workday)", "WD1", "start + 1bd"),
          choice(
              "[bw]d ?(\\d+) (?:of )?(?:the )?((?:next |previous )?(?:month|quarter|year|period))",
              "#th business day of @"),
          choice("(?:day|cd|calendar day) ?\\+?(\\d+)", "period.end + # days", "#th day of period"),
          choice("[+]? ?(\\d+) ?(bd|business days?|working days?|workdays?)", "WD#", "start + #bd"),
          choice("[+]? ?(\\d+) ?(?:d|days?)", "period.end + # days", "start + # days"),
          choice("t ?- ?(\\d+)", "WD-#", "WD-#1"),
          choice("m ?\\+ ?(\\d+)", "last day of month + #bd", "last day of month + # days"),
          choice("q ?\\+ ?(\\d+)", "last day of quarter + #bd", "last day of quarter + # days"),
          choice("y ?\\+ ?(\\d+)", "last day of year + #bd", "last day of year + # days"),
          choice(
              "(last day of (?:month|quarter|year)|period\\.end) ?\\+ ?(\\d+)",
              "# + @bd",
              "# + @ days"),
          choice(
              "(last day of (?:month|quarter|year)|period\\.end) ?- ?(\\d+)",
              "# - @bd",
              "# - @ days"),
          choice("last (?:business day|working day|workday|bd)", "last business day of period"),
          choice(
              "2nd last(?: business day| working day| workday)?",
              "2nd last business day of period"),
          choice(
              "(?:first|1st) (?:business day|working day|workday)",
              "WD1",
              "first business day of period"),
          choice(
              "(\\d+)(?:st|nd|rd|th)(?:(?: calendar)? day)?(?: of)?(?: the)?(?: month)?",
              "#th day of month",
              "#th day of month after period"),
          choice(
              "((?:\\d+(?:st|nd|rd|th)|first|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day)",
              "# of month",
              "# of month after period"),
          choice("(first|last) day of (month|quarter|year)", "# day of @", "# business day of @"));

  private DatePhrases() {}

  /// A whole phrase and the forms it could mean; `#` stands for its first group, `@` its second.
  private record Choice(Pattern pattern, List<String> forms) {}

  private static Choice choice(String regex, String... forms) {
    return new Choice(Pattern.compile(regex), List.of(forms));
  }

  /// A text that was not read, with what is to be written instead.
  static ParsedDate explain(ParsedDate parsed) {
    if (parsed.text().length() > Parser.MAX_LENGTH) {
      return parsed;
    }
    ExpressionFinding finding = explain(parsed.text(), parsed.findings().get(0));
    return new ParsedDate(parsed.text(), null, List.of(finding), parsed.positions());
  }

  /// The finding of a text that was not read, with the exact form to write where the text is a
  /// phrase; else the fault, with those fixes alone after which the whole text is read.
  private static ExpressionFinding explain(String text, ExpressionFinding fault) {
    if (text.isBlank()) {
      return fault;
    }
    String normal = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (normal.matches(
        "tbd|tba|tbc|n/?a|n\\.a\\.|-+|\\?+|pending|open|asap|unknown|nil|null|immediately"
            + "|as soon as possible")) {
      return whole(text, "is no date", null, List.of("none"));
    }
    LocalDate day = ForeignDateFormats.typedDay(normal);
    if (day != null) {
      String note = normal.matches("\\d{4}-\\d{2}-\\d{2}[t ].*") ? NO_TIME : null;
      return whole(text, "is not written as a date is here", note, List.of(day.toString()));
    }
    String spoken = numbers(normal);
    String timeless = CLOCK.matcher(spoken).replaceAll(" ").replaceAll("\\s+", " ").strip();
    String note = timeless.equals(spoken) ? null : NO_TIME;
    if (timeless.isEmpty()) {
      return whole(text, "is no date: " + NO_TIME, "write a day, as WD3", List.of());
    }
    List<String> forms = forms(timeless);
    if (!forms.isEmpty() && !forms.contains(text.strip())) {
      return whole(text, "is not how a date is written here", note, forms);
    }
    ExpressionFinding other = incomplete(text, timeless);
    return other == null ? withReadableFixes(text, fault) : other;
  }

  /// Every form that is read and that the phrase may mean.
  private static List<String> forms(String spoken) {
    List<String> forms = new ArrayList<>();
    if (Parser.isDate(spoken)) {
      forms.add(spell(spoken));
      return forms;
    }
    String text =
        MONTH_OF_YEAR
            .matcher(spoken)
            .replaceAll(found ->
                found.group(2)
                    + (ForeignDateFormats.month(found.group(1)) < 10 ? "-0" : "-")
                    + ForeignDateFormats.month(found.group(1)));
    text = DateSynonyms.replace(text);
    for (Choice each : CHOICES) {
      boolean asSpoken = each.pattern().matcher(spoken).matches();
      Matcher found = each.pattern().matcher(asSpoken ? spoken : text);
      boolean unread = asSpoken || !Parser.isDate(text) || isSpanEnd(spoken, each);
      if (forms.isEmpty() && unread && found.matches()) {
        for (String form : each.forms()) {
          add(forms, fill(form, found));
        }
      }
    }
    if (forms.isEmpty()) {
      add(forms, text);
    }
    if (forms.isEmpty()) {
      add(
          forms,
          text.replaceFirst(
              "\\b(after|before) (?!to(?:day|morrow)$)([a-z][\\w/-]*)$", "$1 task($2).due"));
    }
    return forms;
  }

  /// Whether the phrase is an end of a month, a quarter or a year alone: its last day or its last
  /// business day.
  private static boolean isSpanEnd(String spoken, Choice choice) {
    return choice.forms().contains("# business day of @") && !spoken.matches(".*\\bday of\\b.*");
  }

  private static String fill(String form, Matcher found) {
    String first = "";
    String second = "";
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        second = first.isEmpty() ? second : found.group(i);
        first = first.isEmpty() ? found.group(i) : first;
      }
    }
    if (form.equals("WD-#1")) {
      return "WD-" + (Integer.parseInt(first) + 1);
    }
    String ordinal =
        first.matches("\\d{1,4}") ? DateExpressionWriter.ordinal(Integer.parseInt(first)) : first;
    return form.replace("#th", ordinal).replace("#", first).replace("@", second);
  }

  private static void add(List<String> forms, String form) {
    if (Parser.isDate(form) && !forms.contains(spell(form))) {
      forms.add(spell(form));
    }
  }

  /// A form in the formatter's spelling, where that is no longer.
  private static String spell(String form) {
    DateSpec spec = Parser.parse(form).spec();
    return spec == null ? form : spec.canonical();
  }

  private static String numbers(String text) {
    String digits =
        text.replaceFirst("^an? (?=day|week|month|quarter|year|business|working)", "1 ");
    digits = digits.replaceAll("\\bthird (?=[bw]d|business|working)", "3rd ");
    for (int i = 0; i < NUMBERS.size(); i++) {
      digits =
          digits.replaceAll(
              "\\b" + NUMBERS.get(i) + " (?=(?:business|working|calendar|bd|days?|weeks?|months?))",
              (i + 1) + " ");
    }
    return digits;
  }

  private static @Nullable ExpressionFinding dayWithoutYear(String text, String spoken) {
    Matcher dayOfMonth =
        Pattern.compile(
                "(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?("
                    + ForeignDateFormats.MONTHS
                    + ")[a-z]*(?: (?:the )?(\\d{1,2})(?:st|nd|rd|th)?)?")
            .matcher(spoken);
    if (dayOfMonth.matches() && dayOfMonth.group(1) != dayOfMonth.group(3)) {
      String day = dayOfMonth.group(1) == null ? dayOfMonth.group(3) : dayOfMonth.group(1);
      int number = ForeignDateFormats.month(dayOfMonth.group(2));
      String date =
          "YYYY-" + (number < 10 ? "0" : "") + number + (day.length() < 2 ? "-0" : "-") + day;
      return whole(text, "does not say the year", "write " + date, List.of());
    }
    return null;
  }

  /// What lacks a part that only its author knows; null if the text is no such phrase.
  private static @Nullable ExpressionFinding incomplete(String text, String spoken) {
    ExpressionFinding day = dayWithoutYear(text, spoken);
    if (day != null) {
      return day;
    }
    Matcher range =
        Pattern.compile("wd ?(\\d+) ?(?:-|/|or|to|until|through) ?wd ?(\\d+)").matcher(spoken);
    if (range.matches()) {
      return whole(
          text, "is several days, a due date is one", null, List.of("WD" + range.group(2)));
    }
    Matcher month =
        Pattern.compile("(?:(.*) )?(?:of )?(" + ForeignDateFormats.MONTHS + ")[a-z]*")
            .matcher(spoken);
    if (month.matches()) {
      int number = ForeignDateFormats.MONTHS.indexOf(month.group(2)) / 4 + 1;
      String key = "YYYY-" + (number < 10 ? "0" : "") + number;
      String place = month.group(1) == null ? "last day" : month.group(1).replaceAll(" of$", "");
      return whole(text, "does not say the year", "write " + place + " of " + key, List.of());
    }
    Matcher quarter =
        Pattern.compile("(?:end of )?(?:the )?q([1-4])(?:[ -]?(?:end|close))?").matcher(spoken);
    if (quarter.matches()) {
      String hint = "write last day of YYYY-Q" + quarter.group(1) + ", or last day of quarter";
      return whole(text, "does not say the year", hint, List.of());
    }
    int blank = spoken.lastIndexOf(' ');
    String last = spoken.substring(blank + 1);
    if (blank > 0
        && last.matches("[a-z][\\w]*(?:-\\w+)+")
        && Parser.isDate(spoken.substring(0, blank))) {
      return whole(
          text,
          "names a calendar: a date does not",
          "calendar: " + last + " at the task or its group",
          List.of(spell(spoken.substring(0, blank))));
    }
    return null;
  }

  private static ExpressionFinding whole(
      String text, String what, @Nullable String note, List<String> forms) {
    boolean choice = forms.size() > 1;
    ExpressionFinding finding =
        ExpressionFinding.of(
            choice ? DateCodes.AMBIGUOUS_SHORTHAND : DateCodes.SYNTAX,
            0,
            text.length(),
            "\""
                + DateTokenStream.abbreviate(text.strip())
                + "\" "
                + (choice ? "could mean more than one day" : what));
    for (String form : forms) {
      finding = finding.withSuggestion("write " + form, form);
    }
    String write = forms.isEmpty() ? "" : "write " + String.join(", or ", forms);
    return finding.withHint(
        note == null ? write : write.isEmpty() ? note : write + " (" + note + ")");
  }

  /// A fault with those fixes after which the whole text is a date.
  private static ExpressionFinding withReadableFixes(String text, ExpressionFinding fault) {
    List<ExpressionFinding.SuggestedEdit> readable = new ArrayList<>();
    for (ExpressionFinding.SuggestedEdit each : fault.suggestions()) {
      String fixed =
          text.substring(0, each.from()) + each.replacement() + text.substring(each.to());
      if (Parser.isDate(fixed)) {
        readable.add(each);
      }
    }
    String hint = fault.hint();
    boolean guess = hint != null && hint.startsWith("did you mean");
    return new ExpressionFinding(
        fault.code(),
        fault.from(),
        fault.to(),
        fault.message(),
        guess && readable.isEmpty() ? null : hint,
        List.copyOf(readable),
        fault.labels());
  }
}
