package dev.procc.language.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Code;
import dev.procc.language.check.CodePages;
import dev.procc.language.expand.scope.ExpandCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each code of the expansion and of the project reader has a page and a message of its own.
class ExpandCodePagesTest {
  @Test
  void everyCodeHasAPage() {
    List<Code> codes = new ArrayList<>(ExpandCodes.all());
    codes.addAll(ProjectCodes.all());
    HashSet<String> seen = new HashSet<>();
    for (Code code : codes) {
      assertTrue(seen.add(code.id()) && seen.add(code.name()), code::toString);
      String page = CodePages.find(code.id()).orElseThrow();
      assertEquals("# " + code.id() + " " + code.name(), page.lines().findFirst().orElseThrow());
      for (String heading : List.of("## What", "## Why", "## Example", "## Fix")) {
        assertTrue(page.contains("\n" + heading + "\n\n"), code + " " + heading);
      }
    }
    assertEquals(seen.size(), 2 * codes.size());
  }
}
