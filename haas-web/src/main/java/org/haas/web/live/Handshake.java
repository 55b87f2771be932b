package org.haas.web.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;
import org.haas.config.HaasConfig;
import org.haas.web.login.Origin;

/** Lets in only our own pages: another site's cannot listen with a visitor's cookie. */
public class Handshake extends ServerEndpointConfig.Configurator {
  @Override
  public boolean checkOrigin(String origin) {
    return Origin.isOwn(origin, CDI.current().select(HaasConfig.class).get().publicUrl());
  }
}
