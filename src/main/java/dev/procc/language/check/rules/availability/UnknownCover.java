package dev.procc.language.check.rules.availability;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Spelling;
import dev.procc.base.finding.TextEdit;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An unknown substitute for an absent person.
public final class UnknownCover extends ProjectRule {
  public UnknownCover() {
    super(Code.warning("PC316", "unknown-cover"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (AbsenceCover absence : AbsenceCover.all(project)) {
      // A role of nobody was reported.
      boolean role = absence.people().roles().containsKey(absence.name().value());
      if (absence.cover() == null && !role && !absence.people().mayHave(absence.name().value())) {
        findings.add(finding(absence));
      }
    }
  }

  private Finding finding(AbsenceCover absence) {
    Scalar name = absence.name();
    List<String> known = new ArrayList<>(absence.people().people().keySet());
    known.remove(absence.person().alias().value());
    known.addAll(absence.people().roles().keySet());
    Finding finding =
        Finding.of(
                code(),
                name.span(),
                "\""
                    + name.value()
                    + "\" covers "
                    + absence.person().displayName()
                    + " and is not a person or a role")
            .withHint(Spelling.hint(name.value(), known).orElse("add them to people"));
    return withCorrection(finding, name, Spelling.nearest(name.value(), known));
  }

  private static Finding withCorrection(Finding finding, Scalar name, Optional<String> nearest) {
    return nearest.isPresent() && name.isPlain()
        ? finding.withFix(
            Fix.unsafe("write " + nearest.get(), new TextEdit(name.span(), nearest.get())))
        : finding;
  }
}
