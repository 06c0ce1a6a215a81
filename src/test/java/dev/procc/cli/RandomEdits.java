package dev.procc.cli;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random edits of a live process, as somebody might make them.
final class RandomEdits {
  private static final List<String> PARTS =
      List.of(
          "Review",
          "the",
          "close",
          ": ",
          " #",
          "'",
          "\"",
          "{{",
          "}}",
          "\u00e9",
          "\ud83d\udc4d",
          "\n",
          " ",
          "- ",
          "null",
          "true",
          "2024-01-01",
          "*a",
          "&a",
          "%",
          "@",
          "`",
          "\t",
          ",",
          "[",
          "]",
          "{",
          "}",
          "\\",
          "!",
          "|",
          ">",
          "?",
          "US",
          "United States",
          "0",
          "~",
          "=");

  private final PullFixture project;
  private final Random random;

  RandomEdits(PullFixture project, Random random) {
    this.project = project;
    this.random = random;
  }

  private record Spot(String pointer, Json.Obj arguments) {}

  /// Makes one edit.
  ///
  /// @return a description of the edit
  String edit(String identity) throws Exception {
    Json.Obj live = project.live(identity);
    List<Spot> tasks = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    collect("/root", live.obj("root").orElseThrow(), tasks, lists);
    int kind = random.nextInt(10);
    if (kind < 7 && !tasks.isEmpty()) {
      return editTask(identity, tasks.get(random.nextInt(tasks.size())));
    }
    if (kind == 7) {
      return set(identity, random.nextBoolean() ? "/name" : "/root/name", Json.of(text()));
    }
    if (kind == 8) {
      return random.nextBoolean()
          ? set(identity, "/autoClose", Json.of(random.nextBoolean()))
          : set(identity, "/dueDate", Json.of("2024-12-" + (10 + random.nextInt(8))));
    }
    return editList(identity, lists);
  }

  private void collect(String at, Json.Obj group, List<Spot> tasks, List<String> lists) {
    lists.add(at + "/children");
    List<Json> children = group.items("children");
    for (int i = 0; i < children.size(); i++) {
      Json.Obj child = (Json.Obj) children.get(i);
      String pointer = at + "/children/" + i;
      if (child.obj("group").isPresent()) {
        collect(pointer + "/group", child.obj("group").get(), tasks, lists);
        continue;
      }
      Json.Obj arguments = child.obj("job").orElseThrow().obj("arguments").orElse(Json.Obj.EMPTY);
      for (Map.Entry<String, Json> member : arguments.members().entrySet()) {
        if (member.getValue() instanceof Json.Obj inner) {
          tasks.add(new Spot(pointer + "/job/arguments/" + member.getKey(), inner));
        }
      }
    }
  }

  private String editTask(String identity, Spot spot) throws Exception {
    return switch (random.nextInt(6)) {
      case 0, 1 -> set(identity, spot.pointer() + "/title", Json.of(title(spot)));
      case 2 -> {
        String pointer = spot.pointer() + "/instructions";
        if (random.nextInt(4) == 0 && spot.arguments().has("instructions")) {
          project.clear(identity, pointer);
          yield "clear " + pointer;
        }
        yield set(identity, pointer, Json.of(text()));
      }
      case 3, 4 ->
          set(
              identity,
              spot.pointer() + "/dueDate",
              Json.of("2024-1" + random.nextInt(2) + "-" + (10 + random.nextInt(20))));
      default ->
          set(
              identity,
              spot.pointer() + "/assignee",
              Json.object().put("id", "user-" + random.nextInt(8)).put("type", "user").build());
    };
  }

  /// Another text, or the old one with a part changed.
  private String title(Spot spot) {
    String old = spot.arguments().text("title").orElse("");
    if (random.nextInt(3) == 0 || old.length() < 4) {
      return text();
    }
    int from = random.nextInt(old.length());
    int end = Math.min(old.length(), from + random.nextInt(6));
    String text = old.substring(0, from) + text() + old.substring(end);
    return text.codePoints().anyMatch(c -> c >= 0xD800 && c < 0xE000) ? text() : text;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.isEmpty() ? "x" : text.toString();
  }

  private String editList(String identity, List<String> lists) throws Exception {
    String list = lists.get(random.nextInt(lists.size()));
    int size = project.children(identity, list).size();
    String what;
    if (size == 0 || random.nextInt(3) == 0) {
      String node =
          "{\"job\":{\"action\":\"sendTask\",\"arguments\":{\"sendTaskArgs\":{\"title\":%s,"
                  .formatted(Json.of(text()).write())
              + "\"assignee\":{\"id\":\"user-%d\",\"type\":\"user\"}}}}}"
                  .formatted(random.nextInt(8));
      what = "add " + node + " " + random.nextInt(size + 1);
    } else if (size > 1 && random.nextBoolean()) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        order.add(random.nextInt(order.size() + 1), i);
      }
      what = "order " + String.join(" ", order.stream().map(String::valueOf).toList());
    } else if (random.nextBoolean()) {
      what = "drop " + random.nextInt(size);
    } else {
      String to = lists.get(random.nextInt(lists.size()));
      int index = random.nextInt(size);
      if (to.startsWith(list + "/")) {
        return "nothing";
      }
      what = "move " + index + " " + to;
    }
    project.editChildren(identity, list, what);
    return list + " " + what;
  }

  private String set(String identity, String pointer, Json value) throws Exception {
    project.edit(identity, pointer, value.write());
    return pointer + " = " + value.write();
  }
}
