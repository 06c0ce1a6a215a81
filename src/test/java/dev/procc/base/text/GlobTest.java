package dev.procc.base.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GlobTest {
  private static boolean matches(String pattern, String text) {
    return Glob.matches(pattern, text, "/");
  }

  @Test
  void oneStarStaysInAName() {
    assertTrue(matches("clo*", "close"));
    assertTrue(matches("a/*/b", "a/x/b"));
    assertFalse(matches("a/*/b", "a/x/y/b"));
    assertFalse(matches("*", "a/b"));
  }

  @Test
  void twoStarsGoOverNames() {
    assertTrue(matches("**", "a/b"));
    assertTrue(matches("a/**/b", "a/b"));
    assertTrue(matches("a/**/b", "a/x/y/b"));
    assertTrue(matches("**/a*c/d", "x/abbc/y/abc/d"));
  }

  @Test
  void aQuestionMarkIsOneCharacterOfAName() {
    assertTrue(matches("close@2024-Q?", "close@2024-Q4"));
    assertFalse(matches("a?b", "a/b"));
    assertFalse(matches("a?", "a"));
  }

  @Test
  void noPatternTakesLong() {
    assertFalse(matches("**a*".repeat(50) + "b", "close/" + "a".repeat(5_000)));
    String address = "close@2024-Q4/entities/" + "a/".repeat(50) + "recon";
    for (String part : new String[] {"*", "**", "**/", "**a*", "?*", "**/*a", "a", "/", "***/"}) {
      for (int i = 0; i < 1_000; i++) {
        assertFalse(matches(part.repeat(100_000 / part.length()) + "\0", address), part);
      }
    }
    assertTrue(matches("close@*/" + "**/".repeat(30_000) + "**".repeat(30_000) + "n", address));
  }
}
