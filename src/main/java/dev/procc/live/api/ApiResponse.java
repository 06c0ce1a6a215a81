package dev.procc.live.api;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// A response of the API.
///
/// @param body as UTF-8 text
/// @param path of the request, for messages
record ApiResponse(
    ApiOperation operation, int status, HttpHeaders headers, String body, String path) {
  private static final List<String> REQUEST_IDS =
      List.of(
          "x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-amzn-trace-id");

  static ApiResponse of(ApiOperation operation, HttpResponse<byte[]> response) {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    return new ApiResponse(
        operation,
        response.statusCode(),
        response.headers(),
        body,
        pathAndQuery(response.request().uri()));
  }

  /// The path and query of a URL, for people.
  static String pathAndQuery(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /// The server's id of the exchange, at most 100 printable characters.
  String requestId() {
    for (String name : REQUEST_IDS) {
      Optional<String> value = headers.firstValue(name);
      if (value.isPresent() && !value.get().isBlank()) {
        String id = value.get().strip().replaceAll("[^\\x21-\\x7e]", "?");
        return id.length() > 100 ? id.substring(0, 100) : id;
      }
    }
    return "";
  }

  /// The time of the server's clock, from its `Date` header.
  Optional<Instant> serverTime() {
    return headers.firstValue("date").flatMap(ApiResponse::parseHttpDate);
  }

  static Optional<Instant> parseHttpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
