"""British and American spelling of one word: “defence” and “defense”, “programme” and “program”.

Where sources are compared, both are one. Themes keep them apart: an analyst's word is found as it is
written, and what an article is about is told a little worse with both as one.
"""

from itertools import chain

from briefing.text.remembered import Remembered
from briefing.text.words import STEMS, stems_by_piece

_STEMS_LIST = """
defenc:defens offenc:offens licenc:licens pretenc:pretens programm:program centr:center theatr:theater
metr:meter kilometr:kilometer centimetr:centimeter litr:liter fibr:fiber calibr:caliber sabr:saber
spectr:specter sceptic:skeptic sceptical:skeptical scepticism:skepticism judgement:judgment
acknowledgement:acknowledgment ageing:ag analys:analyz paralys:paralyz catalys:catalyz
catalogu:catalog dialogu:dialog manoeuvr:maneuver aluminium:aluminum aeroplan:airplan grey:gray
plough:plow cosy:cozy jeweller:jewel storey:story travell:travel cancell:cancel labell:label
modell:model signall:signal fuell:fuel counsell:counsel channell:channel levell:level
counsellor:counselor traveller:traveler enrolment:enrollment fulfilment:fulfillment instal:install
skilful:skillful anaesthetic:anesthetic paediatric:pediatric haemorrhag:hemorrhag oestrogen:estrogen
encyclopaedia:encyclopedia tyr:tire kerb:curb mould:mold smoulder:smolder
"""
_OTHER = dict(pair.split(":") for pair in _STEMS_LIST.split())
_WITH_U = (
    "labour", "neighbour", "favour", "honour", "harbour", "behaviour", "colour", "rumour", "armour",
    "endeavour", "humour", "flavour", "vapour", "saviour", "parlour", "vigour", "splendour",
    "demeanour", "dishonour", "unfavour", "odour", "tumour", "candour", "rancour", "valour", "fervour",
)  # fmt: skip
_VERBS = frozenset(
    "organis recognis criticis authoris realis mobilis normalis legalis privatis nationalis militaris "
    "demilitaris destabilis stabilis minimis maximis modernis finalis penalis prioritis neutralis "
    "apologis characteris civilis colonis denuclearis digitis economis equalis evangelis "
    "formalis generalis globalis hospitalis immunis industrialis institutionalis jeopardis "
    "liberalis marginalis materialis memoris monetis monopolis patronis polaris politicis popularis "
    "publicis radicalis reorganis revolutionis scrutinis sensitis specialis standardis subsidis "
    "summaris symbolis sympathis terroris theoris traumatis urbanis utilis vaporis victimis visualis "
    "weaponis westernis decentralis centralis capitalis federalis fertilis".split()
)


def _folded(stem: str) -> str:
    known = _OTHER.get(stem)
    if known is not None:
        return known
    if stem in _VERBS:
        return stem[:-1] + "z"
    if stem.endswith("isation"):
        return stem.removesuffix("isation") + "ization"
    if "our" in stem and stem.startswith(_WITH_U):
        return stem.replace("our", "or", 1)
    return stem


COMPARED = Remembered(lambda word: _folded(STEMS[word]))
"""The stem of a word as sources are compared by it; empty for one that carries no meaning."""


_COMPARED_IN = stems_by_piece(COMPARED)


def compared_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, spellings of one word as one, with repetitions."""
    return tuple(chain.from_iterable(map(_COMPARED_IN.__getitem__, text.split())))
