package dev.procc.lsp;

import com.google.gson.JsonPrimitive;
import dev.procc.base.source.Span;
import dev.procc.ide.EditorText;
import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace.View;
import dev.procc.ide.outline.TemplateUses;
import dev.procc.ide.outline.TemplateUses.Use;
import dev.procc.ide.outline.TemplateUses.UsingDocument;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/// The uses of templates as a call hierarchy.
final class Hierarchy {
  private final Session session;
  private final View view;
  private final Snapshot snapshot;

  Hierarchy(Session session, View view) {
    this.session = session;
    this.view = view;
    snapshot = view.snapshot();
  }

  List<CallHierarchyItem> prepare(Position position) {
    int offset = session.positions(view.text()).offset(position);
    UsingDocument at = TemplateUses.at(snapshot, view.path(), offset);
    CallHierarchyItem item = at == null ? null : item(at);
    return item == null ? List.of() : List.of(item);
  }

  private @Nullable CallHierarchyItem item(UsingDocument document) {
    EditorText text = snapshot.text(document.path());
    if (text == null) {
      return null;
    }
    Positions positions = session.positions(text);
    CallHierarchyItem item =
        new CallHierarchyItem(
            document.key(),
            OutlineAnswers.kind(document.kind()),
            session.uri(snapshot, document.path()),
            positions.range(document.whole()),
            positions.range(document.name()));
    item.setDetail(document.kind());
    item.setData(document.kind() + "/" + document.key());
    return item;
  }

  List<CallHierarchyIncomingCall> incoming(CallHierarchyItem of) {
    List<CallHierarchyIncomingCall> calls = new ArrayList<>();
    for (Use use : TemplateUses.incoming(snapshot, key(of))) {
      CallHierarchyItem item = item(use.document());
      if (item != null) {
        calls.add(new CallHierarchyIncomingCall(item, ranges(use.places())));
      }
    }
    return calls;
  }

  List<CallHierarchyOutgoingCall> outgoing(CallHierarchyItem of) {
    List<CallHierarchyOutgoingCall> calls = new ArrayList<>();
    String data = data(of);
    String kind = data.substring(0, Math.max(0, data.indexOf('/')));
    for (Use use : TemplateUses.outgoing(snapshot, kind, key(of))) {
      CallHierarchyItem item = item(use.document());
      if (item != null) {
        calls.add(new CallHierarchyOutgoingCall(item, ranges(use.places())));
      }
    }
    return calls;
  }

  private static String data(CallHierarchyItem item) {
    return item.getData() instanceof JsonPrimitive json
        ? json.getAsString()
        : String.valueOf(item.getData());
  }

  private static String key(CallHierarchyItem item) {
    String data = data(item);
    return data.substring(data.indexOf('/') + 1);
  }

  private List<Range> ranges(List<Span> places) {
    List<Range> ranges = new ArrayList<>();
    for (Span place : places) {
      EditorText text = snapshot.text(place.file().path());
      if (text != null) {
        ranges.add(session.positions(text).range(place));
      }
    }
    return ranges;
  }
}
