package dev.procc.app.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request to compare two versions of the definitions.
///
/// @param base a commit or a folder; null for the head without the edits
/// @param head a commit or a folder; null for the files on disk
/// @param edits of the head, none of them on disk
public record ImpactRequest(
    @Nullable String base, @Nullable String head, List<RequestedEdit> edits) {
  public ImpactRequest {
    edits = List.copyOf(edits);
  }
}
