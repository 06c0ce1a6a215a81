package dev.procc.language.check;

import dev.procc.base.finding.Code;

/// Judges what was compiled. What the structure check or a lookup finds is no rule: those find what
/// cannot be compiled, a rule finds what should not be run.
public sealed interface Rule permits ProcessRule, ProjectRule {
  Code code();
}
