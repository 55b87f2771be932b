package org.haas.it.rest;

import org.haas.it.Api;
import org.haas.it.Site;

/** Who asks; in the order of the table's columns. */
enum CallerRole {
  ANONYMOUS,
  OUTSIDER,
  MEMBER,
  MANAGER,
  ADMIN;

  Api in(Site site) {
    return switch (this) {
      case ANONYMOUS -> Api.anonymous();
      case OUTSIDER -> site.outsider;
      case MEMBER -> site.member;
      case MANAGER -> site.manager;
      case ADMIN -> site.admin;
    };
  }
}
