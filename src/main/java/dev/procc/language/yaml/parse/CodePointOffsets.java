package dev.procc.language.yaml.parse;

import java.util.Arrays;

/// The conversion of code point indexes, which the engine counts in, to UTF-16 offsets, which
/// everything else uses.
final class CodePointOffsets {
  private static final int[] NONE = {};

  /// The code point index of each character outside the basic plane.
  private final int[] supplementaryIndexes;

  CodePointOffsets(String text) {
    int[] indexes = NONE;
    int count = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == indexes.length) {
          indexes = Arrays.copyOf(indexes, Math.max(8, count * 2));
        }
        indexes[count] = i - count;
        count++;
        i++;
      }
    }
    supplementaryIndexes = count == indexes.length ? indexes : Arrays.copyOf(indexes, count);
  }

  int utf16Offset(int codePoints) {
    if (supplementaryIndexes.length == 0) {
      return codePoints;
    }
    int found = Arrays.binarySearch(supplementaryIndexes, codePoints);
    return codePoints + (found >= 0 ? found : -found - 1);
  }
}
