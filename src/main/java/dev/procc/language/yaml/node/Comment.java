package dev.procc.language.yaml.node;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// A comment and the part of the document that it is about.
///
/// A comment at the end of a line is about what begins on that line (the outermost: after `- key:
/// x` the whole item), otherwise about what ends there. A comment on its own line is about what
/// follows at its column or deeper; at the end of a block, about the entry or item into which it is
/// indented; above the first key of a document, about the document.
///
/// @param span from `#` to the end of the line, without trailing blanks
/// @param text after `#`, trimmed
/// @param target the span of what it is about: an entry with its key, an item, or a whole document
/// @param entry that it is about; null for items and documents
public record Comment(Span span, String text, Span target, @Nullable MappingEntry entry) {}
