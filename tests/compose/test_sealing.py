"""No value can become markup, and no template can run away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.compiling import compile_files
from briefing.compose.markup import Parser
from briefing.compose.sandbox import Sandbox
from briefing.compose.sealing import Seals, leaf
from briefing.errors import RecipeError
from briefing.model.document import (
    Block,
    BulletList,
    Emphasis,
    Heading,
    Paragraph,
    Quotation,
    Role,
    Strong,
    Table,
    Text,
)
from briefing.model.plain import plain_text
from briefing.tongue import tongue
from briefing.words import Speech

ENGLISH = Speech()


def _parse(template: str, **values: object) -> tuple[Block, ...]:
    return _said(ENGLISH, template, **values)


def _said(speech: Speech, template: str, **values: object) -> tuple[Block, ...]:
    seals = Seals("t", speech)
    code = compile_files({"t.jinja": template}, ["t.jinja"])
    return Parser(seals, ()).parse(Sandbox(code, speech).render("t.jinja", values, seals))


@given(st.text())
def test_a_value_is_one_leaf_whatever_it_says(value: str) -> None:
    blocks = _parse("# {{ value }}\n\n- {{ value }}\n\n|! {{ value }}\n", value=value)

    assert [type(block) for block in blocks] == [Heading, BulletList, Table]
    assert blocks[0] == Heading(1, (Text(value),), blocks[0].anchor)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("{{ 7 * 7 }}", id="template code"),
        pytest.param("\ue0000\ue001", id="a mark of ours"),
        pytest.param("# Heading\n\n- item", id="markup"),
        pytest.param("**bold** <b>&amp;</b>", id="emphasis and entities"),
    ],
)
def test_a_hostile_value_stays_words(value: str) -> None:
    assert _parse("Says {{ value }}.", value=value) == (
        Paragraph((Text("Says "), Text(value), Text("."))),
    )


@pytest.mark.parametrize(
    ("template", "block"),
    [
        pytest.param("@lead Two\nlines", Paragraph((Text("Two lines"),), Role.LEAD), id="role"),
        pytest.param(">^ Who\n> words", Quotation((Text("words"),), (Text("Who"),)), id="quotation"),
        pytest.param(
            "a *b* **c** d*",
            Paragraph(
                (Text("a "), Emphasis((Text("b"),)), Text(" "), Strong((Text("c"),)), Text(" d"),
                 Text("*"))
            ),
            id="emphasis, and a star that is one",
        ),
        pytest.param(
            "- a\n  - b\n- c",
            BulletList(
                (
                    (Paragraph((Text("a"),)), BulletList(((Paragraph((Text("b"),)),),))),
                    (Paragraph((Text("c"),)),),
                )
            ),
            id="nested list",
        ),
        pytest.param(
            "|= 1 3\n|! A | B\n| c | d |",
            Table(((Text("A"),), (Text("B"),)), (((Text("c"),), (Text("d"),)),), (0.25, 0.75)),
            id="table",
        ),
    ],
)  # fmt: skip
def test_markup(template: str, block: Block) -> None:
    assert _parse(template) == (block,)


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("{{ 2 ** (2 ** 33) }}", id="power"),
        pytest.param("{{ 'x' * 2000000000 }}", id="repetition"),
        pytest.param("{% for a in range(99999) %}{% endfor %}", id="range"),
        pytest.param("{{ 'x' | center(2000000000) }}", id="padding"),
        pytest.param("{{ value.__class__ }}", id="inside of a value"),
        pytest.param("{{ value.upper() }}", id="call"),
        pytest.param("{{ _(value) }}", id="a sentence that is a value"),
        pytest.param("{{ gettext('x', *[1]) }}", id="a sentence with a list of values"),
        pytest.param("{{ _('%(who)s') }}", id="a sentence without its value"),
        pytest.param("{% macro m() %}{% endmacro %}", id="macro"),
        pytest.param("{% include '../secret' %}", id="another file"),
        pytest.param("{{ nothing }}", id="undefined"),
        pytest.param("{{ none }}", id="unknown value"),
        pytest.param("{% if %}", id="syntax"),
        pytest.param("{{ value | nofilter }}", id="unknown filter"),
        pytest.param("\ue0000\ue001", id="private-use mark"),
        pytest.param("::: nothing", id="unknown directive"),
        pytest.param("@nothing words", id="unknown role"),
        pytest.param("| a\n| b", id="table without head"),
    ],
)
def test_a_faulty_template_is_told_in_one_sentence(template: str) -> None:
    with pytest.raises(RecipeError) as told:
        _parse(template, value="x")

    assert "\n" not in str(told.value)


def test_a_leaf_cannot_be_looked_into() -> None:
    with pytest.raises(RecipeError):
        _parse("{{ quote.inlines }}", quote=leaf(Text("secret")))


@pytest.mark.parametrize(
    ("template", "words"),
    [
        pytest.param("# {{ _('Key points') }}", "Kernpunkte", id="known"),
        pytest.param("# {{ _('Our view') }}", "Our view", id="of the template alone"),
        pytest.param("# Our view", "Our view", id="said in no way"),
        pytest.param("# {{ day }}, {{ n }}", "1. April 2024, 1.200", id="days and numbers"),
        pytest.param(
            "# {% trans n=n %}{{ n }} independent origin{% pluralize %}"
            "{{ n }} independent origins{% endtrans +%}",
            "1.200 unabhängige Ursprünge", id="many",
        ),
        pytest.param("# {% trans %}100 % of it{% endtrans +%}", "100 % of it", id="per cent"),
        pytest.param(
            "# {% trans %}%(n)999999999s{% endtrans +%}", "%(n)999999999s", id="a width is words"
        ),
    ],
)  # fmt: skip
def test_a_section_speaks_the_language_of_the_document(template: str, words: str) -> None:
    (block,) = _said(tongue("de"), template, n=1200, day=date(2024, 4, 1))

    assert isinstance(block, Heading)
    assert plain_text(block.inlines) == words


def test_a_value_within_a_sentence_stays_words() -> None:
    template = "{% trans who=value %}For {{ who }}{% endtrans +%}"

    (block,) = _parse(template, value="# **a** {origin} %(n)s")

    assert block == Paragraph((Text("For "), Text("# **a** {origin} %(n)s")))
