package dev.procc.ide.change;

import dev.procc.base.finding.TextEdit;
import dev.procc.ide.Snapshot;
import dev.procc.ide.outline.Links;
import dev.procc.language.edit.ScalarText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The edits that keep the paths of tables right when files are renamed or moved.
public final class FileMoves {
  private final Map<Path, Path> moves;

  private FileMoves(Map<Path, Path> moves) {
    this.moves = moves;
  }

  /// The edits of a project, of texts that are still where they were.
  ///
  /// @param moves the new path of each file or folder that is renamed
  public static List<TextEdit> of(Snapshot snapshot, Map<Path, Path> moves) {
    return new FileMoves(moves).edits(snapshot);
  }

  private List<TextEdit> edits(Snapshot snapshot) {
    List<TextEdit> edits = new ArrayList<>();
    for (String path : snapshot.paths()) {
      Path file = snapshot.root().resolve(path);
      for (Links.Link link : Links.of(snapshot, path)) {
        String before = relative(file, link.file());
        String after = relative(moved(file), moved(link.file()));
        if (!after.equals(before)) {
          edits.add(new TextEdit(link.span(), ScalarText.ofString(after)));
        }
      }
    }
    return edits;
  }

  private Path moved(Path file) {
    for (Map.Entry<Path, Path> move : moves.entrySet()) {
      Path from = move.getKey();
      if (file.equals(from)) {
        return move.getValue();
      }
      if (file.startsWith(from)) {
        return move.getValue().resolve(from.relativize(file));
      }
    }
    return file;
  }

  private static String relative(Path file, Path target) {
    Path folder = file.getParent();
    return (folder == null ? target : folder.relativize(target)).toString().replace('\\', '/');
  }
}
