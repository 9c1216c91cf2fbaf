"""Why an excerpt ranks, where sources differ, and what became of a quotation."""

from briefing.words import mark, mark_many

REASONS = (
    # Why an excerpt ranks.
    mark("speaks of {said}"),
    mark("gives figures or dates"),
    mark("names names"),
    mark("names who speaks, {name}"),
    mark("names whom it is from"),
    mark_many(
        "in part carried by {n} independent origin", "in part carried by {n} independent origins"
    ),
    mark("said in {place} sources, one origin"),
    mark_many(
        "said in {place} sources, {n} independent origin",
        "said in {place} sources, {n} independent origins",
    ),
    mark("one side of a difference; the others stand beside it"),
    mark("another side of a difference: {said}, {value}"),
    mark("better sourced than the same elsewhere"),
    # What sources differ in, and why that is held to be one matter.
    mark("How many were killed"),
    mark("How many were injured"),
    mark("How much money of {subject}"),
    mark("How much money"),
    mark("What share of {subject}"),
    mark("What share"),
    mark("What the change is measured against"),
    mark("On which day it is"),
    mark("How many {things}"),
    mark_many(
        "{n} report of one event gives it, and not the same",
        "{n} reports of one event give it, and not the same",
    ),
    mark("reports of one event compare it with different times"),
    mark("reports of one event say the same and give another day"),
    mark("reports of one event say the same and give another amount"),
    # From what a day was reckoned.
    mark("its publication on {date}"),
    # What became of a quotation since an edition.
    mark("from {before} to {after}"),
    mark_many("{n} independent origin, {place} then", "{n} independent origins, {place} then"),
    mark_many(
        "{n} edition quotes it; passages that stand there no more: {place} of {other}",
        "{n} editions quote it; passages that stand there no more: {place} of {other}",
    ),
    mark("the words quoted still stand there"),
    mark("the words quoted stand there no more"),
)
