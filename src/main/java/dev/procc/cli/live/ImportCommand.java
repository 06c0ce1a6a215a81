package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.importing.ImportRequest;
import dev.procc.app.importing.ImportRequest.ImportForm;
import dev.procc.app.importing.ImportRequest.ImportStyle;
import dev.procc.app.importing.ImportService;
import dev.procc.app.importing.ProjectImport;
import dev.procc.app.importing.RefusedImport;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.view.live.ImportText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `procc import`: writes live processes as definitions, and adopts them.
public final class ImportCommand extends Command {
  public ImportCommand() {
    super(CommandGroup.WRITE, "import", "write live processes as definitions, and bind them");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--out", "DIR", "the folder of new files; by default that of procc.yaml"),
            Option.values(
                "--key", "ID=KEY", "the key of a process; by default it is made of its name"),
            Option.flag("--template", "write repeated children as a template and a table"),
            Option.flag("--relative", "write dates as expressions of the schedule"),
            Option.values(
                "--from", "PAST-ID", "expressions that fit this past process too; with --relative"),
            Option.flag("--dry-run", "show the files, write nothing"),
            Option.flag("--yes", "do not ask"))
        .formats("text", "json")
        .operands("ID...", 1, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    Each process becomes a definition that says the same: the plan that follows is empty, or the
    process is not imported and the reason is said. Keys are made of titles; people, documents and
    calendars go to their own documents, and those that are there already are used. What the server
    has anyway is left out. The ledger notes the ids, so that the next plan knows the processes.
    Nothing is written to Workiva.

    With --relative a date becomes the simplest expression that makes it: of the schedule (BD3,
    end - 2bd), or of the due date of the same task. With --from that expression makes the dates of
    these past processes too, each in its own schedule; a date that none fits stays a date and is
    named.

    With --template groups and tasks that stand side by side and differ only in texts, people and
    dates become one template with a CSV file, where the plan stays empty.

    Ids are shown by procc list. Where some of several cannot be read the others are imported; the
    same command goes on with the rest.

    Examples:
      procc import e7b9920095e342889190b4d7eaeca6fa --dry-run
      procc import e7b9920095e342889190b4d7eaeca6fa --relative --from 0a1b2c3d4e5f60718293a4b5c6d7e8f9
      procc import e7b9920095e342889190b4d7eaeca6fa --key e7b9920095e342889190b4d7eaeca6fa=close
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    try (ImportService service =
        ImportService.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      if (service.compilation().hasErrors()) {
        return FindingsPrinter.printErrors(invocation, service.compilation().findings());
      }
      ProjectImport prepared = service.prepare(request(invocation, service));
      throwIfAlone(prepared);
      boolean dry = invocation.args().has("--dry-run");
      boolean writes = !dry && !prepared.imported().isEmpty();
      if (writes) {
        confirm(invocation, prepared);
        service.write(prepared);
      }
      int exit = exitCode(prepared);
      if (invocation.isJson()) {
        invocation.print(exit, ImportText.json(prepared.report(), writes));
      } else {
        invocation.print(ImportText.render(prepared.report(), dry, invocation.sameProject()));
      }
      return exit;
    }
  }

  /// Throws the failure of a process that cannot be imported, if it is the only one.
  private static void throwIfAlone(ProjectImport prepared) throws Failure {
    if (prepared.imported().isEmpty() && prepared.refused().size() == 1) {
      RefusedImport refused = prepared.refused().getFirst();
      throw new Failure(refused.kind(), refused.message(), refused.help());
    }
  }

  private static ImportRequest request(Invocation invocation, ImportService service)
      throws Failure {
    List<String> ids = new ArrayList<>(new LinkedHashSet<>(invocation.operands()));
    Map<String, String> keys = new LinkedHashMap<>();
    for (String given : invocation.args().values("--key")) {
      int equals = given.indexOf('=');
      String id = equals < 0 ? "" : given.substring(0, equals);
      String key = given.substring(equals + 1);
      if (!ids.contains(id)) {
        throw Failure.usage(
            "\"" + given + "\" names no process of this command",
            "write --key " + ids.getFirst() + "=close");
      }
      if (!ScalarValues.isSlug(key)) {
        throw Failure.usage(
            "\"" + key + "\" is not a key", "a key is of a-z, 0-9, - and _, such as close");
      }
      if (keys.containsValue(key)) {
        throw Failure.usage("the key " + key + " is given twice", "give each process its own");
      }
      keys.put(id, key);
    }
    String out = invocation.args().value("--out");
    String folder = out == null ? "" : service.folder(invocation.resolve(out));
    return new ImportRequest(ids, keys, folder, style(invocation, ids));
  }

  private static ImportStyle style(Invocation invocation, List<String> ids) throws Failure {
    List<String> past = new ArrayList<>(new LinkedHashSet<>(invocation.args().values("--from")));
    Set<ImportForm> forms = EnumSet.noneOf(ImportForm.class);
    if (invocation.args().has("--relative") || !past.isEmpty()) {
      forms.add(ImportForm.RELATIVE);
    }
    if (invocation.args().has("--template")) {
      forms.add(ImportForm.TEMPLATE);
    }
    if (!past.isEmpty() && ids.size() > 1) {
      throw Failure.usage(
          "--from is for one process, " + ids.size() + " are named", "import them one by one");
    }
    if (past.contains(ids.getFirst())) {
      throw Failure.usage(
          "--from " + ids.getFirst() + " is the process that is imported",
          "name a process of an earlier period");
    }
    return new ImportStyle(forms, past);
  }

  private static int exitCode(ProjectImport prepared) {
    boolean failed = prepared.refused().stream().anyMatch(one -> one.kind() == Failure.Kind.ERROR);
    if (failed) {
      return ExitCode.ERROR;
    }
    return prepared.refused().stream().allMatch(RefusedImport::bound)
        ? ExitCode.OK
        : ExitCode.REFUSED;
  }

  private static void confirm(Invocation invocation, ProjectImport prepared)
      throws Failure, IOException {
    if (invocation.args().has("--yes")) {
      return;
    }
    boolean person =
        !invocation.isJson()
            && invocation.env().errIsTerminal()
            && invocation.env().outIsTerminal();
    Confirmation confirmation =
        Confirmation.of(invocation, person, "the files", "look with --dry-run, then add --yes");
    invocation.printNow(ImportText.render(prepared.report(), true, invocation.sameProject()));
    confirmation.requireTyped("Type yes to import: ", "yes", "nothing was written");
  }
}
