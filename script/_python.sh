# Sourced by the scripts beside it: goes to the checkout and sets PYTHON to a Python of 3.11 or newer that can make
# virtual environments. A PYTHON given by the caller is tried first.
cd "$(dirname "$0")/.."

find_python() {
    too_old="" incomplete=""
    for name in ${PYTHON:+"$PYTHON"} python3.14 python3.13 python3.12 python3.11 python3; do
        version=$("$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
        if ! "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            too_old="$name is Python $version"
        elif ! "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            incomplete="$name ($version) cannot make virtual environments; on Debian and Ubuntu: apt install python$version-venv"
        else
            PYTHON=$name
            return 0
        fi
    done
    echo "Python 3.11 or newer is needed.${too_old:+ Found only an older one: $too_old.}" >&2
    if [ -n "$incomplete" ]; then echo "$incomplete" >&2; fi
    return 1
}
find_python || exit 1
