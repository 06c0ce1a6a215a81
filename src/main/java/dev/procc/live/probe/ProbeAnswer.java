package dev.procc.live.probe;

import java.time.LocalDate;
import java.util.List;

/// The result of a probe with its evidence.
///
/// @param key of the question
/// @param date by the server's clock
/// @param calls each as `POST /processes 201`
public record ProbeAnswer(String key, ProbeResult result, LocalDate date, List<String> calls) {
  public ProbeAnswer {
    calls = List.copyOf(calls);
  }
}
