package dev.procc.app.pull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be pulled, and where to.
///
/// @param addresses of processes, nodes and fields, `close@2024-Q4/entities:name`; empty for all
/// @param where the place to write an edit whose text makes other values too; null if such an edit
///   is left alone
public record PullRequest(List<String> addresses, @Nullable SharedPlace where) {
  /// Where an edit is written whose text makes other values too.
  public enum SharedPlace {
    /// In that text: the others change with it.
    TEMPLATE,
    /// In what this use puts into it.
    USE,
    /// In the one-off changes of the period.
    PERIOD
  }

  public PullRequest {
    addresses = List.copyOf(addresses);
  }

  boolean asksFor(String ref) {
    if (addresses.isEmpty()) {
      return true;
    }
    for (String address : addresses) {
      boolean below = ref.startsWith(address) && ref.length() > address.length();
      char next = below ? ref.charAt(address.length()) : ' ';
      if (ref.equals(address) || next == '/' || next == ':' || next == '@') {
        return true;
      }
    }
    return false;
  }
}
