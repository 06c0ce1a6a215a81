package dev.procc.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.text.Sha256;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Canonical JSON against RFC 8785: the bits and texts of its appendix B, its examples of values
/// and of sorting, and the results of ECMAScript's Number::toString for other numbers. Every hash
/// of a plan, a ledger and an evidence record depends on it.
class CanonicalJsonTest {
  private static String canonical(String json) throws JsonException {
    return JsonReader.read(json).canonical();
  }

  private static String canonical(double number) {
    return new Json.Num(new BigDecimal(Double.toString(number))).canonical();
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbersOfAppendixB(String bits, String text) {
    assertEquals(text, canonical(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))));
  }

  @ParameterizedTest
  @CsvSource({
    "1e21, 1e+21",
    "1e20, 100000000000000000000",
    "123e19, 1.23e+21",
    "1e-6, 0.000001",
    "1e-7, 1e-7",
    "1.5e-7, 1.5e-7",
    "9007199254740993, 9007199254740993",
    "-9007199254740993, -9007199254740993",
    "144115188075855900, 144115188075855900",
    "144115188075855904, 144115188075855904",
    "12345678901234567890, 12345678901234567890",
    "1234567890123456789012, 1.234567890123456789012e+21",
    "9007199254740992, 9007199254740992",
    "-0, 0",
    "-0.0, 0",
    "0e5, 0",
    "1.0, 1",
    "1E0, 1",
    "4.50, 4.5",
    "2e-3, 0.002",
    "-1.25, -1.25",
    "100, 100",
    "1e-323, 1e-323",
    "1.5e-323, 1.5e-323",
    "4.9406564584124654e-323, 5e-323",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1e23, 1e+23",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "5e-400, 0"
  })
  void numbersAsEcmaScriptWritesThem(String written, String text) throws JsonException {
    assertEquals(text, canonical(written));
  }

  @Test
  void aNumberBeyondDoublesHasNoCanonicalForm() {
    assertThrows(
        ArithmeticException.class, () -> new Json.Num(new BigDecimal("1e400")).canonical());
    for (String text : new String[] {"1e400", "-1e400", "1e2147483648", "1" + "0".repeat(400)}) {
      JsonException e = assertThrows(JsonException.class, () -> canonical(text));
      assertEquals("a number that is out of range", e.getMessage());
    }
  }

  @Test
  void aNumberReadsBackAsTheSameDouble() throws JsonException {
    long seed = 8785;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        String text = canonical(number);
        assertEquals(number, Double.parseDouble(text), 0.0, "seed " + seed + ": " + text);
        assertEquals(text, canonical(text), "seed " + seed);
        assertTrue(significant(text) <= 17, "seed " + seed + ": " + text);
      }
    }
  }

  @Test
  void wholeNumbersThatDifferAreWrittenDifferently() throws JsonException {
    long seed = 53;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      BigInteger number = new BigInteger(40 + random.nextInt(60), random);
      String text = canonical(number.toString());
      assertEquals(number, new BigDecimal(text).toBigIntegerExact(), "seed " + seed);
      assertEquals(text, canonical(text), "seed " + seed);
    }
  }

  private static int significant(String text) {
    return new BigDecimal(text).stripTrailingZeros().precision();
  }

  @Test
  void valuesOfTheExample() throws JsonException {
    assertEquals(
        "{\"literals\":[null,true,false],"
            + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
            + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        canonical(
            "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
                + " \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                + " \"literals\": [null, true, false]}"));
  }

  /// By UTF-16 code units: the grinning face begins with a surrogate, before the Hebrew letter of a
  /// smaller code point.
  @Test
  void membersAreSortedByUtf16() throws JsonException {
    assertEquals(
        "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
        canonical(
            "{\"\\u20ac\": 5, \"\\r\": 1, \"\\ufb33\": 7, \"1\": 2, \"\\ud83d\\ude00\": 6,"
                + " \"\\u0080\": 3, \"\\u00f6\": 4}"));
  }

  @Test
  void membersAreSortedAtEveryLevelAndArraysKeepTheirOrder() throws JsonException {
    assertEquals(
        "{\"\":0,\"a\":[{\"b\":1,\"c\":2},3,1],\"aa\":{\"x\":{},\"y\":[]},\"b\":null}",
        canonical(
            "{ \"b\": null, \"aa\": { \"y\": [], \"x\": {} },\n"
                + " \"a\": [ { \"c\": 2, \"b\": 1 }, 3, 1 ], \"\": 0 }"));
  }

  @Test
  void onlyWhatMustBeIsEscaped() throws JsonException {
    assertEquals(
        "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028/<>&\"",
        canonical("\"\\b\\t\\n\\f\\r\\u0000\\u001F\\u007f\\u2028\\/<>&\""));
  }

  /// The RFC has no canonical form for half a surrogate pair; an escape keeps the text different
  /// from every other one and its bytes valid UTF-8.
  @Test
  void halfASurrogatePairIsEscaped() {
    assertEquals("\"a\\ud83db\"", Json.of("a\ud83db").canonical());
    assertEquals("\"\\ude00\"", Json.of("\ude00").canonical());
    assertEquals("\"\ud83d\ude00\"", Json.of("\ud83d\ude00").canonical());
  }

  /// The hash that is made part by part is that of the whole text: of objects with the same names
  /// in many orders, of characters that take several bytes, of values longer than a part.
  @Test
  void theHashIsThatOfTheText() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      Json value = randomValue(random, 5);
      assertEquals(Sha256.hex(value.canonical()), value.sha256());
    }
    Json.Arr large =
        Json.array(Stream.generate(() -> randomValue(random, 3)).limit(3_000).toList());
    assertTrue(large.canonical().length() > 1 << 16, "one part");
    assertEquals(Sha256.hex(large.canonical()), large.sha256());
    Json.Str text = Json.of("\ud83d\ude00\ud83d".repeat(9_000));
    assertEquals(Sha256.hex(text.canonical()), text.sha256());
  }

  private static Json randomValue(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 5);
    if (kind == 0) {
      return Json.of(random.nextInt(1_000));
    }
    if (kind < 3) {
      return Json.of("é€\ud83d\ude00\n".substring(random.nextInt(3)).repeat(random.nextInt(4)));
    }
    if (kind == 3) {
      return Json.array(
          Stream.generate(() -> randomValue(random, depth - 1)).limit(random.nextInt(5)).toList());
    }
    List<String> names = new ArrayList<>(List.of("b", "a", "é", "Ab", "\ud83d\ude00", "\uff21"));
    Collections.shuffle(names, random);
    Json.Builder object = Json.object();
    for (String name : names.subList(0, random.nextInt(7))) {
      object.put(name, randomValue(random, depth - 1));
    }
    return object.build();
  }
}
