package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Payara's own configuration file, changed so that it listens on 127.0.0.1 and nowhere else. */
final class DomainXml {
  private static final String LOOPBACK = "127.0.0.1";

  /** Listeners that nobody needs: TLS ends in front of Payara, and no client uses remote EJBs. */
  private static final Set<String> UNWANTED = Set.of("http-listener-2", "SSL", "SSL_MUTUALAUTH");

  private static final List<String> FASTER =
      List.of("-XX:+UseParallelGC", "-XX:MetaspaceSize=256m");

  /**
   * Payara's services wait for each other when two threads start them; one start in some hundreds
   * then takes such a wait for a failure, and ends (docs/adr/0050).
   */
  private static final String ON_ONE_THREAD = "-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS";

  /** The agent of {@code org.haas.launcher.agent}, in the folder of the domain. */
  static final String AGENT = "haas-agent.jar";

  private static final String WITH_AGENT = "-javaagent:${com.sun.aas.instanceRoot}/" + AGENT;
  private static final String BUNDLES = "-Dorg.glassfish.additionalOSGiBundlesToStart=";

  private final Document document;

  private DomainXml(Document document) {
    this.document = document;
  }

  /** Reads the file as the distribution ships it. */
  static DomainXml read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new DomainXml(factory.newDocumentBuilder().parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException broken) {
      throw new IOException(file + " is no domain.xml: " + broken.getMessage(), broken);
    }
  }

  void write(Path file) throws IOException {
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.newTransformer().transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (TransformerException broken) {
      throw new IOException("The domain.xml was not written: " + broken.getMessage(), broken);
    }
  }

  /** Binds what is left of the listeners to 127.0.0.1 and to these ports. */
  void listenOn(Ports ports) {
    for (Element listener : elements("network-listener", "iiop-listener")) {
      if (UNWANTED.contains(nameOf(listener))) {
        listener.getParentNode().removeChild(listener);
      }
    }
    for (Element server : elements("virtual-server")) {
      if (server.getAttribute("id").equals("server")) {
        server.setAttribute("network-listeners", "http-listener-1");
      }
    }
    for (Element each : elements("network-listener", "iiop-listener", "jmx-connector")) {
      each.setAttribute("address", LOOPBACK);
    }
    elements("jms-service").forEach(service -> service.getParentNode().removeChild(service));
    elements("jmx-connector").forEach(connector -> connector.setAttribute("enabled", "false"));
    port("http-listener-1", ports.http());
    port("admin-listener", ports.admin());
    port("orb-listener-1", ports.iiop());
    elements("config").forEach(this::disableMessaging);
  }

  /** Nobody sends messages; by default Payara would listen for its broker on every address. */
  private void disableMessaging(Element config) {
    Element service = document.createElement("jms-service");
    service.setAttribute("type", "DISABLED");
    service.setAttribute("default-jms-host", "default_JMS_host");
    Element host = document.createElement("jms-host");
    host.setAttribute("name", "default_JMS_host");
    host.setAttribute("host", LOOPBACK);
    host.setAttribute("port", "${JMS_PROVIDER_PORT}");
    service.appendChild(host);
    config.insertBefore(service, config.getFirstChild());
  }

  private void port(String listener, int port) {
    for (Element each : inServerConfig("network-listener", "iiop-listener")) {
      if (nameOf(each).equals(listener)) {
        each.setAttribute("port", Integer.toString(port));
      }
    }
  }

  /**
   * Sets the heap, the agent, what makes a start on two cores shorter and what makes it certain,
   * and takes out the remote shell of the OSGi framework.
   */
  void runWith(String heap) {
    for (Element option : inServerConfig("jvm-options")) {
      String text = option.getTextContent().strip();
      if (text.startsWith("-Xmx")) {
        option.setTextContent("-Xmx" + heap);
        FASTER.forEach(each -> addAfter(option, each));
        addAfter(option, ON_ONE_THREAD);
        addAfter(option, WITH_AGENT);
      } else if (text.startsWith("-Dosgi.shell.telnet.")) {
        option.getParentNode().removeChild(option);
      } else if (text.startsWith(BUNDLES)) {
        option.setTextContent(BUNDLES + "org.apache.felix.fileinstall");
      }
    }
  }

  /**
   * Keeps the batch repository in that data source. Written here and not by a command after the
   * start: the batch runtime reads it once, when it starts, if it is there by then.
   */
  void keepBatchIn(String dataSource, String schema, String executor) {
    for (Element config : elements("config")) {
      if (nameOf(config).equals("server-config")) {
        Element batch = document.createElement("batch-runtime-configuration");
        batch.setAttribute("data-source-lookup-name", dataSource);
        batch.setAttribute("schema-name", schema);
        batch.setAttribute("executor-service-lookup-name", executor);
        config.appendChild(batch);
      }
    }
  }

  private void addAfter(Element option, String text) {
    Element added = document.createElement("jvm-options");
    added.setTextContent(text);
    option.getParentNode().insertBefore(added, option.getNextSibling());
  }

  private List<Element> inServerConfig(String... tags) {
    List<Element> found = elements(tags);
    found.removeIf(element -> !configOf(element).equals("server-config"));
    return found;
  }

  private static String configOf(Node node) {
    for (Node each = node; each instanceof Element element; each = each.getParentNode()) {
      if (element.getTagName().equals("config")) {
        return element.getAttribute("name");
      }
    }
    return "";
  }

  private static String nameOf(Element element) {
    return element.hasAttribute("name") ? element.getAttribute("name") : element.getAttribute("id");
  }

  private List<Element> elements(String... tags) {
    List<Element> found = new ArrayList<>();
    for (String tag : tags) {
      NodeList list = document.getElementsByTagName(tag);
      for (int i = 0; i < list.getLength(); i++) {
        found.add((Element) list.item(i));
      }
    }
    return found;
  }
}
