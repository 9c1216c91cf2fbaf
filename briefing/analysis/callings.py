"""What somebody is, in front of a name that opens a sentence: “Historian Ada Moss”."""

from briefing.analysis.given_names import pronoun_of

_LIST = """
Activist Actor Actress Adviser Advisor Aide Analyst Author Biologist Campaigner Chairwoman
Co-founder Columnist Consultant Councillor Councilwoman Counsel Critic Diplomat Doctor Driver
Economist Engineer Envoy Epidemiologist Expert Farmer Filmmaker Founder Historian Journalist
Lawmaker Lawyer Legislator Negotiator Neighbor Neighbour Nurse Organiser Organizer Physicist
Pastor Philosopher Pilot Pollster Prosecutor Reporter Researcher Resident Retiree Scientist
Shopkeeper Singer Spokesman Spokesperson Spokeswoman Strategist Student Supporter Teacher Veteran
Witness Worker
"""
CALLINGS = frozenset(_LIST.split())
_PAPER = "Economist"


def is_calling(word: str, name: str) -> bool:
    """Whether `word` says what the person is whose name begins with `name`; one also names a paper."""
    return word in CALLINGS and (word != _PAPER or pronoun_of(name) is not None)
