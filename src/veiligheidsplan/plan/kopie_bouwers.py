"""What fills the sections of each copy (*bouwers*): tables written by hand; a template can only leave out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from veiligheidsplan.plan import (
    delen,
    delen_bellen,
    delen_eerst,
    delen_eigen,
    delen_evaluatie,
    delen_hoofdstuk,
    delen_kind,
    delen_kopieen,
    delen_kort,
    delen_meldcode,
    delen_professional,
    delen_verloop,
    incident,
)
from veiligheidsplan.plan.document import Blok
from veiligheidsplan.plan.lezer import GEZAMENLIJK as SAMEN
from veiligheidsplan.plan.lezer import NETWERK, PERSOON
from veiligheidsplan.plan.lezer import PROFESSIONAL as VAKMENS

KIND = "kind"
#: what fills a section of a joint copy: functions of the reduced dossier alone
GEZAMENLIJK = {
    "kort": delen_kort.in_short,
    "afspraken": delen.agreements,
    "acties": delen.actions,
    "cijfers_samen": delen.joint_numbers,
    "bellen": delen_bellen.whom_to_call,
    "vervolg": delen.follow_up,
    "regie": delen.direction,
    "voorwaarden": delen_hoofdstuk.joint_conditions,
    "ladder": delen_hoofdstuk.joint_ladder,
    "akkoord": delen_hoofdstuk.joint_agreement,
    "krachten": delen_hoofdstuk.joint_strengths,
    "taken_samen": delen_evaluatie.joint_tasks,
    "verloop_samen": delen_verloop.joint_trend,
    "ondertekening": delen.signatures,
    "uitleg": delen.explanation,
}
#: what only a professional's copy may hold
PROFESSIONAL = {
    **GEZAMENLIJK,
    "bellen": delen_bellen.for_professionals,
    "status": delen_professional.status,
    "uitslag": delen_professional.outcomes,
    "indruk": delen_professional.impressions,
    "personen": delen_professional.people,
    "cijfers": delen_professional.numbers,
    "slotcheck": delen_professional.closing_check,
    "open": delen_professional.still_open,
    "alleen_te_vragen": delen_professional.alone,
    "maatregelen": delen_eerst.orders,
    "vooraf": delen_eerst.beforehand,
    "hoofdstukken": delen_hoofdstuk.everything,
    "nog_nodig": delen_evaluatie.still_needed,
    "evaluatie": delen_evaluatie.reviews,
    "verloop": delen_verloop.trend,
    "incidenten": incident.section,
    "meldcode": delen_meldcode.followed,
    "kopieen": delen_kopieen.who_has_which,
    "antwoorden": delen_professional.answers,
    "ondertekening": delen_professional.signature,
}
#: what fills a section of the copy of a person who is not on the joint plan
APART = {
    "uitleg": delen.explanation,
    "eigen_taken": delen_eigen.own_tasks,
    "bellen": delen_bellen.whom_to_call,
    "ondertekening": delen_eigen.signature,
}
#: what fills a section of the copy of somebody of the network
TAAK = {
    "netwerktaak": delen_eigen.network_task,
    "bellen": delen_bellen.whom_to_call,
    "ondertekening": delen_eigen.signature,
}
#: what fills a section of the copy of a child; each also gets for which child it is
VOOR_KIND = {
    "kind_begin": delen_kind.begin,
    "kind_doen": delen_kind.what_we_do,
    "kind_zelf": delen_kind.what_you_do,
    "kind_mis": delen_kind.when_it_goes_wrong,
    "kind_boos": delen_kind.when_angry,
    "kind_helpers": delen_kind.who_helps,
    "kind_bellen": delen_kind.whom_to_call,
    "kind_vervolg": delen_kind.when_we_talk,
    "ondertekening": delen_kind.signature,
}
#: for each kind of reader what may fill a section; private pages are no section of these
BOUWERS: dict[str, Mapping[str, Callable[..., Iterator[Blok]]]] = {
    VAKMENS: PROFESSIONAL,
    SAMEN: GEZAMENLIJK,
    PERSOON: APART,
    NETWERK: TAAK,
    KIND: VOOR_KIND,
}
PRIVE = "eigen"
