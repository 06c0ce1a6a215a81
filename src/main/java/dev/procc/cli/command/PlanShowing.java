package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Option;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanFile;
import dev.procc.view.report.MarkdownOptions;
import dev.procc.view.report.PlanHtml;
import dev.procc.view.report.PlanMarkdown;
import dev.procc.view.report.PlanOptions;
import dev.procc.view.report.PlanText;
import dev.procc.view.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shows a plan, the same for every command that has one.
final class PlanShowing {
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

  private PlanShowing() {}

  /// @param saved where the plan was saved; absent where it was not
  static void show(Call call, Plan plan, @Nullable String saved) throws dev.procc.cli.Failure {
    String out = call.args().value("--json-out");
    if (out != null) {
      call.write(out, PlanFile.write(plan));
    }
    String comment = call.args().value("--md-out");
    if (comment != null) {
      call.write(comment, PlanMarkdown.render(plan, MarkdownOptions.DEFAULT));
    }
    String page = call.args().value("--html-out");
    if (page != null) {
      call.write(page, PlanHtml.render(plan));
    }
    if (call.format().equals("markdown")) {
      call.print(PlanMarkdown.render(plan, MarkdownOptions.DEFAULT));
      return;
    }
    if (call.format().equals("html")) {
      call.print(PlanHtml.render(plan));
      return;
    }
    if (call.json()) {
      call.print(PlanFile.write(plan));
      return;
    }
    call.print(text(call, plan, saved));
  }

  /// How little is shown: `--summary` and `-q` a line a process, `-qq` the sum.
  private static int quiet(Call call) {
    int asked = Math.min(2, call.args().values("--quiet").size());
    return call.args().has("--summary") ? Math.max(1, asked) : asked;
  }

  /// The words that apply needs to make the same plan: what was selected, and what was lifted.
  private static String again(Call call) {
    StringBuilder words = new StringBuilder();
    if (call.command().equals("plan")) {
      call.operands().forEach(word -> words.append(' ').append(quoted(word)));
    }
    List<String> repeated = new ArrayList<>(List.of("--target"));
    PlanMaking.OPTIONS.forEach(option -> repeated.add(option.name()));
    repeated.removeAll(List.of(Definitions.AS_OF.name(), "--full"));
    for (String option : repeated) {
      boolean flag =
          PlanMaking.OPTIONS.stream().anyMatch(o -> o.name().equals(option) && o.label() == null);
      for (String value : call.args().values(option)) {
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
  static String text(Call call, Plan plan, @Nullable String saved) {
    PlanOptions.GroupBy groupBy =
        PlanOptions.GroupBy.valueOf(
            call.args().value("--group-by", "cause").toUpperCase(Locale.ROOT));
    PlanOptions options =
        new PlanOptions(
            groupBy, call.args().has("--detail"), quiet(call), saved, again(call), call.columns());
    return PlanText.render(plan, options, Style.of(call.colour()));
  }
}
