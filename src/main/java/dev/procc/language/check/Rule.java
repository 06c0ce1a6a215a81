package dev.procc.language.check;

import dev.procc.base.finding.Code;

/// A check of compiled definitions that yields findings of one code.
///
/// The structure check and lookups are not rules: they find what cannot be compiled, a rule finds
/// what should not be run.
public abstract sealed class Rule permits ProcessRule, ProjectRule {
  private final Code code;

  Rule(Code code) {
    this.code = code;
  }

  public final Code code() {
    return code;
  }
}
