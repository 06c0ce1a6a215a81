package dev.procc.app.pull;

import dev.procc.base.finding.Outcome;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.project.Project;
import dev.procc.language.writeback.WriteBack;
import dev.procc.live.planfile.change.FieldChange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A draft of the project, compiled, with what a plan would still do.
///
/// @param texts the files that differ from those on disk, by path
/// @param pending by process with drift, what its plan would do, or leave although the definition
///   differs, by address and field
record DraftState(
    Map<String, String> texts,
    Outcome<Project> read,
    Compilation compilation,
    Map<String, Map<String, FieldChange>> pending) {

  WriteBack writeBack() {
    return new WriteBack(ProjectDocuments.read(read), compilation);
  }

  @Nullable CompiledProcess process(String identity) {
    return compilation.process(identity);
  }

  /// The drift of a process that is still to be pulled.
  Map<String, FieldChange> pending(String identity) {
    return pending.getOrDefault(identity, new LinkedHashMap<>());
  }
}
