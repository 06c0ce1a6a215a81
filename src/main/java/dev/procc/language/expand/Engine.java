package dev.procc.language.expand;

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
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Sequence;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mustache.java behind a fence: the only class that knows it, loaded for texts with sections.
///
/// The engine never sees a definition. It gets a text of our own making, in which each tag is the
/// number of a tag that `Tags` found and allowed; so there are no partials, no delimiters, no
/// pragmas, and every fault knows its tag. Names are looked up by `Lookup` alone: no reflection, no
/// method calls, no templates out of values. Lines are hidden from it, as its own handling of them
/// differs from the Mustache specification; what the specification says of tags that stand alone on
/// a line is done here.
final class Engine {
  private final List<Tag> tags;
  private final Mustache compiled;

  Engine(String text, List<Tag> tags) {
    this.tags = List.copyOf(tags);
    Shield shield = Shield.over(text);
    this.compiled =
        new Factory(shield, new Names(this.tags))
            .compile(new StringReader(shield.hide(text, tags)), "text");
  }

  /// Makes the text; what is wrong is reported through the run, and the text is then worthless.
  String render(Run run) {
    Sink sink = new Sink(run);
    try {
      List<Object> scopes = new ArrayList<>(4);
      scopes.add(run);
      compiled.execute(sink, scopes);
    } catch (MustacheException | StackOverflowError fault) {
      run.fault(
          tags.get(0),
          ExpandCodes.BAD_TAG,
          "The text cannot be made: " + stop(fault.getMessage()),
          null);
    }
    return sink.text.toString();
  }

  private static String stop(@Nullable String message) {
    String text = message == null || message.isBlank() ? "no reason given" : message.strip();
    return text.endsWith(".") || text.endsWith("!")
        ? text.substring(0, text.length() - 1) + " "
        : text;
  }

  /// Stand-ins for line ends, and one that keeps the first line from looking blank.
  private record Shield(char begin, char line, char carriage) {
    static Shield over(String text) {
      char free = '\uE000';
      char[] chosen = new char[3];
      for (int i = 0; i < 3; i++) {
        while (text.indexOf(free) >= 0) {
          free++;
        }
        chosen[i] = free++;
      }
      return new Shield(chosen[0], chosen[1], chosen[2]);
    }

    String hide(String text, List<Tag> tags) {
      StringBuilder hidden = new StringBuilder(text.length() + 8).append(begin);
      List<Integer> open = new ArrayList<>(2);
      int at = 0;
      for (int i = 0; i < tags.size(); i++) {
        Tag tag = tags.get(i);
        int start = tag.start();
        int end = tag.end();
        if (tag.kind() != Tag.Kind.VALUE && standsAlone(text, start, end)) {
          start = lineStart(text, start);
          end = lineEnd(text, end);
        }
        literal(hidden, text, at, Math.max(at, start));
        at = Math.max(at, end);
        switch (tag.kind()) {
          case VALUE -> hidden.append("{{").append(i).append("}}");
          case SECTION -> {
            hidden.append("{{#").append(i).append("}}");
            open.add(i);
          }
          case INVERTED -> {
            hidden.append("{{^").append(i).append("}}");
            open.add(i);
          }
          case END -> hidden.append("{{/").append(open.removeLast()).append("}}");
          case COMMENT -> {}
        }
      }
      literal(hidden, text, at, text.length());
      return hidden.toString();
    }

    private static boolean standsAlone(String text, int start, int end) {
      int from = start;
      while (from > 0 && isBlank(text.charAt(from - 1))) {
        from--;
      }
      int to = end;
      while (to < text.length() && isBlank(text.charAt(to))) {
        to++;
      }
      boolean begins = from == 0 || isBreak(text.charAt(from - 1));
      boolean ends = to == text.length() || isBreak(text.charAt(to));
      return begins && ends;
    }

    private static int lineStart(String text, int at) {
      int from = at;
      while (from > 0 && isBlank(text.charAt(from - 1))) {
        from--;
      }
      return from;
    }

    private static int lineEnd(String text, int at) {
      int to = at;
      while (to < text.length() && isBlank(text.charAt(to))) {
        to++;
      }
      if (to < text.length() && text.charAt(to) == '\r') {
        to++;
      }
      if (to < text.length() && text.charAt(to) == '\n') {
        to++;
      }
      return to;
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
      return c == '\n' || c == '\r';
    }

    private void literal(StringBuilder out, String text, int from, int to) {
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        out.append(c == '\n' ? line : c == '\r' ? carriage : c);
      }
    }

    String show(String literal) {
      String text = literal.replace(line, '\n').replace(carriage, '\r');
      return !text.isEmpty() && text.charAt(0) == begin ? text.substring(1) : text;
    }
  }

  private static final class Factory extends DefaultMustacheFactory {
    private final Shield shield;

    Factory(Shield shield, ObjectHandler values) {
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
      return shield.show(literal);
    }
  }

  /// A text on its way out, so that the engine has nothing to turn into one itself.
  private record Shown(String text) {}

  private record Names(List<Tag> tags) implements ObjectHandler {
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
      Run run = run(scopes);
      List<Node> sections = sections(scopes);
      if (tag.kind() == Tag.Kind.VALUE) {
        String text = run.text(tag, sections);
        return text == null ? null : new Shown(text);
      }
      if (tag.kind() == Tag.Kind.SECTION) {
        TextFunction function = run.function(tag, sections);
        if (function != null) {
          return new Call(function, tag);
        }
      }
      return run.value(tag, sections);
    }

    private static Run run(List<Object> scopes) {
      return (Run) scopes.get(0);
    }

    private static List<Node> sections(List<Object> scopes) {
      if (scopes.size() == 1) {
        return List.of();
      }
      List<Node> sections = new ArrayList<>(scopes.size() - 1);
      for (Object scope : scopes) {
        if (scope instanceof Node node) {
          sections.add(node);
        }
      }
      return sections;
    }

    @Override
    public Writer iterate(Iteration turn, Writer writer, Object value, List<Object> scopes) {
      Run run = run(scopes);
      if (value instanceof Call call) {
        return call(call, turn, writer, scopes);
      }
      if (!(value instanceof Node node) || !Values.truth(node)) {
        return writer;
      }
      Writer out = writer;
      if (node instanceof Sequence list) {
        for (Node item : list.items()) {
          if (run.step()) {
            out = turn.next(out, item, scopes);
          }
        }
        return out;
      }
      return run.step() ? turn.next(out, node, scopes) : out;
    }

    private static Writer call(Call call, Iteration turn, Writer writer, List<Object> scopes) {
      Run run = run(scopes);
      Sink inside = new Sink(run);
      if (!run.step()) {
        return writer;
      }
      turn.next(inside, null, scopes);
      try {
        writer.write(run.failed() ? "" : call.function.apply().apply(inside.text.toString()));
      } catch (IllegalArgumentException fault) {
        run.fault(call.tag, ExpandCodes.TEXT_FUNCTION, stop(fault.getMessage()), null);
      } catch (IOException impossible) {
        throw new MustacheException(impossible);
      }
      return writer;
    }

    @Override
    public Writer falsey(Iteration turn, Writer writer, Object value, List<Object> scopes) {
      boolean shown = value == null || (value instanceof Node node && !Values.truth(node));
      return shown && run(scopes).step() ? turn.next(writer, value, scopes) : writer;
    }

    @Override
    public String stringify(Object value) {
      return value instanceof Shown shown ? shown.text : "";
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

  private record Call(TextFunction function, Tag tag) {}

  /// Takes text up to the bound.
  private static final class Sink extends Writer {
    private final Run run;
    final StringBuilder text = new StringBuilder();

    Sink(Run run) {
      this.run = run;
    }

    @Override
    public void write(char[] chars, int from, int length) {
      if (run.fits(text.length() + length)) {
        text.append(chars, from, length);
      }
    }

    @Override
    public void write(String more) {
      if (run.fits(text.length() + more.length())) {
        text.append(more);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
