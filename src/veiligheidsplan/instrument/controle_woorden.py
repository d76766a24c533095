"""The turns of phrase that the language check knows, each with something to do instead. Data alone.

Written for Dutch as it is spoken to people. Each pattern is tried in ``tests/instrument/test_controle_taal.py`` on
sentences that should and should not be found: a warning that is often wrong is soon ignored.
"""

from __future__ import annotations

import re
from typing import Final


def _p(*patronen: str) -> re.Pattern[str]:
    return re.compile("|".join(patronen), re.IGNORECASE)


_U: Final = r"(?:u|je|jij)"
_WIE: Final = (
    r"(?:u|je|jij|jullie|hij|zij|ze|er|iemand|niemand|het|de|een|uw|jouw|mijn|we|wij|dat|die|dit|deze)"
)
_VRAAGWOORD: Final = r"(?:hoe|wat|waar|wie|wanneer|waarom|hoeveel|welke?|waarmee|waardoor)"
_IS: Final = (
    r"(?:is|zijn|was|waren|bent|ben|heeft|hebt|heb|had|hadden|deed|doet|doe|wordt|werd|kan|kunt|kun|moet|wil|wilt"
    r"|zou|mag|gaat|gaan|hebben|kunnen|moeten|willen|worden)"
)
_STAM: Final = (
    r"(?:slaap|voel|vind|eet|huil|ga|kom|weet|zie|hoor|krijg|word|denk|durf|speel|praat|woon|blijf|sliep|ging|kwam"
    r"|kreeg|zag|sloeg|bleef|riep|zat|stond|liep|dronk|nam|gaf|hield)"
)
_GEVOEL: Final = (
    r"(?:bang|boos|verdrietig|onrustig|moe|eenzaam|somber|gespannen|ziek|gewond|veilig|onveilig|gelukkig|tevreden"
    r"|angstig|verward|jaloers|agressief|depressief|rustig|blij)"
)
_DAAD: Final = (
    r"(?:slaan|schoppen|duwen|schelden|dreigen|bedreigen|knijpen|bijten|volgen|slaat|schopt|duwt|scheldt|dreigt"
    r"|bedreigt|knijpt|volgt|kleineert|kleineren)"
)
_MIDDEL: Final = r"(?:alcohol|drank|drugs|wiet|medicijnen|pillen)"
#: a participle, and none of the nouns that look like one
_VOLTOOID: Final = (
    r"(?:(?!\w+heid\b|(?:geld|geweld|gezicht|gewicht|gebied|geduld|gebit|gebed|geluid|gerecht|gezond|geheugen"
    r"|gesprekken|gezinnen|gevaren|geheimen|gedachten|gebieden|gemeenten|getuigen|geloven|gewoonten|gebruiken"
    r"|geliefden)\b)(?:uit|op|af|aan|achter|weg|vast|neer|toe)?ge\w+(?:d|t|en)"
    r"|mishandeld|bedreigd|verwaarloosd|vernederd|bespied|bestolen|verkracht|achtervolgd|verlaten)"
)
#: two questions in one; *of* between two words for one thing is no second question
DUBBEL: Final = _p(
    r"\ben ?/ ?of\b",
    rf"\b(?:en|of) {_VRAAGWOORD}\b",
    rf"\b(?:en|of) {_IS} {_WIE}\b",
    rf"\ben {_STAM} {_WIE}\b",
    r"\ben (?!(?:met|niet|dat|wat|uit|tot|want|het|rest|nacht)\b)\w+(?:t|te|de) (?:u|hij|zij|ze|er|iemand|die|deze)\b",
    rf"\b{_VOLTOOID} en {_VOLTOOID}\b",
    rf"\b{_GEVOEL} en {_GEVOEL}\b",
    rf"\b{_DAAD} en {_DAAD}\b",
    rf"\b{_MIDDEL} en {_MIDDEL}\b",
    r"\ben (?:ook|daarnaast|bovendien|tevens|verder) \w+",
    r"\bzowel\b[^?.!]{0,80}\bals\b",
    r"\b(?:zo|indien) (?:ja|nee)\b",
    r"\bevenals\b|\balsook\b",
)
#: what steers towards an answer
STUREND: Final = (
    (_p(rf"\bvindt? {_U} (?:ook |dan )?niet\b"), "Vraag wat iemand vindt, zonder «niet»."),
    (_p(rf"\b(?:denkt?|gelooft?) {_U} (?:ook |dan )?niet\b"), "Vraag wat iemand denkt, zonder «niet»."),
    (
        _p(r"\bis het niet (?:zo|beter|tijd|verstandig|logisch|normaal|raar|vreemd|fijn|goed|erg|jammer)\b"),
        "Vraag hoe het is, zonder «niet».",
    ),
    (_p(rf"\b(?:zou|moet) {_U} (?:dan )?niet\b|\bzou het niet\b"), "Vraag wat iemand wil, zonder «niet»."),
    (_p(rf"\b(?:{_U} )?(?:bent?|het) (?:{_U} het )?(?:er)?mee eens\b"), "Vraag wat iemand vindt."),
    (_p(r"\btoch\s*\?", r"(?<!of )\bniet ?waar\s*\?", r"\bhè\s*\?"), "Laat het laatste woord weg."),
    (_p(r"\b(?:natuurlijk|uiteraard|ongetwijfeld|vanzelfsprekend|overduidelijk)\b"), "Laat dit woord weg."),
    (_p(rf"\bwist {_U} (?:wel |ook )?niet dat\b"), "Vraag wat iemand weet, zonder «niet»."),
    (
        _p(r"\b(?:iedereen|alle \w+|elke \w+)\b[^?.!]{0,60}\b(?:u|jij|je) (?:toch )?ook\s*\?"),
        "Vraag het zonder te zeggen wat anderen doen.",
    ),
    (
        _p(r"\b(?:vast|zeker) wel\b", r"\btoch (?:ook|niet|geen|zeker|wel(?! eens))\b"),
        "Laat deze woorden weg.",
    ),
    (
        _p(r"\b(?:was|is|gebeurde|deed)\b[^?]{0,80}\bmaar (?:één|een|1) keer\b(?! per)", r"\bslechts\b"),
        "Laat weg wat het kleiner maakt.",
    ),
    (
        _p(
            r"\b(?:de meeste mensen|deskundigen) (?:vinden|weten|zeggen)\b",
            r"\biedereen (?:vindt|weet|zegt) dat\b",
            r"\been (?:goede|echte) (?:moeder|vader|ouder|man|vrouw|partner)\b",
            r"\bzoals (?:u|je|iedereen) weet\b",
        ),
        "Laat weg wat anderen vinden.",
    ),
)
#: a claim with a question mark
BEWERING: Final = (
    _p(rf"^(?:en |maar |dus )?{_U} (?:bent|ben|heeft|hebt|voelt|voelde|vindt|wilt|was|had)\b(?=[^.!]*\?)"),
    "Begin met het werkwoord, of met een vraagwoord.",
)
#: what can sound as blame in a question
VERWIJT: Final = (
    (
        _p(
            r"(?:^|[.!?,;:] |\ben )waarom\b(?! (?:ik|wij|we) )",
            rf"\bwaarom (?:\w+t|ging|deed|bleef|kwam|had|was) {_U}\b",
        ),
        "Vraag wat er gebeurde; «waarom» vraagt iemand zich te verdedigen.",
    ),
    (
        _p(
            r"(?:^|[.!?,;:] )hoezo\b",
            rf"\bhoe (?:komt|kwam|kan) het dat {_U} [^?]{{0,40}}\b(?:niet|niets|nooit|geen)\b",
            rf"\bwat (?:deed|doet|doe|heeft|hebt|heb) {_U} [^?]{{0,30}}\bwaardoor (?:hij|zij|ze|uw|je|jouw)\b",
            rf"\b(?:heeft|hebt|heb|had|deed|doet) {_U} (?:er )?dan (?:ook )?(?:niets|niks)\b",
            rf"\b(?:heeft|hebt|heb|had|deed|doet) {_U} er (?:niets|niks) (?:aan|tegen)\b",
        ),
        "Vraag wat er gebeurde.",
    ),
    (
        _p(rf"\bhoe (?:kon|durfde) {_U}\b", rf"\bhoe (?:heeft|hebt|heb) {_U} [^?]{0, 80}\bkunnen\b"),
        "Vraag wat er gebeurde.",
    ),
    (
        _p(
            rf"\bhad {_U} (?:\w+ ){{0,2}}(?:niet|beter|eerder) (?:\w+ ){{0,4}}(?:kunnen|moeten)\b",
            rf"\bliet {_U} (?:het |dat )?toe\b",
        ),
        "Vraag wat er kon.",
    ),
    (
        _p(
            rf"\b(?:geeft?|gaf) {_U} toe\b",
            rf"\b(?:beken|ontken|beweer|weiger)(?:t|de)? {_U}\b",
        ),
        "Vraag of het gebeurde.",
    ),
    (
        _p(rf"\bwat (?:deed|doet|doe|heeft|hebt|heb) {_U} (?:zelf )?(?:fout|verkeerd|misdaan)\b"),
        "Vraag wat er gebeurde.",
    ),
    (_p(rf"\bmaakte?t? {_U} (?:hem|haar|uw partner) (?:zo )?boos\b"), "Vraag wat er gebeurde."),
)
#: what sounds as blame wherever it is said
BESCHULDIGEND: Final = (
    (
        _p(
            r"(?<!een )(?<!niemands )\bschuld\b(?!en\b)(?! (?:bij|van \d))",
            r"\b(?:schuldig|schuldige|medeschuldig)\b",
        ),
        "Vraag wat er gebeurde.",
    ),
    (_p(r"\b(?:dader|pleger|slachtoffer)(?!hulp)\w*"), "Zeg wie iemand is: de partner, de ouder, u."),
    (
        _p(
            r"\buitgelokt\b|\blokte?t? (?:u|je|jij|zij|hij) (?:het )?(?:zelf )?uit\b|\blokte u\b|\buitlokken\b",
            r"\bgeprovoceerd\b|\bprovoce\w+|\baanleiding (?:gaf|geven|gegeven)\b",
            r"\bgaf (?:u|je|jij) (?:zelf )?aanleiding\b",
        ),
        "Vraag wat er gebeurde.",
    ),
    (
        _p(r"\btoegeven\b(?! aan)|\bop te biechten\b|\bbiecht\w* op\b|\bzogenaamde?\b"),
        "Vraag of het gebeurde.",
    ),
    (
        _p(
            r"\bnagelaten\b|\bverzuimd\b|\bgefaald\b|\bfaalt\b|\btekortgeschoten\b|\bschie?t (?:u|je) tekort\b"
        ),
        "Vraag wat er kon.",
    ),
    (
        _p(r"\buw fout\b|\bjouw fout\b|\beigen schuld\b|\bzelf over (?:u|je|zich) afgeroepen\b"),
        "Vraag wat er gebeurde.",
    ),
    (
        _p(
            r"\b(?:probleem(?:gezin|ouder|kind)|multiprobleem)\w*",
            r"\b(?:hysterisch|asociaal|manipulatief|zorgmijder)\w*",
        ),
        "Zeg wat u ziet, zonder stempel.",
    ),
)
#: «niet uw schuld», «niemand heeft schuld»
VRIJSPRAAK: Final = _p(r"(?<!is het )\b(?:niet|nooit|geen|niemand)\b(?: \w+){0,3} (?:schuld|schuldig)\b")
ONTKENNING: Final = _p(r"\b(?:niet|geen|nooit|niemand|niets|nergens|nauwelijks|noch)\b|\bontken\w*")
#: denies too, yet «ga niet weg zonder telefoon» is clear; in a question it is not
ZONDER: Final = _p(r"\bzonder\b[^?]{0,80}\?")
#: clauses stand apart: two things that are each denied are no double negative
DEELZIN: Final = re.compile(
    r"[,;:–]|\b(?:en|maar|want|noch|dan|ook)\b|\bof (?=(?:bijna )?(?:niet|geen|nauwelijks|nooit|nergens)\b)",
    re.IGNORECASE,
)
NIET_ON: Final = _p(
    r"\b(?:niet|nooit|niemand|geen) (?:\w+ )?on(?:veilig|tevreden|mogelijk|gewoon|bekend|prettig|gelukkig|waar|eens"
    r"|belangrijk|verwacht|eerlijk|redelijk|rustig|terecht|nodig|duidelijk|vriendelijk|aardig|schuldig|afhankelijk"
    r"|gevaarlijk|gezond|zeker)\w*",
    r"\bniet zelden\b|\bniet onaardig\b",
    r"\bon(?:waarschijnlijk|mogelijk|denkbaar)\b[^?.!,]{0,30}\b(?:geen|niet|nooit|niemand)\b",
    r"\bniet (?:\w+ )?(?:machteloos|hulpeloos|zinloos|werkloos|kansloos)\b",
)
#: pieces of text (lower case) of which each group above needs one; a test holds them beside the patterns
SPOOR_DUBBEL: Final = (" en ", " en/", " of ", "zo ", "zowel", "indien", "alsook", "evenals")
SPOOR_STUREND: Final = (
    *("niet", "eens", "toch", "hè", "natuurlijk", "uiteraard", "ongetwijfeld", "vanzelf", "overduidelijk"),
    *(" wel", "keer", "slechts", "meeste", "deskundigen", "iedereen"),
    *("alle ", "elke ", "goede ", "echte "),
)
SPOOR_VERWIJT: Final = (
    *("waarom", "hoe ", "had ", "liet ", "toe", "beken", "ontken", "beweer", "weiger", "verkeerd", "fout"),
    *("misdaan", "maak", "hoezo", "waardoor", "niets", "niks"),
)
SPOOR_BESCHULDIGEND: Final = (
    *("schuld", "dader", "pleger", "slachtoffer", "lok", "provoce", "aanleiding", "toegeven", "biecht"),
    *("zogenaamd", "nagelaten", "verzuimd", "faal", "tekort", "fout", "afgeroepen", "probleem", "hysteri"),
    *("asociaal", "manipul", "mijder"),
)
