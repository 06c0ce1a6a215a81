package dev.procc.base.pattern;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Named sets of characters: `\d`, `\w`, `\p{Lu}`.
final class CharacterSets {
  private CharacterSets() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWord(int c) {
    return isLower(c) || isUpper(c) || isDigit(c) || c == '_';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isPunctuation(int c) {
    return c > ' ' && c < 0x7f && !isWord(c) || c == '_';
  }

  /// Whether a character ends a line, so that `.` does not match it.
  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /// The set of an escape: `d` for digits, `D` for all other characters; null if it has none.
  static @Nullable IntPredicate ofEscape(int letter) {
    return switch (letter) {
      case 'd' -> CharacterSets::isDigit;
      case 'D' -> c -> !isDigit(c);
      case 'w' -> CharacterSets::isWord;
      case 'W' -> c -> !isWord(c);
      case 's' -> CharacterSets::isSpace;
      case 'S' -> c -> !isSpace(c);
      default -> null;
    };
  }

  /// The set of `\p{name}`; null if the name is unknown.
  static @Nullable IntPredicate ofProperty(String name) {
    return switch (name) {
      case "L", "IsL" -> Character::isLetter;
      case "Lu", "IsLu" -> c -> Character.getType(c) == Character.UPPERCASE_LETTER;
      case "Ll", "IsLl" -> c -> Character.getType(c) == Character.LOWERCASE_LETTER;
      case "N" -> CharacterSets::isNumber;
      case "Nd" -> Character::isDigit;
      case "IsAlphabetic" -> Character::isAlphabetic;
      case "Alpha" -> c -> isUpper(c) || isLower(c);
      case "Digit" -> CharacterSets::isDigit;
      case "Alnum" -> c -> isWord(c) && c != '_';
      case "Upper" -> CharacterSets::isUpper;
      case "Lower" -> CharacterSets::isLower;
      case "Punct" -> CharacterSets::isPunctuation;
      case "Space" -> CharacterSets::isSpace;
      default -> null;
    };
  }

  private static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
