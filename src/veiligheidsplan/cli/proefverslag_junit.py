"""The report of ``instrument test`` as JUnit, for a build server. Nothing is printed here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from veiligheidsplan.app.beproef import Gevalverslag, Proef
from veiligheidsplan.app.vergelijk import Vergelijkverslag
from veiligheidsplan.cli.formaten.plek import in_repository
from veiligheidsplan.cli.instrument_paden import file_of
from veiligheidsplan.cli.proefverslag import count_cases, failed_lines
from veiligheidsplan.cli.render import findings_as_text
from veiligheidsplan.cli.vergelijkverslag import as_text
from veiligheidsplan.instrument.dekking import Dekking

#: XML 1.0 cannot hold these, not even escaped
_NIET_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(proeven: Sequence[Proef], minimaal: int | None) -> str:
    """One suite per instrument. What could not be loaded is an error; too little coverage is a failed case.

    Only what the schema of Jenkins allows, so no ``file`` or ``line`` at a case: its place stands in its text.
    Written in ASCII, so that no code page of a build server can spoil it.
    """
    wortel = ElementTree.Element("testsuites", name="veiligheidsplan instrument test")
    suites = [_junit_suite(proef, minimaal) for proef in proeven]
    for soort in ("tests", "failures", "errors"):
        wortel.set(soort, str(sum(int(suite.get(soort, "0")) for suite in suites)))
    wortel.extend(suites)
    ElementTree.indent(wortel)
    inhoud = ElementTree.tostring(wortel, encoding="us-ascii", xml_declaration=False).decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{inhoud}\n'


def _junit_suite(proef: Proef, minimaal: int | None) -> ElementTree.Element:
    gevallen = [_junit_case(proef, geval) for geval in proef.gevallen]
    gevallen += [_junit_fault(proef)] if proef.fouten or not proef.gevallen else []
    if minimaal is not None and proef.dekking is not None:
        gevallen.append(_junit_coverage(proef, proef.dekking, minimaal))
    if proef.vergelijking is not None:
        gevallen.append(_junit_comparison(proef, proef.vergelijking))
    _number_twins(gevallen)
    suite = ElementTree.Element("testsuite", name=_xml(proef.id), tests=str(len(gevallen)))
    suite.set("failures", str(sum(g.find("failure") is not None for g in gevallen)))
    suite.set("errors", str(sum(g.find("error") is not None for g in gevallen)))
    suite.set("file", _xml(in_repository(str(file_of(proef.bestand)))))
    suite.extend(gevallen)
    return suite


def _number_twins(gevallen: Sequence[ElementTree.Element]) -> None:
    """A second case of the same name gets a number: GitLab keeps one case per name."""
    namen: set[str] = set()
    for geval in gevallen:
        naam = basis = geval.get("name", "")
        nummer = 1
        while naam in namen:
            nummer += 1
            naam = f"{basis} ({nummer})"
        namen.add(naam)
        geval.set("name", naam)


def _junit_case(proef: Proef, geval: Gevalverslag) -> ElementTree.Element:
    xml = _junit_new(proef, geval.uitkomst.geval.naam)
    if not geval.uitkomst.goed:
        _junit_no(xml, "failure", "anders dan verwacht", "\n".join(failed_lines(geval)))
    return xml


def _junit_fault(proef: Proef) -> ElementTree.Element:
    xml = _junit_new(proef, "laden")
    _junit_no(xml, "error", count_cases(proef), findings_as_text(proef.fouten))
    return xml


def _junit_coverage(proef: Proef, dekking: Dekking, minimaal: int) -> ElementTree.Element:
    xml = _junit_new(proef, f"de tests bereiken minstens {minimaal}%")
    if dekking.procent < minimaal:
        _junit_no(xml, "failure", f"{dekking.procent}%", "\n".join(punt.tekst for punt in dekking.open))
    return xml


def _junit_comparison(proef: Proef, verslag: Vergelijkverslag) -> ElementTree.Element:
    xml = _junit_new(proef, f"vergeleken met {verslag.oud}")
    tekst = as_text(verslag)
    if verslag.goed:
        ElementTree.SubElement(xml, "system-out").text = _xml(tekst)
    else:
        soort = "error" if verslag.vergelijking is None else "failure"
        _junit_no(xml, soort, "niet vergeleken" if soort == "error" else "de versie past niet", tekst)
    return xml


def _junit_new(proef: Proef, naam: str) -> ElementTree.Element:
    return ElementTree.Element("testcase", classname=_xml(proef.id), name=_xml(naam))


def _junit_no(xml: ElementTree.Element, soort: str, bericht: str, tekst: str) -> None:
    ElementTree.SubElement(xml, soort, type=soort, message=_xml(bericht)).text = _xml(tekst)


def _xml(tekst: str) -> str:
    return _NIET_IN_XML.sub("�", tekst)
