package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.impact.ImpactRequest;
import dev.procc.app.impact.ImpactService;
import dev.procc.app.project.ProjectVersions;
import dev.procc.base.finding.Severity;
import dev.procc.base.text.ShellWord;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.view.impact.ImpactHtml;
import dev.procc.view.impact.ImpactJson;
import dev.procc.view.impact.ImpactMarkdown;
import dev.procc.view.impact.ImpactReport;
import dev.procc.view.impact.ImpactText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;

/// `procc impact`: shows which dates a change moves, whom they concern, and why.
public final class ImpactCommand extends Command {
  private static final Option BASE =
      Option.value("--base", "REF|DIR", "compare with a commit or a folder");
  private static final Option HEAD =
      Option.value("--head", "REF|DIR", "what it became; the files here by default");

  public ImpactCommand() {
    super(CommandGroup.WRITE, "impact", "show what a change moves, before it is made");
  }

  @Override
  public Options options() {
    List<Option> all = new ArrayList<>();
    all.add(BASE);
    all.add(HEAD);
    all.addAll(WhatIfArguments.OPTIONS);
    all.add(ProjectArguments.VAR_FILE);
    all.add(ProjectArguments.AS_OF);
    all.add(Option.flag("--detail", "show every process, person and finding"));
    all.add(Option.flag("--detailed-exitcode", "exit 2 when there is an impact"));
    all.add(CommentFiles.OUT);
    all.add(CommentFiles.HOST);
    return Options.of(all)
        .formats("text", "json", "html")
        .operands(ProjectArguments.OPERANDS, 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    Offline. Compares two versions of the definitions, or the definitions with a change that nobody
    has made yet: nothing is written. What would be patched and what replaced is what the planner
    says if nobody has edited Workiva. Exit 3 when the base has errors, or the change brings one.

    Examples:
      procc impact --base origin/main
      procc impact --add "us-close:2025-01-09:National Day of Mourning"
      procc impact --away elena:2025-01-06..2025-01-10:sam
      procc impact --set close:businessEndDate=2025-02-07 --detailed-exitcode
      procc impact --base origin/main --format html -o impact.html
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    ImpactRequest request =
        new ImpactRequest(
            invocation.args().value("--base"),
            invocation.args().value("--head"),
            WhatIfArguments.edits(invocation.args()));
    ImpactService service = ImpactService.open(ProjectArguments.request(invocation), request);
    if (service.base().hasErrors()) {
      invocation.note(
          "procc impact: nothing can be compared: there are errors in " + service.from());
      return FindingsPrinter.printErrors(invocation, service.base().findings());
    }
    ImpactReport report = service.report();
    String comment = invocation.args().value(CommentFiles.OUT.name());
    if (comment != null) {
      invocation.writeFile(
          comment,
          ImpactMarkdown.render(
              report, CommentFiles.form(invocation), command(invocation, service.from())));
    }
    int exit = exit(invocation, report);
    if (invocation.isJson()) {
      invocation.print(exit, ImpactJson.of(report));
    } else if (invocation.format().equals("html")) {
      invocation.print(ImpactHtml.render(report));
    } else {
      invocation.print(
          ImpactText.render(
              report, invocation.args().has("--detail"), Style.of(invocation.usesColour())));
    }
    return exit;
  }

  /// The command that shows all of the impact, wherever a reader has the repository.
  ///
  /// @param from the name of the base
  private static String command(Invocation invocation, String from) throws Failure {
    StringBuilder words = new StringBuilder("procc impact");
    invocation.operands().forEach(key -> words.append(' ').append(ShellWord.quoted(key)));
    String base = invocation.args().value(BASE.name());
    if (base != null) {
      boolean isCommit = from.startsWith(ProjectVersions.COMMIT);
      String named = isCommit ? from.substring(ProjectVersions.COMMIT.length()) : base;
      words.append(" --base ").append(ShellWord.quoted(named));
    }
    List<Option> more = new ArrayList<>(List.of(HEAD));
    more.addAll(WhatIfArguments.OPTIONS);
    more.addAll(List.of(ProjectArguments.VAR_FILE, ProjectArguments.AS_OF));
    for (Option option : more) {
      for (String value : invocation.args().values(option.name())) {
        words.append(' ').append(option.name()).append(' ').append(ShellWord.quoted(value));
      }
    }
    return words + " --detail" + CommentFiles.project(invocation);
  }

  private static int exit(Invocation invocation, ImpactReport report) {
    if (report.findings().added().stream().anyMatch(found -> found.severity() == Severity.ERROR)) {
      return ExitCode.FINDINGS;
    }
    return invocation.args().has("--detailed-exitcode") && !report.isEmpty()
        ? ExitCode.CHANGES
        : ExitCode.OK;
  }
}
