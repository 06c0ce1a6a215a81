package dev.procc.cli.command;

import dev.procc.base.diagnostic.Code;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.calendars.CalendarCodes;
import dev.procc.language.check.CheckCodes;
import dev.procc.language.check.Rules;
import dev.procc.language.compile.CompileCodes;
import dev.procc.language.expand.ExpandCodes;
import dev.procc.language.holidays.HolidayCodes;
import dev.procc.language.project.ProjectCodes;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.schema.StrictCheck;
import dev.procc.language.sweep.SweepCodes;
import dev.procc.language.yaml.YamlCodes;
import dev.procc.model.duedate.DateCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Every finding that there can be, whichever step makes it: what `procc explain` lists.
final class AllCodes {
  private AllCodes() {}

  /// Sorted by code; of two steps that share one, once.
  static List<Code> all() {
    List<Code> all = new ArrayList<>(YamlCodes.all());
    all.addAll(ProjectCodes.all());
    all.addAll(BindCodes.ALL);
    all.add(StrictCheck.NOT_BY_SCHEMA);
    all.addAll(ExpandCodes.all());
    all.addAll(CompileCodes.ALL);
    all.addAll(CheckCodes.ALL);
    all.addAll(DateCodes.all());
    all.addAll(CalendarCodes.all());
    all.addAll(SweepCodes.ALL);
    all.addAll(HolidayCodes.all());
    all.addAll(SweepCodes.ALL);
    all.addAll(ResolveCodes.ALL);
    all.add(ValidateCommand.SERVER);
    all.addAll(Rules.codes());
    TreeMap<String, Code> sorted = new TreeMap<>();
    for (Code code : all) {
      sorted.put(code.id(), code);
    }
    return List.copyOf(sorted.values());
  }
}
