package dev.procc.language.project;

import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.YamlSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// A tree with texts laid over it: what an editor holds and has not saved, or a text from stdin.
public final class OverlayTree implements FileTree {
  private final FileTree below;
  private final TreeMap<String, String> texts;

  /// @param texts by path; a text may stand where there is no file
  public OverlayTree(FileTree below, Map<String, String> texts) {
    this.below = below;
    this.texts = new TreeMap<>(texts);
  }

  @Override
  public Listing list() {
    Listing listing = below.list();
    Collection<String> all = new TreeSet<>(listing.files());
    all.addAll(texts.keySet());
    return new Listing(List.copyOf(all), listing.diagnostics());
  }

  @Override
  public boolean exists(String path) {
    return texts.containsKey(path) || below.exists(path);
  }

  @Override
  public Outcome<SourceFile> read(String path) {
    String text = texts.get(path);
    return text == null ? below.read(path) : YamlSource.text(path, text);
  }
}
