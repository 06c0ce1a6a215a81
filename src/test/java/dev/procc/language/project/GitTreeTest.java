package dev.procc.language.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.git.GitException;
import dev.procc.base.git.PlainGit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project read from a commit gives the same result as the same files on disk.
class GitTreeTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void aRepository() throws Exception {
    root = Files.createDirectories(folder.resolve("deep/project"));
    git("init", "-q");
    write("procc.yaml", "procc: v1\nkind: Project\nkey: p\n");
    write("close.process.yaml", "procc: v1\nkind: Process\nkey: close\nname: ü \"quoted\"\n");
    write("tables/entities.csv", "code\nus\n");
    write("other/procc.yaml", "procc: v1\nkind: Project\nkey: other\n");
    write("other/x.process.yaml", "procc: v1\nkind: Process\nkey: x\n");
    write(".hidden/y.process.yaml", "procc: v1\nkind: Process\nkey: y\n");
    write("a b/ü.process.yaml", "procc: v1\nkind: Process\nkey: blank\n");
    Files.createSymbolicLink(root.resolve("link.process.yaml"), Path.of("close.process.yaml"));
    Files.createSymbolicLink(root.resolve("out.process.yaml"), Path.of("../outside.process.yaml"));
    Files.writeString(folder.resolve("deep/outside.process.yaml"), "key: outside\n");
    commit();
  }

  private void write(String path, String text) throws Exception {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String git(String... words) throws Exception {
    return PlainGit.run(folder, words);
  }

  private void commit() throws Exception {
    git("add", "-A");
    git("commit", "-q", "-m", "one");
  }

  @Test
  void listsWhatAFolderOnDiskLists() throws Exception {
    GitTree tree = GitTree.open(root, "HEAD");
    FileTree.FileListing listing = tree.list();
    assertEquals(
        List.of("a b/ü.process.yaml", "close.process.yaml", "link.process.yaml", "procc.yaml"),
        listing.files());
    FileTree.FileListing disk = new DiskTree(root).list();
    assertEquals(disk.files(), listing.files());
    assertEquals(
        disk.findings().stream().map(d -> d.message()).toList(),
        listing.findings().stream().map(d -> d.message()).toList());
  }

  @Test
  void readsTextsTablesAndLinksOfThatCommit() throws Exception {
    write("close.process.yaml", "changed\n");
    write("tables/entities.csv", "changed\n");
    GitTree tree = GitTree.open(root, "HEAD");
    String text = "procc: v1\nkind: Process\nkey: close\nname: ü \"quoted\"\n";
    assertEquals(text, tree.read("close.process.yaml").value().orElseThrow().text());
    assertEquals(text, tree.read("link.process.yaml").value().orElseThrow().text());
    assertEquals("code\nus\n", tree.read("tables/entities.csv").value().orElseThrow().text());
    tree.list();
    assertEquals(text, tree.read("link.process.yaml").value().orElseThrow().text());
    assertTrue(tree.exists("tables/entities.csv"));
    assertFalse(tree.exists("tables"));
    assertFalse(tree.exists("out.process.yaml"));
  }

  @Test
  void readsNoFileOutsideTheProject() throws Exception {
    GitTree tree = GitTree.open(root, "HEAD");
    for (String path : List.of("out.process.yaml", "../outside.process.yaml", "nowhere.yaml")) {
      assertTrue(tree.read(path).value().isEmpty(), path);
      assertTrue(tree.read(path).hasErrors(), path);
    }
  }

  @Test
  void goesBackInTime() throws Exception {
    write("close.process.yaml", "procc: v1\nkind: Process\nkey: renamed\n");
    commit();
    assertEquals(
        "close",
        ProjectReader.read(GitTree.open(root, "HEAD~1"))
            .value()
            .orElseThrow()
            .documents("Process")
            .get(1)
            .key());
    assertEquals(GitTree.open(root, "HEAD").commit(), git("rev-parse", "HEAD"));
  }

  @Test
  void saysWhatIsNoCommitAndWhatIsNoRepository(@TempDir Path elsewhere) {
    assertEquals(
        "\"nope\" is not a commit of this repository",
        assertThrows(GitException.class, () -> GitTree.open(root, "nope")).message());
    assertEquals(
        "\"--all\" is not a commit of this repository",
        assertThrows(GitException.class, () -> GitTree.open(root, "--all")).message());
    assertEquals(
        "\"" + elsewhere + "\" is in no git repository",
        assertThrows(GitException.class, () -> GitTree.open(elsewhere, "HEAD")).message());
  }
}
