package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainXmlTest {
  private static final String SERVER = "//config[@name='server-config']";

  @TempDir private Path folder;
  private Path written;

  @BeforeEach
  void edit() throws IOException {
    written = folder.resolve("domain.xml");
    DomainXml xml = DomainXml.read(Path.of("src/test/resources/domain.xml"));
    xml.listenOn(new Ports(18080, 18180, 15433, 14848, 17010, 13700));
    xml.runWith("1g");
    xml.write(written);
  }

  @Test
  void listenOn_everyListener_isBoundToLoopback() throws Exception {
    String listeners = "self::network-listener or self::iiop-listener or self::jmx-connector";

    assertThat(count("//*[" + listeners + "][not(@address='127.0.0.1')]")).isZero();
    assertThat(count("//*[" + listeners + "]")).isEqualTo(5);
    assertThat(Files.readString(written)).doesNotContain("0.0.0.0");
  }

  @Test
  void listenOn_ports_areSetInTheServersConfigurationOnly() throws Exception {
    assertThat(port("http-listener-1")).isEqualTo("18080");
    assertThat(port("admin-listener")).isEqualTo("14848");
    assertThat(text(SERVER + "//iiop-listener/@port")).isEqualTo("13700");
    assertThat(text("//config[@name='default-config']//network-listener/@port"))
        .isEqualTo("${HTTP_LISTENER_PORT}");
  }

  @Test
  void listenOn_listenersThatNobodyNeeds_areGone() throws Exception {
    assertThat(count("//network-listener[@name='http-listener-2']")).isZero();
    assertThat(text("//virtual-server[@id='server']/@network-listeners"))
        .isEqualTo("http-listener-1");
    assertThat(text("//virtual-server[@id='__asadmin']/@network-listeners"))
        .isEqualTo("admin-listener");
    assertThat(text("//jmx-connector/@enabled")).isEqualTo("false");
    assertThat(text(SERVER + "/jms-service/@type")).isEqualTo("DISABLED");
  }

  @Test
  void runWith_heap_isSetAndTheRemoteShellIsGone() throws Exception {
    assertThat(count(SERVER + "//jvm-options[.='-Xmx1g']")).isEqualTo(1);
    assertThat(count(SERVER + "//jvm-options[.='-Djava.awt.headless=true']")).isEqualTo(1);
    assertThat(count("//jvm-options[contains(.,'felix.shell')]")).isZero();
    assertThat(count("//jvm-options[contains(.,'telnet')]")).isZero();
    assertThat(count("//config[@name='default-config']//jvm-options[.='-Xmx512m']")).isEqualTo(1);
  }

  @Test
  void runWith_agent_comesFromTheDomainsOwnFolder() throws Exception {
    assertThat(count(SERVER + "//jvm-options[starts-with(.,'-javaagent:')]")).isEqualTo(1);
    assertThat(text(SERVER + "//jvm-options[starts-with(.,'-javaagent:')]"))
        .isEqualTo("-javaagent:${com.sun.aas.instanceRoot}/haas-agent.jar");
  }

  @Test
  void runWith_startUp_isOnOneThread() throws Exception {
    assertThat(
            count(SERVER + "//jvm-options[.='-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS']"))
        .isEqualTo(1);
  }

  @Test
  void read_doctype_isRefused() throws IOException {
    Path evil = folder.resolve("evil.xml");
    Files.writeString(evil, "<!DOCTYPE domain SYSTEM 'file:///etc/passwd'><domain/>");

    assertThatThrownBy(() -> DomainXml.read(evil))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("evil.xml");
  }

  private String port(String listener) throws Exception {
    return text(SERVER + "//network-listener[@name='" + listener + "']/@port");
  }

  private int count(String path) throws Exception {
    return Integer.parseInt(text("count(" + path + ")"));
  }

  private String text(String path) throws Exception {
    return XPathFactory.newInstance()
        .newXPath()
        .evaluate(
            path,
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(written.toFile()));
  }
}
