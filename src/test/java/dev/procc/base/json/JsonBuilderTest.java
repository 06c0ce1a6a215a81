package dev.procc.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonBuilderTest {
  /// An object that was built stays as it is when its builder goes on.
  @Test
  void anObjectDoesNotChangeWithItsBuilder() {
    Json.Builder builder = Json.object().put("a", 1);
    Json.Obj first = builder.build();
    Json.Obj second = builder.put("b", 2).put("a", 3).build();
    Json.Obj third = builder.build();
    assertEquals("{\"a\":1}", first.write());
    assertEquals("{\"a\":3,\"b\":2}", second.write());
    assertEquals(second, third);
    assertEquals("{\"a\":3,\"b\":2,\"c\":\"x\"}", builder.put("c", "x").build().write());
    assertEquals("{\"a\":3,\"b\":2}", third.write());
  }
}
