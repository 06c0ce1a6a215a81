package dev.procc.live.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiException.ApiErrorKind;
import dev.procc.live.http.ScriptedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Servers that could keep a command waiting for ever: each answer, call, wait and read has a time
/// limit, and the message names it.
final class SlowServerTest {
  private final FakeClock time = new FakeClock();
  private final AtomicInteger answers = new AtomicInteger();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private ApiClient open(Duration timeout) throws ApiException {
    ApiSettings settings =
        ApiSettings.of(server.uri(), new Credentials.AccessToken("t"))
            .withTrustedHost(server.uri())
            .withTimeout(timeout);
    return ApiClient.open(settings, time, time, ApiEvents.NONE);
  }

  private static void fails(ApiErrorKind kind, String message, Executable call) {
    ApiException e = assertThrows(ApiException.class, call);
    assertTrue(e.getMessage().contains(message), e::getMessage);
    assertEquals(kind, e.kind());
  }

  /// A page whose link to the next page differs each time.
  private void page(OutputStream out, Duration taken, String items) throws IOException {
    time.advance(taken);
    String link = "/processes?$next=" + answers.incrementAndGet();
    out.write(
        ScriptedServer.response(200, "{\"data\":[" + items + "],\"@nextLink\":\"" + link + "\"}"));
  }

  @Test
  void pagesWithoutEndAreLeftAfterAnHour() throws Exception {
    server.always((request, out) -> page(out, Duration.ofSeconds(30), ""));
    try (ApiClient api = open(Duration.ofSeconds(35))) {
      fails(
          ApiErrorKind.PROTOCOL,
          "Cannot list the processes: reading took longer than 60 min",
          () -> api.list(ListQuery.ALL));
    }
    assertEquals(120, answers.get());
  }

  @Test
  void largePagesWithoutEndAreLeftByTheirSize() throws Exception {
    String large = " ".repeat(50 << 20);
    server.always((request, out) -> page(out, Duration.ZERO, large));
    try (ApiClient api = open(Duration.ofSeconds(35))) {
      fails(
          ApiErrorKind.PROTOCOL,
          "the answers hold more than 256 MiB together",
          () -> api.list(ListQuery.ALL));
    }
    assertEquals(6, answers.get());
  }

  @Test
  void theSamePageAgainIsACircle() throws Exception {
    server.always((request, out) ->
        out.write(
            ScriptedServer.response(200, "{\"data\":[],\"@nextLink\":\"/processes?$next=a\"}")));
    try (ApiClient api = open(Duration.ofSeconds(35))) {
      fails(ApiErrorKind.PROTOCOL, "go round in a circle", () -> api.list(ListQuery.ALL));
    }
    assertEquals(2, server.received().size());
  }

  @Test
  void manySlowReadsEndTogetherAfterAnHour() throws Exception {
    server.always((request, out) -> {
      time.advance(Duration.ofSeconds(30));
      answers.incrementAndGet();
      String id = request.path().replaceAll(".*/|\\?.*", "");
      out.write(ScriptedServer.response(200, "{\"id\":\"" + id + "\"}"));
    });
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < 300; i++) {
      names.put("p" + i, "process " + i);
    }
    try (ApiClient api = open(Duration.ofSeconds(35))) {
      var read = api.getAll(names, true);
      long failed = read.values().stream().filter(each -> each.failure().isPresent()).count();
      assertEquals(300, read.size());
      assertEquals(300 - answers.get(), failed);
      assertTrue(answers.get() >= 120 && answers.get() <= 136, answers + " answers");
      ApiException last =
          read.values().stream().flatMap(each -> each.failure().stream()).findFirst().orElseThrow();
      assertEquals("Cannot read a process: reading took longer than 60 min", last.getMessage());
    }
  }

  @Test
  void anAnswerOneByteAtATimeIsNotWaitedFor() throws Exception {
    server.always((request, out) -> {
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 1000; i++) {
        out.write(' ');
        out.flush();
        Thread.sleep(20);
      }
    });
    try (ApiClient api = open(Duration.ofMillis(500))) {
      fails(
          ApiErrorKind.LOST,
          "the answer was incomplete after 1 s; it may have been done",
          () -> api.create(Json.Obj.EMPTY));
    }
  }

  @Test
  void anAnswerWithoutEndIsCutAndNotAskedForAgain() throws Exception {
    server.always((request, out) -> {
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      byte[] blanks = new byte[1 << 20];
      while (true) {
        out.write(blanks);
      }
    });
    try (ApiClient api = open(Duration.ofSeconds(35))) {
      fails(ApiErrorKind.LOST, "is larger than 64 MiB", () -> api.get("p1", true));
    }
    assertEquals(1, server.received().size());
  }

  @Test
  void waitsOfOneCallEndWithinHalfAnHour() throws Exception {
    server.always(
        (request, out) -> out.write(ScriptedServer.response(429, "{}", "Retry-After: 850")));
    try (ApiClient api = open(Duration.ofSeconds(35))) {
      fails(ApiErrorKind.RATE_LIMITED, "it was tried for 30 min", () -> api.get("p1", true));
    }
    assertEquals(List.of(850L, 850L), time.waits());
  }

  @Test
  void failuresAfterLongAnswersEndWithinHalfAnHour() throws Exception {
    server.always((request, out) -> {
      time.advance(Duration.ofMinutes(16));
      out.write(ScriptedServer.response(500, "{}"));
    });
    try (ApiClient api = open(Duration.ofSeconds(35))) {
      fails(ApiErrorKind.SERVER, "it was tried for 30 min", () -> api.get("p1", true));
    }
    assertEquals(2, server.received().size());
  }

  @Test
  void moreThanAQuarterOfAnHourIsNotWaited() throws Exception {
    for (String after : List.of("3600", "Fri, 31 Dec 9999 23:59:59 GMT")) {
      server.then(429, "{}", "Retry-After: " + after);
      try (ApiClient api = open(Duration.ofSeconds(35))) {
        fails(
            ApiErrorKind.RATE_LIMITED,
            "min (429), procc waits at most 15",
            () -> api.get("p1", true));
      }
    }
    server.always(
        (request, out) -> out.write(ScriptedServer.response(503, "{}", "Retry-After: 999999")));
    try (ApiClient api = open(Duration.ofSeconds(35))) {
      fails(ApiErrorKind.SERVER, "the server failed (503)", () -> api.get("p1", true));
    }
    assertEquals(List.of(60L, 60L, 60L), time.waits());
  }
}
