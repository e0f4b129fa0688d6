"""Every pair of colours that stands on each other reaches the contrast WCAG 2.2 AA asks for."""

from __future__ import annotations

import re
import tomllib

import pytest

from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.ui.theme.tokens import contrast, load_tokens

THEMES = ("light", "dark")
WORDS = 4.5
SHAPES = 3.0
GROUNDS = ("page", "card", "chrome")

WORD_PAIRS = (
    *((ink, ground) for ink in ("text", "muted") for ground in (*GROUNDS, "hover")),
    *(("text", ground) for ground in ("press", "caution_bg", "error_bg", "info_bg", "accent_soft")),
    *(("accent_text", ground) for ground in (*GROUNDS, "hover")),
    *((ink, "accent_soft") for ink in ("sel_text", "muted", "prog", "accent_text")),
    *((f"{kind}_title", f"{kind}_bg") for kind in ("caution", "error", "info")),
    *((name, f"{name}_soft") for name in ("done", "prog", "first", "second")),
    *((name, ground) for name in ("done", "prog", "first", "second") for ground in GROUNDS),
    ("muted", "hover"),
    ("error_title", "card"),
    ("error_title", "page"),
    ("faint", "card"),
    ("faint", "page"),
    ("faint", "chrome"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("page", "text"),
)
SHAPE_PAIRS = (
    *(("control", ground) for ground in GROUNDS),
    *(("focus", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in GROUNDS),
    *((f"{kind}_line", f"{kind}_bg") for kind in ("caution", "error", "info")),
    ("error_line", "card"),
    ("done", "press"),
)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), WORD_PAIRS)
def test_words_can_be_read_on_their_ground(name: str, ink: str, ground: str) -> None:
    tokens = load_tokens(name)
    assert contrast(tokens.color(ink), tokens.color(ground)) >= WORDS


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_borders_and_icons_can_be_seen_on_their_ground(name: str, shape: str, ground: str) -> None:
    tokens = load_tokens(name)
    assert contrast(tokens.color(shape), tokens.color(ground)) >= SHAPES


def test_contrast_is_the_one_wcag_defines() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_is_read_as_toml_reads_it(name: str) -> None:
    assert load_tokens(name)._asdict() == tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", THEMES)
def test_the_small_drawings_of_a_theme_wear_its_colors(name: str) -> None:
    known = set(load_tokens(name))
    drawings = sorted(resource("style", name).glob("*.svg"))
    assert drawings
    for path in drawings:
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", path.read_text(encoding="utf-8"))) <= known, path.name


def test_both_themes_have_the_same_small_drawings() -> None:
    light, dark = ({path.name for path in resource("style", name).glob("*.svg")} for name in THEMES)
    assert light == dark


def test_every_icon_is_drawn_on_the_same_grid_with_the_same_pen() -> None:
    for path in sorted(resource("icons").glob("*.svg")):
        drawing = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in drawing, path.name
        assert 'stroke-width="1.8" stroke-linecap="round"' in drawing, path.name
        assert set(re.findall(r"#[0-9A-Fa-f]{3,6}", drawing)) <= {"#000", "#fff"}, path.name
