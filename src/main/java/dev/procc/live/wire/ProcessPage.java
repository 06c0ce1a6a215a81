package dev.procc.live.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of GET /processes.
///
/// @param nextLink the opaque link to the next page; absent on the last one
public record ProcessPage(List<ProcessSummary> data, @Nullable String nextLink) {
  public ProcessPage {
    data = List.copyOf(data);
  }
}
