package dev.procc.lsp;

import com.google.gson.JsonPrimitive;
import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace;
import dev.procc.ide.Workspace.View;
import dev.procc.ide.preview.Previews;
import dev.procc.ide.preview.Previews.Preview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/// Commands that a client can have carried out. Each takes the URI of a document and gives back `{
/// headline, text }`; the headline is shown too, for clients that show nothing else.
final class LspCommands {
  static final String RENDER = "procc.render";
  static final String IMPACT = "procc.impact";

  /// Carried out by the client: places shown in a list.
  static final String SHOW = "procc.showReferences";

  private LspCommands() {}

  static List<String> all() {
    return List.of(RENDER, IMPACT);
  }

  static Object run(
      Session session, Workspace workspace, String command, @Nullable List<Object> arguments) {
    String uri = arguments == null || arguments.isEmpty() ? "" : text(arguments.getFirst());
    String base = arguments == null || arguments.size() < 2 ? "HEAD" : text(arguments.get(1));
    View view = workspace.view(Uris.document(uri));
    if (view == null) {
      return answer(session, new Preview("\"" + uri + "\" is not open", ""));
    }
    Snapshot snapshot = view.snapshot();
    return switch (command) {
      case RENDER -> answer(session, Previews.render(snapshot, view.path()));
      case IMPACT -> answer(session, Previews.impact(workspace.request(), snapshot, base));
      default -> answer(session, new Preview("\"" + command + "\" is no command of procc", ""));
    };
  }

  private static String text(Object argument) {
    return argument instanceof JsonPrimitive json ? json.getAsString() : String.valueOf(argument);
  }

  private static Object answer(Session session, Preview preview) {
    LanguageClient client = session.client();
    if (client != null) {
      client.showMessage(new MessageParams(MessageType.Info, "procc: " + preview.headline()));
    }
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("headline", preview.headline());
    answer.put("text", preview.text());
    return answer;
  }
}
