package dev.procc.language.yaml;

import java.util.Arrays;

/// Code point indexes to UTF-16 offsets: the engine counts the former, everything else the latter.
final class Astral {
  private static final int[] NONE = {};

  /// The code point index of each character outside the basic plane.
  private final int[] places;

  Astral(String text) {
    int[] found = NONE;
    int count = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(8, count * 2));
        }
        found[count] = i - count;
        count++;
        i++;
      }
    }
    places = count == found.length ? found : Arrays.copyOf(found, count);
  }

  int offset(int codePoints) {
    if (places.length == 0) {
      return codePoints;
    }
    int found = Arrays.binarySearch(places, codePoints);
    return codePoints + (found >= 0 ? found : -found - 1);
  }
}
