package dev.procc.ide.preview;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.impact.ImpactService;
import dev.procc.app.project.ProjectRequest;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.ide.Snapshot;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.view.impact.ImpactReport;
import dev.procc.view.impact.ImpactText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;

/// What the texts of a snapshot would become.
public final class Previews {
  private Previews() {}

  /// A text to show, and a line that says it in short.
  public record Preview(String headline, String text) {}

  /// The bodies of the processes that a file defines, as `procc render` prints them.
  public static Preview render(Snapshot snapshot, String path) {
    List<String> bodies = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (CompiledProcess process : snapshot.compilation().processes()) {
      if (process.resolved().decl().key().span().file().path().equals(path)) {
        bodies.add(ProcessJson.createBody(process.process()).body().pretty());
        names.add(process.identity());
      }
    }
    String broken = firstError(snapshot);
    if (!broken.isEmpty()) {
      return new Preview("Nothing is rendered: " + broken, "");
    }
    return bodies.isEmpty()
        ? new Preview("No process of an open period is defined in " + path, "")
        : new Preview(String.join(", ", names), String.join("\n", bodies));
  }

  private static String firstError(Snapshot snapshot) {
    for (Finding finding : snapshot.compilation().findings()) {
      if (finding.severity() == Severity.ERROR) {
        return finding.message()
            + (finding.span() == null ? "" : " (" + finding.span().pathAndLine() + ")");
      }
    }
    return "";
  }

  /// Which dates move between a commit and the texts as the editor holds them.
  ///
  /// @param base whatever git takes for a commit
  public static Preview impact(ProjectRequest request, Snapshot snapshot, String base) {
    String broken = firstError(snapshot);
    if (!broken.isEmpty()) {
      return new Preview("Nothing can be compared: " + broken, "");
    }
    HostEnvironment host =
        new HostEnvironment(snapshot.root(), request.host().variables(), request.host().clock());
    try {
      ImpactReport report = ImpactService.ofTexts(request.in(host), base, snapshot.tree()).report();
      String text = ImpactText.render(report, false, Style.of(false)).toString();
      return new Preview(ImpactText.headline(report), text);
    } catch (Failure e) {
      String hint = e.hint();
      return new Preview(
          "Nothing can be compared with "
              + base
              + ": "
              + e.message()
              + (hint == null ? "" : "; " + hint),
          "");
    }
  }
}
