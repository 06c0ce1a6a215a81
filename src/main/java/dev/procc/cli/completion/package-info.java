/// Shell completion: the candidates for a command line, and the scripts that ask for them.
@NullMarked
package dev.procc.cli.completion;

import org.jspecify.annotations.NullMarked;
