package org.haas.driver.libvirt;

/** The calls of libvirt's remote protocol that this driver makes, with their numbers there. */
enum Procedure {
  CONNECT_OPEN(1),
  NODE_GET_INFO(6),
  DOMAIN_CREATE(9),
  DOMAIN_DESTROY(12),
  DOMAIN_GET_XML(14),
  DOMAIN_LOOKUP_BY_UUID(24),
  DOMAIN_RESUME(28),
  DOMAIN_SHUTDOWN(33),
  AUTH_LIST(66),
  AUTH_POLKIT(70),
  POOL_REFRESH(83),
  POOL_LOOKUP_BY_NAME(84),
  POOL_GET_INFO(87),
  VOLUME_CREATE_XML(93),
  VOLUME_DELETE(94),
  VOLUME_LOOKUP_BY_NAME(95),
  VOLUME_GET_INFO(98),
  GET_LIB_VERSION(157),
  DOMAIN_ATTACH_DEVICE(160),
  DOMAIN_DETACH_DEVICE(161),
  DOMAIN_UPDATE_DEVICE(174),
  DOMAIN_OPEN_CONSOLE(201),
  VOLUME_UPLOAD(208),
  DOMAIN_GET_STATE(212),
  NODE_GET_MEMORY_STATS(228),
  DOMAIN_UNDEFINE(231),
  LIST_ALL_DOMAINS(273),
  POOL_LIST_ALL_VOLUMES(282),
  DOMAIN_DEFINE_XML(350);

  private final int number;

  Procedure(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
