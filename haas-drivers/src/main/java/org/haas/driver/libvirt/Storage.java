package org.haas.driver.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.driver.wire.XmlText;
import org.haas.spi.BaseImage;
import org.haas.spi.Label;

/** The disks and base images of one host. */
final class Storage {
  private static final String IMAGE = ".qcow2";

  private final LibvirtRpc rpc;
  private final LibvirtSettings settings;

  Storage(LibvirtRpc rpc, LibvirtSettings settings) {
    this.rpc = rpc;
    this.settings = settings;
  }

  long freeBytes() {
    XdrReader reply = rpc.call(Procedure.POOL_GET_INFO, pool(settings.pool()).write());
    return rpc.decoded(
        from -> {
          from.number();
          from.hyper();
          from.hyper();
          return from.hyper();
        },
        reply);
  }

  /** Those whose names are legal; an administrator puts them there. */
  List<BaseImage> images() {
    Pool pool = pool(settings.images());
    rpc.call(Procedure.POOL_REFRESH, pool.write().number(0));
    List<BaseImage> images = new ArrayList<>();
    for (Volume volume : volumes(pool)) {
      label(volume).ifPresent(name -> images.add(new BaseImage(name, capacity(volume))));
    }
    return images;
  }

  private static Optional<Label> label(Volume volume) {
    if (!volume.name().endsWith(IMAGE)) {
      return Optional.empty();
    }
    try {
      int end = volume.name().length() - IMAGE.length();
      return Optional.of(new Label(volume.name().substring(0, end)));
    } catch (IllegalArgumentException nothingToName) {
      return Optional.empty();
    }
  }

  /** An overlay: formats are told, so that none is ever guessed from what a tenant has written. */
  void createOverlay(String name, Label image, long sizeBytes) {
    if (find(name).isPresent()) {
      return;
    }
    Volume base =
        find(settings.images(), image + IMAGE)
            .orElseThrow(() -> rpc.refused("there is no base image " + image));
    long size = Math.max(sizeBytes, capacity(base));
    XmlText xml = volume(name, size, "qcow2").open("backingStore").text("path", base.key());
    create(xml.empty("format", "type", "qcow2").close().close());
  }

  void write(String name, byte[] content) {
    Optional<Volume> before = find(name);
    if (before.isPresent() && capacity(before.get()) != content.length) {
      delete(name);
      before = Optional.empty();
    }
    if (before.isEmpty()) {
      create(volume(name, content.length, "raw").close());
    }
    Volume volume = find(name).orElseThrow(() -> rpc.refused("its new disk has gone at once"));
    rpc.call(Procedure.VOLUME_UPLOAD, volume.write().hyper(0).hyper(content.length).number(0));
    rpc.upload(Procedure.VOLUME_UPLOAD, content);
  }

  void delete(String name) {
    find(name)
        .ifPresent(
            volume ->
                rpc.find(
                    Procedure.VOLUME_DELETE, volume.write().number(0), LibvirtError.NO_VOLUME));
  }

  List<Volume> disks() {
    return volumes(pool(settings.pool()));
  }

  private static XmlText volume(String name, long sizeBytes, String format) {
    XmlText xml = new XmlText().open("volume").text("name", name);
    xml.text("capacity", Long.toString(sizeBytes), "unit", "bytes");
    return xml.open("target").empty("format", "type", format).close();
  }

  private void create(XmlText xml) {
    XdrWriter arguments = pool(settings.pool()).write().text(xml.toString()).number(0);
    rpc.call(Procedure.VOLUME_CREATE_XML, arguments);
  }

  private Optional<Volume> find(String name) {
    return find(settings.pool(), name);
  }

  private Optional<Volume> find(String pool, String name) {
    return rpc.find(
            Procedure.VOLUME_LOOKUP_BY_NAME, pool(pool).write().text(name), LibvirtError.NO_VOLUME)
        .map(reply -> rpc.decoded(Volume::read, reply));
  }

  private List<Volume> volumes(Pool pool) {
    XdrWriter arguments = pool.write().number(1).number(0);
    XdrReader reply = rpc.call(Procedure.POOL_LIST_ALL_VOLUMES, arguments);
    return rpc.decoded(from -> from.list(Volume::read), reply);
  }

  private long capacity(Volume volume) {
    XdrReader reply = rpc.call(Procedure.VOLUME_GET_INFO, volume.write());
    return rpc.decoded(
        from -> {
          from.number();
          return from.hyper();
        },
        reply);
  }

  private Pool pool(String name) {
    XdrWriter arguments = new XdrWriter().text(name);
    return rpc.find(Procedure.POOL_LOOKUP_BY_NAME, arguments, LibvirtError.NO_POOL)
        .map(reply -> rpc.decoded(Pool::read, reply))
        .orElseThrow(() -> rpc.refused("it has no storage pool " + name + "; see docs/drivers.md"));
  }
}
