package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// The engine's events to nodes, in one pass over a text and without recursion.
///
/// The engine's own composer is not used: it loses the places of aliases and comments, overflows at
/// depth, and hangs on a merge that contains itself.
final class Composer {
  /// Levels beyond the bound that are still read and thrown away.
  private static final int SKIPPED_LEVELS = 200;

  /// How many times as many nodes may be written out as aliases may bring.
  private static final int WRITTEN_SHARE = 10;

  private static final FailsafeSchema SCHEMA = new FailsafeSchema();

  /// A document under way: all but its comments.
  private record Draft(Node root, int start) {}

  private final Reading reading;
  private final YamlLimits limits;
  private final Anchors anchors;
  private final Slips slips;
  private final Tree tree;
  private final int until;
  private final boolean probe;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Integer> openFlows = new ArrayList<>(0);

  private int documentStart;
  private int flowDepth;
  private int skipped;
  private int skipStart;
  private boolean stopped;
  private int last;
  private int lastQuote = -1;
  private int events;
  private @Nullable RuntimeException failure;

  /// @param until where to stop in the repaired text; before its end, no tree is built
  Composer(SourceFile file, Patched patched, YamlLimits limits, int until) {
    this.reading = new Reading(file, patched);
    this.limits = limits;
    this.anchors = new Anchors(reading, limits);
    this.slips = new Slips(reading);
    this.until = until;
    this.probe = until < Integer.MAX_VALUE;
    this.tree = new Tree(reading, probe);
  }

  /// Reads as far as the text is YAML.
  void run() {
    try {
      LoadSettings settings = settings(reading.text.length());
      ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, reading.text));
      while (!stopped && last <= until && parser.hasNext()) {
        event(parser.next());
      }
    } catch (RuntimeException e) {
      failure = e;
    }
    Frame open = tree.top();
    while (failure != null && open != null && open.flow) {
      openFlows.add(open.start);
      open = open.parent;
    }
    tree.closeAll();
    documentEnd();
  }

  static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setSchema(SCHEMA)
        .setBufferSize(length + 2)
        .setCodePointLimit(Integer.MAX_VALUE)
        .setVersionFunction(UnaryOperator.identity())
        .build();
  }

  List<Diagnostic> found() {
    return reading.found;
  }

  List<Slips.Trap> traps() {
    return slips.traps();
  }

  /// What stopped the engine, if anything did.
  @Nullable RuntimeException failure() {
    return failure;
  }

  /// Where the last scalar begins in the source, if it is quoted and of several lines, or -1.
  int longQuote() {
    return lastQuote >= 0 && Lines.end(reading.text, lastQuote) < reading.gap()
        ? reading.source(lastQuote)
        : -1;
  }

  /// Where the flow collections begin in the source that were open at a failure, innermost first.
  List<Integer> openFlows() {
    return openFlows;
  }

  /// How many events there were, as a measure of what was read.
  int events() {
    return events;
  }

  /// The place of the last good event, in the repaired text.
  int lastPlace() {
    return last;
  }

  /// The offset in the repaired text of a mark of the engine.
  int place(Mark mark) {
    return reading.place(mark);
  }

  private void event(Event event) {
    Event.ID id = event.getEventId();
    int start = reading.place(event.getStartMark(), last);
    last = start;
    events++;
    if (events == limits.maxNodes() * WRITTEN_SHARE) {
      tooManyWritten(start);
    }
    if (id == Event.ID.Scalar) {
      scalar((ScalarEvent) event, start);
    } else if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
      open((CollectionStartEvent) event, id == Event.ID.MappingStart, start);
    } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
      close(reading.place(event.getEndMark(), last));
    } else if (id == Event.ID.Alias) {
      alias((AliasEvent) event, start, reading.place(event.getEndMark(), last));
    } else if (id == Event.ID.DocumentStart) {
      documentStart((DocumentStartEvent) event, start);
    } else if (id == Event.ID.DocumentEnd) {
      documentEnd();
    } else if (id == Event.ID.StreamEnd) {
      reading.scanGap(reading.text.length());
    }
  }

  private void tooManyWritten(int start) {
    stopped = true;
    reading.add(
        Diagnostic.of(
                YamlCodes.TOO_MANY_NODES,
                reading.span(reading.source(start), reading.source(start)),
                "\""
                    + reading.file.path()
                    + "\" holds more than "
                    + events
                    + " nodes; what follows is not read")
            .withHint("split it into several files"));
  }

  private void documentStart(DocumentStartEvent event, int start) {
    documentStart = drafts.isEmpty() ? 0 : reading.source(start);
    anchors.clear();
    tree.takeRoot();
    Optional<SpecVersion> version = event.getSpecVersion();
    if (version.isPresent() && version.get().getMajor() != 1) {
      String written = version.get().getMajor() + "." + version.get().getMinor();
      int at = reading.text.lastIndexOf("%YAML", start);
      int from = Math.max(at, 0);
      reading.add(
          Diagnostic.of(
                  YamlCodes.DIRECTIVE,
                  reading.span(reading.source(from), reading.source(Lines.end(reading.text, from))),
                  "\"%YAML " + written + "\" asks for another YAML; definitions are YAML 1.2")
              .withHint("remove the line"));
    }
  }

  private void documentEnd() {
    Node whole = tree.takeRoot();
    if (whole != null
        && !(whole instanceof Scalar scalar && scalar.isNull() && scalar.span().length() == 0)) {
      drafts.add(new Draft(whole, documentStart));
    }
  }

  private void scalar(ScalarEvent event, int start) {
    int end = reading.place(event.getEndMark(), last);
    reading.scanGap(start);
    reading.cover(end);
    if (skipped > 0) {
      return;
    }
    int content = start;
    Frame.Anchor anchor = null;
    char first = reading.charAt(start);
    if ((first == '&' || first == '!') && start < end) {
      content = Math.min(anchors.skip(start, end, 2), end);
      anchor = anchors.declare(event.getAnchor(), start);
    }
    Scalar.Style style = style(event.getScalarStyle());
    if (style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED) {
      reading.scanLine(content);
      end = reading.blockEnd(content, end);
    }
    boolean quoted = style == Scalar.Style.DOUBLE_QUOTED || style == Scalar.Style.SINGLE_QUOTED;
    lastQuote = quoted ? content : -1;
    if (!probe && !(start == end && comma())) {
      tree.attach(scalar(event.getValue(), style, content, end), anchor);
    }
  }

  private Scalar scalar(String value, Scalar.Style style, int start, int end) {
    if (style == Scalar.Style.PLAIN && value.indexOf('{') >= 0) {
      Scalar cut = slips.commentInTag(start, end, value);
      if (cut != null) {
        return cut;
      }
    }
    Origin origin = reading.written(reading.source(start), reading.source(end));
    return new Scalar(origin, reading.shared(value), style);
  }

  /// Whether nothing where a value should be is text behind a comma.
  private boolean comma() {
    Frame open = tree.top();
    return open != null && open.flow && open.mapping && open.valueNext && slips.comma(open);
  }

  static Scalar.Style style(ScalarStyle style) {
    if (style == ScalarStyle.PLAIN) {
      return Scalar.Style.PLAIN;
    }
    if (style == ScalarStyle.DOUBLE_QUOTED) {
      return Scalar.Style.DOUBLE_QUOTED;
    }
    if (style == ScalarStyle.SINGLE_QUOTED) {
      return Scalar.Style.SINGLE_QUOTED;
    }
    return style == ScalarStyle.LITERAL ? Scalar.Style.LITERAL : Scalar.Style.FOLDED;
  }

  private void open(CollectionStartEvent event, boolean mapping, int start) {
    reading.scanGap(start);
    reading.cover(start);
    boolean flow = event.isFlow();
    if (skipped > 0 || tree.depth() == limits.maxDepth()) {
      skip(start);
      return;
    }
    flowDepth += flow ? 1 : 0;
    int content = start;
    Frame.Anchor anchor = null;
    int count = (event.getAnchor().isPresent() ? 1 : 0) + (event.getTag().isPresent() ? 1 : 0);
    if (count > 0 || reading.charAt(start) == '!') {
      content = anchors.skip(start, reading.text.length(), Math.max(1, count));
      anchor = anchors.declare(event.getAnchor(), start);
    }
    if (flow && mapping) {
      slips.flowMapping(content, tree.top(), flowDepth > 1);
    }
    tree.open(mapping, flow, reading.source(content), anchor);
  }

  private void skip(int start) {
    if (skipped == 0) {
      skipStart = start;
      reading.add(
          Diagnostic.of(
              YamlCodes.TOO_DEEP,
              reading.span(
                  reading.source(start),
                  reading.source(Math.min(start + 1, reading.text.length()))),
              "This is level "
                  + (tree.depth() + 1)
                  + "; collections nest at most "
                  + limits.maxDepth()
                  + " deep"));
    }
    skipped++;
    stopped = skipped > SKIPPED_LEVELS;
  }

  private void close(int end) {
    Frame frame = tree.top();
    boolean wasSkipped = skipped > 0;
    if (wasSkipped) {
      skipped--;
      if (skipped == 0) {
        tree.attach(reading.nothing(reading.source(skipStart)), null);
      }
    } else if (frame != null) {
      if (frame.flow) {
        reading.scanGap(end);
        reading.cover(end);
        flowDepth--;
      }
      tree.close(frame, frame.flow ? reading.source(end) : frame.end);
    }
  }

  private void alias(AliasEvent event, int start, int end) {
    reading.scanGap(start);
    reading.cover(end);
    if (skipped > 0 || probe) {
      return;
    }
    Span at = reading.span(reading.source(start), reading.source(end));
    Frame.Anchor anchor = anchors.resolve(event.getAlias().getValue(), at, tree.depth());
    Node target = anchor == null ? null : anchor.node;
    if (anchor == null || target == null) {
      tree.attach(new Scalar(reading.written(at.start(), at.end()), "", Scalar.Style.PLAIN), null);
    } else {
      tree.attach(Merges.through(target, at), at.end(), anchor.size, anchor.height, null);
    }
  }

  /// The documents read.
  ///
  /// @param repairedLines numbers of lines, ascending
  List<YamlDocument> documents(int[] repairedLines) {
    List<YamlDocument> documents = new ArrayList<>(drafts.size());
    int[] comments = reading.comments();
    int mark = 0;
    for (int i = 0; i < drafts.size(); i++) {
      boolean lastOne = i + 1 == drafts.size();
      int end = lastOne ? reading.file.text().length() : drafts.get(i + 1).start();
      int from = mark;
      while (mark < reading.commentCount() && comments[mark] < end) {
        mark += 2;
      }
      documents.add(
          new YamlDocument(
              drafts.get(i).root(),
              reading.span(drafts.get(i).start(), end),
              Arrays.copyOfRange(comments, from, mark),
              repairedLines));
    }
    return documents;
  }
}
