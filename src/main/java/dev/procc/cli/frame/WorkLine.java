package dev.procc.cli.frame;

import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.base.timing.Waiting;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The line at the bottom of a terminal that says what a command is doing and for how long, shown
/// after a second. Ctrl-C is answered there at once.
final class WorkLine extends Thread {
  private static final long FIRST_MILLIS = 1_000;
  private static final long EACH_MILLIS = 250;

  private final PrintStream terminal;
  private final long begin = System.nanoTime();
  private String said = "";
  private String onStop = "Stopped";
  private @Nullable Thread hook;

  /// The text that is shown; empty for none.
  private String shown = "";

  private boolean isOver;

  /// @param terminal a stream that is a terminal
  WorkLine(PrintStream terminal) {
    super("work");
    this.terminal = terminal;
    setDaemon(true);
  }

  @Override
  public void run() {
    try {
      await(FIRST_MILLIS);
      while (draw()) {
        await(EACH_MILLIS);
      }
    } catch (InterruptedException e) {
      interrupt();
    }
  }

  private synchronized void await(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; left > 0 && !isOver; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  private synchronized boolean draw() {
    if (isOver) {
      return false;
    }
    listen();
    String line =
        what()
            + ", "
            + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)
            + " s (Ctrl-C stops)";
    if (!line.equals(shown)) {
      shown = line;
      StandardStreams.progress(terminal, line);
    }
    return true;
  }

  private String what() {
    String process = Waiting.now();
    String which = process.isEmpty() ? "" : ": " + process;
    if (!said.isEmpty()) {
      return said + which;
    }
    int answers = Timings.answers();
    return words(Timings.now())
        + which
        + (answers == 0 ? "" : ", " + answers + (answers == 1 ? " answer" : " answers"));
  }

  private static String words(Phase phase) {
    return switch (phase) {
      case START, COMMAND, PROJECT, READ -> "reading the definitions";
      case BIND, EXPAND -> "putting the processes together";
      case RESOLVE -> "working out dates and people";
      case RULES -> "checking the definitions";
      case FETCH -> "reading from Workiva";
      case PLAN -> "comparing the definitions with Workiva";
      case RENDER, WRITE -> "writing the result";
    };
  }

  /// Shows a text in place of the phase; an empty text shows the phase again.
  synchronized void say(String words) {
    said = words;
    if (!shown.isEmpty()) {
      draw();
    }
  }

  /// Hides the line until it is drawn again, so that something else can be written.
  synchronized void hide() {
    if (!shown.isEmpty()) {
      shown = "";
      StandardStreams.progress(terminal, "");
    }
  }

  /// Removes the line for good.
  synchronized void end() {
    hide();
    isOver = true;
    notifyAll();
    if (hook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException endingAlready) {
        return;
      }
    }
  }

  /// Sets the text to show at once when somebody stops the command.
  synchronized void onStop(String words) {
    onStop = words;
    listen();
  }

  private void listen() {
    if (hook == null) {
      hook = new Thread(this::acknowledge, "stopped");
      try {
        Runtime.getRuntime().addShutdownHook(hook);
      } catch (IllegalStateException endingAlready) {
        isOver = true;
      }
    }
  }

  private synchronized void acknowledge() {
    isOver = true;
    StandardStreams.progress(terminal, onStop);
    StandardStreams.println(terminal, "");
  }
}
