import io
import json
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

GOOD = {
    "quantity": 500,
    "suppliers": [
        {"id": "p1", "capacity": 200, "minimum": 50, "multiple": 10, "unit_price": 9000, "recent_share": 0.4}
    ],
    "fairness": 0.0,
    "max_suppliers": None,
}


def run(document: object, tmp_path) -> dict:
    file = tmp_path / "problem.json"
    file.write_text(document if isinstance(document, str) else json.dumps(document))
    out = io.StringIO()
    call_command("allocate", str(file), stdout=out)
    return json.loads(out.getvalue())


def test_it_prints_the_answer_as_json(tmp_path):
    answer = run(GOOD, tmp_path)

    assert answer["served"] == 200
    assert answer["allocations"] == [{"id": "p1", "quantity": 200}]
    assert (answer["cost"], answer["unmet"]) == (1_800_000, 300)


def test_it_reads_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(GOOD).encode())))
    out = io.StringIO()
    call_command("allocate", "-", stdout=out)

    assert json.loads(out.getvalue())["unmet"] == 300


def one(**change: object) -> dict:
    return GOOD | {"suppliers": [GOOD["suppliers"][0] | change]}


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ("{", "document"),
        ("[" * 100_000, "document"),
        ('{"quantity": NaN, "suppliers": []}', "document"),
        ([], "document"),
        ({"suppliers": []}, "quantity"),
        (GOOD | {"quantity": -1}, "quantity"),
        (GOOD | {"quantity": 1.5}, "quantity"),
        (GOOD | {"quantity": True}, "quantity"),
        (GOOD | {"quantity": "500"}, "quantity"),
        (GOOD | {"quantity": 10**30}, "quantity"),
        ({"quantity": 1}, "suppliers"),
        (GOOD | {"suppliers": [7]}, "suppliers[0]"),
        (one(id=7), "suppliers[0].id"),
        (GOOD | {"suppliers": GOOD["suppliers"] * 2}, "suppliers[1].id"),
        (one(capacity=None), "suppliers[0].capacity"),
        (one(multiple=0), "suppliers[0].multiple"),
        (one(unit_price=-5), "suppliers[0].unit_price"),
        (one(recent_share="much"), "suppliers[0].recent_share"),
        (GOOD | {"fairness": -0.1}, "fairness"),
        (GOOD | {"max_suppliers": 1.5}, "max_suppliers"),
    ],
)
def test_a_wrong_field_is_named_and_the_exit_code_is_2(document, field, tmp_path):
    with pytest.raises(CommandError) as error:
        run(document, tmp_path)

    assert str(error.value).startswith(f"{field}: ")
    assert error.value.returncode == 2


def test_a_missing_file_is_exit_code_2(tmp_path):
    with pytest.raises(CommandError) as error:
        call_command("allocate", str(tmp_path / "none.json"))

    assert error.value.returncode == 2


def test_decimals_are_read_as_they_are_written(tmp_path):
    answer = run(one(recent_share=0.1) | {"fairness": 0.1}, tmp_path)

    assert Decimal(str(answer["penalty"])) == Decimal(18000)
