package dev.procc.app.pull;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.plan.DriftReader;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.plan.PlanService.LivePlan;
import dev.procc.app.project.ChangedFile;
import dev.procc.app.project.ChangedFiles;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.language.compile.Compilation;
import dev.procc.live.api.ApiClient;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PeriodReach;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.live.DriftReport;
import dev.procc.view.live.DriftReport.DriftRow;
import dev.procc.view.live.DriftReport.DriftedProcess;
import dev.procc.view.live.ImportReport.FileRow;
import dev.procc.view.live.PullReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The service that pulls drift into the definitions: first a preview in memory, then the files.
///
/// Nothing is written to Workiva or to the ledger.
public final class PullService {
  private final ProjectSession session;
  private final Compilation compilation;
  private final LocalDate today;
  private final Consumer<String> notes;

  private PullService(
      ProjectSession session, Compilation compilation, LocalDate today, Consumer<String> notes) {
    this.session = session;
    this.compilation = compilation;
    this.today = today;
    this.notes = notes;
  }

  /// Opens the whole project.
  ///
  /// @param notes receives what the client waits for
  public static PullService open(ProjectRequest request, Consumer<String> notes) throws Failure {
    ProjectSession session = ProjectSession.open(request.withSelectors(List.of()));
    LocalDate today = TargetDay.of(session, notes);
    return new PullService(session, session.compile(today), today, notes);
  }

  /// The current project; with errors, nothing can be pulled.
  public Compilation compilation() {
    return compilation;
  }

  /// Prepares a pull in memory.
  ///
  /// @throws Failure if an address of the request does not exist
  public PreparedPull prepare(PullRequest request) throws Failure {
    TargetConnection connection = TargetConnection.of(session, compilation, notes);
    checkAddresses(request, connection.reach());
    PlanService plans =
        new PlanService(session, compilation, connection, PlanRequest.DEFAULT, today, t -> {});
    try (ApiClient client = connection.open()) {
      PullDraft draft = new PullDraft(session, connection, request.where(), today);
      LedgerStore store = connection.ledgerStore();
      LivePlan compared = plans.compareLive(client, store);
      DriftReport drift =
          new DriftReader(compilation, store.list(connection.target()), today, false)
              .read(compared.plan());
      draft.compare(live(compared));
      draft.pull(edits(request, drift, draft));
      return result(request, connection.target(), drift, draft);
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), e.help());
    }
  }

  private void checkAddresses(PullRequest request, PeriodReach reach) throws Failure {
    for (String address : request.addresses()) {
      boolean known =
          compilation.processes().stream().anyMatch(process -> meets(address, process.identity()));
      if (known) {
        continue;
      }
      for (String closed : compilation.skipped()) {
        if (meets(address, closed)) {
          throw Failure.refused(
              "nothing is pulled into " + closed + ": " + reach.whyNot(closed),
              reach.remedy(closed));
        }
      }
      throw Failure.noMatch(
          "\"" + address + "\" is the key of no process", "procc drift shows the addresses");
    }
  }

  /// Whether one of them contains the other.
  private static boolean meets(String address, String identity) {
    return new PullRequest(List.of(identity), null).asksFor(address)
        || new PullRequest(List.of(address), null).asksFor(identity);
  }

  private static Map<String, LiveSide> live(LivePlan compared) {
    Map<String, LiveSide> live = new LinkedHashMap<>();
    for (PlanInput input : compared.inputs()) {
      if (input.desired() != null && input.lookup() instanceof LiveLookup.Read read) {
        live.put(input.identity(), new LiveSide(read.live(), input.entry()));
      }
    }
    return live;
  }

  /// The requested drift that is not known; for a node that is new or gone, only the outermost one.
  private static List<PullEdit> edits(PullRequest request, DriftReport drift, PullDraft draft) {
    List<PullEdit> edits = new ArrayList<>();
    for (DriftedProcess process : drift.processes()) {
      for (DriftRow row : process.rows()) {
        PullEdit edit = new PullEdit(process.plan().identity(), row.change());
        if (row.known() != null || !request.asksFor(edit.ref()) || isWithin(edit, process)) {
          continue;
        }
        if (row.change().changedBy() != ChangedBy.DRIFT) {
          draft.refuse(
              edit,
              row.change().changedBy() == ChangedBy.UNKNOWN
                  ? "nobody knows whether it was changed here or in Workiva"
                  : "the definition was changed too since the last apply",
              new WayOut(
                  "procc plan " + process.plan().identity(),
                  "shows both values; write the one that holds into the definition"));
        } else {
          edits.add(edit);
        }
      }
    }
    return edits;
  }

  private static boolean isWithin(PullEdit edit, DriftedProcess process) {
    for (DriftRow row : process.rows()) {
      FieldChange other = row.change();
      if (other.field().equals(FieldChange.NODE)
          && edit.change().address().startsWith(other.address() + "/")
          && edit.change().field().equals(FieldChange.NODE)) {
        return true;
      }
    }
    return false;
  }

  private PreparedPull result(
      PullRequest request, String target, DriftReport drift, PullDraft draft) {
    Map<String, ChangedFile> files = new LinkedHashMap<>();
    List<FileRow> rows = new ArrayList<>();
    draft
        .texts()
        .forEach((path, text) -> {
          String before = draft.before(path);
          if (!text.equals(before)) {
            files.put(path, new ChangedFile(before, text));
            rows.add(new FileRow(path, before == null ? "" : before, text));
          }
        });
    List<String> gone = new ArrayList<>();
    drift.processes().stream()
        .filter(DriftedProcess::gone)
        .forEach(process -> gone.add(process.plan().identity()));
    int known = 0;
    for (DriftedProcess process : drift.processes()) {
      for (DriftRow row : process.rows()) {
        String ref = new PullEdit(process.plan().identity(), row.change()).ref();
        known += row.known() != null && request.asksFor(ref) ? 1 : 0;
      }
    }
    return new PreparedPull(
        files,
        new PullReport(target, draft.pulled(), draft.refused(), gone, known, rows, drift.names()));
  }

  /// Writes the files, after checking all of them.
  public void write(PreparedPull prepared) throws Failure {
    ChangedFiles.write(session.root(), prepared.files(), "the files before it are written");
  }
}
