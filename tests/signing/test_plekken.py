"""Op welke plek iemand tekent: bij naam van de plek, of bij rol, en in de volgorde die de plekken zeggen."""

from __future__ import annotations

import io

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from tests.export.voorbeeld import document
from tests.signing.plan import NU, UUR, WACHTZIN, identiteit, leeg
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import Handtekeningvak
from veiligheidsplan.signing.plekken import choose, places
from veiligheidsplan.signing.sign import sign
from veiligheidsplan.signing.verify import verify


def with_roles() -> bytes:
    vakken = (
        Handtekeningvak("Kim de Vries", "partij-1"),
        Handtekeningvak("Lou Visser, Procesregisseur", "partij-2", "Procesregisseur"),
        Handtekeningvak("Mo Smit, Andere organisatie", "partij-3", "Andere organisatie"),
        Handtekeningvak("Fem Kok, Andere organisatie", "partij-4", "Andere organisatie"),
    )
    return render(document(blokken=vakken))


def chosen(pdf: bytes, als: str | None) -> str:
    return choose(places(PdfFileReader(io.BytesIO(pdf))), als).veld


def code(pdf: bytes, als: str | None) -> tuple[str, str]:
    with pytest.raises(BevindingenFout) as fout:
        chosen(pdf, als)
    (b,) = fout.value.bevindingen
    return b.code, b.suggestie or ""


@pytest.mark.parametrize("als", ["partij-2", "PARTIJ-2", "Procesregisseur", "procesregisseur"])
def test_een_plek_heet_naar_haar_nummer_of_haar_rol(als: str) -> None:
    assert chosen(with_roles(), als) == "partij-2"


def test_een_rol_van_twee_mensen_is_pas_duidelijk_als_er_een_plek_vrij_is() -> None:
    assert code(with_roles(), "andere_organisatie")[0] == "VP820"
    een = sign(with_roles(), identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    twee = sign(een, identiteit("Mo Smit"), WACHTZIN, veld="partij-3", nu=NU + UUR)
    assert chosen(twee, "andere organisatie") == "partij-4"


def test_zonder_keuze_is_de_enige_vrije_plek_bedoeld_en_anders_wordt_gevraagd() -> None:
    assert code(leeg(), None) == (
        "VP820",
        "Deze plekken zijn nog vrij: partij-1, partij-2. Kies er een met --als.",
    )
    een = sign(leeg(), identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    assert chosen(een, None) == "partij-2"
    twee = sign(een, identiteit("Wijkteam"), WACHTZIN, veld=None, nu=NU + UUR)
    assert verify(twee).goed
    assert code(twee, None) == ("VP812", "Dit document heeft geen vrije plek.")


def test_in_een_vaste_volgorde_wacht_een_plek_op_de_vorige() -> None:
    pdf = leeg("partij-1", "partij-2-na-1", "partij-3-na-2")
    een = sign(pdf, identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    assert code(een, "partij-3")[0] == "VP819"
    twee = sign(een, identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR)
    drie = sign(twee, identiteit("Lou Visser"), WACHTZIN, veld="partij-3", nu=NU + 2 * UUR)
    uit = verify(drie)
    assert uit.goed
    assert [h.veld for h in uit.handtekeningen] == ["partij-1", "partij-2", "partij-3"]
    assert uit.handtekeningen[0].daarna == (
        "de handtekening bij «partij-2»",
        "de handtekening bij «partij-3»",
    )


def test_wie_voor_zijn_beurt_tekent_zonder_dit_programma_valt_op() -> None:
    from tests.signing.aanvaller import sign_raw

    pdf = leeg("partij-1", "partij-2-na-1")
    vroeg = sign_raw(pdf, identiteit(), WACHTZIN, veld="partij-2-na-1", nu=NU, vastleggen=True)
    assert "VP829" in {b.code for b in verify(vroeg).bevindingen}
