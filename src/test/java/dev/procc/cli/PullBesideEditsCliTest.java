package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.apply.InterceptingProxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A pull beside other edits: of its files while it works, and edits that stay in Workiva.
class PullBesideEditsCliTest {
  private static final String TITLE = "/root/children/0/job/arguments/sendTaskArgs/title";

  @TempDir Path folder;

  /// Somebody saves the definition, or its table, while Workiva is asked.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatIsSavedMeanwhileIsNotOverwritten(int call) throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder);
        InterceptingProxy proxy = new InterceptingProxy(URI.create(alpha.url()))) {
      alpha.apply().edit(TITLE, "\"Theirs\"");
      String mine = AlphaProject.DEFINITION.replace("Task one", "Mine");
      Path file = folder.resolve("a.process.yaml");
      proxy.arm(
          call,
          false,
          moment -> {
            if (moment == InterceptingProxy.Moment.RECEIVED) {
              Files.writeString(file, mine);
            }
          });
      CliCase.CommandResult pulled = alpha.proccVia(proxy.url(), "pull", "--yes");
      String told = pulled.stdout() + pulled.stderr();
      assertEquals(mine, Files.readString(file), told);
      assertEquals(4, pulled.exit(), told);
      assertTrue(told.contains("was changed since it was read"), told);
    }
  }

  /// A line that also makes the value of a kept field is not changed under it.
  @Test
  void aLineOfAKeptFieldIsShared() throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.change("autoClose", "variables: { what: { type: string, default: Check } }\nautoClose");
      alpha.change("title: Task one", "title: \"{{ what }}\"");
      alpha.change("title: Task two", "title: \"{{ what }}\"").apply();
      alpha.edit(TITLE, "\"First\"").keep("a/t1:title");
      alpha.edit(TITLE.replace("/0/", "/1/"), "\"Second\"");
      String pulled = alpha.procc(4, "pull", "--yes");
      assertTrue(pulled.contains("also makes a/t1:title"), pulled);
      String text = Files.readString(folder.resolve("a.process.yaml"));
      assertTrue(text.contains("default: Check"), text);
    }
  }
}
