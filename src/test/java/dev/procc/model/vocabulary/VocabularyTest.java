package dev.procc.model.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  /// Every key of every mapping is found by its name, and no key of another one.
  @Test
  void keysAreFoundByName() {
    List<MappingSpec> all = Vocabulary.all();
    Set<String> names = new HashSet<>();
    all.forEach(mapping -> names.addAll(mapping.keyNames()));
    for (MappingSpec mapping : all) {
      assertSame(mapping, Vocabulary.find(mapping.name()));
      for (KeySpec key : mapping.keys()) {
        assertSame(key, mapping.key(key.name()), mapping.name() + "." + key.name());
      }
      for (String name : names) {
        if (!mapping.keyNames().contains(name)) {
          assertNull(mapping.key(name), mapping.name() + "." + name);
        }
      }
      assertEquals(mapping.keys().stream().filter(KeySpec::required).toList(), mapping.required());
    }
    assertEquals(all.size(), all.stream().map(MappingSpec::name).distinct().count());
  }
}
