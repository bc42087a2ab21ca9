/// What the `backwright` script does on machines that lack this or that: a copy of the script in a checkout of its own, on a PATH where
/// only the plainest tools are real, and Java, Maven, npm and apt-get say that they were called.
@NullMarked
package dev.backwright.cli.door;

import org.jspecify.annotations.NullMarked;
