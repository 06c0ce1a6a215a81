package dev.procc.language.expand.text;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheResolver;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.util.Wrapper;
import dev.procc.base.text.TextLines;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rendering of texts with sections by Mustache.java; the only class that uses it.
///
/// The engine does not get the text of a definition, but one in which each tag is replaced by the
/// index of a tag that `TagParser` found and allowed; so there are no partials, delimiters and
/// pragmas, and every fault is known by its tag. Names are looked up by `NameLookup` only: no
/// reflection, no method calls, no templates in values. Line breaks are hidden from the engine,
/// which treats them unlike the Mustache specification; tags alone on a line are handled here.
public final class MustacheEngine {
  private final List<Tag> tags;
  private final Mustache compiled;

  /// Compiles a text.
  ///
  /// @param tags the tags of the text, properly nested
  public MustacheEngine(String text, List<Tag> tags) {
    this.tags = List.copyOf(tags);
    LineBreakShield shield = LineBreakShield.forText(text);
    this.compiled =
        new TextMustacheFactory(shield, new TagResolver(this.tags))
            .compile(new StringReader(shield.toEngineText(text, tags)), "text");
  }

  /// The rendered text; faults are reported to the rendering, which has then failed.
  public String render(TextRendering rendering) {
    BoundedWriter sink = new BoundedWriter(rendering);
    try {
      List<Object> scopes = new ArrayList<>(4);
      scopes.add(rendering);
      compiled.execute(sink, scopes);
    } catch (MustacheException | StackOverflowError fault) {
      rendering.report(
          tags.get(0),
          ExpandCodes.BAD_TAG,
          "The text cannot be rendered: " + trimFullStop(fault.getMessage()),
          null);
    }
    return sink.text.toString();
  }

  private static String trimFullStop(@Nullable String message) {
    String text = message == null || message.isBlank() ? "no reason given" : message.strip();
    return text.endsWith(".") || text.endsWith("!")
        ? text.substring(0, text.length() - 1) + " "
        : text;
  }

  /// Characters that replace line breaks for the engine, and one that begins its text, so that the
  /// first line does not look blank. None of them is in the text.
  private record LineBreakShield(char begin, char line, char carriage) {
    static LineBreakShield forText(String text) {
      char free = '\uE000';
      char[] chosen = new char[3];
      for (int i = 0; i < 3; i++) {
        while (text.indexOf(free) >= 0) {
          free++;
        }
        chosen[i] = free++;
      }
      return new LineBreakShield(chosen[0], chosen[1], chosen[2]);
    }

    /// The text for the engine, with indexes in its tags and without line breaks.
    String toEngineText(String text, List<Tag> tags) {
      StringBuilder engineText = new StringBuilder(text.length() + 8).append(begin);
      List<Integer> open = new ArrayList<>(2);
      int at = 0;
      for (int i = 0; i < tags.size(); i++) {
        Tag tag = tags.get(i);
        int start = tag.start();
        int end = tag.end();
        if (tag.kind() != Tag.TagKind.VALUE && standsAlone(text, start, end)) {
          start = TextLines.trimBlanks(text, 0, start);
          end = TextLines.nextLine(text, TextLines.skipBlanks(text, end, text.length()));
        }
        appendLiteral(engineText, text, at, Math.max(at, start));
        at = Math.max(at, end);
        switch (tag.kind()) {
          case VALUE -> engineText.append("{{").append(i).append("}}");
          case SECTION -> {
            engineText.append("{{#").append(i).append("}}");
            open.add(i);
          }
          case INVERTED -> {
            engineText.append("{{^").append(i).append("}}");
            open.add(i);
          }
          case END -> engineText.append("{{/").append(open.removeLast()).append("}}");
          case COMMENT -> {}
        }
      }
      appendLiteral(engineText, text, at, text.length());
      return engineText.toString();
    }

    /// Whether there are only blanks beside a tag on its lines.
    private static boolean standsAlone(String text, int start, int end) {
      int before = TextLines.trimBlanks(text, 0, start);
      int behind = TextLines.skipBlanks(text, end, text.length());
      return (before == 0 || TextLines.isBreak(text.charAt(before - 1)))
          && (behind == text.length() || TextLines.isBreak(text.charAt(behind)));
    }

    private void appendLiteral(StringBuilder out, String text, int from, int to) {
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        out.append(c == '\n' ? line : c == '\r' ? carriage : c);
      }
    }

    /// A piece of the engine's text with its line breaks restored.
    String fromEngineText(String literal) {
      String text = literal.replace(line, '\n').replace(carriage, '\r');
      return !text.isEmpty() && text.charAt(0) == begin ? text.substring(1) : text;
    }
  }

  /// A factory of templates without partials, that escapes nothing.
  private static final class TextMustacheFactory extends DefaultMustacheFactory {
    private final LineBreakShield shield;

    TextMustacheFactory(LineBreakShield shield, ObjectHandler values) {
      super((MustacheResolver) name -> null);
      this.shield = shield;
      setObjectHandler(values);
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(value);
      } catch (IOException impossible) {
        throw new MustacheException(impossible);
      }
    }

    @Override
    public String filterText(String literal, boolean startOfLine) {
      return shield.fromEngineText(literal);
    }
  }

  /// The text of a tag, apart from values that the engine may not convert to text itself.
  private record RenderedText(String text) {}

  /// Resolves the indexes in tags to values of the rendering, which is the first scope.
  private record TagResolver(List<Tag> tags) implements ObjectHandler {
    @Override
    public Binding createBinding(@Nullable String name, TemplateContext context, Code code) {
      boolean numbered = name != null && !name.isEmpty() && Character.isDigit(name.charAt(0));
      if (!numbered) {
        return scopes -> null;
      }
      Tag tag = tags.get(Integer.parseInt(name));
      return scopes -> resolve(tag, scopes);
    }

    private static @Nullable Object resolve(Tag tag, List<Object> scopes) {
      TextRendering rendering = rendering(scopes);
      List<YamlNode> sections = sections(scopes);
      if (tag.kind() == Tag.TagKind.VALUE) {
        String text = rendering.text(tag, sections);
        return text == null ? null : new RenderedText(text);
      }
      if (tag.kind() == Tag.TagKind.SECTION) {
        TextFunction function = rendering.function(tag, sections);
        if (function != null) {
          return new FunctionCall(function, tag);
        }
      }
      return rendering.value(tag, sections);
    }

    private static TextRendering rendering(List<Object> scopes) {
      return (TextRendering) scopes.get(0);
    }

    private static List<YamlNode> sections(List<Object> scopes) {
      if (scopes.size() == 1) {
        return List.of();
      }
      List<YamlNode> sections = new ArrayList<>(scopes.size() - 1);
      for (Object scope : scopes) {
        if (scope instanceof YamlNode node) {
          sections.add(node);
        }
      }
      return sections;
    }

    @Override
    public Writer iterate(Iteration iteration, Writer writer, Object value, List<Object> scopes) {
      TextRendering rendering = rendering(scopes);
      if (value instanceof FunctionCall call) {
        return applyFunction(call, iteration, writer, scopes);
      }
      if (!(value instanceof YamlNode node) || !NodeValues.isTruthy(node)) {
        return writer;
      }
      Writer out = writer;
      if (node instanceof Sequence list) {
        for (YamlNode item : list.items()) {
          if (rendering.allowsStep()) {
            out = iteration.next(out, item, scopes);
          }
        }
        return out;
      }
      return rendering.allowsStep() ? iteration.next(out, node, scopes) : out;
    }

    private static Writer applyFunction(
        FunctionCall call, Iteration iteration, Writer writer, List<Object> scopes) {
      TextRendering rendering = rendering(scopes);
      BoundedWriter inside = new BoundedWriter(rendering);
      if (!rendering.allowsStep()) {
        return writer;
      }
      iteration.next(inside, null, scopes);
      try {
        writer.write(
            rendering.hasFailed() ? "" : call.function.body().apply(inside.text.toString()));
      } catch (IllegalArgumentException fault) {
        rendering.report(
            call.tag, ExpandCodes.TEXT_FUNCTION, trimFullStop(fault.getMessage()), null);
      } catch (IOException impossible) {
        throw new MustacheException(impossible);
      }
      return writer;
    }

    @Override
    public Writer falsey(Iteration iteration, Writer writer, Object value, List<Object> scopes) {
      boolean shown =
          value == null || (value instanceof YamlNode node && !NodeValues.isTruthy(node));
      return shown && rendering(scopes).allowsStep()
          ? iteration.next(writer, value, scopes)
          : writer;
    }

    @Override
    public String stringify(Object value) {
      return value instanceof RenderedText shown ? shown.text : "";
    }

    @Override
    public @Nullable Wrapper find(String name, List<Object> scopes) {
      return null;
    }

    @Override
    public Object coerce(Object value) {
      return value;
    }
  }

  /// A section that is a text function.
  private record FunctionCall(TextFunction function, Tag tag) {}

  /// A writer to a string of bounded length.
  private static final class BoundedWriter extends Writer {
    private final TextRendering rendering;
    final StringBuilder text = new StringBuilder();

    BoundedWriter(TextRendering rendering) {
      this.rendering = rendering;
    }

    @Override
    public void write(char[] chars, int from, int length) {
      if (rendering.fits(text.length() + length)) {
        text.append(chars, from, length);
      }
    }

    @Override
    public void write(String more) {
      if (rendering.fits(text.length() + more.length())) {
        text.append(more);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
