package dev.procc.base.diagnostic;

import dev.procc.base.source.Span;

/// One replacement of a text; an empty span inserts.
public record Edit(Span span, String replacement) {}
