package dev.procc.live.planfile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Which server a URL is about.
public final class ApiOrigin {
  private static final String LOOPBACK = "loopback";

  private ApiOrigin() {}

  /// Scheme, host and port of a URL in lower case; every loopback address is the same one.
  public static String of(String url) {
    try {
      URI uri = new URI(url);
      String host = uri.getHost();
      String scheme = uri.getScheme();
      if (host == null || scheme == null) {
        return url.toLowerCase(Locale.ROOT);
      }
      String name = host.toLowerCase(Locale.ROOT);
      if (name.equals("localhost") || name.equals("[::1]") || name.startsWith("127.")) {
        return LOOPBACK;
      }
      return scheme.toLowerCase(Locale.ROOT)
          + "://"
          + name
          + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    } catch (URISyntaxException e) {
      return url.toLowerCase(Locale.ROOT);
    }
  }
}
