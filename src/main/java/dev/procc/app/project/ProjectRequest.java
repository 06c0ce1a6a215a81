package dev.procc.app.project;

import dev.procc.app.HostEnvironment;
import dev.procc.language.project.ProjectLocation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request for a project to open.
///
/// @param config the project file; null to search `procc.yaml`
/// @param selectors files, folders, keys, `key@period` and globs; empty for the whole project
/// @param target to compile for; null if none was named
/// @param variables values of variables besides those of the environment (`PROCC_VAR_name`)
/// @param asOf the day on which definitions are checked; null if none was given
/// @param emptyProject whether there may be no definition at all
/// @param unsaved a text that replaces a file and is the only one selected; null to read all files
///   from disk
public record ProjectRequest(
    HostEnvironment host,
    @Nullable Path config,
    List<String> selectors,
    @Nullable String target,
    VariableValues variables,
    @Nullable LocalDate asOf,
    EmptyProject emptyProject,
    @Nullable UnsavedText unsaved) {

  /// Whether a project without any document may be opened.
  public enum EmptyProject {
    /// No, since the folder is probably wrong.
    REFUSED,
    /// Only if the whole project is requested and there is a ledger: then the last definition was
    /// removed.
    ALLOWED_WITH_LEDGER,
    ALLOWED
  }

  public ProjectRequest {
    selectors = List.copyOf(selectors);
  }

  /// The request for the whole project, with the project file, variables and everything else as on
  /// this machine.
  public static ProjectRequest of(HostEnvironment host) {
    return new ProjectRequest(
        host, null, List.of(), null, VariableValues.NONE, null, EmptyProject.REFUSED, null);
  }

  /// A copy for other definitions.
  public ProjectRequest withSelectors(List<String> others) {
    return new ProjectRequest(host, config, others, target, variables, asOf, emptyProject, unsaved);
  }

  public ProjectRequest withEmptyProject(EmptyProject allowed) {
    return new ProjectRequest(host, config, selectors, target, variables, asOf, allowed, unsaved);
  }

  /// A copy for a certain day.
  public ProjectRequest withAsOf(LocalDate day) {
    return new ProjectRequest(
        host, config, selectors, target, variables, day, emptyProject, unsaved);
  }

  public ProjectRequest withUnsaved(UnsavedText text) {
    return new ProjectRequest(host, config, selectors, target, variables, asOf, emptyProject, text);
  }

  /// A copy for the project of another folder.
  public ProjectRequest in(HostEnvironment other) {
    return new ProjectRequest(
        other, config, selectors, target, variables, asOf, emptyProject, unsaved);
  }

  /// The location of the project; nothing is read.
  public ProjectLocation locate() {
    return ProjectLocation.find(host.directory(), config, selectors);
  }
}
