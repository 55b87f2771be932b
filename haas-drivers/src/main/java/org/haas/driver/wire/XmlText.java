package org.haas.driver.wire;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML: whatever a text or an attribute holds, it is that and never markup. */
public final class XmlText {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  /** Nothing yet. */
  public XmlText() {
    writer = written(() -> XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns
   */
  public XmlText open(String element, String... attributes) {
    return done(
        () -> {
          writer.writeStartElement(element);
          for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], attributes[i + 1]);
          }
        });
  }

  /** Ends the element that was begun last. */
  public XmlText close() {
    return done(writer::writeEndElement);
  }

  /** An element without content. */
  public XmlText empty(String element, String... attributes) {
    return open(element, attributes).close();
  }

  /** An element with text only. */
  public XmlText text(String element, String content, String... attributes) {
    open(element, attributes);
    return done(() -> writer.writeCharacters(content)).close();
  }

  /** An element without content, of a namespace of its own. */
  public XmlText foreign(String namespace, String element, String... attributes) {
    return done(
        () -> {
          writer.writeStartElement("haas", element, namespace);
          writer.writeNamespace("haas", namespace);
          for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], attributes[i + 1]);
          }
          writer.writeEndElement();
        });
  }

  private XmlText done(Writing step) {
    written(
        () -> {
          step.run();
          return step;
        });
    return this;
  }

  private static <T> T written(Made<T> step) {
    try {
      return step.get();
    } catch (XMLStreamException never) {
      throw new IllegalStateException(never);
    }
  }

  /** A step that writes. */
  @FunctionalInterface
  private interface Writing {
    void run() throws XMLStreamException;
  }

  /** A step that makes something. */
  @FunctionalInterface
  private interface Made<T> {
    T get() throws XMLStreamException;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
