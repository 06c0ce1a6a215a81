package dev.procc.emulator.http;

import dev.procc.emulator.assumption.ErrorReply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the route table.
///
/// @param name of the operation, for rate limits and faults
/// @param method in upper case
/// @param template the path, with `{}` for each parameter
public record Route(
    String name, String method, String template, Access access, Endpoint operation) {
  /// The access that a call needs.
  public enum Access {
    /// a token with `file:read`
    READ("file:read"),
    /// a token with `file:write`
    WRITE("file:write"),
    /// nothing: the token endpoint
    OPEN(""),
    /// nothing, but it must come from this machine: the control surface
    CONTROL("");

    private final String scope;

    Access(String scope) {
      this.scope = scope;
    }

    public String scope() {
      return scope;
    }

    boolean isApi() {
      return this == READ || this == WRITE;
    }
  }

  /// The parameters of a path; null if it does not match the template.
  @Nullable List<String> match(String path) {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return null;
    }
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("{}") && !given[i].isEmpty()) {
        parameters.add(decode(given[i]));
      } else if (!wanted[i].equals(given[i])) {
        return null;
      }
    }
    return parameters;
  }

  /// The reply to a call that is refused: the token endpoint has a shape of its own.
  Reply refused(ErrorReply refusal) {
    return access == Access.OPEN ? TokenEndpoint.refused(refusal) : Reply.of(refusal);
  }

  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }
}
