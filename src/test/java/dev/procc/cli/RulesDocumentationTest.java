package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.app.live.FindingCodes;
import dev.procc.base.finding.Code;
import dev.procc.language.check.CodePages;
import dev.procc.language.check.registry.Rules;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of all rules agrees with the rules: it is generated from them, their pages and their
/// fixtures.
class RulesDocumentationTest {
  private static final Path PAGE = Path.of("src/site/markdown/rules.md");
  private static final Path FIXTURES = Path.of("src/test/resources/rules");
  private static final List<String> FAMILIES =
      List.of(
          "PC1 Text, structure, expansion",
          "PC2 Calendars and dates",
          "PC3 People and documents",
          "PC4 Tree and triggers",
          "PC5 Limits of the API, and its preview",
          "PC6 Texts that will not age well",
          "PC7 Policies",
          "PC8 Tests");

  @Test
  void thePageIsMadeOfTheRules() throws IOException {
    String page = page();
    Golden.check(PAGE, page);
  }

  @Test
  void everyPageIsOfACodeThatIsListed() throws IOException {
    List<String> listed = new ArrayList<>();
    FindingCodes.all().forEach(code -> listed.add(code.id()));
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources/dev/procc/language/check/pages"))) {
      files.map(f -> f.getFileName().toString().replace(".md", "")).sorted().forEach(pages::add);
    }
    assertEquals(pages, listed);
  }

  private static String page() throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("# Rules and findings\n\n");
    out.append(
        """
        `procc lint` reports everything it finds in one run; `procc explain CODE` shows what a
        finding means, why it matters, an example and the way out, and `procc explain` lists them
        all. *Rules* judge what was compiled: a project may give one another severity, or switch it
        off (`rules:` in `procc.yaml`), and accept a finding with a reason. The others are found
        while definitions are read and compiled.

        Nothing is called unused or missing while only a part of the project is checked or anything
        in it is broken. A fix is *safe* when what was meant stays as it is: `procc lint --fix`
        carries it out unasked, the others with `--fix=unsafe`.
        """);
    for (String family : FAMILIES) {
      family(out, family);
    }
    return out.toString();
  }

  private static void family(StringBuilder out, String family) throws IOException {
    String head =
        "\n## "
            + family.substring(4)
            + "\n\n| code | name | severity | rule | fix | what |\n"
            + "|---|---|---|---|---|---|\n";
    boolean any = false;
    for (Code code : FindingCodes.all()) {
      if (code.id().startsWith(family.substring(0, 3))) {
        out.append(any ? "" : head);
        any = true;
        boolean rule = Rules.codes().contains(code);
        out.append("| ").append(code.id());
        out.append(" | ").append(code.name());
        out.append(" | ").append(code.severity().keyword());
        out.append(" | ").append(rule ? "yes" : "");
        out.append(" | ").append(rule ? fix(code) : "");
        out.append(" | ").append(what(code)).append(" |\n");
      }
    }
  }

  /// The fixes that the findings of the rule's bad file offer.
  private static String fix(Code code) throws IOException {
    String found =
        Files.readString(FIXTURES.resolve(code.id() + "-" + code.name()).resolve("bad.out"));
    boolean safe = found.contains("\n  fix: ");
    boolean unsafe = found.contains("\n  fix (unsafe): ");
    return safe ? "safe" : unsafe ? "unsafe" : "";
  }

  /// The first paragraph of the page of a code.
  private static String what(Code code) {
    String page = CodePages.find(code.id()).orElseThrow();
    int from = page.indexOf("## What\n\n") + "## What\n\n".length();
    int to = page.indexOf("\n\n", from);
    return page.substring(from, to).replace("\n", " ").replace("|", "\\|");
  }
}
