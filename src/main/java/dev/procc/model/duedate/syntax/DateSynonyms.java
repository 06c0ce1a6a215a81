package dev.procc.model.duedate.syntax;

import java.util.List;
import java.util.regex.Pattern;

/// Synonyms from speech and other tools, replaced by the words of the language.
final class DateSynonyms {
  /// The synonyms, in the order in which they are replaced.
  private static final List<Rewrite> SYNONYMS =
      List.of(
          rewrite("^close(?= ?[-+])|(?<=\\b(?:after|before) )close$", "period.end"),
          rewrite("^(?:the )?(business day|working day|workday|day) (?=after |before )", "1 $1 "),
          rewrite("[\\u2013\\u2014\\u2212]", "-"),
          rewrite("^(?:(?:due|by|on|the|no later than|not later than|at the latest|within) )+", ""),
          rewrite("^(\\d+ [a-z ]*?(?:days?|weeks?|months?)) of ", "$1 after "),
          rewrite("[ ,]+(?:at the latest|latest|or (?:earlier|sooner|before))$", ""),
          rewrite("\\b(wd|bd)\\. ?(?=\\d)", "$1"),
          rewrite("(?<=day )(?:no\\.?|number|#) ?(?=\\d)", ""),
          rewrite("\\b(?:b\\.d\\.|bus\\.?|biz) days?\\b", "business days"),
          rewrite("\\bweekday(s?)\\b", "business day$1"),
          rewrite("\\b(?:b|w)ds\\b", "bd"),
          rewrite("(?<=\\d) ?wds?\\b", " bd"),
          rewrite("(?<=\\d(?:st|nd|rd|th)) (?:wd|bd|workday|working day)\\b", " business day"),
          rewrite(
              "(?<=\\b(?:day|days|week|weeks|month|months|bd|quarter|quarters|year|years) )"
                  + "(?:following|past|post|from)\\b",
              "after"),
          rewrite("\\b(?:prior to|ahead of)\\b", "before"),
          rewrite("\\b(?:following|subsequent|coming)\\b", "next"),
          rewrite("\\b(?:prior|preceding)\\b", "previous"),
          rewrite("\\bnew (?=month|quarter|year|period)", "next "),
          rewrite("(?<=\\bday) (?=(?:next|previous) (?:month|quarter|year|period))", " of "),
          rewrite(
              "^(?:the )?(first|last) of (?=[a-z ]*(?:month|quarter|year|period))", "$1 day of "),
          rewrite("\\b(?:this|current) (month|quarter|year|period)\\b", "$1"),
          rewrite("\\blast (month|quarter|year)\\b", "previous $1"),
          rewrite(
              "\\bor (?:the )?(next|previous) (?:working day|workday|bd)\\b", "or $1 business day"),
          rewrite("\\bor the (?=next|previous)", "or "),
          rewrite("\\b(?:penultimate|second(?: to)? last|last but one)\\b", "2nd last"),
          rewrite("\\bworking day(?=s? of| after| before)", "business day"),
          rewrite("\\bmon\\b", "monday"),
          rewrite("\\btues?\\b", "tuesday"),
          rewrite("\\bwed\\b", "wednesday"),
          rewrite("\\bthu(?:rs?)?\\b", "thursday"),
          rewrite("\\bfri\\b", "friday"),
          rewrite("\\bsat\\b", "saturday"),
          rewrite("\\bsun\\b", "sunday"),
          rewrite("\\bday (\\d+) (?=after|before)", "$1 days "),
          rewrite("\\bsame (?:(?:day|date) )?as (?:the )?(process|parent|previous)$", "$1.due"),
          rewrite(
              "^(?:when|once|after) ([a-z][\\w/-]*) is (?:done|complete|approved)$",
              "task($1).done"),
          rewrite("^([a-z]\\w*(?:[/-]\\w+)+) due\\b", "task($1).due"),
          rewrite("\\b(?:same (?:day|date)? ?as|with) ([a-z][\\w/-]*)$", "task($1).due"),
          rewrite(
              "\\b(next|previous) period(?:'s)?[ -]?(?:end|close)\\b"
                  + "|\\bend of (?:the )?(next|previous) period\\b",
              "last day of $1$2 period"),
          rewrite(
              "\\b(?:start|beginning) of (?:the )?(next|previous) period\\b",
              "first day of $1 period"),
          rewrite(
              "\\b(?:the )?period(?:'s)?[ -]?(?:end|close)\\b|\\b(?:the )?end of (?:the )?period\\b"
                  + "|\\b(?:pe|eop)\\b|\\bclose of (?:the )?period\\b",
              "period.end"),
          rewrite(
              "\\bperiod[ -]?start\\b|\\b(?:start|beginning) of (?:the )?period\\b",
              "period.start"),
          rewrite("\\b(?:start|kick-?off) date\\b|\\bkick-?off\\b", "start"),
          rewrite("\\bend date\\b", "end"),
          rewrite("\\b(process|parent|previous) due ?date\\b", "$1.due"),
          rewrite("\\bdue date\\b", DateExpression.AnchorDate.AnchorName.DUE_DATE.text()),
          rewrite(
              "\\b(?:fiscal |financial )?(month|quarter|year)[ -]?(?:end|close)\\b",
              "last day of $1"),
          rewrite(
              "(?<!day )\\bend of (?:the )?(?:fiscal )?((?:next |previous"
                  + " )?(?:month|quarter|year))\\b",
              "last day of $1"),
          rewrite("\\b(?:eom|mec?)\\b", "last day of month"),
          rewrite("\\b(?:eoq|qe)\\b", "last day of quarter"),
          rewrite("\\b(?:eoy|fye|ye|eofy)\\b", "last day of year"),
          rewrite(
              "\\b(?:start|beginning) of (?:the )?((?:next |previous )?(?:month|quarter|year))\\b",
              "first day of $1"),
          rewrite("\\bmid[ -]?month\\b", "15th day of month"),
          rewrite(
              "\\b(\\d+(?:st|nd|rd|th)) of (?=the (?:next|previous)|next|previous|month|the"
                  + " month|20\\d\\d-)",
              "$1 day of "),
          rewrite("\\bof the (?=next|previous)", "of "),
          rewrite(
              "(?<=\\b(?:after|before|than) )(?:the )?(\\d+(?:st|nd|rd|th))$", "$1 day of month"),
          rewrite("^(?:the )?(\\d+(?:st|nd|rd|th)) (?=or (?:next|previous))", "$1 day of month "),
          rewrite(
              "^(?:the )?(?:next )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)"
                  + " (?=(?:on or )?(?:after|before))",
              "first $1 "),
          rewrite(
              "^(?:the )?next (business day|working day|workday|bd) (?=(?:on or )?after)",
              "first $1 "),
          rewrite("^the (?=first|last|\\d)", ""));

  private DateSynonyms() {}

  /// A replacement of a synonym.
  private record Rewrite(Pattern pattern, String replacement) {}

  private static Rewrite rewrite(String regex, String replacement) {
    return new Rewrite(Pattern.compile(regex), replacement);
  }

  /// The text with all synonyms replaced.
  ///
  /// @param spoken in lower case
  static String replace(String spoken) {
    String text = spoken;
    for (Rewrite each : SYNONYMS) {
      text = each.pattern().matcher(text).replaceAll(each.replacement());
    }
    return text.replaceAll("\\s+", " ").strip();
  }
}
