package dev.procc.language.yaml.cst;

import dev.procc.base.source.SourceFile;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.parse.Anchors;
import dev.procc.language.yaml.parse.CollectionShape;
import dev.procc.language.yaml.parse.EngineEvents;
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

/// A reader of the concrete syntax tree of a text, from the engine's events.
public final class CstReader {
  /// The most entries and items of a text.
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
  private int lastOffset;

  /// A collection whose end has not been read.
  private static final class OpenCollection {
    final @Nullable OpenCollection parent;
    final CollectionShape shape;
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
        CollectionShape shape,
        int from,
        int start,
        List<String> properties) {
      this.parent = parent;
      this.shape = shape;
      this.from = from;
      this.start = start;
      this.properties = properties;
      this.endSoFar = isBracketed() ? start + 1 : start;
    }

    boolean isBracketed() {
      return shape.isFlow() && shape != CollectionShape.SINGLE_PAIR;
    }
  }

  private CstReader(SourceFile file, YamlLimits limits) {
    this.context = new ParseContext(file, PatchedText.unchanged(file.text()));
    this.text = file.text();
    this.limits = limits;
  }

  /// The syntax tree of a text; no value if it is not YAML or is nested too deeply.
  public static Optional<Cst.Stream> read(SourceFile file, YamlLimits limits) {
    return new CstReader(file, limits).read();
  }

  private Optional<Cst.Stream> read() {
    try {
      ParserImpl parser = EngineEvents.parser(text);
      while (parser.hasNext()) {
        event(parser.next());
      }
    } catch (YamlEngineException | UnsupportedSyntaxException e) {
      return Optional.empty();
    }
    List<Cst.CommentToken> comments = new ArrayList<>();
    int[] offsets = context.commentOffsets();
    for (int i = 0; i < context.commentOffsetCount(); i += 2) {
      int lineStart = TextLines.lineStart(text, offsets[i]);
      boolean own = TextLines.skipBlanks(text, lineStart, offsets[i]) == offsets[i];
      comments.add(new Cst.CommentToken(offsets[i], offsets[i + 1], own));
    }
    return Optional.of(new Cst.Stream(context.file, List.copyOf(documents), List.copyOf(comments)));
  }

  /// Thrown at syntax that the tree does not represent.
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
      open((CollectionStartEvent) event, start);
    } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
      close(end);
    } else if (id == Event.ID.Alias) {
      context.scanGap(start);
      context.cover(end);
      begin(start);
      attach(new Cst.AliasNode(start, end, ((AliasEvent) event).getAlias().getValue()));
    } else if (id == Event.ID.DocumentStart) {
      documentStart = documents.isEmpty() ? 0 : documents.getLast().end();
      startMarker =
          ((DocumentStartEvent) event).isExplicit() ? Math.max(end - 3, documentStart) : -1;
      root = null;
    } else if (id == Event.ID.DocumentEnd) {
      Cst content = root;
      if (content != null) {
        boolean ended = ((DocumentEndEvent) event).isExplicit();
        documents.add(new Cst.Document(documentStart, startMarker, end, ended, content));
      }
    } else if (id == Event.ID.StreamEnd) {
      context.scanGap(text.length());
    }
  }

  /// Adds the anchor and tag of a node to the list; returns the offset after them.
  private int readProperties(NodeEvent event, boolean tagged, int start, List<String> properties) {
    int expected = (event.getAnchor().isPresent() ? 1 : 0) + (tagged ? 1 : 0);
    int at = start;
    while (expected > 0 && at < text.length()) {
      char c = text.charAt(at);
      if (TextLines.isBlank(c) || TextLines.isBreak(c)) {
        at++;
      } else if (c == '#') {
        at = TextLines.lineEnd(text, at);
      } else if (c == '&' || c == '!') {
        int end = Anchors.propertyEnd(text, at, text.length());
        properties.add(text.substring(at, end));
        at = end;
        expected--;
      } else {
        break;
      }
    }
    return at;
  }

  /// The offset of the first character from `start` on that is not a blank, line break or comment.
  private int skipToContent(int start, int end) {
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
      boolean tagged = event.getTag().isPresent() || first == '!' || isTagAfterAnchor(from, to);
      start = readProperties(event, tagged, from, properties);
      start = Math.min(skipToContent(start, to), to);
      context.scanGap(start);
    }
    Scalar.Style style = EngineEvents.style(event.getScalarStyle());
    int end = to;
    context.cover(Math.max(to, context.coveredUpTo()));
    if (style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED) {
      context.scanBlockHeader(start);
      end = context.blockScalarEnd(start, to);
    }
    begin(from);
    attach(new Cst.ScalarNode(from, start, end, List.copyOf(properties), style, event.getValue()));
  }

  /// Whether a tag follows the anchor at `from`.
  private boolean isTagAfterAnchor(int from, int to) {
    int at = Anchors.propertyEnd(text, from, to);
    at = skipToContent(at, to);
    return at < to && text.charAt(at) == '!';
  }

  private void open(CollectionStartEvent event, int from) {
    context.scanGap(from);
    if (depth++ == limits.maxDepth()) {
      throw new UnsupportedSyntaxException();
    }
    List<String> properties = new ArrayList<>(0);
    boolean tagged = event.getTag().isPresent();
    int start = from;
    if (event.getAnchor().isPresent() || tagged) {
      start = skipToContent(readProperties(event, tagged, from, properties), text.length());
    }
    context.scanGap(start);
    CollectionShape shape = CollectionShape.of(event);
    if (shape == CollectionShape.FLOW_MAPPING && context.charAt(start) != '{') {
      shape = CollectionShape.SINGLE_PAIR;
    } else if (shape == CollectionShape.FLOW_LIST && context.charAt(start) != '[') {
      throw new UnsupportedSyntaxException();
    }
    begin(from);
    top = new OpenCollection(top, shape, from, start, List.copyOf(properties));
  }

  private void close(int end) {
    OpenCollection open = top;
    if (open == null) {
      throw new UnsupportedSyntaxException();
    }
    depth--;
    top = open.parent;
    int past = open.isBracketed() ? end : open.endSoFar;
    if (open.isBracketed()) {
      context.scanGap(end);
      context.cover(end);
    }
    attach(
        new Cst.CollectionNode(
            open.from,
            open.start,
            Math.max(open.start, past),
            open.properties,
            open.shape,
            List.copyOf(open.parts)));
  }

  /// Records where a part begins, at its first node.
  private void begin(int from) {
    OpenCollection open = top;
    if (open == null || open.partStart >= 0) {
      return;
    }
    if (++partCount > MAX_PARTS) {
      throw new UnsupportedSyntaxException();
    }
    int at = skipToContent(open.endSoFar, from);
    boolean mapping = open.shape.isMapping();
    boolean flow = open.shape.isFlow();
    while (flow && at < from && text.charAt(at) == ',') {
      at = skipToContent(at + 1, from);
    }
    char indicator = context.charAt(at);
    boolean indicated = at < from && (mapping ? indicator == '?' : !flow && indicator == '-');
    open.explicitKey = indicated && mapping;
    open.partStart = indicated ? at : from;
    if (!mapping && !flow && !indicated) {
      throw new UnsupportedSyntaxException();
    }
  }

  private void attach(Cst node) {
    OpenCollection open = top;
    if (open == null) {
      root = node;
      return;
    }
    if (open.shape.isMapping() && open.key == null) {
      open.key = node;
      open.endSoFar = Math.max(open.endSoFar, node.end());
      return;
    }
    int colon = -1;
    Cst key = open.key;
    if (key != null) {
      int at = skipToContent(key.end(), text.length());
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
