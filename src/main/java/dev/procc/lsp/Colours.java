package dev.procc.lsp;

import dev.procc.ide.outline.Words.Word;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

/// The conversion of words to semantic tokens.
final class Colours {
  /// The types of tokens, in the order of the kinds of words.
  private static final List<String> TYPES =
      List.of(
          SemanticTokenTypes.Property,
          SemanticTokenTypes.Keyword,
          SemanticTokenTypes.Class,
          SemanticTokenTypes.Variable,
          SemanticTokenTypes.String,
          SemanticTokenTypes.Comment);

  private Colours() {}

  static SemanticTokensLegend legend() {
    return new SemanticTokensLegend(TYPES, List.of(SemanticTokenModifiers.Declaration));
  }

  /// The tokens of words that do not overlap, in order.
  static SemanticTokens of(List<Word> words, Positions positions) {
    List<Integer> data = new ArrayList<>(words.size() * 5);
    int line = 0;
    int character = 0;
    for (Word word : words) {
      Position start = positions.position(word.span().start());
      Position end = positions.position(word.span().end());
      if (start.getLine() != end.getLine()) {
        continue;
      }
      data.add(start.getLine() - line);
      data.add(start.getLine() == line ? start.getCharacter() - character : start.getCharacter());
      data.add(end.getCharacter() - start.getCharacter());
      data.add(word.kind().ordinal());
      data.add(word.declares() ? 1 : 0);
      line = start.getLine();
      character = start.getCharacter();
    }
    return new SemanticTokens(data);
  }
}
