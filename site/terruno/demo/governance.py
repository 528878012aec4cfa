"""Who decides, what was planned and promised, the programme's cycle, and the reports, signed from the rows themselves.

Bodies, seats, plans and commitments are examples in our own words; seats carry roles, never a person's name.
"""

from datetime import date, timedelta
from typing import Any
from zlib import crc32

from django.utils import timezone

from foundation.actors import SYSTEM
from governance.enums import IndicatorKind, Level, ReportKind
from governance.models import (
    Agreement,
    Body,
    Commitment,
    Indicator,
    Initiative,
    MeetingSession,
    Milestone,
    MilestoneReached,
    Objective,
    ProgrammeCycle,
    Reading,
    Report,
    Seat,
    Stage,
    StrategicPlan,
)
from governance.periods import Period
from governance.scopes import REGIONS_OF_2005, region_slug
from governance.services import sign_off
from producers.models import Network
from territories.models import Territory, TerritoryComuna, TerritoryStatus

from .files import Row, both, read
from .loader import Loader

MANDATE = timedelta(days=730)


def load_governance(loader: Loader, territories: dict[str, Territory], networks: dict[str, Network]) -> None:
    data = read("governance")
    operating = {slug: t for slug, t in territories.items() if t.status == TerritoryStatus.OPERATING}
    bodies = _bodies(loader, data, operating)
    _seats(loader, data, operating, networks, bodies)
    commitments = _commitments(loader, data, operating, bodies)
    _sessions(loader, data, operating, bodies, commitments)
    _plans(loader, data, operating, bodies)
    _cycle(loader, data["cycle"], operating)
    _cycle(loader, _moved(data["cycle"], _today().year), operating)


def _today() -> date:
    return timezone.localdate()


def _bodies(loader: Loader, data: Row, territories: dict[str, Territory]) -> dict[str, Body]:
    since = _today() - timedelta(days=548)
    rows = [_body(row, row["slug"], order, level=Level.NATIONAL) for order, row in enumerate(data["national"])]
    rows += [
        _body(
            data["regional"] | {"kind": "coordination"}, f"coordinacion-{region_slug(code)}", order,
            level=Level.REGIONAL, region_id=code,
        )
        for order, code in enumerate(REGIONS_OF_2005)
    ]  # fmt: skip
    for slug, territory in territories.items():
        kinds = [*data["territorial"], *data["territories"][slug]["tables"]]
        rows += [
            _body(row, f"{slug}-{row['slug']}", order, level=Level.TERRITORIAL, territory=territory, starts_on=since)
            for order, row in enumerate(kinds)
        ]
    bodies: dict[str, Body] = loader.put(Body, rows)
    _parents(data, territories, bodies)
    return bodies


def _body(row: Row, slug: str, order: int, **place: Any) -> dict[str, Any]:
    return {"slug": slug, "kind": row["kind"], "order": order, **both(row, "name", "purpose"), **place}


def _parents(data: Row, territories: dict[str, Territory], bodies: dict[str, Body]) -> None:
    """Set only where none is set: what people moved stays where they put it."""
    above = {row["slug"]: row["parent"] for row in data["national"] if row["parent"]}
    for slug in territories:
        for row in [*data["territorial"], *data["territories"][slug]["tables"]]:
            if row["parent"]:
                above[f"{slug}-{row['slug']}"] = f"{slug}-{row['parent']}"
    moved = [bodies[slug] for slug, parent in above.items() if bodies[slug].parent_id is None and parent in bodies]
    for body in moved:
        body.parent = bodies[above[body.slug]]
    Body.objects.bulk_update(moved, ["parent"])


def _seats(
    loader: Loader, data: Row, territories: dict[str, Territory], networks: dict[str, Network], bodies: dict[str, Body]
) -> None:
    seats = [seat for row in data["national"] for seat in _listed(bodies[row["slug"]], row["seats"])]
    for code in REGIONS_OF_2005:
        seats += _listed(bodies[f"coordinacion-{region_slug(code)}"], data["regional"]["seats"])
    mayors = _mayors(territories)
    for slug, territory in territories.items():
        own = data["territories"][slug]
        for row in data["territorial"]:
            places = list(row["seats"])
            if row.get("mayors"):
                places += [[f"Alcaldía de {name}", f"Mayor of {name}", "municipal"] for name in mayors[territory.pk]]
                places += [[es, en, "public"] for es, en in data["services"]]
                own_networks = [n for n in networks.values() if n.territory_id == territory.pk]
                places += [[network.name, network.name, "private"] for network in own_networks]
                places += [[es, en, "civil"] for es, en in own["civil"]]
            seats += _listed(bodies[f"{slug}-{row['slug']}"], places)
        for row in own["tables"]:
            seats += _listed(bodies[f"{slug}-{row['slug']}"], row["seats"])
    loader.join(Seat, seats, "body", "order")


def _listed(body: Body, places: list[list[Any]]) -> list[dict[str, Any]]:
    start = body.starts_on or _today() - timedelta(days=365)
    return [
        {
            "body": body, "order": order, "role_es": place[0], "role_en": place[1], "sector": place[2],
            "places": place[3] if len(place) > 3 else 1, "chairs": bool(place[4]) if len(place) > 4 else False,
            "starts_on": start, "ends_on": start + MANDATE,
        }
        for order, place in enumerate(places)
    ]  # fmt: skip


def _mayors(territories: dict[str, Territory]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {territory.pk: [] for territory in territories.values()}
    members = TerritoryComuna.objects.on(_today()).filter(territory__in=list(found)).order_by("comuna__name")
    for territory, name in members.values_list("territory", "comuna__name"):
        found[territory].append(name)
    return found


def _commitments(
    loader: Loader, data: Row, territories: dict[str, Territory], bodies: dict[str, Body]
) -> dict[str, Commitment]:
    rows = []
    for at, (slug, territory) in enumerate(territories.items()):
        for number, row in enumerate([*data["common"], *data["territories"][slug]["commitments"]], 1):
            rows.append(_commitment(data, row, territory, bodies, number, days=at * 3))
    return loader.put(Commitment, rows)


def _commitment(
    data: Row, row: Row, territory: Territory, bodies: dict[str, Body], number: int, days: int
) -> dict[str, Any]:
    """`due` and `done` are days from today; `days` moves a territory's a little, so that they are not all alike."""
    today, owner = _today(), data["owners"][row["owner"]]
    due = today + timedelta(days=row["due"] + (days if row["due"] > 0 else -days if row["due"] < -40 else 0))
    done = today + timedelta(days=row["done"] - days) if row["done"] is not None else None
    return {
        "slug": f"{territory.slug}-{number}",
        "number": number,
        "level": Level.TERRITORIAL,
        "territory": territory,
        "owner": bodies.get(f"{territory.slug}-{row['owner']}"),
        "owner_role_es": owner[0],
        "owner_role_en": owner[1],
        "due_on": due,
        "announced_on": min(due - timedelta(days=60), today - timedelta(days=10 + days)),
        "status": row["status"],
        "done_on": done,
        "evidence_es": _upper(row["proof_es"]) if done else "",
        "evidence_en": _upper(row["proof_en"]) if done else "",
        **both(row, "text", "proof"),
    }


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sessions(
    loader: Loader, data: Row, territories: dict[str, Territory], bodies: dict[str, Body],
    commitments: dict[str, Commitment],
) -> None:  # fmt: skip
    sessions, agreements = [], []
    for at, (slug, _territory) in enumerate(territories.items()):
        for body, held in data["sessions"].items():
            for subject_es, subject_en, days, present in held:
                day = _today() + timedelta(days=days - 5 * at)
                sessions.append(
                    {
                        "slug": f"{slug}-{body}-{subject_es[:12].lower().replace(' ', '-')}",
                        "body": bodies[f"{slug}-{body}"], "held_on": day, "subject_es": subject_es,
                        "subject_en": subject_en, "present": present + at % 4,
                    }
                )  # fmt: skip
    known = loader.put(MeetingSession, sessions)
    for slug in territories:
        for session in [one for key, one in known.items() if key.startswith(f"{slug}-")]:
            body = session.body.slug.removeprefix(f"{slug}-")
            for number, (es, en) in enumerate(data["territories"][slug]["agreements"].get(body, []), 1):
                promise = commitments.get(f"{slug}-{len(data['common']) + 1}") if body == "consejo" else None
                agreements.append(
                    {
                        "session": session, "number": number, "text_es": es, "text_en": en,
                        "commitment": promise if number == 1 else None,
                    }
                )  # fmt: skip
    loader.join(Agreement, agreements, "session", "number")


def _plans(loader: Loader, data: Row, territories: dict[str, Territory], bodies: dict[str, Body]) -> None:
    year = _today().year
    plans = loader.put(
        StrategicPlan,
        [
            {
                "slug": slug, "territory": territory, "body": bodies[f"{slug}-consejo"], "first_year": year,
                "last_year": year + 4, "agreed_on": _today() - timedelta(days=470),
                **both(data["territories"][slug], "vision", "mission", "identity"),
            }
            for slug, territory in territories.items()
        ],
    )  # fmt: skip
    for slug, plan in plans.items():
        _objectives(loader, data["territories"][slug]["objectives"], plan, bodies)


def _objectives(loader: Loader, rows: list[Row], plan: StrategicPlan, bodies: dict[str, Body]) -> None:
    year = plan.first_year
    loader.join(
        Objective,
        [{"plan": plan, "order": at, "axis": row["axis"], **both(row, "text")} for at, row in enumerate(rows)],
        "plan", "order",
    )  # fmt: skip
    known = {objective.order: objective for objective in plan.objectives.all()}
    for at, row in enumerate(rows):
        initiatives = [
            {
                "objective": known[at], "order": order, "body": bodies.get(f"{plan.slug}-{one['owner']}"),
                "first_year": year + one["years"][0], "last_year": year + one["years"][1], **both(one, "title"),
            }
            for order, one in enumerate(row["initiatives"])
        ]  # fmt: skip
        loader.join(Initiative, initiatives, "objective", "order")
        _indicators(loader, known[at], row["indicators"], year)


def _indicators(loader: Loader, objective: Objective, rows: list[Row], year: int) -> None:
    wanted = [
        {
            "objective": objective, "order": order, "figure": row["figure"] or "",
            "kind": IndicatorKind.COMPUTED if row["figure"] else IndicatorKind.TYPED, "baseline": row["baseline"],
            "target": row["target"], "target_year": year + row["year"], **both(row, "name", "unit"),
        }
        for order, row in enumerate(rows)
    ]  # fmt: skip
    loader.join(Indicator, wanted, "objective", "order")
    known = {indicator.order: indicator for indicator in objective.indicators.all()}
    readings = [
        {
            "indicator": known[order], "value": row["reading"], "read_by_es": row["who_es"],
            "read_by_en": row["who_en"], "read_on": _today() - timedelta(days=50),
        }
        for order, row in enumerate(rows)
        if "reading" in row
    ]  # fmt: skip
    loader.join(Reading, readings, "indicator")


def _cycle(loader: Loader, row: Row, territories: dict[str, Territory]) -> None:
    """The itinerary of 2005: what each region and territory reached by its day is an example, as its page says."""
    cycle = loader.put(ProgrammeCycle, [{"slug": row["slug"], "year": row["year"], **both(row, "name", "summary")}])[
        row["slug"]
    ]
    stages = [
        {"cycle": cycle, "number": s["number"], "starts_on": s["starts"], "ends_on": s["ends"], **both(s, "name")}
        for s in row["stages"]
    ]
    loader.join(Stage, stages, "cycle", "number")
    by_number = {stage.number: stage for stage in cycle.stages.all()}
    for stage in row["stages"]:
        milestones = [
            {
                "stage": by_number[stage["number"]],
                "order": order,
                "per": per,
                "text_es": es,
                "text_en": en,
                "due_on": due,
            }
            for order, (per, es, en, due) in enumerate(stage["milestones"])
        ]
        loader.join(Milestone, milestones, "stage", "order")
    reached = []
    for milestone in Milestone.objects.filter(stage__cycle=cycle).select_related("stage"):
        reached += _reached(milestone, territories)
    loader.join(MilestoneReached, reached, "milestone", "region_id", "territory_id")


def _moved(row: Row, year: int) -> Row:
    """The same itinerary in a later year, as the programme's rhythm: `2005` and `2006` in its words move along."""
    years = year - row["year"]

    def later(day: str) -> str:
        return f"{int(day[:4]) + years}{day[4:]}"

    def said(text: str) -> str:
        return text.replace("2006", str(year + 1))

    stages = [
        stage | {
            "starts": later(stage["starts"]), "ends": later(stage["ends"]),
            "name_es": said(stage["name_es"]), "name_en": said(stage["name_en"]),
            "milestones": [[per, said(es), said(en), later(due)] for per, es, en, due in stage["milestones"]],
        }
        for stage in row["stages"]
    ]  # fmt: skip
    words = read("governance")["cycle_now"]
    return {
        "slug": f"ciclo-{year}", "year": year, "stages": stages, "name_es": f"Ciclo {year}", "name_en": f"Cycle {year}",
        **both(words, "summary"),
    }  # fmt: skip


def _done(milestone: Milestone, place: str) -> date | None:
    """Some days before its date; of the last six weeks only about half are reached so far."""
    chance = crc32(f"{milestone.order} {milestone.due_on} {place}".encode()) % 10
    due = milestone.due_on
    if due > _today() - timedelta(days=45) and chance < (5 if due <= _today() else 7):
        return None
    return min(due - timedelta(days=3 + chance), _today() - timedelta(days=1))


def _reached(milestone: Milestone, territories: dict[str, Territory]) -> list[dict[str, Any]]:
    if milestone.per == Level.REGIONAL:
        return [
            {
                "milestone": milestone, "level": Level.REGIONAL, "region_id": code, "territory_id": None,
                "done_on": _done(milestone, code),
            }
            for code in REGIONS_OF_2005
        ]  # fmt: skip
    return [
        {
            "milestone": milestone, "level": Level.TERRITORIAL, "region_id": None, "territory_id": territory.pk,
            "done_on": _done(milestone, territory.slug),
        }
        for territory in territories.values()
    ]  # fmt: skip


def load_reports(territories: dict[str, Territory]) -> int:
    """Reports over the demo's rows, signed where their period is over. Last, when every row is there; made once."""
    words = read("governance")["reports"]
    now = Period.quarter_of(_today())
    last, before = now.before(), now.before().before()
    team = {"signatory_es": "Secretaría Técnica", "signatory_en": "Technical Secretariat"}
    year = Period.year(_today().year - 1)
    limari = {"level": Level.TERRITORIAL, "territory": territories["limari"]}
    wanted: list[tuple[str, ReportKind, Period, dict[str, Any]]] = [
        ("limari", ReportKind.QUARTERLY, before, limari | team),
        ("limari", ReportKind.QUARTERLY, last, limari | team | _intro(words)),
        ("limari", ReportKind.QUARTERLY, now, limari | team),
        ("chile", ReportKind.QUARTERLY, last, {"level": Level.NATIONAL, **_board()}),
        ("limari", ReportKind.EVALUATION, Period.months(last.first.year, 1, 6), limari | team),
        ("coquimbo", ReportKind.REGIONAL_PLAN, year, {"level": Level.REGIONAL, "region_id": "04", **_coordination()}),
        ("limari", ReportKind.PUBLIC_ACCOUNT, year, limari | {"signatory_es": "Consejo", "signatory_en": "Council"}),
    ]
    made = 0
    for name, kind, period, columns in wanted:
        slug = f"{name}-{kind.value.replace('_', '-')}-{period.slug}"
        if Report.objects.filter(slug=slug).exists():
            continue
        report = Report.objects.create(
            slug=slug, kind=kind, starts_on=period.first, ends_on=period.last, **both(words, "addressee"), **columns
        )
        made += 1
        if not period.running:
            sign_off(SYSTEM, report)
    return made


def _intro(words: Row) -> dict[str, str]:
    return {"intro_es": words["intro_quarter_es"], "intro_en": words["intro_quarter_en"]}


def _board() -> dict[str, str]:
    return {"signatory_es": "Directorio Nacional", "signatory_en": "National Board"}


def _coordination() -> dict[str, str]:
    return {"signatory_es": "Coordinación Regional", "signatory_en": "Regional Coordination"}
