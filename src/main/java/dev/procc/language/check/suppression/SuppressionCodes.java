package dev.procc.language.check.suppression;

import dev.procc.base.finding.Code;
import java.util.List;

/// The codes of findings about the severities and suppressions of a project.
public final class SuppressionCodes {
  /// A `# procc: allow` that cannot be parsed, or that has no reason.
  public static final Code MALFORMED_ALLOW = Code.error("PC135", "malformed-allow");

  /// A name or code that is not one of a rule.
  public static final Code UNKNOWN_RULE = Code.error("PC136", "unknown-rule");

  /// A finding that cannot be suppressed, since compilation cannot continue without the text.
  public static final Code NOT_ALLOWABLE = Code.error("PC137", "not-allowable");

  /// A suppression whose last day has passed.
  public static final Code EXPIRED_ALLOW = Code.warning("PC138", "expired-allow");

  /// A suppression that covers nothing.
  public static final Code UNUSED_ALLOW = Code.warning("PC139", "unused-allow");

  public static final List<Code> ALL =
      List.of(MALFORMED_ALLOW, UNKNOWN_RULE, NOT_ALLOWABLE, EXPIRED_ALLOW, UNUSED_ALLOW);

  private SuppressionCodes() {}
}
