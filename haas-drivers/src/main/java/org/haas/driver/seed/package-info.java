/**
 * The disk from which a virtual machine configures itself: the documents of cloud-init's NoCloud
 * and the file system around them. Kept by drivers of hypervisors; must not know any of them.
 */
package org.haas.driver.seed;
