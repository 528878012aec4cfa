"""What script/server does, step by step: environment, preparation, then web and worker until told to stop.

Standard library only: it runs before anything is installed, and stays as the parent of the two processes.
"""

import errno
import os
import secrets
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from subprocess import Popen

import _children
import _environment

ROOT = Path(__file__).resolve().parents[1]
STARTED = time.monotonic()
READY_WITHIN = 120.0
"""Seconds the web process has to answer its ready probe before we say that something is wrong."""
FAST_DEATHS = 5
"""A child that dies this often within a minute is not started again."""


def say(text: str) -> None:
    print(f"[{time.monotonic() - STARTED:5.1f} s] {text}", flush=True)


def serve() -> int:
    env = environment()
    port = int(env["PORT"])
    refuse_taken(port)
    python = _environment.ready("base")
    running: dict[str, Popen[bytes]] = {}
    try:
        prepare(python, env, running)
        commands = {"web": web_command(python, port), "worker": [python, "manage.py", "work"]}
        for name, command in commands.items():
            running[name] = _children.start(command, env, ROOT)
        announce(port, Path(env["TERRUNO_VAR"]), running)
        return supervise(commands, env, running)
    except _children.Stopped as stopped:
        say(f"stopping ({stopped})")
        return 0
    finally:
        _children.stop(list(running.values()))
        say("stopped")


def environment() -> dict[str, str]:
    """The children's environment. Unless DEBUG is set: as in production, but plain HTTP on this machine only."""
    env = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}}
    env.setdefault("PORT", "8000")
    if not env["PORT"].isdigit() or not 0 < int(env["PORT"]) < 65536:
        sys.exit(f"PORT is not a port number: {env['PORT']}")
    var = Path(env.get("TERRUNO_VAR") or ROOT / "var").resolve()
    env |= {"TERRUNO_VAR": str(var), "DJANGO_SETTINGS_MODULE": "terruno.settings", "PYTHONUNBUFFERED": "1"}
    if "DEBUG" not in env:
        local = {
            "DEBUG": "false",
            "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
            "SECURE_SSL_REDIRECT": "false",
            "SECURE_HSTS_SECONDS": "0",
            "SECURE_HSTS_ALL": "false",
            "TERRUNO_MAILBOX": "true",
            "TERRUNO_TEST_PAYMENTS": "true",
            "LOG_LEVEL": "WARNING",
        }
        env = local | {"SECRET_KEY": env.get("SECRET_KEY") or secret_key(var)} | env
    return env


def secret_key(var: Path) -> str:
    """The key of this checkout: made once, kept beside the data it signs for, readable by its owner only."""
    path = var / "secret-key"
    if not path.is_file():
        var.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(60))
    return path.read_text()


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno == errno.EACCES:
                sys.exit(f"Port {port} is not ours to use; choose one above 1023: PORT=8080 script/server")
            sys.exit(f"Port {port} is in use. Stop what uses it, or choose another: PORT={port + 1} script/server")


def prepare(python: Path, env: dict[str, str], running: dict[str, Popen[bytes]]) -> None:
    running["preparation"] = _children.start([python, "manage.py", "prepare", "--demo"], env, ROOT)
    status = running["preparation"].wait()
    del running["preparation"]
    if status:
        raise SystemExit("The preparation failed; its message is above. Nothing was started.")


def web_command(python: Path, port: int) -> list[str | Path]:
    """gunicorn by its module: the console script's first line breaks in a path with a space."""
    options = ["--bind", f"127.0.0.1:{port}", "--workers", os.environ.get("WEB_WORKERS", "2")]
    options += ["--threads", os.environ.get("WEB_THREADS", "4"), "--timeout", "60", "--graceful-timeout", "5"]
    options += ["--pythonpath", "site", "--log-level", "warning", "--no-control-socket"]
    return [python, "-m", "gunicorn", "terruno.wsgi:application", *options]


def announce(port: int, var: Path, running: dict[str, Popen[bytes]]) -> None:
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + READY_WITHIN
    while not answers(f"{address}/healthz/ready") and running["web"].poll() is None:
        if time.monotonic() > deadline:
            say(f"{address}/healthz/ready has not answered 200 yet; what it says: open it")
            return
        time.sleep(0.1)
    if running["web"].poll() is None:
        say(f"ready: {address}/   (Ctrl-C stops it)")
        sign_ins = var / "sign-ins.txt"
        if sign_ins.is_file():
            print(sign_ins.read_text(encoding="utf-8").rstrip(), flush=True)


def answers(address: str) -> bool:
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def supervise(commands: dict[str, list[str | Path]], env: dict[str, str], running: dict[str, Popen[bytes]]) -> int:
    """Start again whichever child dies, later each time. Answers 1 when one cannot stay up; else ends by Stopped."""
    deaths: dict[str, list[float]] = {name: [] for name in commands}
    while True:
        time.sleep(0.25)
        for name, command in commands.items():
            status = running[name].poll()
            if status is None:
                continue
            _children.kill_group(running[name].pid)
            now = time.monotonic()
            deaths[name] = [at for at in deaths[name] if now - at < 60] + [now]
            if len(deaths[name]) >= FAST_DEATHS:
                say(f"{name} died {FAST_DEATHS} times within a minute (last: {ending(status)}); giving up")
                return 1
            delay = 0.5 * 2 ** (len(deaths[name]) - 1)
            say(f"{name} died ({ending(status)}); starting it again in {delay:g} s")
            time.sleep(delay)
            running[name] = _children.start(command, env, ROOT)


def ending(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"exit status {status}"


if __name__ == "__main__":
    os.chdir(ROOT)
    _children.stop_on_signals()
    try:
        sys.exit(serve())
    except _environment.InstallFailed as failure:
        sys.exit(str(failure))
    except _children.Stopped:
        sys.exit(0)
