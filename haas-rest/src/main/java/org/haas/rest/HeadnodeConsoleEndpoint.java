package org.haas.rest;

import jakarta.websocket.server.ServerEndpoint;

/** The same of a headnode. */
@ServerEndpoint(value = "/v1/headnodes/{headnode}/console/ws", subprotocols = "haas.console")
public class HeadnodeConsoleEndpoint extends ConsoleEndpoint {}
