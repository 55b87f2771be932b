package org.haas.it.proof;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A tenant's headnode in the lab, by REST. */
final class Provisioner {
  final String name;
  private final Tenant owner;

  /** Makes it of the lab's image, and returns when it is there. */
  Provisioner(Tenant owner, String name, String publicKey) {
    this(
        owner,
        Json.createObjectBuilder()
            .add("name", name)
            .add("project", owner.project())
            .add("image", "headnode")
            .add("memoryMib", 256)
            .add("diskGib", 1)
            .add("hostName", name)
            .add("keys", Json.createArrayBuilder().add(publicKey))
            .build());
  }

  /** Makes what is asked for, and returns when it is there. */
  Provisioner(Tenant owner, JsonObject wish) {
    this.name = wish.getString("name");
    this.owner = owner;
    owner.await(owner.api().post("v1/headnodes", wish.toString()));
  }

  /** By which its hypervisor knows it. */
  String id() {
    return owner.api().get(path()).is(200).json().getString("id");
  }

  private String path() {
    return "v1/headnodes/" + name;
  }

  /** Gives it a NIC with that address, on that network. */
  void nic(String nic, String address, LabNetwork network) {
    String wish = "{\"name\":\"%s\",\"address\":\"%s\"}".formatted(nic, address);
    owner.api().post(path() + "/nics", wish).is(201);
    String plug = "%s/nics/%s/network".formatted(path(), nic);
    owner.await(owner.api().put(plug, "{\"network\":\"%s\"}".formatted(network.name())));
  }

  void start() {
    owner.await(owner.api().post(path() + "/power", "{\"action\":\"start\"}"));
  }

  void delete() {
    owner.await(owner.api().delete(path()));
  }
}
