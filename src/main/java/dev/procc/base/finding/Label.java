package dev.procc.base.finding;

import dev.procc.base.source.Span;

/// A second place that a finding speaks of, with what is there: `the group is due here`.
public record Label(Span span, String text) {}
