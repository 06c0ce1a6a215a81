package dev.procc.base.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KINDS = List.of("sendTask", "contentRequest", "certification");

  @Test
  void oneSlipIsALetterAddedLostChangedOrTwoSwapped() {
    assertEquals(0, Spelling.distance("close", "close", 99));
    assertEquals(1, Spelling.distance("cloose", "close", 99));
    assertEquals(1, Spelling.distance("clse", "close", 99));
    assertEquals(1, Spelling.distance("clase", "close", 99));
    assertEquals(1, Spelling.distance("colse", "close", 99));
    assertEquals(2, Spelling.distance("cose!", "close", 99));
    assertEquals(5, Spelling.distance("", "close", 99));
    assertEquals(5, Spelling.distance("close", "", 99));
  }

  @Test
  void swappedLettersAreNotChangedAgain() {
    assertEquals(3, Spelling.distance("ca", "abc", 99));
  }

  @Test
  void theNearestWordWins() {
    assertEquals(Optional.of("sendTask"), Spelling.nearest("sentTask", KINDS));
    assertEquals(Optional.of("sendTask"), Spelling.nearest("SENDTASK", KINDS));
    assertEquals(Optional.of("certification"), Spelling.nearest("certifikatoin", KINDS));
    assertEquals(Optional.of("bcde"), Spelling.nearest("bcdx", List.of("abcx", "bcde")));
  }

  /// `funday` may be two days; `us` is not `uk`; Q3 is another quarter than Q4.
  @ParameterizedTest
  @CsvSource({
    "bats, cats rats, ''",
    "bats, cats rats rats, ''",
    "bats, cats cats, cats",
    "funday, monday sunday, sunday",
    "munday, monday sunday, ''",
    "businessDateIxclusions, businessDateInclusions businessDateExclusions, ''",
    "us, uk emea, ''",
    "tim, tom dana, ''",
    "tmo, tom dana, tom",
    "to, tom dana, tom",
    "is, as, ''",
    "TOM, tom dana, tom",
    "2024-Q3, 2024-Q4 2024-Q2, ''",
    "2024-Q3, 2024-Q4, ''",
    "2024Q4, 2024-Q4 2024-Q3, 2024-Q4",
    "recon-2, recon-1, ''",
    "recno-1, recon-1, recon-1",
    "PC208, PC207, ''",
    "closd, open closed planned, closed",
  })
  void aWordOfAnotherMeaningIsNotNear(String word, String candidates, String nearest) {
    Optional<String> expected = nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    assertEquals(expected, Spelling.nearest(word, List.of(candidates.split(" ", -1))));
  }

  @Test
  void aThirdOfTheLettersMayBeWrongAndOneAlways() {
    assertEquals(Optional.of("tom"), Spelling.nearest("tomm", List.of("tom")));
    assertEquals(Optional.empty(), Spelling.nearest("it", List.of("as")));
    assertEquals(Optional.of("review"), Spelling.nearest("rewiev", List.of("review")));
    assertEquals(Optional.empty(), Spelling.nearest("abcxyz", List.of("abcdef")));
    assertEquals(Optional.empty(), Spelling.nearest("task", List.of("certification")));
  }

  @Test
  void aHintNamesTheNearWordOrTheKnownOnes() {
    assertEquals(Optional.of("did you mean \"sendTask\"?"), Spelling.hint("sendtask", KINDS));
    assertEquals(
        Optional.of("known: certification, contentRequest, sendTask"),
        Spelling.hint("meeting", KINDS));
    assertEquals(Optional.empty(), Spelling.hint("meeting", List.of()));
    assertEquals(Optional.empty(), Spelling.hint("meeting", Collections.nCopies(41, "x")));
  }

  @Test
  void wordsThatNobodyTypedAreNearNothing() {
    String typed = "a".repeat(32);
    assertEquals(Optional.of(typed), Spelling.nearest("b" + typed.substring(1), List.of(typed)));
    assertEquals(Optional.empty(), Spelling.nearest(typed + "b", List.of(typed + "c")));
    assertEquals(Optional.empty(), Spelling.hint("x", List.of("k".repeat(1_001))));
    assertTrue(Spelling.distance("abcdefgh", "stuvwxyz", 2) > 2);
    assertEquals(2, Spelling.distance("badcfe", "abcdfe", 2));
  }
}
