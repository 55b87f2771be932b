package org.haas.web.live;

import jakarta.websocket.server.ServerEndpoint;

/** The terminal of a headnode's page. */
@ServerEndpoint(value = "/headnode-console/{headnode}", configurator = Handshake.class)
public class HeadnodeConsoleEndpoint extends ConsoleEndpoint {}
