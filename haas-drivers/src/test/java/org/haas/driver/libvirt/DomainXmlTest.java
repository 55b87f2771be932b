package org.haas.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import org.haas.driver.wire.XmlText;
import org.haas.driver.wire.XmlTree;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.VlanId;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainXmlTest {
  private static final MacAddress MAC = new MacAddress("52:54:00:00:00:01");
  private static final Label OWNER = new Label("our-site");

  private final VmId id = VmId.parse("8d6f1c6e-3f0a-4f0e-9d8e-0f3b1c2d4e5f");

  @Test
  void nic_onAVlan_isAPortWithThatTagOnly() {
    LibvirtSettings settings = LibvirtSettings.of(Map.of("bridge", "br-int"));
    LibvirtNic nic = LibvirtNic.on(settings.wiring(), MAC, new VlanId(300));
    assertThat(new DomainXml(settings, OWNER).nic(id, nic))
        .isEqualTo(
            "<interface type=\"bridge\"><mac address=\"52:54:00:00:00:01\"></mac>"
                + "<source bridge=\"br-int\"></source><vlan><tag id=\"300\"></tag></vlan>"
                + "<virtualport type=\"openvswitch\"><parameters"
                + " interfaceid=\"df04077d-6f36-3fec-b5cb-7aa1df797473\"></parameters>"
                + "</virtualport><model type=\"virtio\"></model><link state=\"up\"></link>"
                + "</interface>");
  }

  @Test
  void nic_unplugged_hasItsLinkDownAndATagOfItsOwn() {
    LibvirtSettings settings = LibvirtSettings.of(Map.of("bridge", "br-int"));
    assertThat(
            new DomainXml(settings, OWNER)
                .nic(id, LibvirtNic.unplugged(settings.wiring(), MAC, 3801)))
        .contains("<tag id=\"3801\">", "<link state=\"down\">");
    LibvirtSettings linux = LibvirtSettings.of(Map.of("bridges", "brv"));
    assertThat(new DomainXml(linux, OWNER).nic(id, LibvirtNic.unplugged(linux.wiring(), MAC, 0)))
        .contains("<source bridge=\"brvpark\">", "<link state=\"down\">")
        .doesNotContain("vlan");
  }

  @Test
  void machine_anyOfThem_isReadAsItWasWritten() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      String wiring = random.nextBoolean() ? "bridge" : "bridges";
      LibvirtSettings settings =
          LibvirtSettings.of(Map.of(wiring, "brv", "accelerator", "tcg", "offload", "off"));
      Vm vm = machine(random);
      DomainTree read = new DomainTree(xml(settings, vm));

      assertThat(read.isOf(OWNER)).isTrue();
      assertThat(read.isOf(new Label("our-site-2"))).isFalse();
      assertThat(read.meaning(settings.wiring())).isEqualTo(vm);
    }
  }

  private static Vm machine(Random random) {
    List<VmNic> nics = new ArrayList<>();
    for (int count = random.nextInt(5); count > 0; count--) {
      MacAddress mac = new MacAddress("52:54:00:00:00:0" + count);
      nics.add(
          random.nextBoolean()
              ? VmNic.unplugged(mac)
              : VmNic.on(mac, new VlanId(1 + random.nextInt(3799))));
    }
    Label name = new Label("h" + random.nextInt(1000) + "_.-X");
    long memory = (16L + random.nextInt(4000)) << 20;
    return new Vm(VmId.random(), name, 1 + random.nextInt(256), memory, nics);
  }

  private static String xml(LibvirtSettings settings, Vm vm) {
    int parking = 3800;
    List<LibvirtNic> nics = new ArrayList<>();
    for (VmNic nic : vm.nics()) {
      nics.add(
          nic.vlan().isPresent()
              ? LibvirtNic.on(settings.wiring(), nic.mac(), nic.vlan().get())
              : LibvirtNic.unplugged(settings.wiring(), nic.mac(), parking++));
    }
    return new DomainXml(settings, OWNER).machine(vm, nics);
  }

  @Test
  void text_whateverItHolds_staysText() {
    String[] parts = {
      "<",
      ">",
      "&",
      "&lt;",
      "&#0;",
      "&xxe;",
      "\"",
      "'",
      "]]>",
      "<![CDATA[",
      "<!--",
      "-->",
      "<?x ?>",
      "</name><devices>",
      "<!DOCTYPE a>",
      " ",
      "x",
      "\u00e9",
      "\u202e",
      "\ud83d\ude00",
      "$(id)",
      "../"
    };
    Random random = new Random(17);
    for (int round = 0; round < 500; round++) {
      StringBuilder tricky = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        tricky.append(parts[random.nextInt(parts.length)]);
      }
      String text = tricky.toString();
      XmlText xml = new XmlText().open("a", "b", text).text("name", text, "c", text).close();
      XmlTree read = XmlTree.parse(xml.toString());
      assertThat(read.attribute("b")).contains(text);
      assertThat(read.all("devices")).isEmpty();
      assertThat(read.all("name")).singleElement().extracting(XmlTree::text).isEqualTo(text);
      assertThat(read.at("name").orElseThrow().attribute("c")).contains(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "br0,,true",
    "br0,0,true",
    "br0,3800,true",
    "other,300,true",
    "br0,300,false",
    "br0,,false",
    "other,3800,false"
  })
  void meaning_nothingThatWeMake_isNone(String bridge, Integer tag, boolean up) {
    OptionalInt id = tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    Wiring wiring = Wiring.of(Map.of("bridge", "br0"));
    assertThat(new LibvirtNic(MAC, bridge, id, up).meaning(wiring)).isEmpty();
  }

  @Test
  void meaning_linuxBridges_goesByTheirNames() {
    Wiring wiring = Wiring.of(Map.of("bridges", "brv"));
    assertThat(new LibvirtNic(MAC, "brv300", OptionalInt.empty(), true).meaning(wiring))
        .contains(VmNic.on(MAC, new VlanId(300)));
    assertThat(new LibvirtNic(MAC, "brvpark", OptionalInt.empty(), false).meaning(wiring))
        .contains(VmNic.unplugged(MAC));
    for (String other : List.of("brvpark", "brv", "brv0300", "brv300x", "virbr0", "brv5000")) {
      assertThat(new LibvirtNic(MAC, other, OptionalInt.empty(), true).meaning(wiring)).isEmpty();
    }
  }

  @Test
  void volumeNames_ofOtherOwners_areNotOurs() {
    VolumeNames names = new VolumeNames(OWNER);
    assertThat(names.meaning(names.disk(id))).isPresent();
    assertThat(names.meaning(names.seed(id))).isPresent();
    for (String other :
        List.of(
            new VolumeNames(new Label("our-site-2")).disk(id),
            new VolumeNames(new Label("our")).disk(id),
            names.disk(id) + ".bak",
            "x" + names.disk(id),
            "haas-our-site-" + "-".repeat(36) + ".qcow2",
            "debian.qcow2")) {
      assertThat(names.meaning(other)).as(other).isEmpty();
    }
  }

  @Test
  void settings_wrongOnes_areRefused() {
    for (Map<String, String> wrong :
        List.of(
            Map.<String, String>of(),
            Map.of("bridge", "a", "bridges", "b"),
            Map.of("bridge", "../etc"),
            Map.of("bridge", "a b"),
            Map.of("bridges", "twelve-chars"),
            Map.of("bridge", "a", "pool", "x\"/>"),
            Map.of("bridge", "a", "socket", "relative"),
            Map.of("bridge", "a", "socket", "/run/../etc"),
            Map.of("bridge", "a", "socket", "/run/.."),
            Map.of("bridge", "a", "screens", "/" + "x".repeat(80)),
            Map.of("bridge", "a", "accelerator", "hvf"),
            Map.of("bridge", "a", "offload", "maybe"))) {
      assertThatIllegalArgumentException()
          .as(wrong.toString())
          .isThrownBy(() -> LibvirtSettings.of(wrong));
    }
    assertThat(LibvirtSettings.of(Map.of("bridge", "a", "screens", "/home/me/.run")).screens())
        .isEqualTo("/home/me/.run");
    assertThat(new TreeSet<>(Wiring.reserved()).first()).isEqualTo(new VlanId(3800));
  }
}
