package dev.procc.lsp;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Span;
import dev.procc.ide.EditorText;
import dev.procc.ide.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/// The conversion of findings to diagnostics.
final class DiagnosticMapper {
  private DiagnosticMapper() {}

  /// The diagnostics of a file of a snapshot.
  static List<Diagnostic> of(Session session, Snapshot snapshot, String path) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Finding finding : snapshot.findings().getOrDefault(path, List.of())) {
      diagnostics.add(diagnostic(session, snapshot, finding));
    }
    return diagnostics;
  }

  static Diagnostic diagnostic(Session session, Snapshot snapshot, Finding finding) {
    String message = finding.message();
    if (finding.hint() != null) {
      message += "\nhelp: " + finding.hint();
    }
    Diagnostic diagnostic = new Diagnostic(range(session, snapshot, finding.span()), message);
    diagnostic.setSource("procc");
    diagnostic.setCode(finding.code().id());
    diagnostic.setSeverity(severity(finding.severity()));
    if (finding.code().name().startsWith("unused-")) {
      diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
    }
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (Label label : finding.labels()) {
      String uri = session.uri(snapshot, label.span().file().path());
      Range range = range(session, snapshot, label.span());
      related.add(new DiagnosticRelatedInformation(new Location(uri, range), label.text()));
    }
    if (!related.isEmpty()) {
      diagnostic.setRelatedInformation(related);
    }
    return diagnostic;
  }

  private static Range range(Session session, Snapshot snapshot, @Nullable Span span) {
    EditorText text = span == null ? null : snapshot.text(span.file().path());
    return span == null || text == null
        ? new Range(new Position(0, 0), new Position(0, 0))
        : session.positions(text).firstLine(span);
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
    };
  }
}
