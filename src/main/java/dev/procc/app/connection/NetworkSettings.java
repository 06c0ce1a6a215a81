package dev.procc.app.connection;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.live.http.ProxySettings;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How this machine gets out, whoever is asked: proxies, and certificates to trust.
public final class NetworkSettings {
  private NetworkSettings() {}

  /// What `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` say, in either case.
  public static ProxySettings proxy(HostEnvironment host) throws Failure {
    try {
      return ProxySettings.of(
          eitherCase(host, "HTTPS_PROXY"),
          eitherCase(host, "HTTP_PROXY"),
          eitherCase(host, "NO_PROXY"));
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()), "see HTTPS_PROXY and HTTP_PROXY");
    }
  }

  /// The PEM file that `PROCC_CA_FILE` names; null if it names none.
  public static @Nullable Path authorityFile(HostEnvironment host) {
    String file = host.variable("PROCC_CA_FILE");
    return file == null ? null : host.resolve(file);
  }

  private static String eitherCase(HostEnvironment host, String variable) {
    String upper = host.variable(variable);
    String lower = host.variable(variable.toLowerCase(Locale.ROOT));
    return upper != null ? upper : lower != null ? lower : "";
  }
}
