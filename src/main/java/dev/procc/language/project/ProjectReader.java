package dev.procc.language.project;

import dev.procc.base.concurrent.Parallel;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.language.bind.Binder;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the documents of a tree.
///
/// A file belongs to the project when its name promises a kind, when a line of it begins with
/// `procc:`, or when a document of it has one of the kinds and a key. A file that is not YAML is
/// reported and does not keep the others from being read.
public final class ProjectReader {
  private final FileTree tree;
  private final Findings findings = new Findings();
  private final List<SourceDocument> documents = new ArrayList<>();

  private ProjectReader(FileTree tree) {
    this.tree = tree;
  }

  /// Reads every file of a tree that belongs to the project.
  public static Outcome<Project> read(FileTree tree) {
    ProjectReader reader = new ProjectReader(tree);
    FileTree.FileListing listing = tree.list();
    reader.findings.addAll(listing.findings());
    reader.readFiles(listing.files(), false);
    return reader.finish(true);
  }

  /// Reads the project at a location.
  public static Outcome<Project> read(ProjectLocation location) {
    return read(location, new DiskTree(location.root()));
  }

  /// The same with other texts than lie there.
  ///
  /// @param tree of the root of the location
  public static Outcome<Project> read(ProjectLocation location, FileTree tree) {
    if (!location.standaloneFiles().isEmpty()) {
      return read(tree, location.standaloneFiles());
    }
    String config = location.config();
    return config == null ? read(tree) : read(tree, config);
  }

  /// Reads every file of a tree that belongs to the project, with its settings in a file of another
  /// name than `procc.yaml`.
  public static Outcome<Project> read(FileTree tree, String config) {
    ProjectReader reader = new ProjectReader(tree);
    FileTree.FileListing listing = tree.list();
    reader.findings.addAll(listing.findings());
    reader.readFiles(List.of(config), true);
    List<String> others = new ArrayList<>(listing.files());
    others.remove(config);
    others.remove("procc.yaml");
    reader.readFiles(others, false);
    reader.documents.sort((a, b) -> a.path().compareTo(b.path()));
    return reader.finish(true);
  }

  /// Reads these files and no others.
  ///
  /// @param paths relative to the root
  public static Outcome<Project> read(FileTree tree, List<String> paths) {
    ProjectReader reader = new ProjectReader(tree);
    reader.readFiles(List.copyOf(new TreeSet<>(paths)), true);
    return reader.finish(false);
  }

  private Outcome<Project> finish(boolean complete) {
    Timings.enter(Phase.BIND);
    checkStructure();
    reportDuplicates();
    List<Finding> all = findings.toList();
    return Outcome.of(new Project(tree, documents, all, complete), all);
  }

  /// What a file of the project holds, and the kind that its name promises.
  private record ParsedFile(@Nullable String expectedKind, Outcome<List<YamlDocument>> documents) {}

  /// Reads one file after the other and parses them together.
  private void readFiles(List<String> paths, boolean explicit) {
    List<SourceFile> texts = new ArrayList<>(paths.size());
    for (String path : paths) {
      Outcome<SourceFile> text = tree.read(path);
      SourceFile file = text.value().orElse(null);
      boolean belongs =
          explicit
              || DocumentKinds.fromFileName(path) != null
              || (file != null && isDefinition(file));
      if (belongs) {
        findings.addAll(text.findings());
        if (file != null) {
          texts.add(file);
        }
      }
    }
    for (ParsedFile parsed : Parallel.map(texts, ProjectReader::parse)) {
      findings.addAll(parsed.documents.findings());
      for (YamlDocument document : parsed.documents.value().orElse(List.of())) {
        addDocument(document, parsed.expectedKind, explicit);
      }
    }
  }

  private static ParsedFile parse(SourceFile file) {
    return new ParsedFile(DocumentKinds.fromFileName(file.path()), Yaml.parse(file));
  }

  /// Whether a file belongs to the project that it lies in.
  public static boolean isDefinition(SourceFile file) {
    return DocumentKinds.fromFileName(file.path()) != null
        || hasProccKey(file.text())
        || holdsDefinition(file);
  }

  private static boolean hasProccKey(String text) {
    int at = text.indexOf("procc:");
    while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at = text.indexOf("procc:", at + 1);
    }
    return at >= 0;
  }

  /// Whether a document of a file is one of ours that lacks nothing but its `procc`.
  private static boolean holdsDefinition(SourceFile file) {
    if (!mentionsKind(file.text())) {
      return false;
    }
    for (YamlDocument document : Yaml.parse(file).value().orElse(List.of())) {
      if (document.root() instanceof Mapping mapping && isDefinition(mapping)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the word `kind`, in letters of any case, stands in a text before one of the kinds.
  private static boolean mentionsKind(String text) {
    for (int at = 0; at + 4 < text.length(); at++) {
      if (!text.regionMatches(true, at, "kind", 0, 4)) {
        continue;
      }
      int from = skip(text, at + 4);
      int end = from;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (DocumentKinds.ignoringCase(text.substring(from, end)) != null) {
        return true;
      }
    }
    return false;
  }

  /// The first place from an offset on with neither a space, a quote nor a colon.
  private static int skip(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\"':".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isDefinition(Mapping mapping) {
    boolean kind = false;
    boolean key = false;
    for (MappingEntry entry : mapping.entries()) {
      kind |=
          entry.key().value().equalsIgnoreCase("kind")
              && entry.value() instanceof Scalar word
              && DocumentKinds.ignoringCase(word.value()) != null;
      key |= entry.key().value().equalsIgnoreCase("key");
    }
    return kind && key;
  }

  private void addDocument(YamlDocument document, @Nullable String expectedKind, boolean explicit) {
    if (!(document.readableRoot() instanceof Mapping mapping)) {
      if (expectedKind != null || explicit) {
        findings.add(
            Finding.of(
                    ProjectCodes.NOT_A_DOCUMENT,
                    start(document.root().span()),
                    "This is not a document of a process; a document is a mapping with procc and"
                        + " kind")
                .withHint("begin with procc: v1"));
      }
      return;
    }
    boolean ours =
        expectedKind != null || explicit || mapping.get("procc") != null || mapping.isIncomplete();
    if (!ours && !isDefinition(mapping)) {
      return;
    }
    MappingEntry written = kindEntry(mapping);
    String kind = written != null && written.value() instanceof Scalar scalar ? scalar.value() : "";
    Mapping readable = mapping;
    if (!DocumentKinds.KINDS.contains(kind)) {
      if (written == null ? !mapping.isIncomplete() : !(written.value() instanceof Unknown)) {
        reportKind(mapping, written == null ? null : written.value(), expectedKind);
      }
      kind = DocumentKinds.guess(kind, expectedKind, mapping);
      readable = withUnknownKind(mapping, written);
    }
    documents.add(new SourceDocument(kind, "", document, readable, List.of()));
  }

  /// Holds the documents against the vocabulary: from here on they are what could be read of them.
  private void checkStructure() {
    Binder binder = new Binder(new DateLanguage());
    List<SourceDocument> checked =
        Parallel.map(
            documents,
            document -> {
              Outcome<Mapping> structure = binder.structure(document.kind(), document.mapping());
              Mapping read = structure.value().orElseThrow();
              String key = read.get("key") instanceof Scalar scalar ? scalar.value() : "";
              return new SourceDocument(
                  document.kind(), key, document.document(), read, structure.findings());
            });
    documents.clear();
    documents.addAll(checked);
  }

  /// The entry that says the kind of a document, under a misspelt key too; null if none does.
  private static @Nullable MappingEntry kindEntry(Mapping mapping) {
    MappingEntry kind = mapping.entry("kind");
    for (MappingEntry entry : mapping.entries()) {
      boolean near = Spelling.nearest(entry.key().value(), List.of("kind")).isPresent();
      if (kind == null && near && entry.value() instanceof Scalar value) {
        kind = DocumentKinds.KINDS.contains(value.value()) ? entry : null;
      }
    }
    return kind;
  }

  /// The mapping with a kind that is not judged again.
  private static Mapping withUnknownKind(Mapping mapping, @Nullable MappingEntry written) {
    List<MappingEntry> entries = new ArrayList<>(mapping.entries());
    Scalar key =
        written == null
            ? new Scalar(Origin.written(start(mapping.span())), "kind", Scalar.Style.PLAIN)
            : written.key();
    MappingEntry unknown = new MappingEntry(key, new Unknown(key.origin()), null);
    if (written == null) {
      entries.add(unknown);
    } else {
      entries.set(entries.indexOf(written), unknown);
    }
    return new Mapping(mapping.origin(), entries, mapping.flow());
  }

  private void reportKind(
      Mapping mapping, @Nullable YamlNode written, @Nullable String expectedKind) {
    Span at = written == null ? start(mapping.span()) : written.span();
    String message =
        written instanceof Scalar kind && !kind.isNull()
            ? "\"" + kind.value() + "\" is not a kind of document"
            : "This document does not say its kind; every document does";
    String hint =
        written instanceof Scalar kind && !kind.isNull()
            ? Spelling.hint(kind.value(), DocumentKinds.KINDS).orElse(null)
            : expectedKind == null
                ? "known: " + String.join(", ", DocumentKinds.KINDS)
                : "add kind: " + expectedKind;
    findings.add(Finding.of(ProjectCodes.DOCUMENT_KIND, at, message).withHint(hint));
  }

  private static Span start(Span whole) {
    return new Span(whole.file(), whole.start(), whole.start());
  }

  private void reportDuplicates() {
    Map<String, SourceDocument> seen = new HashMap<>();
    SourceDocument project = null;
    for (SourceDocument document : documents) {
      if (document.kind().equals("Project")) {
        if (project != null) {
          findings.add(
              Finding.of(
                      ProjectCodes.SECOND_PROJECT,
                      document.keySpan(),
                      "\"" + document.key() + "\" is a second Project document; a project has one")
                  .withLabel(project.keySpan(), "the first one is here"));
        } else {
          project = document;
        }
        continue;
      }
      if (document.key().isEmpty()) {
        continue;
      }
      SourceDocument before = seen.putIfAbsent(document.kind() + "/" + document.key(), document);
      if (before != null) {
        findings.add(
            Finding.of(
                    ProjectCodes.DUPLICATE_DOCUMENT,
                    document.keySpan(),
                    "\""
                        + document.key()
                        + "\" is the key of two documents of kind "
                        + document.kind()
                        + "; a key is given once per kind")
                .withLabel(before.keySpan(), "the first one is here"));
      }
    }
  }
}
