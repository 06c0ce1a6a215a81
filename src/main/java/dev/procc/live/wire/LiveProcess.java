package dev.procc.live.wire;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.Process;
import org.jspecify.annotations.Nullable;

/// A live process as GET /processes/{id} returned it, normalized.
public final class LiveProcess {
  private final String id;
  private final @Nullable Long revision;
  private final AuditStamp created;
  private final AuditStamp modified;
  private final Process process;
  private final ServerMarks marks;

  /// Computed on demand, since it takes the whole process.
  private @Nullable String contentHash;

  /// @param id the server's id
  /// @param revision the server's version counter; null if the body had none
  /// @param process normalized; every key is a server id, `identity` is `id`
  /// @param marks what it has besides the fields of definitions
  public LiveProcess(
      String id,
      @Nullable Long revision,
      AuditStamp created,
      AuditStamp modified,
      Process process,
      ServerMarks marks) {
    this.id = id;
    this.revision = revision;
    this.created = created;
    this.modified = modified;
    this.process = process;
    this.marks = marks;
  }

  public String id() {
    return id;
  }

  public @Nullable Long revision() {
    return revision;
  }

  public AuditStamp created() {
    return created;
  }

  /// `, created Tue 2024-10-01 09:00 UTC`; empty if the server does not give it.
  public String createdText() {
    String at = created.at();
    return at == null ? "" : ", created " + DayText.moment(at);
  }

  public AuditStamp modified() {
    return modified;
  }

  /// `, last on Tue 2024-10-01 09:00 UTC by u7`; empty if the server does not give it.
  public String lastChangeText() {
    String who = modified.userId();
    String when = modified.at();
    return (when == null ? "" : ", last on " + DayText.moment(when))
        + (who == null ? "" : " by " + who);
  }

  public Process process() {
    return process;
  }

  public ServerMarks marks() {
    return marks;
  }

  /// The SHA-256 of its content: the fields of definitions, the ids of its nodes and their order.
  public String contentHash() {
    String known = contentHash;
    if (known == null) {
      known = new BodyWriter(true).processBody(process).sha256();
      contentHash = known;
    }
    return known;
  }

  /// What is lost when the process is replaced, as hashes: of its content, of its tags, and of the
  /// fields that the catalog does not know, `CONTENT+TAGS+FIELDS`. Without those two it is the
  /// content hash.
  public String wholeHash() {
    return contentHash() + marks.besides();
  }

  /// The hashes of its tags and of the fields that the catalog does not know, with its revision,
  /// `+TAGS+FIELDS@REVISION`; empty if it has neither.
  public String besides() {
    return at(marks.besides(), revision);
  }

  /// A `wholeHash`, with the revision at which it was seen if it is more than that of the content.
  public static String at(String whole, @Nullable Long seenAt) {
    return whole.indexOf('+') < 0 ? whole : whole + "@" + (seenAt == null ? "" : seenAt);
  }

  /// What an approval binds of a `wholeHash`: all of it, but with the revision in place of the hash
  /// of unknown fields, `CONTENT+TAGS@REVISION`. The server may move those at each look, and an
  /// edit of them raises the revision.
  ///
  /// @param seenAt the revision at which it was seen; null if the server shows none
  public static String approvedHash(String whole, @Nullable Long seenAt) {
    int fields = whole.lastIndexOf('+');
    return seenAt == null || fields < 0 || whole.endsWith(ServerMarks.NO_FIELDS)
        ? whole
        : whole.substring(0, fields) + "@" + seenAt;
  }

  /// The part of a `wholeHash` that calls in place have to meet as it was planned: the content and
  /// the tags. No such call touches an unknown field, and the revision grows with each.
  ///
  /// @param whole `CONTENT+TAGS+FIELDS`
  public static String withoutFields(String whole) {
    int fields = whole.lastIndexOf('+');
    return fields < 0 ? whole + ServerMarks.NO_TAGS : whole.substring(0, fields);
  }

  /// Whether nobody has changed what is lost when it is replaced.
  ///
  /// @param seen `CONTENT+TAGS+FIELDS@REVISION`
  public boolean isAsSeen(String seen) {
    int end = seen.indexOf('+');
    return contentHash().equals(end < 0 ? seen : seen.substring(0, end))
        && ServerMarks.isSame(end < 0 ? "" : seen.substring(end), besides());
  }

  /// A copy with a word in place of the hash of its content.
  public LiveProcess withContentHash(String word) {
    LiveProcess same = with(process);
    same.contentHash = word;
    return same;
  }

  /// A copy with another content.
  public LiveProcess with(Process content) {
    return new LiveProcess(id, revision, created, modified, content, marks);
  }

  /// The name in lists; empty if it has none.
  public String name() {
    return process.get(Fields.PROCESS_NAME) instanceof Json.Str name ? name.value() : "";
  }
}
