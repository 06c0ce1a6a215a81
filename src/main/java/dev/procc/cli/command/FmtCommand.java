package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.cli.Version;
import dev.procc.language.format.Diff;
import dev.procc.language.format.Formatter;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.Location;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.YamlSource;
import dev.procc.view.report.DiagnosticText;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `procc fmt`: definitions in the one way to write them.
final class FmtCommand implements Command {
  @Override
  public String name() {
    return "fmt";
  }

  @Override
  public String summary() {
    return "format definitions";
  }

  @Override
  public Group group() {
    return Group.WRITE;
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
    There is one way and no setting. Comments, blank lines, anchors and quotes that matter are
    kept; a formatted file is not touched. With - it reads standard input and prints the result.
    What cannot be kept is not touched: a finding says why, exit 3.

    Examples:
      procc fmt
      procc fmt --check
      procc fmt - < close.process.yaml
    """;
  }

  @Override
  public int run(Call call) throws Failure, IOException {
    if (call.operands().equals(List.of("-"))) {
      return standardInput(call);
    }
    Work work = new Work(call);
    if (call.operands().isEmpty()) {
      work.all(Location.find(call.env().directory(), call.config(), List.of()));
    }
    for (String operand : call.operands()) {
      work.all(Location.find(call.env().directory(), call.config(), List.of(operand)));
    }
    return work.end();
  }

  private static Map<String, SourceFile> files(Location location) throws Failure {
    DiskTree tree = new DiskTree(location.root());
    Outcome<Project> read =
        location.alone().isEmpty()
            ? ProjectReader.read(tree)
            : ProjectReader.read(tree, location.alone());
    Map<String, SourceFile> files = new LinkedHashMap<>();
    List<String> selectors = location.selectors();
    for (SourceDocument document : read.value().orElseThrow().documents()) {
      boolean wanted = selectors.isEmpty();
      for (String selector : selectors) {
        wanted |= document.path().equals(selector) || document.path().startsWith(selector + "/");
      }
      if (wanted) {
        files.put(document.path(), document.file());
      }
    }
    if (files.isEmpty()) {
      String named = selectors.isEmpty() ? "here" : "in \"" + String.join(" ", selectors) + "\"";
      throw Failure.nothing("no definitions " + named, "name a file or a folder");
    }
    return files;
  }

  private static int standardInput(Call call) throws Failure, IOException {
    Outcome<SourceFile> text = YamlSource.decode("<stdin>", call.env().in().readAllBytes());
    SourceFile file = text.value().orElse(null);
    if (file == null || text.hasErrors()) {
      return complain(call, text.diagnostics());
    }
    Outcome<String> formatted = new Formatter().format(file);
    if (!formatted.diagnostics().isEmpty()) {
      return complain(call, formatted.diagnostics());
    }
    String result = formatted.value().orElse(file.text());
    boolean changed = !result.equals(file.text());
    if (call.args().has("--diff")) {
      call.print(changed ? Diff.unified("<stdin>", file.text(), result) : "");
    } else if (!call.args().has("--check")) {
      call.print(result);
    }
    return changed && (call.args().has("--check") || call.args().has("--diff"))
        ? Exit.FINDINGS
        : Exit.OK;
  }

  private static int complain(Call call, List<Diagnostic> found) {
    Findings findings = Findings.of(call.command(), Version.PROCC, Exit.FINDINGS, found);
    call.env().err().print(new DiagnosticText().emit(findings, Style.PLAIN));
    call.env().err().flush();
    return Exit.FINDINGS;
  }

  /// One run over files.
  private static final class Work {
    private final Call call;
    private final Formatter formatter = new Formatter();
    private final List<String> changed = new ArrayList<>();
    private final List<Diagnostic> found = new ArrayList<>();
    private final StringBuilder diffs = new StringBuilder();
    private int files;

    Work(Call call) {
      this.call = call;
    }

    void all(Location location) throws Failure {
      for (Map.Entry<String, SourceFile> file : files(location).entrySet()) {
        file(location.root(), file.getKey(), file.getValue());
      }
    }

    private void file(Path root, String path, SourceFile file) throws Failure {
      files++;
      Outcome<String> formatted = formatter.format(file);
      found.addAll(formatted.diagnostics());
      String result = formatted.value().orElse(file.text());
      if (result.equals(file.text())) {
        return;
      }
      changed.add(path);
      if (call.args().has("--diff")) {
        diffs.append(Diff.unified(path, file.text(), result));
      }
      if (!readOnly()) {
        call.write(root.resolve(path).toString(), result);
      }
    }

    private boolean readOnly() {
      return call.args().has("--check") || call.args().has("--diff");
    }

    int end() {
      boolean bad = !found.isEmpty() || (readOnly() && !changed.isEmpty());
      int exit = bad ? Exit.FINDINGS : Exit.OK;
      if (call.json()) {
        call.print(
            exit,
            Json.object()
                .put("files", files)
                .put("changed", Json.texts(changed))
                .put("diff", diffs.isEmpty() ? null : diffs.toString())
                .build());
      } else {
        call.print(diffs.toString());
        if (diffs.isEmpty()) {
          changed.forEach(call::println);
        }
        String word = readOnly() ? " to format" : " formatted";
        call.note(changed.size() + word + " of " + files + (files == 1 ? " file" : " files"));
      }
      if (!found.isEmpty()) {
        complain(call, found);
      }
      return exit;
    }
  }
}
