"""The container's health check: exits 0 when this machine's web process answers. Standard library only.

The name it asks for is the first of ALLOWED_HOSTS, since a request for any other is refused.
"""

import http.client
import os


def main() -> int:
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".").replace("*", "localhost")
    connection = http.client.HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=4)
    try:
        connection.request("GET", "/healthz/live", headers={"Host": host})
        return 0 if connection.getresponse().status == http.client.OK else 1
    except OSError:
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
