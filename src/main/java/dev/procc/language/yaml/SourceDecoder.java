package dev.procc.language.yaml;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.language.yaml.parse.YamlLimits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Bytes to text: strict UTF-8, no byte order mark, nothing that cannot be seen.
///
/// What is wrong gets a finding and a stand-in (U+FFFD for bytes, a blank for a character, nothing
/// for an inner byte order mark), so that the rest of the file is still read.
public final class SourceDecoder {
  private static final int MAX_FINDINGS = 20;
  private static final char BOM = '\uFEFF';

  private SourceDecoder() {}

  /// Decodes a file within the default bounds.
  public static Outcome<SourceFile> decode(String path, byte[] bytes) {
    return decode(path, bytes, YamlLimits.DEFAULT);
  }

  /// Decodes a file.
  ///
  /// @param path the name to show
  /// @return no value when the file is too large or in another encoding altogether
  public static Outcome<SourceFile> decode(String path, byte[] bytes, YamlLimits limits) {
    if (bytes.length > limits.maxBytes()) {
      return Outcome.failure(tooLarge(path, bytes.length, limits.maxBytes()));
    }
    if (bytes.length >= 2 && isUtf16Mark(bytes[0], bytes[1])) {
      Span start = Span.at(new SourceFile(path, ""), 0);
      String message = "\"" + path + "\" is UTF-16; a definition is UTF-8";
      return Outcome.failure(
          Finding.of(YamlCodes.NOT_UTF8, start, message).withHint("save the file as UTF-8"));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return removeUnprintable(path, text, List.of());
    }
    if (text.indexOf('\0') >= 0) {
      Span start = Span.at(new SourceFile(path, ""), 0);
      return Outcome.failure(
          Finding.of(YamlCodes.NOT_UTF8, start, "\"" + path + "\" is not a text"));
    }
    return decodeStrictly(path, bytes);
  }

  /// Takes a text that an editor holds, with the same care for its characters.
  public static Outcome<SourceFile> ofText(String path, String text) {
    return removeUnprintable(path, text, List.of());
  }

  /// The finding for a file above the bound, for a reader that does not load it at all.
  public static Finding tooLarge(String path, long bytes, long bound) {
    return Finding.of(
            YamlCodes.FILE_TOO_LARGE,
            Span.at(new SourceFile(path, ""), 0),
            "\"" + path + "\" has " + bytes + " bytes; a file has at most " + bound)
        .withHint("split it into several files");
  }

  private static boolean isUtf16Mark(byte first, byte second) {
    return (first == (byte) 0xFE && second == (byte) 0xFF)
        || (first == (byte) 0xFF && second == (byte) 0xFE);
  }

  /// A malformed sequence and where its stand-in lies.
  private record MalformedBytes(int offset, String bytes) {}

  private static Outcome<SourceFile> decodeStrictly(String path, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    List<MalformedBytes> bad = new ArrayList<>();
    int unlisted = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      if (bad.size() < MAX_FINDINGS) {
        bad.add(new MalformedBytes(out.position(), hex(bytes, in.position(), result.length())));
      } else {
        unlisted++;
      }
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    return removeUnprintable(path, out.flip().toString(), bad, unlisted);
  }

  private static String hex(byte[] bytes, int from, int count) {
    StringBuilder hex = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      hex.append(i == from ? "" : " ").append(Character.forDigit((bytes[i] >> 4) & 15, 16));
      hex.append(Character.forDigit(bytes[i] & 15, 16));
    }
    return hex.toString();
  }

  private static Outcome<SourceFile> removeUnprintable(
      String path, String text, List<MalformedBytes> bad) {
    return removeUnprintable(path, text, bad, 0);
  }

  private static Outcome<SourceFile> removeUnprintable(
      String path, String raw, List<MalformedBytes> bad, int unlisted) {
    boolean marked = !raw.isEmpty() && raw.charAt(0) == BOM;
    String text = marked ? raw.substring(1) : raw;
    int first = nextUnprintable(text, 0);
    if (first < 0 && bad.isEmpty()) {
      return Outcome.of(new SourceFile(path, text));
    }
    StringBuilder shown = new StringBuilder(text.length());
    List<Integer> cleanedOffsets = new ArrayList<>();
    List<Integer> originalOffsets = new ArrayList<>();
    int unlistedUnprintable = 0;
    int copied = 0;
    for (int at = first; at >= 0; at = nextUnprintable(text, at + 1)) {
      shown.append(text, copied, at);
      copied = at + 1;
      if (cleanedOffsets.size() < MAX_FINDINGS) {
        cleanedOffsets.add(shown.length());
        originalOffsets.add(at);
      } else {
        unlistedUnprintable++;
      }
      if (text.charAt(at) != BOM) {
        shown.append(' ');
      }
    }
    shown.append(text, copied, text.length());
    SourceFile file = new SourceFile(path, shown.toString());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < bad.size(); i++) {
      int at = bad.get(i).offset() - (marked ? 1 : 0);
      at -= byteOrderMarksBefore(text, at);
      String also =
          i == MAX_FINDINGS - 1 && unlisted > 0 ? ", nor are " + unlisted + " more places" : "";
      String message = "\"" + bad.get(i).bytes() + "\" (hexadecimal) is not UTF-8" + also;
      findings.add(
          Finding.of(YamlCodes.NOT_UTF8, new Span(file, at, at + 1), message)
              .withHint("save the file as UTF-8"));
    }
    for (int i = 0; i < cleanedOffsets.size(); i++) {
      int at = cleanedOffsets.get(i);
      char c = text.charAt(originalOffsets.get(i));
      String also =
          i == MAX_FINDINGS - 1 && unlistedUnprintable > 0
              ? ", nor do " + unlistedUnprintable + " more"
              : "";
      findings.add(
          Finding.of(
                  YamlCodes.UNPRINTABLE,
                  new Span(file, at, c == BOM ? at : at + 1),
                  charName(c) + " cannot be seen and does not belong in a definition" + also)
              .withHint("remove it"));
    }
    return Outcome.of(file, findings);
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

  /// What YAML 1.2 calls printable, without DEL and inner byte order marks.
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
