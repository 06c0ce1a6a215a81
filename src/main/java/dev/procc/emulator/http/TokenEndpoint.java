package dev.procc.emulator.http;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.store.EmulatorClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The token endpoint, and the check of its tokens. If no client is set, every token is accepted,
/// with both scopes.
public final class TokenEndpoint {
  /// The lifetime of a token, in seconds.
  public static final int LIFETIME_SECONDS = 599;

  private static final Set<String> SCOPES = new TreeSet<>(List.of("file:read", "file:write"));
  private static final String DEFAULT_USER = "emulator-user";
  private final Map<String, TokenGrant> grants = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final EmulatorClock clock;
  private final @Nullable String client;

  /// @param client `id:secret` of the one client; null accepts every token
  public TokenEndpoint(EmulatorClock clock, @Nullable String client) {
    this.clock = clock;
    this.client = client;
  }

  /// The user of a call.
  ///
  /// @throws ErrorReply 401 without a valid token, 403 if it lacks the scope
  String authenticate(ServerRequest request, String scope) {
    String header = request.header("authorization");
    String token =
        header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : "";
    if (token.isEmpty()) {
      throw ErrorReply.unauthenticated();
    }
    if (client == null) {
      return DEFAULT_USER;
    }
    TokenGrant grant = grants.get(token);
    if (grant == null || clock.ageSeconds() >= grant.expires()) {
      throw ErrorReply.unauthenticated();
    }
    if (!grant.scopes().contains(scope)) {
      throw ErrorReply.forbidden();
    }
    return grant.user();
  }

  /// The reply of the token endpoint. The client may identify itself in a form, in JSON or by Basic
  /// authentication.
  public Reply issueToken(ServerRequest request) {
    Map<String, String> form = form(request);
    if (!form.containsKey("grant_type")) {
      return error(400, "invalid_request", "the body has no grant_type");
    }
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error(400, "unsupported_grant_type", "only client_credentials is granted");
    }
    String id = form.getOrDefault("client_id", "");
    String pair = id + ":" + form.getOrDefault("client_secret", "");
    if (id.isEmpty() || client != null && !sameSecret(client, pair)) {
      Reply refused =
          error(401, "invalid_client", "the client is not known or its secret is wrong");
      return request.header("authorization").isEmpty()
          ? refused
          : refused.withHeader("WWW-Authenticate", "Basic realm=\"emulator\"");
    }
    Set<String> scopes = scopes(form.getOrDefault("scope", ""));
    if (scopes.isEmpty()) {
      return error(400, "invalid_scope", "only file:read and file:write are granted");
    }
    return grant(id, scopes);
  }

  /// A token for the emulator's own page, which knows no secret.
  public Reply issuePageToken() {
    return grant(DEFAULT_USER, SCOPES);
  }

  private Reply grant(String id, Set<String> scopes) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    String user = id.length() > 36 ? id.substring(0, 36) : id;
    grants.values().removeIf(grant -> clock.ageSeconds() >= grant.expires());
    grants.put(token, new TokenGrant(user, scopes, clock.ageSeconds() + LIFETIME_SECONDS));
    Json body =
        Json.object()
            .put("access_token", token)
            .put("expires_in", LIFETIME_SECONDS)
            .put("scope", String.join(" ", scopes))
            .put("token_type", "bearer")
            .build();
    return Reply.ok(body).withHeader("Cache-Control", "no-store");
  }

  /// The known scopes among the requested ones; both if none is requested.
  private static Set<String> scopes(String asked) {
    if (asked.isBlank()) {
      return SCOPES;
    }
    Set<String> granted = new TreeSet<>();
    for (String scope : asked.strip().split("\\s+", -1)) {
      if (SCOPES.contains(scope)) {
        granted.add(scope);
      }
    }
    return granted;
  }

  private static boolean sameSecret(String wanted, String given) {
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> form(ServerRequest request) {
    Map<String, String> form = new LinkedHashMap<>();
    if (request.contentType().equals("application/json")) {
      json(request, form);
    } else {
      for (String pair : request.text().strip().split("&", -1)) {
        int at = pair.indexOf('=');
        if (at > 0) {
          form.put(
              ServerRequest.decode(pair.substring(0, at)),
              ServerRequest.decode(pair.substring(at + 1)));
        }
      }
    }
    basic(request.header("authorization"), form);
    return form;
  }

  private static void json(ServerRequest request, Map<String, String> form) {
    try {
      request
          .object()
          .members()
          .forEach((name, value) -> {
            if (value instanceof Json.Str text) {
              form.put(name, text.value());
            }
          });
    } catch (ErrorReply notJson) {
      form.clear();
    }
  }

  private static void basic(String header, Map<String, String> form) {
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(6).strip());
      List<String> pair =
          new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split(":", 2)));
      form.put("client_id", ServerRequest.decode(pair.getFirst()));
      form.put("client_secret", pair.size() > 1 ? ServerRequest.decode(pair.getLast()) : "");
    } catch (IllegalArgumentException notBase64) {
      form.put("client_id", "");
    }
  }

  /// The reply to a refused call in the shape of OAuth (RFC 6749).
  static Reply refused(ErrorReply refusal) {
    String message = refusal.body().text("message").orElse("");
    String error =
        switch (refusal.status()) {
          case 429, 503 -> "temporarily_unavailable";
          case 401 -> "invalid_client";
          default -> refusal.status() < 500 ? "invalid_request" : "server_error";
        };
    Reply reply = error(refusal.status(), error, message);
    return new Reply(reply.status(), reply.contentType(), reply.body(), refusal.headers());
  }

  private static Reply error(int status, String error, String description) {
    return Reply.json(
        status, Json.object().put("error", error).put("error_description", description).build());
  }

  private record TokenGrant(String user, Set<String> scopes, long expires) {}
}
