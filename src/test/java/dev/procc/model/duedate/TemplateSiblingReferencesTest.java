package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.model.duedate.resolve.DateResolution;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `task(x)` among nodes that one use of a template made together, as `us-x` and `us-y`.
class TemplateSiblingReferencesTest {
  @Test
  void theNodeOfTheSameUseComesFirst() {
    DateResolution resolution =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("x", "WD9", null),
                DateTreeFixture.task("us-x", "WD1", null).withPrefix("us-"),
                DateTreeFixture.task("us-y", "task(x).due", null).withPrefix("us-"),
                DateTreeFixture.task("uk-x", "WD2", null).withPrefix("uk-"),
                DateTreeFixture.group(
                        "uk-g", false, null, DateTreeFixture.task("uk-g/z", "task(x).due", null))
                    .withPrefix("uk-"),
                DateTreeFixture.task("uk-y", "task(g/z).due", null).withPrefix("uk-"),
                DateTreeFixture.task("y", "task(x).due", null))
            .resolve();
    assertEquals(List.of(), resolution.findings());
    assertEquals(DateTreeFixture.due(resolution, "us-x"), DateTreeFixture.due(resolution, "us-y"));
    assertEquals(
        DateTreeFixture.due(resolution, "uk-x"), DateTreeFixture.due(resolution, "uk-g/z"));
    assertEquals(DateTreeFixture.due(resolution, "uk-x"), DateTreeFixture.due(resolution, "uk-y"));
    assertEquals(DateTreeFixture.due(resolution, "x"), DateTreeFixture.due(resolution, "y"));
  }

  @Test
  void withoutOneTheSearchGoesOnOutward() {
    DateResolution resolution =
        new DateTreeFixture()
            .with(
                DateTreeFixture.task("other", "WD3", null),
                DateTreeFixture.task("us-y", "task(other).due", null).withPrefix("us-"))
            .resolve();
    assertEquals(List.of(), resolution.findings());
    assertEquals(DateTreeFixture.due(resolution, "other"), DateTreeFixture.due(resolution, "us-y"));
  }
}
