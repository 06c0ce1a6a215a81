package dev.procc.language.check.suppression;

/// Patterns over addresses and paths: `*` for a part of a name, `**` for any number of names.
final class AddressGlob {
  private AddressGlob() {}

  /// Whether a pattern fits a path as a whole. `a/**/b` fits `a/b` too.
  ///
  /// It goes through the pattern once and keeps every place of the path that it may have reached,
  /// so that no pattern takes long.
  static boolean matches(String pattern, String path) {
    boolean[] reached = new boolean[path.length() + 1];
    reached[0] = true;
    int p = 0;
    while (p < pattern.length()) {
      boolean deep = pattern.startsWith("**", p);
      if (deep && pattern.startsWith("/", p + 2)) {
        boolean[] skipped = reached.clone();
        reached = matchCharacter(matchAny(reached, path, true), path, '/');
        for (int j = 0; j < reached.length; j++) {
          reached[j] |= skipped[j];
        }
        p += 3;
      } else if (pattern.charAt(p) == '*') {
        reached = matchAny(reached, path, deep);
        p += deep ? 2 : 1;
      } else {
        reached = matchCharacter(reached, path, pattern.charAt(p));
        p++;
      }
    }
    return reached[path.length()];
  }

  private static boolean[] matchAny(boolean[] reached, String path, boolean deep) {
    boolean[] next = reached.clone();
    for (int j = 0; j < path.length(); j++) {
      char c = path.charAt(j);
      next[j + 1] |= next[j] && (deep || (c != '/' && c != ':'));
    }
    return next;
  }

  private static boolean[] matchCharacter(boolean[] reached, String path, char wanted) {
    boolean[] next = new boolean[reached.length];
    for (int j = 0; j < path.length(); j++) {
      next[j + 1] = reached[j] && path.charAt(j) == wanted;
    }
    return next;
  }

  /// Whether a pattern fits an address, or that of something it stands in: `close/entities` covers
  /// `close@2024-Q4/entities/us/recon-ar:dueDate`. A process without a period means all its
  /// periods.
  static boolean covers(String pattern, String address) {
    String from = pattern.indexOf('@') >= 0 ? address : withoutPeriod(address);
    if (matches(pattern, from)) {
      return true;
    }
    for (int at = from.length() - 1; at > 0; at--) {
      char c = from.charAt(at);
      if ((c == '/' || c == ':') && matches(pattern, from.substring(0, at))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutPeriod(String address) {
    int period = address.indexOf('@');
    int end = period;
    while (end >= 0 && end < address.length() && "/:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return period < 0 ? address : address.substring(0, period) + address.substring(end);
  }
}
