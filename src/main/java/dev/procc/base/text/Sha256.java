package dev.procc.base.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over texts in UTF-8.
public final class Sha256 {
  /// Never used itself: to copy it is cheaper than to look the algorithm up tens of thousands of
  /// times.
  private static final MessageDigest UNUSED = newDigest();

  private Sha256() {}

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static MessageDigest copy() {
    try {
      return (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of Java can be copied", e);
    }
  }

  /// The 32 bytes of the hash.
  public static byte[] of(String text) {
    return copy().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash as 64 hexadecimal digits in lower case.
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  /// The hash of a text that is never a whole, since it is made part by part.
  public static final class OfParts {
    private final MessageDigest digest = copy();

    /// Adds a part, which begins and ends between two characters.
    public void add(CharSequence part) {
      digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The hash of all parts as 64 hexadecimal digits in lower case; nothing is added after that.
    public String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
