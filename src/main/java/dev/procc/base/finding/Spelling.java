package dev.procc.base.finding;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Suggestions for mistyped words, out of a set of known ones.
public final class Spelling {
  /// The longest word that is compared; the time grows with the square of its length.
  private static final int MAX_LENGTH = 32;

  /// The most characters of a list of known words.
  private static final int MAX_LIST = 1_000;

  /// Letters of Cyrillic and Greek, and those of Latin that look like them.
  private static final String STRANGE =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u03bf\u03b1\u03bd\u03c1\u03b9";

  private static final String LATIN = "aeopcyxijsdhoavpi";

  private Spelling() {}

  /// The candidate with the fewest typing errors (a letter added, missing, changed, or two swapped;
  /// case does not count), if they are at most a third of its letters; one is always allowed. Empty
  /// if two candidates are equally near, if digits differ (`2024-Q3` is not `2024-Q4` mistyped), or
  /// if a letter differs in a word of two or three (`us` is not `uk` mistyped): those are words
  /// with another meaning. Also empty for a word of more than 32 characters.
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    return nearest(word, candidates, true);
  }

  /// The nearest keyword of a grammar. No keyword is a name, so even a short word may be one
  /// mistyped.
  public static Optional<String> nearestKeyword(String word, Collection<String> keywords) {
    return nearest(word, keywords, false);
  }

  private static Optional<String> nearest(
      String word, Collection<String> candidates, boolean names) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String alike = lookAlike(word, candidates);
    if (alike != null) {
      return Optional.of(alike);
    }
    String lowerCase = word.toLowerCase(Locale.ROOT);
    String best = null;
    boolean tie = false;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int third = Math.max(1, Math.max(candidate.length(), lowerCase.length()) / 3);
      int bound = Math.min(third, bestDistance);
      if (candidate.length() > MAX_LENGTH
          || Math.abs(candidate.length() - lowerCase.length()) > bound) {
        continue;
      }
      String other = candidate.toLowerCase(Locale.ROOT);
      int distance = distance(lowerCase, other, bound);
      boolean isOther =
          (names && isOtherName(lowerCase, other)) || !digits(lowerCase).equals(digits(other));
      if (distance <= bound && !isOther) {
        tie = distance == bestDistance && (tie || !candidate.equals(best));
        best = candidate;
        bestDistance = distance;
      }
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }

  /// The candidate that a word looks the same as, but for letters of another script; null if there
  /// is none.
  private static @Nullable String lookAlike(String word, Collection<String> candidates) {
    StringBuilder latin = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      int at = STRANGE.indexOf(word.charAt(i));
      latin.setCharAt(i, at < 0 ? word.charAt(i) : LATIN.charAt(at));
    }
    String meant = latin.toString();
    return !meant.equals(word) && candidates.contains(meant) ? meant : null;
  }

  /// `its "a" is U+0430`: the first letter of another script.
  private static String strange(String word) {
    int i = 0;
    while (STRANGE.indexOf(word.charAt(i)) < 0) {
      i++;
    }
    char latin = LATIN.charAt(STRANGE.indexOf(word.charAt(i)));
    return "Its \""
        + latin
        + "\" is another letter, U+0"
        + Integer.toHexString(word.charAt(i)).toUpperCase(Locale.ROOT);
  }

  private static boolean isOtherName(String word, String candidate) {
    boolean isShort = word.length() == candidate.length() && word.length() < 4;
    return isShort && !isAnagram(word, candidate);
  }

  private static boolean isAnagram(String a, String b) {
    for (int i = 0; i < a.length(); i++) {
      if (b.indexOf(a.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String digits(String word) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= '0' && word.charAt(i) <= '9') {
        digits.append(word.charAt(i));
      }
    }
    return digits.toString();
  }

  /// `did you mean "x"?`, or the known words if none is near and they are few; otherwise empty.
  public static Optional<String> hint(String word, Collection<String> candidates) {
    Optional<String> near = nearest(word, candidates);
    if (near.isPresent()) {
      boolean alike = near.get().equals(lookAlike(word, candidates));
      return Optional.of(
          "did you mean \"" + near.get() + "\"?" + (alike ? " " + strange(word) : ""));
    }
    if (candidates.isEmpty() || candidates.size() > 40) {
      return Optional.empty();
    }
    String known = String.join(", ", candidates.stream().sorted().toList());
    return known.length() > MAX_LIST ? Optional.empty() : Optional.of("known: " + known);
  }

  /// The distance of two words by optimal string alignment; any number above the bound, as soon as
  /// it is certain to exceed it.
  static int distance(String a, String b, int bound) {
    int[] rowBeforeLast = new int[b.length() + 1];
    int[] lastRow = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      lastRow[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int leastOfRow = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(row[j - 1], lastRow[j]) + 1, lastRow[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, rowBeforeLast[j - 2] + 1);
        }
        row[j] = least;
        leastOfRow = Math.min(leastOfRow, least);
      }
      if (leastOfRow > bound) {
        return leastOfRow;
      }
      int[] spare = rowBeforeLast;
      rowBeforeLast = lastRow;
      lastRow = row;
      row = spare;
    }
    return lastRow[b.length()];
  }
}
