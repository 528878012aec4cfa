from territories import ground


def test_the_sixteen_regions_run_from_north_to_south():
    regions = ground.regions()

    assert [r.code for r in regions] == "15 01 02 03 04 05 13 06 07 16 08 09 14 10 11 12".split()
    assert [r.order for r in regions] == list(range(1, 17))
    assert ground.region("06").short_name == "O'Higgins"


def test_there_are_346_comunas_and_only_antartica_has_no_outline():
    comunas = ground.comunas()

    assert len({c.code for c in comunas}) == 346
    assert [c.name for c in comunas if c.bbox is None] == ["Antártica"]
    assert all(c.region == c.code[:2] for c in comunas)


def test_names_are_spelt_as_people_write_them():
    assert ground.comuna("08301").name == "Los Ángeles"
    assert ground.comuna("08206").name == "Los Álamos"
    assert ground.comuna("16206").name == "Ránquil"
    assert ground.comuna("06204").name == "Marchigüe"


def test_a_comuna_is_found_by_any_of_its_names_without_accents_or_case():
    assert ground.find_comuna("  los angeles") == ground.comuna("08301")
    assert ground.find_comuna("LLAY LLAY") == ground.comuna("05703")
    assert ground.find_comuna("Coyhaique") == ground.comuna("11101")
    assert ground.find_comuna("Paihuano") == ground.comuna("04105")
    assert ground.find_comuna("Springfield") is None


def test_no_two_comunas_share_a_name():
    found = [ground.find_comuna(c.name) for c in ground.comunas()]

    assert found == list(ground.comunas())
