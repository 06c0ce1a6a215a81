package dev.procc.cli.tools;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.file.IoMessages;
import dev.procc.base.file.OutputFile;
import dev.procc.base.json.Json;
import dev.procc.base.text.ShellWord;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.holidays.HolidayListReader;
import dev.procc.language.holidays.UnknownCountry;
import dev.procc.language.scaffold.Scaffold;
import dev.procc.language.scaffold.Scaffold.CiRequest;
import dev.procc.language.scaffold.ScaffoldFile;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.view.text.TextPage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `procc init`: creates a project.
public final class InitCommand extends Command {
  private static final String PROJECT_FILE = "procc.yaml";

  public InitCommand() {
    super(CommandGroup.WRITE, "init", "make a project that lints clean and can be planned at once");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--calendar", "CODE", "whose days off it keeps: us, de-by, nyse, none")
                .completes(ValueKind.COUNTRY),
            Option.value("--period", "KEY", "its first period; by default the current quarter"),
            Option.choice("--ci", Scaffold.CI_HOSTS, "checks for the CI of that host too"))
        .formats("text", "json")
        .operands("[DIR]", 0, 1);
  }

  @Override
  public String details() {
    return """
    Writes a close with a template, a table of entities, a calendar, people and a period; and what
    git and editors need. No file that is there is touched. In a project that is there already only
    what it lacks around its definitions is added: ignore file, editor settings, schema, CI.

    On a terminal it asks whose calendar the project keeps; elsewhere it takes --calendar. With
    none it knows weekends alone, until procc calendar import brings a list in.

    Examples:
      procc init my-close --calendar us
      procc init --calendar gb-eng --ci github
      procc init --calendar nyse --period 2026-Q1 my-close
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    String operand = invocation.firstOperand();
    String shown = operand == null ? "." : operand;
    Path folder = invocation.resolve(shown).toAbsolutePath().normalize();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Failure.error("\"" + shown + "\" is a file, not a folder", "name another folder");
    }
    CiRequest ci = ci(invocation, folder);
    boolean isThere = Files.exists(folder.resolve(PROJECT_FILE), LinkOption.NOFOLLOW_LINKS);
    List<ScaffoldFile> files =
        isThere ? Scaffold.surroundings(ci) : newProject(invocation, folder, ci);
    if (isThere) {
      noteProject(invocation, shown);
    }
    List<ScaffoldFile> kept = new ArrayList<>();
    for (ScaffoldFile file : projectFileLast(files)) {
      if (!write(folder, file)) {
        kept.add(file);
      }
    }
    List<ScaffoldFile> written = new ArrayList<>(files);
    written.removeAll(kept);
    noteCi(invocation, ci);
    if (invocation.isJson()) {
      invocation.print(
          ExitCode.OK,
          Json.object()
              .put("folder", shown)
              .put("written", paths(written))
              .put("kept", paths(kept))
              .build());
    } else {
      print(invocation, pathFromHere(invocation, shown), written, kept);
    }
    return ExitCode.OK;
  }

  private static @Nullable CiRequest ci(Invocation invocation, Path folder) {
    String host = invocation.args().value("--ci");
    Path there = folder;
    while (there.getParent() != null && !Files.isDirectory(there)) {
      there = there.getParent();
    }
    String place = ProjectSession.placeOf(there);
    String below = there.relativize(folder).toString().replace('\\', '/');
    String whole = place + (place.isEmpty() || below.isEmpty() ? "" : "/") + below;
    boolean inRepository = !place.isEmpty() || Files.exists(there.resolve(".git"));
    return host == null
        ? null
        : new CiRequest(host, inRepository && !whole.isEmpty() ? whole : ".");
  }

  /// Says what a host does not read where it was written, in a folder of the repository.
  private static void noteCi(Invocation invocation, @Nullable CiRequest ci) {
    if (ci != null && !ci.place().equals(".")) {
      invocation.note(
          ci.host().equals("github")
              ? "GitHub reads workflows at the top of the repository alone: move "
                  + ci.place()
                  + "/.github/workflows/procc.yml there, into .github/workflows"
              : "GitLab reads the file at the top of the repository alone: there, in"
                  + " .gitlab-ci.yml, write include: '/"
                  + ci.place()
                  + "/.gitlab-ci.yml'");
    }
  }

  private static void noteProject(Invocation invocation, String folder) {
    List<String> unused = new ArrayList<>();
    for (String option : List.of("--calendar", "--period")) {
      if (invocation.args().has(option)) {
        unused.add(option);
      }
    }
    invocation.note(
        (folder.equals(".") ? "this folder" : folder)
            + " holds a project already, and its definitions stay as they are"
            + (unused.isEmpty()
                ? ""
                : "; for " + String.join(" and ", unused) + " name a new folder"));
  }

  /// The files in the order in which they are written: a project file says that the others are
  /// there, so that an init that was stopped can be given again.
  private static List<ScaffoldFile> projectFileLast(List<ScaffoldFile> files) {
    List<ScaffoldFile> ordered = new ArrayList<>(files);
    ordered.sort(Comparator.comparing(file -> file.path().equals(PROJECT_FILE)));
    return ordered;
  }

  /// The path of the project from where the command was given, `-C` included; empty if it is there.
  private static String pathFromHere(Invocation invocation, String shown) {
    String path =
        Path.of(invocation.args().value("--directory", "")).resolve(shown).normalize().toString();
    return path.startsWith("-") ? "./" + path : path;
  }

  private static List<ScaffoldFile> newProject(
      Invocation invocation, Path folder, @Nullable CiRequest ci) throws Failure, IOException {
    Period period = period(invocation);
    String calendar = calendar(invocation);
    if (calendar.equals(Scaffold.NONE)) {
      return Scaffold.files(new Scaffold.ScaffoldRequest(projectKey(folder), calendar, period, ci));
    }
    DayRange known = HolidayListReader.countryYears();
    DayRange needed = Scaffold.neededDays(period);
    if (!known.contains(needed.start()) || !known.contains(needed.end())) {
      throw Failure.usage(
          period.label() + " needs the holidays of " + needed + ", and procc knows " + known,
          "name a period within these years, --period 2026-Q1, or --calendar none");
    }
    return Scaffold.files(new Scaffold.ScaffoldRequest(projectKey(folder), calendar, period, ci));
  }

  private static Period period(Invocation invocation) throws Failure {
    LocalDate today = LocalDate.ofInstant(invocation.env().clock().instant(), ZoneOffset.UTC);
    String current = today.getYear() + "-Q" + (today.getMonthValue() + 2) / 3;
    String given = invocation.args().value("--period", current);
    Period period = Periods.find(given, null).period();
    if (period == null && Periods.isFiscalKey(given)) {
      throw Failure.usage(
          "\"" + given + "\" needs a fiscal year, and a new project has none yet",
          "begin with --period "
              + current
              + ", then give dates.fiscalYear in procc.yaml: procc explain fiscalYear");
    }
    if (period == null) {
      throw Failure.usage(
          "\"" + given + "\" is not a period to begin with", Periods.hint(given, null));
    }
    return period;
  }

  /// The code of the calendar; a person is asked for it.
  private static String calendar(Invocation invocation) throws Failure, IOException {
    String given = invocation.args().value("--calendar");
    if (given == null) {
      given =
          Confirmation.of(
                  invocation,
                  invocation.env().errIsTerminal(),
                  "the calendar",
                  "add --calendar us, another country, a region, an exchange, or none")
              .ask(
                  "Whose days off does it keep? A country, region or exchange (us, gb-eng, nyse),"
                      + " or none: ");
    }
    if (given.equals(Scaffold.NONE)) {
      return given;
    }
    UnknownCountry unknown = HolidayListReader.unknownCountry(given);
    if (unknown != null) {
      throw Failure.noMatch(
          unknown.message(),
          unknown.hint() + (unknown.isImported() ? "; for that, begin with --calendar none" : ""));
    }
    return HolidayListReader.countryCode(given);
  }

  /// The name of the folder, as a key.
  private static String projectKey(Path folder) {
    Path name = folder.getFileName();
    String key =
        (name == null ? "" : name.toString())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("^[-_]+|-+$", "");
    return ScalarValues.isSlug(key) ? key : "close-team";
  }

  /// @return whether the file is new
  private static boolean write(Path folder, ScaffoldFile file) throws Failure {
    Path path = folder.resolve(file.path());
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      OutputFile.writeNew(path, file.text(), OutputFile.Readers.UMASK);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw Failure.error(
          "cannot write \"" + file.path() + "\": " + IoMessages.describe(e),
          "what is missing is written by the same command again");
    }
  }

  private static Json paths(List<ScaffoldFile> files) {
    List<String> paths = new ArrayList<>();
    files.forEach(file -> paths.add(file.path()));
    return Json.texts(paths);
  }

  /// @param folder empty for this one
  private static void print(
      Invocation invocation, String folder, List<ScaffoldFile> written, List<ScaffoldFile> kept) {
    TextPage page = new TextPage();
    if (!written.isEmpty()) {
      page.line("Written to " + (folder.isEmpty() ? "this folder" : folder));
      int width = width(written);
      for (ScaffoldFile file : written) {
        String gap = " ".repeat(width + 2 - file.path().length());
        page.line("  " + file.path() + gap + file.purpose());
      }
    }
    if (!kept.isEmpty()) {
      page.line("There already, left as " + (kept.size() == 1 ? "it is" : "they are"));
      kept.forEach(file -> page.line("  " + file.path()));
    }
    page.line(
        "Next: "
            + (folder.isEmpty() ? "" : "cd " + ShellWord.quoted(folder) + " && ")
            + "procc lint");
    invocation.print(page.toText());
  }

  private static int width(List<ScaffoldFile> files) {
    int width = 0;
    for (ScaffoldFile file : files) {
      width = Math.max(width, file.path().length());
    }
    return width;
  }
}
