package dev.procc.live.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// The transport of one HTTP exchange: no redirects, limits on time and size, and failures
/// classified by whether the server may have got the request.
public final class HttpTransport implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /// The settings of the connection to a server.
  ///
  /// @param base of all requests
  /// @param timeout of a response
  /// @param proxy for outgoing connections
  /// @param authorityFile a PEM file of certificates to trust besides those of the Java runtime
  public record HttpSettings(
      URI base, Duration timeout, ProxySettings proxy, Optional<Path> authorityFile) {}

  private final Duration timeout;
  private final ExecutorService executor;
  private final HttpClient client;

  public HttpTransport(HttpSettings settings) throws IOException, GeneralSecurityException {
    timeout = settings.timeout();
    executor = Executors.newVirtualThreadPerTaskExecutor();
    boolean secure = "https".equals(settings.base().getScheme());
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .executor(executor)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(settings.proxy().selector())
            .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
    authenticator(settings).ifPresent(builder::authenticator);
    if (settings.authorityFile().isPresent()) {
      builder.sslContext(TrustedAuthorities.sslContext(settings.authorityFile().get()));
    } else if (!secure) {
      builder.sslContext(new PlainHttpSslContext()).sslParameters(new SSLParameters());
    }
    client = builder.build();
  }

  /// The credentials of a proxy URL such as `http://user:password@proxy:3128`.
  private static Optional<Authenticator> authenticator(HttpSettings settings) {
    Optional<String> user =
        settings
            .proxy()
            .proxyFor(settings.base())
            .flatMap(p -> Optional.ofNullable(p.getUserInfo()));
    return user.map(info -> {
      int colon = info.indexOf(':');
      String name = colon < 0 ? info : info.substring(0, colon);
      char[] password = (colon < 0 ? "" : info.substring(colon + 1)).toCharArray();
      return new Authenticator() {
        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
          return getRequestorType() == RequestorType.PROXY
              ? new PasswordAuthentication(name, password)
              : null;
        }
      };
    });
  }

  /// @throws TransportException if there is no complete response
  public HttpResponse<byte[]> send(HttpRequest request) throws TransportException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request,
            BodyHandlers.limiting(
                BodyHandlers.ofByteArray(), TransportException.MAX_RESPONSE_BYTES));
    Duration limit = timeout.multipliedBy(2); // that of the request covers only the headers
    try {
      return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stalled) {
      exchange.cancel(true);
      throw new TransportException(
          true, "the answer was incomplete after " + limit.toSeconds() + " s", stalled);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new TransportException(true, "interrupted while waiting for the answer", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    }
  }

  private static TransportException failure(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException e ->
          new TransportException(
              false, "no connection within " + CONNECT_TIMEOUT.toSeconds() + " s", e);
      case HttpTimeoutException e -> new TransportException(true, "no answer in time", e);
      case ConnectException e -> new TransportException(false, connectMessage(e), e);
      case NoRouteToHostException e -> new TransportException(false, "no route to the host", e);
      case UnknownHostException e -> new TransportException(false, "unknown host", e);
      case SSLHandshakeException e ->
          new TransportException(false, "its certificate is not trusted", e);
      case SSLException e ->
          new TransportException(false, "no secure connection: " + messageOf(e), e);
      // the message of BodyHandlers.limiting
      case IOException e when messageOf(e).contains("exceeds capacity") ->
          new TransportException(true, TransportException.TOO_LARGE, e);
      default ->
          new TransportException(true, "the connection ended early: " + messageOf(cause), cause);
    };
  }

  private static String connectMessage(ConnectException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
        return "unknown host";
      }
    }
    String message = messageOf(e).toLowerCase(Locale.ROOT);
    return message.contains("refused") || message.contains("connectexception")
        ? "connection refused"
        : message;
  }

  private static String messageOf(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    client.shutdownNow();
    executor.shutdownNow();
  }
}
