"""The embedded index is files that processes share."""

import subprocess
import sys

from search.engines.embedded.engine import EmbeddedEngine
from tests.search.listings import listing


def test_another_process_writes_and_this_one_sees_it(tmp_path):
    engine = EmbeddedEngine(tmp_path / "search")
    engine.upsert([listing(1, "Queso")])
    assert engine.count() == 1
    script = (
        "from pathlib import Path; from search.engines.embedded.engine import EmbeddedEngine\n"
        "from tests.search.listings import listing\n"
        f"EmbeddedEngine(Path({str(tmp_path / 'search')!r})).upsert([listing(2, 'Vino')])"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

    assert {key for key, _version in engine.versions()} == {("product", 1), ("product", 2)}
