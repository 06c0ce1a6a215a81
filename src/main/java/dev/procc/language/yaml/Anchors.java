package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;

/// What stands before a node (anchors, which are kept, and tags, which are refused), and what
/// aliases stand for.
final class Anchors {
  private final Reading reading;
  private final YamlLimits limits;
  private final Map<String, Frame.Anchor> anchors = new HashMap<>();
  private int aliased;
  private boolean tooMany;
  private int lastTag = -1;

  Anchors(Reading reading, YamlLimits limits) {
    this.reading = reading;
    this.limits = limits;
  }

  /// Names do not reach beyond their document.
  void clear() {
    anchors.clear();
  }

  /// Remembers an anchor; what it stands for follows.
  Frame.@Nullable Anchor declare(Optional<Anchor> given, int start) {
    if (given.isEmpty()) {
      return null;
    }
    String name = given.get().getValue();
    int at = Math.max(reading.text.indexOf("&" + name, start), start);
    int end = Math.min(reading.text.length(), at + 1 + name.length());
    Frame.Anchor anchor = new Frame.Anchor(reading.source(at), reading.source(end));
    anchors.put(name, anchor);
    return anchor;
  }

  /// What an alias stands for, when that can be told and is not too much.
  ///
  /// @param depth how many collections it stands in
  Frame.@Nullable Anchor resolve(String name, Span at, int depth) {
    Frame.Anchor anchor = anchors.get(name);
    String said = "\"*" + Syntax.shorten(name) + "\"";
    if (anchor == null) {
      String law = " stands for nothing; no \"&" + Syntax.shorten(name) + "\" is above it";
      reading.add(Diagnostic.of(YamlCodes.UNKNOWN_ANCHOR, at, said + law));
      return null;
    }
    if (anchor.node == null) {
      reading.add(
          Diagnostic.of(YamlCodes.ALIAS_CYCLE, at, said + " stands inside what it stands for")
              .withLabel(reading.span(anchor.start, anchor.end), "which begins here"));
      return null;
    }
    if (depth + anchor.height > limits.maxDepth()) {
      String law = "; collections nest at most " + limits.maxDepth() + " deep";
      String fault = said + " brings level " + (depth + anchor.height);
      reading.add(Diagnostic.of(YamlCodes.TOO_DEEP, at, fault + law));
      return null;
    }
    if (tooMany || anchor.size > limits.maxNodes() - aliased) {
      if (!tooMany) {
        String fault = said + " brings " + ((long) aliased + anchor.size) + " nodes by aliases";
        String law = "; a file has at most " + limits.maxNodes();
        reading.add(Diagnostic.of(YamlCodes.TOO_MANY_NODES, at, fault + law));
      }
      tooMany = true;
      return null;
    }
    aliased += anchor.size;
    return anchor;
  }

  /// Past anchors and tags, and what lies between them and the content; a tag is a finding.
  int skip(int start, int end, int most) {
    String text = reading.text;
    int at = start;
    int left = most;
    while (at < end) {
      char c = text.charAt(at);
      if (Lines.isBlank(c) || Lines.isBreak(c)) {
        at++;
      } else if (c == '#' && at > start) {
        at = Lines.end(text, at);
      } else if ((c == '&' || c == '!') && left > 0) {
        int past = word(text, at, end);
        left--;
        if (c == '!') {
          tag(at, past);
        }
        at = past;
      } else {
        break;
      }
    }
    return at;
  }

  /// Past the anchor or tag that begins at `start`.
  static int word(String text, int start, int end) {
    boolean verbatim = text.startsWith("!<", start);
    int at = start;
    while (at < end
        && !Lines.isBlank(text.charAt(at))
        && !Lines.isBreak(text.charAt(at))
        && (verbatim || ",[]{}".indexOf(text.charAt(at)) < 0)) {
      at++;
    }
    return at;
  }

  private void tag(int start, int end) {
    if (start == lastTag) {
      return;
    }
    lastTag = start;
    Span at = reading.span(reading.source(start), reading.source(end));
    int past = Lines.skipBlanks(reading.text, end, reading.text.length());
    Edit removal = new Edit(reading.span(at.start(), reading.source(past)), "");
    reading.add(
        Diagnostic.of(
                YamlCodes.TAG,
                at,
                Syntax.quoted(at.text()) + " is a YAML tag; definitions have none")
            .withHint("remove it; to make a text of a number, quote it")
            .withFix(Fix.unsafe("remove the tag", removal)));
  }
}
