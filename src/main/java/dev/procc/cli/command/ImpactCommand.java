package dev.procc.cli.command;

import dev.procc.base.diagnostic.Severity;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.view.report.ImpactJson;
import dev.procc.view.report.ImpactMarkdown;
import dev.procc.view.report.ImpactReport;
import dev.procc.view.report.ImpactText;
import dev.procc.view.report.Style;
import java.util.ArrayList;
import java.util.List;

/// `procc impact`: which dates move for a change, whose they are, and why.
final class ImpactCommand implements Command {
  @Override
  public String name() {
    return "impact";
  }

  @Override
  public String summary() {
    return "show what a change moves, before it is made";
  }

  @Override
  public Group group() {
    return Group.WRITE;
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(Option.value("--base", "REF|DIR", "compare with a commit or a folder"));
    all.add(Option.value("--head", "REF|DIR", "what it became; the files here by default"));
    all.addAll(SupposalWords.OPTIONS);
    all.add(Definitions.VAR_FILE);
    all.add(Definitions.AS_OF);
    all.add(Option.flag("--detail", "show every process, person and finding"));
    all.add(Option.flag("--detailed-exitcode", "exit 2 when there is an impact"));
    all.add(Option.value("--md-out", "FILE", "write it as a pull request comment as well"));
    return Options.of(all.toArray(Option[]::new))
        .formats("text", "json")
        .operands(Definitions.OPERANDS, 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    Offline. Compares two versions of the definitions, or the definitions with an edit that nobody
    has made yet: nothing is written. What would be patched and what replaced is what the planner
    says if live equals the base. Exit 3 when the base has errors, or the change brings one.

    Examples:
      procc impact --base origin/main
      procc impact --add "us-close:2025-01-09:National Day of Mourning"
      procc impact --away elena:2025-01-06..2025-01-10:sam
      procc impact --set close:businessEndDate=2025-02-07 --detailed-exitcode
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    ImpactMaking making = ImpactMaking.of(call);
    if (making.base().hasErrors()) {
      call.note("procc impact: nothing can be compared: there are errors in " + making.from());
      return Definitions.complain(call, making.base());
    }
    ImpactReport report = making.report();
    String comment = call.args().value("--md-out");
    if (comment != null) {
      call.write(comment, ImpactMarkdown.render(report));
    }
    int exit = exit(call, report);
    if (call.json()) {
      call.print(exit, ImpactJson.of(report));
    } else {
      call.print(ImpactText.render(report, call.args().has("--detail"), Style.of(call.colour())));
    }
    return exit;
  }

  private static int exit(Call call, ImpactReport report) {
    if (report.appear().stream().anyMatch(found -> found.severity() == Severity.ERROR)) {
      return Exit.FINDINGS;
    }
    return call.args().has("--detailed-exitcode") && !report.isEmpty() ? Exit.CHANGES : Exit.OK;
  }
}
