package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The token endpoint, and the check of tokens if a client is configured.
final class TokenTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String GOOD =
      "grant_type=client_credentials&client_id=me&client_secret=s%26%3D";

  @AutoClose
  private final LocalEmulator local =
      new LocalEmulator(LocalEmulator.options().withClient("me:s&="));

  private LocalEmulator.LocalResponse token(
      String path, String type, String body, String authorization) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(local.base().resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return local.send(request);
  }

  private static String basic(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private int status(String token, String method, String path) throws IOException {
    String body = method.equals("POST") ? LocalEmulator.process() : "";
    return local
        .send(local.request(method, path, body).setHeader("Authorization", "Bearer " + token))
        .status();
  }

  @Test
  void formJsonAndBasicAllGrant() throws IOException {
    String json =
        "{\"grant_type\": \"client_credentials\", \"client_id\": \"me\", \"client_secret\":"
            + " \"s&=\"}";
    for (LocalEmulator.LocalResponse answer :
        new LocalEmulator.LocalResponse[] {
          token("/oauth2/token", FORM, GOOD, ""),
          token("/iam/v1/oauth2/token", FORM, GOOD, ""),
          token("/oauth2/token", "application/json", json, ""),
          token("/oauth2/token", FORM, "grant_type=client_credentials", basic("me:s%26%3D")),
        }) {
      assertEquals(200, answer.status(), answer.raw().body());
      assertEquals(599, answer.object().integer("expires_in").orElse(0L));
      assertEquals("file:read file:write", answer.text("scope"));
      assertEquals("bearer", answer.text("token_type"));
      assertEquals("no-store", answer.header("Cache-Control"));
      assertEquals(200, status(answer.text("access_token"), "GET", "/processes"));
      assertEquals(201, status(answer.text("access_token"), "POST", "/processes"));
    }
  }

  private void refused(LocalEmulator.LocalResponse answer, int status, String error) {
    assertEquals(status, answer.status());
    assertEquals(error, answer.text("error"));
    assertTrue(!answer.text("error_description").isEmpty());
    assertTrue(!answer.object().has("code"));
  }

  @Test
  void errorsHaveTheShapeOfOauth() throws IOException {
    refused(token("/oauth2/token", FORM, "", ""), 400, "invalid_request");
    refused(token("/oauth2/token", "application/json", "{", ""), 400, "invalid_request");
    refused(token("/oauth2/token", FORM, "grant_type=password", ""), 400, "unsupported_grant_type");
    refused(token("/oauth2/token", FORM, GOOD.replace("me", "you"), ""), 401, "invalid_client");
    refused(token("/oauth2/token", FORM, GOOD + "x", ""), 401, "invalid_client");
    refused(token("/oauth2/token", FORM, GOOD + "&scope=graph:read", ""), 400, "invalid_scope");
    LocalEmulator.LocalResponse wrong =
        token("/oauth2/token", FORM, "grant_type=client_credentials", basic("me:no"));
    refused(wrong, 401, "invalid_client");
    assertTrue(wrong.header("WWW-Authenticate").startsWith("Basic"));
  }

  @Test
  void scopesAreEnforced() throws IOException {
    LocalEmulator.LocalResponse read =
        token("/oauth2/token", FORM, GOOD + "&scope=file:read%20graph:read", "");
    assertEquals("file:read", read.text("scope"));
    assertEquals(200, status(read.text("access_token"), "GET", "/processes"));
    assertEquals(403, status(read.text("access_token"), "POST", "/processes"));
    assertEquals(404, status(read.text("access_token"), "POST", "/processes/x/validation"));
    LocalEmulator.LocalResponse write =
        token("/oauth2/token", FORM, GOOD + "&scope=file:write", "");
    assertEquals(403, status(write.text("access_token"), "GET", "/processes"));
    assertEquals(401, status("made-up", "GET", "/processes"));
  }

  @Test
  void aTokenEndsAfter599Seconds() throws IOException {
    String token = token("/oauth2/token", FORM, GOOD, "").text("access_token");
    local.control("clock", "{\"seconds\": 590}");
    assertEquals(200, status(token, "GET", "/processes"));
    local.control("clock", "{\"seconds\": 10}");
    assertEquals(401, status(token, "GET", "/processes"));
  }

  @Test
  void whatATokenDoesIsSignedByItsClient() throws IOException {
    String token = token("/oauth2/token", FORM, GOOD, "").text("access_token");
    var request = local.request("POST", "/processes", LocalEmulator.process());
    LocalEmulator.LocalResponse answer =
        local.send(request.setHeader("Authorization", "Bearer " + token));
    assertTrue(answer.raw().body().contains("\"user\":{\"id\":\"me\"}"), answer.raw().body());
  }

  @Test
  void neitherSecretNorTokenIsInTheRequestLog() throws IOException {
    String token = token("/oauth2/token", FORM, GOOD, "").text("access_token");
    status(token, "GET", "/processes");
    String log = local.look("requests").raw().body();
    assertTrue(log.contains("/oauth2/token"));
    assertTrue(!log.contains(token) && !log.contains("s%26%3D"), log);
  }

  @Test
  void whatHidesATokenHasTheShapeOfOauthToo() throws IOException {
    for (String fault :
        List.of(
            "\"do\": \"rate-limit\"",
            "\"do\": \"fail-before\", \"status\": 503",
            "\"do\": \"fail-after\", \"status\": 400")) {
      local.control("faults", "{\"on\": \"token\", " + fault + "}");
      var request =
          HttpRequest.newBuilder(local.base().resolve("/oauth2/token"))
              .header("Content-Type", FORM)
              .POST(HttpRequest.BodyPublishers.ofString(GOOD))
              .build();
      try (HttpClient http = HttpClient.newHttpClient()) {
        String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(body.startsWith("{\"error\":\""), body);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertEquals(200, token("/oauth2/token", FORM, GOOD, "").status());
  }

  @Test
  void aBodyWithoutAGrantTypeIsAnInvalidRequest() throws IOException {
    LocalEmulator.LocalResponse answer =
        token("/oauth2/token", FORM, "client_id=me&client_secret=x", "");
    assertEquals("invalid_request", answer.text("error"));
  }

  @Test
  void theRateLimitCountsTokensToo() throws IOException {
    try (LocalEmulator slow = new LocalEmulator(LocalEmulator.options().withRateLimit(2))) {
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        var request =
            HttpRequest.newBuilder(slow.base().resolve("/oauth2/token"))
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString(GOOD));
        statuses.add(slow.send(request).status());
      }
      assertEquals(List.of(200, 200, 429), statuses);
    }
  }
}
