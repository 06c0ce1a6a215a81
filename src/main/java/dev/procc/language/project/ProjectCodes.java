package dev.procc.language.project;

import dev.procc.base.finding.Code;
import java.util.List;

/// The findings of finding and reading files.
public final class ProjectCodes {
  /// A file that is there and cannot be read, or is gone when it is to be read.
  public static final Code UNREADABLE_FILE = Code.error("PC185", "unreadable-file");

  /// Two documents of a kind with one key.
  public static final Code DUPLICATE_DOCUMENT = Code.error("PC186", "duplicate-document");

  /// A document without a kind, or with one that is none.
  public static final Code DOCUMENT_KIND = Code.error("PC187", "document-kind");

  /// A folder that leads back to itself.
  public static final Code LINK_LOOP = Code.warning("PC188", "link-loop");

  /// A path that leaves the project.
  public static final Code PATH_OUTSIDE_PROJECT = Code.error("PC189", "path-outside-project");

  /// A path with nothing there.
  public static final Code FILE_NOT_FOUND = Code.error("PC190", "file-not-found");

  /// A table whose quotes cannot be read.
  public static final Code TABLE_SYNTAX = Code.error("PC191", "table-syntax");

  /// A row with more or fewer cells than there are columns.
  public static final Code TABLE_ROW = Code.error("PC192", "table-row");

  /// A table without a header, or a column without a name or with one twice.
  public static final Code TABLE_HEADER = Code.error("PC193", "table-header");

  /// A second `Project` document.
  public static final Code SECOND_PROJECT = Code.error("PC194", "second-project");

  /// A document that is not a mapping.
  public static final Code NOT_A_DOCUMENT = Code.error("PC195", "not-a-document");

  private ProjectCodes() {}

  /// All of them, by id.
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
