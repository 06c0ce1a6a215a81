package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import dev.procc.cli.Option;
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

/// Files with their fixes, shown and written.
///
/// They are written whole or not at all, and only when they still are what was read.
record FixedFiles(Fixer.Fixed fixed) {
  private static final char MARK = '\uFEFF';

  static final Option FIX =
      Option.flag(
          "--fix",
          List.of("unsafe"),
          "carry out the safe fixes; with =unsafe those too that may change what is meant");
  static final Option DIFF =
      Option.flag("--diff", "with --fix: write nothing, show what would change");

  /// Whether fixes are asked for.
  static boolean asked(Call call) throws Failure {
    boolean fix = call.args().has("--fix");
    if (call.args().has("--diff") && !fix) {
      throw Failure.usage("--diff shows what --fix would change", "add --fix, or see procc fmt");
    }
    return fix;
  }

  static Fixer.Which which(Call call) {
    boolean all = call.args().values("--fix").contains("unsafe");
    return all ? Fixer.Which.ALL : Fixer.Which.SAFE;
  }

  /// Prints what was done, or would be, and the report of what is left.
  void show(Call call, String report, boolean dry) throws Failure {
    boolean text = call.format().equals("text");
    List<String> lines = lines();
    if (text && dry) {
      call.print(diff());
    } else if (text) {
      lines.forEach(call::println);
      call.print(lines.isEmpty() ? "" : "\n");
    } else {
      lines.forEach(call::note);
    }
    if (text && dry && !fixed.texts().isEmpty()) {
      call.note(counted() + " to make; nothing was written");
    } else {
      call.print(report);
    }
    if (!dry && !fixed.texts().isEmpty()) {
      call.note(counted() + " made");
    }
  }

  private String counted() {
    int fixes = fixed.done().size();
    return fixes
        + (fixes == 1 ? " fix in " : " fixes in ")
        + LintReport.counted(fixed.texts().size(), "file");
  }

  private List<String> lines() {
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

  private String diff() {
    StringBuilder diff = new StringBuilder();
    fixed
        .texts()
        .forEach((path, text) ->
            diff.append(Diff.unified(path, fixed.before().getOrDefault(path, ""), text)));
    return diff.toString();
  }

  /// What was done, for machines.
  Json.Obj facts(boolean dry) {
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
    return Json.object().put("fixed", Json.array(done)).put("diff", dry ? diff() : null).build();
  }

  /// @param root the folder that paths begin at
  void write(Call call, Path root) throws Failure {
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
