"""Een bestand dat kwaad wil of gewoon iets anders is: een antwoord, binnen de tijd en binnen het geheugen."""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest

from tests.signing import bijwerken as bij
from tests.signing.plan import NU, WACHTZIN, een, identiteit, leeg, twee
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.signing.sign import sign
from veiligheidsplan.signing.verify import MAX_BYTES, verify

KOP = b"%PDF-1.7\n"


def file_of(objecten: dict[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A whole PDF of these objects."""
    inhoud, plekken = bij.body(objecten, len(KOP))
    xref = len(KOP) + len(inhoud)
    einde = b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (max(objecten) + 1, trailer, xref)
    return KOP + inhoud + bij.table(plekken) + einde


CATALOGUS = b"<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>"
HANDTEKENING = (
    b"<</FT/Sig/T(a)/V<</Type/Sig/Filter/x/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>>>"
)


def fields_(n: int) -> bytes:
    """A form with so many signed fields."""
    velden = {10 + i: HANDTEKENING.replace(b"(a)", b"(a%d)" % i) for i in range(n)}
    lijst = b" ".join(b"%d 0 R" % k for k in velden)
    return file_of(
        {1: CATALOGUS, 2: b"<</Type/Pages/Kids[]/Count 0>>", 3: b"<</Fields[" + lijst + b"]>>", **velden}
    )


def bomb(lagen: int) -> bytes:
    """A stream that becomes a thousand times as large for every layer."""
    data = b"\x00" * 50_000_000
    for _ in range(lagen):
        data = zlib.compress(data, 9)
    return data


def as_objstm() -> bytes:
    filters = b"/Filter[/FlateDecode/FlateDecode]"
    stroom = bij.stream(bomb(2), b"/Type/ObjStm/N 1000000/First 1" + filters)
    xref = bij.stream(bomb(2), b"/Type/XRef/Size 9/W[1 4 1]/Root 1 0 R" + filters)
    inhoud, plekken = bij.body({1: CATALOGUS, 2: stroom, 3: xref}, len(KOP))
    return KOP + inhoud + b"startxref\n%d\n%%%%EOF\n" % plekken[3]


def chain(n: int) -> bytes:
    """So many revisions, one after the other."""
    pdf = file_of({1: CATALOGUS, 2: b"<</Type/Pages/Kids[]/Count 0>>", 3: b"<</Fields[]>>"})
    for _ in range(n):
        pdf += b"xref\n0 0\ntrailer\n<</Size 4/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
            bij.startxref(pdf), len(pdf),
        )  # fmt: skip
    return pdf


DIEP = 30_000
VIJANDIG: dict[str, Callable[[], bytes]] = {
    "te groot": lambda: KOP + b"0" * MAX_BYTES,
    "tienduizend handtekeningen": lambda: fields_(10_000),
    "zestig handtekeningen": lambda: fields_(60),
    "duizend versies": lambda: chain(1000),
    "twintig lege versies": lambda: chain(20),
    "een bom van lagen in een objectstroom": as_objstm,
    "heel diep genest": lambda: file_of({1: b"[" * DIEP + b"]" * DIEP}),
    "heel diep geneste blokken": lambda: file_of({1: b"<</A" * DIEP + b"1" + b">>" * DIEP}),
    "een boom die zichzelf bevat": lambda: file_of(
        {1: CATALOGUS, 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>", 3: b"<</Fields[3 0 R]>>"}
    ),
    "velden die elkaar bevatten": lambda: file_of(
        {1: CATALOGUS, 2: b"<<>>", 3: b"<</Fields[4 0 R]>>", 4: b"<</FT/Sig/T(a)/Kids[5 0 R]>>", 5: b"<</Kids[4 0 R]>>"}
    ),
    "een object dat naar zichzelf wijst": lambda: file_of({1: b"1 0 R", 2: b"2 0 R"}),
    "inhoudsopgave die naar zichzelf wijst": lambda: bij.update(een(), {}, vorige=len(een())),
    "inhoudsopgave buiten het bestand": lambda: KOP + b"startxref\n99999999999999999999\n%%EOF\n",
    "inhoudsopgave met een negatief getal": lambda: KOP + b"startxref\n-1\n%%EOF\n",
    "een reusachtige inhoudsopgave": lambda: KOP + b"xref\n0 99999999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n",
    "een reusachtige lengte": lambda: file_of({1: b"<</Length 99999999999>>\nstream\nx\nendstream"}),
    "alleen regels einde": lambda: KOP + b"%%EOF\n" * 100_000,
    "geen catalogus": lambda: file_of({2: b"<<>>"}),
    "catalogus is een getal": lambda: file_of({1: b"7"}),
    "velden is geen lijst": lambda: file_of({1: CATALOGUS, 2: b"<<>>", 3: b"<</Fields 3>>"}),
    "handtekening is een getal": lambda: file_of(
        {1: CATALOGUS, 2: b"<<>>", 3: b"<</Fields[4 0 R]>>", 4: b"<</FT/Sig/T(a)/V 7>>"}
    ),
    "veel handtekeningen onder een andere schrijfwijze": lambda: fields_(300).replace(b"/ByteRange", b"/Byte#52ange"),
    "driehonderdduizend objecten": lambda: file_of(dict.fromkeys(range(4, 300_000), b"1") | {1: CATALOGUS}),
    "namen met regeleinden en opmaak": lambda: leeg().replace(b"(partij-1)", b"(\x1b[2J\n[b])", 1),
}  # fmt: skip


@pytest.mark.parametrize("naam", VIJANDIG)
def test_een_vijandig_bestand_krijgt_een_antwoord_en_is_nooit_goed(naam: str) -> None:
    uit = verify(VIJANDIG[naam]())
    assert not uit.goed
    assert {b.code for b in uit.bevindingen} & {"VP801", "VP805", "VP807", "VP826", "VP827"}
    assert all(t.isprintable() for v in uit.open_velden for t in v)


@pytest.mark.parametrize(
    "naam",
    [
        "te groot",
        "driehonderdduizend objecten",
        "tienduizend handtekeningen",
        "zestig handtekeningen",
        "duizend versies",
    ],
)
def test_te_groot_of_te_veel_wordt_zo_genoemd(naam: str) -> None:
    assert [b.code for b in verify(VIJANDIG[naam]()).bevindingen] == ["VP827"]


@pytest.mark.parametrize("naam", [n for n in VIJANDIG if "namen met" not in n])
def test_een_vijandig_bestand_wordt_niet_ondertekend(naam: str) -> None:
    with pytest.raises(BevindingenFout) as fout:
        sign(VIJANDIG[naam](), identiteit(), WACHTZIN, veld="partij-2", nu=NU)
    assert fout.value.bevindingen[0].code in ("VP812", "VP814")


GRENS = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from veiligheidsplan.signing.verify import verify
uit = verify(sys.stdin.buffer.read())
print(uit.oordeel)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="grenzen aan geheugen en tijd zijn er alleen op Unix")
@pytest.mark.parametrize(
    "naam",
    ["een bom van lagen in een objectstroom", "heel diep genest", "een reusachtige inhoudsopgave",
     "driehonderdduizend objecten"],
)  # fmt: skip
def test_een_vijandig_bestand_blijft_binnen_het_geheugen_en_de_tijd(naam: str) -> None:
    """In een echt proces met anderhalve gigabyte en een minuut rekentijd: een antwoord, en niet het einde."""
    klaar = subprocess.run(
        [sys.executable, "-c", GRENS], input=VIJANDIG[naam](), capture_output=True, check=False, timeout=120
    )
    assert (klaar.returncode, klaar.stdout.strip()) == (0, b"niet goed"), klaar.stderr[-500:]


def test_een_goed_plan_blijft_binnen_dezelfde_grenzen() -> None:
    """De proef op de proef."""
    klaar = subprocess.run(
        [sys.executable, "-c", GRENS], input=twee(), capture_output=True, check=False, timeout=120
    )
    assert klaar.stdout.strip() == b"goed"
