package dev.procc.app.project;

import dev.procc.app.HostEnvironment;
import dev.procc.language.project.ProjectLocation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project to open, and what of it is asked for.
///
/// @param config the project file; null if `procc.yaml` is to be searched
/// @param selectors files, folders, keys, `key@period` and globs; empty for the whole project
/// @param target the target to compile for; null if none was named
/// @param variables values of variables beside those of the environment (`PROCC_VAR_NAME`)
/// @param asOf the day to judge the definitions on; null if none was given
/// @param emptyProject whether there may be no definition at all
/// @param unsaved a text that stands in for a file and is all that is asked for; null if the files
///   are taken as they are on disk
public record ProjectRequest(
    HostEnvironment host,
    @Nullable Path config,
    List<String> selectors,
    @Nullable String target,
    VariableValues variables,
    @Nullable LocalDate asOf,
    EmptyProject emptyProject,
    @Nullable UnsavedText unsaved) {

  /// Whether a project without any document is opened.
  public enum EmptyProject {
    /// It is not: most likely the folder is wrong.
    REFUSED,
    /// It is where the whole project is asked for and a ledger stands beside it: then the last
    /// definition was removed.
    ALLOWED_WITH_LEDGER,
    ALLOWED
  }

  public ProjectRequest {
    selectors = List.copyOf(selectors);
  }

  /// The project file, variables and all else of the machine as they are; the whole project.
  public static ProjectRequest of(HostEnvironment host) {
    return new ProjectRequest(
        host, null, List.of(), null, VariableValues.NONE, null, EmptyProject.REFUSED, null);
  }

  /// The same of other definitions.
  public ProjectRequest withSelectors(List<String> others) {
    return new ProjectRequest(host, config, others, target, variables, asOf, emptyProject, unsaved);
  }

  public ProjectRequest withEmptyProject(EmptyProject allowed) {
    return new ProjectRequest(host, config, selectors, target, variables, asOf, allowed, unsaved);
  }

  /// The same, judged on a day.
  public ProjectRequest withAsOf(LocalDate day) {
    return new ProjectRequest(
        host, config, selectors, target, variables, day, emptyProject, unsaved);
  }

  public ProjectRequest withUnsaved(UnsavedText text) {
    return new ProjectRequest(host, config, selectors, target, variables, asOf, emptyProject, text);
  }

  /// The same of the project around another directory.
  public ProjectRequest in(HostEnvironment other) {
    return new ProjectRequest(
        other, config, selectors, target, variables, asOf, emptyProject, unsaved);
  }

  /// Where the project is; nothing is read.
  public ProjectLocation locate() {
    return ProjectLocation.find(host.directory(), config, selectors);
  }
}
