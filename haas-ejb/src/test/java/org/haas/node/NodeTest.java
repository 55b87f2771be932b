package org.haas.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.junit.jupiter.api.Test;

class NodeTest {
  private static final long PROJECT = 7;

  private final Node node = new Node(new Label("node-01"));

  @Test
  void reserveFor_free_isThatProjectsWithANewTenure() {
    UUID before = node.tenure();
    node.reserveFor(PROJECT);
    assertThat(node.state()).isEqualTo(NodeState.RESERVED);
    assertThat(node.projectId()).contains(PROJECT);
    assertThat(node.tenure()).isNotEqualTo(before);
  }

  @Test
  void reserveFor_reserved_isBlockedAndKeepsTheTenure() {
    node.reserveFor(PROJECT);
    UUID before = node.tenure();
    assertBlocked(() -> node.reserveFor(PROJECT));
    assertThat(node.tenure()).isEqualTo(before);
  }

  @Test
  void release_reserved_isFreeWithANewTenure() {
    node.reserveFor(PROJECT);
    UUID before = node.tenure();
    node.release();
    assertThat(node.state()).isEqualTo(NodeState.FREE);
    assertThat(node.projectId()).isEmpty();
    assertThat(node.tenure()).isNotEqualTo(before);
  }

  @Test
  void release_free_isBlocked() {
    assertBlocked(node::release);
  }

  @Test
  void release_obmEnabled_isBlocked() {
    node.reserveFor(PROJECT);
    node.enableObm(true);
    assertBlocked(node::release);
    node.enableObm(false);
    node.release();
    assertThat(node.state()).isEqualTo(NodeState.FREE);
  }

  @Test
  void requireFree_reserved_isBlocked() {
    node.requireFree();
    node.reserveFor(PROJECT);
    assertBlocked(node::requireFree);
  }

  private static void assertBlocked(ThrowingCallable call) {
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(call)
        .withMessageContaining("node-01")
        .extracting(HaasException::code)
        .isEqualTo(ErrorCode.BLOCKED);
  }
}
