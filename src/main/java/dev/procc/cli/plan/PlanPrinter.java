package dev.procc.cli.plan;

import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.view.plan.PlanHtml;
import dev.procc.view.plan.PlanMarkdown;
import dev.procc.view.plan.PlanMarkdownOptions;
import dev.procc.view.plan.PlanOptions;
import dev.procc.view.plan.PlanText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shows a plan, the same for every command that has one.
final class PlanPrinter {
  static final List<Option> OPTIONS =
      List.of(
          Option.choice(
              "--group-by",
              List.of("cause", "process", "person", "date"),
              "what changes are put together by; cause by default"),
          Option.flag("--detail", "show every change, date and call"),
          Option.flag("--summary", "show one line a process, as -q does; -qq shows the sum alone"),
          Option.value("--json-out", "FILE", "write the plan as JSON as well"),
          Option.value("--html-out", "FILE", "write the plan as a page as well"),
          Option.value("--md-out", "FILE", "write the plan as a pull request comment as well"));

  private PlanPrinter() {}

  /// @param saved where the plan was saved; absent where it was not
  static void print(Invocation invocation, Plan plan, @Nullable String saved)
      throws dev.procc.app.Failure {
    String out = invocation.args().value("--json-out");
    if (out != null) {
      invocation.writeFile(out, PlanFile.write(plan));
    }
    String comment = invocation.args().value("--md-out");
    if (comment != null) {
      invocation.writeFile(comment, PlanMarkdown.render(plan, PlanMarkdownOptions.DEFAULT));
    }
    String page = invocation.args().value("--html-out");
    if (page != null) {
      invocation.writeFile(page, PlanHtml.render(plan));
    }
    if (invocation.format().equals("markdown")) {
      invocation.print(PlanMarkdown.render(plan, PlanMarkdownOptions.DEFAULT));
      return;
    }
    if (invocation.format().equals("html")) {
      invocation.print(PlanHtml.render(plan));
      return;
    }
    if (invocation.isJson()) {
      invocation.print(PlanFile.write(plan));
      return;
    }
    invocation.print(render(invocation, plan, saved));
  }

  /// How little is shown: `--summary` and `-q` a line a process, `-qq` the sum.
  private static int quietLevel(Invocation invocation) {
    int asked = Math.min(2, invocation.args().values("--quiet").size());
    return invocation.args().has("--summary") ? Math.max(1, asked) : asked;
  }

  /// The words that apply needs to make the same plan: what was selected, and what was lifted.
  private static String rerunArguments(Invocation invocation) {
    StringBuilder words = new StringBuilder();
    if (invocation.command().equals("plan")) {
      invocation.operands().forEach(word -> words.append(' ').append(quoted(word)));
    }
    List<String> repeated = new ArrayList<>(List.of("--target"));
    PlanArguments.OPTIONS.forEach(option -> repeated.add(option.name()));
    repeated.removeAll(List.of(ProjectArguments.AS_OF.name(), "--full"));
    for (String option : repeated) {
      boolean flag =
          PlanArguments.OPTIONS.stream()
              .anyMatch(o -> o.name().equals(option) && o.valueName() == null);
      for (String value : invocation.args().values(option)) {
        words.append(' ').append(option).append(flag ? "" : " " + quoted(value));
      }
    }
    return words.toString();
  }

  /// As a shell reads it back.
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /// The plan as people read it.
  static String render(Invocation invocation, Plan plan, @Nullable String saved) {
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
            invocation.columns());
    return PlanText.render(plan, options, Style.of(invocation.usesColour()));
  }
}
