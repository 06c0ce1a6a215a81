package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.text.HiddenText;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.model.vocabulary.ValueShape;

/// Finds keys, dates and other words of the language that hold a character which nobody sees. In a
/// text for people it is a warning, [dev.procc.language.check.rules.style.HiddenCharacter].
final class HiddenWord {
  private HiddenWord() {}

  /// The value as it looks; itself if nothing is hidden in it, or if it may be any text.
  static Scalar visible(Scalar value, ValueShape shape) {
    boolean word =
        shape instanceof ValueShape.TextShape text
            ? !text.pattern().isEmpty()
            : shape instanceof ValueShape.EnumShape
                || shape instanceof ValueShape.BoolShape
                || shape instanceof ValueShape.IntShape
                || shape instanceof ValueShape.DateExpressionShape
                || shape instanceof ValueShape.ParticipantShape;
    return word && HiddenText.next(value.value(), 0) >= 0
        ? new Scalar(value.origin(), HiddenText.visible(value.value()).strip(), value.style())
        : value;
  }

  /// @param visible what the value looks like
  /// @param fits whether that fits
  static Finding finding(Scalar value, Scalar visible, boolean fits) {
    int at = HiddenText.next(value.value(), 0);
    String looks = "\"" + visible.value() + "\"";
    Finding finding =
        Finding.of(
                YamlCodes.UNPRINTABLE,
                value.span(),
                HiddenText.describe(value.value().codePointAt(at))
                    + " stands in "
                    + looks
                    + ", where nobody sees it")
            .withHint(fits ? "write " + looks : "type it anew");
    boolean verbatim = value.isPlain() && value.span().text().equals(value.value());
    return fits && verbatim
        ? finding.withFix(
            Fix.safe("write what it looks like", new TextEdit(value.span(), visible.value())))
        : finding;
  }
}
