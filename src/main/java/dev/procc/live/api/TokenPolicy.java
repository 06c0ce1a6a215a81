package dev.procc.live.api;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Where a token may go: the platform's hosts over TLS, and the address that the user's own
/// environment names. A project file, which may come with a pull request, cannot add one; not even
/// loopback, where anybody of this machine may listen.
final class TokenPolicy {
  private TokenPolicy() {}

  static boolean allows(URI uri, Optional<URI> trusted) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || uri.getRawUserInfo() != null) {
      return false;
    }
    if ("https".equals(uri.getScheme())) {
      for (Region region : Region.values()) {
        if (host.equals(region.uri().getHost()) && portOf(uri) == 443) {
          return true;
        }
      }
    }
    return trusted.isPresent() && sameOrigin(uri, trusted.get());
  }

  /// Whether scheme, host and port are the same.
  static boolean sameOrigin(URI a, URI b) {
    return a.getScheme() != null
        && a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost() != null
        && a.getHost().equalsIgnoreCase(b.getHost())
        && portOf(a) == portOf(b);
  }

  private static int portOf(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
