package dev.procc.live.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

class PlainHttpSslContextTest {
  @Test
  void whateverAsksForASecureConnectionIsRefused() {
    SSLContext none = new PlainHttpSslContext();
    assertThrows(UnsupportedOperationException.class, none::createSSLEngine);
    assertThrows(UnsupportedOperationException.class, () -> none.createSSLEngine("host", 443));
    assertThrows(UnsupportedOperationException.class, none::getSocketFactory);
    assertThrows(UnsupportedOperationException.class, none::getServerSocketFactory);
    assertEquals("none", none.getProtocol());
  }

  /// The call fails before a byte of the request is sent, and does not fall back to plain HTTP.
  @Test
  void aSecureCallOfSuchAClientFails() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpClient client =
            HttpClient.newBuilder()
                .sslContext(new PlainHttpSslContext())
                .sslParameters(new SSLParameters())
                .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.getLocalPort())).build();
      assertThrows(Exception.class, () -> client.send(request, BodyHandlers.ofString()));
    }
  }
}
