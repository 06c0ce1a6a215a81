package dev.procc.language.yaml;

import dev.procc.base.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The engine's events to the spelling of a text.
final class CstReader {
  private static final int MOST_PARTS = 1_000_000;

  private final Reading reading;
  private final String text;
  private final YamlLimits limits;
  private final List<Cst.Document> documents = new ArrayList<>();
  private @Nullable Open top;
  private @Nullable Cst root;
  private int depth;
  private int parts;
  private int documentStart;
  private int dashes;
  private boolean marked;
  private int covered;

  /// A collection under way.
  private static final class Open {
    final @Nullable Open parent;
    final boolean mapping;
    final boolean flow;
    final boolean bare;
    final int from;
    final int start;
    final List<String> properties;
    final List<Cst.Part> parts = new ArrayList<>();
    int partStart = -1;
    boolean question;
    @Nullable Cst key;
    int past;

    Open(
        @Nullable Open parent,
        boolean mapping,
        boolean flow,
        boolean bare,
        int from,
        int start,
        List<String> properties) {
      this.parent = parent;
      this.mapping = mapping;
      this.flow = flow;
      this.bare = bare;
      this.from = from;
      this.start = start;
      this.properties = properties;
      this.past = flow && !bare ? start + 1 : start;
    }
  }

  CstReader(SourceFile file, YamlLimits limits) {
    this.reading = new Reading(file, Patched.none(file.text()));
    this.text = file.text();
    this.limits = limits;
  }

  Optional<Cst.Stream> read() {
    try {
      ParserImpl parser =
          new ParserImpl(
              Composer.settings(text.length()),
              new StreamReader(Composer.settings(text.length()), text));
      while (parser.hasNext()) {
        event(parser.next());
      }
    } catch (YamlEngineException | Unspelled e) {
      return Optional.empty();
    }
    List<Cst.Note> notes = new ArrayList<>();
    int[] marks = reading.comments();
    for (int i = 0; i < reading.commentCount(); i += 2) {
      int lineStart = Lines.start(text, marks[i]);
      boolean own = Lines.skipBlanks(text, lineStart, marks[i]) == marks[i];
      notes.add(new Cst.Note(marks[i], marks[i + 1], own));
    }
    return Optional.of(new Cst.Stream(reading.file, List.copyOf(documents), List.copyOf(notes)));
  }

  /// The text is beyond what is spelled out.
  private static final class Unspelled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void event(Event event) {
    Event.ID id = event.getEventId();
    int start = reading.place(event.getStartMark(), covered);
    int end = reading.place(event.getEndMark(), start);
    if (id == Event.ID.Scalar) {
      scalar((ScalarEvent) event, start, end);
    } else if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
      open((CollectionStartEvent) event, id == Event.ID.MappingStart, start);
    } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
      close(end);
    } else if (id == Event.ID.Alias) {
      reading.scanGap(start);
      reading.cover(end);
      begin(start);
      attach(new Cst.Alias(start, end, ((AliasEvent) event).getAlias().getValue()));
    } else if (id == Event.ID.DocumentStart) {
      marked = ((DocumentStartEvent) event).isExplicit();
      documentStart = documents.isEmpty() ? 0 : documents.getLast().end();
      dashes = marked ? Math.max(end - 3, documentStart) : start;
      root = null;
    } else if (id == Event.ID.DocumentEnd) {
      Cst whole = root;
      if (whole != null) {
        boolean ended = ((DocumentEndEvent) event).isExplicit();
        documents.add(new Cst.Document(documentStart, dashes, end, marked, ended, whole));
      }
    } else if (id == Event.ID.StreamEnd) {
      reading.scanGap(text.length());
    }
  }

  /// Past the properties of a node, which are added to the list.
  private int properties(NodeEvent event, boolean tagged, int start, List<String> properties) {
    int left = (event.getAnchor().isPresent() ? 1 : 0) + (tagged ? 1 : 0);
    int at = start;
    while (left > 0 && at < text.length()) {
      char c = text.charAt(at);
      if (Lines.isBlank(c) || Lines.isBreak(c)) {
        at++;
      } else if (c == '#') {
        at = Lines.end(text, at);
      } else if (c == '&' || c == '!') {
        int past = Anchors.word(text, at, text.length());
        properties.add(text.substring(at, past));
        at = past;
        left--;
      } else {
        break;
      }
    }
    return at;
  }

  private int content(int from, int end) {
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (Lines.isBlank(c) || Lines.isBreak(c)) {
        at++;
      } else if (c == '#'
          && at > 0
          && (Lines.isBlank(text.charAt(at - 1)) || Lines.isBreak(text.charAt(at - 1)))) {
        at = Lines.end(text, at);
      } else {
        break;
      }
    }
    return at;
  }

  private void scalar(ScalarEvent event, int from, int to) {
    reading.scanGap(from);
    List<String> properties = new ArrayList<>(0);
    int start = from;
    char first = reading.charAt(from);
    if (from < to && (first == '&' || first == '!')) {
      boolean tagged = event.getTag().isPresent() || first == '!' || holdsBang(from, to);
      start = properties(event, tagged, from, properties);
      start = Math.min(content(start, to), to);
      reading.scanGap(start);
    }
    Scalar.Style style = Composer.style(event.getScalarStyle());
    int end = to;
    reading.cover(Math.max(to, reading.gap()));
    if (style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED) {
      reading.scanLine(start);
      end = reading.blockEnd(start, to);
    }
    begin(from);
    attach(new Cst.Text(from, start, end, List.copyOf(properties), style, event.getValue()));
  }

  private boolean holdsBang(int from, int to) {
    int at = Anchors.word(text, from, to);
    at = content(at, to);
    return at < to && text.charAt(at) == '!';
  }

  private void open(CollectionStartEvent event, boolean mapping, int from) {
    reading.scanGap(from);
    if (depth++ == limits.maxDepth()) {
      throw new Unspelled();
    }
    List<String> properties = new ArrayList<>(0);
    boolean tagged = event.getTag().isPresent();
    int start = from;
    if (event.getAnchor().isPresent() || tagged) {
      start = content(properties(event, tagged, from, properties), text.length());
    }
    reading.scanGap(start);
    boolean flow = event.isFlow();
    boolean bare = flow && mapping && reading.charAt(start) != '{';
    if (flow && !mapping && reading.charAt(start) != '[') {
      throw new Unspelled();
    }
    begin(from);
    top = new Open(top, mapping, flow, bare, from, start, List.copyOf(properties));
  }

  private void close(int end) {
    Open open = top;
    if (open == null) {
      throw new Unspelled();
    }
    depth--;
    top = open.parent;
    int past = open.flow && !open.bare ? end : open.past;
    if (open.flow && !open.bare) {
      reading.scanGap(end);
      reading.cover(end);
    }
    attach(
        new Cst.Collection(
            open.from,
            open.start,
            Math.max(open.start, past),
            open.properties,
            open.mapping,
            open.flow,
            open.bare,
            List.copyOf(open.parts)));
  }

  /// A node begins: as the first of a part, it says where the part begins.
  private void begin(int from) {
    Open open = top;
    if (open == null || open.partStart >= 0) {
      return;
    }
    if (++parts > MOST_PARTS) {
      throw new Unspelled();
    }
    int at = content(open.past, from);
    while (open.flow && at < from && text.charAt(at) == ',') {
      at = content(at + 1, from);
    }
    char sign = reading.charAt(at);
    boolean signed = at < from && (open.mapping ? sign == '?' : !open.flow && sign == '-');
    open.question = signed && open.mapping;
    open.partStart = signed ? at : from;
    if (!open.mapping && !open.flow && !signed) {
      throw new Unspelled();
    }
  }

  private void attach(Cst node) {
    Open open = top;
    if (open == null) {
      root = node;
      return;
    }
    if (open.mapping && open.key == null) {
      open.key = node;
      open.past = Math.max(open.past, node.end());
      return;
    }
    int colon = -1;
    Cst key = open.key;
    if (key != null) {
      int at = content(key.end(), text.length());
      colon = reading.charAt(at) == ':' ? at : -1;
    }
    Cst.Part part = new Cst.Part(open.partStart, open.question, key, colon, node);
    open.parts.add(part);
    open.past = Math.max(open.past, part.end());
    open.partStart = -1;
    open.question = false;
    open.key = null;
  }
}
