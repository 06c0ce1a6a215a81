package dev.procc.ide;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.SourceDecoder;
import dev.procc.language.yaml.parse.YamlLimits;
import java.nio.charset.StandardCharsets;

/// A text in an editor, and the file that the compiler reads.
///
/// Both have the same offsets apart from byte order marks, which the compiler does not see.
public final class EditorText {
  private static final char MARK = '\uFEFF';
  private static final int MAX_BYTES = YamlLimits.DEFAULT.maxBytes();

  private final String written;
  private final int version;
  private final Outcome<SourceFile> decoded;
  private final SourceFile file;

  /// @param path the path in its project
  public EditorText(String path, String written, int version) {
    this.written = written;
    this.version = version;
    int bytes = bytes(written);
    decoded =
        bytes <= MAX_BYTES
            ? SourceDecoder.ofText(path, written)
            : Outcome.failure(SourceDecoder.tooLarge(path, bytes, MAX_BYTES));
    SourceFile readable = decoded.value().orElse(null);
    file = readable == null ? new SourceFile(path, "") : readable;
  }

  /// The text with everything in the editor.
  public String written() {
    return written;
  }

  /// The editor's version of it.
  public int version() {
    return version;
  }

  /// The file, with the findings of decoding it; no value if it is too large.
  public Outcome<SourceFile> decoded() {
    return decoded;
  }

  /// The file; empty if it is too large.
  public SourceFile file() {
    return file;
  }

  /// Whether the text is too large to be read.
  public boolean isTooLarge() {
    return decoded.value().isEmpty();
  }

  /// The offset in the file for one in the editor's text.
  public int toFile(int offset) {
    if (written.length() == file.text().length()) {
      return offset;
    }
    int marks = 0;
    for (int at = written.indexOf(MARK);
        at >= 0 && at < offset;
        at = written.indexOf(MARK, at + 1)) {
      marks++;
    }
    return Math.min(offset - marks, file.text().length());
  }

  /// The offset in the editor's text for one in the file.
  public int toEditor(int offset) {
    if (written.length() == file.text().length()) {
      return offset;
    }
    int at = offset;
    for (int mark = written.indexOf(MARK); mark >= 0 && mark <= at; ) {
      at++;
      mark = written.indexOf(MARK, mark + 1);
    }
    return Math.min(at, written.length());
  }

  /// A copy with a range replaced, in another version.
  ///
  /// @param start the first replaced offset, in the editor's text
  public EditorText replaced(int start, int end, String by, int newVersion) {
    return new EditorText(
        file.path(), written.substring(0, start) + by + written.substring(end), newVersion);
  }

  /// The text of a file on disk.
  static EditorText of(SourceFile file) {
    return new EditorText(file.text(), 0, Outcome.of(file), file);
  }

  private EditorText(String written, int version, Outcome<SourceFile> decoded, SourceFile file) {
    this.written = written;
    this.version = version;
    this.decoded = decoded;
    this.file = file;
  }

  /// The size of a text on disk, in bytes, as far as it can matter.
  private static int bytes(String text) {
    return text.length() <= MAX_BYTES / 3
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
