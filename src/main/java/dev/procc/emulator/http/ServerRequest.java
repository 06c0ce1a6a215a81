package dev.procc.emulator.http;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.assumption.ErrorReply;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as an operation sees it.
///
/// @param target its method and address
/// @param headers names in lower case; if one is sent twice, the first counts
/// @param body as it was sent; empty if there was none
/// @param parameters the values for the braces of the route, decoded, in order
/// @param user to whom the token belongs
/// @param faultEffect the effect of a fault on the call
@SuppressWarnings("ArrayRecordComponent")
public record ServerRequest(
    RequestTarget target,
    Map<String, String> headers,
    byte[] body,
    List<String> parameters,
    String user,
    FaultEffect faultEffect) {
  public ServerRequest {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    parameters = List.copyOf(parameters);
  }

  /// The method and address of a request.
  ///
  /// @param method in upper case
  /// @param path as it was sent, without the query
  /// @param query decoded; if a name is sent twice, the last one counts
  /// @param origin the address of this emulator as it was called, such as `http://localhost:8080`
  public record RequestTarget(
      String method, String path, Map<String, String> query, String origin) {
    public RequestTarget {
      query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }
  }

  /// A request whose route and user are not known yet.
  static ServerRequest received(RequestTarget target, Map<String, String> headers, byte[] body) {
    return new ServerRequest(target, headers, body, List.of(), "", FaultEffect.NONE);
  }

  public String method() {
    return target.method();
  }

  public String path() {
    return target.path();
  }

  public String origin() {
    return target.origin();
  }

  /// The n-th parameter of the path.
  public String parameter(int index) {
    return parameters.get(index);
  }

  /// A URL-decoded text; the text itself if it is not a valid encoding.
  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(target.query().get(name));
  }

  /// A boolean parameter.
  ///
  /// @throws ErrorReply 400 if it is neither `true` nor `false`
  public boolean flag(String name, boolean otherwise) {
    String value = target.query().get(name);
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ErrorReply.invalid("'" + value + "' is neither true nor false", name);
    };
  }

  /// A header by its name in lower case; empty if it was not sent.
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// The media type of the body without its parameters, in lower case.
  public String contentType() {
    String type = header("content-type");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /// The body as text.
  ///
  /// @throws ErrorReply 400 if it is not UTF-8
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw ErrorReply.of(400, "INVALID_ARGUMENT", "The body is not UTF-8 text");
    }
  }

  /// The body as JSON.
  ///
  /// @throws ErrorReply 400 if it is none
  public Json json() {
    try {
      return JsonReader.read(text());
    } catch (JsonException e) {
      throw ErrorReply.of(
          400,
          "INVALID_ARGUMENT",
          "The body is not JSON: line "
              + e.line()
              + ", column "
              + e.column()
              + ": "
              + e.getMessage());
    }
  }

  /// The body as a JSON object.
  ///
  /// @throws ErrorReply 400 if it is none
  public Json.Obj object() {
    if (json() instanceof Json.Obj object) {
      return object;
    }
    throw ErrorReply.of(400, "INVALID_ARGUMENT", "The body must be a JSON object");
  }

  /// The body as a JSON object; an empty one if nothing was sent.
  public Json.Obj objectOrEmpty() {
    return text().isBlank() ? Json.Obj.EMPTY : object();
  }

  /// The body as a JSON array.
  ///
  /// @throws ErrorReply 400 if it is none
  public List<Json> array() {
    if (json() instanceof Json.Arr array) {
      return array.items();
    }
    throw ErrorReply.of(400, "INVALID_ARGUMENT", "The body must be a JSON array");
  }

  ServerRequest withParameters(List<String> values) {
    return new ServerRequest(target, headers, body, values, user, faultEffect);
  }

  ServerRequest withUser(String name) {
    return new ServerRequest(target, headers, body, parameters, name, faultEffect);
  }

  ServerRequest withFaultEffect(FaultEffect effect) {
    return new ServerRequest(target, headers, body, parameters, user, effect);
  }
}
