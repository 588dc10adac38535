/**
 * The packaged program on real hosts: network namespaces on a bridge, processes that are killed,
 * firewalls and cables. Nothing here knows the program's classes.
 */
package paloma.lan;
