package dev.procc.language.project;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.SourceDecoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// A tree with texts laid over it: what an editor holds and has not saved, or a text from stdin.
public final class OverlayTree implements FileTree {
  private final FileTree base;
  private final TreeMap<String, Outcome<SourceFile>> texts;

  private OverlayTree(TreeMap<String, Outcome<SourceFile>> texts, FileTree base) {
    this.base = base;
    this.texts = texts;
  }

  /// @param texts by path; a text may stand where there is no file
  public OverlayTree(FileTree base, Map<String, String> texts) {
    this(new TreeMap<>(), base);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      this.texts.put(text.getKey(), SourceDecoder.ofText(text.getKey(), text.getValue()));
    }
  }

  /// A tree with one text laid over it, and what was found when it was decoded.
  public static OverlayTree of(FileTree base, String path, Outcome<SourceFile> text) {
    TreeMap<String, Outcome<SourceFile>> texts = new TreeMap<>();
    texts.put(path, text);
    return new OverlayTree(texts, base);
  }

  @Override
  public FileListing list() {
    FileListing listing = base.list();
    Collection<String> all = new TreeSet<>(listing.files());
    all.addAll(texts.keySet());
    return new FileListing(List.copyOf(all), listing.findings());
  }

  @Override
  public boolean exists(String path) {
    return texts.containsKey(path) || base.exists(path);
  }

  @Override
  public Outcome<SourceFile> read(String path) {
    Outcome<SourceFile> text = texts.get(path);
    return text == null ? base.read(path) : text;
  }
}
