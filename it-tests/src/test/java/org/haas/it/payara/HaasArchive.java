package org.haas.it.payara;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one archive of all tests in Payara: the EAR as built, with a test WAR for its own two. */
final class HaasArchive {
  private static final String EAR = "../haas-ear/target/haas.ear";
  private static final String MODULES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
        <display-name>haas-it</display-name>
        <initialize-in-order>true</initialize-in-order>
        <module>
          <ejb>haas-ejb.jar</ejb>
        </module>
        <module>
          <web>
            <web-uri>haas-it.war</web-uri>
            <context-root>/haas-it</context-root>
          </web>
        </module>
        <library-directory>lib</library-directory>
      </application>
      """;

  private HaasArchive() {}

  /** The EAR; the WARs of portal and API stay out, whose context roots are taken. */
  static EnterpriseArchive ear() {
    EnterpriseArchive ear =
        ShrinkWrap.create(EnterpriseArchive.class, "haas-it.ear")
            .merge(ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(EAR)));
    ear.delete("haas-web.war");
    ear.delete("haas-rest.war");
    ear.delete("META-INF/application.xml");
    return ear.setApplicationXML(new StringAsset(MODULES)).addAsModule(war());
  }

  private static WebArchive war() {
    return ShrinkWrap.create(WebArchive.class, "haas-it.war")
        .addPackages(
            false,
            Filters.exclude(AdminPort.class, HaasArchive.class),
            HaasArchive.class.getPackage())
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsLibrary(jarOf(Assertions.class));
  }

  private static File jarOf(Class<?> known) {
    try {
      return new File(known.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
