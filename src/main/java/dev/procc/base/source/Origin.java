package dev.procc.base.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The origin of a value: the text that makes it, and the origins of what went into it.
///
/// Origins form a graph without cycles and share their nodes: 30,000 dates that depend on one
/// calendar share one node for it. The span of the root is the *first span* of the value: replacing
/// the text there changes the value. All other texts that the value depends on are reachable
/// through `from`.
///
/// Every scalar of a project has an origin, so it stores the ends of its span instead of a span.
public final class Origin {
  private final Layer layer;
  private final SourceFile file;
  private final int start;
  private final int end;
  private final List<Origin> inputs;

  /// @param layer the role of the text
  /// @param span the text; for a flag or an environment variable, of a source of its own
  /// @param from the origins that went into it, nearest first
  public Origin(Layer layer, Span span, List<Origin> from) {
    this(layer, span.file(), span.start(), span.end(), List.copyOf(from));
  }

  /// @param from the origins that went into it, nearest first
  public Origin(Layer layer, Span span, Origin... from) {
    this(layer, span.file(), span.start(), span.end(), List.of(from));
  }

  private Origin(Layer layer, SourceFile file, int start, int end, List<Origin> from) {
    this.layer = layer;
    this.file = file;
    this.start = start;
    this.end = end;
    this.inputs = from;
  }

  /// The origin of a value that is written as it is.
  public static Origin written(Span span) {
    return written(span.file(), span.start(), span.end());
  }

  /// The origin of a value that is written from `start` up to, not including, `end`.
  public static Origin written(SourceFile file, int start, int end) {
    return new Origin(Layer.WRITTEN, file, start, end, List.of());
  }

  /// The role of the text.
  public Layer layer() {
    return layer;
  }

  /// The text.
  public Span span() {
    return new Span(file, start, end);
  }

  /// The file of the text.
  public SourceFile file() {
    return file;
  }

  /// The end of the text.
  public int end() {
    return end;
  }

  /// The origins that went into it, nearest first.
  public List<Origin> inputs() {
    return inputs;
  }

  /// A copy with further inputs.
  public Origin withInputs(List<Origin> more) {
    if (more.isEmpty()) {
      return this;
    }
    if (inputs.isEmpty()) {
      return new Origin(layer, file, start, end, List.copyOf(more));
    }
    List<Origin> all = new ArrayList<>(inputs);
    all.addAll(more);
    return new Origin(layer, file, start, end, List.copyOf(all));
  }

  /// Each node of the graph once: this one first, then in order of depth.
  public List<Origin> reachable() {
    List<Origin> reachable = new ArrayList<>();
    Set<Origin> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Origin> waiting = new ArrayDeque<>(List.of(this));
    while (!waiting.isEmpty()) {
      Origin next = waiting.removeFirst();
      if (seen.add(next)) {
        reachable.add(next);
        waiting.addAll(next.inputs);
      }
    }
    return reachable;
  }

  /// Each span once, the first span first.
  public List<Span> spans() {
    Set<Span> spans = new LinkedHashSet<>();
    for (Origin layer : reachable()) {
      spans.add(layer.span());
    }
    return List.copyOf(spans);
  }

  @Override
  public String toString() {
    return layer.label() + " " + span() + (inputs.isEmpty() ? "" : " <- " + inputs.size());
  }

  /// Identity: this is a node of a shared graph, not a value.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
