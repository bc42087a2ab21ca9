/// Whether a program does on the recorder's Node what it does in real Node.
@NullMarked
package dev.backwright.tracer.alike;

import org.jspecify.annotations.NullMarked;
