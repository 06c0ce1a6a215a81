package dev.procc.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.YamlCorpus;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FormatLawsTest {
  private static final String[] KINDS = {
    "Process", "Period", "Template", "Calendar", "People", "Documents", "Project"
  };
  private static final List<SourceFile> FILES = YamlCorpus.valid();

  @Example
  void theCorpusIsFormatted() {
    for (SourceFile file : FILES) {
      assertEquals(List.of(), new Formatter().format(file).findings(), file.path());
      FormatLaws.hold(file, CanonicalForm.FREE);
    }
  }

  @Example
  void theLanguageOrdersKeysOfItsOwnKinds() {
    DateLanguage dates = new DateLanguage();
    for (SourceFile file : FILES) {
      for (String kind : KINDS) {
        if (file.text().contains("kind: " + kind + "\n") && !file.text().contains("\n---\n")) {
          FormatLaws.hold(file, LanguageCanonicalForm.of(dates, kind));
        }
      }
    }
  }

  @Example
  void aFormattedTextIsNotTouched() {
    for (SourceFile file : FILES) {
      Formatter formatter = new Formatter();
      String once = formatter.format(file).value().orElseThrow();
      SourceFile again = new SourceFile(file.path(), once);
      assertEquals(once, formatter.format(again).value().orElseThrow(), file.path());
    }
  }

  @Property(tries = 150)
  void commentsAreKeptWhereverTheyStand(@ForAll Random random) {
    SourceFile file = FILES.get(random.nextInt(FILES.size()));
    StringBuilder text = new StringBuilder(file.text());
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      int line = 1 + random.nextInt(file.lineCount());
      SourceFile now = new SourceFile(file.path(), text.toString());
      int start = now.lineStart(line);
      if (random.nextBoolean()) {
        text.insert(start, " ".repeat(random.nextInt(8)) + "# own " + i + "\n");
      } else {
        text.insert(start + now.line(line).length(), "  # end " + i);
      }
      if (random.nextInt(4) == 0) {
        text.insert(start, "\n");
      }
    }
    SourceFile commented = new SourceFile(file.path(), text.toString());
    if (Yaml.parse(commented).findings().isEmpty()) {
      FormatLaws.hold(commented, CanonicalForm.FREE);
    }
  }

  @Property(tries = 150)
  void anyTextIsFormattedOrLeftAlone(@ForAll Random random) {
    StringBuilder text = new StringBuilder(FILES.get(random.nextInt(FILES.size())).text());
    String[] slips = {
      "[", "]", "{", "}", ": ", "- ", "\"", "'", " ", "\n", ",", "|", "&a ", "*a", "#", "? ",
      "---\n", "\r"
    };
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextInt(3) == 0) {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
      } else {
        text.insert(at, slips[random.nextInt(slips.length)]);
      }
    }
    SourceFile file = new SourceFile("m.yaml", text.toString());
    Outcome<String> outcome = new Formatter().format(file);
    assertTrue(outcome.value().isPresent());
    if (outcome.findings().isEmpty() && Yaml.parse(file).findings().isEmpty()) {
      FormatLaws.hold(file, CanonicalForm.FREE);
    } else if (!outcome.findings().isEmpty()) {
      assertEquals(file.text(), outcome.value().orElseThrow());
    }
  }
}
