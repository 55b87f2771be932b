/**
 * Work on hardware that is asked for now and done later: operations, the queue of each switch, the
 * journal that holds both, and the batch job that works a queue. Runs operations that it does not
 * know: a feature brings its {@link org.haas.operation.OperationHandler}.
 */
package org.haas.operation;
