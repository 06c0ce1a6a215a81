package dev.procc.live.ledger;

import dev.procc.base.json.Json;
import dev.procc.base.text.Sha256;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The hash that stands for a value in the ledger: the first 48 bits of SHA-256 over its RFC 8785
/// form, as 8 characters of base64url. It is only compared with one other hash of the same field,
/// so 48 bits are enough.
public final class FieldHash {
  /// The hash for "the server shows no value".
  public static final String ABSENT = "-";

  /// The hash for "unknown": it equals no other hash, so that the field counts as changed by both
  /// sides.
  public static final String UNKNOWN = "?";

  /// Recently hashed texts, each at the index of its hash code: the recorder, the comparison and
  /// the next process hash the same values and lines again.
  private static final @Nullable HashedText[] KNOWN = new HashedText[1 << 15];

  /// Recently hashed values that are texts, by the text instead of its canonical form.
  private static final @Nullable HashedText[] KNOWN_VALUES = new HashedText[1 << 15];

  /// Recently hashed values that are not texts.
  private static final @Nullable HashedValue[] KNOWN_STRUCTURES = new HashedValue[1 << 13];

  /// The longest text that is cached.
  private static final int MAX_KEPT = 1_000;

  /// A text and its hash.
  private record HashedText(String text, String hash) {}

  /// A value that is not a text, and its hash.
  private record HashedValue(Json value, String hash) {}

  private FieldHash() {}

  /// The hash of the value of a field.
  ///
  /// @param value in normal form; null if the field is absent
  public static String of(@Nullable Json value) {
    if (value instanceof Json.Str text) {
      return known(KNOWN_VALUES, text.value(), text);
    }
    return value == null ? ABSENT : ofStructure(value);
  }

  /// The hash of a person or a list of days, of which there are few, each used by many nodes.
  private static String ofStructure(Json value) {
    int code = value.hashCode();
    int index = (code ^ (code >>> 13)) & (KNOWN_STRUCTURES.length - 1);
    HashedValue known = KNOWN_STRUCTURES[index];
    if (known == null || !known.value.equals(value)) {
      known = new HashedValue(value, ofText(value.canonical()));
      KNOWN_STRUCTURES[index] = known;
    }
    return known.hash;
  }

  /// The hash of a plain text, such as a line of a source file.
  public static String ofText(String text) {
    return known(KNOWN, text, null);
  }

  /// @param value whose canonical form is hashed; null for the text itself
  private static String known(@Nullable HashedText[] table, String text, Json.@Nullable Str value) {
    int code = text.hashCode();
    int index = (code ^ (code >>> 15)) & (table.length - 1);
    HashedText known = table[index];
    if (known == null || !known.text.equals(text)) {
      byte[] start = Arrays.copyOf(Sha256.of(value == null ? text : value.canonical()), 6);
      known = new HashedText(text, Base64.getUrlEncoder().withoutPadding().encodeToString(start));
      if (text.length() <= MAX_KEPT) {
        table[index] = known;
      }
    }
    return known.hash;
  }
}
