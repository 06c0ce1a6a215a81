package dev.procc.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.difflib.DiffUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinePatchTest {
  private static List<String> lines(Random random, int count, int kinds) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add("l" + random.nextInt(kinds));
    }
    return lines;
  }

  @Test
  void aPatchLeadsFromOneTextToTheOther() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      int kinds = 1 + random.nextInt(300);
      List<String> before = lines(random, random.nextInt(i < 380 ? 60 : 4_000), kinds);
      List<String> after = new ArrayList<>(before);
      for (int edit = random.nextInt(i < 380 ? 20 : 1_500); edit > 0; edit--) {
        int at = random.nextInt(after.size() + 1);
        if (at < after.size() && random.nextBoolean()) {
          after.remove(at);
        } else {
          after.add(at, "l" + random.nextInt(kinds));
        }
      }
      assertEquals(after, DiffUtils.patch(before, LinePatch.of(before, after)));
    }
  }

  @Test
  void aFewEditsOfALargeTextStayAFew() {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      before.add("line " + i);
    }
    List<String> after = new ArrayList<>(before);
    after.set(29_000, "changed");
    after.remove(15_000);
    after.add(100, "added");
    assertEquals(3, LinePatch.of(before, after).getDeltas().size());
  }

  @Test
  void noTextTakesLong() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          List<String> blanks = Collections.nCopies(100_000, "");
          assertEquals(1, LinePatch.of(blanks, List.of("")).getDeltas().size());
          List<String> others = new ArrayList<>();
          List<String> tabs = new ArrayList<>();
          for (int i = 0; i < 50_000; i++) {
            tabs.add("\tx" + i);
            others.add("  x" + i);
          }
          assertEquals(1, LinePatch.of(tabs, others).getDeltas().size());
        });
  }
}
