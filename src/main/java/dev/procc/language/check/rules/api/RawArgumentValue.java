package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.resolve.ResolutionContext;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.syntax.DateSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A raw argument that is sent as something other than what it looks like: a number without its
/// leading zeros, a number that JSON does not have, a `{ person: cfo }` with further keys, a person
/// or a date without its braces.
public final class RawArgumentValue extends ProcessRule {
  /// The booleans of YAML before version 1.2.
  private static final Set<String> BOOLEANS = Set.of("yes", "no", "on", "off");

  private static final List<String> WORDS = List.of("person", "date", "raw");

  public RawArgumentValue() {
    super(Code.warning("PC516", "raw-argument-value"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (TaskView task : process.tasks()) {
      YamlNode written = task.resolved().decl().fields().get(Fields.PROCESS_JOB_ARGUMENTS);
      if (written != null && !task.kind().argumentsPublished()) {
        String address = task.address() + ":" + Fields.PROCESS_JOB_ARGUMENTS.name();
        check(written, address, findings);
        checkBraces(written, process.context(), address, findings);
      }
    }
  }

  private void check(YamlNode node, String address, Findings findings) {
    if (node instanceof Scalar scalar && scalar.isPlain()) {
      Finding finding = ofText(scalar);
      if (finding != null) {
        findings.add(finding.withAddress(address));
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> check(item, address, findings));
    } else if (node instanceof Mapping mapping) {
      YamlNode raw = mapping.entries().size() == 1 ? mapping.get("raw") : null;
      if (raw != null) {
        checkRaw(raw, address, findings);
        return;
      }
      for (String word : WORDS) {
        MappingEntry entry = mapping.entry(word);
        if (entry != null && mapping.entries().size() > 1 && !mapping.isIncomplete()) {
          findings.add(notReplaced(entry, word).withAddress(address));
        }
      }
      mapping.entries().forEach(entry -> check(entry.value(), address, findings));
    }
  }

  /// Checks texts that would be a person or a date in braces.
  private void checkBraces(
      YamlNode node, ResolutionContext context, String address, Findings findings) {
    if (node instanceof Scalar scalar) {
      Finding finding = withoutBraces(scalar, context);
      if (finding != null) {
        findings.add(finding.withAddress(address));
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> checkBraces(item, context, address, findings));
    } else if (node instanceof Mapping mapping && !isReplaced(mapping)) {
      for (MappingEntry entry : mapping.entries()) {
        if (!WORDS.contains(entry.key().value())) {
          checkBraces(entry.value(), context, address, findings);
        }
      }
    }
  }

  /// Whether a mapping stands for what is in it: `{ person: cfo }`, `{ date: WD3 }`, `{ raw: x }`.
  private static boolean isReplaced(Mapping mapping) {
    return mapping.entries().size() == 1
        && WORDS.contains(mapping.entries().getFirst().key().value());
  }

  private @Nullable Finding withoutBraces(Scalar scalar, ResolutionContext context) {
    String text = scalar.value();
    PeopleDecl people = context.people();
    boolean person =
        people != null && (people.people().containsKey(text) || people.roles().containsKey(text));
    if (!person && !isDateRule(text, context)) {
      return null;
    }
    String word = person ? "person" : "date";
    String value = text.indexOf(',') < 0 ? text : "\"" + text + "\"";
    String meant = "{ " + word + ": " + value + " }";
    Finding finding =
        Finding.of(
                code(),
                scalar.span(),
                "\"" + text + "\" is sent as this text, not as the " + word + " it stands for")
            .withHint("write " + meant + ", or { raw: " + value + " } if it is a text");
    return scalar.span().text().equals(text)
        ? finding.withFix(Fix.unsafe("write " + meant, new TextEdit(scalar.span(), meant)))
        : finding;
  }

  /// Whether a text is a date that is counted, `WD18` or `period.end + 3bd`: not a day, which is
  /// sent as it is, nor a word such as `end`.
  private static boolean isDateRule(String text, ResolutionContext context) {
    boolean digit = false;
    boolean letter = false;
    for (int i = 0; i < text.length(); i++) {
      digit |= Character.isDigit(text.charAt(i));
      letter |= Character.isLetter(text.charAt(i));
    }
    if (!letter || (!digit && text.indexOf('.') < 0)) {
      return false;
    }
    DateSpec spec = context.dateLanguage().parsed(text).spec();
    return spec != null && !spec.isNone();
  }

  /// Checks what is sent as it is written, in which nothing is replaced.
  private void checkRaw(YamlNode node, String address, Findings findings) {
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> checkRaw(entry.value(), address, findings));
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> checkRaw(item, address, findings));
    } else {
      check(node, address, findings);
    }
  }

  private Finding notReplaced(MappingEntry entry, String word) {
    return Finding.of(
            code(),
            entry.key().span(),
            "\"" + word + "\" is sent as it is written: only { " + word + ": ... } is replaced")
        .withHint("let it stand alone in its braces, or write { raw: ... } around all of it");
  }

  /// The finding about a plain text that is not sent as it looks; null if it is.
  private @Nullable Finding ofText(Scalar scalar) {
    String text = scalar.value();
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    if (isNumber(digits)
        && (text.startsWith("+") || digits.length() > 1 && digits.startsWith("0"))) {
      String sent = new BigInteger(text).toString();
      return quoted(scalar, "is sent as the number " + sent);
    }
    String low = digits.toLowerCase(Locale.ROOT);
    int radix = low.startsWith("0x") ? 16 : low.startsWith("0o") ? 8 : 0;
    if (!signed && radix > 0 && isNumber(low.substring(2), radix)) {
      return quoted(scalar, "is sent as the number " + new BigInteger(low.substring(2), radix));
    }
    if (!signed && BOOLEANS.contains(low)) {
      return quoted(scalar, "is sent as a text, not as true or false");
    }
    if (low.indexOf('_') > 0 && isNumber(low.replace("_", ""))) {
      return quoted(scalar, "is sent as a text, not as a number");
    }
    boolean special = low.equals(".inf") || low.equals(".nan") && !signed;
    return special || isBeyondDouble(text)
        ? quoted(scalar, "is sent as a text: JSON has no such number")
        : null;
  }

  private Finding quoted(Scalar scalar, String what) {
    String text = scalar.value();
    String quoted = "\"" + text + "\"";
    Finding finding =
        Finding.of(code(), scalar.span(), quoted + " " + what)
            .withHint("write " + quoted + " in quotes if it is a text");
    return scalar.span().text().equals(text)
        ? finding.withFix(Fix.unsafe("write it as a text", new TextEdit(scalar.span(), quoted)))
        : finding;
  }

  private static boolean isNumber(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return !digits.isEmpty();
  }

  private static boolean isNumber(String digits, int radix) {
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), radix) < 0) {
        return false;
      }
    }
    return !digits.isEmpty();
  }

  private static boolean isBeyondDouble(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    try {
      return e > 0
          && Character.isDigit(text.charAt(e - 1))
          && Double.isInfinite(Double.parseDouble(text));
    } catch (NumberFormatException notOne) {
      return false;
    }
  }
}
