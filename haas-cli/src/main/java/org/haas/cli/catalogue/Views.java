package org.haas.cli.catalogue;

import org.haas.cli.command.Operations;
import org.haas.cli.output.View;

/** What people see of each kind of thing. */
final class Views {
  static final View OPERATION = Operations.VIEW;

  static final View STEP =
      View.of("name", "state", "started at=startedAt", "finished at=finishedAt", "found", "error");

  static final View NODE =
      View.of(
              "name",
              "state",
              "project",
              "power=power.state",
              "+power read at=power.readAt",
              "+power error=power.error",
              "nics=nics.name",
              "networks=nics.networks.network",
              "releasing",
              "+release",
              "+metadata")
          .part(
              "NICs",
              "nics",
              View.of(
                  "name",
                  "mac",
                  "cabled",
                  "+switch",
                  "+port",
                  "networks=networks.network",
                  "channels=networks.channel",
                  "states=networks.state"));

  static final View POWER = View.of("state", "read at=readAt", "error");

  static final View BMC =
      View.of("node", "type", "address", "username", "certificate", "settings", "installed");

  static final View NETWORK =
      View.of("name", "owner", "visibility", "grants", "vlan", "channels", "+mine", "attachments");

  static final View ATTACHMENT = View.of("node", "nic", "network", "channel", "state", "project");

  static final View PROJECT = View.of("name", "role");

  static final View MEMBER = View.of("username", "role");

  static final View USER = View.of("username", "admin", "projects");

  static final View LIMITS =
      View.of(
          "headnodes=used.headnodes",
          "headnodes at most=most.headnodes",
          "cpus=used.cpus",
          "cpus at most=most.cpus",
          "memory MiB=used.memoryMib",
          "memory MiB at most=most.memoryMib",
          "disk GiB=used.diskGib",
          "disk GiB at most=most.diskGib");

  static final View PORT =
      View.of("name", "role", "state", "node", "nic", "last read=lastRead", "+read at=readAt");

  static final View SWITCH =
      View.of(
              "name",
              "type",
              "host",
              "port",
              "username",
              "+settings",
              "+host key=hostKey",
              "driver=driverInstalled",
              "+capabilities")
          .part("Ports", "ports", PORT);

  static final View HOST_KEY = View.of("host key=hostKey");

  static final View HYPERVISOR =
      View.of(
          "name",
          "type",
          "address",
          "cpus",
          "free MiB=roomMib",
          "+taken MiB=takenMib",
          "free disk GiB=freeDiskGib",
          "headnodes",
          "+images",
          "+host key=hostKey",
          "+settings",
          "read at=readAt",
          "error");

  static final View HEADNODE =
      View.of(
              "name",
              "project",
              "state",
              "image",
              "cpus",
              "memory MiB=memoryMib",
              "disk GiB=diskGib",
              "+host name=hostName",
              "+hypervisor",
              "networks=nics.network")
          .part("NICs", "nics", View.of("name", "mac", "address", "network", "settled"));

  static final View IMAGE = View.of("name");

  static final View CHANGE_SET =
      View.of(
              "id",
              "state",
              "project",
              "+requested by=requestedBy",
              "planned at=plannedAt",
              "+applied at=appliedAt",
              "finished at=finishedAt",
              "error")
          .part(
              "NICs",
              "nics",
              View.of(
                  "node",
                  "nic",
                  "now=now.network",
                  "then=then.network",
                  "+channels then=then.channel",
                  "state",
                  "error",
                  "+switch=port.switch",
                  "+port=port.port",
                  "+lines=port.lines"));

  static final View PROOF =
      View.of(
              "network",
              "vlan",
              "verdict",
              "read from=readFrom",
              "read until=readUntil",
              "ports",
              "unread",
              "others",
              "strangers",
              "uplinks")
          .part(
              "NICs that it concerns",
              "carriers",
              View.of(
                  "standing",
                  "node",
                  "nic",
                  "project",
                  "read at=readAt",
                  "+switch=switch",
                  "+port"));

  static final View DRIFT =
      View.of(
              "observing since=observing.since",
              "reason=observing.reason",
              "complete=observing.complete")
          .part("Checks", "checks", View.of("switch", "state", "error"))
          .part(
              "Ports that are not as wanted",
              "ports",
              View.of(
                  "switch",
                  "port",
                  "node",
                  "nic",
                  "project",
                  "networks",
                  "difference",
                  "last read=lastRead",
                  "since"));

  static final View STAY =
      View.of(
          "node",
          "project",
          "since",
          "told",
          "attempts",
          "answer",
          "answered at=answeredAt",
          "+call");

  static final View AUDIT =
      View.of(
          "at",
          "actor",
          "action",
          "project",
          "target",
          "outcome",
          "+detail",
          "+address",
          "+operation",
          "error");

  private Views() {}
}
