# syntax=docker/dockerfile:1
# One image for web, worker and one-off commands. No secret is in it: settings come from the environment (docs/operator.md).

FROM python:3.13-slim-trixie AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY requirements/base.txt requirements/base.txt
RUN python -m venv /opt/terruno \
    && /opt/terruno/bin/python -m pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: -r requirements/base.txt
COPY . .
# Translations, fonts and static files are made once, here; the key is thrown away with this stage's environment.
RUN DEBUG=false SECRET_KEY=only-while-building ALLOWED_HOSTS=localhost TERRUNO_VAR=/build STATIC_ROOT=/app/static \
    /opt/terruno/bin/python manage.py prepare --build \
    && /opt/terruno/bin/python -m compileall -q -j 0 /app

FROM python:3.13-slim-trixie
ENV PATH="/opt/terruno/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=terruno.settings \
    DEBUG=false \
    PORT=8000 \
    STATIC_ROOT=/app/static \
    TERRUNO_VAR=/var/lib/terruno
RUN useradd --system --uid 10001 --home-dir /var/lib/terruno --create-home --shell /usr/sbin/nologin terruno
COPY --from=build /opt/terruno /opt/terruno
COPY --from=build /app /app
WORKDIR /app
USER 10001
VOLUME /var/lib/terruno
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
    CMD ["python", "site/terruno/probe.py"]
# `exec` makes gunicorn the process that gets the signals.
CMD ["sh", "-c", "exec gunicorn terruno.wsgi:application --pythonpath site --bind 0.0.0.0:$PORT --workers ${WEB_WORKERS:-2} --threads ${WEB_THREADS:-4} --timeout 60 --graceful-timeout 20 --no-control-socket --worker-tmp-dir /dev/shm"]
