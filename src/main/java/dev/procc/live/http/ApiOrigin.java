package dev.procc.live.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The origin of a URL. All loopback addresses count as the same one, since an emulator has another
/// port each time; not where the absence of a process decides what is done.
public final class ApiOrigin {
  private static final String LOOPBACK = "loopback";

  private ApiOrigin() {}

  /// The scheme, host and port of a URL in lower case; `loopback` for a loopback address.
  public static String of(String url) {
    try {
      URI uri = new URI(url);
      String host = uri.getHost();
      String scheme = uri.getScheme();
      if (host == null || scheme == null) {
        return url.toLowerCase(Locale.ROOT);
      }
      if (isLoopback(host)) {
        return LOOPBACK;
      }
      return scheme.toLowerCase(Locale.ROOT)
          + "://"
          + host.toLowerCase(Locale.ROOT)
          + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    } catch (URISyntaxException e) {
      return url.toLowerCase(Locale.ROOT);
    }
  }

  /// Whether two URLs lead to the same server, so that what one does not have is not there: two
  /// ports of this machine are two servers.
  public static boolean isSame(String first, String second) {
    return first.equals(second) || of(first).equals(of(second)) && port(first) == port(second);
  }

  private static int port(String url) {
    try {
      return portOf(new URI(url));
    } catch (URISyntaxException notAUrl) {
      return -1;
    }
  }

  /// Whether scheme, host and port are the same.
  public static boolean isSameServer(URI a, URI b) {
    return a.getScheme() != null
        && a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost() != null
        && a.getHost().equalsIgnoreCase(b.getHost())
        && portOf(a) == portOf(b);
  }

  /// The port of a URL; that of its scheme if none is given.
  public static int portOf(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  /// Whether a host is this machine: `localhost`, `::1` or `127.x.x.x`. A name below `localhost`
  /// may be resolved elsewhere.
  ///
  /// @param host of a URL, in any case; null if it has none
  public static boolean isLoopback(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("[::1]")
        || name.equals("::1")
        || isLoopbackAddress(name);
  }

  private static boolean isLoopbackAddress(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals("127")) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty()
          || part.length() > 3
          || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  /// A URL to show, `https://***@host`: what is before an `@` may be a password.
  public static String shown(String address) {
    int at = address.lastIndexOf('@');
    int scheme = address.indexOf("://");
    int from = scheme < 0 || scheme > at ? 0 : scheme + 3;
    return at < 0 ? address : address.substring(0, from) + "***" + address.substring(at);
  }
}
