package dev.procc.live.planfile;

import java.time.LocalDate;

/// Who made a plan, for which server and when.
///
/// @param tool the program
/// @param target the name of the target
/// @param apiUrl base URL of the API
/// @param apiVersion the value of `X-Version`
/// @param createdAt RFC 3339, UTC
/// @param asOf the day on which due dates are judged
public record PlanHeader(
    ToolVersion tool,
    String target,
    String apiUrl,
    String apiVersion,
    String createdAt,
    LocalDate asOf) {}
