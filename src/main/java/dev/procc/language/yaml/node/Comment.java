package dev.procc.language.yaml.node;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// A comment and the part of the document that it is about.
///
/// At the end of a line this is what begins on that line (the outermost: behind `- key: x` the
/// whole item), else what ends there. For a comment on a line of its own it is what follows at its
/// column or deeper, and at the end of a block the entry or item that the comment is indented into.
/// Above the first key of a document it is the document.
///
/// @param span from `#` to the end of the line, without trailing blanks
/// @param text the text behind `#`, trimmed
/// @param target the span of what it is about: an entry with its key, an item, or a whole document
/// @param entry the entry it is about; null for items and documents
public record Comment(Span span, String text, Span target, @Nullable MappingEntry entry) {}
