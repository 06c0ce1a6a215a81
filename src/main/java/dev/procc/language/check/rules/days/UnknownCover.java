package dev.procc.language.check.rules.days;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Whole;
import dev.procc.language.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The one who stands in for somebody away is nobody.
public final class UnknownCover implements ProjectRule {
  private static final Code CODE = Code.warning("PC316", "unknown-cover");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Whole whole, Consumer<Diagnostic> report) {
    Covers.each(
        whole,
        (people, person, away, name, cover) -> {
          if (cover != null) {
            return;
          }
          List<String> known = new ArrayList<>(people.people().keySet());
          known.remove(person.alias().value());
          known.addAll(people.roles().keySet());
          Diagnostic found =
              Diagnostic.of(
                      CODE,
                      name.span(),
                      "\""
                          + name.value()
                          + "\" covers "
                          + person.display()
                          + " and is no person and no role")
                  .withHint(Spelling.hint(name.value(), known).orElse("add them to people"));
          report.accept(corrected(found, name, Spelling.nearest(name.value(), known)));
        });
  }

  private static Diagnostic corrected(Diagnostic found, Scalar name, Optional<String> near) {
    return near.isPresent() && name.plain()
        ? found.withFix(Fix.unsafe("write " + near.get(), new Edit(name.span(), near.get())))
        : found;
  }
}
