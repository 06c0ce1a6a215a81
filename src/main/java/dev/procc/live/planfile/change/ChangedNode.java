package dev.procc.live.planfile.change;

import java.util.List;

/// The node that a change is about, for people.
///
/// @param address of the node; for the process itself its identity
/// @param kind `process`, `group`, or the action of a job
/// @param title the name or title
/// @param people ids of those who do and approve it
public record ChangedNode(String address, String kind, String title, List<String> people) {
  public ChangedNode {
    people = List.copyOf(people);
  }
}
