"""`manage.py plan_route`, from its JSON to its JSON."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

GOOD = {
    "days": [{"start": 540, "end": 1140, "from": 0, "to": 0}],
    "time_limit_s": 2,
    "places": [{"id": "depot"}, {"id": "a", "score": 10, "visit": 60, "open": [[600, 780], [900, 1080]]}],
    "travel": [[0, 12], [12, 0]],
}


def run(document: object, tmp_path) -> dict:
    file = tmp_path / "problem.json"
    file.write_text(document if isinstance(document, str) else json.dumps(document))
    out = io.StringIO()
    call_command("plan_route", str(file), stdout=out)
    return json.loads(out.getvalue())


def test_it_prints_the_plan_as_json(tmp_path):
    answer = run(GOOD, tmp_path)

    assert answer["score"] == 10
    assert answer["days"] == [{"stops": [{"id": "a", "arrive": 600, "start": 600, "leave": 660}], "travel": 24}]
    assert answer["dropped"] == []


def test_it_reads_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(GOOD).encode())))
    out = io.StringIO()
    call_command("plan_route", "-", stdout=out)

    assert json.loads(out.getvalue())["score"] == 10


def test_what_is_left_out_has_its_reason(tmp_path):
    far = GOOD | {"travel": [[0, 400], [400, 0]]}

    assert run(far, tmp_path)["dropped"] == [{"id": "a", "reason": "too_far"}]


def place(**change: object) -> dict:
    return GOOD | {"places": [GOOD["places"][0], GOOD["places"][1] | change]}


def day(**change: object) -> dict:
    return GOOD | {"days": [GOOD["days"][0] | change]}


@pytest.mark.parametrize(
    ("document", "score"),
    [
        (place(score=2.5), 2.5),
        (place(score=3.0), 3),
        (place(visit=60.0), 10),
        (place(open=None), 10),
        (place(open=[]), 0),
        (place(note="more fields are no harm"), 10),
        (GOOD | {"travel": [[9999, 12], [12, 9999]]}, 10),
        ({name: value for name, value in GOOD.items() if name != "time_limit_s"}, 10),
    ],
)
def test_it_takes_what_can_be_understood(document, score, tmp_path):
    assert run(document, tmp_path)["score"] == score


def many(count: int) -> dict:
    return {"days": GOOD["days"], "places": [{"id": str(n)} for n in range(count)], "travel": []}


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ("{", "document"),
        ("", "document"),
        ("[" * 100_000, "document"),
        ('{"time_limit_s": NaN}', "document"),
        ('{"time_limit_s": Infinity}', "document"),
        ('{"time_limit_s": ' + "9" * 5000 + "}", "document"),
        ([], "document"),
        ({}, "places"),
        (GOOD | {"places": []}, "places"),
        (GOOD | {"places": {"a": 1}}, "places"),
        (GOOD | {"places": ["a", "b"]}, "places[0]"),
        (many(10_000), "places"),
        (place(id=7), "places[1].id"),
        (place(id=""), "places[1].id"),
        (place(id="\ud800"), "places[1].id"),
        (place(id="depot"), "places[1].id"),
        (place(score=-1), "places[1].score"),
        (place(score=10**30), "places[1].score"),
        (place(score="10"), "places[1].score"),
        (place(score=True), "places[1].score"),
        (place(score=0.1234), "places[1].score"),
        (place(visit=-1), "places[1].visit"),
        (place(visit=1.5), "places[1].visit"),
        (place(visit=10**12), "places[1].visit"),
        (place(open=7), "places[1].open"),
        (place(open=[7]), "places[1].open[0]"),
        (place(open=[[1, 2, 3]]), "places[1].open[0]"),
        (place(open=[[1, 2], [780, 600]]), "places[1].open[1]"),
        (place(open=[[-5, 600]]), "places[1].open[0][0]"),
        (place(open=[[5, "late"]]), "places[1].open[0][1]"),
        (place(open=[[0, 1]] * 101), "places[1].open"),
        ({"places": GOOD["places"], "travel": GOOD["travel"]}, "days"),
        (GOOD | {"days": []}, "days"),
        (GOOD | {"days": GOOD["days"] * 40}, "days"),
        (GOOD | {"days": [None]}, "days[0]"),
        (day(start=None), "days[0].start"),
        (day(start=-1), "days[0].start"),
        (day(start=1141), "days[0].end"),
        (day(end=10**100), "days[0].end"),
        (day(to=2), "days[0].to"),
        (day(**{"from": -1}), "days[0].from"),
        (day(**{"from": 99}), "days[0].from"),
        (GOOD | {"travel": None}, "travel"),
        (GOOD | {"travel": [[0, 12]]}, "travel"),
        (GOOD | {"travel": [[0, 12], [12]]}, "travel[1]"),
        (GOOD | {"travel": [[0, 12], 12]}, "travel[1]"),
        (GOOD | {"travel": [[0, -12], [12, 0]]}, "travel[0][1]"),
        (GOOD | {"travel": [[0, 12], [1e300, 0]]}, "travel[1][0]"),
        (GOOD | {"travel": [[0, 12], [None, 0]]}, "travel[1][0]"),
        (GOOD | {"time_limit_s": -1}, "time_limit_s"),
        (GOOD | {"time_limit_s": 10**9}, "time_limit_s"),
        (GOOD | {"time_limit_s": "2"}, "time_limit_s"),
    ],
)
def test_a_wrong_field_is_named_and_the_exit_code_is_2(document, field, tmp_path):
    with pytest.raises(CommandError) as error:
        run(document, tmp_path)

    assert str(error.value).startswith(f"{field}: ")
    assert error.value.returncode == 2


@pytest.mark.parametrize("name", ["none.json", "."])
def test_a_file_that_cannot_be_read_is_exit_code_2(name, tmp_path):
    with pytest.raises(CommandError) as error:
        call_command("plan_route", str(tmp_path / name))

    assert error.value.returncode == 2
