package dev.procc.app.connection;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.live.http.ProxySettings;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The network settings of this machine, for all hosts: proxies, and certificates to trust.
public final class NetworkSettings {
  private NetworkSettings() {}

  /// The proxies of `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in upper or lower case.
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

  /// The PEM file of `PROCC_CA_FILE`; null if it is not set.
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
