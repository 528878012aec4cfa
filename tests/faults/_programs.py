"""Programs to be killed, each on a database and in a folder of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path


class Program:
    patience_s = 180.0

    def __init__(self, path: Path, database_url: str, var: Path, **environment: str) -> None:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("TERRUNO_")}
        own = {"DATABASE_URL": database_url, "TERRUNO_VAR": str(var), "LOG_LEVEL": "CRITICAL"}
        self.path, self.environment = path, inherited | own | environment

    def start(self, *arguments: str, crash_at: str = "") -> subprocess.Popen[bytes]:
        environment = self.environment | ({"TERRUNO_CRASH_AT": crash_at} if crash_at else {})
        return subprocess.Popen([sys.executable, self.path, *arguments], env=environment, stdout=subprocess.PIPE)

    def run(self, *arguments: str, crash_at: str = "") -> str:
        """Run to its end, which is SIGKILL's when there is a point to crash at. Answers what it printed."""
        process = self.start(*arguments, crash_at=crash_at)
        try:
            out, _ = process.communicate(timeout=self.patience_s)
        finally:
            process.kill()
        assert process.returncode == (-signal.SIGKILL if crash_at else 0), f"{arguments} {crash_at}"
        return out.decode()
