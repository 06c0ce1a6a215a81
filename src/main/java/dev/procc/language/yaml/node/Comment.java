package dev.procc.language.yaml.node;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// A comment and what it is about.
///
/// At the end of a line it is about what begins on that line (the outermost: behind `- key: x` the
/// whole item), else about what ends there. On a line of its own it is about what follows at its
/// column or deeper; behind the last thing of a block, about the block it is indented into. Above
/// the first key of a document it is about the document.
///
/// @param span from `#` to the end of the line, without trailing blanks
/// @param text what stands behind `#`, trimmed
/// @param ownLine whether nothing stands before it on its line
/// @param target the text it is about: an entry with its key, an item, or a whole document
/// @param node the node it is about; of an entry the value
/// @param entry the entry it is about, absent for items and documents
public record Comment(
    Span span,
    String text,
    boolean ownLine,
    Span target,
    @Nullable YamlNode node,
    @Nullable MappingEntry entry) {}
