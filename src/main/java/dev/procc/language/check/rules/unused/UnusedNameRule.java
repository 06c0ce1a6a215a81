package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.edit.RemovalEdits;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule about unused names in a People or Documents document.
abstract class UnusedNameRule extends ProjectRule {
  private final String noun;

  /// @param noun for what is named, `a person`
  UnusedNameRule(Code code, String noun) {
    super(code);
    this.noun = noun;
  }

  /// A name that the target has.
  ///
  /// @param id which may stand in place of the name; null if there is none
  /// @param hint what to do if it is unused
  record DeclaredName(Scalar name, @Nullable Scalar id, String hint) {}

  /// The names of the target of a project.
  abstract List<DeclaredName> names(ProjectContext project);

  /// Whether a process uses the name.
  abstract boolean isUsed(ResolvedProcess process, String name);

  @Override
  public final void check(ProjectContext project, Findings findings) {
    if (!project.isComplete()) {
      return;
    }
    for (DeclaredName declared : names(project)) {
      Scalar id = declared.id();
      if (!isUsed(project, declared.name().value())
          && (id == null || !project.mentions(id.value()))) {
        findings.add(finding(declared.name(), project).withHint(declared.hint()));
      }
    }
  }

  private boolean isUsed(ProjectContext project, String name) {
    for (ProcessContext process : project.processes()) {
      if (isUsed(process.resolved(), name)) {
        return true;
      }
    }
    return project.mentions(name);
  }

  private Finding finding(Scalar name, ProjectContext project) {
    Finding finding =
        Finding.of(
            code(), name.span(), "\"" + name.value() + "\" is " + noun + " and nothing uses it");
    List<TextEdit> removal = removals(name, project);
    return removal.isEmpty() ? finding : finding.withFix(new Fix("remove it", false, removal));
  }

  private static List<TextEdit> removals(Scalar name, ProjectContext project) {
    for (Mapping document : project.declarations().mappings()) {
      for (MappingEntry part : document.entries()) {
        YamlNode value = part.value();
        if (value instanceof Mapping names && value.span().contains(name.span())) {
          List<TextEdit> edits = new ArrayList<>();
          boolean all =
              addRemoval(edits, names, name.value())
                  && addPeriodRemovals(edits, document, name.value());
          return all ? edits : List.of();
        }
      }
    }
    return List.of();
  }

  /// Adds the removal of a document's entries in periods, which go with it.
  private static boolean addPeriodRemovals(List<TextEdit> edits, Mapping document, String name) {
    boolean all = true;
    if (document.get("periods") instanceof Mapping periods) {
      for (MappingEntry period : periods.entries()) {
        if (period.value() instanceof Mapping own && own.get(name) != null) {
          all &=
              own.entries().size() > 1
                  ? addRemoval(edits, own, name)
                  : addRemoval(edits, periods, period);
        }
      }
    }
    return all;
  }

  private static boolean addRemoval(List<TextEdit> edits, Mapping of, String name) {
    MappingEntry entry = of.entry(name);
    return entry != null && addRemoval(edits, of, entry);
  }

  private static boolean addRemoval(List<TextEdit> edits, Mapping of, MappingEntry entry) {
    TextEdit edit = RemovalEdits.entry(of, entry);
    if (edit != null) {
      edits.add(edit);
    }
    return edit != null;
  }
}
