package org.haas.driver.wire;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element of XML that was read; nothing outside of the text is ever fetched for it. */
public final class XmlTree {
  private static final String DEEPEST = "200";

  private final Element element;

  private XmlTree(Element element) {
    this.element = element;
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException it is none
   */
  public static XmlTree parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      return new XmlTree(
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(text)))
              .getDocumentElement());
    } catch (SAXException | IOException | ParserConfigurationException wrong) {
      throw new IllegalArgumentException("XML that cannot be read", wrong);
    }
  }

  /** Its name, without a prefix. */
  public String name() {
    return element.getLocalName();
  }

  /** The elements right below. */
  public List<XmlTree> all() {
    List<XmlTree> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        found.add(new XmlTree(child));
      }
    }
    return found;
  }

  /** Those of this name. */
  public List<XmlTree> all(String name) {
    return all().stream().filter(child -> child.name().equals(name)).toList();
  }

  /** The first element at the end of these names. */
  public Optional<XmlTree> at(String... names) {
    Optional<XmlTree> found = Optional.of(this);
    for (String name : names) {
      found = found.flatMap(tree -> tree.all(name).stream().findFirst());
    }
    return found;
  }

  /** Whether its name is of that namespace. */
  public boolean isOf(String namespace) {
    return namespace.equals(element.getNamespaceURI());
  }

  /** The value of an attribute. */
  public Optional<String> attribute(String name) {
    return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
  }

  /** All text within. */
  public String text() {
    return element.getTextContent();
  }
}
