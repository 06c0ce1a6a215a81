package dev.procc.language.project;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.SourceDecoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A tree with texts in place of files: unsaved texts of an editor, or a text from standard input.
public final class OverlayTree implements FileTree {
  private final @Nullable FileTree base;
  private final TreeMap<String, Outcome<SourceFile>> texts = new TreeMap<>();

  private OverlayTree(@Nullable FileTree base) {
    this.base = base;
  }

  /// @param texts by path, of existing or new files
  public OverlayTree(FileTree base, Map<String, String> texts) {
    this(base);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      this.texts.put(text.getKey(), SourceDecoder.ofText(text.getKey(), text.getValue()));
    }
  }

  /// A tree with one text in place of a file.
  ///
  /// @param text with the findings of decoding it
  public static OverlayTree of(FileTree base, String path, Outcome<SourceFile> text) {
    OverlayTree tree = new OverlayTree(base);
    tree.texts.put(path, text);
    return tree;
  }

  /// A tree that consists of one text.
  public static OverlayTree ofOnly(SourceFile file) {
    OverlayTree tree = new OverlayTree(null);
    tree.texts.put(file.path(), Outcome.of(file));
    return tree;
  }

  @Override
  public FileListing list() {
    if (base == null) {
      return new FileListing(List.copyOf(texts.keySet()), List.of());
    }
    FileListing listing = base.list();
    Collection<String> all = new TreeSet<>(listing.files());
    all.addAll(texts.keySet());
    return new FileListing(List.copyOf(all), listing.findings());
  }

  @Override
  public boolean exists(String path) {
    return texts.containsKey(path) || (base != null && base.exists(path));
  }

  @Override
  public Outcome<SourceFile> read(String path) {
    Outcome<SourceFile> text = texts.get(path);
    if (text != null) {
      return text;
    }
    return base == null ? Outcome.failure() : base.read(path);
  }
}
