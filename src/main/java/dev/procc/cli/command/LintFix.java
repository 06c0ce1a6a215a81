package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.cli.Call;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.language.compile.Fixer;
import dev.procc.language.format.Diff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `procc lint --fix`: carries out the fixes of findings, and tells what is left.
///
/// Files are written whole or not at all, and only when they still are what was read. A text of
/// standard input goes to standard output, and no file is written.
final class LintFix {
  private static final char MARK = '\uFEFF';

  private final Call call;
  private final LintInput input;
  private final boolean dry;

  LintFix(Call call, LintInput input) {
    this.call = call;
    this.input = input;
    this.dry = call.args().has("--diff");
  }

  int run() throws Failure {
    input.compile();
    boolean unsafe = call.args().values("--fix").contains("unsafe");
    String only = input.stdin();
    Fixer.Fixed fixed =
        Fixer.run(input.tree(), input::compile, unsafe, path -> only == null || path.equals(only));
    if (!dry && only == null) {
      write(fixed);
    }
    LintReport report = LintReport.of(call, fixed.compilation(), facts(fixed));
    if (only != null && !dry) {
      return standardOutput(fixed, report, only);
    }
    show(fixed, report);
    return dry && !fixed.texts().isEmpty() ? Exit.FINDINGS : report.exit();
  }

  private void show(Fixer.Fixed fixed, LintReport report) {
    boolean text = call.format().equals("text");
    List<String> lines = lines(fixed);
    if (text && dry) {
      call.print(diff(fixed));
    } else if (text) {
      lines.forEach(call::println);
      call.print(lines.isEmpty() ? "" : "\n");
    } else {
      lines.forEach(call::note);
    }
    if (text && dry && !fixed.texts().isEmpty()) {
      call.note(counted(fixed) + " to make; nothing was written");
    } else {
      call.print(report.text());
    }
    if (!dry && !fixed.texts().isEmpty()) {
      call.note(counted(fixed) + " made");
    }
  }

  private static String counted(Fixer.Fixed fixed) {
    int fixes = fixed.done().size();
    return fixes
        + (fixes == 1 ? " fix in " : " fixes in ")
        + LintReport.counted(fixed.texts().size(), "file");
  }

  /// The text of standard input as it is now; what there is to say goes to standard error.
  private int standardOutput(Fixer.Fixed fixed, LintReport report, String path) {
    SourceFile file = input.tree().read(path).value().orElse(null);
    call.print(fixed.texts().getOrDefault(path, file == null ? "" : file.text()));
    if (report.exit() != Exit.OK) {
      call.env().err().print(report.text());
      call.env().err().flush();
    }
    return report.exit();
  }

  private static List<String> lines(Fixer.Fixed fixed) {
    List<String> lines = new ArrayList<>();
    for (Fixer.Done done : fixed.done()) {
      Span at = at(done);
      String places = done.places() > 1 ? ", for " + done.places() + " places" : "";
      lines.add(
          "fixed "
              + done.finding().code().id()
              + " "
              + at.line()
              + ": "
              + done.fix().title()
              + places);
    }
    return lines;
  }

  private static Span at(Fixer.Done done) {
    return done.fix().edits().getFirst().span();
  }

  private String diff(Fixer.Fixed fixed) {
    StringBuilder diff = new StringBuilder();
    fixed
        .texts()
        .forEach((path, text) ->
            diff.append(Diff.unified(path, fixed.before().getOrDefault(path, ""), text)));
    return diff.toString();
  }

  private Json.Obj facts(Fixer.Fixed fixed) {
    List<Json> done = new ArrayList<>();
    for (Fixer.Done each : fixed.done()) {
      done.add(
          Json.object()
              .put("code", each.finding().code().id())
              .put("file", at(each).file().path())
              .put("line", at(each).from().line())
              .put("title", each.fix().title())
              .put("safe", each.fix().safe())
              .put("places", each.places())
              .build());
    }
    return Json.object()
        .put("fixed", Json.array(done))
        .put("diff", dry ? diff(fixed) : null)
        .build();
  }

  private void write(Fixer.Fixed fixed) throws Failure {
    Path root = input.location().root();
    try {
      for (Map.Entry<String, String> before : fixed.before().entrySet()) {
        if (!now(root.resolve(before.getKey())).endsWith(before.getValue())) {
          throw Failure.error(
              "\"" + before.getKey() + "\" changed while it was being fixed",
              "nothing was written; run it again");
        }
      }
      for (Map.Entry<String, String> text : fixed.texts().entrySet()) {
        Path file = root.resolve(text.getKey());
        boolean marked = now(file).indexOf(MARK) == 0;
        call.write(file.toString(), marked ? MARK + text.getValue() : text.getValue());
      }
    } catch (IOException | UncheckedIOException e) {
      throw Failure.error("cannot read what is to be fixed: " + e.getMessage(), null);
    }
  }

  private static String now(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
