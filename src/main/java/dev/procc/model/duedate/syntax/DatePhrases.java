package dev.procc.model.duedate.syntax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Phrases from other tools and from speech, `ME+3`, `3 working days after period end`,
/// `12-Nov-24`, with the exact form to write instead; both forms if a phrase is ambiguous.
final class DatePhrases {
  private static final String NO_TIME = "dates have no time of day";

  private static final Pattern MONTH_OF_YEAR =
      Pattern.compile("\\b(" + ForeignDateFormats.MONTHS + ")[a-z]* (20\\d\\d)\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:\\bat )?\\b(?:noon|midnight|eod|cob|end of day|close of"
              + " business|\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]m)(?:"
              + " ?(?:utc|gmt|z|[ecmp][sd]?t|cet))?(?![\\w-])");

  private static final Pattern WEEKDAY =
      Pattern.compile("(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? (.+)");

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

  /// Phrases with several meanings, each with all of its forms.
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
          choice("t ?\\+ ?(\\d+) ?(?:bd|business days?|working days?)", "WD#", "start + #bd"),
          choice("(wd-?\\d+) ?\\+ ?(\\d+)", "# + @bd", "# + @ days"),
          choice("(wd-?\\d+) ?- ?(\\d+)", "# - @bd", "# - @ days"),
          choice(
              "(?:net (\\d+)(?: days)?|(\\d+) days net)", "period.end + # days", "start + # days"),
          choice("(?:week|w) ?([1-9]\\d?)", "start + # weeks", "period.end + # weeks"),
          choice(
              "([1-5]) week ((?:mon|tues|wednes|thurs|fri|satur|sun)day)",
              "#th @ of period",
              "#th @ of month after period"),
          choice(
              "10-?q(?: due date| deadline| filing)?",
              "last day of quarter + 40 days",
              "last day of quarter + 45 days"),
          choice(
              "10-?k(?: due date| deadline| filing)?",
              "last day of year + 60 days",
              "last day of year + 75 days",
              "last day of year + 90 days"),
          choice("(\\d+)\\. (?:arbeits|werk|bank)tag", "WD#", "#th business day of period"),
          choice("jour ouvr(?:\u00e9|able) (\\d+)", "WD#", "#th business day of period"),
          choice("letzter (?:arbeits|werk|bank)tag", "last business day of period"),
          choice(
              "fy ?(?:20)?(\\d\\d)[ -]?q([1-4])(?: end)?",
              "last day of FY20#-Q@",
              "last business day of FY20#-Q@"),
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
          choice(
              "q[1-4]? ?\\+ ?(\\d+)", "last day of quarter + #bd", "last day of quarter + # days"),
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

  /// A whole phrase and its possible forms; `#` stands for its first group, `@` for its second.
  private record Choice(Pattern pattern, List<String> forms) {}

  private static Choice choice(String regex, String... forms) {
    return new Choice(Pattern.compile(regex), List.of(forms));
  }

  /// The result for a text that could not be parsed, with what to write instead.
  static ParsedDate explain(ParsedDate parsed) {
    if (parsed.text().length() > Parser.MAX_LENGTH) {
      return parsed;
    }
    ExpressionFinding finding = explain(parsed.text(), parsed.findings().get(0));
    return new ParsedDate(parsed.text(), null, List.of(finding), parsed.positions());
  }

  /// The finding for a text that could not be parsed: with the exact form if the text is a known
  /// phrase, otherwise the error with only those fixes that make the whole text valid.
  private static ExpressionFinding explain(String text, ExpressionFinding fault) {
    if (text.isBlank()) {
      return fault;
    }
    String normal = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (normal.matches(
        "tbd|tba|tbc|n/?a|n\\.a\\.|-+|\\?+|pending|open|asap|unknown|nil|null|immediately"
            + "|as soon as possible")) {
      return PhraseFindings.whole(text, "is no date", null, List.of("none"));
    }
    ExpressionFinding named = ofWeekday(text, normal);
    if (named != null) {
      return named;
    }
    LocalDate day = ForeignDateFormats.typedDay(normal);
    if (day != null) {
      String note = normal.matches("\\d{4}-\\d{2}-\\d{2}[t ].*") ? NO_TIME : null;
      return PhraseFindings.whole(
          text, "is not written as a date is here", note, List.of(day.toString()));
    }
    String spoken =
        numbers(normal)
            .replaceFirst("^([a-z]+day) of week ([1-5])$", "$2 week $1")
            .replaceFirst("^q([1-4]) (fy ?\\d+)(?: end)?$", "$2-q$1");
    String timeless = timeless(spoken);
    String note = CLOCK.matcher(spoken).find() ? NO_TIME : null;
    if (timeless.isEmpty() && note != null) {
      return PhraseFindings.whole(text, "is no date: " + NO_TIME, "write a day, as WD3", List.of());
    }
    LocalDate typed = note == null ? null : ForeignDateFormats.onlyDay(timeless);
    List<String> forms = typed == null ? forms(timeless) : List.of(typed.toString());
    if (!forms.isEmpty() && !forms.contains(text.strip())) {
      return PhraseFindings.whole(text, "is not how a date is written here", note, forms);
    }
    ExpressionFinding other = IncompletePhrases.explain(text, timeless);
    return other == null ? withReadableFixes(text, fault) : other;
  }

  /// The text without a time of day, punctuation around it, and brackets.
  private static String timeless(String spoken) {
    return CLOCK
        .matcher(spoken)
        .replaceAll(" ")
        .replaceAll("[*?!]+$|^[~?]|\\( *\\)", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// The finding about a day with its weekday, `Fri 2024-12-20`; null for any other text.
  private static @Nullable ExpressionFinding ofWeekday(String text, String normal) {
    Matcher named = WEEKDAY.matcher(normal);
    LocalDate day = named.matches() ? ForeignDateFormats.onlyDay(named.group(2)) : null;
    if (day == null) {
      return null;
    }
    String weekday = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    String is =
        "it is a " + weekday.substring(0, 1).toUpperCase(Locale.ROOT) + weekday.substring(1);
    String note = weekday.startsWith(named.group(1)) ? null : is;
    return PhraseFindings.whole(
        text, "is not written as a date is here", note, List.of(day.toString()));
  }

  /// All valid forms that the phrase may mean.
  private static List<String> forms(String spoken) {
    List<String> forms = new ArrayList<>();
    if (Parser.isDate(spoken)) {
      forms.add(PhraseFindings.spell(spoken));
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
              "\\b(after|before)"
                  + " (?!(?:to(?:day|morrow)|christmas|easter|thanksgiving)$)([a-z][\\w/-]*)$",
              "$1 task($2).due"));
    }
    return forms;
  }

  /// Whether the phrase is only an end of a month, quarter or year, which may mean the last day or
  /// the last business day.
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
    if (Parser.isDate(form) && !forms.contains(PhraseFindings.spell(form))) {
      forms.add(PhraseFindings.spell(form));
    }
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

  /// The error with only those fixes that make the whole text a date.
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
