package dev.procc.emulator.http;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An HTTP response.
///
/// @param status 0 if the connection is closed without a response
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
  private static final String JSON = "application/json";
  private static final byte[] EMPTY = {};

  /// No response: the connection is closed.
  public static final Reply DROPPED = new Reply(0, JSON, EMPTY, Map.of());

  public Reply {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  public static Reply json(int status, Json body) {
    return new Reply(status, JSON, body.write().getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static Reply ok(Json body) {
    return json(200, body);
  }

  public static Reply created(Json body) {
    return json(201, body);
  }

  public static Reply noContent() {
    return new Reply(204, JSON, EMPTY, Map.of());
  }

  public static Reply html(byte[] page) {
    return new Reply(200, "text/html; charset=utf-8", page, Map.of());
  }

  public static Reply of(ErrorReply refusal) {
    Reply reply = json(refusal.status(), refusal.body());
    return new Reply(reply.status, reply.contentType, reply.body, refusal.headers());
  }

  /// A copy with one more header.
  public Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, body, more);
  }
}
