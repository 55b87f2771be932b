package org.haas.it.v0;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays what HIL's client sends, byte for byte, and compares status and body of every answer: the
 * stories beside this class. {@link HilTranscriptTest} says whether they show everything.
 */
class HilReplayIT {
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void takeDown() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @TestFactory
  Stream<DynamicNode> replay_ofEachStory_isAnsweredAsByHil() {
    return Story.NAMES.stream()
        .map(Story::read)
        .map(story -> DynamicContainer.dynamicContainer(story.name(), tests(story)));
  }

  private Stream<DynamicNode> tests(Story story) {
    Stage stage = new Stage();
    Teller teller = new Teller(stage);
    open.add(teller);
    open.add(stage);
    Stream<DynamicNode> steps =
        story.steps().stream()
            .map(step -> DynamicTest.dynamicTest(step.toString(), () -> teller.tell(step)));
    return Stream.concat(
        steps, Stream.of(DynamicTest.dynamicTest("all was given back", () -> sweep(stage))));
  }

  private static void sweep(Stage stage) throws IOException {
    new Sweeper(stage.known().fill("{run}")).assertNothingLeft();
  }
}
