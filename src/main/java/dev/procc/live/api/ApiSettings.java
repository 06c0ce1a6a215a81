package dev.procc.live.api;

import dev.procc.live.http.ApiOrigin;
import dev.procc.live.http.ProxySettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of the connection to the API, made by the command line from flags, environment and
/// project.
///
/// @param base scheme, host and port, `https://api.app.wdesk.com`; no path
/// @param trustedHost the host of the user's own environment (`PROCC_API_URL`): the only one,
///   besides the platform's hosts, that gets a token
/// @param version sent as `X-Version` with every call
/// @param proxy for outgoing connections
/// @param authorityFile a PEM file of certificates to trust besides those of the Java runtime
/// @param callsPerMinute the limit for each operation
/// @param timeout of a response; the server gives up after 29 s
/// @param userAgent `procc/0.1.0`
public record ApiSettings(
    URI base,
    Optional<URI> trustedHost,
    String version,
    Credentials credentials,
    ProxySettings proxy,
    Optional<Path> authorityFile,
    int callsPerMinute,
    Duration timeout,
    String userAgent) {
  /// The version of the API this client is written for.
  public static final String VERSION = "2026-04-01.processes.preview";

  private static final Pattern HOST =
      Pattern.compile("(https?://)?([A-Za-z0-9.-]+(?::[0-9]+)?)(?:/.*)?");

  /// The URL of an API as people write it: `https://api.eu.wdesk.com`, with or without a final
  /// slash.
  ///
  /// @throws IllegalArgumentException with a message for people, if it is not a URL
  public static URI parseUrl(String text) {
    String shown = ApiOrigin.shown(text);
    URI uri = null;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException noUrl) {
      // Its message would show the whole text.
    }
    if (uri == null) {
      throw new IllegalArgumentException("\"" + shown + "\" is no URL");
    }
    boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    String path = uri.getPath() == null ? "" : uri.getPath();
    if (!http || uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "\"" + shown + "\" is no API URL: it is written https://host or http://host:port");
    }
    if (!(path.isEmpty() || path.equals("/")) || uri.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "\"" + shown + "\" is no API URL: it ends after the host, the API has no path before it");
    }
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  /// How a text that is no URL of an API is written as one: `http://127.0.0.1:8089` for
  /// `127.0.0.1:8089`, without the path that it has; for one without a host, an example.
  public static String meantUrl(String text) {
    Matcher host = HOST.matcher(text.strip());
    if (!host.matches()) {
      return "https://api.app.wdesk.com";
    }
    String scheme = host.group(1);
    boolean isLocal = host.group(2).matches("localhost(:.*)?|127\\..*");
    return (scheme != null ? scheme : isLocal ? "http://" : "https://") + host.group(2);
  }

  /// The defaults for a host.
  public static ApiSettings of(URI base, Credentials credentials) {
    return new ApiSettings(
        base,
        Optional.empty(),
        VERSION,
        credentials,
        ProxySettings.NONE,
        Optional.empty(),
        900,
        Duration.ofSeconds(35),
        "procc");
  }

  public ApiSettings withTrustedHost(URI host) {
    return new ApiSettings(
        base,
        Optional.of(host),
        version,
        credentials,
        proxy,
        authorityFile,
        callsPerMinute,
        timeout,
        userAgent);
  }

  public ApiSettings withVersion(String other) {
    return new ApiSettings(
        base,
        trustedHost,
        other,
        credentials,
        proxy,
        authorityFile,
        callsPerMinute,
        timeout,
        userAgent);
  }

  public ApiSettings withProxy(ProxySettings other) {
    return new ApiSettings(
        base,
        trustedHost,
        version,
        credentials,
        other,
        authorityFile,
        callsPerMinute,
        timeout,
        userAgent);
  }

  public ApiSettings withAuthorityFile(Path pem) {
    return new ApiSettings(
        base,
        trustedHost,
        version,
        credentials,
        proxy,
        Optional.of(pem),
        callsPerMinute,
        timeout,
        userAgent);
  }

  public ApiSettings withCallsPerMinute(int calls) {
    return new ApiSettings(
        base, trustedHost, version, credentials, proxy, authorityFile, calls, timeout, userAgent);
  }

  public ApiSettings withTimeout(Duration other) {
    return new ApiSettings(
        base,
        trustedHost,
        version,
        credentials,
        proxy,
        authorityFile,
        callsPerMinute,
        other,
        userAgent);
  }

  public ApiSettings withUserAgent(String other) {
    return new ApiSettings(
        base,
        trustedHost,
        version,
        credentials,
        proxy,
        authorityFile,
        callsPerMinute,
        timeout,
        other);
  }
}
