package dev.procc.emulator.endpoint;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.assumption.ErrorReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The start of the next page of a list, with the filter, the order and the page size. Items that
/// are created or removed in the meantime move no item to another page.
///
/// @param position of the last item of the page before, see [OrderBy#position]
record PageCursor(String filter, String orderBy, int size, String position) {
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
        int size = body.integer("s").orElse(1000L).intValue();
        return new PageCursor(
            body.text("f").orElse(""), body.text("o").orElse(""), size, body.text("p").orElse(""));
      }
    } catch (IllegalArgumentException | JsonException notOurs) {
      throw ErrorReply.invalid("The cursor is not one of this list", "$next");
    }
    throw ErrorReply.invalid("The cursor is not one of this list", "$next");
  }
}
