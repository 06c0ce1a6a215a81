package dev.procc.language.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.expand.ExpandedProcess;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.yaml.node.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
  @TempDir Path folder;

  private static String process(String key) {
    return "procc: v1\nkind: Process\nkey: " + key + "\n";
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String documents(Project project) {
    StringBuilder out = new StringBuilder();
    for (SourceDocument document : project.documents()) {
      out.append(document.path())
          .append(' ')
          .append(document.kind())
          .append(' ')
          .append(document.key())
          .append('\n');
    }
    return out.toString();
  }

  @Test
  void filesAreFoundByHabitAndByTheirFirstLine() {
    MemoryTree tree =
        MemoryTree.of(
            "b/close.process.yaml", process("close"),
            "a.yaml", "# note\n" + process("other"),
            "k8s.yaml", "kind: Deployment\nspec: {}\n",
            "broken.yaml", "a: [\n",
            "people.yaml", "procc: v1\nkind: People\nkey: people\n",
            "periods/2024-Q4.yaml", "procc: v1\nkind: Period\nkey: 2024-Q4\n",
            "calendars.yaml",
                "procc: v1\nkind: Calendar\nkey: us\n---\nprocc: v1\nkind: Calendar\nkey: es\n",
            "mixed.yaml", "not: ours\n---\nprocc: v1\nkind: Template\nkey: t\n");
    Outcome<Project> read = ProjectReader.read(tree);
    assertEquals(
        "PC195 mixed.yaml:1:1 This is not a document of a process; a document is a mapping with"
            + " procc and kind [begin with procc: v1]\n",
        ExpandedProcess.lines(read.findings()));
    assertEquals(
        """
        a.yaml Process other
        b/close.process.yaml Process close
        calendars.yaml Calendar us
        calendars.yaml Calendar es
        mixed.yaml Template t
        people.yaml People people
        periods/2024-Q4.yaml Period 2024-Q4
        """,
        documents(read.value().orElseThrow()));
  }

  @Test
  void aFileThatIsNotYamlDoesNotHideTheOthers() {
    MemoryTree tree =
        MemoryTree.of(
            "a.process.yaml",
            process("a"),
            "b.process.yaml",
            "]]] not: [yaml",
            "c.process.yaml",
            process("c"));
    tree.put("d.process.yaml", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    tree.put("e.process.yaml", new byte[0]);
    Outcome<Project> read = ProjectReader.read(tree);
    List<String> kinds =
        read.value().orElseThrow().documents("Process").stream().map(SourceDocument::key).toList();
    assertTrue(kinds.containsAll(List.of("a", "c")), kinds::toString);
    assertTrue(
        read.findings().stream().anyMatch(d -> d.span().file().path().equals("b.process.yaml")));
    assertTrue(
        read.findings().stream().anyMatch(d -> d.span().file().path().equals("d.process.yaml")));
  }

  @Test
  void kindsAndKeysAreChecked() {
    Outcome<Project> read =
        ProjectReader.read(
            MemoryTree.of(
                "a.process.yaml", "procc: v1\nkey: a\n",
                "b.yaml", "procc: v1\nkind: Proces\nkey: b\n",
                "c.process.yaml", process("a"),
                "d.process.yaml", "- a\n",
                "e.template.yaml", "procc: v1\nkind: Template\nkey: a\n",
                "procc.yaml", "procc: v1\nkind: Project\nkey: p\n",
                "x.yaml", "procc: v1\nkind: Project\nkey: q\n"));
    assertEquals(
        """
        PC187 a.process.yaml:1:1 This document does not say its kind; every document does [add kind: Process]
        PC187 b.yaml:2:7 "Proces" is not a kind of document [did you mean "Process"?]
        PC195 d.process.yaml:1:1 This is not a document of a process; a document is a mapping with procc and kind [begin with procc: v1]
        PC186 c.process.yaml:3:6 "a" is the key of two documents of kind Process; a key is given once per kind (the first one is here @ a.process.yaml:2)
        PC194 x.yaml:3:6 "q" is a second Project document; a project has one (the first one is here @ procc.yaml:3)
        """,
        ExpandedProcess.lines(read.findings()));
  }

  @Test
  void theOrderOfFilesNeverMatters() throws IOException {
    write("z/a.process.yaml", process("a"));
    write("b.process.yaml", process("b"));
    write("a/c.process.yaml", process("c"));
    assertEquals(
        "a/c.process.yaml Process c\nb.process.yaml Process b\nz/a.process.yaml Process a\n",
        documents(ProjectReader.read(new DiskTree(folder)).value().orElseThrow()));
  }

  @Test
  void aWalkSkipsWhatIsNotOurs() throws IOException {
    write("a.process.yaml", process("a"));
    write(".github/b.process.yaml", process("b"));
    write("node_modules/c.process.yaml", process("c"));
    write("procc.state/prod/d.process.yaml", process("d"));
    write("other/procc.yaml", "procc: v1\nkind: Project\nkey: o\n");
    write("other/e.process.yaml", process("e"));
    assertEquals(List.of("a.process.yaml"), new DiskTree(folder).list().files());
  }

  @Test
  void linksInCirclesAndOutOfTheProjectAreReported() throws IOException {
    write("p/sub/a.process.yaml", process("a"));
    write("secret.process.yaml", process("secret"));
    write("secret.csv", "code\nx\n");
    Path root = folder.resolve("p");
    Files.createSymbolicLink(root.resolve("sub/loop"), root);
    Files.createSymbolicLink(
        root.resolve("out.process.yaml"), folder.resolve("secret.process.yaml"));
    Files.createSymbolicLink(root.resolve("gone.process.yaml"), folder.resolve("nothing"));
    Files.createSymbolicLink(root.resolve("in.process.yaml"), root.resolve("sub/a.process.yaml"));
    Files.createSymbolicLink(root.resolve("out.csv"), folder.resolve("secret.csv"));
    DiskTree tree = new DiskTree(root);
    FileTree.FileListing listing = tree.list();
    assertEquals(List.of("in.process.yaml", "sub/a.process.yaml"), listing.files());
    assertEquals(
        List.of(
            "\"gone.process.yaml\" is a link that leaves the project or leads nowhere",
            "\"out.process.yaml\" is a link that leaves the project or leads nowhere",
            "\"sub/loop\" leads back to a folder above it; it is not entered"),
        listing.findings().stream().map(d -> d.message()).sorted().toList());
    assertTrue(tree.read("out.csv").value().isEmpty());
    assertEquals("PC189", tree.read("out.csv").findings().getFirst().code().id());
    assertEquals("PC189", tree.read("../secret.csv").findings().getFirst().code().id());
  }

  @Test
  void aFileThatIsGoneOrAFolderIsAFinding() throws IOException {
    write("a.process.yaml", process("a"));
    Files.createDirectory(folder.resolve("b.process.yaml"));
    DiskTree tree = new DiskTree(folder);
    assertEquals("PC190", tree.read("x.process.yaml").findings().getFirst().code().id());
    assertEquals("PC185", tree.read("b.process.yaml").findings().getFirst().code().id());
    assertEquals("PC190", tree.read("a\0b").findings().getFirst().code().id());
    FileTree vanishing =
        new FileTree() {
          @Override
          public FileListing list() {
            return new FileListing(List.of("a.process.yaml", "vanished.process.yaml"), List.of());
          }

          @Override
          public boolean exists(String path) {
            return tree.exists(path);
          }

          @Override
          public Outcome<SourceFile> read(String path) {
            return tree.read(path);
          }
        };
    Outcome<Project> read = ProjectReader.read(vanishing);
    assertEquals(1, read.value().orElseThrow().documents().size());
    assertEquals(
        "PC190 vanished.process.yaml:1:1 \"vanished.process.yaml\" is not there\n",
        ExpandedProcess.lines(read.findings()));
  }

  @Test
  void anEditorsTextLiesOverTheFile() throws IOException {
    write("a.process.yaml", process("a"));
    FileTree tree =
        new OverlayTree(
            new DiskTree(folder),
            Map.of("a.process.yaml", process("edited"), "new.process.yaml", process("new")));
    assertEquals(
        "a.process.yaml Process edited\nnew.process.yaml Process new\n",
        documents(ProjectReader.read(tree).value().orElseThrow()));
  }

  @Test
  void theProjectIsFoundUpwardToTheRepository() throws IOException {
    Files.createDirectories(folder.resolve("repo/.git"));
    write("procc.yaml", "procc: v1\nkind: Project\nkey: outside\n");
    write("repo/team/procc.yaml", "procc: v1\nkind: Project\nkey: team\n");
    write("repo/team/deep/a.process.yaml", process("a"));
    write("repo/alone/b.process.yaml", process("b"));
    write("repo/alone/c.process.yaml", process("c"));
    Path repo = folder.resolve("repo");
    ProjectLocation inside = ProjectLocation.find(repo.resolve("team/deep"), null, List.of());
    assertEquals(repo.resolve("team"), inside.root());
    ProjectLocation file = ProjectLocation.find(repo, null, List.of("team/deep/a.process.yaml"));
    assertEquals(repo.resolve("team"), file.root());
    assertEquals(List.of("deep/a.process.yaml"), file.selectors());
    assertEquals(List.of(), file.standaloneFiles());
    ProjectLocation alone = ProjectLocation.find(repo, null, List.of("alone/b.process.yaml"));
    assertEquals(repo.resolve("alone"), alone.root());
    assertEquals(List.of("b.process.yaml"), alone.standaloneFiles());
    Project project = ProjectReader.read(alone).value().orElseThrow();
    assertEquals("b.process.yaml Process b\n", documents(project));
    assertNull(project.settings());
    ProjectLocation of = ProjectLocation.find(repo, null, List.of("alone"));
    assertEquals(2, ProjectReader.read(of).value().orElseThrow().documents().size());
    assertEquals(
        List.of("close@2024-Q4"),
        ProjectLocation.find(repo.resolve("team"), null, List.of("close@2024-Q4")).selectors());
  }

  @Test
  void aConfigOfAnotherNameReplacesTheOneByHabit() throws IOException {
    write("procc.yaml", "procc: v1\nkind: Project\nkey: habit\n");
    write("ci/other.yaml", "procc: v1\nkind: Project\nkey: other\n");
    write("ci/a.process.yaml", process("a"));
    ProjectLocation location = ProjectLocation.find(folder, Path.of("ci/other.yaml"), List.of());
    assertEquals(folder.resolve("ci"), location.root());
    Outcome<Project> read = ProjectReader.read(location);
    assertEquals("other", read.value().orElseThrow().settings().key());
    assertEquals("", ExpandedProcess.lines(read.findings()));
  }

  /// A folder is often named like its process; who names that one does not mean its neighbours.
  @Test
  void aKeyIsNotTheFolderOfItsName() throws IOException {
    write("procc.yaml", "procc: v1\nkind: Project\nkey: p\n");
    write("close/close.process.yaml", process("close"));
    write("close/fx.process.yaml", process("fx"));
    write("tax/vat.process.yaml", process("vat"));
    for (String[] each :
        new String[][] {
          {"close", "close"},
          {"close/", "close fx"},
          {"./close", "close fx"},
          {"tax", "vat"},
          {"clos*", "close"},
          {folder.resolve("close").toString(), "close fx"}
        }) {
      ProjectLocation location = ProjectLocation.find(folder, null, List.of(each[0]));
      Project project = ProjectReader.read(location).value().orElseThrow();
      Selection selection = Selection.of(project, location.selectors());
      List<String> found = selection.instances().stream().map(ProcessInstance::identity).toList();
      assertEquals(each[1], String.join(" ", found), each[0]);
    }
  }

  private static final Project PROJECT =
      ProjectReader.read(
              MemoryTree.of(
                  "close.process.yaml",
                  process("close"),
                  "audit.process.yaml",
                  process("audit"),
                  "esg/report.process.yaml",
                  process("esg-report"),
                  "people.yaml",
                  "procc: v1\nkind: People\nkey: people\n",
                  "periods/q3.yaml",
                  "procc: v1\nkind: Period\nkey: 2024-Q3\nprocesses: [close]\n",
                  "periods/q4.yaml",
                  "procc: v1\nkind: Period\nkey: 2024-Q4\nprocesses: [close, audit]\n"))
          .value()
          .orElseThrow();

  private static String select(String... selectors) {
    Selection selection = Selection.of(PROJECT, List.of(selectors));
    return String.join(" ", selection.instances().stream().map(ProcessInstance::identity).toList())
        + (selection.unmatched().isEmpty() ? "" : " ? " + selection.unmatched());
  }

  @Test
  void selectsByFileKeyPeriodAndGlob() {
    assertEquals("audit@2024-Q4 close@2024-Q3 close@2024-Q4 esg-report", select());
    assertEquals("close@2024-Q3 close@2024-Q4", select("close"));
    assertEquals("close@2024-Q4", select("close@2024-Q4"));
    assertEquals("close@2024-Q3 close@2024-Q4", select("close.process.yaml"));
    assertEquals("close@2024-Q3", select("periods/q3.yaml"));
    assertEquals("audit@2024-Q4 close@2024-Q3 close@2024-Q4", select("periods"));
    assertEquals("esg-report", select("esg/"));
    assertEquals("audit@2024-Q4 close@2024-Q4", select("*@2024-Q4"));
    assertEquals("esg-report", select("esg*"));
    assertEquals("audit@2024-Q4 close@2024-Q3 close@2024-Q4", select("*.process.yaml"));
    assertEquals("audit@2024-Q4 close@2024-Q3 close@2024-Q4 esg-report", select("**.process.yaml"));
    assertEquals("close@2024-Q4", select("close@2024-Q4", "close@????-Q4"));
    assertEquals(
        " ? [UnmatchedSelector[selector=clsoe, hint=did you mean \"close\"?],"
            + " UnmatchedSelector[selector=zzz*, hint=known: audit, audit@2024-Q4, close,"
            + " close@2024-Q3, close@2024-Q4, esg-report]]",
        select("clsoe", "zzz*"));
    assertTrue(Selection.of(PROJECT, List.of("nope")).isEmpty());
    assertFalse(Selection.of(PROJECT, List.of("people.yaml")).isEmpty());
  }

  @Test
  void tablesAreReadOnceAndInsideTheProjectOnly() {
    MemoryTree tree = MemoryTree.of("a.process.yaml", process("a"), "t.csv", "k\n1\n");
    Project project = ProjectReader.read(tree).value().orElseThrow();
    Scalar key = (Scalar) project.documents().getFirst().mapping().get("key");
    Table first = table(project, key, "t.csv");
    assertEquals(first, table(project, key, "./x/../t.csv"));
    for (String bad :
        List.of(
            "..",
            "../t.csv",
            "x/../../t.csv",
            "/t.csv",
            "~/t.csv",
            "C:/t.csv",
            "a\\t.csv",
            "",
            " ",
            "a\0b")) {
      assertTrue(
          project
              .table(key.span().file(), new Scalar(key.origin(), bad, Scalar.Style.PLAIN))
              .value()
              .isEmpty(),
          bad);
    }
  }

  private static String refusal(Project project, String path) {
    Scalar key = (Scalar) project.documents().getFirst().mapping().get("key");
    Outcome<Table> outcome =
        project.table(key.span().file(), new Scalar(key.origin(), path, Scalar.Style.PLAIN));
    assertTrue(outcome.value().isEmpty(), path);
    return outcome.findings().getFirst().code().id()
        + " "
        + outcome.findings().getFirst().message();
  }

  /// A loop cannot read what the project reader skips either; and it reads only tables.
  @Test
  void aLoopReadsTablesThatAreNotSkipped() throws IOException {
    write("a.process.yaml", process("a"));
    for (String skipped :
        List.of(".npmrc", ".git/config", ".hidden.csv", ".x/t.csv", "node_modules/t.csv")) {
      write(skipped, "//registry/:_authToken=npm_SECRET\n");
    }
    write("procc.state/prod/a.csv", "x\n");
    write("other/procc.yaml", "procc: v1\n");
    write("other/sub/t.csv", "x\n");
    write("secret.json", "npm_SECRET\n");
    write("t.csv", "x\n1\n");
    Files.createSymbolicLink(folder.resolve("npm.csv"), Path.of(".npmrc"));
    Files.createSymbolicLink(folder.resolve("json.csv"), Path.of("secret.json"));
    Files.createSymbolicLink(folder.resolve("hidden.csv"), Path.of(".hidden.csv"));
    Files.createSymbolicLink(folder.resolve("in.csv"), Path.of("t.csv"));
    Files.createSymbolicLink(folder.resolve("n.process.yaml"), Path.of(".npmrc"));
    Project project = ProjectReader.read(new DiskTree(folder)).value().orElseThrow();
    Scalar key = (Scalar) project.documents().getFirst().mapping().get("key");
    assertEquals(1, table(project, key, "in.csv").rows().size());
    String hidden =
        " is not read; names that begin with a dot, node_modules and procc.state are" + " skipped";
    for (String path :
        List.of(
            ".npmrc",
            ".git/config",
            ".hidden.csv",
            "x/../.x/t.csv",
            "node_modules/t.csv",
            "procc.state/prod/a.csv")) {
      assertEquals("PC189 \"" + path + "\"" + hidden, refusal(project, path));
    }
    assertEquals(
        "PC189 \"other/sub/t.csv\" lies in a project of its own, \"other\"",
        refusal(project, "other/sub/t.csv"));
    assertEquals(
        "PC189 \"secret.json\" is not a table; a table is a .csv or .tsv file",
        refusal(project, "secret.json"));
    for (String link : List.of("npm.csv", "json.csv", "hidden.csv")) {
      assertEquals(
          "PC189 \"" + link + "\" is a link to a file of another kind, or to one that is skipped",
          refusal(project, link));
    }
    assertTrue(project.findings().stream().anyMatch(f -> f.message().startsWith("\"n.process")));
    assertFalse(project.findings().toString().contains("npm_SECRET"));
  }

  /// A name that is not UTF-8: the file cannot be opened under the decoded name.
  @Test
  void aFileWhoseNameIsNoTextIsReported() throws Exception {
    write("a.process.yaml", process("a"));
    String script = "printf x > \"$(printf 'x\\377.process.yaml')\"; mkdir \"$(printf 'd\\377')\"";
    Process shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).start();
    assertEquals(0, shell.waitFor());
    FileTree.FileListing listing = new DiskTree(folder).list();
    assertEquals(List.of("a.process.yaml"), listing.files());
    assertEquals(2, listing.findings().size());
    for (Finding finding : listing.findings()) {
      assertEquals("PC185", finding.code().id());
      assertTrue(finding.message().contains("has a name that is not text"), finding.message());
    }
  }

  private static Table table(Project project, Scalar asker, String path) {
    return project
        .table(asker.span().file(), new Scalar(asker.origin(), path, Scalar.Style.PLAIN))
        .value()
        .orElseThrow();
  }
}
