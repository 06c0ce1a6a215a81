package dev.procc.live.api;

import java.nio.file.Path;

/// The source of the bearer token. No `toString` shows a secret.
public sealed interface Credentials {
  /// A token. It is not renewed: once it expires, calls fail with 401.
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

  /// No credentials: every call fails with a message that says how to give some.
  record None() implements Credentials {}
}
