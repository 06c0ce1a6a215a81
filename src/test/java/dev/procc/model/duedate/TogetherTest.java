package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// `task(x)` among nodes that one use of a template made together, as `us-x` and `us-y`.
class TogetherTest {
  @Test
  void theNodeOfTheSameUseComesFirst() {
    Resolution resolution =
        new Close()
            .with(
                Close.task("x", "WD9", null),
                Close.task("us-x", "WD1", null).withPrefix("us-"),
                Close.task("us-y", "task(x).due", null).withPrefix("us-"),
                Close.task("uk-x", "WD2", null).withPrefix("uk-"),
                Close.group("uk-g", false, null, Close.task("uk-g/z", "task(x).due", null))
                    .withPrefix("uk-"),
                Close.task("uk-y", "task(g/z).due", null).withPrefix("uk-"),
                Close.task("y", "task(x).due", null))
            .resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertEquals(Close.due(resolution, "us-x"), Close.due(resolution, "us-y"));
    assertEquals(Close.due(resolution, "uk-x"), Close.due(resolution, "uk-g/z"));
    assertEquals(Close.due(resolution, "uk-x"), Close.due(resolution, "uk-y"));
    assertEquals(Close.due(resolution, "x"), Close.due(resolution, "y"));
  }

  @Test
  void withoutOneTheSearchGoesOnOutward() {
    Resolution resolution =
        new Close()
            .with(
                Close.task("other", "WD3", null),
                Close.task("us-y", "task(other).due", null).withPrefix("us-"))
            .resolve();
    assertEquals(List.of(), resolution.diagnostics());
    assertEquals(Close.due(resolution, "other"), Close.due(resolution, "us-y"));
  }
}
