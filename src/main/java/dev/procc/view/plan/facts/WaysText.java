package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.WayOut;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Ways out as a numbered list, each command by itself and its cost under it.
public final class WaysText {
  private WaysText() {}

  /// Writes the ways, each in a line of its own for a command that can be copied.
  public static void write(TextPage page, int indent, List<WayOut> ways) {
    int number = 0;
    for (WayOut way : ways) {
      String action = ++number + ". " + TerminalText.sanitize(way.action());
      if (way.isCommand()) {
        page.line(" ".repeat(indent) + action);
      } else {
        page.wrap(indent, 3, action);
      }
      page.wrap(indent + 3, 0, TerminalText.sanitize(way.cost()));
    }
  }

  /// Writes the ways to keep processes in place, numbered if there are several.
  public static void writeKeeping(
      TextPage page, AlikeProcesses alike, PlanLabels labels, int max, String command) {
    List<String> ways = alike.ways(labels, max, command);
    String heading = alike.waysHeading(ways.size()) + ": ";
    if (ways.size() == 1) {
      page.wrap(2, 2, heading + ways.getFirst());
    } else if (!ways.isEmpty()) {
      page.wrap(2, 2, heading.strip());
      int number = 0;
      for (String way : ways) {
        page.wrap(4, 3, ++number + ". " + way);
      }
    }
  }

  /// The ways for the page, with a command apart from words.
  public static List<Object> models(List<WayOut> ways) {
    List<Object> models = new ArrayList<>();
    for (WayOut way : ways) {
      String action = TerminalText.sanitize(way.action());
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("command", way.isCommand() ? action : false);
      model.put("words", way.isCommand() ? "" : action);
      model.put("cost", TerminalText.sanitize(way.cost()));
      models.add(model);
    }
    return models;
  }

  /// The ways as JSON.
  ///
  /// @param effect the member for what follows from a way: `cost`
  public static Json json(List<WayOut> ways, String effect) {
    List<Json> all = new ArrayList<>();
    for (WayOut way : ways) {
      all.add(Json.object().put("do", way.action()).put(effect, way.cost()).build());
    }
    return Json.array(all);
  }

  /// A way in Markdown, its command as code.
  public static MarkdownText markdown(WayOut way) {
    return (way.isCommand() ? MarkdownText.code(way.action()) : MarkdownText.plain(way.action()))
        .plus(": " + way.cost());
  }
}
