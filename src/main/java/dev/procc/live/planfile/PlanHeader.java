package dev.procc.live.planfile;

import java.time.LocalDate;

/// The header of a plan: who made it, for which server and when.
///
/// @param tool the program
/// @param target the name of the target
/// @param apiUrl base URL of the API
/// @param apiVersion the value of `X-Version`
/// @param createdAt RFC 3339, UTC
/// @param asOf the day with which due dates are compared
public record PlanHeader(
    ToolVersion tool,
    String target,
    String apiUrl,
    String apiVersion,
    String createdAt,
    LocalDate asOf) {}
