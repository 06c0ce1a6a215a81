package dev.procc.live.evidence;

import dev.procc.base.text.Sha256;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record as it is stored.
///
/// @param name the file name without its extension, the number first: `0003-20241001T120000Z`
/// @param json the record itself, never changed
/// @param page the record for people; null if it does not exist
public record EvidenceFile(String name, String json, @Nullable String page) {
  String recordName() {
    return name + ".json";
  }

  String pageName() {
    return name + ".txt";
  }

  /// The hash by which the next record refers to it.
  String hash() {
    return Sha256.hex(json);
  }

  /// The names of records in the order in which they were written: 10000 follows 9999.
  static List<String> inOrder(Collection<String> names) {
    return names.stream()
        .sorted(
            Comparator.comparingInt((String name) -> number(name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /// The number in its name; 0 if there is none.
  int number() {
    return number(name);
  }

  private static int number(String name) {
    int end = 0;
    while (end < name.length() && end < 9 && Character.digit(name.charAt(end), 10) >= 0) {
      end++;
    }
    return end == 0 ? 0 : Integer.parseInt(name.substring(0, end));
  }
}
