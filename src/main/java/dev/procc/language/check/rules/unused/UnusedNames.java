package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.rules.RemovalEdits;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;

/// What the findings of unused names share.
final class UnusedNames {
  private UnusedNames() {}

  /// A name in a document of people or documents that nothing uses, with its removal.
  static Finding finding(Code code, Scalar name, String what, ProjectContext project) {
    Finding finding =
        Finding.of(
            code, name.span(), "\"" + name.value() + "\" is " + what + " and nothing uses it");
    List<TextEdit> removal = removals(name, project);
    return removal.isEmpty() ? finding : finding.withFix(new Fix("remove it", false, removal));
  }

  private static List<TextEdit> removals(Scalar name, ProjectContext project) {
    for (Mapping document : project.documents().mappings()) {
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

  /// What periods say of a document goes with it.
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
