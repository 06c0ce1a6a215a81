package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
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

  private static final FailsafeSchema SCHEMA = new FailsafeSchema();
  private static final Origin[] NO_ORIGINS = {};

  /// A document under way: all but its comments.
  private record Draft(Node root, int start) {}

  /// A value that begins with a tag and is not quoted.
  record Trap(Patched.Change change, Diagnostic finding) {}

  private final SourceFile file;
  private final Patched patched;
  private final String text;
  private final YamlLimits limits;
  private final Astral astral;

  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Trap> traps = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Frame.Anchor> anchors = new HashMap<>();
  private int[] comments = {};
  private int commentCount;

  private @Nullable Frame top;
  private @Nullable Node root;
  private int documentStart;
  private int depth;
  private int skipped;
  private int skipStart;
  private boolean stopped;
  private int flowDepth;
  private int aliased;
  private boolean tooMany;
  private int trapEnd = -1;

  /// Where the text that no scalar covers begins, for comments; in the repaired text.
  private int gap;

  /// The place of the last event, in the repaired text.
  private int last;

  private final int until;
  private int nodes;
  private int lastQuote = -1;
  private final List<Integer> openFlows = new ArrayList<>(0);
  private @Nullable RuntimeException failure;

  /// @param until where to stop in the repaired text
  Composer(SourceFile file, Patched patched, YamlLimits limits, int until) {
    this.until = until;
    this.file = file;
    this.patched = patched;
    this.text = patched.text();
    this.limits = limits;
    this.astral = new Astral(text);
  }

  /// Reads as far as the text is YAML.
  void run() {
    try {
      LoadSettings settings = settings(text.length());
      ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
      while (!stopped && last <= until && parser.hasNext()) {
        event(parser.next());
      }
    } catch (RuntimeException e) {
      failure = e;
    }
    Frame open = top;
    while (failure != null && open != null && open.flow) {
      openFlows.add(open.start);
      open = open.parent;
    }
    closeAll();
  }

  static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setSchema(SCHEMA)
        .setBufferSize(length + 2)
        .setCodePointLimit(Integer.MAX_VALUE)
        .setVersionFunction(version -> version)
        .build();
  }

  List<Diagnostic> found() {
    return found;
  }

  List<Trap> traps() {
    return traps;
  }

  /// What stopped the engine, if anything did.
  @Nullable RuntimeException failure() {
    return failure;
  }

  /// Where the last scalar begins in the source, if it is quoted and of several lines, or -1.
  int longQuote() {
    return lastQuote >= 0 && Lines.end(text, lastQuote) < gap ? source(lastQuote) : -1;
  }

  /// Where the flow collections begin in the source that were open at a failure, innermost first.
  List<Integer> openFlows() {
    return openFlows;
  }

  /// How many events there were, as a measure of what was read.
  int nodes() {
    return nodes;
  }

  /// The place of the last good event, in the repaired text.
  int lastPlace() {
    return last;
  }

  /// The offset in the repaired text of a mark of the engine.
  int place(Mark mark) {
    return Math.min(astral.offset(mark.getIndex()), text.length());
  }

  private int place(Optional<Mark> mark) {
    return mark.isPresent() ? place(mark.get()) : last;
  }

  private int source(int offset) {
    return patched.toSource(offset);
  }

  private Span span(int start, int end) {
    return new Span(file, start, Math.max(start, end));
  }

  private void event(Event event) {
    Event.ID id = event.getEventId();
    int start = place(event.getStartMark());
    last = start;
    nodes++;
    if (id == Event.ID.Scalar) {
      scalar((ScalarEvent) event, start);
    } else if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
      open((CollectionStartEvent) event, id == Event.ID.MappingStart, start);
    } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
      close(place(event.getEndMark()));
    } else if (id == Event.ID.Alias) {
      alias((AliasEvent) event, start, place(event.getEndMark()));
    } else if (id == Event.ID.DocumentStart) {
      documentStart((DocumentStartEvent) event, start);
    } else if (id == Event.ID.DocumentEnd) {
      documentEnd();
    } else if (id == Event.ID.StreamEnd) {
      scanGap(text.length());
    }
  }

  private void documentStart(DocumentStartEvent event, int start) {
    documentStart = drafts.isEmpty() ? 0 : source(start);
    anchors.clear();
    root = null;
    Optional<SpecVersion> version = event.getSpecVersion();
    if (version.isPresent() && version.get().getMajor() != 1) {
      String written = version.get().getMajor() + "." + version.get().getMinor();
      int at = text.lastIndexOf("%YAML", start);
      int from = Math.max(at, 0);
      found.add(
          Diagnostic.of(
                  YamlCodes.DIRECTIVE,
                  span(source(from), source(Lines.end(text, from))),
                  "\"%YAML " + written + "\" asks for another YAML; definitions are YAML 1.2")
              .withHint("remove the line"));
    }
  }

  private void documentEnd() {
    Node whole = root;
    if (whole != null
        && !(whole instanceof Scalar scalar && scalar.isNull() && scalar.span().length() == 0)) {
      drafts.add(new Draft(whole, documentStart));
    }
    root = null;
  }

  private void scalar(ScalarEvent event, int start) {
    int end = place(event.getEndMark());
    scanGap(start);
    gap = end;
    if (skipped > 0) {
      return;
    }
    int content = start;
    Frame.Anchor anchor = null;
    char first = start < text.length() ? text.charAt(start) : ' ';
    if ((first == '&' || first == '!') && start < end) {
      content = Math.min(properties(start, end, 2), end);
      anchor = declare(event.getAnchor(), start);
    }
    ScalarStyle engine = event.getScalarStyle();
    Scalar.Style style = style(engine);
    if (style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED) {
      scanLine(content);
      end = blockEnd(content, end);
    }
    boolean quoted = style == Scalar.Style.DOUBLE_QUOTED || style == Scalar.Style.SINGLE_QUOTED;
    lastQuote = quoted ? content : -1;
    String value = event.getValue();
    Scalar node;
    if (style == Scalar.Style.PLAIN
        && value.indexOf('{') >= 0
        && Traps.opensTag(value)
        && startsComment(end)) {
      node = commentInTag(content, end, value);
      end = gap;
    } else {
      node = new Scalar(written(source(content), source(end)), value, style);
    }
    Frame open = top;
    if (open != null
        && open.flow
        && open.mapping
        && open.valueNext
        && start == end
        && commaTrap(open)) {
      return;
    }
    attach(node, source(end), 1, 0, anchor);
  }

  private static Scalar.Style style(ScalarStyle style) {
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

  /// The engine ends a block scalar where the next line with something on it begins.
  private int blockEnd(int start, int end) {
    int at = end;
    while (at > start
        && (Lines.isBreak(text.charAt(at - 1)) || Lines.isBlank(text.charAt(at - 1)))) {
      at--;
    }
    return Lines.trim(text, Math.min(at, end), Math.min(Lines.end(text, at), end));
  }

  private Origin written(int start, int end) {
    return new Origin(Layer.WRITTEN, span(start, end), NO_ORIGINS);
  }

  private void open(CollectionStartEvent event, boolean mapping, int start) {
    scanGap(start);
    gap = start;
    boolean flow = event.isFlow();
    flowDepth += flow ? 1 : 0;
    if (skipped > 0 || depth == limits.maxDepth()) {
      skip(start);
      return;
    }
    int content = start;
    Frame.Anchor anchor = null;
    int count = (event.getAnchor().isPresent() ? 1 : 0) + (event.getTag().isPresent() ? 1 : 0);
    if (count > 0 || (start < text.length() && text.charAt(start) == '!')) {
      content = properties(start, text.length(), Math.max(1, count));
      anchor = declare(event.getAnchor(), start);
    }
    if (flow && mapping && content > trapEnd && text.startsWith("{{", content)) {
      trap(content);
    }
    Frame parent = top;
    Frame frame = new Frame(parent, mapping, flow, source(content), anchor);
    frame.asKey = parent != null && parent.mapping && !parent.valueNext;
    top = frame;
    depth++;
  }

  private void skip(int start) {
    if (skipped == 0) {
      skipStart = start;
      found.add(
          Diagnostic.of(
              YamlCodes.TOO_DEEP,
              span(source(start), source(Math.min(start + 1, text.length()))),
              "This is level "
                  + (depth + 1)
                  + "; collections nest at most "
                  + limits.maxDepth()
                  + " deep"));
    }
    skipped++;
    stopped = skipped > SKIPPED_LEVELS;
  }

  private void close(int end) {
    Frame frame = top;
    boolean wasSkipped = skipped > 0;
    if (wasSkipped) {
      skipped--;
      if (skipped == 0) {
        attach(
            new Scalar(written(source(skipStart), source(skipStart)), "", Scalar.Style.PLAIN),
            source(skipStart),
            1,
            0,
            null);
      }
    } else if (frame != null) {
      if (frame.flow) {
        scanGap(end);
        gap = end;
        flowDepth--;
      }
      closeFrame(frame, frame.flow ? source(end) : frame.end);
    }
  }

  private void closeFrame(Frame frame, int end) {
    top = frame.parent;
    depth--;
    Origin origin = written(frame.start, Math.max(frame.start, end));
    Node node;
    if (frame.mapping) {
      List<Entry> entries = frame.merges.isEmpty() ? frame.entries : Merges.apply(frame, found);
      node = new Mapping(origin, entries, frame.flow);
    } else {
      node = new Sequence(origin, frame.items, frame.flow);
    }
    if (frame.asKey) {
      complexKey(node);
      return;
    }
    attach(node, end, frame.size, frame.height, frame.anchor);
  }

  private void complexKey(Node node) {
    Frame parent = top;
    if (parent != null) {
      parent.valueNext = true;
      parent.dropValue = true;
    }
    String kind = node instanceof Mapping ? "mapping" : "list";
    found.add(
        Diagnostic.of(
            YamlCodes.COMPLEX_KEY,
            node.span(),
            "A " + kind + " stands where a key should; a key is a text"));
  }

  /// Puts a finished node where it belongs.
  private void attach(Node node, int end, int size, int height, Frame.@Nullable Anchor anchor) {
    if (anchor != null) {
      anchor.node = node;
      anchor.size = size;
      anchor.height = height;
    }
    Frame frame = top;
    if (frame == null) {
      if (root == null) {
        root = node;
      }
      return;
    }
    frame.end = Math.max(frame.end, end);
    if (!frame.mapping) {
      frame.items.add(node);
      grow(frame, size, height);
    } else if (!frame.valueNext) {
      frame.valueNext = true;
      if (node instanceof Scalar key) {
        frame.key = key;
      } else {
        complexKey(node);
      }
    } else {
      value(frame, node);
      grow(frame, size + 1, height);
    }
  }

  private static void grow(Frame frame, int size, int height) {
    frame.size += size;
    frame.height = Math.max(frame.height, height + 1);
  }

  private void value(Frame frame, Node node) {
    Scalar key = frame.key;
    boolean drop = frame.dropValue;
    frame.key = null;
    frame.valueNext = false;
    frame.dropValue = false;
    frame.commaFinding = -1;
    if (drop || key == null) {
      return;
    }
    Scalar first = frame.written(key.value());
    if (first == null) {
      first = Merges.written(frame, key);
    }
    if (first != null) {
      found.add(
          Diagnostic.of(
                  YamlCodes.DUPLICATE_KEY,
                  key.span(),
                  "\"" + key.value() + "\" is here twice; a key stands once in a mapping")
              .withLabel(first.span(), "first here"));
    } else if (key.plain() && key.value().equals("<<")) {
      frame.merges.add(new Frame.Merge(key, node, frame.entries.size()));
    } else {
      frame.add(new Entry(key, node, null));
    }
  }

  private void alias(AliasEvent event, int start, int end) {
    scanGap(start);
    gap = end;
    if (skipped > 0) {
      return;
    }
    String name = event.getAlias().getValue();
    Span at = span(source(start), source(end));
    Frame.Anchor anchor = anchors.get(name);
    Node target = anchor == null ? null : anchor.node;
    Diagnostic fault = null;
    if (anchor == null) {
      fault =
          Diagnostic.of(
              YamlCodes.UNKNOWN_ANCHOR,
              at,
              "\"*"
                  + name
                  + "\" stands for nothing; no \"&"
                  + name
                  + "\" is above it in this document");
    } else if (target == null) {
      fault =
          Diagnostic.of(
                  YamlCodes.ALIAS_CYCLE, at, "\"*" + name + "\" stands inside what it stands for")
              .withLabel(span(anchor.start, anchor.end), "begins here");
    } else if (depth + anchor.height > limits.maxDepth()) {
      fault =
          Diagnostic.of(
              YamlCodes.TOO_DEEP,
              at,
              "\"*"
                  + name
                  + "\" brings level "
                  + (depth + anchor.height)
                  + "; collections nest at most "
                  + limits.maxDepth()
                  + " deep");
    } else if (tooMany || aliased + anchor.size > limits.maxNodes()) {
      if (!tooMany) {
        fault =
            Diagnostic.of(
                YamlCodes.TOO_MANY_NODES,
                at,
                "\"*"
                    + name
                    + "\" brings "
                    + (aliased + (long) anchor.size)
                    + " nodes by aliases; a file has at most "
                    + limits.maxNodes());
      }
      tooMany = true;
      target = null;
    }
    if (fault != null) {
      found.add(fault);
      target = null;
    }
    if (target == null || anchor == null) {
      attach(
          new Scalar(written(at.start(), at.end()), "", Scalar.Style.PLAIN), at.end(), 1, 0, null);
      return;
    }
    aliased += anchor.size;
    attach(Merges.through(target, at), at.end(), anchor.size, anchor.height, null);
  }

  /// Remembers an anchor; what it stands for follows.
  private Frame.@Nullable Anchor declare(Optional<Anchor> name, int start) {
    if (name.isEmpty()) {
      return null;
    }
    int at = Math.max(text.indexOf("&" + name.get().getValue(), start), start);
    Frame.Anchor anchor =
        new Frame.Anchor(
            source(at), source(Math.min(text.length(), at + 1 + name.get().getValue().length())));
    anchors.put(name.get().getValue(), anchor);
    return anchor;
  }

  /// Past anchors and tags, and what lies between them and the content; a tag is a finding.
  private int properties(int start, int end, int most) {
    int at = start;
    int left = most;
    while (at < end) {
      char c = text.charAt(at);
      if (Lines.isBlank(c) || Lines.isBreak(c)) {
        at++;
      } else if (c == '#' && at > start) {
        at = Lines.end(text, at);
      } else if ((c == '&' || c == '!') && left > 0) {
        int from = at;
        boolean verbatim = text.startsWith("!<", at);
        while (at < end
            && !Lines.isBlank(text.charAt(at))
            && !Lines.isBreak(text.charAt(at))
            && (verbatim || ",[]{}".indexOf(text.charAt(at)) < 0)) {
          at++;
        }
        left--;
        if (c == '!') {
          tag(from, at);
        }
      } else {
        break;
      }
    }
    return at;
  }

  private void tag(int start, int end) {
    Span at = span(source(start), source(end));
    for (int i = found.size() - 1; i >= 0 && i >= found.size() - 3; i--) {
      if (found.get(i).code().equals(YamlCodes.TAG) && at.equals(found.get(i).span())) {
        return;
      }
    }
    int past = Lines.skipBlanks(text, end, text.length());
    found.add(
        Diagnostic.of(
                YamlCodes.TAG, at, "\"" + at.text() + "\" is a YAML tag; definitions have none")
            .withHint("remove it; to make a text of a number, quote it")
            .withFix(Fix.unsafe("remove the tag", new Edit(span(at.start(), source(past)), ""))));
  }

  private void trap(int start) {
    Frame open = top;
    boolean key = open != null && open.mapping && !open.valueNext && !open.flow;
    int end = Traps.valueEnd(text, start, flowDepth > 1);
    if (key) {
      int colon = text.indexOf(":", Traps.tagEnd(text, start, end));
      end = colon >= 0 && colon < end ? Lines.trim(text, start, colon) : end;
    }
    Span at = span(source(start), source(end));
    // "{#" begins a comment to YAML, so what follows is read wrongly until this is mended.
    trapEnd = at.text().indexOf('#') >= 0 ? text.length() : end;
    String quoted = Traps.quote(at.text());
    Diagnostic finding =
        Diagnostic.of(
            YamlCodes.UNQUOTED_TAG,
            at,
            key
                ? "\"" + at.text() + "\" stands where a key should; keys are not interpolated"
                : "\""
                    + at.text()
                    + "\" is a mapping to YAML; a value that begins with {{ is quoted");
    finding =
        key
            ? finding.withHint("repeat with forEach, choose with if")
            : finding
                .withHint("write " + quoted)
                .withFix(Fix.safe("quote the value", new Edit(at, quoted)));
    traps.add(new Trap(new Patched.Change(at.start(), at.end(), quoted), finding));
  }

  /// `{ dueDate: WD3, or next business day }` gives a key without a colon: text of the value
  /// before.
  private boolean commaTrap(Frame frame) {
    Scalar key = frame.key;
    if (key == null
        || !key.plain()
        || frame.entries.isEmpty()
        || simple(key.value())
        || key.span().file() != file) {
      return false;
    }
    int past = key.span().end();
    String written = file.text();
    while (past < written.length()
        && (Lines.isBlank(written.charAt(past)) || Lines.isBreak(written.charAt(past)))) {
      past++;
    }
    Entry before = frame.entries.getLast();
    if (past >= written.length()
        || (written.charAt(past) != ',' && written.charAt(past) != '}')
        || !(before.value() instanceof Scalar value)
        || (!value.plain() && frame.commaFinding < 0)
        || value.value().isEmpty()
        || !value.origin().from().isEmpty()
        || value.span().end() > key.span().start()) {
      return false;
    }
    Span whole = value.span().cover(key.span());
    String joined = value.value() + ", " + key.value();
    String quoted = Traps.quote(joined);
    Diagnostic finding =
        Diagnostic.of(
                YamlCodes.UNQUOTED_COMMA,
                whole,
                "\""
                    + key.value()
                    + "\" has no colon; in { } a comma ends the value \""
                    + value.value()
                    + "\"")
            .withHint("write " + quoted)
            .withFix(Fix.safe("quote the value", new Edit(whole, quoted)));
    int known = frame.commaFinding;
    if (known >= 0) {
      Frame.replace(found, known, finding);
    } else {
      known = found.size();
      found.add(finding);
    }
    frame.entries.set(
        frame.entries.size() - 1,
        new Entry(
            before.key(),
            new Scalar(written(whole.start(), whole.end()), joined, Scalar.Style.DOUBLE_QUOTED),
            null));
    frame.key = null;
    frame.valueNext = false;
    frame.commaFinding = known;
    frame.end = Math.max(frame.end, whole.end());
    return true;
  }

  /// Whether a word could be the beginning of a key.
  private static boolean simple(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!(c >= 'a' && c <= 'z')
          && !(i > 0 && (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'))) {
        return false;
      }
    }
    return true;
  }

  private boolean startsComment(int end) {
    int at = Lines.skipBlanks(text, end, text.length());
    return at > end && at < text.length() && text.charAt(at) == '#';
  }

  private Scalar commentInTag(int start, int end, String value) {
    int hash = Lines.skipBlanks(text, end, text.length());
    int lineEnd = Lines.end(text, end);
    int whole = Lines.trim(text, end, lineEnd);
    gap = lineEnd;
    Span at = span(source(start), source(whole));
    String full = value + text.substring(end, whole);
    Diagnostic finding =
        Diagnostic.of(
                YamlCodes.COMMENT_IN_TAG,
                span(source(hash), source(whole)),
                "\""
                    + text.substring(hash, whole)
                    + "\" is a comment to YAML; \" #\" in a text is quoted")
            .withLabel(span(source(start), source(end)), "this is all of the value");
    if (at.text().equals(full)) {
      finding = finding.withFix(Fix.safe("quote the value", new Edit(at, Traps.quote(full))));
    }
    found.add(finding.withHint("quote the value, or write {{# without a blank"));
    return new Scalar(written(at.start(), at.end()), full, Scalar.Style.DOUBLE_QUOTED);
  }

  /// Looks for comments up to `end`, in text that no scalar covers.
  private void scanGap(int end) {
    for (int at = gap; at < end; at++) {
      if (text.charAt(at) == '#'
          && (at == 0
              || Lines.isBlank(text.charAt(at - 1))
              || Lines.isBreak(text.charAt(at - 1)))) {
        at = comment(at);
      }
    }
    gap = Math.max(gap, end);
  }

  /// The header line of a block scalar.
  private void scanLine(int start) {
    int lineEnd = Lines.end(text, start);
    for (int at = start + 1; at < lineEnd; at++) {
      if (text.charAt(at) == '#' && Lines.isBlank(text.charAt(at - 1))) {
        at = comment(at);
      }
    }
  }

  private int comment(int start) {
    int lineEnd = Lines.end(text, start);
    int end = Lines.trim(text, start, lineEnd);
    if (commentCount == comments.length) {
      comments = Arrays.copyOf(comments, Math.max(16, commentCount * 2));
    }
    comments[commentCount++] = source(start);
    comments[commentCount++] = source(end);
    return lineEnd;
  }

  /// Ends what the engine left open, so that what was read is kept.
  private void closeAll() {
    if (skipped > 0) {
      skipped = 0;
    }
    boolean open = top != null;
    while (top != null) {
      Frame frame = top;
      if (frame.valueNext && frame.key != null) {
        int at = frame.key.span().end();
        attach(new Scalar(written(at, at), "", Scalar.Style.PLAIN), at, 1, 0, null);
      }
      closeFrame(frame, frame.end);
    }
    if (open || root != null) {
      documentEnd();
    }
  }

  /// The documents read.
  ///
  /// @param repairedLines numbers of lines, ascending
  List<YamlDocument> documents(int[] repairedLines) {
    List<YamlDocument> documents = new ArrayList<>(drafts.size());
    int mark = 0;
    for (int i = 0; i < drafts.size(); i++) {
      boolean lastOne = i + 1 == drafts.size();
      int end = lastOne ? file.text().length() : drafts.get(i + 1).start();
      int from = mark;
      while (mark < commentCount && comments[mark] < end) {
        mark += 2;
      }
      documents.add(
          new YamlDocument(
              drafts.get(i).root(),
              span(drafts.get(i).start(), end),
              Arrays.copyOfRange(comments, from, mark),
              repairedLines));
    }
    return documents;
  }
}
