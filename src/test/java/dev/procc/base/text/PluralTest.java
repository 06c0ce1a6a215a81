package dev.procc.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PluralTest {
  @Test
  void oneMoreIsShownRatherThanCounted() {
    assertEquals(12, Plural.shown(12, 12));
    assertEquals(13, Plural.shown(13, 12));
    assertEquals(12, Plural.shown(14, 12));
    assertEquals(0, Plural.shown(1, 0));
    assertEquals(5, Plural.shown(5, Integer.MAX_VALUE));
  }

  @Test
  void oneIsSingularAndEverythingElseIsPlural() {
    assertEquals("1 task", Plural.of(1, "task"));
    assertEquals("0 tasks", Plural.of(0, "task"));
    assertEquals("2 tasks", Plural.of(2, "task"));
    assertEquals("-1 tasks", Plural.of(-1, "task"));
    assertEquals("3000000000 tasks", Plural.of(3_000_000_000L, "task"));
  }

  @Test
  void hissesTakeEs() {
    assertEquals("3 processes", Plural.of(3, "process"));
    assertEquals("3 boxes", Plural.of(3, "box"));
    assertEquals("3 branches", Plural.of(3, "branch"));
    assertEquals("3 hashes", Plural.of(3, "hash"));
    assertEquals("2 more processes", Plural.of(2, "more process"));
  }

  @Test
  void aConsonantBeforeYTakesIes() {
    assertEquals("2 entries", Plural.of(2, "entry"));
    assertEquals("2 keys", Plural.of(2, "key"));
    assertEquals("2 business days", Plural.of(2, "business day"));
  }

  @Test
  void someNounsAreIrregular() {
    assertEquals("2 people", Plural.of(2, "person"));
    assertEquals("2 other people", Plural.of(2, "other person"));
    assertEquals("2 children", Plural.of(2, "child"));
  }

  @Test
  void aNounAndAVerbAgree() {
    assertEquals("certification", Plural.noun(1, "certification"));
    assertEquals("certifications", Plural.noun(4, "certification"));
    assertEquals("moves", Plural.choose(1, "moves", "move"));
    assertEquals("move", Plural.choose(0, "moves", "move"));
  }
}
