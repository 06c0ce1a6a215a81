package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.text.ShellWord;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.language.compile.Compilation;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.view.findings.FindingsMarkdown;
import dev.procc.view.plan.PlanFormats;
import dev.procc.view.plan.PlanMarkdown;
import dev.procc.view.plan.PlanOptions;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The printer of a plan, the same for every command that has one.
final class PlanPrinter {
  private static final String MARKDOWN = "markdown";

  /// The options of a plan that `procc amend` has too.
  private static final Set<String> OF_AMEND =
      Set.of(
          ProjectArguments.VAR.name(),
          ProjectArguments.VAR_FILE.name(),
          "--allow-past",
          "--during-freeze");

  static final List<Option> OPTIONS =
      List.of(
          Option.choice(
              "--group-by",
              List.of("cause", "process", "person", "date"),
              "what changes are grouped by; cause by default"),
          Option.flag("--detail", "show every change, date and call"),
          Option.flag(
              "--summary", "show one line per process, as -q does; -qq shows the total alone"),
          Option.value("--json-out", "FILE", "write the plan as JSON as well"),
          Option.value("--html-out", "FILE", "write the plan as a page as well"),
          CommentFiles.OUT,
          CommentFiles.HOST,
          Option.value("--counts-out", "FILE", "write the counts that GitLab's widget shows"));

  /// The formats that are written to files, by the option that names the file.
  private static final List<Map.Entry<String, String>> FILES =
      List.of(
          Map.entry("--json-out", "json"),
          Map.entry(CommentFiles.OUT.name(), MARKDOWN),
          Map.entry("--counts-out", "counts"),
          Map.entry("--html-out", "html"));

  private PlanPrinter() {}

  /// @param saved the file the plan is saved in; null if it is not saved
  static void print(Invocation invocation, Plan plan, @Nullable String saved) throws Failure {
    Timings.enter(Phase.RENDER);
    for (Map.Entry<String, String> file : FILES) {
      String path = invocation.args().value(file.getKey());
      if (path != null) {
        SafeText text =
            file.getValue().equals(MARKDOWN)
                ? PlanMarkdown.render(
                    plan,
                    CommentFiles.form(invocation),
                    CommentFiles.project(invocation),
                    CommentFiles.ledger(invocation))
                : render(file.getValue(), invocation, plan, saved);
        if (file.getValue().equals("json")) {
          invocation.writePrivateFile(path, text.toString());
        } else {
          invocation.writeFile(path, text);
        }
      }
    }
    if (invocation.isJson()) {
      invocation.keepPrivate();
      SafeText.json(PlanFile.toJson(plan), invocation::printPart);
    } else {
      invocation.print(render(invocation.format(), invocation, plan, saved));
    }
  }

  /// Writes the errors, in place of the plan, to the files for reviewers.
  ///
  /// @param compilation with errors
  static void writeErrors(Invocation invocation, Compilation compilation) throws Failure {
    String path = invocation.args().value(CommentFiles.OUT.name());
    if (path != null) {
      List<Finding> errors = new ArrayList<>(compilation.findings());
      errors.removeIf(finding -> finding.severity() != Severity.ERROR);
      invocation.writeFile(
          path,
          FindingsMarkdown.render(
              errors,
              ProjectArguments.targetName(invocation, compilation),
              CommentFiles.form(invocation),
              "procc lint" + CommentFiles.project(invocation)));
    }
  }

  /// Writes the failure, in place of the plan, to the files for reviewers.
  static void writeFailure(Invocation invocation, Compilation compilation, Failure failure)
      throws Failure {
    String path = invocation.args().value(CommentFiles.OUT.name());
    if (path != null && failure.kind() != Failure.Kind.USAGE) {
      invocation.writeFile(
          path,
          FindingsMarkdown.render(
              failure.message(),
              failure.hint(),
              ProjectArguments.targetName(invocation, compilation),
              CommentFiles.form(invocation)));
    }
  }

  /// The level of brevity: 1 for one line a process (`--summary`, `-q`), 2 for the totals (`-qq`).
  private static int quietLevel(Invocation invocation) {
    int asked = Math.min(2, invocation.args().values("--quiet").size());
    return invocation.args().has("--summary") ? Math.max(1, asked) : asked;
  }

  /// The arguments that apply needs to make the same plan: selectors and overrides.
  private static String rerunArguments(Invocation invocation) {
    StringBuilder words = new StringBuilder();
    List<String> all = new ArrayList<>();
    if (invocation.command().equals("plan")) {
      all.addAll(keys(invocation));
    }
    for (String target : invocation.args().values("--target")) {
      all.add("--target " + ShellWord.quoted(target));
    }
    all.addAll(arguments(invocation));
    all.forEach(word -> words.append(' ').append(word));
    return words + invocation.sameFolder();
  }

  private static List<String> keys(Invocation invocation) {
    return invocation.operands().stream().map(ShellWord::quoted).toList();
  }

  /// The plan with ways out that are commands for the same plan, with its keys and overrides.
  static Plan withWays(Invocation invocation, Plan plan) {
    if (!plan.isRefused()) {
      return plan;
    }
    List<String> words = new ArrayList<>(keys(invocation));
    words.addAll(arguments(invocation));
    return plan.withArguments(words);
  }

  /// The options that make a plan, each with its value; of a run only those that `procc amend` has
  /// too.
  private static List<String> arguments(Invocation invocation) {
    List<String> words = new ArrayList<>();
    List<Option> options = new ArrayList<>(PlanArguments.OPTIONS);
    if (invocation.args().value("--run") != null) {
      options.removeIf(option -> !OF_AMEND.contains(option.name()));
    }
    for (Option option : options) {
      String name = option.name();
      if (!name.equals(ProjectArguments.AS_OF.name()) && !name.equals("--full")) {
        for (String value : invocation.args().values(name)) {
          words.add(option.valueName() == null ? name : name + " " + ShellWord.quoted(value));
        }
      }
    }
    return words;
  }

  /// ` --target NAME` if it was given; empty otherwise.
  private static String target(Invocation invocation) {
    return invocation.sameProject().substring(invocation.sameFolder().length());
  }

  /// The plan as text.
  static SafeText render(Invocation invocation, Plan plan, @Nullable String saved) {
    return render("text", invocation, plan, saved);
  }

  private static SafeText render(
      String format, Invocation invocation, Plan plan, @Nullable String saved) {
    PlanOptions.GroupBy groupBy =
        PlanOptions.GroupBy.valueOf(
            invocation.args().value("--group-by", "cause").toUpperCase(Locale.ROOT));
    PlanOptions options =
        new PlanOptions(
            groupBy,
            invocation.args().has("--detail"),
            quietLevel(invocation),
            saved,
            rerunArguments(invocation),
            new PlanOptions.Project(invocation.sameFolder(), target(invocation)),
            invocation.columns());
    return PlanFormats.render(format, plan, options, Style.of(invocation.usesColour()));
  }
}
