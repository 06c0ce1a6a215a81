package dev.procc.base.text;

import java.util.IntSummaryStatistics;

/// Numbers with their nouns and verbs: `1 process`, `3 processes`, `1 date moves`, `2 dates move`.
///
/// A noun of several words has its plural at its end: `business day`, `business days`.
public final class Plural {
  private Plural() {}

  /// A number and its noun.
  ///
  /// @param singular the noun for one, "process"
  public static String of(long number, String singular) {
    return number + " " + noun(number, singular);
  }

  /// A number, or the least and the most of several, and its noun: `1 to 3 renames`.
  ///
  /// @param singular the noun for one, "process"
  public static String of(IntSummaryStatistics numbers, String singular) {
    return (numbers.getMin() == numbers.getMax() ? "" : numbers.getMin() + " to ")
        + of(numbers.getMax(), singular);
  }

  /// The noun for a number, without the number.
  ///
  /// @param singular the noun for one, "process"
  public static String noun(long number, String singular) {
    return number == 1 ? singular : plural(singular);
  }

  /// One of two words, for verbs and pronouns that follow a number.
  ///
  /// @param one the word for one: "moves", "is", "it"
  /// @param many the word for none and for several: "move", "are", "them"
  public static String choose(long number, String one, String many) {
    return number == 1 ? one : many;
  }

  /// How many of a list are shown where there is room for some: one more than that rather than "and
  /// 1 more", which is no shorter.
  public static int shown(int all, int max) {
    return max > 0 && all == max + 1 ? all : Math.min(all, max);
  }

  private static String plural(String noun) {
    if (endsWithWord(noun, "person")) {
      return replaceEnd(noun, 4, "ople");
    }
    if (endsWithWord(noun, "child")) {
      return noun + "ren";
    }
    if (noun.endsWith("y") && !isVowel(noun, noun.length() - 2)) {
      return replaceEnd(noun, 1, "ies");
    }
    boolean hisses =
        noun.endsWith("s")
            || noun.endsWith("x")
            || noun.endsWith("z")
            || noun.endsWith("ch")
            || noun.endsWith("sh");
    return noun + (hisses ? "es" : "s");
  }

  private static boolean endsWithWord(String noun, String word) {
    int start = noun.length() - word.length();
    return noun.endsWith(word) && (start == 0 || noun.charAt(start - 1) == ' ');
  }

  private static boolean isVowel(String noun, int at) {
    return at >= 0 && "aeiouAEIOU".indexOf(noun.charAt(at)) >= 0;
  }

  private static String replaceEnd(String noun, int length, String end) {
    return noun.substring(0, noun.length() - length) + end;
  }
}
