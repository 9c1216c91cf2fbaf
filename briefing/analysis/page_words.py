"""What pages say of themselves, and not of the news."""

from briefing.text.lazy import Lazy

OF_THE_PAGE = Lazy(
    r"\b(?:[Mm]edia playback|[Mm]edia caption|[Ii]mage (?:copyright|caption|source)|[Gg]etty [Ii]mages|"
    r"[Ss]hare this|[Ss]ign up|[Nn]ewsletter|[Ss]ubscri|[Cc]lick here|[Rr]ead more|[Ff]ollow us|"
    r"[Aa]ll rights reserved|[Pp]rivacy [Pp]olicy|[Tt]erms of (?:[Uu]se|[Ss]ervice)|[Cc]ookies|"
    r"[Cc]ontributed to this (?:report|story|article)|material may not be published|"
    r"[Tt]his (?:article|story) (?:is|was|has)|^CLOSE |"
    r"not supported on your device|[Aa]dvertisement|[JM]UST WATCH|our journalism|(?<=[a-z’'] )MORE|"
    r"lesen Sie (?:hier|auch|mehr)|"
    r"[Ff]olgen Sie uns|[Ww]erden Sie Fan|[Aa]bonnieren Sie|[Aa]lle Rechte vorbehalten|[Ll]isez aussi|"
    r"[ÀA] lire aussi|[Aa]bonnez-vous|[Ss]uivez-nous|[Tt]ous droits réservés)| \| "
)
"""Words that many pages share: they are no statement."""
