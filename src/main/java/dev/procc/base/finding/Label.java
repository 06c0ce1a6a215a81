package dev.procc.base.finding;

import dev.procc.base.source.Span;

/// A second place of a finding, with what is there: `the group is due here`.
public record Label(Span span, String text) {}
