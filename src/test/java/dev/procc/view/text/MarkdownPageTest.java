package dev.procc.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.testing.HostileTexts;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every text of Markdown is written by its writer.
class MarkdownPageTest {
  /// The argument that a method gets for a parameter.
  private static Object argument(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    } else if (type == String[].class) {
      return new String[] {text, text};
    } else if (type == MarkdownText.class) {
      return MarkdownText.plain(text);
    } else if (type == MarkdownText[].class) {
      return new MarkdownText[] {MarkdownText.plain(text), MarkdownText.code(text)};
    } else if (type == List.class) {
      return List.of(MarkdownText.plain(text), MarkdownText.strong(text));
    }
    assertEquals(int.class, type);
    return 2;
  }

  private static void check(Method method, String text) throws Exception {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(type -> argument(type, text)).toArray();
    Object on =
        Modifier.isStatic(method.getModifiers())
            ? null
            : method.getDeclaringClass() == MarkdownPage.class
                ? new MarkdownPage().append("a").line()
                : MarkdownText.plain("a");
    Object made = method.invoke(on, arguments);
    MarkdownPage page =
        made instanceof MarkdownText piece
            ? new MarkdownPage().append("a").line().append(piece)
            : (MarkdownPage) made;
    HostileTexts.check(method.toString(), "markdown", page.toText().toString());
  }

  @Test
  void noMethodTakesATextAsItIs() throws Exception {
    List<Method> methods = new ArrayList<>();
    for (Class<?> type : List.of(MarkdownText.class, MarkdownPage.class)) {
      for (Constructor<?> constructor : type.getConstructors()) {
        assertEquals(0, constructor.getParameterCount());
      }
      for (Method method : type.getMethods()) {
        boolean isOther = List.of("marker", "equals").contains(method.getName());
        if (method.getDeclaringClass() == type && method.getParameterCount() > 0 && !isOther) {
          methods.add(method);
        }
      }
    }
    for (Method method : methods) {
      for (String text : HostileTexts.all()) {
        check(method, text);
      }
    }
    assertTrue(methods.size() >= 15, methods.toString());
  }

  @Test
  void aTextAtTheStartOfALineBeginsNoBlock() {
    for (String text :
        new String[] {
          "- a",
          "+ a",
          "1. a",
          "12) a",
          "---",
          "===",
          "= ",
          ":--",
          "-",
          "1.",
          "# a",
          "> a",
          "* a",
          "| a",
          "~~~",
          "```",
          "    code",
          "\tcode",
          "[a]: http://b",
          "<b>"
        }) {
      String line = new MarkdownPage().append(text).toString();
      assertTrue(line.matches("(?s)[\\\\&1c].*") && !line.matches("(?s)\\d+[.)].*"), line);
      assertEquals("- " + line, new MarkdownPage().item().append(text).toString());
    }
    assertEquals("12 a -1 1.5", new MarkdownPage().append("12 a -1 1.5").toString());
    assertEquals("1.5 -1", new MarkdownPage().append("1.5").append(" -1").toString());
  }
}
