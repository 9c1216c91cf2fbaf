"""Lines that name who wrote an article, as they stand under its headline."""

import re

_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: (?:de|del|della|di|van|von|der|den|la|le|al|bin))*"
BYLINE = re.compile(
    rf"^(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|Door|DOOR|Av|AV|Af|AF):? {_NAME}(?: {_NAME}){{1,4}}"
    rf"(?:,? (?:and|und|et|y|e|en|og|och|&) {_NAME}(?: {_NAME}){{1,4}})?(?: ?[,|·•–—-].{{0,60}})?$"
)
