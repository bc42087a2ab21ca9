package dev.backwright.judge.program;

/// An object that compares by identity only: a function, a promise, an instance of a class.
///
/// @param shown as Node prints it
record Foreign(int handle, String shown) implements Held {

    /// Equal when it is the same object; a mark that stands for none (handle 0) equals nothing.
    @Override
    public boolean equals(Object other) {
        return handle != 0 && other instanceof Held held && held.handle() == handle;
    }

    @Override
    public int hashCode() {
        return handle;
    }

    @Override
    public String toString() {
        return shown;
    }
}
