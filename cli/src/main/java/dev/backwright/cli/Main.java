package dev.backwright.cli;

/// Where the process begins. The `backwright` script is its only caller.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new Words(Places.ofThisProcess(), Terminal.ofThisProcess()).obey(args));
    }
}
