package dev.procc.language.bind;

import dev.procc.base.finding.Code;
import java.util.List;

/// The codes of findings of the binder.
public final class BindCodes {
  public static final Code UNKNOWN_KEY = Code.error("PC120", "unknown-key");
  public static final Code MISSING_KEY = Code.error("PC121", "missing-key");
  public static final Code WRONG_TYPE = Code.error("PC122", "wrong-type");
  public static final Code UNKNOWN_WORD = Code.error("PC123", "unknown-word");
  public static final Code MALFORMED_TEXT = Code.error("PC124", "malformed-text");
  public static final Code NO_KIND_OF_CHILD = Code.error("PC125", "child-without-kind");
  public static final Code TWO_KINDS_OF_CHILD = Code.error("PC126", "child-with-two-kinds");
  public static final Code RESERVED_KEY = Code.error("PC127", "reserved-key");
  public static final Code DUPLICATE_NODE = Code.error("PC128", "duplicate-node");
  public static final Code DUPLICATE_ITEM = Code.error("PC129", "duplicate-item");

  public static final Code EMPTY_VALUE = Code.warning("PC140", "empty-value");
  public static final Code AMBIGUOUS_MOVE = Code.error("PC404", "ambiguous-move");
  public static final Code MOVES_IN_CIRCLE = Code.warning("PC413", "moves-in-circle");
  public static final Code TEXT_CUT = Code.warning("PC610", "text-cut-by-comment");

  public static final List<Code> ALL =
      List.of(
          UNKNOWN_KEY,
          MISSING_KEY,
          WRONG_TYPE,
          UNKNOWN_WORD,
          MALFORMED_TEXT,
          NO_KIND_OF_CHILD,
          TWO_KINDS_OF_CHILD,
          RESERVED_KEY,
          DUPLICATE_NODE,
          DUPLICATE_ITEM,
          EMPTY_VALUE,
          AMBIGUOUS_MOVE,
          MOVES_IN_CIRCLE,
          TEXT_CUT);

  private BindCodes() {}
}
