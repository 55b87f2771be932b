package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.HnicView;

/** A headnode in HIL's form. */
final class HeadnodeReply {
  private HeadnodeReply() {}

  /** Its VNC port is nobody's to know: it listens on no network. */
  static JsonObject of(HeadnodeView headnode) {
    return JSON.createObjectBuilder()
        .add("name", headnode.name().value())
        .add("project", headnode.project().value())
        .add("hnics", Reply.array(headnode.nics().stream().map(HnicView::name).toList()))
        .add("vncport", JsonValue.NULL)
        .add("uuid", headnode.id().toString())
        .add("base_img", headnode.image().value())
        .build();
  }
}
