"""A plan of one person alone (*eigen plan*): where no plan is read together, nothing of it is for everyone.

The actions and agreements stand in that person's own copy; the copy for everyone has none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.dossier import Dossier


def owner(d: Dossier) -> str | None:
    """The one person whose plan this is; ``None`` for a plan that everyone reads. ``d`` without what sleeps."""
    van = d.waarde("eigen_plan", "van")
    return str(van) if van in d.onderwerpen("persoon") else None


def is_joint(d: Dossier) -> bool:
    """Whether there is a plan that everyone reads. A choice for one person that cannot be read is still a choice."""
    return d.waarde("eigen_plan", "van") is None


def findings(d: Dossier) -> Iterator[tuple[str, str]]:
    """(Sentence of the template, the person): that there is no copy for everyone, and why it does not say."""
    van = owner(d)
    if van is not None:
        yield ("open_eigen_plan", van)
        if _agreed_together(d):
            yield ("open_eigen_plan_samen", van)
        if not d.waarde("eigen_plan", "reden"):
            yield ("open_eigen_plan_reden", van)
    elif not is_joint(d):
        yield ("open_eigen_plan_wie", "")


def _agreed_together(d: Dossier) -> bool:
    """Whether something of the plan was said where more people were: they can notice that it is gone."""
    return any(
        (zei := d.waarden[t].get("wat")) is not None and d.waarde(str(zei.zitting), "setting") == "samen"
        for soort in ("actie", "afspraak")
        for t in d.onderwerpen(soort)
    ) or any(k.voor == "gezamenlijk" for k in d.kopieen)
