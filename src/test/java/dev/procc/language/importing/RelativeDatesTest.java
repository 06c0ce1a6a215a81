package dev.procc.language.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.language.importing.RelativeDates.DatedProcess;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeDatesTest {
  private static ProcessJob task(String key, String due) {
    FieldSpec field = Catalog.definable(Schema.SEND_TASK_ARGUMENTS, FieldRole.DUE_DATE);
    return new ProcessJob(
        key, ActionKind.SEND_TASK, Map.of(Objects.requireNonNull(field), Json.of(due)));
  }

  private static DatedProcess process(boolean parallel, String first, String second) {
    ProcessJob a = task("a", first);
    ProcessJob b = task("b", second);
    ProcessGroup root =
        new ProcessGroup(
            "root", Map.of(Fields.PROCESS_GROUP_PARALLEL, Json.of(parallel)), List.of(a, b));
    Process process =
        new Process(
            "p",
            Map.of(
                Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
                Json.texts(List.of("monday", "tuesday", "wednesday", "thursday", "friday"))),
            root);
    return new DatedProcess("past", process, Map.of("a", a, "b", b));
  }

  /// Where tasks go side by side there is no task before, and one such date cost the import all.
  @ParameterizedTest
  @CsvSource({"false, previous.due + 2bd", "true, "})
  void theTaskBeforeCountsWhereOneGoesAfterAnother(boolean parallel, String expression) {
    RelativeDates dates =
        RelativeDates.of(
            process(parallel, "2024-10-03", "2024-10-07"),
            List.of(process(parallel, "2024-09-11", "2024-09-13")));
    assertEquals(expression, dates.expressions().get("b:dueDate"));
  }
}
