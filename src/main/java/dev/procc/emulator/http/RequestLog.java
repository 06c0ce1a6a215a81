package dev.procc.emulator.http;

import dev.procc.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/// The last 1,000 requests with their replies. It holds no headers, so no tokens.
public final class RequestLog {
  private static final int MAX_ENTRIES = 1000;
  private static final int MAX_BODY = 20_000;
  private final Deque<Json.Obj> entries = new ArrayDeque<>();
  private long number;

  /// The number of the next answer, from which its id is derived.
  synchronized long next() {
    return ++number;
  }

  /// Adds an entry under the next number, so that whoever asks for those above a number misses none
  /// that took longer.
  ///
  /// @return the number
  synchronized long add(LongFunction<Json.Obj> entry) {
    entries.addLast(entry.apply(next()));
    if (entries.size() > MAX_ENTRIES) {
      entries.removeFirst();
    }
    return number;
  }

  /// Entries with a number above `since`, the oldest first.
  public synchronized List<Json> since(long since) {
    List<Json> list = new ArrayList<>();
    for (Json.Obj entry : entries) {
      if (entry.integer("number").orElse(0L) > since) {
        list.add(entry);
      }
    }
    return List.copyOf(list);
  }

  /// Removes all entries; numbering continues.
  public synchronized void clear() {
    entries.clear();
  }

  /// A body as text, cut after 20,000 bytes.
  static String bodyText(byte[] body) {
    boolean cut = body.length > MAX_BODY;
    String text = new String(body, 0, cut ? MAX_BODY : body.length, StandardCharsets.UTF_8);
    return cut ? text + "... (" + body.length + " bytes)" : text;
  }
}
