"""What script/lint does: each check in turn, its output shown only when it fails. Standard library only."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import _environment

ROOT = Path(__file__).resolve().parents[1]
PRODUCTION = {
    "DEBUG": "false",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "terruno.example",
    "CSRF_TRUSTED_ORIGINS": "https://terruno.example",
    "TERRUNO_BASE_URL": "https://terruno.example",
}
BIN = _environment.VENV / "bin"
CHECKS: dict[str, list[str | Path]] = {
    "ruff": [BIN / "ruff", "check", "--no-cache", "."],
    "format": [BIN / "ruff", "format", "--no-cache", "--check", "."],
    "layers": [BIN / "lint-imports", "--no-cache"],
    "mypy": [BIN / "mypy"],
    "templates": [BIN / "djlint", "--lint", "--quiet", "."],
    "migrations": [BIN / "python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "deploy": [BIN / "python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
    "translations": [BIN / "python", "tools/lint_translations.py"],
    "tracked": [BIN / "python", "tools/lint_tracked.py"],
    "shell": [BIN / "python", "tools/lint_shell.py"],
    "dockerfile": [BIN / "hadolint", "Dockerfile"],
    "compose": [BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml"],
}


def main(chosen: list[str]) -> int:
    if chosen == ["--list"]:
        print("\n".join(CHECKS))
        return 0
    unknown = [name for name in chosen if name not in CHECKS]
    if unknown:
        print(f"no such check: {', '.join(unknown)}; there are: {', '.join(CHECKS)}")
        return 2
    _environment.ready("dev")
    with tempfile.TemporaryDirectory(prefix="terruno-lint-", ignore_cleanup_errors=True) as var:
        failed = [name for name in chosen or CHECKS if not passes(name, Path(var))]
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def passes(name: str, var: Path) -> bool:
    started = time.monotonic()
    env = os.environ | {"TERRUNO_VAR": str(var), "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "PYTHONWARNINGS": "ignore"}
    env |= PRODUCTION if name == "deploy" else {"DJANGO_SETTINGS_MODULE": "terruno.settings"}
    done = subprocess.run(CHECKS[name], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except _environment.InstallFailed as failure:
        sys.exit(str(failure))
