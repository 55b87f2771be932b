/** A web application that does nothing, deployed beside HaaS: the limit of the server itself. */
package org.haas.bench.empty;
