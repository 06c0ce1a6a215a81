package dev.procc.app.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two versions of the definitions to compare.
///
/// @param base a commit or a folder; null if it is the head without the edits
/// @param head a commit or a folder; null if it is the files on disk
/// @param edits made to the head, none of them on disk
public record ImpactRequest(
    @Nullable String base, @Nullable String head, List<RequestedEdit> edits) {
  public ImpactRequest {
    edits = List.copyOf(edits);
  }
}
