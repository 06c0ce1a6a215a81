package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.base.text.TextLines;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Anchors and aliases of a document, and the tags before nodes, which are reported.
public final class Anchors {
  private final ParseContext context;
  private final YamlLimits limits;
  private final Map<String, CollectionFrame.AnchorTarget> anchors = new HashMap<>();
  private int aliasedNodes;
  private boolean tooMany;
  private int lastTag = -1;

  Anchors(ParseContext context, YamlLimits limits) {
    this.context = context;
    this.limits = limits;
  }

  /// Forgets all anchors: they are valid in one document.
  void clear() {
    anchors.clear();
  }

  /// Declares an anchor before its node is read; null if there is no anchor.
  CollectionFrame.@Nullable AnchorTarget declare(@Nullable String name, int start) {
    if (name == null) {
      return null;
    }
    int at = Math.max(context.text.indexOf("&" + name, start), start);
    int end = Math.min(context.text.length(), at + 1 + name.length());
    CollectionFrame.AnchorTarget anchor =
        new CollectionFrame.AnchorTarget(context.toSource(at), context.toSource(end));
    anchors.put(name, anchor);
    return anchor;
  }

  /// The node that an alias names; null, with a finding, if there is none or it exceeds a limit.
  ///
  /// @param depth the number of collections around the alias
  CollectionFrame.@Nullable AnchorTarget resolve(String name, Span at, int depth) {
    CollectionFrame.AnchorTarget anchor = anchors.get(name);
    String aliasText = "\"*" + QuotedText.shorten(name) + "\"";
    if (anchor == null) {
      String limit = " stands for nothing; no \"&" + QuotedText.shorten(name) + "\" is above it";
      context.add(Finding.of(YamlCodes.UNKNOWN_ANCHOR, at, aliasText + limit));
      return null;
    }
    if (anchor.node == null) {
      context.add(
          Finding.of(YamlCodes.ALIAS_CYCLE, at, aliasText + " stands inside what it stands for")
              .withLabel(context.span(anchor.start, anchor.end), "which begins here"));
      return null;
    }
    if (depth + anchor.levels > limits.maxDepth()) {
      String limit = "; collections nest at most " + limits.maxDepth() + " deep";
      String fault = aliasText + " brings level " + (depth + anchor.levels);
      context.add(Finding.of(YamlCodes.TOO_DEEP, at, fault + limit));
      return null;
    }
    if (tooMany || anchor.nodeCount > limits.maxNodes() - aliasedNodes) {
      if (!tooMany) {
        String fault =
            aliasText + " brings " + ((long) aliasedNodes + anchor.nodeCount) + " nodes by aliases";
        String limit = "; a file has at most " + limits.maxNodes();
        context.add(Finding.of(YamlCodes.TOO_MANY_NODES, at, fault + limit));
      }
      tooMany = true;
      return null;
    }
    aliasedNodes += anchor.nodeCount;
    return anchor;
  }

  /// The offset of the content after anchors and tags, blanks and comments; tags are reported.
  int skipProperties(int start, int end, int maxProperties) {
    String text = context.text;
    int at = start;
    int allowed = maxProperties;
    while (at < end) {
      char c = text.charAt(at);
      if (TextLines.isBlank(c) || TextLines.isBreak(c)) {
        at++;
      } else if (c == '#' && at > start) {
        at = TextLines.lineEnd(text, at);
      } else if ((c == '&' || c == '!') && allowed > 0) {
        int tagEnd = propertyEnd(text, at, end);
        allowed--;
        if (c == '!') {
          reportTag(at, tagEnd);
        }
        at = tagEnd;
      } else {
        break;
      }
    }
    return at;
  }

  /// The end of the anchor or tag that begins at `start`.
  public static int propertyEnd(String text, int start, int end) {
    boolean verbatim = text.startsWith("!<", start);
    int at = start;
    while (at < end
        && !TextLines.isBlank(text.charAt(at))
        && !TextLines.isBreak(text.charAt(at))
        && (verbatim || ",[]{}".indexOf(text.charAt(at)) < 0)) {
      at++;
    }
    return at;
  }

  private void reportTag(int start, int end) {
    if (start == lastTag) {
      return;
    }
    lastTag = start;
    Span at = context.span(context.toSource(start), context.toSource(end));
    int content = TextLines.skipBlanks(context.text, end, context.text.length());
    TextEdit removal = new TextEdit(context.span(at.start(), context.toSource(content)), "");
    context.add(
        Finding.of(
                YamlCodes.TAG,
                at,
                QuotedText.quoted(at.text()) + " is a YAML tag; definitions have none")
            .withHint(
                at.length() == 1
                    ? "quote a text that begins with it"
                    : "remove it; to make a text of a number, quote it")
            .withFix(Fix.unsafe("remove the tag", removal)));
  }
}
