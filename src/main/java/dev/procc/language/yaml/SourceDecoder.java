package dev.procc.language.yaml;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.language.yaml.parse.YamlLimits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The decoder of the bytes of a file: strict UTF-8, no byte order mark, no unprintable characters.
///
/// Each fault is reported and replaced (malformed bytes by U+FFFD, an unprintable character by a
/// blank, an inner byte order mark by nothing), so that the rest of the file is still read.
public final class SourceDecoder {
  private static final int MAX_FINDINGS = 20;
  private static final char BOM = '\uFEFF';

  private SourceDecoder() {}

  /// Decodes a file within the default limits.
  public static Outcome<SourceFile> decode(String path, byte[] bytes) {
    return decode(path, bytes, YamlLimits.DEFAULT);
  }

  /// Decodes a file.
  ///
  /// @param path the name to show
  /// @return no value if the file is too large or not a text; with a finding if it is UTF-16
  public static Outcome<SourceFile> decode(String path, byte[] bytes, YamlLimits limits) {
    if (bytes.length > limits.maxBytes()) {
      return Outcome.failure(tooLarge(path, bytes.length, limits.maxBytes()));
    }
    SourceFile plain = SourceFile.ofPlain(path, bytes);
    if (plain != null) {
      return Outcome.of(plain);
    }
    Charset wide = utf16(bytes);
    if (wide != null) {
      SourceFile file =
          clean(path, new String(bytes, wide), DecodingErrors.NONE).value().orElse(null);
      Span start = Span.at(file == null ? new SourceFile(path, "") : file, 0);
      String message = "\"" + path + "\" is UTF-16; a definition is UTF-8";
      Finding finding =
          Finding.of(YamlCodes.NOT_UTF8, start, message).withHint("save the file as UTF-8");
      return file == null ? Outcome.failure(finding) : Outcome.of(file, List.of(finding));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return clean(path, text, DecodingErrors.NONE);
    }
    if (text.indexOf('\0') >= 0) {
      Span start = Span.at(new SourceFile(path, ""), 0);
      return Outcome.failure(Finding.of(YamlCodes.NOT_UTF8, start, "\"" + path + "\" is not text"));
    }
    return decodeStrictly(path, bytes);
  }

  /// The file for a text from an editor; unprintable characters are reported and replaced.
  public static Outcome<SourceFile> ofText(String path, String text) {
    return clean(path, text, DecodingErrors.NONE);
  }

  /// The finding about a file above the limit, for callers that do not load such a file.
  public static Finding tooLarge(String path, long bytes, long bound) {
    return Finding.of(
            YamlCodes.FILE_TOO_LARGE,
            Span.at(new SourceFile(path, ""), 0),
            "\"" + path + "\" has " + bytes + " bytes; a file has at most " + bound)
        .withHint("split it into several files");
  }

  /// The UTF-16 encoding with which a file begins, by its byte order mark or by two ASCII
  /// characters; null if there is none.
  private static @Nullable Charset utf16(byte[] bytes) {
    if (bytes.length < 2) {
      return null;
    }
    byte first = bytes[0];
    byte second = bytes[1];
    if ((first == (byte) 0xFE && second == (byte) 0xFF)
        || (first == (byte) 0xFF && second == (byte) 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    if (bytes.length < 4 || first != 0 == (second != 0)) {
      return null;
    }
    boolean little = second == 0;
    return little == (bytes[3] == 0) && little == (bytes[2] != 0)
        ? little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE
        : null;
  }

  /// A malformed byte sequence, with the offset of its replacement in the decoded text.
  private record MalformedBytes(int offset, String hex) {}

  /// The malformed bytes of a file, the first ones listed.
  private record DecodingErrors(List<MalformedBytes> listed, int unlisted) {
    static final DecodingErrors NONE = new DecodingErrors(List.of(), 0);
  }

  /// The unprintable characters of a text, the first ones listed: offsets before and after
  /// cleaning.
  private static final class UnprintableCharacters {
    final List<Integer> originalOffsets = new ArrayList<>();
    final List<Integer> cleanedOffsets = new ArrayList<>();
    int unlisted;
  }

  private static Outcome<SourceFile> decodeStrictly(String path, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    List<MalformedBytes> listed = new ArrayList<>();
    int unlisted = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      if (listed.size() < MAX_FINDINGS) {
        listed.add(new MalformedBytes(out.position(), hex(bytes, in.position(), result.length())));
      } else {
        unlisted++;
      }
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    return clean(path, out.flip().toString(), new DecodingErrors(listed, unlisted));
  }

  private static String hex(byte[] bytes, int from, int count) {
    StringBuilder hex = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      hex.append(i == from ? "" : " ").append(Character.forDigit((bytes[i] >> 4) & 15, 16));
      hex.append(Character.forDigit(bytes[i] & 15, 16));
    }
    return hex.toString();
  }

  /// The file with unprintable characters replaced, and the findings about these and the malformed
  /// bytes.
  private static Outcome<SourceFile> clean(String path, String decoded, DecodingErrors errors) {
    boolean marked = !decoded.isEmpty() && decoded.charAt(0) == BOM;
    String text = marked ? decoded.substring(1) : decoded;
    if (nextUnprintable(text, 0) < 0 && errors.listed().isEmpty()) {
      return Outcome.of(new SourceFile(path, text));
    }
    UnprintableCharacters unprintable = new UnprintableCharacters();
    SourceFile file = new SourceFile(path, replaceUnprintable(text, unprintable));
    Findings findings = new Findings();
    for (int i = 0; i < errors.listed().size(); i++) {
      int at = errors.listed().get(i).offset() - (marked ? 1 : 0);
      at -= byteOrderMarksBefore(text, at);
      boolean more = i == MAX_FINDINGS - 1 && errors.unlisted() > 0;
      String message =
          "\""
              + errors.listed().get(i).hex()
              + "\" (hexadecimal) is not UTF-8"
              + (more ? ", nor are " + errors.unlisted() + " more places" : "");
      findings.add(
          Finding.of(YamlCodes.NOT_UTF8, new Span(file, at, at + 1), message)
              .withHint("save the file as UTF-8"));
    }
    for (int i = 0; i < unprintable.cleanedOffsets.size(); i++) {
      int at = unprintable.cleanedOffsets.get(i);
      char c = text.charAt(unprintable.originalOffsets.get(i));
      boolean more = i == MAX_FINDINGS - 1 && unprintable.unlisted > 0;
      String message =
          charName(c)
              + " cannot be seen and does not belong in a definition"
              + (more ? ", nor do " + unprintable.unlisted + " more" : "");
      Span span = new Span(file, at, c == BOM ? at : at + 1);
      findings.add(Finding.of(YamlCodes.UNPRINTABLE, span, message).withHint("remove it"));
    }
    return Outcome.of(file, findings.toList());
  }

  private static String replaceUnprintable(String text, UnprintableCharacters unprintable) {
    StringBuilder cleaned = new StringBuilder(text.length());
    int copied = 0;
    for (int at = nextUnprintable(text, 0); at >= 0; at = nextUnprintable(text, at + 1)) {
      cleaned.append(text, copied, at);
      copied = at + 1;
      if (unprintable.cleanedOffsets.size() < MAX_FINDINGS) {
        unprintable.cleanedOffsets.add(cleaned.length());
        unprintable.originalOffsets.add(at);
      } else {
        unprintable.unlisted++;
      }
      if (text.charAt(at) != BOM) {
        cleaned.append(' ');
      }
    }
    return cleaned.append(text, copied, text.length()).toString();
  }

  private static int byteOrderMarksBefore(String text, int offset) {
    int count = 0;
    for (int at = text.indexOf(BOM); at >= 0 && at < offset; at = text.indexOf(BOM, at + 1)) {
      count++;
    }
    return count;
  }

  private static String charName(char c) {
    StringBuilder name = new StringBuilder("\"U+");
    for (int shift = 12; shift >= 0; shift -= 4) {
      name.append(Character.toUpperCase(Character.forDigit((c >> shift) & 15, 16)));
    }
    name.append('"');
    if (c == 0) {
      name.append(" (NUL)");
    } else if (c == BOM) {
      name.append(" (byte order mark)");
    } else if (Character.isSurrogate(c)) {
      name.append(" (half of a character)");
    }
    return name.toString();
  }

  /// The offset of the next character that is not printable in YAML 1.2, or is DEL or a byte order
  /// mark; -1 if there is none.
  private static int nextUnprintable(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      if (c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c < 0xA0 && c != 0x85) {
        return i;
      }
      if (c >= 0xD800 && (c > 0xFFFD || c == BOM)) {
        return i;
      }
      if (c >= 0xD800 && c < 0xE000) {
        if (c >= 0xDC00
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
