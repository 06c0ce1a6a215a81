package dev.procc.app.pull;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.project.IncrementalSession;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.writeback.WriteCandidate;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The compilation of drafts of a project, and their comparison with the live processes.
final class DraftCompiler {
  private final ProjectSession session;
  private final TargetConnection connection;
  private final Map<String, LiveSide> live;
  private final LocalDate asOf;
  private final IncrementalSession compiler;
  private final FrozenTree files;

  /// Reads the definitions: what is changed in them later is not overwritten.
  ///
  /// @param live the processes that have drift, by identity, which may still be filled
  DraftCompiler(
      ProjectSession session,
      TargetConnection connection,
      Map<String, LiveSide> live,
      LocalDate asOf) {
    this.session = session;
    this.connection = connection;
    this.live = live;
    this.asOf = asOf;
    compiler = new IncrementalSession(session.request().withAsOf(asOf), session.location());
    files = new FrozenTree(new DiskTree(session.root()));
  }

  /// The text of a file as it was read; null if there is none.
  @Nullable String before(String path) {
    return files.text(path);
  }

  /// @param texts the files that differ from those on disk, by path
  DraftState compile(Map<String, String> texts) throws Failure {
    Outcome<Project> read = compiler.read(new OverlayTree(files, texts));
    Compilation compilation = compiler.compile(read);
    Map<String, Map<String, FieldChange>> pending = new LinkedHashMap<>();
    if (!compilation.hasErrors()) {
      PlanService plans =
          new PlanService(session, compilation, connection, PlanRequest.DEFAULT, asOf, trace -> {});
      for (CompiledProcess process : compilation.processes()) {
        LiveSide side = live.get(process.identity());
        if (side != null) {
          pending.put(process.identity(), pending(plans, process, side));
        }
      }
    }
    return new DraftState(new LinkedHashMap<>(texts), read, compilation, pending);
  }

  private static Map<String, FieldChange> pending(
      PlanService plans, CompiledProcess process, LiveSide side) throws Failure {
    ProcessPlan plan =
        plans
            .planAgainst(DesiredProcesses.of(process), side.live(), side.entry())
            .processes()
            .getFirst();
    Map<String, FieldChange> pending = new LinkedHashMap<>();
    for (FieldChange change : plan.changes()) {
      if (change.isEffective() || change.isContestedDrift()) {
        pending.put(change.address() + ":" + change.field(), change);
      }
    }
    return pending;
  }

  /// The draft with candidates; null if their edits overlap.
  @Nullable DraftState apply(DraftState draft, List<WriteCandidate> candidates) throws Failure {
    Map<SourceFile, List<TextEdit>> byFile = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>(draft.texts());
    for (WriteCandidate candidate : candidates) {
      for (TextEdit edit : candidate.edits()) {
        byFile.computeIfAbsent(edit.span().file(), f -> new ArrayList<>()).add(edit);
      }
      candidate.newFiles().forEach(texts::putIfAbsent);
    }
    for (Map.Entry<SourceFile, List<TextEdit>> file : byFile.entrySet()) {
      String text =
          TextEdits.apply(file.getKey(), withLineEnds(file.getKey(), file.getValue())).orElse(null);
      if (text == null) {
        return null;
      }
      texts.put(file.getKey().path(), text);
    }
    return compile(texts);
  }

  /// The edits with the line ends of their file.
  private static List<TextEdit> withLineEnds(SourceFile file, List<TextEdit> edits) {
    if (!file.text().contains("\r\n")) {
      return edits;
    }
    List<TextEdit> converted = new ArrayList<>();
    for (TextEdit edit : edits) {
      String text = edit.replacement().replace("\r\n", "\n").replace("\n", "\r\n");
      converted.add(new TextEdit(edit.span(), text));
    }
    return converted;
  }
}
