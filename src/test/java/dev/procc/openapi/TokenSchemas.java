package dev.procc.openapi;

import dev.procc.base.json.Json;
import java.util.List;

/// The bodies of the token endpoint, as OAuth (RFC 6749) defines them: they are not schemas of the
/// Processes API.
final class TokenSchemas {
  private TokenSchemas() {}

  static Json.Obj schema(String name) {
    return switch (name) {
      case "TokenRequest" ->
          object(
              "Client credentials; the id and the secret may stand in a Basic header instead.",
              List.of("grant_type"),
              text("grant_type").with("const", Json.of("client_credentials")),
              text("client_id"),
              text("client_secret"),
              text("scope"));
      case "TokenResponse" ->
          object(
              "A token; the scope may differ from the one asked for.",
              List.of("access_token", "expires_in", "scope", "token_type"),
              text("access_token"),
              Json.object()
                  .put("title", "expires_in")
                  .put("type", "integer")
                  .put("description", "Seconds; 599 in the examples.")
                  .build(),
              text("scope"),
              text("token_type"));
      default ->
          object(
              "Why there is no token.",
              List.of("error"),
              text("error"),
              text("error_description"),
              text("error_uri"));
    };
  }

  private static Json.Obj text(String name) {
    return Json.object().put("title", name).put("type", "string").build();
  }

  private static Json.Obj object(String description, List<String> required, Json.Obj... members) {
    Json.Builder properties = Json.object();
    for (Json.Obj member : members) {
      properties.put(member.text("title").orElseThrow(), member.without("title"));
    }
    return Json.object()
        .put("type", "object")
        .put("description", description)
        .put("required", Json.texts(required))
        .put("properties", properties.build())
        .build();
  }
}
