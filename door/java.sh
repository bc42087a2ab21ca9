# Finds Java 25: sets `java` to the home of a JDK whose release is 25.

is_java_25() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

# The home to which a `java` on the PATH belongs, through all links.
home_of() {
    program=$1
    while [ -L "$program" ]; do
        link=$(readlink "$program")
        case $link in
            /*) program=$link ;;
            *) program=$(dirname "$program")/$link ;;
        esac
    done
    dirname "$(dirname "$program")"
}

take_java() {
    is_java_25 "$1" && java=$1
}

find_java_on_path() {
    rest=$PATH:
    while [ -n "$rest" ]; do
        folder=${rest%%:*}
        rest=${rest#*:}
        [ -x "$folder/java" ] || continue
        take_java "$(home_of "$folder/java")" && return 0
    done
    return 1
}

# BACKWRIGHT_SYSROOT stands before the machine's own folders; only tests set it.
find_java_in_the_usual_places() {
    top=${BACKWRIGHT_SYSROOT-}
    for place in \
        "$top"/usr/lib/jvm/*25* "$top"/usr/lib/jvm/* "$top"/usr/java/*25* "$top"/usr/lib64/jvm/*25* \
        "$top"/opt/java/* "$top"/opt/jdk*25* "$top"/opt/*25*jdk* "$top"/usr/local/openjdk-25* \
        "$top"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$top"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$top"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$top"/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${SDKMAN_DIR-${HOME-}/.sdkman}"/candidates/java/25* \
        "${ASDF_DATA_DIR-${HOME-}/.asdf}"/installs/java/*25* \
        "${MISE_DATA_DIR-${HOME-}/.local/share/mise}"/installs/java/*25* \
        "${HOME-}"/.jdks/*25* "${HOME-}"/.jenv/versions/25* "${HOME-}"/.gradle/jdks/*25*; do
        take_java "$place" && return 0
        take_java "$place/Contents/Home" && return 0
    done
    return 1
}

find_java() {
    [ -n "${JAVA_HOME-}" ] && take_java "$JAVA_HOME" && return 0
    find_java_on_path || find_java_in_the_usual_places
}

how_to_get_java() {
    case $(uname -s) in
        Darwin) echo "Install it: brew install openjdk@25 (or from https://adoptium.net), then try again." ;;
        Linux)
            case $(. /etc/os-release 2>/dev/null && echo "${ID-} ${ID_LIKE-}") in
                *debian*) echo "Install it: sudo apt-get install openjdk-25-jdk-headless (or from https://adoptium.net where the release has none), then try again." ;;
                *fedora* | *rhel*) echo "Install it: sudo dnf install java-25-openjdk-devel, then try again." ;;
                *arch*) echo "Install it: sudo pacman -S jdk25-openjdk, then try again." ;;
                *) echo "Install it from https://adoptium.net, or set JAVA_HOME, then try again." ;;
            esac
            ;;
        *) echo "On Windows use WSL2. Elsewhere install it from https://adoptium.net and set JAVA_HOME." ;;
    esac
}
