package dev.procc.lsp;

import com.google.gson.JsonPrimitive;
import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace;
import dev.procc.ide.Workspace.View;
import dev.procc.ide.preview.Previews;
import dev.procc.ide.preview.Previews.Preview;
import dev.procc.ide.preview.ProjectStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/// The commands that a client can run. Each takes the URI of a document.
///
/// Those that show something return `{ headline, text, html }`; the headline is also shown, for
/// clients that show nothing else. `procc.project` returns `{ project, folder, target, targets,
/// errors, warnings, infos }`.
final class LspCommands {
  static final String RENDER = "procc.render";
  static final String IMPACT = "procc.impact";
  static final String DIFF = "procc.diff";
  static final String PROJECT = "procc.project";

  /// A command that the client runs: it shows places in a list.
  static final String SHOW = "procc.showReferences";

  private LspCommands() {}

  static List<String> all() {
    return List.of(RENDER, IMPACT, DIFF, PROJECT);
  }

  static Object run(
      Session session, Workspace workspace, String command, @Nullable List<Object> arguments) {
    String uri = arguments == null || arguments.isEmpty() ? "" : text(arguments.getFirst());
    String base = arguments == null || arguments.size() < 2 ? "HEAD" : text(arguments.get(1));
    View view = workspace.view(Uris.document(uri));
    if (view == null) {
      return command.equals(PROJECT)
          ? Map.of()
          : answer(session, new Preview("\"" + uri + "\" is not open", ""));
    }
    Snapshot snapshot = view.snapshot();
    return switch (command) {
      case RENDER -> answer(session, Previews.render(snapshot, view.path()));
      case IMPACT -> answer(session, Previews.impact(workspace.request(), snapshot, base));
      case DIFF -> answer(session, Previews.diff(workspace.request(), snapshot, base));
      case PROJECT -> project(snapshot);
      default -> answer(session, new Preview("\"" + command + "\" is not a command of procc", ""));
    };
  }

  private static String text(Object argument) {
    return argument instanceof JsonPrimitive json ? json.getAsString() : String.valueOf(argument);
  }

  private static Object answer(Session session, Preview preview) {
    LanguageClient client = session.client();
    if (client != null && !session.features().showsAnswers) {
      client.showMessage(new MessageParams(MessageType.Info, "procc: " + preview.headline()));
    }
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("headline", preview.headline());
    answer.put("text", preview.text());
    answer.put("html", preview.html());
    return answer;
  }

  /// The status of a project; none for a file that is not a definition.
  private static Object project(Snapshot snapshot) {
    if (snapshot.isForeign()) {
      return Map.of();
    }
    ProjectStatus status = ProjectStatus.of(snapshot);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("project", status.project());
    answer.put("folder", snapshot.root().toString());
    answer.put("target", status.target());
    answer.put("targets", status.targets());
    answer.put("errors", status.errors());
    answer.put("warnings", status.warnings());
    answer.put("infos", status.infos());
    return answer;
  }
}
