package dev.procc.language.expand.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.expand.ExpandedProcess;
import dev.procc.language.yaml.node.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  static ExpandedProcess of(String condition) {
    return ExpandedProcess.of(
        "p.period.yaml",
        "procc: v1\nkind: Period\nkey: 2024-Q4\nprocesses: [close]\n",
        "close.process.yaml",
        "kind: Process\n"
            + "key: close\n"
            + "variables:\n"
            + "  on: { type: boolean, default: true }\n"
            + "  off: { type: boolean, default: false }\n"
            + "  n: { type: integer, default: 4 }\n"
            + "  code: { type: string, default: '0100' }\n"
            + "  t: { type: string, default: true story }\n"
            + "  list: { type: list, default: [a] }\n"
            + "  none: { type: string, required: false }\n"
            + "root:\n"
            + "  children:\n"
            + "    - { sendTask: j, if: "
            + condition
            + " }\n");
  }

  private static boolean there(ExpandedProcess expanded) {
    Sequence children = (Sequence) expanded.at("root/children");
    assertNotNull(children);
    return !children.items().isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true                                | true",
        "false                               | false",
        "'{{ on }}'                          | true",
        "'{{ off }}'                         | false",
        "'{{ none }}'                        | false",
        "on                                  | true",
        "not on                              | false",
        "not not on                          | true",
        "none                                | false",
        "not none                            | true",
        "period.quarter == 4                 | true",
        "period.quarter==4                   | true",
        "period.quarter == 3                 | false",
        "'period.quarter in [1, 4]'          | true",
        "'period.quarter in [1,2,3]'         | false",
        "period.key == 2024-Q4               | true",
        "target == default                   | true",
        "target == prod                      | false",
        "n == 4.0                            | true",
        "'n == \"4\"'                        | true",
        "'n == \"4.0\"'                      | false",
        "code == 0100                        | true",
        "code == 100                         | false",
        "t == 'true story'                   | true",
        "on == true                          | true",
        "off == true                         | false",
        "none == x                           | false",
        "on and n == 4                       | true",
        "off and n == 4                      | false",
        "off or n == 4                       | true",
        "off and off or on                   | true",
        "on or off and off                   | true",
        "not off and not none                | true",
        "not n == 4                          | false",
        "true and on                         | true",
      })
  void decides(String condition, boolean expected) {
    ExpandedProcess expanded = of(condition.strip());
    assertEquals("", expanded.findings());
    assertEquals(expected, there(expanded));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "onn                | PC162 close.process.yaml:13:26 \"onn\" is not a name that is known"
            + " here [did you mean \"on\"?]",
        "period.quater == 4 | PC162 close.process.yaml:13:26 \"quater\" is not in period [did you"
            + " mean \"quarter\"?]",
        "n                  | PC178 close.process.yaml:13:26 \"n\" is \"4\"; on its own a condition"
            + " is true or false [compare it: NAME == VALUE]",
        "'{{ n }}'          | PC178 close.process.yaml:13:26 \"{{ n }}\" is \"4\"; on its own a"
            + " condition is true or false [compare it: NAME == VALUE]",
        "list               | PC178 close.process.yaml:13:26 \"list\" is a list; on its own a"
            + " condition is true or false",
        "list == a          | PC178 close.process.yaml:13:26 \"list\" is a list; only texts,"
            + " numbers, true and false are compared",
        "'{{ n }} == 4'     | PC177 close.process.yaml:13:26 \"{{ n }} == 4\" mixes a tag and a"
            + " comparison; a comparison names values without braces [write n == 4]",
        "n = 4              | PC177 close.process.yaml:13:28 \"=\" does not belong here; here a"
            + " condition ends, or goes on with \"and\" or \"or\" [compare with ==]",
        "n != 4             | PC177 close.process.yaml:13:28 \"!=\" does not belong here; here a"
            + " condition ends, or goes on with \"and\" or \"or\" [write not NAME == VALUE]",
        "n < 4              | PC177 close.process.yaml:13:28 \"<\" does not belong here; here a"
            + " condition ends, or goes on with \"and\" or \"or\" [compare with == or in [...]; or"
            + " decide it in a variable]",
        "on && off          | PC177 close.process.yaml:13:29 \"&&\" does not belong here; here a"
            + " condition ends, or goes on with \"and\" or \"or\" [write and]",
        "(on) or off        | PC177 close.process.yaml:13:26 \"(\" does not belong here; a"
            + " comparison begins with a name, as in period.quarter == 4 [\"and\" binds before"
            + " \"or\"; what needs more is a variable of its own]",
        "n ==               | PC177 close.process.yaml:13:26 The condition stops short; a"
            + " comparison is with a value: a number, true, false or a text",
        "on and             | PC177 close.process.yaml:13:26 The condition stops short; a"
            + " comparison begins with a name, as in period.quarter == 4",
        "n in 4             | PC177 close.process.yaml:13:31 \"4\" does not belong here; \"in\""
            + " takes a list, as in entity.tier in [1, 2]",
        "'n in [4'          | PC177 close.process.yaml:13:26 The condition stops short; the values"
            + " of a list are separated by commas and end with ]",
        "'n == \"4'         | PC177 close.process.yaml:13:32 \"\"\" opens a text that is not"
            + " closed",
        "[a]                | PC177 close.process.yaml:13:26 if has a list; it takes true, false, a"
            + " tag or a comparison",
      })
  void reports(String condition, String expected) {
    ExpandedProcess expanded = of(condition.strip());
    assertTrue(expanded.findings().startsWith(expected), expanded::findings);
    assertEquals(1, expanded.allFindings().size(), expanded::findings);
    assertTrue(there(expanded), "what cannot be decided stays, so that the rest is checked");
  }

  @Test
  void whatDecidedIsPartOfTheOrigin() {
    Origin origin = of("period.quarter == 4").scalar("root/children/0/sendTask").origin();
    assertEquals(
        java.util.List.of(Layer.WRITTEN, Layer.CONDITION, Layer.PERIOD),
        origin.reachable().stream().map(Origin::layer).toList());
  }
}
