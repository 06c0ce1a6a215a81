package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ChangedFile;
import dev.procc.app.project.ChangedFiles;
import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.base.text.ShellWord;
import dev.procc.base.text.UnifiedDiff;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.language.compile.Fixer;
import dev.procc.view.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fixed files, printed and written.
///
/// Files are written as a whole, and only if all are still as they were read.
public record FixOutput(Fixer.FixResult result) {
  public static final Option FIX =
      Option.flag(
          "--fix",
          List.of("unsafe"),
          "carry out the safe fixes; with =unsafe those too that may change what is meant");
  public static final Option DIFF =
      Option.flag("--diff", "with --fix: write nothing, show what would change");

  /// Whether fixes are requested.
  public static boolean isRequested(Invocation invocation) throws Failure {
    boolean fix = invocation.args().has("--fix");
    if (invocation.args().has("--diff") && !fix) {
      throw Failure.usage("--diff shows what --fix would change", "add --fix, or see procc fmt");
    }
    return fix;
  }

  public static Fixer.FixScope requestedScope(Invocation invocation) {
    boolean all = invocation.args().values("--fix").contains("unsafe");
    return all ? Fixer.FixScope.ALL : Fixer.FixScope.SAFE;
  }

  /// Lines about the fixes of findings and the commands that make them; none if the text is not in
  /// a file.
  static List<String> left(Invocation invocation, List<Finding> findings) throws Failure {
    int safe = 0;
    int all = 0;
    for (Finding finding : findings) {
      if (!finding.fixes().isEmpty()) {
        all++;
        safe += finding.fixes().getFirst().safe() ? 1 : 0;
      }
    }
    if (all == 0 || !invocation.format().equals("text") || invocation.operands().contains("-")) {
      return List.of();
    }
    boolean made = isRequested(invocation);
    if (made && requestedScope(invocation) == Fixer.FixScope.ALL) {
      return List.of(
          have(all, "a fix") + " that was not made: a choice waits until nothing else is broken");
    }
    String which = invocation.sameProject();
    for (String operand : invocation.operands()) {
      which += " " + ShellWord.quoted(operand);
    }
    String unsafe = " that may change what is meant: procc lint --fix=unsafe" + which;
    if (made || safe == 0) {
      return List.of(have(all, "a fix") + unsafe);
    }
    String text = have(safe, "a safe fix") + ": procc lint --fix" + which;
    return safe == all ? List.of(text) : List.of(text, have(all - safe, "one") + unsafe);
  }

  private static String have(int findings, String what) {
    return Plural.of(findings, "finding") + Plural.choose(findings, " has ", " have ") + what;
  }

  /// Prints the fixes that were applied, or would be, and the report of what is left.
  public void print(Invocation invocation, SafeText report, boolean dry) throws Failure {
    boolean text = invocation.format().equals("text");
    List<String> lines = lines();
    if (text && dry) {
      invocation.printLines(diff());
    } else if (text) {
      lines.forEach(invocation::println);
      if (!lines.isEmpty()) {
        invocation.println("");
      }
    } else {
      lines.forEach(invocation::note);
    }
    if (text && dry && !result.texts().isEmpty()) {
      invocation.note(summary() + " to make; nothing was written");
    } else {
      invocation.print(report);
    }
    if (!dry && !result.texts().isEmpty()) {
      invocation.note(summary() + " made");
    }
  }

  private String summary() {
    int fixes = result.applied().size();
    return Plural.of(fixes, "fix") + " in " + Plural.of(result.texts().size(), "file");
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Fixer.AppliedFix done : result.applied()) {
      Span at = spanOf(done);
      String places = done.occurrences() > 1 ? ", for " + done.occurrences() + " places" : "";
      lines.add(
          "fixed "
              + done.finding().code().id()
              + " "
              + at.pathAndLine()
              + ": "
              + done.fix().title()
              + places);
    }
    return lines;
  }

  private static Span spanOf(Fixer.AppliedFix done) {
    return done.fix().edits().getFirst().span();
  }

  private String diff() {
    StringBuilder diff = new StringBuilder();
    result
        .texts()
        .forEach((path, text) ->
            diff.append(UnifiedDiff.text(path, result.originals().getOrDefault(path, ""), text)));
    return diff.toString();
  }

  /// The applied fixes, for JSON.
  public Json.Obj toJson(boolean dry) {
    List<Json> done = new ArrayList<>();
    for (Fixer.AppliedFix each : result.applied()) {
      done.add(
          Json.object()
              .put("code", each.finding().code().id())
              .put("file", spanOf(each).file().path())
              .put("line", spanOf(each).startPosition().line())
              .put("title", each.fix().title())
              .put("safe", each.fix().safe())
              .put("places", each.occurrences())
              .build());
    }
    return Json.object().put("fixed", Json.array(done)).put("diff", dry ? diff() : null).build();
  }

  /// Writes the files.
  ///
  /// @param root the folder to which paths are relative
  public void write(Path root) throws Failure {
    Map<String, ChangedFile> files = new LinkedHashMap<>();
    result
        .texts()
        .forEach(
            (path, text) -> files.put(path, new ChangedFile(result.originals().get(path), text)));
    ChangedFiles.write(root, files, "the files before it are fixed");
  }
}
