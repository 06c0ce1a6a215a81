package dev.procc.live.api;

import java.nio.file.Path;

/// What the bearer token comes from. No `toString` shows a secret.
public sealed interface Credentials {
  /// A token as it is. It is not refreshed: when it ends, calls fail with 401.
  record AccessToken(String value) implements Credentials {
    @Override
    public String toString() {
      return "Token[***]";
    }
  }

  /// A file whose whole text is the token. It is read before every call, so that whatever renews
  /// the file renews the token.
  record TokenFile(Path path) implements Credentials {}

  /// OAuth 2.0 client credentials, exchanged at `/oauth2/token` of the API host.
  record Client(String id, String secret) implements Credentials {
    @Override
    public String toString() {
      return "Client[" + id + ", ***]";
    }
  }

  /// None were given. Every call fails with a message that says how to give some.
  record None() implements Credentials {}
}
