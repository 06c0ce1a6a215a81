package dev.procc.language.yaml.parse;

import dev.procc.language.yaml.node.Scalar;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// The events of a text as the engine reads it.
public final class EngineEvents {
  private static final FailsafeSchema SCHEMA = new FailsafeSchema();

  private EngineEvents() {}

  /// A parser of a text.
  public static ParserImpl parser(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(SCHEMA)
            .setBufferSize(text.length() + 2)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setVersionFunction(UnaryOperator.identity())
            .build();
    return new ParserImpl(settings, new StreamReader(settings, text));
  }

  /// The style for one of the engine's.
  public static Scalar.Style style(ScalarStyle style) {
    if (style == ScalarStyle.PLAIN) {
      return Scalar.Style.PLAIN;
    }
    if (style == ScalarStyle.DOUBLE_QUOTED) {
      return Scalar.Style.DOUBLE_QUOTED;
    }
    if (style == ScalarStyle.SINGLE_QUOTED) {
      return Scalar.Style.SINGLE_QUOTED;
    }
    return style == ScalarStyle.LITERAL ? Scalar.Style.LITERAL : Scalar.Style.FOLDED;
  }

  /// Sends the events of a text to a composer, until it stops or the engine fails.
  static void send(Composer composer) {
    ParserImpl parser = parser(composer.context.text);
    while (!composer.isStopped() && parser.hasNext()) {
      send(parser.next(), composer);
    }
  }

  private static void send(Event event, Composer composer) {
    ParseContext context = composer.context;
    Event.ID id = event.getEventId();
    int start = context.offset(event.getStartMark(), composer.lastOffset());
    composer.begin(start);
    int end = context.offset(event.getEndMark(), start);
    if (id == Event.ID.Scalar) {
      ScalarEvent scalar = (ScalarEvent) event;
      composer.scalar(
          scalar.getValue(),
          style(scalar.getScalarStyle()),
          start,
          end,
          anchorName(scalar.getAnchor()));
    } else if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
      CollectionStartEvent open = (CollectionStartEvent) event;
      int properties = (open.getAnchor().isPresent() ? 1 : 0) + (open.getTag().isPresent() ? 1 : 0);
      composer.open(CollectionShape.of(open), start, properties, anchorName(open.getAnchor()));
    } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
      composer.close(end);
    } else if (id == Event.ID.Alias) {
      composer.alias(((AliasEvent) event).getAlias().getValue(), start, end);
    } else if (id == Event.ID.DocumentStart) {
      composer.documentStart(start);
      SpecVersion version = ((DocumentStartEvent) event).getSpecVersion().orElse(null);
      if (version != null && version.getMajor() != 1) {
        composer.reportVersion(start, version.getMajor() + "." + version.getMinor());
      }
    } else if (id == Event.ID.DocumentEnd) {
      composer.documentEnd();
    } else if (id == Event.ID.StreamEnd) {
      composer.end();
    }
  }

  private static @Nullable String anchorName(Optional<Anchor> anchor) {
    return anchor.isPresent() ? anchor.get().getValue() : null;
  }
}
