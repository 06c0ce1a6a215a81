package dev.procc.app.live;

import dev.procc.base.finding.Code;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.calendars.CalendarCodes;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.check.suppression.SuppressionCodes;
import dev.procc.language.compile.CompileCodes;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.holidays.HolidayCodes;
import dev.procc.language.periodcheck.PeriodCheckCodes;
import dev.procc.language.project.ProjectCodes;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.schema.SchemaCheck;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.view.findings.FindingLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// All codes of findings, from every step, as `procc explain` lists them.
public final class FindingCodes {
  private FindingCodes() {}

  /// All codes, sorted, without duplicates.
  public static List<Code> all() {
    List<Code> all = new ArrayList<>(YamlCodes.all());
    all.addAll(ProjectCodes.all());
    all.addAll(BindCodes.ALL);
    all.add(SchemaCheck.SCHEMA_VIOLATION);
    all.addAll(ExpandCodes.all());
    all.addAll(CompileCodes.ALL);
    all.addAll(SuppressionCodes.ALL);
    all.addAll(DateCodes.all());
    all.addAll(CalendarCodes.all());
    all.addAll(PeriodCheckCodes.ALL);
    all.addAll(HolidayCodes.all());
    all.addAll(PeriodCheckCodes.ALL);
    all.addAll(ResolveCodes.ALL);
    all.add(ServerValidation.SERVER_VALIDATION);
    all.add(FindingLimit.MORE_FINDINGS);
    all.addAll(Rules.codes());
    TreeMap<String, Code> sorted = new TreeMap<>();
    for (Code code : all) {
      sorted.put(code.id(), code);
    }
    return List.copyOf(sorted.values());
  }
}
