package dev.procc.cli.frame;

import dev.procc.app.Failure;
import dev.procc.view.text.TextPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A confirmation by a person before something is changed. Without a person, the answer is no.
public final class Confirmation {
  private final Invocation invocation;
  private final BufferedReader in;

  private Confirmation(Invocation invocation) {
    this.invocation = invocation;
    in = new BufferedReader(new InputStreamReader(invocation.env().in(), StandardCharsets.UTF_8));
  }

  /// @param interactive whether a person sees what is to be confirmed
  /// @param what the noun in the message that nobody can confirm it, `the plan`
  /// @param remedy what to do instead, `add --yes`
  /// @throws Failure exit 4 if there is no person
  public static Confirmation of(
      Invocation invocation, boolean interactive, String what, String remedy) throws Failure {
    if (!interactive) {
      throw Failure.refused("nobody is here to confirm " + what, remedy);
    }
    return new Confirmation(invocation);
  }

  /// Asks for a word.
  ///
  /// @param question printed without a line end, its last blank included
  /// @throws Failure exit 4 if nothing is typed
  public String ask(String question) throws Failure, IOException {
    invocation.endWork();
    invocation.printError(new TextPage().append(question).toText());
    String answer = in.readLine();
    if (answer == null || answer.isBlank()) {
      throw Failure.refused("nothing was typed, and nothing was written", null);
    }
    return answer.strip();
  }

  /// @param question printed without a line end, its last blank included
  /// @param expected what has to be typed
  /// @param consequence what then does not happen, `nothing was started`
  /// @throws Failure exit 4 if something else is typed
  public void requireTyped(String question, String expected, String consequence)
      throws Failure, IOException {
    invocation.endWork();
    invocation.printError(new TextPage().append(question).toText());
    String answer = in.readLine();
    if (answer == null || !answer.strip().equals(expected)) {
      throw Failure.refused("not confirmed: " + consequence, null);
    }
  }
}
