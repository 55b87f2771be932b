/** The API seen from outside: who may do what, and what it says to requests that are wrong. */
package org.haas.it.rest;
