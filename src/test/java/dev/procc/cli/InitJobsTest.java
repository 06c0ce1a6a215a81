package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.testing.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The jobs that `procc init --ci` writes, run as they stand there, at the top of a repository and
/// in a folder of it.
class InitJobsTest {
  @TempDir Path folder;
  private GitProject repository;

  @BeforeEach
  void put() throws Exception {
    repository = GitProject.create(folder.resolve("repo"));
    repository.write("README.txt", "text\n");
    for (String name : List.of("apt-get", "curl", "tar", "sha256sum")) {
      program(name, "#!/bin/sh\n[ -t 0 ] || cat > /dev/null\n");
    }
    program("procc", "#!/bin/sh\nprintf '%s: %s\\n' \"$PWD\" \"$*\" >> \"$CALLS\"\n");
  }

  private void program(String name, String text) throws Exception {
    Scripts.write(folder.resolve("bin").resolve(name), text);
  }

  /// Runs the scripts of the only job.
  private List<String> run(String file) throws Exception {
    Map<?, ?> whole = JobRunner.yaml(Files.readString(repository.folder().resolve(file)));
    Map<?, ?> jobs = whole.get("jobs") instanceof Map<?, ?> named ? named : whole;
    Map<?, ?> job = (Map<?, ?>) jobs.values().iterator().next();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("CALLS", folder.resolve("calls").toString());
    environment.put("PROCC_URL", "https://example.com/procc.tar.gz");
    environment.put("RUNNER_TEMP", folder.toString());
    environment.put("GITHUB_PATH", folder.resolve("path").toString());
    environment.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", "0123abc");
    List<String> lines = new ArrayList<>();
    Path in = repository.folder();
    if (job.get("steps") instanceof List<?> steps) {
      Map<?, ?> defaults = (Map<?, ?>) ((Map<?, ?>) job.get("defaults")).get("run");
      in = in.resolve(defaults.get("working-directory").toString());
      steps.forEach(step -> lines.add(String.valueOf(((Map<?, ?>) step).get("run"))));
      lines.remove("null");
    } else {
      ((Map<?, ?>) job.get("variables"))
          .forEach((k, v) -> environment.put(k.toString(), v.toString()));
      ((List<?>) job.get("before_script")).forEach(line -> lines.add(line.toString()));
      ((List<?>) job.get("script")).forEach(line -> lines.add(line.toString()));
    }
    JobRunner runner = new JobRunner(repository, folder);
    assertEquals(0, runner.shell(in, environment, String.join("\n", lines)), runner::logs);
    return Files.readAllLines(folder.resolve("calls"));
  }

  private static List<String> init(Path in, String host) {
    CliCase.CommandResult done =
        new InProcessCli(in).run("init", "--ci", host, "--calendar", "us", "--period", "2026-Q4");
    assertEquals(0, done.exit(), done.stderr());
    return done.stderr().lines().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "github, ., .github/workflows/procc.yml",
    "gitlab, ., .gitlab-ci.yml",
    "github, it's fin/close, .github/workflows/procc.yml",
    "gitlab, it's fin/close, .gitlab-ci.yml"
  })
  void theyRunInTheFolderOfTheProject(String host, String place, String file) throws Exception {
    Path project = Files.createDirectories(repository.folder().resolve(place)).normalize();
    init(project, host);
    List<String> calls = run(place.equals(".") ? file : place + "/" + file);
    String base = host.equals("github") ? "HEAD^1" : "0123abc";
    String report =
        host.equals("github") ? "--format github" : "--codeclimate-out code-quality.json";
    assertEquals(
        List.of(
            project + ": lint " + report,
            project + ": fmt --check",
            project + ": diff --base " + base),
        calls);
  }

  @Test
  void whatAHostDoesNotReadInAFolderIsSaid() throws Exception {
    assertEquals(List.of(), init(repository.folder(), "github"));
    Path project = Files.createDirectories(repository.folder().resolve("fin/close"));
    assertTrue(
        init(project, "github").getFirst().contains("fin/close/.github/workflows/procc.yml"));
    Files.delete(project.resolve("procc.yaml"));
    assertTrue(init(project, "gitlab").getFirst().contains("include: '/fin/close/.gitlab-ci.yml'"));
  }
}
