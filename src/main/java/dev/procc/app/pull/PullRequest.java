package dev.procc.app.pull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request for a pull.
///
/// @param addresses of processes, nodes and fields, `close@2024-Q4/entities:name`; empty for all
/// @param where to write an edit whose text also makes other values; null to leave such an edit
public record PullRequest(List<String> addresses, @Nullable SharedPlace where) {
  /// The place for an edit whose text also makes other values.
  public enum SharedPlace {
    /// In that text, so that the other values change as well.
    TEMPLATE,
    /// In what this use inserts into the text.
    USE,
    /// The one-off changes of the period.
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
