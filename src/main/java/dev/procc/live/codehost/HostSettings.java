package dev.procc.live.codehost;

import dev.procc.live.http.HttpTransport.HttpSettings;
import dev.procc.live.http.ProxySettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a code host is reached, as its own environment says.
///
/// @param hostName what people call it, `GitHub`
/// @param base the API, `https://api.github.com`, with its path and without a last slash
/// @param repository `finance/close`, or the number that GitLab gives a project
/// @param authorization the name of the header that carries the token
/// @param token what the header says; never one of Workiva's
/// @param userAgent `procc/0.1.0`
public record HostSettings(
    String hostName,
    URI base,
    String repository,
    String authorization,
    String token,
    Route route,
    String userAgent) {
  /// How long an answer of a code host may take.
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  /// The way there.
  ///
  /// @param authorityFile certificates to trust besides those of Java
  /// @param timeout how long an answer may take
  public record Route(ProxySettings proxy, Optional<Path> authorityFile, Duration timeout) {}

  /// What a server says, with the token taken out: some send back what they were sent.
  String withoutToken(String text) {
    String secret = token.substring(token.lastIndexOf(' ') + 1);
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return text.replace(secret, "***").replace(form, "***");
  }

  HttpSettings http() {
    return new HttpSettings(base, route.timeout(), route.proxy(), route.authorityFile());
  }
}
