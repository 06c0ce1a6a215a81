package dev.procc.language.yaml.cst;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.TextLines;
import dev.procc.language.yaml.parse.Anchors;
import dev.procc.language.yaml.parse.Composer;
import dev.procc.language.yaml.parse.ParseContext;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.YamlLimits;
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
  private static final int MAX_PARTS = 1_000_000;

  private final ParseContext context;
  private final String text;
  private final YamlLimits limits;
  private final List<Cst.Document> documents = new ArrayList<>();
  private @Nullable OpenCollection top;
  private @Nullable Cst root;
  private int depth;
  private int partCount;
  private int documentStart;
  private int startMarker;
  private boolean hasStartMarker;
  private int lastOffset;

  /// A collection under way.
  private static final class OpenCollection {
    final @Nullable OpenCollection parent;
    final boolean mapping;
    final boolean flow;
    final boolean singlePair;
    final int from;
    final int start;
    final List<String> properties;
    final List<Cst.Part> parts = new ArrayList<>();
    int partStart = -1;
    boolean explicitKey;
    @Nullable Cst key;
    int endSoFar;

    OpenCollection(
        @Nullable OpenCollection parent,
        boolean mapping,
        boolean flow,
        boolean bare,
        int from,
        int start,
        List<String> properties) {
      this.parent = parent;
      this.mapping = mapping;
      this.flow = flow;
      this.singlePair = bare;
      this.from = from;
      this.start = start;
      this.properties = properties;
      this.endSoFar = flow && !bare ? start + 1 : start;
    }
  }

  CstReader(SourceFile file, YamlLimits limits) {
    this.context = new ParseContext(file, PatchedText.unchanged(file.text()));
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
    } catch (YamlEngineException | UnsupportedSyntaxException e) {
      return Optional.empty();
    }
    List<Cst.CommentToken> notes = new ArrayList<>();
    int[] marks = context.commentOffsets();
    for (int i = 0; i < context.commentOffsetCount(); i += 2) {
      int lineStart = TextLines.lineStart(text, marks[i]);
      boolean own = TextLines.skipBlanks(text, lineStart, marks[i]) == marks[i];
      notes.add(new Cst.CommentToken(marks[i], marks[i + 1], own));
    }
    return Optional.of(new Cst.Stream(context.file, List.copyOf(documents), List.copyOf(notes)));
  }

  /// The text is beyond what is spelled out.
  private static final class UnsupportedSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void event(Event event) {
    Event.ID id = event.getEventId();
    int start = context.offset(event.getStartMark(), lastOffset);
    int end = context.offset(event.getEndMark(), start);
    if (id == Event.ID.Scalar) {
      scalar((ScalarEvent) event, start, end);
    } else if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
      open((CollectionStartEvent) event, id == Event.ID.MappingStart, start);
    } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
      close(end);
    } else if (id == Event.ID.Alias) {
      context.scanGap(start);
      context.cover(end);
      begin(start);
      attach(new Cst.AliasNode(start, end, ((AliasEvent) event).getAlias().getValue()));
    } else if (id == Event.ID.DocumentStart) {
      hasStartMarker = ((DocumentStartEvent) event).isExplicit();
      documentStart = documents.isEmpty() ? 0 : documents.getLast().end();
      startMarker = hasStartMarker ? Math.max(end - 3, documentStart) : start;
      root = null;
    } else if (id == Event.ID.DocumentEnd) {
      Cst whole = root;
      if (whole != null) {
        boolean ended = ((DocumentEndEvent) event).isExplicit();
        documents.add(
            new Cst.Document(documentStart, startMarker, end, hasStartMarker, ended, whole));
      }
    } else if (id == Event.ID.StreamEnd) {
      context.scanGap(text.length());
    }
  }

  /// Past the properties of a node, which are added to the list.
  private int properties(NodeEvent event, boolean tagged, int start, List<String> properties) {
    int left = (event.getAnchor().isPresent() ? 1 : 0) + (tagged ? 1 : 0);
    int at = start;
    while (left > 0 && at < text.length()) {
      char c = text.charAt(at);
      if (TextLines.isBlank(c) || TextLines.isBreak(c)) {
        at++;
      } else if (c == '#') {
        at = TextLines.lineEnd(text, at);
      } else if (c == '&' || c == '!') {
        int past = Anchors.propertyEnd(text, at, text.length());
        properties.add(text.substring(at, past));
        at = past;
        left--;
      } else {
        break;
      }
    }
    return at;
  }

  private int content(int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (TextLines.isBlank(c) || TextLines.isBreak(c)) {
        at++;
      } else if (c == '#'
          && at > 0
          && (TextLines.isBlank(text.charAt(at - 1)) || TextLines.isBreak(text.charAt(at - 1)))) {
        at = TextLines.lineEnd(text, at);
      } else {
        break;
      }
    }
    return at;
  }

  private void scalar(ScalarEvent event, int from, int to) {
    context.scanGap(from);
    List<String> properties = new ArrayList<>(0);
    int start = from;
    char first = context.charAt(from);
    if (from < to && (first == '&' || first == '!')) {
      boolean tagged = event.getTag().isPresent() || first == '!' || holdsBang(from, to);
      start = properties(event, tagged, from, properties);
      start = Math.min(content(start, to), to);
      context.scanGap(start);
    }
    Scalar.Style style = Composer.style(event.getScalarStyle());
    int end = to;
    context.cover(Math.max(to, context.coveredUpTo()));
    if (style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED) {
      context.scanBlockHeader(start);
      end = context.blockScalarEnd(start, to);
    }
    begin(from);
    attach(new Cst.ScalarNode(from, start, end, List.copyOf(properties), style, event.getValue()));
  }

  private boolean holdsBang(int from, int to) {
    int at = Anchors.propertyEnd(text, from, to);
    at = content(at, to);
    return at < to && text.charAt(at) == '!';
  }

  private void open(CollectionStartEvent event, boolean mapping, int from) {
    context.scanGap(from);
    if (depth++ == limits.maxDepth()) {
      throw new UnsupportedSyntaxException();
    }
    List<String> properties = new ArrayList<>(0);
    boolean tagged = event.getTag().isPresent();
    int start = from;
    if (event.getAnchor().isPresent() || tagged) {
      start = content(properties(event, tagged, from, properties), text.length());
    }
    context.scanGap(start);
    boolean flow = event.isFlow();
    boolean bare = flow && mapping && context.charAt(start) != '{';
    if (flow && !mapping && context.charAt(start) != '[') {
      throw new UnsupportedSyntaxException();
    }
    begin(from);
    top = new OpenCollection(top, mapping, flow, bare, from, start, List.copyOf(properties));
  }

  private void close(int end) {
    OpenCollection open = top;
    if (open == null) {
      throw new UnsupportedSyntaxException();
    }
    depth--;
    top = open.parent;
    int past = open.flow && !open.singlePair ? end : open.endSoFar;
    if (open.flow && !open.singlePair) {
      context.scanGap(end);
      context.cover(end);
    }
    attach(
        new Cst.CollectionNode(
            open.from,
            open.start,
            Math.max(open.start, past),
            open.properties,
            open.mapping,
            open.flow,
            open.singlePair,
            List.copyOf(open.parts)));
  }

  /// A node begins: as the first of a part, it says where the part begins.
  private void begin(int from) {
    OpenCollection open = top;
    if (open == null || open.partStart >= 0) {
      return;
    }
    if (++partCount > MAX_PARTS) {
      throw new UnsupportedSyntaxException();
    }
    int at = content(open.endSoFar, from);
    while (open.flow && at < from && text.charAt(at) == ',') {
      at = content(at + 1, from);
    }
    char sign = context.charAt(at);
    boolean signed = at < from && (open.mapping ? sign == '?' : !open.flow && sign == '-');
    open.explicitKey = signed && open.mapping;
    open.partStart = signed ? at : from;
    if (!open.mapping && !open.flow && !signed) {
      throw new UnsupportedSyntaxException();
    }
  }

  private void attach(Cst node) {
    OpenCollection open = top;
    if (open == null) {
      root = node;
      return;
    }
    if (open.mapping && open.key == null) {
      open.key = node;
      open.endSoFar = Math.max(open.endSoFar, node.end());
      return;
    }
    int colon = -1;
    Cst key = open.key;
    if (key != null) {
      int at = content(key.end(), text.length());
      colon = context.charAt(at) == ':' ? at : -1;
    }
    Cst.Part part = new Cst.Part(open.partStart, open.explicitKey, key, colon, node);
    open.parts.add(part);
    open.endSoFar = Math.max(open.endSoFar, part.end());
    open.partStart = -1;
    open.explicitKey = false;
    open.key = null;
  }
}
