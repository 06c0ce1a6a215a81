package dev.procc.live.ledger;

import dev.procc.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The hash that stands for a value in the ledger: the first 48 bits of SHA-256 over its RFC 8785
/// form, as 8 characters of base64url. It is compared with one other hash of the same field, never
/// looked up, so 48 bits are enough.
public final class FieldHash {
  /// Stands for "the server shows no value".
  public static final String ABSENT = "-";

  /// Stands for "nobody knows": it equals no hash, so that a field of which it is recorded was
  /// changed by both sides.
  public static final String UNKNOWN = "?";

  /// Never fed: a copy of it costs less than to look the algorithm up, tens of thousands of times.
  private static final MessageDigest UNUSED_DIGEST = newDigest();

  private FieldHash() {}

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// @param value in normal form; absent where the field is
  public static String of(@Nullable Json value) {
    return value == null ? ABSENT : ofText(value.canonical());
  }

  /// The hash of a text as it is, such as a line of a source file.
  public static String ofText(String text) {
    try {
      MessageDigest sha256 = (MessageDigest) UNUSED_DIGEST.clone();
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 6));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of Java can be copied", e);
    }
  }
}
