/// The words of the language: kinds of document and node, their keys, and the shapes of values.
@NullMarked
package dev.procc.model.vocabulary;

import org.jspecify.annotations.NullMarked;
