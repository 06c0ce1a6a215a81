package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ChangedFile;
import dev.procc.app.project.ChangedFiles;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.base.text.Plural;
import dev.procc.base.text.UnifiedDiff;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.language.format.Formatter;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.SourceDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `procc fmt`: writes definitions in their canonical form.
public final class FmtCommand extends Command {
  public FmtCommand() {
    super(CommandGroup.WRITE, "fmt", "format definitions");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.flag("--check", "change nothing, exit 3 when a file is not formatted"),
            Option.flag("--diff", "change nothing, show what would change"))
        .formats("text", "json")
        .operands("[FILE|DIR...|-]", 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    There is one style and no setting. Comments, blank lines, anchors and quotes that matter are
    kept; a formatted file is not touched. With - it reads standard input and prints the result.
    What cannot be kept is not touched: a finding says why, exit 3.

    Examples:
      procc fmt
      procc fmt --check
      procc fmt - < close.process.yaml
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    if (invocation.operands().equals(List.of("-"))) {
      return formatStandardInput(invocation);
    }
    FormatRun work = new FormatRun(invocation);
    if (invocation.operands().isEmpty()) {
      work.formatAll(ProjectSession.read(ProjectArguments.request(invocation)));
    }
    if (invocation.operands().contains("-")) {
      throw Failure.usage("- stands alone, one text is read", "leave out the other words");
    }
    for (String operand : invocation.operands()) {
      work.formatAll(ProjectSession.read(ProjectArguments.request(invocation, List.of(operand))));
    }
    return work.report();
  }

  /// The selected files of a project, by path.
  private static Map<String, SourceFile> files(ProjectSession session) throws Failure {
    Map<String, SourceFile> files = new LinkedHashMap<>();
    List<String> selectors = session.location().selectors();
    for (SourceDocument document : session.project().documents()) {
      boolean wanted = selectors.isEmpty();
      for (String selector : selectors) {
        String folder = selector.endsWith("/") ? selector : selector + "/";
        wanted |= document.path().equals(selector) || document.path().startsWith(folder);
      }
      if (wanted) {
        files.put(document.path(), document.file());
      }
    }
    if (files.isEmpty()) {
      String named = selectors.isEmpty() ? "here" : "in \"" + String.join(" ", selectors) + "\"";
      throw Failure.noMatch("no definitions " + named, "name a file or a folder");
    }
    return files;
  }

  private static int formatStandardInput(Invocation invocation) throws Failure, IOException {
    byte[] read = invocation.readInput();
    Outcome<SourceFile> text = SourceDecoder.decode("<stdin>", read);
    SourceFile file = text.value().orElse(null);
    if (file == null || text.hasErrors()) {
      return FindingsPrinter.printNote(invocation, text.findings());
    }
    Outcome<String> formatted = new Formatter().format(file);
    if (!formatted.findings().isEmpty()) {
      return FindingsPrinter.printNote(invocation, formatted.findings());
    }
    String result = formatted.value().orElse(file.text());
    boolean changed = !result.equals(file.text());
    if (invocation.args().has("--diff")) {
      invocation.printLines(UnifiedDiff.text("<stdin>", file.text(), result));
    } else if (!invocation.args().has("--check")) {
      invocation.printFile(read, result);
    }
    return changed && (invocation.args().has("--check") || invocation.args().has("--diff"))
        ? ExitCode.FINDINGS
        : ExitCode.OK;
  }

  /// One call over the selected files.
  private static final class FormatRun {
    private final Invocation invocation;
    private final Formatter formatter = new Formatter();
    private final List<String> changed = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final StringBuilder diffs = new StringBuilder();
    private final Map<Path, Map<String, ChangedFile>> texts = new LinkedHashMap<>();
    private final Set<Path> seen = new HashSet<>();

    FormatRun(Invocation invocation) {
      this.invocation = invocation;
    }

    /// Formats the selected files that were not selected before.
    void formatAll(ProjectSession session) throws Failure, IOException {
      for (Map.Entry<String, SourceFile> file : files(session).entrySet()) {
        if (seen.add(session.root().resolve(file.getKey()).toRealPath())) {
          formatFile(session.root(), file.getKey(), file.getValue());
        }
      }
    }

    private void formatFile(Path root, String path, SourceFile file) {
      Outcome<String> formatted = formatter.format(file);
      findings.addAll(formatted.findings());
      String result = formatted.value().orElse(file.text());
      if (result.equals(file.text())) {
        return;
      }
      changed.add(path);
      if (invocation.args().has("--diff")) {
        diffs.append(UnifiedDiff.text(path, file.text(), result));
      }
      texts
          .computeIfAbsent(root, of -> new LinkedHashMap<>())
          .put(path, new ChangedFile(file.text(), result));
    }

    private boolean isReadOnly() {
      return invocation.args().has("--check") || invocation.args().has("--diff");
    }

    /// Writes the files, unless they are only to be shown, and reports.
    int report() throws Failure {
      if (!isReadOnly()) {
        for (Map.Entry<Path, Map<String, ChangedFile>> files : texts.entrySet()) {
          ChangedFiles.write(files.getKey(), files.getValue(), "the files before it are formatted");
        }
      }
      boolean bad = !findings.isEmpty() || (isReadOnly() && !changed.isEmpty());
      int exit = bad ? ExitCode.FINDINGS : ExitCode.OK;
      if (invocation.isJson()) {
        invocation.print(
            exit,
            Json.object()
                .put("files", seen.size())
                .put("changed", Json.texts(changed))
                .put("diff", diffs.isEmpty() ? null : diffs.toString())
                .build());
      } else {
        invocation.printLines(diffs.toString());
        if (diffs.isEmpty()) {
          changed.forEach(invocation::println);
        }
        String word = isReadOnly() ? " to format" : " formatted";
        invocation.note(changed.size() + word + " of " + Plural.of(seen.size(), "file"));
      }
      if (!findings.isEmpty()) {
        FindingsPrinter.printNote(invocation, findings);
      }
      return exit;
    }
  }
}
