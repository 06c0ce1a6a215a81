package dev.procc.cli;

import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Runs CI jobs as GitHub and GitLab do, as far as our workflow and our template need it:
/// conditions, steps, inputs, expressions, and the scripts in a shell, each in a fresh clone of the
/// repository.
final class JobRunner {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ ([A-Za-z0-9_.]+) }}");

  private final GitProject origin;
  private final Path temporary;
  private final Map<String, String> context = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> logs = new ArrayList<>();
  private int clones;

  /// @param origin the repository that jobs clone
  /// @param temporary a folder outside the repository, whose `bin` is on the path of scripts
  JobRunner(GitProject origin, Path temporary) {
    this.origin = origin;
    this.temporary = temporary;
  }

  /// Sets the value of an expression such as `github.event_name`.
  JobRunner context(String name, String value) {
    context.put(name, value);
    return this;
  }

  /// Sets a variable of every job.
  JobRunner variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /// The output of the jobs, for the message of a failed assertion.
  String logs() {
    return String.join("\n", logs);
  }

  static Map<?, ?> yaml(String text) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static Map<?, ?> map(Map<?, ?> of, String name) {
    return of.get(name) instanceof Map<?, ?> found ? found : Map.of();
  }

  private String expand(String text) {
    Matcher expression = EXPRESSION.matcher(text);
    return expression.replaceAll(
        found -> Matcher.quoteReplacement(context.getOrDefault(found.group(1), "")));
  }

  /// Whether a condition of the kind `a == 'b' && c != d` holds.
  private static boolean holds(String condition, Map<String, String> values) {
    for (String part : condition.split(" && ", -1)) {
      String[] sides = part.split(" [!=]= ", -1);
      boolean equal = sides.length == 2 && value(sides[0], values).equals(value(sides[1], values));
      if (sides.length != 2 || equal == part.contains(" != ")) {
        return false;
      }
    }
    return true;
  }

  private static String value(String word, Map<String, String> values) {
    return word.startsWith("'") || word.startsWith("\"")
        ? word.substring(1, word.length() - 1)
        : values.getOrDefault(word.startsWith("$") ? word.substring(1) : word, "");
  }

  /// The exit codes of the jobs that run, of a workflow that calls ours with `uses`.
  ///
  /// @param commit the commit that is checked out
  Map<String, Integer> github(String caller, String commit) throws Exception {
    Map<?, ?> job = map(map(yaml(caller), "jobs"), "procc");
    String file = String.valueOf(job.get("uses")).replaceFirst("^\\./", "");
    Map<?, ?> workflow = yaml(origin.git("show", commit + ":" + file));
    Map<?, ?> call = map(map(workflow, "on"), "workflow_call");
    map(call, "inputs")
        .forEach((name, input) -> {
          Object given = ((Map<?, ?>) input).get("default");
          context.put("inputs." + name, given == null ? "" : given.toString());
        });
    map(job, "with").forEach((name, value) -> context.put("inputs." + name, value.toString()));
    Map<String, Integer> exits = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : map(workflow, "jobs").entrySet()) {
      Map<?, ?> one = (Map<?, ?>) each.getValue();
      if (holds(String.valueOf(one.get("if")), context)) {
        if (!map(job, "permissions").keySet().containsAll(map(one, "permissions").keySet())) {
          throw new AssertionError("more permissions than its caller: " + each.getKey());
        }
        exits.put(each.getKey().toString(), steps(one, commit));
      }
    }
    return exits;
  }

  private int steps(Map<?, ?> job, String commit) throws Exception {
    Path workspace = temporary.resolve("work" + ++clones);
    Map<String, String> environment = new LinkedHashMap<>(variables);
    Path files = Files.createDirectories(temporary.resolve("files" + clones));
    for (String name :
        List.of("GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")) {
      environment.put(name, Files.createFile(files.resolve(name)).toString());
    }
    environment.put("RUNNER_TEMP", files.toString());
    environment.put("GITHUB_SHA", commit);
    for (Object each : (List<?>) job.get("steps")) {
      Map<?, ?> step = (Map<?, ?>) each;
      String uses = String.valueOf(step.get("uses"));
      if (uses.startsWith("actions/checkout@")) {
        checkOut(workspace, commit);
        continue;
      }
      Map<String, String> own = new LinkedHashMap<>(environment);
      map(step, "env").forEach((k, v) -> own.put(k.toString(), expand(v.toString())));
      int exit = action(workspace, uses, map(step, "with"), own);
      if (exit != 0) {
        return exit;
      }
      addTo(environment, files);
    }
    return 0;
  }

  private void checkOut(Path workspace, String commit) throws Exception {
    origin.git("clone", "-q", origin.folder().toUri().toString(), workspace.toString());
    new GitProject(workspace).git("fetch", "-q", "origin", commit);
    new GitProject(workspace).git("checkout", "-q", "--detach", commit);
  }

  /// Adds the variables that a step sets for the steps after it.
  private static void addTo(Map<String, String> environment, Path files) throws IOException {
    for (String line : Files.readAllLines(files.resolve("GITHUB_ENV"))) {
      environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    }
    for (String line : Files.readAllLines(files.resolve("GITHUB_PATH"))) {
      environment.merge("PATH_BEFORE", line + ":", (old, added) -> added + old);
    }
  }

  private int action(Path workspace, String uses, Map<?, ?> with, Map<String, String> environment)
      throws Exception {
    Map<?, ?> action = yaml(Files.readString(workspace.resolve(uses).resolve("action.yml")));
    Map<String, String> before = new LinkedHashMap<>(context);
    context.keySet().removeIf(name -> name.startsWith("inputs."));
    map(action, "inputs")
        .forEach((name, input) -> {
          Object given = ((Map<?, ?>) input).get("default");
          context.put("inputs." + name, given == null ? "" : given.toString());
        });
    Map<String, String> inputs = new LinkedHashMap<>();
    Map<String, String> inner = new LinkedHashMap<>(context);
    context.putAll(before);
    with.forEach((k, v) -> inputs.put("inputs." + k, expand(v.toString())));
    context.putAll(inner);
    context.putAll(inputs);
    try {
      for (Object each : (List<?>) map(action, "runs").get("steps")) {
        Map<?, ?> step = (Map<?, ?>) each;
        Map<String, String> own = new LinkedHashMap<>(environment);
        map(step, "env").forEach((k, v) -> own.put(k.toString(), expand(v.toString())));
        int exit = shell(workspace, own, step.get("run").toString());
        if (exit != 0) {
          return exit;
        }
      }
      return 0;
    } finally {
      context.clear();
      context.putAll(before);
    }
  }

  /// The exit codes of the jobs that run, for a template of GitLab.
  Map<String, Integer> gitlab(String template, String commit) throws Exception {
    Map<?, ?> file = yaml(template);
    Map<String, Integer> exits = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : file.entrySet()) {
      Map<?, ?> job = (Map<?, ?>) each.getValue();
      if (!(job.get("rules") instanceof List<?> rules)
          || !holds(((Map<?, ?>) rules.getFirst()).get("if").toString(), variables)) {
        continue;
      }
      Map<?, ?> base = map(file, job.get("extends").toString());
      Map<String, String> environment = new LinkedHashMap<>(variables);
      for (Map<?, ?> from : List.of(map(base, "variables"), map(job, "variables"))) {
        from.forEach((k, v) -> environment.put(k.toString(), v.toString()));
      }
      Path workspace = temporary.resolve("work" + ++clones);
      checkOut(workspace, commit);
      environment.put("CI_PROJECT_DIR", workspace.toString());
      List<String> lines = new ArrayList<>();
      for (Object list : List.of(base.get("before_script"), job.get("script"))) {
        ((List<?>) list).forEach(line -> lines.add(line.toString()));
      }
      exits.put(each.getKey().toString(), shell(workspace, environment, String.join("\n", lines)));
    }
    return exits;
  }

  /// Runs a script in a folder.
  int shell(Path folder, Map<String, String> environment, String script) throws Exception {
    List<String> command =
        List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> all = builder.environment();
    String path = temporary.resolve("bin") + ":" + all.get("PATH");
    all.clear();
    all.putAll(environment);
    all.put("PATH", environment.getOrDefault("PATH_BEFORE", "") + path);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    logs.add("$ " + script + "\n" + said + "-> " + exit);
    return exit;
  }

  /// What the steps wrote to the summaries of their jobs.
  String summaries() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : Folders.files(temporary)) {
      if (file.endsWith("GITHUB_STEP_SUMMARY")) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
