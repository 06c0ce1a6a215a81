package dev.procc.emulator;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The order of the rooms of the emulator: assumption, store, build, run, http, fault, endpoint,
/// control; none imports a later one.
final class EmulatorLayersTest {
  @Test
  void noTwoRoomsKnowEachOther() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.procc.emulator");
    slices().matching("dev.procc.emulator.(*)..").should().beFreeOfCycles().check(classes);
  }
}
