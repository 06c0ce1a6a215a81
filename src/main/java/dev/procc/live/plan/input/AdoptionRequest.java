package dev.procc.live.plan.input;

import java.util.List;

/// A live process that is to be the one of a definition.
///
/// @param id of the process
/// @param location where the project says so, `procc.yaml:8`
/// @param origin the URL of the API
/// @param otherTargets the other targets of the project, one of which may have the process
public record AdoptionRequest(
    String id, String location, String origin, List<String> otherTargets) {
  public AdoptionRequest {
    otherTargets = List.copyOf(otherTargets);
  }
}
