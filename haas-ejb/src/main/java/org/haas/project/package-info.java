/**
 * Projects, their members, and the users of the login. Must not know what a project owns: who does
 * not let a project go says so by a constraint of the database.
 */
package org.haas.project;
