package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Asks the person in front before something is changed. Where nobody is, the answer is no.
final class Confirmation {
  private final Call call;
  private final BufferedReader in;

  private Confirmation(Call call) {
    this.call = call;
    in = new BufferedReader(new InputStreamReader(call.env().in(), StandardCharsets.UTF_8));
  }

  /// @param person whether a person sees what is asked about
  /// @param what what nobody is here to confirm, `the plan`
  /// @param way what to do instead, `add --yes`
  /// @throws Failure exit 4 where no person does
  static Confirmation of(Call call, boolean person, String what, String way) throws Failure {
    if (!person) {
      throw Failure.refused("nobody is here to confirm " + what, way);
    }
    return new Confirmation(call);
  }

  /// @param question shown without a line end, its last blank included
  /// @param wanted what has to be typed
  /// @param otherwise what did not happen, `nothing was started`
  /// @throws Failure exit 4 when something else is typed
  void typed(String question, String wanted, String otherwise) throws Failure, IOException {
    call.env().err().print(question);
    call.env().err().flush();
    String answer = in.readLine();
    if (answer == null || !answer.strip().equals(wanted)) {
      throw Failure.refused("not confirmed: " + otherwise, null);
    }
  }
}
