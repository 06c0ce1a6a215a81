package dev.procc.language.check.suppression;

import dev.procc.base.text.Glob;
import dev.procc.model.process.Address;

/// Patterns for addresses: `close/entities/*`, `close@2024-Q4/**:dueDate`.
public final class AddressGlob {
  private static final String SEPARATORS = "/:";

  private AddressGlob() {}

  /// Whether a pattern matches an address or one that contains it: `close/entities` covers
  /// `close@2024-Q4/entities/us/recon-ar:dueDate`. A process without a period stands for all its
  /// periods.
  public static boolean covers(String pattern, String address) {
    String from = pattern.indexOf('@') >= 0 ? address : Address.withoutPeriod(address);
    if (Glob.matches(pattern, from, SEPARATORS)) {
      return true;
    }
    for (int at = from.length() - 1; at > 0; at--) {
      if (SEPARATORS.indexOf(from.charAt(at)) >= 0
          && Glob.matches(pattern, from.substring(0, at), SEPARATORS)) {
        return true;
      }
    }
    return false;
  }
}
