package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Findings in files of the same texts under other paths.
final class Relocation {
  private final UnaryOperator<String> paths;
  private final Map<SourceFile, SourceFile> files = new HashMap<>();

  Relocation(UnaryOperator<String> paths) {
    this.paths = paths;
  }

  Finding finding(Finding finding) {
    List<Label> labels =
        finding.labels().stream().map(each -> new Label(move(each.span()), each.text())).toList();
    List<Fix> fixes = finding.fixes().stream().map(this::fix).toList();
    Span span = finding.span();
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.message(),
        span == null ? null : move(span),
        labels,
        finding.hint(),
        fixes,
        finding.address());
  }

  SuppressedFinding suppressed(SuppressedFinding suppressed) {
    return new SuppressedFinding(
        finding(suppressed.finding()),
        move(suppressed.span()),
        suppressed.inSource(),
        suppressed.reason(),
        suppressed.until());
  }

  private Fix fix(Fix fix) {
    return new Fix(
        fix.title(),
        fix.safe(),
        fix.edits().stream()
            .map(edit -> new TextEdit(move(edit.span()), edit.replacement()))
            .toList());
  }

  private Span move(Span span) {
    SourceFile moved =
        files.computeIfAbsent(
            span.file(), file -> new SourceFile(paths.apply(file.path()), file.text()));
    return new Span(moved, span.start(), span.end());
  }
}
