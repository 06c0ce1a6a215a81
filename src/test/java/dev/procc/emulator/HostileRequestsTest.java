package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that no client sends: each is answered, none keeps the others waiting, and none leaves
/// a secret behind.
final class HostileRequestsTest {
  private static final String SECRET = "grant_type=client_credentials&client_id=me&client_secret=";
  @AutoClose private final LocalEmulator local = LocalEmulator.october();

  private String raw(String line, String host) throws IOException {
    int port = local.base().getPort();
    String call =
        line
            + " HTTP/1.1\r\nHost: "
            + host
            + ":"
            + port
            + "\r\nAuthorization: Bearer t\r\nX-Version: "
            + LocalEmulator.VERSION
            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /oauth2/token/",
    "PUT, /oauth2/token",
    "POST, /oauth2/token?client_secret=hush",
    "POST, /oauth2/tokens?client_secret=hush"
  })
  void aSecretAtAWrongAddressIsNotLogged(String method, String path) throws IOException {
    var body = HttpRequest.BodyPublishers.ofString(SECRET + "hush");
    var _ =
        local
            .send(HttpRequest.newBuilder(local.base().resolve(path)).method(method, body))
            .status();
    String log = local.look("requests").raw().body();
    assertTrue(log.contains(path.replaceFirst("\\?.*", "")), log);
    assertFalse(log.contains("hush"), log);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    String body = LocalEmulator.process().replaceFirst("\"Close\"", "\"Café\"");
    for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
      var bytes = HttpRequest.BodyPublishers.ofByteArray(body.getBytes(charset));
      var request = local.request("POST", "/processes", "").method("POST", bytes);
      int wanted = charset.equals(StandardCharsets.UTF_8) ? 201 : 400;
      assertEquals(wanted, local.send(request).status());
    }
  }

  @Test
  void aLongFilterIsAnswered() throws IOException {
    for (String part : List.of("a", "''")) {
      String filter = "name contains '" + part.repeat(30_000) + "'";
      String query = "?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
      assertEquals(200, local.get("/processes" + query).status());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"f\":\"\",\"o\":\"\",\"s\":0,\"p\":\"\"}",
        "{\"f\":\"\",\"o\":\"\",\"s\":-1,\"p\":\"\"}",
        "{\"f\":\"\",\"o\":\"\",\"s\":1001,\"p\":\"\"}",
        "{\"f\":\"\",\"o\":\"\",\"s\":99999999999,\"p\":\"\"}",
        "{\"s\":1}",
        "{}"
      })
  void aCursorOfNoListIsRefused(String cursor) throws IOException {
    local.create(LocalEmulator.process());
    byte[] bytes = cursor.getBytes(StandardCharsets.UTF_8);
    String next = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    assertEquals("$next", local.get("/processes?$next=" + next).text("target"));
  }

  @Test
  void otherSitesLearnNotEvenWhichAddressesThereAre() throws IOException {
    for (String line : List.of("GET /nowhere", "DELETE /_emulator/reset", "PUT /processes")) {
      String answer = raw(line, "evil.test");
      assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
    }
  }

  @Test
  void theNextPageIsAtTheHostThatWasCalled() throws IOException {
    local.create(LocalEmulator.process());
    local.create(LocalEmulator.process());
    for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
      String answer = raw("GET /processes?$maxpagesize=1", host);
      String start =
          "\"@nextLink\":\"http://" + host + ":" + local.base().getPort() + "/processes?";
      assertTrue(answer.contains(start), answer);
    }
  }

  @Test
  @Timeout(60)
  void datesInAWindowOfTenThousandYearsKeepNobodyWaiting() throws IOException {
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      jobs.add(
          LocalEmulator.job("A", "manual", ", \"dueDate\": \"9998-12-" + (10 + i % 20) + "\""));
    }
    Json.Obj body =
        (Json.Obj) LocalEmulator.json(LocalEmulator.process(jobs.toArray(new String[0])));
    String id =
        local.create(
            body.with("relativeDates", Json.of(true))
                .with("businessStartDate", Json.of("0001-01-01"))
                .with("businessEndDate", Json.of("9999-12-31"))
                .write());
    String exclude =
        "[{\"op\":\"replace\",\"path\":\"/businessDateExclusions\",\"value\":[\"2025-01-01\"]}]";
    assertEquals(200, local.patch("/processes/" + id, exclude).status());
  }
}
