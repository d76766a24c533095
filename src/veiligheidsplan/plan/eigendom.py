"""Whose an item is (*eigendom*), and whose private pages it may stand on. Default deny.

The rule, in this order: a field that is not *own* in the model stays with professionals; one that is reaches the
private pages of its owner; of somebody else only who is named in ``zichtbaar_voor`` and may receive what is
another's. Who can be a source of danger, or is bound to such a person, never may, and in doubt does not.
"""

from __future__ import annotations

from collections.abc import Callable

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import SAMEN_CIJFER, VELDEN, Zicht, giver_of, kind_of
from veiligheidsplan.plan.rol import may_harm

#: up to this age parents may read along, so a child's pages hold nothing that one of them may not know
KIND: tuple[str, ...] = ("eigen_aanpak",)
#: a field that is own only as long as this holds
_ALS: dict[tuple[str, str], Callable[[Dossier, str], bool]] = {
    # of who was not asked the reason is the professional's own
    ("stem", "reden_akkoord"): lambda d, s: bool(d.waarde(s, "akkoord") == "gelezen_niet_akkoord"),
}
#: fields of a joint kind that are also own when they were given alone
_ALLEEN = {"cijfer": ("waarde", "over", "setting", "waarom")}


def owner_of(d: Dossier, onderwerp: str) -> str | None:
    """The person whose item this is: named in ``van``, or by the id itself (``stem:persoon:1``); else nobody."""
    soort, _, rest = onderwerp.partition(":")
    if soort == "persoon":
        return onderwerp
    if soort == "cijfer":
        rest = giver_of(onderwerp)
    elif "van" in VELDEN.get(soort, {}):
        rest = str(d.waarde(onderwerp, "van"))
    return rest if rest in d.onderwerpen("persoon") else None


def is_own(d: Dossier, onderwerp: str, veld: str) -> bool:
    """Whether this field is of the kind that its owner may have on private pages."""
    soort = kind_of(onderwerp)
    if veld in _ALLEEN.get(soort, ()):
        return not onderwerp.endswith(SAMEN_CIJFER) and d.waarde(onderwerp, "setting") == "alleen"
    model = VELDEN.get(soort, {}).get(veld)
    mag = _ALS.get((soort, veld))
    return model is not None and model.zicht is Zicht.EIGENAAR and (mag is None or mag(d, onderwerp))


def private_to(d: Dossier, onderwerp: str, veld: str, persoon: str, *, jong: bool = False) -> bool:
    """Whether this field may stand on the private pages of this person. ``jong``: a parent may read along."""
    if persoon not in d.onderwerpen("persoon") or not is_own(d, onderwerp, veld):
        return False
    if jong and kind_of(onderwerp) not in KIND:
        return False
    van = owner_of(d, onderwerp)
    if van == persoon:
        return True
    return (
        van is not None
        and not jong
        and persoon in (d.waarde(onderwerp, "zichtbaar_voor") or ())
        and may_receive(d, persoon, van)
    )


def may_receive(d: Dossier, persoon: str, van: str) -> bool:
    """Whether this person may ever receive an item of *van*: known as safe, and bound to nobody who may not be."""
    return (
        persoon != van
        and may_harm(d, persoon) == "nee"
        and d.waarde(persoon, "soort") == "volwassene"
        and not _interprets(d, persoon)
        and not _represents(d, persoon)
        and not any(
            bound(d, persoon, p) for p in d.onderwerpen("persoon") if p != persoon and may_harm(d, p) != "nee"
        )
    )


def co_readers(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    """Who may be named as a reader of this item, beside its owner."""
    van = owner_of(d, onderwerp)
    return tuple(p for p in d.onderwerpen("persoon") if van is not None and may_receive(d, p, van))


def bound(d: Dossier, een: str, ander: str) -> bool:
    """Whether these two are, or may be, of one family or household. While not all relations were told: yes."""
    return (
        not _relations_told(d)
        or _related(d, een, ander)
        or _share_a_home(d, een, ander)
        or _share_a_child(d, een, ander)
    )


def _relations_told(d: Dossier) -> bool:
    """Whether the professional went through who is what of whom, to the end."""
    klaar = any(
        v.startswith("meer_relatie_") and g.waarde == "nee" for v, g in d.waarden.get("gesprek", {}).items()
    )
    return klaar and "relaties" in (d.waarde("hoofdstukken", "gekozen") or ())


def _related(d: Dossier, een: str, ander: str) -> bool:
    return any({d.waarde(r, "van"), d.waarde(r, "met")} == {een, ander} for r in d.onderwerpen("relatie"))


def _share_a_home(d: Dossier, een: str, ander: str) -> bool:
    thuis = all(d.waarde(p, "woont_hier") != "nee" for p in (een, ander))
    return thuis or any(
        {een, ander} <= {d.waarde(p, "van"), *_people_in(d.waarde(p, "wie"))} for p in d.onderwerpen("plek")
    )


def _share_a_child(d: Dossier, een: str, ander: str) -> bool:
    """A child and who has authority over it, or two who have it over the same child."""
    return any(
        {een, ander} <= {d.waarde(g, "kind"), *_people_in(d.waarde(g, "wie"))} for g in d.onderwerpen("gezag")
    )


def _interprets(d: Dossier, persoon: str) -> bool:
    return any(d.waarde(z, "tolk_wie") == persoon for z in d.onderwerpen("zitting"))


def _represents(d: Dossier, persoon: str) -> bool:
    """Whether this is a mentor, curator or bewindvoerder of somebody here: by id, or by the same name."""
    naam = str(d.waarde(persoon, "naam") or "").strip().casefold()
    return any(
        persoon == waarde
        or (isinstance(waarde, str) and veld == "naam" and waarde.strip().casefold() == naam)
        for v in d.onderwerpen("vertegenwoordiger")
        for veld in VELDEN["vertegenwoordiger"]
        if veld != "van" and (waarde := d.waarde(v, veld)) is not None
    )


def _people_in(waarde: object) -> tuple[str, ...]:
    return tuple(str(w) for w in waarde) if isinstance(waarde, tuple) else ()
