/** Files and folders that are offered, granted, pulled chunk by chunk and published. */
package paloma.transfer;
