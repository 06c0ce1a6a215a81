package dev.procc.live.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The proxies of the environment. Loopback is always reached directly.
///
/// @param httpsProxy for `https` hosts
/// @param httpProxy for `http` hosts
/// @param directHosts hosts and domains (`.example.com`, `example.com`, `10.0.0.1`, `*`) that need
///   no proxy
public record ProxySettings(
    Optional<URI> httpsProxy, Optional<URI> httpProxy, List<String> directHosts) {
  public static final ProxySettings NONE =
      new ProxySettings(Optional.empty(), Optional.empty(), List.of());

  public ProxySettings {
    directHosts = List.copyOf(directHosts);
  }

  /// The settings for the values of `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; empty if they are
  /// unset. `proxy.example.com:3128` counts as `http://proxy.example.com:3128`.
  ///
  /// @throws IllegalArgumentException if a value is not the address of a proxy
  public static ProxySettings of(String https, String http, String noProxy) {
    List<String> direct = new ArrayList<>();
    for (String entry : noProxy.split(",", -1)) {
      if (!entry.isBlank()) {
        direct.add(entry.strip().toLowerCase(Locale.ROOT));
      }
    }
    return new ProxySettings(parseAddress(https), parseAddress(http), direct);
  }

  private static Optional<URI> parseAddress(String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    URI uri = null;
    try {
      uri = new URI(value.contains("://") ? value.strip() : "http://" + value.strip());
    } catch (URISyntaxException noAddress) {
      // Its message would show a password.
    }
    if (uri == null || uri.getHost() == null) {
      throw new IllegalArgumentException("a proxy is written http://host:port");
    }
    return Optional.of(uri);
  }

  /// The proxy for a host, if it needs one.
  public Optional<URI> proxyFor(URI target) {
    String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
    if (ApiOrigin.isLoopback(host)) {
      return Optional.empty();
    }
    for (String entry : directHosts) {
      String domain = entry.startsWith(".") ? entry.substring(1) : entry;
      if (entry.equals("*") || host.equals(domain) || host.endsWith("." + domain)) {
        return Optional.empty();
      }
    }
    return "https".equals(target.getScheme()) ? httpsProxy : httpProxy;
  }

  /// The selector for the JDK's client.
  ProxySelector selector() {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        Optional<URI> proxy = proxyFor(uri);
        return List.of(proxy.map(ProxySettings::toProxy).orElse(Proxy.NO_PROXY));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, java.io.IOException e) {
        // The call itself reports it.
      }
    };
  }

  private static Proxy toProxy(URI uri) {
    int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
  }
}
