import pytest
from django.test import RequestFactory

from foundation import limits
from foundation.models import LimitMark

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    now = [1_000_000.0]
    monkeypatch.setattr(limits, "clock", lambda: now[0])
    return now


def allowed(key: str = "ana", bucket: str = "inquiry") -> bool:
    try:
        limits.take(bucket, key, rate=0.1, burst=3)
    except limits.Exceeded:
        return False
    return True


def test_a_burst_passes_then_the_bucket_is_empty(clock):
    assert [allowed() for _ in range(5)] == [True, True, True, False, False]


def test_tokens_come_back_at_their_rate_and_never_above_the_burst(clock):
    while allowed():
        pass
    clock[0] += 10
    assert [allowed(), allowed()] == [True, False]
    clock[0] += 10_000
    assert [allowed() for _ in range(4)] == [True, True, True, False]


def test_it_says_when_to_come_back(clock):
    while allowed():
        pass
    with pytest.raises(limits.Exceeded) as error:
        limits.take("inquiry", "ana", rate=0.1, burst=3)
    assert error.value.retry_after == 10


def test_keys_and_buckets_are_apart(clock):
    while allowed():
        pass
    assert allowed("eva")
    assert allowed("ana", "sign-in")


def test_no_address_is_kept(clock):
    allowed("ana@example.org")
    assert "ana" not in LimitMark.objects.get().key


def request(remote: str, forwarded: str = ""):
    return RequestFactory().get("/", REMOTE_ADDR=remote, **({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}))


@pytest.mark.parametrize(
    ("trusted", "forwarded", "seen"),
    [
        (0, "1.1.1.1", "203.0.113.9"),
        (1, "", "203.0.113.9"),
        (1, "6.6.6.6, 198.51.100.7", "198.51.100.7"),
        (2, "6.6.6.6, 198.51.100.7, 10.0.0.1", "198.51.100.7"),
    ],
)
def test_a_forged_forwarded_header_changes_nothing(settings, trusted, forwarded, seen):
    settings.TERRUNO_TRUSTED_PROXIES = trusted
    assert limits.address(request("203.0.113.9", forwarded)) == seen


@pytest.mark.parametrize(
    ("remote", "prefix"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        ("::ffff:203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("", "unknown"),
        ("unix:", "unknown"),
    ],
)
def test_neighbours_share_a_prefix(remote, prefix):
    assert limits.address_prefix(request(remote)) == prefix
