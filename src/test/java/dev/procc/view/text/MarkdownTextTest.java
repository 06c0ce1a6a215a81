package dev.procc.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  @Test
  void blanksAreOutsideOfBoldWords() {
    assertEquals("**Close** ", MarkdownText.strong("Close ").toString());
    assertEquals(" **Close**", MarkdownText.strong(" Close").toString());
    assertEquals("*a b* ", MarkdownText.emphasis("a b\n").toString());
    assertEquals("", MarkdownText.strong("").toString());
    assertEquals(" ", MarkdownText.strong(" ").toString());
  }

  @Test
  void anOrdinaryAddressIsALink() {
    assertEquals(
        "[open](https://a.b/c?d=e&amp;f=1#g)",
        MarkdownText.link("open", "https://a.b/c?d=e&f=1#g").toString());
  }

  @Test
  void anAddressThatCouldEndTheLinkIsNotOne() {
    for (String url :
        new String[] {
          "https://a.b/)[x](https://c",
          "https://a.b/ \"x\"",
          "javascript:alert(1)",
          "https://me:secret@a.b/",
          "https://a.b/<x>"
        }) {
      assertEquals("open", MarkdownText.link("open", url).toString());
    }
  }
}
