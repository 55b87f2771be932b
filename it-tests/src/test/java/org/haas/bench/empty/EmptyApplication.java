package org.haas.bench.empty;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything below the context root. */
@ApplicationPath("/")
public class EmptyApplication extends Application {}
