package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.base.text.Sha256;
import java.util.HashMap;
import java.util.Map;

/// Fingerprints of findings, which stay the same when lines move: they consist of what is wrong,
/// where in the process, and the text of the line; for a line that makes several places, only of
/// the line. A count distinguishes findings that are otherwise equal.
final class Fingerprints {
  private final Map<String, Integer> seen = new HashMap<>();

  /// The fingerprint of the next finding.
  String next(Finding finding) {
    Span span = finding.span();
    boolean several = finding.occurrences() != null;
    String address = finding.address();
    return next(
        String.join(
            "\n",
            finding.code().id(),
            span == null ? "" : span.file().path(),
            several ? "" : finding.message(),
            several || address == null ? "" : address,
            span == null ? "" : span.file().line(span.startPosition().line()).strip()));
  }

  /// The fingerprint of the next item with an identity.
  String next(String identity) {
    int before = seen.merge(identity, 1, Integer::sum) - 1;
    return Sha256.hex(identity + "\n" + before);
  }
}
