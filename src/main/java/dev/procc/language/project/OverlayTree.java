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
  private final TreeMap<String, String> texts;

  /// @param texts by path; a text may stand where there is no file
  public OverlayTree(FileTree base, Map<String, String> texts) {
    this.base = base;
    this.texts = new TreeMap<>(texts);
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
    String text = texts.get(path);
    return text == null ? base.read(path) : SourceDecoder.ofText(path, text);
  }
}
