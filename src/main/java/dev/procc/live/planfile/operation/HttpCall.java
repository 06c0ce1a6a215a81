package dev.procc.live.planfile.operation;

import dev.procc.base.json.Json;
import org.jspecify.annotations.Nullable;

/// A request to the API.
///
/// @param path of the URL; `{created}` stands for the id from the create
/// @param contentType null if there is no body
/// @param body null if there is none
public record HttpCall(
    String method, String path, @Nullable String contentType, @Nullable Json body) {
  private static final String JSON = "application/json";
  private static final String JSON_PATCH = "application/json-patch+json";

  /// A POST of JSON.
  public static HttpCall post(String path, Json body) {
    return new HttpCall("POST", path, JSON, body);
  }

  /// A PATCH by a JSON Patch.
  public static HttpCall patch(String path, Json.Arr document) {
    return new HttpCall("PATCH", path, JSON_PATCH, document);
  }

  /// A call without a body.
  public static HttpCall withoutBody(String method, String path) {
    return new HttpCall(method, path, null, null);
  }

  /// A copy with another body.
  public HttpCall withBody(Json newBody) {
    return new HttpCall(method, path, contentType, newBody);
  }

  /// `PATCH /processes/e7b9`.
  public String requestLine() {
    return method + " " + path;
  }
}
