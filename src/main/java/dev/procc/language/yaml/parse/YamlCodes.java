package dev.procc.language.yaml.parse;

import dev.procc.base.finding.Code;
import java.util.List;

/// Codes of findings about YAML text: its encoding, its syntax, its formatting.
public final class YamlCodes {
  /// Bytes that are not UTF-8.
  public static final Code NOT_UTF8 = Code.error("PC101", "not-utf8");

  /// A control character or another one that editors do not show.
  public static final Code UNPRINTABLE = Code.error("PC102", "unprintable-character");

  /// More bytes than the limit allows.
  public static final Code FILE_TOO_LARGE = Code.error("PC103", "file-too-large");

  /// Text that is not YAML.
  public static final Code SYNTAX = Code.error("PC104", "yaml-syntax");

  /// `x: {{ name }}`: a value that begins with a tag and is not quoted.
  public static final Code UNQUOTED_TAG = Code.error("PC105", "unquoted-interpolation");

  /// A key that a mapping has twice.
  public static final Code DUPLICATE_KEY = Code.error("PC106", "duplicate-key");

  /// A key that is not a text.
  public static final Code COMPLEX_KEY = Code.error("PC107", "complex-key");

  /// `!tag`.
  public static final Code TAG = Code.error("PC108", "yaml-tag");

  /// `*name` without an `&name` before it.
  public static final Code UNKNOWN_ANCHOR = Code.error("PC109", "unknown-anchor");

  /// An alias inside the node that it names.
  public static final Code ALIAS_CYCLE = Code.error("PC110", "alias-cycle");

  /// More nodes than the limit allows, written out or by aliases.
  public static final Code TOO_MANY_NODES = Code.error("PC111", "too-many-nodes");

  /// More levels than the limit allows.
  public static final Code TOO_DEEP = Code.error("PC112", "nesting-too-deep");

  /// A merge key `<<` whose value is not a mapping.
  public static final Code MERGE_VALUE = Code.error("PC113", "merge-value");

  /// `{ dueDate: WD3, or next business day }`: a comma in an unquoted value.
  public static final Code UNQUOTED_COMMA = Code.error("PC114", "unquoted-comma");

  /// `text {{ #name }}`: a blank and `#` begin a comment, even inside a tag.
  public static final Code COMMENT_IN_TAG = Code.error("PC115", "comment-in-interpolation");

  /// `%YAML 2.0`.
  public static final Code DIRECTIVE = Code.error("PC116", "yaml-directive");

  /// A tab where indentation is counted.
  public static final Code TAB = Code.error("PC117", "tab-indentation");

  /// A text that the formatter leaves as it is, since it could not keep all of it.
  public static final Code NOT_FORMATTED = Code.error("PC119", "not-formatted");

  private YamlCodes() {}

  /// All codes, by id.
  public static List<Code> all() {
    return List.of(
        NOT_UTF8,
        UNPRINTABLE,
        FILE_TOO_LARGE,
        SYNTAX,
        UNQUOTED_TAG,
        DUPLICATE_KEY,
        COMPLEX_KEY,
        TAG,
        UNKNOWN_ANCHOR,
        ALIAS_CYCLE,
        TOO_MANY_NODES,
        TOO_DEEP,
        MERGE_VALUE,
        UNQUOTED_COMMA,
        COMMENT_IN_TAG,
        DIRECTIVE,
        TAB,
        NOT_FORMATTED);
  }
}
