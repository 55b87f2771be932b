package org.haas.maintenance;

import java.util.Optional;
import org.haas.audit.InProject;
import org.haas.hook.HookUrl;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * The pool as an administrator wants it.
 *
 * @param project where machines go
 * @param url what is told of each
 * @param secret with which calls are signed, 16 characters at least; empty: the one that is known
 *     already
 */
public record MaintenanceSpec(Label project, HookUrl url, Optional<Secret> secret)
    implements InProject {
  @Override
  public Optional<Label> inProject() {
    return Optional.of(project);
  }
}
