package dev.procc.emulator.store;

import dev.procc.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The generator of ids: the hash of a salt and of a counter that is stored with the rows. No id
/// occurs twice, and the same calls with the same salt give the same ids.
public final class IdGenerator {
  private static final String ID = "ids";
  private final RowStore store;
  private final String salt;

  /// @param salt fixed for repeatable ids
  public IdGenerator(RowStore store, String salt) {
    this.store = store;
    this.salt = salt;
  }

  /// 32 hexadecimal digits, like the ids of processes.
  public String processId() {
    return digest().substring(0, 32);
  }

  /// 24 hexadecimal digits, like the ids of runs.
  public String runId() {
    return digest().substring(0, 24);
  }

  /// A short id with a prefix, such as `job-1f3a5c7e9b0d`.
  public String withPrefix(String word) {
    return word + "-" + digest().substring(0, 12);
  }

  private String digest() {
    Json.Obj row = store.get(RowKind.META, ID);
    long number = row == null ? 1 : row.integer("next").orElse(1L);
    store.put(RowKind.META, ID, Json.object().put("next", number + 1).build());
    try {
      byte[] text = (salt + ":" + number).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
