package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.assumption.ErrorReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.NoSuchElementException;

/// The start of the next page of a list, with the filter, the order and the page size. Items that
/// are created or removed in the meantime move no item to another page.
///
/// @param position of the last item of the page before, see [OrderBy#position]
record PageCursor(String filter, String orderBy, int size, String position) {
  static final int MAX_SIZE = 1000;

  String encode() {
    String json =
        Json.object()
            .put("f", filter)
            .put("o", orderBy)
            .put("s", size)
            .put("p", position)
            .build()
            .write();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  static PageCursor decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (JsonReader.read(new String(bytes, StandardCharsets.UTF_8)) instanceof Json.Obj body) {
        int size = Math.toIntExact(body.integer("s").orElseThrow());
        if (size >= 1 && size <= MAX_SIZE) {
          return new PageCursor(
              body.text("f").orElseThrow(),
              body.text("o").orElseThrow(),
              size,
              body.text("p").orElseThrow());
        }
      }
    } catch (IllegalArgumentException
        | JsonException
        | NoSuchElementException
        | ArithmeticException notOurs) {
      // Reported below, as every cursor of another list.
    }
    throw ErrorReply.invalid("The cursor is not one of this list", "$next");
  }
}
