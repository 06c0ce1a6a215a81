package dev.procc.live.api;

import dev.procc.live.http.ApiOrigin;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// The rule where a token may be sent: to the platform's hosts over TLS, and to the host that the
/// user's own environment names. A project file, which may come with a pull request, cannot add
/// one; not even loopback, where any user of this machine may listen.
final class TokenPolicy {
  private TokenPolicy() {}

  static boolean allows(URI uri, Optional<URI> trusted) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || uri.getRawUserInfo() != null) {
      return false;
    }
    if ("https".equals(uri.getScheme())) {
      for (Region region : Region.values()) {
        if (host.equals(region.uri().getHost()) && ApiOrigin.portOf(uri) == 443) {
          return true;
        }
      }
    }
    return trusted.isPresent() && ApiOrigin.isSameServer(uri, trusted.get());
  }
}
