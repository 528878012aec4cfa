"""What script/test does: the environment, then script/_suite.py in it. Standard library only."""

import os
import sys

import _environment

if __name__ == "__main__":
    try:
        python = _environment.ready("dev")
    except _environment.InstallFailed as failure:
        sys.exit(str(failure))
    os.execv(python, [str(python), "-u", "script/_suite.py", *sys.argv[1:]])
