"""Wie een dossier overneemt: wat de vorige medewerker over zichzelf zei, komt nooit op naam van de nieuwe."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import NU, example_dossier, omgeving
from veiligheidsplan.export import as_lines
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.kopie import make_copy


def taken_over(waarden: list[tuple[str, str, object]]) -> Dossier:
    """Kim gives these; then Robin takes over, and has filled in the own name."""
    kim = [stamp(value_given(*w), door="sleutel van Kim", tijd=NU) for w in waarden]  # type: ignore[arg-type]
    robin = [
        stamp(f, door="sleutel van Robin", tijd=NU)
        for f in (
            Feit("overgenomen", {"van": "sleutel van Kim", "reden": "ziekte"}),
            value_given("medewerker", "naam", "Robin"),
        )
    ]
    return fold([*kim, *robin], example_dossier())


@pytest.mark.parametrize("cijfer", ["cijfer:medewerker", "cijfer:medewerker@samen"])
def test_een_cijfer_van_de_vorige_medewerker_staat_niet_op_naam_van_de_nieuwe(cijfer: str) -> None:
    """Een 3 van Kim is geen 3 van Robin: Robin wordt het opnieuw gevraagd."""
    setting = "samen" if cijfer.endswith("@samen") else "alleen"
    d = taken_over([(cijfer, "waarde", 3), (cijfer, "over", "gezin"), (cijfer, "setting", setting)])
    for voor in ("professional", "gezamenlijk"):
        assert "Robin over het hele gezin" not in "\n".join(
            as_lines(make_copy(d, omgeving(), voor, kenmerk="x"), 90)
        )
    assert not d.beantwoord(cijfer, "waarde")


def test_een_cijfer_van_iemand_uit_het_huishouden_blijft() -> None:
    """Alleen wat van de medewerker zelf was, gaat weg."""
    d = taken_over([("cijfer:persoon:1", "waarde", 7)])
    assert d.waarde("cijfer:persoon:1", "waarde") == 7
