package dev.procc.live.codehost;

import dev.procc.live.http.HttpTransport.HttpSettings;
import dev.procc.live.http.ProxySettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The settings of the connection to a code host, from its own environment.
///
/// @param hostName for people, `GitHub`
/// @param base the URL of the API, `https://api.github.com`, with its path and without a final
///   slash
/// @param repository `finance/close`, or GitLab's number of a project
/// @param authorization the name of the header with the token
/// @param token the value of that header; never one of Workiva's
/// @param userAgent `procc/0.1.0`
public record HostSettings(
    String hostName,
    URI base,
    String repository,
    String authorization,
    String token,
    Route route,
    String userAgent) {
  /// The time limit of a response.
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  /// The connection to the host.
  ///
  /// @param authorityFile certificates to trust besides those of Java
  /// @param timeout of a response
  public record Route(ProxySettings proxy, Optional<Path> authorityFile, Duration timeout) {}

  /// The server's text without the token, which some servers send back.
  String withoutToken(String text) {
    String secret = token.substring(token.lastIndexOf(' ') + 1);
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return text.replace(secret, "***").replace(form, "***");
  }

  HttpSettings http() {
    return new HttpSettings(base, route.timeout(), route.proxy(), route.authorityFile());
  }
}
