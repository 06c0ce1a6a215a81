package dev.procc.live.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.http.ProxySettings;
import dev.procc.live.http.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class ApiClientTest {
  private static final String TOKEN = "tok-3f1c9a";
  private final FakeClock time = new FakeClock();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<String> waited = Collections.synchronizedList(new ArrayList<>());
  private final ApiEvents events =
      new ApiEvents() {
        @Override
        public void waiting(ApiOperation operation, Duration wait, String why) {
          waited.add(operation + " " + wait.toSeconds() + " s: " + why);
        }

        @Override
        public void callEnded(CompletedCall call) {
          log.add(call.logLine());
        }
      };
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private ApiSettings settings() {
    return ApiSettings.of(server.uri(), new Credentials.AccessToken(TOKEN))
        .withTrustedHost(server.uri());
  }

  private ApiClient open(ApiSettings settings) throws ApiException {
    return ApiClient.open(settings, time, time, events);
  }

  private static ApiException fails(ApiErrorKind kind, Executable call) {
    ApiException e = assertThrows(ApiException.class, call);
    assertEquals(kind, e.kind(), e::getMessage);
    assertFalse(e.help().isBlank());
    assertFalse(e.getMessage().endsWith("."), e::getMessage);
    return e;
  }

  /// An id may come from a ledger that somebody else has changed.
  @Test
  void noIdLeadsElsewhere() throws Exception {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("", "%20");
    paths.put("..", "%2E%2E");
    paths.put(".", "%2E");
    paths.put("../p1", "..%2Fp1");
    paths.put("p1?x=1#y", "p1%3Fx%3D1%23y");
    paths.put("p1\r\nX: y", "p1%0D%0AX%3A%20y");
    try (ApiClient api = open(settings())) {
      for (String id : paths.keySet()) {
        server.then(204, "");
        api.trash(id);
      }
    }
    assertEquals(
        paths.values().stream().map(path -> "/processes/" + path).toList(),
        server.received().stream().map(ScriptedServer.ReceivedRequest::path).toList());
  }

  @Test
  void everyOperationIsSentAsTheApiHasIt() throws Exception {
    for (int i = 0; i < 5; i++) {
      server.then(200, "{\"id\":\"p 1\",\"data\":[],\"errors\":[]}");
    }
    server.then(200, "{\"errors\":[{\"code\":\"C\",\"message\":\"m\",\"target\":\"/root\"}]}");
    server.then(201, "{\"id\":\"r1\"}").then(204, "").then(200, "{\"id\":\"p1\"}");
    server.then(200, "{\"id\":\"../r1\"}").then(201, "[{\"id\":\"j1\"},{\"id\":\"j2\"}]");
    Json.Obj body = Json.object().put("name", "Q4 – Close").build();
    try (ApiClient api = open(settings())) {
      api.list(new ListQuery("it's 5% & more", "name asc", 200));
      api.create(body);
      api.get("p 1", true);
      api.patch("p1", Json.array(body));
      api.rename("p1", body);
      assertEquals("/root", api.validate("p1").get(0).target());
      api.run("p1", false);
      api.trash("p1");
      api.restore("p1");
      api.getRun("../r1", false);
      assertEquals(
          2,
          api.addJobs("r1", new ApiClient.Placement("g1", "j0", false), Json.array(body)).size());
    }
    List<String> seen = new ArrayList<>();
    for (ScriptedServer.ReceivedRequest r : server.received()) {
      seen.add(r.method() + " " + r.path() + " " + r.headers().getOrDefault("content-type", "-"));
      assertEquals("Bearer " + TOKEN, r.headers().get("authorization"));
      assertEquals("2026-04-01.processes.preview", r.headers().get("x-version"));
    }
    assertEquals(
        List.of(
            "GET /processes?$maxpagesize=200&$filter=name%20contains%20%27it%27%27s%205%25%20%26"
                + "%20more%27&$orderBy=name%20asc -",
            "POST /processes application/json",
            "GET /processes/p%201?excludeGeneratedJobs=true -",
            "PATCH /processes/p1 application/json-patch+json",
            "POST /processes/p1/batchUpdates application/json",
            "POST /processes/p1/validation -",
            "POST /processes/p1/run application/json",
            "DELETE /processes/p1 -",
            "POST /processes/p1/restore -",
            "GET /processRuns/..%2Fr1 -",
            "POST /processRuns/r1/jobRuns?parentGroupId=g1&relativeSiblingId=j0&before=false"
                + " application/json"),
        seen);
    assertEquals("{\"name\":\"Q4 – Close\"}", server.received().get(1).body());
    assertEquals("{\"sendProcessCompleteEmail\":false}", server.received().get(6).body());
  }

  @Test
  void pagesAreFollowedOnTheSameHostOnly() throws Exception {
    server
        .then(200, "{\"data\":[{\"id\":\"a\"}],\"@nextLink\":\"/processes?$next=x%2By\"}")
        .then(
            200,
            "{\"data\":[{\"id\":\"b\"}],\"@nextLink\":\"" + server.uri() + "/processes?$next=z\"}")
        .then(200, "{\"data\":[{\"id\":\"c\"}]}");
    try (ApiClient api = open(settings())) {
      assertEquals(3, api.list(ListQuery.ALL).size());
      assertEquals("/processes?$next=x%2By", server.received().get(1).path());
      server.then(200, "{\"data\":[],\"@nextLink\":\"http://127.0.0.1:9/processes?$next=z\"}");
      ApiException e = fails(ApiErrorKind.UNTRUSTED_HOST, () -> api.list(ListQuery.ALL));
      assertTrue(e.getMessage().contains("\"http://127.0.0.1:9\""), e::getMessage);
      for (int i = 0; i < 2; i++) {
        server.then(200, "{\"data\":[],\"@nextLink\":\"/processes?$next=same\"}");
      }
      fails(ApiErrorKind.PROTOCOL, () -> api.list(ListQuery.ALL));
    }
  }

  @Test
  void aRateLimitIsWaitedForByHeaderDateMessageOrDoubling() throws Exception {
    String words =
        "{\"code\":\"429\",\"message\":\"Rate limit of 1000 per 60 seconds exceeded for createJob"
            + " requests. Retry request in 10 seconds.\"}";
    server
        .then(429, "{}", "Retry-After: 7")
        .then(429, words)
        .then(
            429,
            "{}",
            "Date: Mon, 05 Jan 2026 09:00:00 GMT",
            "Retry-After: Mon, 05 Jan 2026 09:00:33 GMT")
        .then(429, "slow down")
        .then(201, "{\"id\":\"p1\"}");
    try (ApiClient api = open(settings())) {
      assertEquals("p1", api.create(Json.Obj.EMPTY).text("id").orElseThrow());
    }
    assertEquals(List.of(7L, 10L, 33L, 8L), time.waits());
    assertEquals("CREATE 7 s: rate limit: asked to wait 7 s", waited.get(0));
    assertEquals(5, server.received().size());
  }

  @Test
  void doublingOutlastsTheMinuteTheServerCountsOver() throws Exception {
    for (int i = 0; i < 8; i++) {
      server.then(429, "{}");
    }
    try (ApiClient api = open(settings())) {
      ApiException e = fails(ApiErrorKind.RATE_LIMITED, () -> api.get("p1", true));
      assertEquals(429, e.status());
    }
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L), time.waits());
  }

  @Test
  void aServerThatAsksForAnHourIsNotWaitedFor() throws Exception {
    server.then(429, "{}", "Retry-After: 3600");
    try (ApiClient api = open(settings())) {
      fails(ApiErrorKind.RATE_LIMITED, () -> api.get("p1", true));
    }
    assertEquals(List.of(), time.waits());
  }

  @Test
  void readsAreRepeatedAfterTroubleAndWritesAreNot() throws Exception {
    server.then(500, "{}").then(503, "{}", "Retry-After: 9").thenHalfResponse();
    server.then(200, "{\"id\":\"p1\"}");
    try (ApiClient api = open(settings())) {
      api.get("p1", true);
      assertEquals(List.of(1L, 9L, 4L), time.waits());
      server.then(500, "{\"message\":\"Oh no.\"}", "X-Request-Id: req-7");
      ApiException failed = fails(ApiErrorKind.SERVER, () -> api.create(Json.Obj.EMPTY));
      assertTrue(failed.mayHaveHappened());
      assertEquals("req-7", failed.requestId());
      assertEquals(
          "Cannot create a process: the server failed (500): Oh no; it may still have been done",
          failed.getMessage());
      server.thenHangUp();
      ApiException lost = fails(ApiErrorKind.LOST, () -> api.run("p1", true));
      assertTrue(lost.mayHaveHappened());
      server.thenHangUp();
      assertTrue(fails(ApiErrorKind.LOST, () -> api.patch("p1", Json.Arr.EMPTY)).mayHaveHappened());
      assertEquals(7, server.received().size());
    }
  }

  @Test
  void anAnswerCutOffHalfWayIsLost() throws Exception {
    server.thenHalfResponse();
    try (ApiClient api = open(settings())) {
      fails(ApiErrorKind.LOST, () -> api.create(Json.Obj.EMPTY));
    }
  }

  @Test
  void aSlowAnswerIsLost() throws Exception {
    server.then((request, out) -> Thread.sleep(2000));
    try (ApiClient api = open(settings().withTimeout(Duration.ofMillis(200)))) {
      ApiException e = fails(ApiErrorKind.LOST, () -> api.create(Json.Obj.EMPTY));
      assertTrue(e.getMessage().contains("POST /processes: no answer in time"), e::getMessage);
    }
  }

  @Test
  void noConnectionIsRepeatedForEveryCallBecauseNothingWasSent() throws Exception {
    int free;
    try (ServerSocket probe = new ServerSocket(0)) {
      free = probe.getLocalPort();
    }
    ApiSettings settings =
        ApiSettings.of(URI.create("http://127.0.0.1:" + free), new Credentials.AccessToken(TOKEN))
            .withTrustedHost(URI.create("http://127.0.0.1:" + free));
    try (ApiClient api = open(settings)) {
      ApiException e = fails(ApiErrorKind.NETWORK, () -> api.create(Json.Obj.EMPTY));
      assertFalse(e.mayHaveHappened());
      assertEquals("Cannot reach 127.0.0.1:" + free + ": connection refused", e.getMessage());
    }
    assertEquals(List.of(1L, 2L, 4L), time.waits());
  }

  @Test
  void eachRefusalIsOneClearMessage() throws Exception {
    try (ApiClient api = open(settings())) {
      server.then(401, "{\"message\":\"Bad token " + TOKEN + "\"}");
      ApiException auth = fails(ApiErrorKind.AUTH, () -> api.get("p1", true));
      assertTrue(auth.getMessage().contains("did not accept the token (401): Bad token ***"));
      server.then(403, "{}");
      ApiException forbidden = fails(ApiErrorKind.FORBIDDEN, () -> api.create(Json.Obj.EMPTY));
      assertTrue(forbidden.help().contains("file:write"));
      server.then(403, "{}");
      assertTrue(
          fails(ApiErrorKind.FORBIDDEN, () -> api.validate("p1")).help().contains("file:read"));
      server.then(404, "{}");
      assertTrue(
          fails(ApiErrorKind.NOT_FOUND, () -> api.get("p1", false))
              .getMessage()
              .contains("/processes/p1 was not found (404)"));
      server.then(409, "{\"message\":\"not in trash\"}");
      fails(ApiErrorKind.CONFLICT, () -> api.restore("p1"));
      server.then(
          400,
          "{\"code\":\"VALIDATION_ERROR\",\"message\":\"Invalid.\",\"details\":[{\"code\":\"C\","
              + "\"message\":\"No user\",\"target\":\"assignee\",\"meta\":{\"jobId\":\"j1\"}}]}");
      ApiException refused = fails(ApiErrorKind.REFUSED, () -> api.run("p1", true));
      assertEquals(
          "Cannot run a process: the API refused the request (400): Invalid; No user (assignee)",
          refused.getMessage());
      assertEquals(
          "j1", refused.error().orElseThrow().details().get(0).meta().text("jobId").orElseThrow());
      server.then(200, "<html>log in</html>");
      fails(ApiErrorKind.PROTOCOL, () -> api.get("p1", true));
      server.then(302, "", "Location: http://127.0.0.1:9/");
      fails(ApiErrorKind.PROTOCOL, () -> api.get("p1", true));
      server.then(200, "{}");
      fails(ApiErrorKind.PROTOCOL, () -> api.get("p1", true));
    }
  }

  @Test
  void theTokenGoesToThePlatformAndTheUsersOwnHostOnly() {
    URI own = URI.create("http://emulator.test:8080");
    Map<String, Boolean> cases =
        Map.ofEntries(
            Map.entry("https://api.app.wdesk.com", true),
            Map.entry("https://api.eu.wdesk.com", true),
            Map.entry("https://API.APAC.wdesk.com:443", true),
            Map.entry("http://api.app.wdesk.com", false),
            Map.entry("https://api.app.wdesk.com:8443", false),
            Map.entry("https://api.app.wdesk.com.evil.test", false),
            Map.entry("https://evil.test", false),
            Map.entry("http://localhost:1", false),
            Map.entry("http://127.8.9.1:1", false),
            Map.entry("http://[::1]:1", false),
            Map.entry("http://127.0.0.1:8089", false),
            Map.entry("http://evil.localhost:1", false),
            Map.entry("http://127.0.0.1.evil.test", false),
            Map.entry("http://user@127.0.0.1", false),
            Map.entry("http://emulator.test:8080", true),
            Map.entry("http://emulator.test:8081", false),
            Map.entry("https://emulator.test:8080", false));
    cases.forEach((uri, may) ->
        assertEquals(may, TokenPolicy.allows(URI.create(uri), java.util.Optional.of(own)), uri));
  }

  @Test
  void anotherHostGetsNeitherTokenNorRequest() throws Exception {
    ApiSettings settings =
        ApiSettings.of(URI.create("https://evil.test"), new Credentials.Client("id", "secret"));
    try (ApiClient api = open(settings)) {
      fails(ApiErrorKind.UNTRUSTED_HOST, () -> api.get("p1", true));
    }
    assertEquals(List.of(), log);
  }

  @Test
  void clientCredentialsAreFetchedOnceAndRenewedBeforeTheyEnd() throws Exception {
    ApiSettings settings =
        ApiSettings.of(server.uri(), new Credentials.Client("me & you", "s3cr3t+/="))
            .withTrustedHost(server.uri());
    server.then(200, "{\"access_token\":\"first-token\",\"expires_in\":599}");
    server.then(200, "{\"id\":\"p1\"}").then(200, "{\"id\":\"p1\"}");
    try (ApiClient api = open(settings)) {
      api.get("p1", true);
      time.advance(Duration.ofSeconds(538));
      api.get("p1", true);
      server.then(200, "{\"access_token\":\"second-token\",\"expires_in\":599}");
      server.then(401, "{}");
      server.then(200, "{\"access_token\":\"third-token\",\"expires_in\":599}");
      server.then(200, "{\"id\":\"p1\"}");
      time.advance(Duration.ofSeconds(2));
      api.get("p1", true);
    }
    ScriptedServer.ReceivedRequest token = server.received().get(0);
    assertEquals("POST /oauth2/token", token.method() + " " + token.path());
    assertEquals("application/x-www-form-urlencoded", token.headers().get("content-type"));
    assertEquals(
        "grant_type=client_credentials&client_id=me%20%26%20you&client_secret=s3cr3t%2B%2F%3D",
        token.body());
    assertEquals(
        List.of(
            "Bearer first-token",
            "Bearer first-token",
            "Bearer second-token",
            "Bearer third-token"),
        server.received().stream()
            .filter(r -> r.method().equals("GET"))
            .map(r -> r.headers().get("authorization"))
            .toList());
  }

  @Test
  void refusedClientCredentialsSayTheOauthError() throws Exception {
    ApiSettings settings =
        ApiSettings.of(server.uri(), new Credentials.Client("me", "hush-hush"))
            .withTrustedHost(server.uri());
    server.then(
        401, "{\"error\":\"invalid_client\",\"error_description\":\"secret hush-hush is wrong\"}");
    try (ApiClient api = open(settings)) {
      ApiException e = fails(ApiErrorKind.AUTH, () -> api.get("p1", true));
      assertEquals(
          "The client \"me\" got no token (401): invalid_client, secret *** is wrong",
          e.getMessage());
    }
  }

  @Test
  void aTokenFileIsReadAgainAfterARefusal(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("token");
    Files.writeString(file, "old-token\n");
    ApiSettings settings =
        ApiSettings.of(server.uri(), new Credentials.TokenFile(file)).withTrustedHost(server.uri());
    server.then((request, out) -> {
      Files.writeString(file, "new-token\n");
      out.write(ScriptedServer.response(401, "{}"));
    });
    server.then(200, "{\"id\":\"p1\"}");
    try (ApiClient api = open(settings)) {
      api.get("p1", true);
      assertEquals("Bearer new-token", server.received().get(1).headers().get("authorization"));
      Files.delete(file);
      ApiException e = fails(ApiErrorKind.AUTH, () -> api.get("p1", true));
      assertTrue(e.getMessage().endsWith("it does not exist"), e::getMessage);
    }
  }

  @Test
  void badTokensAreRefusedWithoutBeingShown() throws Exception {
    for (String bad : List.of("", "Bearer abc-secret", "abc-secret\nX: y")) {
      ApiSettings settings =
          ApiSettings.of(server.uri(), new Credentials.AccessToken(bad))
              .withTrustedHost(server.uri());
      try (ApiClient api = open(settings)) {
        ApiException e = fails(ApiErrorKind.AUTH, () -> api.get("p1", true));
        assertFalse(e.getMessage().contains("abc-secret"), e::getMessage);
      }
    }
    try (ApiClient api =
        open(ApiSettings.of(server.uri(), new Credentials.None()).withTrustedHost(server.uri()))) {
      assertTrue(
          fails(ApiErrorKind.AUTH, () -> api.get("p1", true)).help().contains("PROCC_TOKEN"));
    }
    assertEquals(0, server.received().size());
  }

  @Test
  void theLogHoldsNoToken() throws Exception {
    ApiSettings settings =
        ApiSettings.of(server.uri(), new Credentials.Client("me", "hush-hush"))
            .withTrustedHost(server.uri());
    server.then(200, "{\"access_token\":\"tok-abcdef\",\"expires_in\":599}");
    server.then(200, "{\"id\":\"p1\"}", "X-Request-Id: r-1");
    try (ApiClient api = open(settings)) {
      api.get("p1", true);
    }
    assertEquals(2, log.size());
    assertEquals(
        "GET /processes/p1?excludeGeneratedJobs=true 200 0 ms 0 B -> 11 B id=r-1", log.get(1));
    String all = log + new Credentials.Client("me", "hush-hush").toString() + settings;
    assertFalse(all.contains("hush") || all.contains("tok-abcdef"), all);
  }

  @Test
  void eachOperationHasItsOwnBudget() throws Exception {
    for (int i = 0; i < 5; i++) {
      server.then(200, "{\"id\":\"p1\",\"data\":[]}");
    }
    try (ApiClient api = open(settings().withCallsPerMinute(2))) {
      api.get("p1", true);
      time.advance(Duration.ofSeconds(10));
      api.get("p1", true);
      api.list(ListQuery.ALL);
      assertEquals(List.of(), time.waits());
      api.get("p1", true);
      assertEquals(List.of(50L), time.waits());
      api.get("p1", true);
      assertEquals(List.of(50L, 10L), time.waits());
    }
    assertEquals("GET 50 s: own limit of 2 calls a minute", waited.get(0));
  }

  @Test
  void manyReadsGoOnWhenOneFails() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add("p" + i);
      server.then((request, out) -> {
        String id = request.path().replaceAll(".*/(p\\d+).*", "$1");
        out.write(
            id.equals("p7")
                ? ScriptedServer.response(404, "{}")
                : ScriptedServer.response(200, "{\"id\":\"" + id + "\"}"));
      });
    }
    try (ApiClient api = open(settings())) {
      Map<String, String> names = new LinkedHashMap<>();
      ids.forEach(id -> names.put(id, id));
      Map<String, ReadResult> all = api.getAll(names, true);
      assertEquals(ids, new ArrayList<>(all.keySet()));
      for (String id : ids) {
        ReadResult read = all.get(id);
        if (id.equals("p7")) {
          assertEquals(ApiErrorKind.NOT_FOUND, read.failure().orElseThrow().kind());
        } else {
          assertEquals(id, read.orThrow().text("id").orElseThrow());
        }
      }
    }
  }

  @Test
  void theServersClockIsKnownFromItsAnswers() throws Exception {
    server.then(200, "{\"id\":\"p1\"}", "Date: Mon, 05 Jan 2026 10:30:00 GMT");
    try (ApiClient api = open(settings())) {
      assertTrue(api.serverTime().isEmpty());
      api.get("p1", true);
      time.advance(Duration.ofSeconds(5));
      assertEquals("2026-01-05T10:30:05Z", api.serverTime().orElseThrow().toString());
    }
  }

  @Test
  void aBodyOverTenMebibytesIsNotSent() throws Exception {
    Json.Obj big = Json.object().put("name", "x".repeat(10_485_760)).build();
    try (ApiClient api = open(settings())) {
      fails(ApiErrorKind.REFUSED, () -> api.create(big));
    }
    assertEquals(0, server.received().size());
  }

  @Test
  void proxiesComeFromTheEnvironment() throws Exception {
    ProxySettings proxies =
        ProxySettings.of("proxy.test:3128", "http://plain.test", "internal.test, .corp.test");
    assertEquals(
        "http://proxy.test:3128",
        proxies.proxyFor(URI.create("https://api.app.wdesk.com")).orElseThrow().toString());
    assertTrue(proxies.proxyFor(URI.create("https://a.corp.test")).isEmpty());
    assertTrue(proxies.proxyFor(URI.create("https://internal.test")).isEmpty());
    assertTrue(proxies.proxyFor(server.uri()).isEmpty());
    server.then(200, "{\"id\":\"p1\"}");
    ProxySettings through = ProxySettings.of("", server.uri().toString(), "");
    URI own = URI.create("http://emulator.test:8080");
    ApiSettings settings =
        ApiSettings.of(own, new Credentials.AccessToken(TOKEN))
            .withTrustedHost(own)
            .withProxy(through);
    try (ApiClient api = open(settings)) {
      api.get("p1", true);
    }
    assertEquals(
        "http://emulator.test:8080/processes/p1?excludeGeneratedJobs=true",
        server.received().get(0).path());
  }

  @Test
  void aFileThatIsNoCertificateIsSaidAtOnce(@TempDir Path dir) throws Exception {
    Path pem = Files.writeString(dir.resolve("ca.pem"), "");
    ApiException e = fails(ApiErrorKind.NETWORK, () -> open(settings().withAuthorityFile(pem)));
    assertTrue(e.getMessage().contains("ca.pem"), e::getMessage);
    fails(ApiErrorKind.NETWORK, () -> open(settings().withAuthorityFile(dir.resolve("none.pem"))));
  }

  @Test
  void aCertificateOfOnesOwnIsTrustedByItsFileAlone(@TempDir Path dir) throws Exception {
    Path keys = dir.resolve("keys.p12");
    Path pem = dir.resolve("ca.pem");
    keytool(
        "-genkeypair",
        "-alias",
        "own",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-keystore",
        keys.toString(),
        "-storepass",
        "changeit");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "own",
        "-keystore",
        keys.toString(),
        "-storepass",
        "changeit",
        "-file",
        pem.toString());
    HttpsServer tls =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    tls.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    tls.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"id\":\"p1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    tls.start();
    try {
      URI uri = URI.create("https://127.0.0.1:" + tls.getAddress().getPort());
      ApiSettings settings =
          ApiSettings.of(uri, new Credentials.AccessToken(TOKEN)).withTrustedHost(uri);
      try (ApiClient api = open(settings.withAuthorityFile(pem))) {
        assertEquals("p1", api.get("p1", true).text("id").orElseThrow());
      }
      try (ApiClient api = open(settings)) {
        ApiException e = fails(ApiErrorKind.NETWORK, () -> api.get("p1", true));
        assertTrue(e.help().contains("PROCC_CA_FILE"), e::help);
        assertEquals(List.of(), time.waits());
      }
    } finally {
      tls.stop(0);
    }
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static SSLContext context(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void whatIsNoUrlIsWrittenAsOne() {
    assertEquals("http://127.0.0.1:18391", ApiSettings.meantUrl("127.0.0.1:18391"));
    assertEquals("http://localhost", ApiSettings.meantUrl("localhost"));
    assertEquals("https://api.eu.wdesk.com", ApiSettings.meantUrl("api.eu.wdesk.com/processes"));
    assertEquals("http://host:81", ApiSettings.meantUrl("http://host:81/v1"));
    assertEquals("https://api.app.wdesk.com", ApiSettings.meantUrl("the host"));
  }

  @Test
  void urlsAreReadAsPeopleWriteThem() {
    assertEquals(
        "https://api.eu.wdesk.com", ApiSettings.parseUrl("https://api.eu.wdesk.com/").toString());
    for (String bad :
        List.of("api.eu.wdesk.com", "ftp://x", "https://u:p@h", "https://h/v1", "::")) {
      assertThrows(IllegalArgumentException.class, () -> ApiSettings.parseUrl(bad), bad);
    }
  }
}
