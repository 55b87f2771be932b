/**
 * The benchmark of {@code ./bench}: what a running HaaS does in a second, each figure beside the
 * limit of the same machine measured in the same run. Knows HaaS by its API, its portal and its
 * database, like any other client.
 */
package org.haas.bench;
