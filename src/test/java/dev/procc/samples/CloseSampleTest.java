package dev.procc.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.DiskTree;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.testing.Compilations;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The dates that the second sample promises to its readers.
class CloseSampleTest {
  private static final CompiledProcess CLOSE = close();

  private static CompiledProcess close() {
    Compilation compilation =
        Compilations.of(new DiskTree(Path.of("samples/q4-close")), LocalDate.of(2024, 12, 2));
    assertFalse(compilation.hasErrors(), () -> compilation.findings().toString());
    return compilation.processes().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "close@2024-Q4, businessStartDate, 2024-10-01",
    "close@2024-Q4, businessEndDate, 2025-01-31",
    "close@2024-Q4, dueDate, 2025-01-23",
    "close@2024-Q4/entities, dueDate, 2025-01-13",
    "close@2024-Q4/entities/us, dueDate, 2025-01-13",
    "close@2024-Q4/entities/emea, dueDate, 2025-01-13",
    "close@2024-Q4/entities/us/recon-ar, dueDate, 2025-01-06",
    "close@2024-Q4/entities/us/recon-ar, approverDueDate, 2025-01-08",
    "close@2024-Q4/entities/emea/recon-ar, dueDate, 2025-01-06",
    "close@2024-Q4/entities/emea/recon-ar, approverDueDate, 2025-01-08",
    "close@2024-Q4/entities/us/flux, dueDate, 2025-01-09",
    "close@2024-Q4/entities/us/flux, approverDueDate, 2025-01-13",
    "close@2024-Q4/entities/emea/flux, dueDate, 2025-01-09",
    "close@2024-Q4/entities/emea/flux, approverDueDate, 2025-01-13",
    "close@2024-Q4/commentary, dueDate, 2025-01-15",
    "close@2024-Q4/commentary, approverDueDate, 2025-01-17"
  })
  void hasTheDate(String address, String field, LocalDate date) {
    ResolvedDate resolved = CLOSE.resolved().dates().date(address, field);
    assertNotNull(resolved);
    assertEquals(date, resolved.date());
  }

  /// The steps that explain a date end at the rendered date.
  @ParameterizedTest
  @CsvSource({"close@2024-Q4/entities/us/recon-ar", "close@2024-Q4/commentary", "close@2024-Q4"})
  void theLastStepOfADerivationIsTheDate(String address) {
    ResolvedDate resolved = CLOSE.resolved().dates().date(address, "dueDate");
    assertNotNull(resolved);
    assertEquals(resolved.date(), resolved.derivation().steps().getLast().date());
  }
}
