package dev.procc.view.text;

import com.github.mustachejava.DefaultMustacheFactory;
import dev.procc.base.text.ActiveText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// XML documents from Mustache templates, every inserted text escaped.
public final class XmlTemplate {
  private XmlTemplate() {}

  /// Fills a template that is beside this class.
  ///
  /// @param values maps, lists and texts, by the names in the template
  public static SafeText render(String template, Map<String, Object> values) {
    StringWriter out = new StringWriter();
    new EscapingMustacheFactory()
        .compile(new StringReader(read(template)), template)
        .execute(out, values);
    return new SafeText(out.toString());
  }

  private static String read(String template) {
    try (InputStream in = XmlTemplate.class.getResourceAsStream(template)) {
      if (in == null) {
        throw new IllegalStateException("no template " + template);
      }
      StringWriter text = new StringWriter();
      new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Escapes a text for both element content and attributes; characters that XML 1.0 does not allow
  /// are replaced, active ones are written by number.
  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      switch (point) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '[' -> out.append(ActiveText.endsCommand(text, i) ? "&#91;" : "[");
        default -> appendCharacter(out, point);
      }
    }
  }

  private static void appendCharacter(StringBuilder out, int point) {
    if (point != '\n' && point != '\r' && point != '\t' && !isLegalCharacter(point)) {
      out.append('\ufffd');
    } else if (ActiveText.isActive(point)) {
      out.append("&#").append(point).append(';');
    } else {
      out.appendCodePoint(point);
    }
  }

  private static boolean isLegalCharacter(int point) {
    return point >= 0x20
        && (point < 0xd800 || point > 0xdfff)
        && point != 0xfffe
        && point != 0xffff;
  }

  private static final class EscapingMustacheFactory extends DefaultMustacheFactory {
    @Override
    public void encode(String value, Writer writer) {
      StringBuilder out = new StringBuilder(value.length() + 16);
      escape(value, out);
      try {
        writer.append(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
