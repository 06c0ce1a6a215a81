package dev.procc.language.yaml.node;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One document of a file: its tree, its comments, and where it was repaired.
///
/// An empty document is left out of the documents of a file.
public final class YamlDocument {
  private final YamlNode root;
  private final Span span;
  private final int[] commentOffsets;
  private final Damage damage;
  private @Nullable List<Comment> comments;

  /// @param commentOffsets start and end of each comment, alternating
  /// @param damage the places in the file that were not YAML and were repaired
  public YamlDocument(YamlNode root, Span span, int[] commentOffsets, Damage damage) {
    this.root = root;
    this.span = span;
    this.commentOffsets = commentOffsets;
    this.damage = damage;
  }

  /// The outermost node.
  public YamlNode root() {
    return root;
  }

  /// The text from `---` (or the start of the file) to the next document, with its comments.
  public Span span() {
    return span;
  }

  public SourceFile file() {
    return span.file();
  }

  /// The comments in the order of the text.
  public List<Comment> comments() {
    List<Comment> known = comments;
    if (known == null) {
      known =
          commentOffsets.length == 0
              ? List.of()
              : CommentAttacher.attach(root, file(), commentOffsets);
      comments = known;
    }
    return known;
  }

  /// Whether a part of the file was not YAML and was repaired.
  public boolean isRepaired() {
    return !damage.isEmpty();
  }

  /// Whether a place is where the text was not YAML.
  public boolean isDamaged(Span place) {
    return place.file() == file() && damage.covers(place);
  }

  /// The outermost node, without what is where the text was not YAML.
  public YamlNode readableRoot() {
    return damage.isEmpty() ? root : damage.remove(root);
  }
}
