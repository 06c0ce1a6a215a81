package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.node.Damage;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// The composer of documents from the events of a text, in one pass and without recursion.
///
/// The engine's own composer is not used: it loses the positions of aliases and comments, overflows
/// the stack on deep nesting, and hangs on a merge that contains itself.
public final class Composer {
  /// The levels beyond the limit that are still read, and dropped.
  private static final int SKIPPED_LEVELS = 200;

  /// The number of nodes that may be written out for each one that aliases may add.
  private static final int MAX_EVENTS_PER_NODE = 10;

  /// A document that was read, without its comments yet.
  private record PendingDocument(YamlNode root, int start) {}

  final ParseContext context;
  private final YamlLimits limits;
  private final Anchors anchors;
  private final LikelyMistakes mistakes;
  private final TreeBuilder tree;
  private final int until;
  private final boolean structureOnly;
  private final List<PendingDocument> pending = new ArrayList<>();
  private final List<Integer> openFlows = new ArrayList<>(0);

  private int documentStart;
  private int flowDepth;
  private int skippedLevels;
  private int skipStart;
  private boolean stopped;
  private int lastOffset;
  private int lastQuoteStart = -1;
  private int eventCount;
  private @Nullable RuntimeException failure;
  private @Nullable OpenEntries passed;
  private int faultBound = Integer.MAX_VALUE;

  /// @param until the offset in the repaired text at which to stop; with such a limit, events are
  ///   only counted and no tree is built
  Composer(SourceFile file, PatchedText patched, YamlLimits limits, int until) {
    this.context = new ParseContext(file, patched);
    this.limits = limits;
    this.anchors = new Anchors(context, limits);
    this.mistakes = new LikelyMistakes(context);
    this.until = until;
    this.structureOnly = until < Integer.MAX_VALUE;
    this.tree = new TreeBuilder(context, structureOnly);
  }

  /// Restricts reading to the search for a fault, in a text without what precedes the open entries.
  ///
  /// @param bound the offset from which on no fault is searched
  void readUpToFault(OpenEntries open, int bound) {
    passed = open;
    faultBound = bound;
  }

  /// The parts that were left out before the fault; null if the text was read from its beginning.
  public @Nullable OpenEntries passed() {
    return passed;
  }

  /// Ends reading.
  ///
  /// @param stop the exception that stopped the engine; null if it read everything
  void finish(@Nullable RuntimeException stop) {
    failure = stop;
    CollectionFrame open = tree.top();
    while (failure != null && open != null && open.flow) {
      openFlows.add(open.start);
      open = open.parent;
    }
    tree.closeAll();
    documentEnd();
  }

  public List<Finding> findings() {
    return context.findings;
  }

  public List<LikelyMistakes.UnquotedTag> unquotedTags() {
    return mistakes.unquotedTags();
  }

  /// The exception that stopped the engine; null if it read everything.
  @Nullable
  public RuntimeException failure() {
    return failure;
  }

  /// The offset in the source of the last scalar if it is quoted and has several lines; otherwise
  /// -1.
  int multilineQuoteStart() {
    return lastQuoteStart >= 0
            && TextLines.lineEnd(context.text, lastQuoteStart) < context.coveredUpTo()
        ? context.toSource(lastQuoteStart)
        : -1;
  }

  /// The offsets in the source of the flow collections that were open at the failure, innermost
  /// first.
  List<Integer> openFlows() {
    return openFlows;
  }

  /// The number of events, as a measure of what was read.
  public int eventCount() {
    return eventCount;
  }

  /// The offset of the last event in the repaired text.
  int lastOffset() {
    return lastOffset;
  }

  /// The offset of the last event in the source.
  int lastInSource() {
    return context.toSource(lastOffset);
  }

  /// The offset in the source of an engine's mark.
  int toSource(Mark mark) {
    return context.toSource(context.offset(mark));
  }

  /// The offset in the source of a collection's start; for a block the start of its first entry,
  /// even if that was left out.
  int openerToSource(Mark mark) {
    return context.startToSource(context.offset(mark));
  }

  /// Whether reading has stopped.
  boolean isStopped() {
    return stopped || lastOffset > until || lastOffset > faultBound;
  }

  /// Records the start of an event.
  void begin(int start) {
    lastOffset = start;
    eventCount++;
    if (eventCount == limits.maxNodes() * MAX_EVENTS_PER_NODE) {
      reportTooManyEvents(start);
    }
  }

  void end() {
    context.scanGap(context.text.length());
  }

  private void reportTooManyEvents(int start) {
    stopped = true;
    context.add(
        Finding.of(
                YamlCodes.TOO_MANY_NODES,
                context.span(context.toSource(start), context.toSource(start)),
                "\""
                    + context.file.path()
                    + "\" holds more than "
                    + eventCount
                    + " nodes; what follows is not read")
            .withHint("split it into several files"));
  }

  void documentStart(int start) {
    documentStart = pending.isEmpty() ? 0 : context.toSource(start);
    anchors.clear();
    tree.takeRoot();
  }

  /// Reports a document that requires another YAML version.
  void reportVersion(int start, String written) {
    int at = context.text.lastIndexOf("%YAML", start);
    int from = Math.max(at, 0);
    context.add(
        Finding.of(
                YamlCodes.DIRECTIVE,
                context.span(
                    context.toSource(from),
                    context.toSource(TextLines.lineEnd(context.text, from))),
                "\"%YAML " + written + "\" asks for another YAML; definitions are YAML 1.2")
            .withHint("remove the line"));
  }

  void documentEnd() {
    YamlNode root = tree.takeRoot();
    if (root != null
        && !(root instanceof Scalar scalar && scalar.isNull() && scalar.span().length() == 0)) {
      pending.add(new PendingDocument(root, documentStart));
    }
  }

  /// A scalar whose value is literally the text, between its quotes if it has any.
  void writtenScalar(Scalar.Style style, int start, int end) {
    int quote = style == Scalar.Style.PLAIN ? 0 : 1;
    scalar(context.intern(start + quote, end - quote), style, start, end, null);
  }

  /// @param valueEnd as the engine has it: for a block scalar, the start of the next line with
  ///   content
  /// @param anchorName null if there is none
  void scalar(
      String value, Scalar.Style style, int start, int valueEnd, @Nullable String anchorName) {
    int end = valueEnd;
    context.scanGap(start);
    context.cover(end);
    if (skippedLevels > 0) {
      return;
    }
    int content = start;
    CollectionFrame.AnchorTarget anchor = null;
    char first = context.charAt(start);
    if ((first == '&' || first == '!') && start < end) {
      content = Math.min(anchors.skipProperties(start, end, 2), end);
      anchor = anchors.declare(anchorName, start);
    }
    if (style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED) {
      context.scanBlockHeader(content);
      end = context.blockScalarEnd(content, end);
    }
    boolean quoted = style == Scalar.Style.DOUBLE_QUOTED || style == Scalar.Style.SINGLE_QUOTED;
    lastQuoteStart = quoted ? content : -1;
    if (style == Scalar.Style.PLAIN && expectsKey()) {
      mistakes.checkKey(content, end);
    }
    if (!structureOnly && !(start == end && joinsCommaText())) {
      tree.attach(scalar(value, style, content, end), anchor);
    }
  }

  private boolean expectsKey() {
    CollectionFrame open = tree.top();
    return !structureOnly && open != null && open.mapping && !open.expectsValue;
  }

  private Scalar scalar(String value, Scalar.Style style, int start, int end) {
    if (style == Scalar.Style.PLAIN && value.indexOf('{') >= 0) {
      Scalar cut = mistakes.commentInTag(start, end, value);
      if (cut != null) {
        return cut;
      }
    }
    Origin origin = context.origin(context.toSource(start), context.toSource(end));
    return new Scalar(origin, context.intern(value), style);
  }

  /// Whether an empty value belongs to text after a comma, which is then joined to the value
  /// before.
  private boolean joinsCommaText() {
    CollectionFrame open = tree.top();
    return open != null
        && open.flow
        && open.mapping
        && open.expectsValue
        && mistakes.joinCommaText(open);
  }

  /// @param properties the number of anchors and tags before it
  void open(CollectionShape shape, int start, int properties, @Nullable String anchorName) {
    context.scanGap(start);
    context.cover(start);
    if (skippedLevels > 0 || tree.depth() == limits.maxDepth()) {
      skip(start);
      return;
    }
    flowDepth += shape.isFlow() ? 1 : 0;
    int content = start;
    CollectionFrame.AnchorTarget anchor = null;
    if (properties > 0 || context.charAt(start) == '!') {
      content = anchors.skipProperties(start, context.text.length(), Math.max(1, properties));
      anchor = anchors.declare(anchorName, start);
    }
    if (shape == CollectionShape.FLOW_MAPPING) {
      mistakes.checkFlowMapping(content, tree.top(), flowDepth > 1);
    }
    tree.open(shape, context.toSource(content), anchor);
  }

  private void skip(int start) {
    if (skippedLevels == 0) {
      skipStart = start;
      context.add(
          Finding.of(
              YamlCodes.TOO_DEEP,
              context.span(
                  context.toSource(start),
                  context.toSource(Math.min(start + 1, context.text.length()))),
              "This is level "
                  + (tree.depth() + 1)
                  + "; collections nest at most "
                  + limits.maxDepth()
                  + " deep"));
    }
    skippedLevels++;
    stopped = skippedLevels > SKIPPED_LEVELS;
  }

  void close(int end) {
    CollectionFrame frame = tree.top();
    boolean wasSkipped = skippedLevels > 0;
    if (wasSkipped) {
      skippedLevels--;
      if (skippedLevels == 0) {
        tree.attach(context.emptyScalar(context.toSource(skipStart)), null);
      }
    } else if (frame != null) {
      if (frame.flow) {
        context.scanGap(end);
        context.cover(end);
        flowDepth--;
      }
      tree.close(frame, frame.flow ? context.toSource(end) : frame.end);
    }
  }

  void alias(String name, int start, int end) {
    context.scanGap(start);
    context.cover(end);
    if (skippedLevels > 0 || structureOnly) {
      return;
    }
    Span at = context.span(context.toSource(start), context.toSource(end));
    CollectionFrame.AnchorTarget anchor = anchors.resolve(name, at, tree.depth());
    YamlNode target = anchor == null ? null : anchor.node;
    if (anchor == null || target == null) {
      tree.attach(new Scalar(context.origin(at.start(), at.end()), "", Scalar.Style.PLAIN), null);
    } else {
      tree.attach(
          MergeKeys.throughAlias(target, at), at.end(), anchor.nodeCount, anchor.levels, null);
    }
  }

  /// The documents that were read.
  ///
  /// @param damage the places where the text was repaired
  public List<YamlDocument> documents(Damage damage) {
    List<YamlDocument> documents = new ArrayList<>(pending.size());
    int[] comments = context.commentOffsets();
    int mark = 0;
    for (int i = 0; i < pending.size(); i++) {
      boolean lastOne = i + 1 == pending.size();
      int end = lastOne ? context.file.text().length() : pending.get(i + 1).start();
      int from = mark;
      while (mark < context.commentOffsetCount() && comments[mark] < end) {
        mark += 2;
      }
      documents.add(
          new YamlDocument(
              pending.get(i).root(),
              context.span(pending.get(i).start(), end),
              Arrays.copyOfRange(comments, from, mark),
              damage));
    }
    return documents;
  }
}
