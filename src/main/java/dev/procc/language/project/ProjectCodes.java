package dev.procc.language.project;

import dev.procc.base.finding.Code;
import java.util.List;

/// The codes of findings about files and tables.
public final class ProjectCodes {
  /// A file that exists but cannot be read, or disappears before it is read.
  public static final Code UNREADABLE_FILE = Code.error("PC185", "unreadable-file");

  /// Two documents of a kind with the same key.
  public static final Code DUPLICATE_DOCUMENT = Code.error("PC186", "duplicate-document");

  /// A document without a kind, or with an unknown one.
  public static final Code DOCUMENT_KIND = Code.error("PC187", "document-kind");

  /// A link to a folder that contains it.
  public static final Code LINK_LOOP = Code.warning("PC188", "link-loop");

  /// A path that leads out of the project.
  public static final Code PATH_OUTSIDE_PROJECT = Code.error("PC189", "path-outside-project");

  /// A path at which there is nothing.
  public static final Code FILE_NOT_FOUND = Code.error("PC190", "file-not-found");

  /// A table whose quotes do not match.
  public static final Code TABLE_SYNTAX = Code.error("PC191", "table-syntax");

  /// A row with more or fewer cells than there are columns.
  public static final Code TABLE_ROW = Code.error("PC192", "table-row");

  /// A table without a header, or with a column that has no name or one that is taken.
  public static final Code TABLE_HEADER = Code.error("PC193", "table-header");

  /// A second `Project` document.
  public static final Code SECOND_PROJECT = Code.error("PC194", "second-project");

  /// A document that is not a mapping.
  public static final Code NOT_A_DOCUMENT = Code.error("PC195", "not-a-document");

  private ProjectCodes() {}

  /// All codes, by id.
  public static List<Code> all() {
    return List.of(
        UNREADABLE_FILE,
        DUPLICATE_DOCUMENT,
        DOCUMENT_KIND,
        LINK_LOOP,
        PATH_OUTSIDE_PROJECT,
        FILE_NOT_FOUND,
        TABLE_SYNTAX,
        TABLE_ROW,
        TABLE_HEADER,
        SECOND_PROJECT,
        NOT_A_DOCUMENT);
  }
}
