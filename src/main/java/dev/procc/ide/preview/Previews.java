package dev.procc.ide.preview;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.impact.ImpactService;
import dev.procc.app.project.ProjectRequest;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.ide.Snapshot;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.wire.ProcessJson;
import dev.procc.view.impact.DiffHtml;
import dev.procc.view.impact.DiffText;
import dev.procc.view.impact.ImpactReport;
import dev.procc.view.impact.ImpactText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;

/// The previews of what the texts of a snapshot become.
public final class Previews {
  private Previews() {}

  /// A text to show, and a line that sums it up.
  ///
  /// @param html the text as a page; empty if there is none
  public record Preview(String headline, String text, String html) {
    public Preview(String headline, String text) {
      this(headline, text, "");
    }
  }

  /// The preview of a comparison of two versions.
  @FunctionalInterface
  private interface Comparison {
    Preview of(ImpactService versions) throws Failure;
  }

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

  /// The dates that move between a commit and the editor's texts.
  ///
  /// @param base whatever git accepts as a commit
  public static Preview impact(ProjectRequest request, Snapshot snapshot, String base) {
    return compare(
        request,
        snapshot,
        base,
        versions -> {
          ImpactReport report = versions.report();
          String text = ImpactText.render(report, false, Style.of(false)).toString();
          return new Preview(ImpactText.headline(report), text);
        });
  }

  /// The differences between a commit and the editor's texts, as in a plan.
  ///
  /// @param base whatever git accepts as a commit
  public static Preview diff(ProjectRequest request, Snapshot snapshot, String base) {
    return compare(
        request,
        snapshot,
        base,
        versions -> {
          if (versions.base().hasErrors()) {
            return new Preview("Nothing can be compared: there are errors in " + base, "");
          }
          Plan plan = versions.plan();
          String from = versions.from();
          String to = versions.to();
          return new Preview(
              from + " -> " + to,
              DiffText.render(plan, from, to, false, Style.of(false)).toString(),
              DiffHtml.render(plan, from, to).toString());
        });
  }

  private static Preview compare(
      ProjectRequest request, Snapshot snapshot, String base, Comparison comparison) {
    String broken = firstError(snapshot);
    if (!broken.isEmpty()) {
      return new Preview("Nothing can be compared: " + broken, "");
    }
    HostEnvironment host =
        new HostEnvironment(snapshot.root(), request.host().variables(), request.host().clock());
    try {
      return comparison.of(ImpactService.ofTexts(request.in(host), base, snapshot.tree()));
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
