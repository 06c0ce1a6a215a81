package dev.procc.live.plan.input;

import java.util.List;

/// The request to adopt a live process for a definition.
///
/// @param id of the process
/// @param location of the request, `procc.yaml:8`
/// @param origin the URL of the API
/// @param otherTargets the other targets of the project, one of which may have the process
public record AdoptionRequest(
    String id, String location, String origin, List<String> otherTargets) {
  public AdoptionRequest {
    otherTargets = List.copyOf(otherTargets);
  }
}
