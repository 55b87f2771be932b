package org.haas.web;

import org.haas.headnode.HeadnodeView;
import org.haas.headnode.HnicView;

/** A headnode's NIC on the page of its network. */
public record NetworkHnicRow(HeadnodeView headnode, HnicView nic) {}
