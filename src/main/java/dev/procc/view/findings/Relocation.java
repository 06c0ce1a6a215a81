package dev.procc.view.findings;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Findings with other paths for the same texts.
final class Relocation {
  private final UnaryOperator<String> paths;
  private final Map<SourceFile, SourceFile> files = new HashMap<>();

  Relocation(UnaryOperator<String> paths) {
    this.paths = paths;
  }

  Finding finding(Finding finding) {
    List<Label> labels = new ArrayList<>();
    for (Label label : finding.labels()) {
      labels.add(new Label(move(label.span()), label.text()));
    }
    List<Fix> fixes = new ArrayList<>();
    for (Fix fix : finding.fixes()) {
      fixes.add(fix(fix));
    }
    Span span = finding.span();
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.message(),
        span == null ? null : move(span),
        labels,
        finding.hint(),
        fixes,
        finding.address(),
        finding.occurrences());
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
    List<TextEdit> edits = new ArrayList<>();
    for (TextEdit edit : fix.edits()) {
      edits.add(new TextEdit(move(edit.span()), edit.replacement()));
    }
    return new Fix(fix.title(), fix.safe(), edits);
  }

  private Span move(Span span) {
    SourceFile file = span.file();
    SourceFile moved = files.get(file);
    if (moved == null) {
      moved = new SourceFile(paths.apply(file.path()), file.text());
      files.put(file, moved);
    }
    return new Span(moved, span.start(), span.end());
  }
}
