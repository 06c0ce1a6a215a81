/// The words of the language, the fields of the API and the safety rules, explained for people.
@NullMarked
package dev.procc.view.reference;

import org.jspecify.annotations.NullMarked;
