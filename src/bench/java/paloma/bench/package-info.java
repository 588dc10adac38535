/** Benchmarks of the whole program, each beside a baseline that is measured in the same run. */
package paloma.bench;
